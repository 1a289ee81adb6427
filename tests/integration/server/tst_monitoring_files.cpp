// packaging/monitoring against what a real server tells: a metric that is named there and is none any more
// would be an empty panel, or an alert that never comes.
#include "tests/support/metrics_page.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/tls_files.h"
#include "tests/support/wire_client.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>
#include <yaml-cpp/yaml.h>

using namespace latchkey;

namespace {

QString pathOf(const char* file) {
    return QString(LATCHKEY_MONITORING "/") + file;
}

QString textOf(const char* file) {
    QFile opened(pathOf(file));
    if (!opened.open(QIODevice::ReadOnly)) qFatal("%s is not there", file);
    return QString::fromUtf8(opened.readAll());
}

QList<QRegularExpressionMatch> allMatches(const QString& pattern, const QString& text) {
    QList<QRegularExpressionMatch> matches;
    auto found = QRegularExpression(pattern).globalMatch(text);
    while (found.hasNext()) matches.append(found.next());
    return matches;
}

// The panels that show something, without the rows.
QList<QJsonObject> panels() {
    QList<QJsonObject> panels;
    const QJsonObject dashboard = QJsonDocument::fromJson(textOf("dashboard.json").toUtf8()).object();
    for (const QJsonValue& value : dashboard["panels"].toArray()) {
        if (value["type"] != "row") panels.append(value.toObject());
    }
    return panels;
}

YAML::Node rules() {
    return YAML::Load(textOf("alerts.yml").toStdString())["groups"][0]["rules"];
}

// All PromQL there is, and where it is.
QList<std::pair<QString, QString>> expressions() {
    QList<std::pair<QString, QString>> all;
    for (const QJsonObject& panel : panels()) {
        for (const QJsonValue& target : panel["targets"].toArray())
            all.append({panel["title"].toString(), target["expr"].toString()});
    }
    for (const YAML::Node& rule : rules()) {
        all.append({QString::fromStdString(rule["alert"].as<std::string>()),
                    QString::fromStdString(rule["expr"].as<std::string>())});
    }
    return all;
}

} // namespace

class TestMonitoringFiles : public QObject {
    Q_OBJECT

    QString m_page;         // what the server tells
    QSet<QString> m_series; // names, with _bucket, _sum and _count
    QSet<QString> m_names;  // and without
    QSet<QString> m_labels; // name="value"

    bool knowsLabel(const QString& name) const {
        if (name == "instance" || name == "job") return true; // Prometheus' own
        return std::ranges::any_of(m_labels,
                                   [&](const QString& label) { return label.startsWith(name + "="); });
    }

  private slots:
    // A server with everything that can be told: it speaks TLS, and has answered a poll and a proof.
    void initTestCase() {
        const TestAuthority authority;
        const TemporaryFolder folder;
        const ServerProcess server(tlsArguments(writeFiles(folder, authority.issue())));
        WireClient client("https://127.0.0.1:" + std::to_string(server.port()),
                          folder.write("authority.pem", authority.certificate()));
        const auto code = client.freshCode();
        client.status(code.sid);
        client.approve(TestWallet(), code.qr);
        const auto page = MetricsPage::of(client);
        m_page = page.text();
        for (const QString& line : m_page.split('\n')) {
            if (!line.startsWith('#')) m_series.insert(line.section(QRegularExpression("[{ ]"), 0, 0));
        }
        m_names = m_series + QSet<QString>(page.families().begin(), page.families().end());
        for (const auto& match : allMatches("[a-z_]+=\"[^\"]*\"", m_page)) m_labels.insert(match.captured(0));
        QVERIFY(m_series.contains("latchkey_ready") && m_labels.contains("outcome=\"failed\""));
    }

    void everyMetricThatIsNamedThereIs_data() {
        QTest::addColumn<QString>("text");
        for (const char* file : {"dashboard.json", "alerts.yml", "alerts_test.yml", "README.md"})
            QTest::newRow(file) << textOf(file);
    }
    void everyMetricThatIsNamedThereIs() {
        QFETCH(QString, text);
        const auto named = allMatches("\\b(latchkey|process)_[a-z_]+\\b", text);
        QVERIFY(!named.isEmpty());
        for (const auto& match : named)
            QVERIFY2(m_names.contains(match.captured(0)), qPrintable(match.captured(0)));
    }

