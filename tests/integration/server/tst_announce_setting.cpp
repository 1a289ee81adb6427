// Whether the server announces itself, what it says then, and what its log says of it: the real process and a
// real avahi-daemon.
#include "app/discovery/service_browser.h"
#include "tests/support/avahi_network.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/tls_files.h"
#include "tests/support/wire_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace latchkey;

namespace {

constexpr int kPatience = 30'000; // ms, of a loaded machine

const QString kName = "Latchkey on lobby";
const QString kOtherName = "Latchkey on lobby #2";
const QString kLanAddress = "192.0.2.1"; // of this network's only interface

// Its latest such line; waits until there have been so many.
QJsonObject logged(ServerProcess& server, const QByteArray& event, qsizetype times = 1) {
    const QByteArray name = "\"event\":\"" + event + "\"";
    eventually([&] { return server.log().count(name) >= times; }, kPatience);
    QJsonObject latest;
    for (const QByteArray& line : server.log().split('\n')) {
        if (line.contains(name)) latest = QJsonDocument::fromJson(line).object();
    }
    return latest;
}

QString textOf(const KeyFingerprint& key) {
    return QString::fromStdString(key.text());
}

} // namespace

class TestAnnounceSetting : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void cleanup();

    void announcesWhereTheSettingSaysSo_data();
    void announcesWhereTheSettingSaysSo();
    void saysWhereItIs();
    void saysThePublicUrlWithoutAKeyBehindAProxy();
    void saysItsKey();
    void saysItsNextKeyAfterAReload();
    void isGoneOnceItHasEnded_data();
    void isGoneOnceItHasEnded();
    void takesAnotherNameWhereItsOwnIsTaken();
    void servesWhereNothingCanAnnounceIt_data();
    void servesWhereNothingCanAnnounceIt();
    void announcesItselfOnceADaemonRuns();
    void saysThatItsUrlIsTooLongToAnnounce();

  private:
    // The daemon, and somebody who listens to it.
    void startListening();
    KeyFingerprint placeKey();
    bool hears(const QString& name) const;

    std::unique_ptr<AvahiNetwork> m_network;
    std::unique_ptr<ServiceBrowser> m_browser;
    TestAuthority m_authority;
    TemporaryFolder m_folder;
    TlsIdentity::Files m_files;
};

void TestAnnounceSetting::initTestCase() {
    if (const QByteArray reason = AvahiNetwork::missing(); !reason.isEmpty()) QSKIP(reason);
    m_network = std::make_unique<AvahiNetwork>();
    QCOMPARE(QProcess::execute("ip", {"address", "add", kLanAddress + "/24", "dev", "lo"}), 0);
}

void TestAnnounceSetting::startListening() {
    m_network->startDaemon();
    m_browser = std::make_unique<ServiceBrowser>(m_network->bus());
    m_browser->start();
}

void TestAnnounceSetting::cleanup() {
    m_browser.reset();
    m_network->stopDaemon();
}

// Of the server that is started next, or is told to read its certificate again.
KeyFingerprint TestAnnounceSetting::placeKey() {
    m_files = writeFiles(m_folder, m_authority.issue());
    return TlsIdentity::load(m_files)->fingerprint();
}

bool TestAnnounceSetting::hears(const QString& name) const {
    return std::ranges::any_of(m_browser->servers(),
                               [&](const AnnouncedServer& server) { return server.name == name; });
}

void TestAnnounceSetting::announcesWhereTheSettingSaysSo_data() {
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("announced");
    QTest::newRow("auto, loopback") << "auto"
                                    << "127.0.0.1" << false;
    QTest::newRow("auto, one address") << "auto" << kLanAddress << true;
    QTest::newRow("auto, every address") << "auto"
                                         << "0.0.0.0" << true;
    QTest::newRow("unset, one address") << "" << kLanAddress << true;
    QTest::newRow("yes, loopback") << "yes"
                                   << "127.0.0.1" << true;
    QTest::newRow("no, one address") << "no" << kLanAddress << false;
}

void TestAnnounceSetting::announcesWhereTheSettingSaysSo() {
    QFETCH(QString, setting);
    QFETCH(QString, host);
    QFETCH(bool, announced);
    startListening();
    ServerProcess server(setting.isEmpty() ? QStringList() : QStringList{"--announce", setting}, host);
    if (announced) {
        const QJsonObject line = logged(server, "server.announced");
        QCOMPARE(line["level"].toString(), "info");
        QCOMPARE(line["name"].toString(), kName);
        QTRY_VERIFY_WITH_TIMEOUT(hears(kName), kPatience);
        return;
    }
    // By the time that a later server is heard this one would have been, too.
    ServerProcess witness({"--announce", "yes"});
    QCOMPARE(logged(witness, "server.announced")["name"].toString(), kName);
    QTRY_VERIFY_WITH_TIMEOUT(hears(kName), kPatience);
    QCOMPARE(m_browser->servers().size(), std::size_t(1));
    QVERIFY2(!server.log().contains("announced"), server.log());
}

