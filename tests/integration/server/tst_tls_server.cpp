// The server as a process that speaks TLS: how it starts, what it says of its certificate, how it reloads.
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/tls_client.h"
#include "tests/support/tls_files.h"
#include "tests/support/wire_client.h"

#include <QTest>

#include <csignal>
#include <thread>

using namespace latchkey;

class TestTlsServer : public QObject {
    Q_OBJECT

    TestAuthority m_authority;
    TemporaryFolder m_folder;
    QString m_certificate;
    QString m_key;

    void place(const TestCertificate& made) {
        const auto files = writeFiles(m_folder, made);
        m_folder.write("authority.pem", m_authority.certificate());
        m_certificate = QString::fromStdString(files.certificate.string());
        m_key = QString::fromStdString(files.key.string());
    }
    QStringList arguments(const QStringList& more = {}) const {
        return QStringList{"--tls-cert", m_certificate, "--tls-key", m_key} + more;
    }
    WireClient client(const ServerProcess& server) const {
        return {"https://127.0.0.1:" + std::to_string(server.port()), m_folder.file("authority.pem")};
    }
    TlsClient::Options trusting() const { return {.trusted = m_authority.certificate()}; }
    std::string certificateOf(const ServerProcess& server) const {
        return TlsClient(server.port(), trusting()).serverCertificate();
    }
    // Has the server know a user with that wallet.
    static void enrol(const ServerProcess& server, const TestWallet& ada) {
        QCOMPARE(server.administer({"user", "add", "Ada"}).exitStatus, 0);
        QCOMPARE(
            server.administer({"device", "add", "Ada", "--address", QString::fromStdString(ada.address())})
                .exitStatus,
            0);
    }
    ProgramResult run(const QStringList& command) const {
        return runProgram(LATCHKEY_SERVER_PROGRAM, command, m_folder.path());
    }

  private slots:
    void init() { place(m_authority.issue()); }

    void aLoginOverTls() {
        ServerProcess server(arguments());
        const TestWallet ada;
        enrol(server, ada);
        WireClient kiosk = client(server);
        const auto code = kiosk.freshCode();
        QVERIFY(code.qr.starts_with("https://127.0.0.1:" + std::to_string(server.port()) + "/fast?s="));
        WireClient::Answer held;
        {
            std::jthread polling([&] { held = client(server).status(code.sid, "&wait=30"); });
            QCOMPARE(client(server).approve(ada, code.qr).status, 200);
        }
        QCOMPARE(held.json()["state"].toString(), "authenticated");
        QCOMPARE(kiosk.dashboard(code.sid).status, 200);
        const std::string cookie = kiosk.get("/api/getqrcode?sid=null").header("Set-Cookie");
        QVERIFY2(cookie.find("; Secure") != std::string::npos, cookie.c_str());
        QCOMPARE(kiosk.get("/api/health").header("Strict-Transport-Security"),
                 std::string("max-age=31536000"));
        QVERIFY(server.waitForLog("tls.certificate"));
        QVERIFY(!server.log().contains("tls.fault"));
    }

    void answersDemandHttpsBehindAProxyToo() {
        ServerProcess behind({"--public-url", "https://login.example.org"});
        QCOMPARE(WireClient(behind.port()).get("/api/health").header("Strict-Transport-Security"),
                 std::string("max-age=31536000"));
        QVERIFY(behind.waitForLog("server.proxy_unknown"));
        ServerProcess plain;
        QCOMPARE(WireClient(plain.port()).get("/api/health").header("Strict-Transport-Security"),
                 std::string());
    }

