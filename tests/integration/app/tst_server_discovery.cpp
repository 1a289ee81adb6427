// The real server announces itself through a real avahi-daemon, and the screen's side finds it there, asks
// for its key and pins it.

#include "app/client/boottime_scheduler.h"
#include "app/client/server_api.h"
#include "app/client/tls_key.h"
#include "app/discovery/server_choice.h"
#include "tests/support/avahi_network.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/server_process.h"
#include "tests/support/tls_files.h"

#include <QDeadlineTimer>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace latchkey;

namespace {

constexpr int kPatience = 30'000; // ms, of a loaded machine

AnnouncedServer announced(const WebAddress& url, const std::optional<KeyFingerprint>& key) {
    return {"A server", {url, key}};
}

// Keeps what its clients say once the connection is secure, and answers nothing. Lives in a thread of its
// own, so that it hears them while the test's own stands still.
class Listener {
  public:
    explicit Listener(const TestCertificate& identity) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(identity.certificate)));
        configuration.setPrivateKey(QSslKey(QByteArray::fromStdString(identity.key), QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QSslServer::startedEncryptionHandshake, [this](QSslSocket* client) {
            ++met;
            QObject::connect(client, &QIODevice::readyRead,
                             [this, client] { heard += client->readAll().size(); });
        });
        m_server.listen(QHostAddress::LocalHost);
        m_url = "https://127.0.0.1:" + std::to_string(m_server.serverPort());
        m_server.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Listener() {
        QMetaObject::invokeMethod(
            &m_server, [this, home = QThread::currentThread()] { m_server.moveToThread(home); },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    WebAddress url() const { return *WebAddress::parse(m_url); }

    std::atomic<int> met = 0;         // clients
    std::atomic<qsizetype> heard = 0; // bytes of theirs

  private:
    QThread m_thread;
    QSslServer m_server;
    std::string m_url;
};

// Asks, with this thread as busy as one that draws; returns the answer.
std::optional<Result<QrCodeAnswer, ApiFailure>> askWhileBusy(ServerApi& api, const Listener& server) {
    const int before = server.met;
    std::optional<Result<QrCodeAnswer, ApiFailure>> answer;
    const auto call =
        api.getQrCode({}, [&](Result<QrCodeAnswer, ApiFailure> given) { answer = std::move(given); });
    while (server.met == before) QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    QThread::msleep(300); // whatever another thread would send is sent by now
    const QDeadlineTimer limit(kPatience);
    while (!answer && !limit.hasExpired()) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return answer;
}

} // namespace

class TestServerDiscovery : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void cleanup() { m_network->stopDaemon(); }

    void saysThatNoDaemonRuns();
    void findsTheServerAndNoticesThatItIsGone();
    void findsItAgainWhenTheDaemonRestarts();
    void announcesTwoServersUnderTwoNames();
    void pinsAPlainServerOnlyOnceItIsTrusted();
    void pinsTheKeyThatASecureServerShows();
    void refusesAServerWithAnotherKeyThanItAnnounces();
    void refusesAServerThatNobodyVouchesFor();
    void givesUpOnAServerThatIsSilent();
    void asksNothingOfAServerThatHasChangedItsKey();
    void asksNothingOfAServerThatOnlyHasTheKey();
    void asksTheServerThatHasTheKey();

  private:
    std::unique_ptr<ServerProcess> secureServer();
    WebAddress secureUrl(const ServerProcess& server) const;

    TemporaryFolder m_folder;
    std::unique_ptr<AvahiNetwork> m_network;
    TestAuthority m_authority;
    std::optional<KeyFingerprint> m_key; // of the secure server
    BoottimeScheduler m_scheduler;
};

void TestServerDiscovery::initTestCase() {
    if (const QByteArray reason = AvahiNetwork::missing(); !reason.isEmpty()) QSKIP(reason);
    m_network = std::make_unique<AvahiNetwork>();
    QSslConfiguration trusts = QSslConfiguration::defaultConfiguration();
    trusts.setCaCertificates({QSslCertificate(QByteArray::fromStdString(m_authority.certificate()))});
    QSslConfiguration::setDefaultConfiguration(trusts);
}