void TestAnnounceSetting::saysWhereItIs() {
    startListening();
    ServerProcess server({}, kLanAddress);
    const QString url = "http://" + kLanAddress + ":" + QString::number(server.port());
    const QJsonObject line = logged(server, "server.announced");
    QCOMPARE(line["url"].toString(), url);
    QCOMPARE(line["key"].toString(), "none");
    const auto service = m_network->service(kName);
    QCOMPARE(service.txt, QByteArrayList({"txtvers=1", "url=" + url.toUtf8()}));
    QCOMPARE(service.port, server.port());
}

void TestAnnounceSetting::saysThePublicUrlWithoutAKeyBehindAProxy() {
    startListening();
    ServerProcess server({"--announce", "yes", "--public-url", "https://Login.Example.org/"});
    QCOMPARE(logged(server, "server.announced")["key"].toString(), "none");
    const auto service = m_network->service(kName);
    QCOMPARE(service.txt, QByteArrayList({"txtvers=1", "url=https://login.example.org"}));
    QCOMPARE(service.port, server.port());
}

void TestAnnounceSetting::saysItsKey() {
    startListening();
    const KeyFingerprint key = placeKey();
    ServerProcess server(QStringList{"--announce", "yes"} + tlsArguments(m_files));
    QCOMPARE(logged(server, "server.announced")["key"].toString().toStdString(), key.groups());
    QCOMPARE(logged(server, "tls.certificate")["key"].toString().toStdString(), key.groups());
    const QByteArray url = "https://127.0.0.1:" + QByteArray::number(server.port());
    QCOMPARE(m_network->service(kName).txt,
             QByteArrayList({"txtvers=1", "url=" + url, "id=" + textOf(key).toUtf8()}));
}

void TestAnnounceSetting::saysItsNextKeyAfterAReload() {
    startListening();
    placeKey();
    ServerProcess server(QStringList{"--announce", "yes"} + tlsArguments(m_files));
    QVERIFY(!logged(server, "server.announced").isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(hears(kName), kPatience);

    const KeyFingerprint next = placeKey();
    server.signal(SIGHUP);
    QCOMPARE(logged(server, "server.announced", 2)["key"].toString().toStdString(), next.groups());
    QCOMPARE(m_network->service(kName).txt.value(2), "id=" + textOf(next).toUtf8());
    const auto heard = [&] {
        const auto servers = m_browser->servers();
        return servers.size() == 1 && servers.front().says.key == next;
    };
    QTRY_VERIFY_WITH_TIMEOUT(heard(), kPatience);
}

void TestAnnounceSetting::isGoneOnceItHasEnded_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("told to") << SIGTERM;
    QTest::newRow("killed") << SIGKILL;
}

void TestAnnounceSetting::isGoneOnceItHasEnded() {
    QFETCH(int, signal);
    startListening();
    ServerProcess server({"--announce", "yes"});
    QTRY_VERIFY_WITH_TIMEOUT(hears(kName), kPatience);
    if (signal == SIGTERM) {
        QCOMPARE(server.terminate(), 0);
    } else {
        server.kill();
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_browser->servers().empty(), kPatience);
}

void TestAnnounceSetting::takesAnotherNameWhereItsOwnIsTaken() {
    startListening();
    m_network->announce(kName, {"txtvers=1", "url=http://192.0.2.99"});
    ServerProcess server({"--announce", "yes"});
    QCOMPARE(logged(server, "server.announced")["name"].toString(), kOtherName);
    QCOMPARE(m_network->service(kOtherName).txt.value(1), QByteArray::fromStdString("url=" + server.url()));
    QCOMPARE(m_network->service(kName).txt.value(1), "url=http://192.0.2.99"); // which nobody has touched
}

void TestAnnounceSetting::servesWhereNothingCanAnnounceIt_data() {
    QTest::addColumn<bool>("bus");
    QTest::newRow("no avahi-daemon") << true;
    QTest::newRow("no message bus") << false;
}

void TestAnnounceSetting::servesWhereNothingCanAnnounceIt() {
    QFETCH(bool, bus);
    const QByteArray address = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    if (!bus) qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent");
    ServerProcess server({"--announce", "yes"});
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    const QJsonObject line = logged(server, "server.not_announced");
    QVERIFY2(!line["reason"].toString().isEmpty(), server.log());
    QVERIFY2(line["fix"].toString().contains("name this server in each kiosk's settings"), server.log());
    QCOMPARE(WireClient(server.port()).get("/api/health").status, 200);
}

void TestAnnounceSetting::announcesItselfOnceADaemonRuns() {
    ServerProcess server({"--announce", "yes"});
    QCOMPARE(logged(server, "server.not_announced")["reason"].toString(), "avahi-daemon does not run");
    startListening();
    QCOMPARE(logged(server, "server.announced")["name"].toString(), kName);
    QTRY_VERIFY_WITH_TIMEOUT(hears(kName), kPatience);
}

void TestAnnounceSetting::saysThatItsUrlIsTooLongToAnnounce() {
    startListening();
    const QString url = "https://login.example.org/" + QString(240, 'a');
    ServerProcess server({"--announce", "yes", "--public-url", url});
    const QJsonObject line = logged(server, "server.not_announced");
    QCOMPARE(line["level"].toString(), "warning");
    QVERIFY2(line["reason"].toString().contains("251 bytes"), server.log());
    QVERIFY(!server.log().contains("server.announced"));
}

QTEST_GUILESS_MAIN(TestAnnounceSetting)
#include "tst_announce_setting.moc"
