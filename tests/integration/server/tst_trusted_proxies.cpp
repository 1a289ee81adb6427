// The client's address behind a proxy, from the header to the audit, against a real process. The proxy's part
// is played by a client that sends what proxies send.
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QTest>

#include <csignal>

using namespace latchkey;

class TestTrustedProxies : public QObject {
    Q_OBJECT

    // What a proxy passes on when a phone that nobody enrolled approves a code.
    static WireClient::Answer refusedProof(const ServerProcess& server, const std::string& forwardedFor) {
        WireClient phone(server.port());
        return phone.post("/fast", TestWallet().payload(phone.freshCode().qr).toJson(), "application/json",
                          {{"X-Forwarded-For", forwardedFor}});
    }
    // The address in the newest audit line of a refused proof.
    static QString auditedAddress(const ServerProcess& server) {
        const QByteArray lines = server.administer({"audit", "--json"}).out;
        QString address;
        for (const QByteArray& line : lines.split('\n')) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            if (entry["event"] == "login.refused") address = entry["address"].toString();
        }
        return address;
    }

  private slots:
    void whoIsNotListedIsNotBelieved() {
        ServerProcess server({"--trusted-proxies", "192.0.2.1"});
        refusedProof(server, "203.0.113.7");
        QCOMPARE(auditedAddress(server), "127.0.0.1");
    }

    void theClientOfAListedProxyIsAudited() {
        ServerProcess server({"--trusted-proxies", "127.0.0.1", "--trusted-proxies", "10.0.0.0/8"});
        refusedProof(server, "198.51.100.1, 203.0.113.7, 10.0.0.2");
        QCOMPARE(auditedAddress(server), "203.0.113.7");
        refusedProof(server, "2001:db8::7");
        QCOMPARE(auditedAddress(server), "2001:db8::7");
        QVERIFY(server.waitForLog("\"address\":\"2001:db8::7\""));
        // What the proxy says of scheme and host changes no address that phones open.
        const auto code =
            WireClient(server.port())
                .freshCode({{"X-Forwarded-Proto", "https"}, {"X-Forwarded-Host", "evil.example"}});
        QVERIFY(code.qr.starts_with(server.url() + "/fast?"));
    }

    void eachClientOfAProxyHasItsOwnLimit() {
        ServerProcess server({"--trusted-proxies", "127.0.0.1", "--refused-proofs-per-minute", "1"});
        QCOMPARE(refusedProof(server, "203.0.113.7").status, 404);
        QCOMPARE(refusedProof(server, "203.0.113.7").status, 429);
        QCOMPARE(refusedProof(server, "203.0.113.8").status, 404);
        QCOMPARE(refusedProof(server, "198.51.100.1, 203.0.113.7").status, 429);
    }

    void theListIsReloaded() {
        const TemporaryFolder folder;
        const auto file = folder.write("server.toml", "");
        ServerProcess server({"--config", QString::fromStdString(file.string())});
        refusedProof(server, "203.0.113.7");
        QCOMPARE(auditedAddress(server), "127.0.0.1");
        folder.write("server.toml", "trusted_proxies = ['127.0.0.0/8']\n");
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.reloaded"));
        refusedProof(server, "203.0.113.7");
        QCOMPARE(auditedAddress(server), "203.0.113.7");
    }
};

QTEST_GUILESS_MAIN(TestTrustedProxies)
#include "tst_trusted_proxies.moc"
