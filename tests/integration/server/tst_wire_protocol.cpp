// The wire, over real HTTP, against a real process.
#include "common/qr_string.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace latchkey;

class TestWireProtocol : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    TestWallet m_ada;
    TestWallet m_stranger{2};

    void startServer(const QStringList& arguments = {}) {
        m_server = std::make_unique<ServerProcess>(arguments);
        QCOMPARE(
            m_server->administer({"user", "add", "Ada Lovelace", "--email", "ada@example.org"}).exitStatus,
            0);
        QCOMPARE(m_server
                     ->administer({"device", "add", "ada@example.org", "--address",
                                   QString::fromStdString(m_ada.address()), "--label", "Ada's phone"})
                     .exitStatus,
                 0);
    }
    WireClient client() const { return WireClient(m_server->port()); }

  private slots:
    void init() { startServer({"--notices", "Mind the step", "--notices", "Wi-Fi: guest"}); }
    void cleanup() { m_server.reset(); }

    void aLoginOverTheWire() {
        WireClient kiosk = client();
        WireClient phone = client();
        const auto code = kiosk.freshCode();
        QVERIFY(code.qr.starts_with(m_server->url() + "/fast?s="));
        QCOMPARE(kiosk.status(code.sid).json()["state"].toString(), "waiting");
        QCOMPARE(kiosk.dashboard(code.sid).status, 401);

        const auto verdict = phone.approve(m_ada, code.qr);
        QCOMPARE(verdict.status, 200);
        QCOMPARE(verdict.json()["status"].toInt(), 200);
        QVERIFY(verdict.json()["message"].toString().contains("Ada Lovelace"));

        QCOMPARE(kiosk.status(code.sid).json()["status"].toInt(), 1);
        const auto dashboard = kiosk.dashboard(code.sid);
        QCOMPARE(dashboard.status, 200);
        QCOMPARE(dashboard.json()["user"].toObject()["name"].toString(), "Ada Lovelace");
        QCOMPARE(dashboard.json()["device"].toObject()["label"].toString(), "Ada's phone");
        QCOMPARE(dashboard.json()["notices"].toArray(), (QJsonArray{"Mind the step", "Wi-Fi: guest"}));

        QCOMPARE(kiosk.signOut(code.sid).status, 200);
        QCOMPARE(kiosk.dashboard(code.sid).status, 401);
        QCOMPARE(kiosk.status(code.sid).json(),
                 (QJsonObject{{"status", 0}, {"sid", "null"}, {"state", "ended"}}));
        QCOMPARE(kiosk.signOut(code.sid).status, 200); // once more does no harm
    }

    void theWebhookTakesBothShapesAndFormFields() {
        WireClient phone = client();
        QCOMPARE(m_server
                     ->administer({"device", "add", "Ada Lovelace", "--public-key",
                                   QString::fromStdString(m_stranger.publicKey())})
                     .exitStatus,
                 0);
        const auto raw = m_stranger.payload(phone.freshCode().qr, phone::PayloadShape::PublicKey);
        QCOMPARE(phone.post("/fast", raw.toJson()).status, 200);
        const auto form = m_ada.payload(phone.freshCode().qr);
        QCOMPARE(phone.post("/fast", form.toForm(), "application/x-www-form-urlencoded").status, 200);
        const std::string qr = phone.freshCode().qr; // posting to the QR string itself is fine too
        QCOMPARE(phone.post(qr.substr(m_server->url().size()), m_ada.payload(qr).toJson()).status, 200);
    }

    void refusalsHaveFastsCodesAndASentence() {
        WireClient phone = client();
        const std::string qr = phone.freshCode().qr;
        const auto check = [&](const WireClient::Answer& answer, int status, const char* words) {
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.json()["status"].toInt(), status);
            QVERIFY2(answer.json()["message"].toString().contains(words), answer.body.c_str());
        };
        check(phone.post("/fast", "hello"), 400, "JSON");
        check(phone.post("/fast", R"({"address":"a"})"), 400, "\"signature\" is missing");
        check(phone.approve(m_stranger, qr), 404, "nobody has enrolled this key");
        check(phone.approve(m_ada, "http://other/fast?s=a&c=b&t=1"), 404, "not from this server");
        std::string forged = m_ada.payload(qr).toJson();
        const std::size_t at = forged.find("bc1q");
        forged.replace(at, m_ada.address().size(), m_stranger.address());
        check(phone.post("/fast", forged), 406, "");
        QCOMPARE(phone.approve(m_ada, qr).status, 200);
        check(phone.approve(m_ada, qr), 404, "used already");
    }

    void tooManyRefusedProofsGet429AndGoodOnesDoNot() {
        startServer({"--refused-proofs-per-minute", "2"});
        WireClient phone = client();
        phone.post("/fast", "x");
        phone.post("/fast", "x");
        const auto refused = phone.post("/fast", "x");
        QCOMPARE(refused.status, 429);
        QVERIFY(std::stoi(refused.header("Retry-After")) >= 1);
        for (int i = 0; i < 5; ++i) QCOMPARE(phone.approve(m_ada, phone.freshCode().qr).status, 200);
    }

    void aHeldPollIsAnsweredByTheApproval() {
        WireClient kiosk = client();
        WireClient phone = client();
        const auto code = kiosk.freshCode();
        WireClient::Answer held;
        {
            std::jthread polling([&] { held = WireClient(m_server->port()).status(code.sid, "&wait=30"); });
            QCOMPARE(phone.approve(m_ada, code.qr).status, 200);
        }
        QCOMPARE(held.json()["state"].toString(), "authenticated");
        {
            std::jthread polling([&] {
                held = WireClient(m_server->port()).status(code.sid, "&wait=30&state=authenticated");
            });
            QCOMPARE(phone.signOut(code.sid).status, 200);
        }
        QCOMPARE(held.json()["state"].toString(), "ended");
    }

    void oddWaitsAreAnsweredAtOnce() {
        WireClient kiosk = client();
        const auto code = kiosk.freshCode();
        for (const char* wait : {"", "0", "-5", "x", "1e9", "99999999999999999999"}) {
            QCOMPARE(kiosk.status(code.sid, std::string("&wait=") + wait).status, 200);
        }
    }

    void aPagesSessionLivesInItsCookie() {
        WireClient page = client();
        const auto first = page.get("/api/getqrcode?sid=null&_csrf=abc");
        const std::string cookie = first.header("Set-Cookie");
        QVERIFY2(cookie.find("; Path=/; HttpOnly; SameSite=Strict") != std::string::npos, cookie.c_str());
        QVERIFY(cookie.find("Secure") == std::string::npos);
        const httplib::Headers withCookie{{"Cookie", "other=1; " + cookie.substr(0, cookie.find(';'))}};
        const QString sid = first.json()["sid"].toString();

        // The race of the first two calls put "null" back; the cookie brings the session back.
        QCOMPARE(page.get("/api/checkfast?sid=null").json()["state"].toString(), "ended");
        for (const char* none : {"null", "undefined", ""}) {
            QCOMPARE(page.get(std::string("/api/checkfast?sid=") + none, withCookie).json()["sid"].toString(),
                     sid);
        }
        // A reload while waiting starts anew; after the approval it goes on.
        QVERIFY(page.get("/api/getqrcode?sid=null", withCookie).json()["sid"].toString() != sid);
        QCOMPARE(page.approve(m_ada, first.json()["qr"].toString().toStdString()).status, 200);
        const auto again = page.get("/api/getqrcode?sid=null", withCookie);
        QCOMPARE(again.json()["status"].toInt(), 1);
        QCOMPARE(again.json()["sid"].toString(), sid);
        QCOMPARE(page.get("/site/dashboard?sid=null", withCookie).status, 200);
        QCOMPARE(page.get("/site/dashboard?sid=null").status, 401);

        httplib::Headers html = withCookie;
        html.emplace("Accept", "text/html,*/*");
        const auto shown = page.get("/site/dashboard?sid=null", html);
        QVERIFY(shown.body.find("Welcome, Ada Lovelace") != std::string::npos);
        QVERIFY(shown.body.find(sid.toStdString()) == std::string::npos);
        const auto left = page.post("/api/signout", "sid=", "application/x-www-form-urlencoded", html);
        QCOMPARE(left.status, 303);
        QVERIFY(left.header("Set-Cookie").find("Max-Age=0") != std::string::npos);
        QCOMPARE(page.get("/site/dashboard?sid=null", html).status, 401);
    }

    void kiosksProveThemselves() {
        const auto added =
            m_server->administer({"kiosk", "add", "Lobby", "--place", "Ground floor", "--json"});
        const QString token = QJsonDocument::fromJson(added.out).object()["token"].toString();
        QVERIFY(!token.isEmpty());
        WireClient kiosk = client();
        const httplib::Headers bearer{{"Authorization", "Bearer " + token.toStdString()}};
        const auto code = kiosk.freshCode(bearer);
        QVERIFY(code.qr.find("&k=k") != std::string::npos);
        QVERIFY(kiosk.freshCode({{"authorization", "bearer " + token.toStdString()}}).qr.find("&k=k") !=
                std::string::npos);
        const auto refused = kiosk.get("/api/getqrcode?sid=null", {{"Authorization", "Bearer wrong"}});
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.header("WWW-Authenticate"), std::string("Bearer"));
        QVERIFY(refused.json()["message"].toString().contains("kiosk add"));
        const auto page = kiosk.get(code.qr.substr(m_server->url().size()));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("Ground floor") != std::string::npos);
        QCOMPARE(kiosk.approve(m_ada, code.qr).status, 200);
        QCOMPARE(kiosk.dashboard(code.sid).json()["kiosk"].toObject()["place"].toString(), "Ground floor");

        startServer({"--kiosks", "registered"});
        QCOMPARE(client().get("/api/getqrcode?sid=null").status, 401);
    }

    void aStrangerRegistersWhereThatIsOpen() {
        startServer({"--registration", "open"});
        WireClient phone = client();
        const auto code = phone.freshCode();
        auto body = m_stranger.payload(code.qr).toJson();
        body.insert(body.size() - 1, R"(,"name":"Grace Hopper","email":"grace@example.org")");
        QCOMPARE(phone.post("/fast", body).status, 200);
        QCOMPARE(phone.dashboard(code.sid).json()["user"].toObject()["name"].toString(), "Grace Hopper");
        QVERIFY(m_server->administer({"user", "show", "grace@example.org"}).out.contains("Grace Hopper"));
    }

    void everyAnswerHasTheSecurityHeaders() {
        WireClient any = client();
        const auto code = any.freshCode();
        const std::vector<WireClient::Answer> answers{
            any.get("/api/health"),
            any.get("/nothing"),
            any.get("/site/login"),
            any.post("/fast", "x"),
            any.get(code.qr.substr(m_server->url().size())),
            any.options("/api/checkfast", {}),
            any.get("/api/health", {{"X-Long", std::string(20'000, 'x')}})};
        QCOMPARE(answers.back().status, 431);
        for (const auto& answer : answers) {
            QVERIFY(answer.status != 0);
            QVERIFY(answer.header("Content-Security-Policy").starts_with("default-src 'none'"));
            QCOMPARE(answer.header("X-Content-Type-Options"), std::string("nosniff"));
            QCOMPARE(answer.header("Referrer-Policy"), std::string("no-referrer"));
            QCOMPARE(answer.header("Cache-Control"), std::string("no-store"));
            QCOMPARE(answer.header("X-Frame-Options"), std::string("DENY"));
        }
    }

    void otherOriginsAreAllowedOnlyWhenListed() {
        const httplib::Headers origin{{"Origin", "https://intranet.example.org"}};
        QVERIFY(client().get("/api/health", origin).header("Access-Control-Allow-Origin").empty());
        startServer({"--cors-origins", "https://Intranet.example.org"});
        WireClient page = client();
        const auto allowed = page.get("/api/getqrcode?sid=null", origin);
        QCOMPARE(allowed.header("Access-Control-Allow-Origin"), std::string("https://intranet.example.org"));
        QVERIFY(allowed.header("Access-Control-Allow-Credentials").empty());
        QCOMPARE(page.options("/fast", origin).status, 204);
        QCOMPARE(page.options("/fast", origin).header("Access-Control-Allow-Methods"),
                 std::string("GET, POST"));
        QVERIFY(page.get("/api/health", {{"Origin", "https://evil.example"}})
                    .header("Access-Control-Allow-Origin")
                    .empty());
    }

    void thePageSaysWhyACodeDoesNotWork() {
        WireClient phone = client();
        const auto garbage = phone.get("/fast?s=a&c=b&t=1");
        QCOMPARE(garbage.status, 404);
        QVERIFY(garbage.body.find("belongs to another server") != std::string::npos);
        const auto code = phone.freshCode();
        const std::string path = code.qr.substr(m_server->url().size());
        QVERIFY(phone.get(path + "&utm_source=camera").body.find("An unregistered screen") !=
                std::string::npos);
        QCOMPARE(phone.approve(m_ada, code.qr).status, 200);
        QVERIFY(phone.get(path).body.find("has been used") != std::string::npos);
    }

    void drawsOnlyItsOwnCodes() {
        WireClient page = client();
        const auto code = page.freshCode();
        const auto drawn = page.get("/site/code.svg?text=" + percentEncode(code.qr));
        QCOMPARE(drawn.status, 200);
        QCOMPARE(drawn.header("Content-Type"), std::string("image/svg+xml"));
        QCOMPARE(page.get("/site/code.svg?text=https%3A%2F%2Fevil.example").status, 404);
    }

    void healthTellsLiveAndReady() {
        const auto health = client().get("/api/health");
        QCOMPARE(health.status, 200);
        QCOMPARE(health.json(),
                 (QJsonObject{{"live", true}, {"ready", true}, {"version", LATCHKEY_VERSION}}));
    }

    void theLogHoldsNoSidNoSecretAndNoSignature() {
        WireClient kiosk = client();
        const auto code = kiosk.freshCode();
        const auto payload = m_ada.payload(code.qr);
        QCOMPARE(kiosk.post("/fast", payload.toJson()).status, 200);
        kiosk.status(code.sid);
        kiosk.dashboard(code.sid);
        kiosk.get(code.qr.substr(m_server->url().size()));
        kiosk.signOut(code.sid);
        QCOMPARE(m_server->terminate(), 0);
        const QByteArray& log = m_server->log();
        QVERIFY(log.contains("login.approved") && log.contains("request.served"));
        QVERIFY(!log.contains(code.sid.reveal().c_str()));
        QVERIFY(!log.contains(QrString::parse(code.qr)->secret.c_str()));
        for (const auto& [name, value] : payload.fields()) {
            if (name == "signature") QVERIFY(!log.contains(value.c_str()));
        }
        for (const QByteArray& line : log.split('\n')) {
            QVERIFY2(line.isEmpty() || QJsonDocument::fromJson(line).isObject(), line);
        }
    }
};

QTEST_GUILESS_MAIN(TestWireProtocol)
#include "tst_wire_protocol.moc"