std::unique_ptr<ServerProcess> TestServerDiscovery::secureServer() {
    const auto files = writeFiles(m_folder, m_authority.issue());
    m_key = TlsIdentity::load(files)->fingerprint();
    return std::make_unique<ServerProcess>(QStringList{"--announce", "yes"} + tlsArguments(files));
}

WebAddress TestServerDiscovery::secureUrl(const ServerProcess& server) const {
    return *WebAddress::parse("https://127.0.0.1:" + std::to_string(server.port()));
}

void TestServerDiscovery::saysThatNoDaemonRuns() {
    ServiceBrowser browser(m_network->bus());
    ServerChoice choice(browser, {}, m_scheduler);
    browser.start();
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<choice::Deaf>(choice.phase()), kPatience);
    m_network->startDaemon();
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<choice::Offering>(choice.phase()), kPatience);
}

void TestServerDiscovery::findsTheServerAndNoticesThatItIsGone() {
    m_network->startDaemon();
    ServiceBrowser browser(m_network->bus());
    browser.start();
    ServerProcess server({"--announce", "yes"});
    QTRY_COMPARE_WITH_TIMEOUT(browser.servers().size(), std::size_t(1), kPatience);
    QCOMPARE(browser.servers().front().says.url.text(), server.url());
    QVERIFY(!browser.servers().front().says.key);
    QCOMPARE(server.terminate(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(browser.servers().empty(), kPatience);
}

void TestServerDiscovery::findsItAgainWhenTheDaemonRestarts() {
    m_network->startDaemon();
    ServiceBrowser browser(m_network->bus());
    browser.start();
    ServerProcess server({"--announce", "yes"});
    QTRY_COMPARE_WITH_TIMEOUT(browser.servers().size(), std::size_t(1), kPatience);
    m_network->stopDaemon();
    QTRY_VERIFY_WITH_TIMEOUT(!browser.working(), kPatience);
    QVERIFY(browser.servers().empty());
    m_network->startDaemon();
    QTRY_COMPARE_WITH_TIMEOUT(browser.servers().size(), std::size_t(1), kPatience);
    QVERIFY(browser.working());
}

void TestServerDiscovery::announcesTwoServersUnderTwoNames() {
    m_network->startDaemon();
    ServiceBrowser browser(m_network->bus());
    browser.start();
    const ServerProcess one({"--announce", "yes"});
    const ServerProcess other({"--announce", "yes"});
    QTRY_COMPARE_WITH_TIMEOUT(browser.servers().size(), std::size_t(2), kPatience);
    QVERIFY(browser.servers()[0].name != browser.servers()[1].name);
}

void TestServerDiscovery::pinsAPlainServerOnlyOnceItIsTrusted() {
    const auto file = m_folder.file("plain");
    ServiceBrowser browser(m_network->bus());
    ServerChoice choice(browser, file, m_scheduler);
    choice.choose(announced(*WebAddress::parse("http://127.0.0.1:1"), {}));
    QVERIFY(std::holds_alternative<choice::Asking>(choice.phase()));
    choice.back();
    choice.trust();
    QVERIFY(!std::filesystem::exists(file));
    choice.choose(announced(*WebAddress::parse("http://127.0.0.1:1"), {}));
    choice.trust();
    QCOMPARE((**readServerPin(file)).address.text(), "http://127.0.0.1:1");
}

void TestServerDiscovery::pinsTheKeyThatASecureServerShows() {
    m_network->startDaemon();
    const auto file = m_folder.file("secure");
    ServiceBrowser browser(m_network->bus());
    ServerChoice choice(browser, file, m_scheduler);
    browser.start();
    const auto server = secureServer();
    QTRY_COMPARE_WITH_TIMEOUT(browser.servers().size(), std::size_t(1), kPatience);
    QVERIFY(browser.servers().front().says.key == m_key);
    choice.choose(browser.servers().front());
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<choice::Asking>(choice.phase()), kPatience);
    choice.trust();
    const auto pin = readServerPin(file);
    QVERIFY((*pin)->address == secureUrl(*server));
    QVERIFY((*pin)->key == m_key);
}

void TestServerDiscovery::refusesAServerWithAnotherKeyThanItAnnounces() {
    const auto server = secureServer();
    ServiceBrowser browser(m_network->bus());
    ServerChoice choice(browser, m_folder.file("impostor"), m_scheduler);
    choice.choose(announced(secureUrl(*server), KeyFingerprint({1})));
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<choice::Refused>(choice.phase()), kPatience);
    QVERIFY(std::get<choice::Refused>(choice.phase()).cause == choice::Refused::Cause::AnotherKey);
    choice.trust();
    QVERIFY(!std::filesystem::exists(m_folder.file("impostor")));
}

