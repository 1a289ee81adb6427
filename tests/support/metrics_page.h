// What a server's GET /metrics says, for a test to ask.
#pragma once

#include "tests/support/wire_client.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace latchkey {

class MetricsPage {
  public:
    static MetricsPage of(WireClient& client) { return MetricsPage(client.get("/metrics").body); }
    static MetricsPage of(int port) {
        WireClient client(port);
        return of(client);
    }
    explicit MetricsPage(const std::string& text) : m_text(QString::fromStdString(text)) {
        for (const QString& line : m_text.split('\n', Qt::SkipEmptyParts)) {
            if (line.startsWith("# TYPE ")) m_families.append(line.section(' ', 2, 2));
            if (line.startsWith('#')) continue;
            const auto end = line.lastIndexOf(' ');
            m_values[line.left(end)] = line.mid(end + 1).toDouble();
        }
    }

    // series: as it is written there, name{label="value",…}. Nullopt: there is none.
    std::optional<double> find(const QString& series) const {
        const auto found = m_values.find(series);
        return found == m_values.end() ? std::nullopt : std::optional(found->second);
    }
    // The same, of one that has to be there.
    double at(const QString& series) const {
        const auto value = find(series);
        if (!value) qFatal("no series %s in:\n%s", qPrintable(series), qPrintable(m_text));
        return *value;
    }

    const QStringList& families() const { return m_families; } // the names, without _bucket, _sum and _count
    const QString& text() const { return m_text; }

  private:
    QString m_text;
    QStringList m_families;
    std::map<QString, double> m_values;
};

} // namespace latchkey
