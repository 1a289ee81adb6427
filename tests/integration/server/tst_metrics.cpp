// What a running server tells its operator: each thing is made to happen, and has to be counted.
#include "common/qr_string.h"
#include "tests/support/broken_database.h"
#include "tests/support/eventually.h"
#include "tests/support/metrics_page.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/tls_client.h"
#include "tests/support/tls_files.h"
#include "tests/support/wire_client.h"

#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <thread>

using namespace latchkey;

namespace {

QString attempts(const char* proof, const char* outcome) {
    return QString("latchkey_login_attempts_total{proof=\"%1\",outcome=\"%2\"}").arg(proof, outcome);
}

QString requests(const char* method, const char* route, int status) {
    return QString("latchkey_http_requests_total{method=\"%1\",route=\"%2\",status=\"%3\"}")
        .arg(method, route)
        .arg(status);
}

QString refusals(const char* reason) {
    return QString("latchkey_refusals_total{reason=\"%1\"}").arg(reason);
}

QString turnedAway(const char* reason) {
    return QString("latchkey_front_refusals_total{reason=\"%1\"}").arg(reason);
}

void enrol(const ServerProcess& server, const TestWallet& wallet) {
    QCOMPARE(server.administer({"user", "add", "Ada"}).exitStatus, 0);
    const QString address = QString::fromStdString(wallet.address());
    QCOMPARE(server.administer({"device", "add", "Ada", "--address", address}).exitStatus, 0);
}

// Sends that on a connection of its own, and takes the answer.
// Until the server has sent that, or no more.
QByteArray exchange(int port, const QByteArray& request, const QByteArray& end = "\r\n\r\n") {
    QTcpSocket socket;
    socket.connectToHost("127.0.0.1", static_cast<quint16>(port));
    if (!socket.waitForConnected()) return "no connection";
    socket.write(request);
    QByteArray answer;
    while (!answer.contains(end) && socket.waitForReadyRead()) answer += socket.readAll();
    return answer;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

  private slots:
    void anApprovalIsCounted() {
        const ServerProcess server;
        const TestWallet ada;
        enrol(server, ada);
        WireClient phone(server.port());
        const auto code = phone.freshCode();
        const auto before = MetricsPage::of(phone);
        QCOMPARE(phone.approve(ada, code.qr).status, 200);
        QCOMPARE(phone.signOut(code.sid).status, 200);
        const auto after = MetricsPage::of(phone);
        const auto grew = [&](const QString& series, double by) {
            QCOMPARE(after.at(series), before.find(series).value_or(0) + by);
        };
        grew(attempts("signed_message", "approved"), 1);
        grew(attempts("signed_message", "refused"), 0);
        grew("latchkey_proof_verification_duration_seconds_count{proof=\"signed_message\"}", 1);
        const QString writes = "latchkey_database_operation_duration_seconds_count{operation=\"write\"}";
        QVERIFY(after.at(writes) >= before.at(writes) + 2); // and what the server forgets by itself
        grew("latchkey_database_errors_total{operation=\"write\"}", 0);
        grew("latchkey_logins_ended_total{how=\"signed_out\"}", 1);
        grew(requests("POST", "/fast", 200), 1);
        grew(requests("GET", "/api/getqrcode", 200), 0);
        grew("latchkey_http_request_duration_seconds_count{method=\"POST\",route=\"/fast\"}", 1);
        const double spent =
            after.at("latchkey_http_request_duration_seconds_sum{method=\"POST\",route=\"/fast\"}");
        QVERIFY2(spent > 0 && spent < 30, qPrintable(QString::number(spent)));
    }

    void theKeysAreTold() {
        const ServerProcess server;
        const auto keys = QJsonDocument::fromJson(server.administer({"key", "list", "--json"}).out);
        WireClient client(server.port());
        QCOMPARE(MetricsPage::of(client).at("latchkey_key_start_timestamp_seconds{key=\"" +
                                            keys[0]["key"].toString() + "\"}"),
                 0.0);
    }

    void refusalsAreCountedByReason() {
        const ServerProcess server;
        const TestWallet ada;
        enrol(server, ada);
        WireClient phone(server.port());
        const auto expect = [&](const char* reason, const std::function<void(const std::string& qr)>& act) {
            act(phone.freshCode().qr);
            QCOMPARE(MetricsPage::of(phone).at(refusals(reason)), 1);
        };
        expect("malformed", [&](const std::string&) { phone.post("/fast", "{}"); });
        expect("not_our_challenge", [&](const std::string& qr) { phone.approve(ada, qr + "x"); });
        expect("not_enrolled", [&](const std::string& qr) { phone.approve(TestWallet(2), qr); });
        expect("signature_mismatch", [&](const std::string& qr) {
            auto proof = ada.payload(phone.freshCode().qr).toJson();
            const auto message = proof.find(qr.substr(0, 20));
            QVERIFY(message != std::string::npos);
            proof.replace(message, proof.find('"', message) - message, qr);
            QCOMPARE(phone.post("/fast", proof).status, 406);
        });
        expect("already_used", [&](const std::string& qr) {
            QCOMPARE(phone.approve(ada, qr).status, 200);
            phone.approve(ada, qr);
        });
        expect("scan_ended", [&](const std::string&) {
            phone.post("/api/phone/pick", "{\"scan\":\"none\",\"number\":\"12\"}");
        });
        expect("wrong_number", [&](const std::string& qr) {
            const auto opened = phone.post("/api/phone/open", "{\"challenge\":\"" + qr + "\"}");
            const std::string scan = opened.json()["scan"].toString().toStdString();
            QCOMPARE(phone.post("/api/phone/pick", "{\"number\":\"00\",\"scan\":\"" + scan + "\"}").status,
                     403);
        });
        expect("invitation_ended",
               [&](const std::string&) { phone.post("/api/phone/invitation", "{\"invitation\":\"none\"}"); });
        const auto page = MetricsPage::of(phone);
        QCOMPARE(page.at(attempts("unreadable", "refused")), 1);
        QCOMPARE(page.at(attempts("signed_message", "refused")), 4);
        QCOMPARE(page.at("latchkey_scans_opened_total"), 1);
        QCOMPARE(page.at("latchkey_scans_burnt_total{how=\"wrong_number\"}"), 1);
        QCOMPARE(page.at(refusals("too_many")), 0);
    }

    void whatIsRefusedForItsNumberIsCountedAsThat() {
        const ServerProcess server({"--refused-proofs-per-minute", "1"});
        WireClient phone(server.port());
        for (int i = 0; i < 3; ++i) phone.post("/fast", "{}");
        const auto page = MetricsPage::of(phone);
        QCOMPARE(page.at(refusals("malformed")), 1);
        QCOMPARE(page.at(refusals("too_many")), 2);
    }

    void whatFailsForTheDatabaseIsNoRefusal() {
        const ServerProcess server;
        const TestWallet ada;
        enrol(server, ada);
        WireClient phone(server.port());
        const auto code = phone.freshCode();
        breakDatabase(server.folder().file(".local/state/latchkey/latchkey.db"));
        QCOMPARE(phone.approve(ada, code.qr).status, 500);
        const auto page = MetricsPage::of(phone);
        QCOMPARE(page.at(attempts("signed_message", "failed")), 1);
        QCOMPARE(page.at(attempts("signed_message", "refused")), 0);
        QCOMPARE(page.at("latchkey_database_errors_total{operation=\"write\"}"), 1);
        QCOMPARE(page.at(requests("POST", "/fast", 500)), 1);
    }

    void aPollIsAGaugeWhileItIsHeldAndNoWorkOfTheServers() {
        const ServerProcess server;
        const TestWallet ada;
        enrol(server, ada);
        WireClient kiosk(server.port());
        const auto code = kiosk.freshCode();
        const auto page = [&] { return MetricsPage::of(kiosk); };
        QCOMPARE(page().at("latchkey_polls_held"), 0);
        {
            const std::jthread polling([&] { WireClient(server.port()).status(code.sid, "&wait=30"); });
            QVERIFY(eventually([&] { return page().at("latchkey_polls_held") == 1; }));
            QVERIFY(!page().find(requests("GET", "/api/checkfast", 200)));
            QCOMPARE(kiosk.approve(ada, code.qr).status, 200);
        }
        QCOMPARE(page().at("latchkey_polls_held"), 0);
        QCOMPARE(page().at(requests("GET", "/api/checkfast", 200)), 1);
        QCOMPARE(page().at("latchkey_poll_hold_duration_seconds_count"), 1);
        kiosk.status(code.sid, "&wait=3&state=authenticated"); // held to the end
        QCOMPARE(page().at("latchkey_poll_hold_duration_seconds_count"), 2);
        const double held = page().at("latchkey_poll_hold_duration_seconds_sum");
        const double worked =
            page().at("latchkey_http_request_duration_seconds_sum{method=\"GET\",route=\"/api/checkfast\"}");
        // It would be more than what they were held for if that were in it.
        QVERIFY2(held > 2.9 && worked < held, qPrintable(QString("%1 %2").arg(held).arg(worked)));
    }

    void connectionsAndWorkersAreTold() {
        const ServerProcess server({"--workers", "4", "--max-connections", "100"});
        WireClient client(server.port());
        const auto before = MetricsPage::of(client);
        QCOMPARE(before.at("latchkey_connections"), 1);
        QCOMPARE(before.at("latchkey_connections_limit"), 100);
        QCOMPARE(before.at("latchkey_workers"), 4);
        QCOMPARE(before.at("latchkey_workers_busy"), 1); // with this
        QCOMPARE(before.at("latchkey_requests_waiting"), 0);
        QTcpSocket other;
        other.connectToHost("127.0.0.1", static_cast<quint16>(server.port()));
        QVERIFY(other.waitForConnected());
        QVERIFY(eventually([&] { return MetricsPage::of(client).at("latchkey_connections") == 2; }));
        QCOMPARE(MetricsPage::of(client).at("latchkey_connections_accepted_total"),
                 before.at("latchkey_connections_accepted_total") + 1);
    }

    void whatTheFrontTurnsAwayIsCounted() {
        const ServerProcess server({"--max-connections-per-address", "8"}); // more than leave at a time
        const auto refused = [&](const QByteArray& request, const char* status) {
            const QByteArray answer = exchange(server.port(), request);
            QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 ") + status), answer);
        };
        refused("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n", "431");
        refused("POST /fast HTTP/1.1\r\nContent-Length: 70000\r\n\r\n", "413");
        refused("GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", "400");
        refused("POST /fast HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "501");
        const QByteArray atOnce = QByteArray("GET /api/health/live HTTP/1.1\r\n\r\n").repeated(33);
        QVERIFY(exchange(server.port(), atOnce, "HTTP/1.1 429").contains("HTTP/1.1 429"));
        const auto connected = [&] { return MetricsPage::of(server.port()).at("latchkey_connections"); };
        QVERIFY(eventually([&] { return connected() == 1; })); // those have gone
        std::array<QTcpSocket, 9> sockets;
        for (QTcpSocket& socket : sockets) {
            socket.connectToHost("127.0.0.1", static_cast<quint16>(server.port()));
            QVERIFY(socket.waitForConnected());
        }
        QVERIFY(sockets.back().waitForReadyRead());
        QVERIFY(sockets.back().readAll().startsWith("HTTP/1.1 503"));
        for (QTcpSocket& socket : sockets) socket.abort();
        std::optional<MetricsPage> page;
        QVERIFY(eventually([&] {
            const auto answer = WireClient(server.port()).get("/metrics");
            if (answer.status == 200) page.emplace(answer.body);
            return page.has_value();
        }));
        for (const char* reason : {"headers_too_large", "body_too_large", "bad_request", "transfer_coding",
                                   "too_many_from_address"})
            QVERIFY2(page->at(turnedAway(reason)) >= 1, reason);
        for (const char* reason :
             {"headers_too_large", "body_too_large", "bad_request", "transfer_coding", "pipelined"})
            QCOMPARE(page->at(turnedAway(reason)), 1);
        for (const char* reason : {"too_many_connections", "plain_http", "too_slow"})
            QCOMPARE(page->at(turnedAway(reason)), 0);
    }

    void oneConnectionTooManyInAllIsCounted() {
        const ServerProcess server({"--max-connections", "16"});
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        WireClient client(server.port());
        QCOMPARE(client.get("/api/health/live").status, 200); // has its own
        for (int i = 0; i < 16; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost("127.0.0.1", static_cast<quint16>(server.port()));
            QVERIFY(sockets.back()->waitForConnected());
        }
        QVERIFY(sockets.back()->waitForReadyRead());
        const auto page = MetricsPage::of(client);
        QCOMPARE(page.at(turnedAway("too_many_connections")), 1);
        QCOMPARE(page.at("latchkey_connections"), 16);
    }

    void tlsHandshakesAndTheCertificatesEndAreTold() {
        const TestAuthority authority;
        const TemporaryFolder folder;
        const ServerProcess server(tlsArguments(writeFiles(folder, authority.issue())));
        const auto file = folder.write("authority.pem", authority.certificate());
        WireClient client("https://127.0.0.1:" + std::to_string(server.port()), file);
        const auto done = [&] {
            return MetricsPage::of(client).at("latchkey_tls_handshakes_total{outcome=\"done\"}");
        };
        const auto failed = [&] {
            return MetricsPage::of(client).at("latchkey_tls_handshakes_total{outcome=\"failed\"}");
        };
        QCOMPARE(done(), 1);
        QCOMPARE(failed(), 0);
        TlsClient::Options trustingNobody;
        trustingNobody.trusted = TestAuthority().certificate();
        QVERIFY(!TlsClient(server.port(), trustingNobody).connected());
        QVERIFY(eventually([&] { return failed() == 1; }));
        QCOMPARE(done(), 1);
        QVERIFY(exchange(server.port(), "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400"));
        QCOMPARE(MetricsPage::of(client).at(turnedAway("plain_http")), 1);
        const double left = MetricsPage::of(client).at("latchkey_tls_certificate_expiry_timestamp_seconds") -
                            static_cast<double>(std::time(nullptr));
        QVERIFY2(left > 23 * 3600 && left < 25 * 3600, qPrintable(QString::number(left)));
    }

    void whatAClientWritesIsInNoLabel() {
        const ServerProcess server;
        WireClient client(server.port());
        const auto code = client.freshCode();
        QCOMPARE(client.get("/private/" + code.sid.reveal()).status, 404);
        QCOMPARE(client.get("/api/checkfast/extra").status, 404);
        exchange(server.port(), "BREW /fast HTTP/1.1\r\nConnection: close\r\n\r\n");
        client.status(code.sid);
        const auto page = MetricsPage::of(client);
        QVERIFY(page.at(requests("other", "other", 404)) >= 2);
        for (const std::string& theirs : {code.sid.reveal(), std::string("private"), std::string("extra"),
                                          std::string("BREW"), QrString::parse(code.qr)->sessionId.text()})
            QVERIFY2(!page.text().contains(QString::fromStdString(theirs)), theirs.c_str());
    }

    void theyAreForTheOperatorAlone() {
        const TemporaryFolder folder;
        const auto file = folder.write("server.toml", "metrics_from = ['192.0.2.0/24']\n");
        ServerProcess server({"--config", QString::fromStdString(file.string())});
        WireClient client(server.port());
        const auto asks = [&](const httplib::Headers& headers) {
            return client.get("/metrics", headers).status;
        };
        const auto refused = client.get("/metrics");
        QCOMPARE(refused.status, 403);
        QVERIFY2(refused.json()["message"].toString().contains("metrics_from"), refused.body.c_str());
        QCOMPARE(asks({{"X-Forwarded-For", "192.0.2.1"}}), 403); // says who is no proxy of ours

        folder.write("server.toml", "metrics_from = ['198.51.100.0/24']\ntrusted_proxies = ['127.0.0.1']\n");
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.reloaded"));
        QCOMPARE(asks({{"X-Forwarded-For", "198.51.100.7"}}), 200);
        QCOMPARE(asks({{"X-Forwarded-For", "192.0.2.1"}}), 403);
        QCOMPARE(asks({}), 403);
    }

    void aProxyThatNobodyNamedMakesNobodyAnOperator() {
        const ServerProcess server; // which trusts this machine
        WireClient proxy(server.port());
        QCOMPARE(proxy.get("/metrics").status, 200);
        for (const char* header : {"X-Forwarded-For", "Forwarded", "Via"})
            QCOMPARE(proxy.get("/metrics", {{header, "127.0.0.1"}}).status, 403);
    }

    void theTypeIsPrometheus() {
        const ServerProcess server;
        const auto answer = WireClient(server.port()).get("/metrics");
        QCOMPARE(answer.header("Content-Type"), std::string("text/plain; version=0.0.4; charset=utf-8"));
        const MetricsPage page(answer.body);
        QCOMPARE(page.at(QString("latchkey_build_info{version=\"%1\"}").arg(LATCHKEY_VERSION)), 1);
        const double clock = page.at("latchkey_clock_timestamp_seconds");
        QVERIFY(std::abs(clock - static_cast<double>(std::time(nullptr))) < 60);
        for (const char* series : {"process_resident_memory_bytes", "process_cpu_seconds_total",
                                   "process_open_fds", "process_max_fds", "process_start_time_seconds"})
            QVERIFY2(page.at(series) > 0, series);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
