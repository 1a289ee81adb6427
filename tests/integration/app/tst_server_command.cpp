// "latchkey-kiosk server find|trust|forget" as an operator types it: the program itself, against real servers
// that a real avahi-daemon knows.
#include "tests/support/avahi_network.h"
#include "tests/support/server_process.h"
#include "tests/support/tls_files.h"

#include <QTest>

using namespace latchkey;

namespace {

// Names on the network, set by the daemon's machine.
const QByteArray kName = "Latchkey on lobby";
const QByteArray kOtherName = "Latchkey on lobby #2";

// Nobody else is on this network, so nothing ever listens there.
const QString kClosed = "https://127.0.0.1:1";

QByteArray describe(const ProgramResult& result) {
    return "status " + QByteArray::number(result.exitStatus) + "\n" + result.out + result.err;
}

} // namespace

class TestServerCommand : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void listsTheServersWithTheirKeys();
    void saysThatNoServerAnnouncesItself();
    void saysHowServersCanBeLookedFor_data();
    void saysHowServersCanBeLookedFor();
    void passesOverWhatIsNoServer();
    void sendsTheTerminalNoControlCharacters();
    void leavesLettersOfAnyScriptAsTheyAre();
    void trustsAPlainServerAndWarns();
    void trustsTheKeyThatTheServerShows();
    void trustsAnotherServerInTheFirstOnesPlace();
    void keepsThePinWhereItRefuses_data();
    void keepsThePinWhereItRefuses();
    void refusesToTrustWhereNothingCanBeRemembered();
    void theProgramUsesTheServerThatIsTrusted();
    void forgetsTheServer();
    void forgetsWhatCannotBeRead();
    void saysWhyItCannotForget();

  private:
    ProgramResult kiosk(const QStringList& arguments) const;
    ProgramResult server(const QStringList& arguments) const {
        return kiosk(QStringList("server") + arguments);
    }
    // Announced, with a key of its own.
    std::unique_ptr<ServerProcess> secureServer(const TestCertificate& made);
    // Waits until each is on the network; returns what the command lists then.
    QByteArray found(const std::vector<ServerProcess*>& servers) const;
    std::filesystem::path pinFile() const { return m_home->file(".local/state/latchkey/trusted-server"); }
    QByteArray pin() const { return QByteArray::fromStdString(contentOf(pinFile())); }
    void writePin(std::string_view content) const;

    std::unique_ptr<AvahiNetwork> m_network;
    TestAuthority m_authority;
    TemporaryFolder m_folder;
    std::unique_ptr<TemporaryFolder> m_home; // of the operator
    QByteArray m_key;                        // of the latest secure server, as people compare it
    QByteArray m_keyDigits;                  // as the file has it
};

void TestServerCommand::initTestCase() {
    if (const QByteArray reason = AvahiNetwork::missing(); !reason.isEmpty()) QSKIP(reason);
    m_network = std::make_unique<AvahiNetwork>();
    AvahiNetwork::trust(m_authority);
}

void TestServerCommand::init() {
    m_home = std::make_unique<TemporaryFolder>();
}

void TestServerCommand::cleanup() {
    m_network->stopDaemon();
}

ProgramResult TestServerCommand::kiosk(const QStringList& arguments) const {
    return runProgram(LATCHKEY_KIOSK_PROGRAM, arguments, m_home->path());
}

std::unique_ptr<ServerProcess> TestServerCommand::secureServer(const TestCertificate& made) {
    const auto files = writeFiles(m_folder, made);
    const KeyFingerprint key = TlsIdentity::load(files)->fingerprint();
    m_key = QByteArray::fromStdString(key.groups());
    m_keyDigits = QByteArray::fromStdString(key.text());
    return std::make_unique<ServerProcess>(QStringList{"--announce", "yes"} + tlsArguments(files));
}

QByteArray TestServerCommand::found(const std::vector<ServerProcess*>& servers) const {
    for (ServerProcess* announced : servers) {
        if (!announced->waitForLog("server.announced")) qWarning("%s", announced->log().constData());
    }
    const auto result = server({"find"});
    return result.exitStatus == 0 && result.err.isEmpty() ? result.out : describe(result);
}

void TestServerCommand::writePin(std::string_view content) const {
    std::filesystem::create_directories(pinFile().parent_path());
    std::ofstream(pinFile()) << content;
    std::filesystem::permissions(pinFile(), std::filesystem::perms(0600));
}