void TestServerDiscovery::refusesAServerThatNobodyVouchesFor() {
    const TestAuthority stranger;
    const auto files = writeFiles(m_folder, stranger.issue());
    const ServerProcess server(tlsArguments(files));
    ServiceBrowser browser(m_network->bus());
    ServerChoice choice(browser, {}, m_scheduler);
    choice.choose(announced(secureUrl(server), {}));
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<choice::Refused>(choice.phase()), kPatience);
    QVERIFY(std::get<choice::Refused>(choice.phase()).cause == choice::Refused::Cause::NoConnection);
}

void TestServerDiscovery::givesUpOnAServerThatIsSilent() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ManualScheduler clock;
    ServiceBrowser browser(m_network->bus());
    ServerChoice choice(browser, {}, clock);
    choice.choose(
        announced(*WebAddress::parse("https://127.0.0.1:" + std::to_string(silent.serverPort())), {}));
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), kPatience);
    clock.advance(KeyProbe::kPatience - std::chrono::milliseconds(1));
    QVERIFY(std::holds_alternative<choice::Checking>(choice.phase()));
    clock.advance(std::chrono::milliseconds(1));
    QVERIFY(std::holds_alternative<choice::Refused>(choice.phase()));
    QVERIFY(std::get<choice::Refused>(choice.phase()).cause == choice::Refused::Cause::NoConnection);
}

void TestServerDiscovery::asksNothingOfAServerThatHasChangedItsKey() {
    const TestCertificate identity = m_authority.issue();
    Listener impostor(identity);
    ServerApi api(impostor.url(), {}, m_scheduler);
    api.demandKey(KeyFingerprint({1}));
    for (int round = 1; round <= 3; ++round) {
        const auto answer = askWhileBusy(api, impostor);
        QVERIFY(answer && !*answer);
        QVERIFY2(answer->error().sentence.find("latchkey-kiosk server forget") != std::string::npos,
                 answer->error().sentence.c_str());
    }
    QCOMPARE(impostor.heard.load(), qsizetype(0));

    // It would have heard a request.
    ServerApi believer(impostor.url(), {}, m_scheduler);
    believer.demandKey(*fingerprintOf(QSslCertificate(QByteArray::fromStdString(identity.certificate))));
    bool answered = false;
    const auto call =
        believer.getQrCode({}, [&](const Result<QrCodeAnswer, ApiFailure>&) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(impostor.heard > 0, kPatience);
    QVERIFY(!answered);
}

// In a certificate that nobody vouches for, or that is another name's.
void TestServerDiscovery::asksNothingOfAServerThatOnlyHasTheKey() {
    TestAuthority::Order elsewhere;
    elsewhere.names = {"elsewhere.example.org"};
    for (const TestCertificate& identity : {TestAuthority().issue(), m_authority.issue(elsewhere)}) {
        Listener impostor(identity);
        ServerApi api(impostor.url(), {}, m_scheduler);
        api.demandKey(*fingerprintOf(QSslCertificate(QByteArray::fromStdString(identity.certificate))));
        const auto answer = askWhileBusy(api, impostor);
        QVERIFY(answer && !*answer);
        QCOMPARE(impostor.heard.load(), qsizetype(0));
    }
}

void TestServerDiscovery::asksTheServerThatHasTheKey() {
    const auto server = secureServer();
    ServerApi api(secureUrl(*server), {}, m_scheduler);
    api.demandKey(*m_key);
    for (int round = 1; round <= 2; ++round) { // the second over the connection of the first
        std::optional<Result<QrCodeAnswer, ApiFailure>> answer;
        const auto call =
            api.getQrCode({}, [&](Result<QrCodeAnswer, ApiFailure> given) { answer = std::move(given); });
        QTRY_VERIFY_WITH_TIMEOUT(answer, kPatience);
        QVERIFY2(bool(*answer), answer->operator bool() ? "" : answer->error().sentence.c_str());
    }
}

QTEST_GUILESS_MAIN(TestServerDiscovery)
#include "tst_server_discovery.moc"
