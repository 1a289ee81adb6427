#include "tests/e2e/kiosk/screen_reader.h"

#include "tests/support/eventually.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>

#include <algorithm>

namespace latchkey {

// (so): an accessible object, by the connection that has it and its path there.
struct AccessibleReference {
    QString service;
    QDBusObjectPath path;
};

const QDBusArgument& operator>>(const QDBusArgument& argument, AccessibleReference& reference) {
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument;
}

namespace {

constexpr int kPatience = 50'000; // ms; for a busy machine
const QString kAccessible = "org.a11y.atspi.Accessible";

// Bits of GetState(), of atspi-constants.h.
constexpr uint kFocused = 1U << 12;
constexpr uint kShowing = 1U << 25;

QDBusConnection connectedTo(const QString& address, const QString& name) {
    const QDBusConnection connection = QDBusConnection::connectToBus(address, name);
    if (!connection.isConnected()) qFatal("no bus at %s", qPrintable(address));
    return connection;
}

QString accessibilityBus(const QDBusConnection& session) {
    // Switched on first, as a reader does: programs that start later look at it.
    QDBusMessage switchOn = QDBusMessage::createMethodCall("org.a11y.Bus", "/org/a11y/bus",
                                                           "org.freedesktop.DBus.Properties", "Set");
    switchOn << "org.a11y.Status"
             << "ScreenReaderEnabled" << QVariant::fromValue(QDBusVariant(true));
    session.call(switchOn, QDBus::Block, kPatience);
    switchOn.setArguments({"org.a11y.Status", "IsEnabled", QVariant::fromValue(QDBusVariant(true))});
    session.call(switchOn, QDBus::Block, kPatience);
    const auto address = session.call(
        QDBusMessage::createMethodCall("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"),
        QDBus::Block, kPatience);
    if (address.type() != QDBusMessage::ReplyMessage)
        qFatal("at-spi2-core does not start: %s", qPrintable(address.errorMessage()));
    return address.arguments().first().toString();
}

} // namespace

ScreenReader::ScreenReader(const QProcessEnvironment& environment)
    : m_environment(environment), m_bus(QString()) {
    m_environment.insert("XDG_RUNTIME_DIR", QString::fromStdString(m_folder.path().string()));
    for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE"})
        m_environment.remove(name);
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
    QByteArray address;
    while (!address.contains('\n') && m_daemon.waitForReadyRead(kPatience))
        address += m_daemon.readAllStandardOutput();
    if (!address.contains('\n')) qFatal("dbus-daemon does not start");
    m_environment.insert("DBUS_SESSION_BUS_ADDRESS", QString::fromUtf8(address.trimmed()));

    const QDBusConnection session = connectedTo(QString::fromUtf8(address.trimmed()), "reader's session");
    m_bus = connectedTo(accessibilityBus(session), "reader");
    for (const char* event : {"object:state-changed", "object:property-change", "object:announcement"}) {
        // The registry, which the first call starts, is on the bus before the object that is asked for.
        if (!eventually([&] { return registersFor(event); }))
            qFatal("at-spi2-registryd does not take an event");
    }
    m_bus.connect(QString(), QString(), "org.a11y.atspi.Event.Object", "StateChanged", this,
                  SLOT(onStateChanged(QDBusMessage)));
    m_bus.connect(QString(), QString(), "org.a11y.atspi.Event.Object", "PropertyChange", this,
                  SLOT(onPropertyChange(QDBusMessage)));
}

ScreenReader::~ScreenReader() {
    QDBusConnection::disconnectFromBus("reader");
    QDBusConnection::disconnectFromBus("reader's session");
    m_daemon.terminate(); // at-spi2-core goes with it
    m_daemon.waitForFinished(kPatience);
}

QDBusMessage ScreenReader::ask(const QString& service, const QString& path, const QString& interface,
                               const QString& method, const QVariantList& arguments) const {
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    return m_bus.call(call, QDBus::Block, kPatience);
}

bool ScreenReader::registersFor(const char* event) const {
    const auto answer = ask("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry",
                            "RegisterEvent", {event, QStringList(), QString()});
    return answer.type() == QDBusMessage::ReplyMessage;
}

QVariant ScreenReader::property(const QString& service, const QString& path, const QString& name) const {
    const auto answer = ask(service, path, "org.freedesktop.DBus.Properties", "Get", {kAccessible, name});
    if (answer.type() != QDBusMessage::ReplyMessage) return {};
    return answer.arguments().first().value<QDBusVariant>().variant();
}

ScreenReader::Item ScreenReader::item(const QString& service, const QString& path) const {
    Item item;
    const auto role = ask(service, path, kAccessible, "GetRoleName");
    if (role.type() == QDBusMessage::ReplyMessage) item.role = role.arguments().first().toString();
    item.name = property(service, path, "Name").toString();
    item.description = property(service, path, "Description").toString();
    return item;
}

void ScreenReader::collect(const QString& service, const QString& path, std::vector<Item>& items) const {
    const auto state = ask(service, path, kAccessible, "GetState");
    if (state.type() != QDBusMessage::ReplyMessage) return;
    const auto bits = qdbus_cast<QList<uint>>(state.arguments().first());
    const bool program = path == "/org/a11y/atspi/accessible/root";
    if (!program && (bits.isEmpty() || !(bits.first() & kShowing))) return;
    items.push_back(item(service, path));
    items.back().focused = (bits.first() & kFocused) != 0;
    const auto children = ask(service, path, kAccessible, "GetChildren");
    if (children.type() != QDBusMessage::ReplyMessage) return;
    for (const auto& child : qdbus_cast<QList<AccessibleReference>>(children.arguments().first()))
        collect(child.service, child.path.path(), items);
}

std::vector<ScreenReader::Item> ScreenReader::shown() const {
    std::vector<Item> items;
    const auto programs =
        ask("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", kAccessible, "GetChildren");
    if (programs.type() != QDBusMessage::ReplyMessage) return items;
    for (const auto& program : qdbus_cast<QList<AccessibleReference>>(programs.arguments().first()))
        collect(program.service, program.path.path(), items);
    return items;
}

std::optional<ScreenReader::Item> ScreenReader::focused() const {
    const auto items = shown();
    const auto found = std::ranges::find_if(items, &Item::focused);
    return found == items.end() ? std::nullopt : std::optional(*found);
}

bool ScreenReader::shows(const QString& role, const QString& name) const {
    return std::ranges::any_of(shown(),
                               [&](const Item& item) { return item.role == role && item.name == name; });
}

void ScreenReader::forget() {
    m_heard.clear();
    m_changes.clear();
}

void ScreenReader::onStateChanged(const QDBusMessage& message) {
    const QVariantList arguments = message.arguments();
    if (arguments.value(0) != "showing" || arguments.value(1).toInt() != 1) return;
    const Item shown = item(message.service(), message.path());
    if (shown.role == "notification" && !shown.name.isEmpty()) m_heard.append(shown.name);
}

void ScreenReader::onPropertyChange(const QDBusMessage& message) {
    const Item changed = item(message.service(), message.path());
    m_changes.append(message.arguments().value(0).toString() + ' ' + changed.role + ' ' + changed.name);
}

} // namespace latchkey