void TestServerCommand::listsTheServersWithTheirKeys() {
    m_network->startDaemon();
    ServerProcess plain({"--announce", "yes"});
    QVERIFY(plain.waitForLog("server.announced")); // before the other one, which makes its name the first
    const auto secure = secureServer(m_authority.issue());
    const QByteArray listed = found({&plain, secure.get()});
    const QByteArray port = QByteArray::number(secure->port());
    QCOMPARE(listed, plain.url().c_str() + ("\t" + kName) + "\t-\n" + "https://127.0.0.1:" + port + "\t" +
                         kOtherName + "\t" + m_key + "\n");
}

void TestServerCommand::saysThatNoServerAnnouncesItself() {
    m_network->startDaemon();
    const auto result = server({"find"});
    QCOMPARE(result.exitStatus, 1);
    QCOMPARE(result.out, "");
    QCOMPARE(result.err, "latchkey-kiosk: no server announces itself on this network\n");
}

void TestServerCommand::saysHowServersCanBeLookedFor_data() {
    QTest::addColumn<bool>("bus");
    QTest::newRow("no avahi-daemon") << true;
    QTest::newRow("no message bus") << false;
}

void TestServerCommand::saysHowServersCanBeLookedFor() {
    QFETCH(bool, bus);
    const QByteArray address = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    if (!bus) qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent");
    const auto result = server({"find"});
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    QCOMPARE(result.exitStatus, 1);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.startsWith("latchkey-kiosk: servers cannot be looked for: "), result.err);
    QVERIFY2(result.err.endsWith("; install and start avahi-daemon, or set server\n"), result.err);
}

void TestServerCommand::passesOverWhatIsNoServer() {
    m_network->startDaemon();
    m_network->announce("No version", {"url=http://192.0.2.1:8420"});
    m_network->announce("No address", {"txtvers=1"});
    m_network->announce("No web address", {"txtvers=1", "url=ftp://192.0.2.1"});
    m_network->announce("Two lines", {"txtvers=1", "url=http://192.0.2.1\n\x1b[2J"});
    m_network->announce("No key", {"txtvers=1", "url=https://192.0.2.1", "id=3f"});
    ServerProcess plain({"--announce", "yes"}); // the others are announced before it is
    QCOMPARE(found({&plain}), plain.url().c_str() + ("\t" + kName) + "\t-\n");
}

void TestServerCommand::sendsTheTerminalNoControlCharacters() {
    m_network->startDaemon();
    // Clears the screen, in seven bits and in eight; a column and a line of its own; writes from the right.
    m_network->announce("a\x1b[2J\u009b2J\tb\nc\u202ed", {"txtvers=1", "url=http://192.0.2.1"});
    QCOMPARE(server({"find"}).out, "http://192.0.2.1\ta\ufffd[2J\ufffd2J\ufffdb\ufffdc\ufffdd\t-\n");
}

void TestServerCommand::leavesLettersOfAnyScriptAsTheyAre() {
    m_network->startDaemon();
    const QString name = "Façade Süd, 大堂 🏢";
    m_network->announce(name, {"txtvers=1", "url=http://192.0.2.1"});
    QCOMPARE(server({"find"}).out, "http://192.0.2.1\t" + name.toUtf8() + "\t-\n");
}

void TestServerCommand::trustsAPlainServerAndWarns() {
    const ServerProcess plain;
    const QByteArray url = QByteArray::fromStdString(plain.url());
    const auto result = server({"trust", url});
    QCOMPARE(result.exitStatus, 0);
    QCOMPARE(result.out, "Trusted from now on: " + url + "\n");
    QVERIFY2(result.err.contains("without https nothing but the address is pinned"), result.err);
    QCOMPARE(pin(), "url=" + url + "\n");
    QVERIFY(std::filesystem::status(pinFile()).permissions() == std::filesystem::perms(0600));
}

void TestServerCommand::trustsTheKeyThatTheServerShows() {
    const auto secure = secureServer(m_authority.issue());
    const QByteArray url = "https://127.0.0.1:" + QByteArray::number(secure->port());
    QVERIFY(secure->waitForLog(m_key)); // which is what the operator compares with
    const auto result = server({"trust", url});
    QVERIFY2(result.exitStatus == 0, describe(result));
    QCOMPARE(result.out,
             "Trusted from now on: " + url + "\nIts key, to compare with the server's log: " + m_key + "\n");
    QCOMPARE(result.err, "");
    QCOMPARE(pin(), "url=" + url + "\nkey=" + m_keyDigits + "\n");
    QVERIFY(std::filesystem::status(pinFile()).permissions() == std::filesystem::perms(0600));
}

