// What a registered kiosk reports, against the real server: every answer as it is on the wire.
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QTest>

using namespace latchkey;

class TestKioskApi : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_kiosk;
    std::string m_token;

    WireClient::Answer report(const std::string& body, const std::string& token) {
        return m_kiosk->post("/api/kiosk/event", body, "application/json",
                             {{"Authorization", "Bearer " + token}});
    }

  private slots:
    void init() {
        m_kiosk.reset();
        m_server = std::make_unique<ServerProcess>();
        m_kiosk = std::make_unique<WireClient>(m_server->port());
        const auto added = m_server->administer({"kiosk", "add", "Lobby", "--json"});
        m_token = QJsonDocument::fromJson(added.out).object()["token"].toString().toStdString();
    }

    void anEventIsInTheAuditTrail() {
        const auto answer = report(KioskEvent{"operator_exit", "by PIN"}.toJson(), m_token);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()["status"].toInt(), 200);
        const QByteArray trail = m_server->administer({"audit"}).out;
        QVERIFY2(trail.contains("kiosk.operator_exit") && trail.contains("(by PIN)"), trail);
    }

    void withoutAValidTokenNothingIsWritten() {
        const std::string body = KioskEvent{"operator_exit"}.toJson();
        const auto without = m_kiosk->post("/api/kiosk/event", body);
        QCOMPARE(without.status, 401);
        QCOMPARE(without.header("WWW-Authenticate"), std::string("Bearer"));
        QCOMPARE(report(body, "forged").status, 401);
        QVERIFY(m_server->administer({"kiosk", "remove", "Lobby"}).exitStatus == 0);
        QCOMPARE(report(body, m_token).status, 401);
        QVERIFY(!m_server->administer({"audit"}).out.contains("operator_exit"));
    }

    void whatIsMalformedIsNamed() {
        QCOMPARE(report("nonsense", m_token).status, 400);
        const auto unknown = report(KioskEvent{"of_tomorrow"}.toJson(), m_token);
        QCOMPARE(unknown.status, 400);
        QVERIFY(unknown.json()["message"].toString().contains("pin_refused, pin_locked"));
        const auto tooLong = report(KioskEvent{"pin_locked", std::string(201, 'x')}.toJson(), m_token);
        QCOMPARE(tooLong.status, 400);
        QVERIFY(tooLong.json()["message"].toString().contains("\"detail\" is longer than 200 bytes"));
    }

    void aFloodIsToldToWait() {
        WireClient::Answer answer;
        // More than the limit: while they are sent, time passes, and lets some more in.
        for (int i = 0; i < 1000 && answer.status != 429; ++i)
            answer = report(KioskEvent{"pin_refused"}.toJson(), m_token);
        QCOMPARE(answer.status, 429);
        QVERIFY(!answer.header("Retry-After").empty());
    }
};

QTEST_GUILESS_MAIN(TestKioskApi)
#include "tst_kiosk_api.moc"
