// A screen reader's half of AT-SPI: a message bus of the test's own with at-spi2-core on it, the tree of what
// a program shows, and what it calls out.
//
// It asks over D-Bus as a reader does (org.a11y.atspi.Accessible, org.a11y.atspi.Event.Object), and is
// switched on as a reader switches itself on: by org.a11y.Status.
#pragma once

#include "tests/support/temporary_folder.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <optional>
#include <vector>

namespace latchkey {

class ScreenReader : public QObject {
    Q_OBJECT

  public:
    struct Item {
        QString role; // "push button", "heading" …
        QString name;
        QString description;
        bool focused = false;
    };

    // environment: of the display. Fails the test where there is no bus.
    explicit ScreenReader(const QProcessEnvironment& environment);
    ~ScreenReader() override;

    // For the program that is to be read.
    QProcessEnvironment environment() const { return m_environment; }

    // All that it shows now, in its order; empty while it is not on the bus.
    std::vector<Item> shown() const;
    // The one with the focus.
    std::optional<Item> focused() const;
    bool shows(const QString& role, const QString& name) const;

    // What it called out so far: the names of the notifications that came up.
    const QStringList& heard() const { return m_heard; }
    // Each other change that was told: "accessible-name QLabel …".
    const QStringList& changes() const { return m_changes; }
    void forget();

  private slots:
    void onStateChanged(const QDBusMessage& message);
    void onPropertyChange(const QDBusMessage& message);

  private:
    void collect(const QString& service, const QString& path, std::vector<Item>& items) const;
    QDBusMessage ask(const QString& service, const QString& path, const QString& interface,
                     const QString& method, const QVariantList& arguments = {}) const;
    bool registersFor(const char* event) const;
    QVariant property(const QString& service, const QString& path, const QString& name) const;
    Item item(const QString& service, const QString& path) const;

    TemporaryFolder m_folder;
    QProcessEnvironment m_environment;
    QProcess m_daemon;
    QDBusConnection m_bus;
    QStringList m_heard;
    QStringList m_changes;
};

} // namespace latchkey
