#include "tests/support/avahi_network.h"

#include "common/server_announcement.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDir>
#include <QTest>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int kPatience = 30'000; // ms, of a loaded machine

const QString kServer = "org.freedesktop.Avahi.Server";
const QString kEntryGroup = "org.freedesktop.Avahi.EntryGroup";
constexpr int kAnywhere = -1; // AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC
constexpr uint kNoFlags = 0;

void stop(QProcess& process) {
    if (process.state() == QProcess::NotRunning) return;
    process.terminate();
    process.waitForFinished(kPatience);
}

} // namespace

QByteArray AvahiNetwork::missing() {
    if (const QByteArray reason = qgetenv("LATCHKEY_NO_NETWORK"); !reason.isEmpty())
        return "no network of its own: " + reason;
    if (qEnvironmentVariableIsEmpty("LATCHKEY_OWN_NETWORK"))
        return "run it with tests/support/own_network.sh";
    return {};
}

AvahiNetwork::AvahiNetwork() {
    qDBusRegisterMetaType<QByteArrayList>();
    const auto socket = m_folder.file("bus").string();
    const auto config = m_folder.write(
        "bus.conf",
        "<busconfig><listen>unix:path=" + socket +
            "</listen><auth>EXTERNAL</auth><policy context='default'><allow user='*'/><allow own='*'/>"
            "<allow send_destination='*'/><allow receive_sender='*'/></policy></busconfig>");
    m_folder.write("avahi.conf",
                   "[server]\nhost-name=lobby\nuse-ipv6=no\n[wide-area]\nenable-wide-area=no\n");
    QVERIFY(QDir().mkpath("/run/avahi-daemon"));
    m_bus.start("dbus-daemon",
                {"--nofork", "--print-address", "--config-file", QString::fromStdString(config.string())});
    QVERIFY(m_bus.waitForReadyRead(kPatience)); // it listens
    const QByteArray address = QByteArray::fromStdString("unix:path=" + socket);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    m_connection = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToBus(QString::fromLatin1(address), "the test's"));
    QVERIFY(m_connection->isConnected());
}

AvahiNetwork::~AvahiNetwork() {
    stopDaemon();
    stop(m_bus);
}

void AvahiNetwork::startDaemon() {
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.start("avahi-daemon", {"--no-drop-root", "--no-chroot", "--no-rlimits", "-f",
                                    QString::fromStdString(m_folder.file("avahi.conf").string())});
    m_daemonSaid.clear();
    while (!m_daemonSaid.contains("startup complete") && m_daemon.waitForReadyRead(kPatience))
        m_daemonSaid += m_daemon.readAll();
    QVERIFY2(m_daemonSaid.contains("startup complete"), m_daemonSaid);
}

QByteArray AvahiNetwork::stopDaemon() {
    stop(m_daemon);
    return m_daemonSaid += m_daemon.readAll();
}

QList<QVariant> AvahiNetwork::ask(const QString& path, const QString& interface, const QString& method,
                                  const QList<QVariant>& arguments) const {
    auto call = QDBusMessage::createMethodCall("org.freedesktop.Avahi", path, interface, method);
    call.setArguments(arguments);
    const auto answer = m_connection->call(call, QDBus::Block, kPatience);
    if (answer.type() != QDBusMessage::ReplyMessage)
        qWarning("%s: %s", qPrintable(method), qPrintable(answer.errorMessage()));
    return answer.arguments();
}

void AvahiNetwork::announce(const QString& name, const QByteArrayList& txt) const {
    constexpr int kEstablished = 2; // AVAHI_ENTRY_GROUP_ESTABLISHED
    const auto made = ask("/", kServer, "EntryGroupNew");
    const QString group = made.value(0).value<QDBusObjectPath>().path();
    ask(group, kEntryGroup, "AddService",
        {kAnywhere, kAnywhere, kNoFlags, name, kServiceType, QString(), QString(),
         QVariant::fromValue(quint16(8420)), QVariant::fromValue(txt)});
    ask(group, kEntryGroup, "Commit");
    QTRY_COMPARE_WITH_TIMEOUT(ask(group, kEntryGroup, "GetState").value(0).toInt(), kEstablished, kPatience);
}

AvahiNetwork::Service AvahiNetwork::service(const QString& name) const {
    constexpr qsizetype kPort = 8;
    constexpr qsizetype kTxt = 9;
    const auto answer = ask("/", kServer, "ResolveService",
                            {kAnywhere, kAnywhere, name, kServiceType, "local", kAnywhere, kNoFlags});
    auto txt = qdbus_cast<QByteArrayList>(answer.value(kTxt)); // the last first
    std::ranges::reverse(txt);
    return {answer.value(kPort).toInt(), txt};
}

void AvahiNetwork::trust(const TestAuthority& authority) {
    const std::filesystem::path folder = qgetenv("LATCHKEY_OWN_AUTHORITIES").toStdString();
    QVERIFY(!folder.empty());
    std::ofstream(folder / "test.pem") << authority.certificate();
}

} // namespace latchkey