    // A histogram has no series of its plain name: only its buckets, its sum and its count.
    void everySeriesThatIsAskedForThereIs() {
        for (const auto& [place, expression] : expressions()) {
            for (const auto& match : allMatches("\\b(latchkey|process)_[a-z_]+\\b", expression))
                QVERIFY2(m_series.contains(match.captured(0)), qPrintable(place + ": " + match.captured(0)));
        }
    }

    void everyLabelThatIsAskedForThereIs() {
        for (const auto& [place, expression] : expressions()) {
            for (const auto& match : allMatches("([a-z_]+)(=~|!=|!~|=)(\"[^\"]*\")", expression)) {
                const QString name = match.captured(1);
                QVERIFY2(knowsLabel(name), qPrintable(place + ": " + name));
                if (match.captured(2) != "=" || name == "job") continue;
                QVERIFY2(m_labels.contains(match.captured(0)), qPrintable(place + ": " + match.captured(0)));
            }
            for (const auto& match : allMatches("\\bby \\(([a-z_, ]+)\\)", expression)) {
                for (const QString& name : match.captured(1).split(", "))
                    QVERIFY2(knowsLabel(name), qPrintable(place + ": " + name));
            }
        }
    }

    void bracketsAreClosed() {
        for (const auto& [place, expression] : expressions()) {
            QVERIFY2(!expression.isEmpty(), qPrintable(place));
            for (const char* pair : {"()", "{}", "[]"})
                QVERIFY2(expression.count(pair[0]) == expression.count(pair[1]), qPrintable(expression));
            QVERIFY2(expression.count('"') % 2 == 0, qPrintable(expression));
        }
    }

    void everyPanelSaysWhatItShowsAndHasItsOwnPlace() {
        QSet<int> ids;
        QList<QRect> places;
        for (const QJsonObject& panel : panels()) {
            const QString title = panel["title"].toString();
            QVERIFY(!title.isEmpty());
            QVERIFY2(!panel["description"].toString().isEmpty(), qPrintable(title));
            QVERIFY2(!panel["targets"].toArray().isEmpty(), qPrintable(title));
            QVERIFY2(!ids.contains(panel["id"].toInt()), qPrintable(title));
            ids.insert(panel["id"].toInt());
            const QJsonObject at = panel["gridPos"].toObject();
            const QRect place(at["x"].toInt(), at["y"].toInt(), at["w"].toInt(), at["h"].toInt());
            QVERIFY2(place.left() >= 0 && place.right() < 24 && place.height() > 0, qPrintable(title));
            for (const QRect& other : places) QVERIFY2(!place.intersects(other), qPrintable(title));
            places.append(place);
        }
    }

    void everyAlertSaysWhatIsWrongAndWhatToDo() {
        QSet<QString> names;
        for (const YAML::Node& rule : rules()) {
            const auto text = [&](const YAML::Node& node) {
                return node ? QString::fromStdString(node.as<std::string>()) : QString();
            };
            const QString name = text(rule["alert"]);
            QVERIFY2(name.startsWith("Latchkey") && !names.contains(name), qPrintable(name));
            names.insert(name);
            const QString severity = text(rule["labels"]["severity"]);
            QVERIFY2(severity == "page" || severity == "ticket", qPrintable(name));
            QVERIFY2(text(rule["annotations"]["summary"]).contains("$labels.instance"), qPrintable(name));
            QVERIFY2(text(rule["annotations"]["description"]).size() > 80, qPrintable(name));
            QVERIFY2(!allMatches("\\b" + name + "\\b", textOf("alerts_test.yml")).isEmpty(),
                     qPrintable(name));
        }
    }

    // By Prometheus' own tool, where the machine has it: Debian's comes with a service that this needs
    // nothing of.
    void prometheusAgrees_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("rules") << QStringList{"check", "rules", pathOf("alerts.yml")};
        QTest::newRow("what they tell") << QStringList{"test", "rules", pathOf("alerts_test.yml")};
        QTest::newRow("metrics") << QStringList{"check", "metrics"}; // read from its input
    }
    void prometheusAgrees() {
        const QString promtool = QStandardPaths::findExecutable("promtool");
        if (promtool.isEmpty()) QSKIP("there is no promtool here (Debian: the package prometheus)");
        QFETCH(QStringList, arguments);
        QProcess process;
        process.start(promtool, arguments);
        process.write(m_page.toUtf8());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError() + process.readAllStandardOutput());
    }
};

QTEST_GUILESS_MAIN(TestMonitoringFiles)
#include "tst_monitoring_files.moc"