void TestServerCommand::trustsAnotherServerInTheFirstOnesPlace() {
    writePin("url=http://192.0.2.1\n");
    const auto secure = secureServer(m_authority.issue());
    const QByteArray url = "https://127.0.0.1:" + QByteArray::number(secure->port());
    QCOMPARE(server({"trust", url}).exitStatus, 0);
    QCOMPARE(pin(), "url=" + url + "\nkey=" + m_keyDigits + "\n");
}

void TestServerCommand::keepsThePinWhereItRefuses_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nobody vouches for it") << "stranger" << QByteArray("certificate");
    QTest::newRow("another name's certificate") << "elsewhere" << QByteArray("host name did not match");
    QTest::newRow("nobody there") << kClosed << QByteArray("Connection refused");
    QTest::newRow("no such name") << "https://lobby.invalid" << QByteArray("not found");
    QTest::newRow("no scheme") << "lobby.example.org" << QByteArray("http://");
    QTest::newRow("another scheme") << "ftp://lobby.example.org" << QByteArray("http://");
    QTest::newRow("no host") << "https://" << QByteArray("host");
    QTest::newRow("nothing") << "" << QByteArray("http://");
}

void TestServerCommand::keepsThePinWhereItRefuses() {
    QFETCH(QString, url);
    QFETCH(QByteArray, says);
    constexpr std::string_view kOld = "url=http://192.0.2.1\n";
    writePin(kOld);
    std::unique_ptr<ServerProcess> started;
    TestAuthority::Order elsewhere;
    elsewhere.names = {"elsewhere.example.org"};
    if (url == "stranger") started = secureServer(TestAuthority().issue());
    if (url == "elsewhere") started = secureServer(m_authority.issue(elsewhere));
    if (started) url = "https://127.0.0.1:" + QString::number(started->port());
    const auto result = server({"trust", url});
    QCOMPARE(result.exitStatus, 1);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.startsWith("latchkey-kiosk: ") && result.err.contains(url.toUtf8()), result.err);
    QVERIFY2(result.err.contains(says) && result.err.count('\n') == 1, result.err);
    QCOMPARE(pin(), QByteArray(kOld.data(), kOld.size()));
}

void TestServerCommand::refusesToTrustWhereNothingCanBeRemembered() {
    m_home->write(".local", ""); // where the folder would be
    const auto result = server({"trust", "http://192.0.2.1"});
    QCOMPARE(result.exitStatus, 1);
    QVERIFY2(result.err.contains(".local/state/latchkey/trusted-server: "), result.err);
    QCOMPARE(result.out, "");
}

void TestServerCommand::theProgramUsesTheServerThatIsTrusted() {
    QVERIFY(kiosk({"config", "check"}).out.contains("# No server is set or trusted yet"));
    QCOMPARE(server({"trust", "http://192.0.2.1"}).exitStatus, 0);
    const auto result = kiosk({"config", "check"});
    QVERIFY2(result.exitStatus == 0, describe(result));
    const QByteArray file = QByteArray::fromStdString(pinFile().string());
    QVERIFY2(result.out.contains("server = \"http://192.0.2.1\""), result.out);
    QVERIFY2(result.out.contains(file), result.out);
    QVERIFY(!result.out.contains("# No server"));
}

void TestServerCommand::forgetsTheServer() {
    const QByteArray file = QByteArray::fromStdString(pinFile().string());
    QCOMPARE(server({"trust", "http://192.0.2.1"}).exitStatus, 0);
    const auto first = server({"forget"});
    QCOMPARE(first.exitStatus, 0);
    QCOMPARE(first.out, "Forgotten: " + file + "\n");
    QVERIFY(!std::filesystem::exists(pinFile()));
    const auto second = server({"forget"});
    QCOMPARE(second.exitStatus, 0);
    QCOMPARE(second.out, "There is none to forget: " + file + "\n");
}

void TestServerCommand::forgetsWhatCannotBeRead() {
    writePin("nonsense");
    const auto refused = kiosk({"config", "check"});
    QCOMPARE(refused.exitStatus, 2);
    QVERIFY2(refused.err.contains("latchkey-kiosk server forget"), refused.err);
    QCOMPARE(server({"forget"}).exitStatus, 0);
    QCOMPARE(kiosk({"config", "check"}).exitStatus, 0);
}

void TestServerCommand::saysWhyItCannotForget() {
    std::filesystem::create_directories(pinFile() / "a folder in its place");
    const auto result = server({"forget"});
    QCOMPARE(result.exitStatus, 1);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains(": it cannot be removed: "), result.err);
}

QTEST_GUILESS_MAIN(TestServerCommand)
#include "tst_server_command.moc"