    void aRenewedCertificateDropsNoPollAndNoLogin() {
        ServerProcess server(arguments());
        const TestWallet ada;
        enrol(server, ada);
        WireClient kiosk = client(server); // keeps its connection
        const auto active = kiosk.freshCode();
        QCOMPARE(kiosk.approve(ada, active.qr).status, 200);
        const auto waiting = kiosk.freshCode();
        const std::string old = certificateOf(server);
        TlsClient held(server.port(), trusting());
        QCOMPARE(held.serverCertificate(), old);
        held.write("GET /api/checkfast?wait=30&sid=" + waiting.sid.reveal() +
                   " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        const auto renewed = m_authority.issue();
        place(renewed);
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.reloaded"));
        QVERIFY(renewed.certificate != old);
        QCOMPARE(certificateOf(server), renewed.certificate);
        QCOMPARE(kiosk.status(active.sid).json()["state"].toString(), "authenticated");
        QCOMPARE(kiosk.approve(ada, waiting.qr).status, 200);
        const std::string answer = held.readToTheEnd();
        QVERIFY2(answer.find("authenticated") != std::string::npos, answer.c_str());
        QCOMPARE(server.log().count("tls.certificate"), 2); // at the start, and now
    }

    void aBrokenNewCertificateLeavesTheOldOne() {
        ServerProcess server(arguments());
        const std::string old = certificateOf(server);
        QVERIFY(!old.empty());
        m_folder.write("key.pem", m_authority.issue().key);
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.reloaded"));
        QVERIFY(server.log().contains("tls.refused"));
        QVERIFY(server.log().contains("this is not the key of the first certificate"));
        QCOMPARE(certificateOf(server), old);
    }

    void switchingTlsOnTakesAnotherStart() {
        const auto file = m_folder.write("server.toml", "");
        ServerProcess server({"--config", QString::fromStdString(file.string())});
        m_folder.write("server.toml", "tls_cert = '" + m_certificate.toStdString() + "'\ntls_key = '" +
                                          m_key.toStdString() + "'\n");
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.reloaded"));
        QVERIFY(server.log().contains("config.needs_restart") && server.log().contains("tls_cert"));
        QCOMPARE(WireClient(server.port()).get("/api/health").status, 200);
    }

    void saysWhyItCannotStart() {
        const auto refused = [&](const QStringList& more, int status, const char* words) {
            const auto result = run(QStringList{"serve", "--listen", "127.0.0.1:0"} + more);
            QCOMPARE(result.exitStatus, status);
            QVERIFY2(result.err.contains(words), result.err);
        };
        refused({"--tls-cert", m_certificate}, 2, "it needs its key: give tls_key too");
        refused({"--tls-key", m_key}, 2, "it needs its certificate: give tls_cert too");
        refused(arguments({"--public-url", "http://h"}), 2, "speaks https only");
        refused({"--tls-cert", "/none.pem", "--tls-key", m_key}, 1,
                "/none.pem: the certificate cannot be read");
        refused({"--tls-cert", m_certificate, "--tls-key", m_certificate}, 1, "others can read the key");
        refused({"--trusted-proxies", "192.0.2.0/24", "--trusted-proxies", "proxy"}, 2,
                "\"proxy\" is no IP address or network");
        m_folder.write("key.pem", m_authority.issue().key);
        refused(arguments(), 1, "this is not the key of the first certificate");
    }

    void warnsOfWhatPhonesWillFindFaultWith() {
        TestAuthority::Order order;
        order.names = {"other.example.org"};
        order.validUntil = -std::chrono::minutes(30);
        place(m_authority.issue(order));
        ServerProcess server(arguments({"--public-url", "https://login.example.org"}));
        QVERIFY(server.waitForLog("the certificate expired at 20"));
        QVERIFY(server.waitForLog("not for login.example.org but for other.example.org"));
        QVERIFY(!server.log().contains("server.proxy_unknown"));
    }

    void configCheckLooksAtTheCertificate() {
        const auto good = run(QStringList{"config", "check", "--listen", "127.0.0.1:8420"} + arguments());
        QCOMPARE(good.exitStatus, 0);
        QVERIFY2(good.out.contains("tls_cert = \"" + m_certificate.toUtf8() + "\"  # --tls-cert"), good.out);
        QVERIFY2(good.out.contains("public_url = \"https://127.0.0.1:8420\""), good.out);
        QVERIFY2(good.out.contains("# The certificate is for localhost, 127.0.0.1; valid until 20"),
                 good.out);
        QCOMPARE(good.err, QByteArray());
        const auto wrong = run(QStringList{"config", "check", "--public-url", "https://h"} + arguments());
        QCOMPARE(wrong.exitStatus, 0);
        QVERIFY2(wrong.err.contains("the certificate is not for h but"), wrong.err);
        m_folder.write("key.pem", m_authority.issue().key);
        const auto broken = run(QStringList{"config", "check"} + arguments());
        QCOMPARE(broken.exitStatus, 1);
        QVERIFY2(broken.err.contains("this is not the key"), broken.err);
    }
};

QTEST_GUILESS_MAIN(TestTlsServer)
#include "tst_tls_server.moc"
