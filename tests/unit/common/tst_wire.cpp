#include "common/wire.h"
#include "tests/support/show_strings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

QJsonObject object(const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

DashboardAnswer aDashboard() {
    DashboardAnswer answer;
    answer.userId = "u1";
    answer.userName = "Ada \"<b>\" Łovelace\n";
    answer.deviceLabel = "phone";
    answer.since = sys_seconds(seconds(1709208896));
    answer.until = answer.since + seconds(900);
    answer.expiresIn = seconds(900);
    answer.kiosk = KioskLabel{"Lobby", "Ground floor"};
    answer.notices = {"one", "two"};
    return answer;
}

} // namespace

class TestWire : public QObject {
    Q_OBJECT

  private slots:
    void theQrCodeAnswerHasFastsFieldsAndOurs() {
        QrCodeAnswer answer;
        answer.qr = "http://h/fast?s=a&c=b&t=1";
        answer.sid = Sid("abc");
        answer.expiresIn = seconds(120);
        answer.refreshIn = seconds(30);
        answer.pollIn = seconds(5);
        const QJsonObject json = object(answer.toJson());
        QCOMPARE(json, (QJsonObject{{"qr", "http://h/fast?s=a&c=b&t=1"},
                                    {"sid", "abc"},
                                    {"status", 0},
                                    {"state", "waiting"},
                                    {"expires_in", 120},
                                    {"refresh_in", 30},
                                    {"poll_in", 5}}));
        const auto back = QrCodeAnswer::parse(answer.toJson());
        QVERIFY(back);
        QCOMPARE(back->toJson(), answer.toJson());
        answer.typedCode = "BCDF-GHJK";
        answer.typedCodeAddress = "h/c";
        QCOMPARE(object(answer.toJson())["code"].toString(), "BCDF-GHJK");
        QCOMPARE(QrCodeAnswer::parse(answer.toJson())->toJson(), answer.toJson());
    }

    void whateverStandsInItReadsBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray(" !#[]^~az09-_");
        QTest::newRow("quotes and backslashes") << QByteArray("a\"b\\c\\\"");
        QTest::newRow("control characters") << QByteArray("a\tb\nc\x01\x1f\x7f");
        QTest::newRow("a zero byte") << QByteArray("a\0b", 3);
        QTest::newRow("other than ASCII") << QByteArray("Łódź 🔑");
    }
    void whateverStandsInItReadsBack() {
        QFETCH(QByteArray, text);
        QrCodeAnswer code;
        code.qr = code.typedCode = code.typedCodeAddress = text.toStdString();
        code.sid = Sid(text.toStdString());
        const auto codeBack = QrCodeAnswer::parse(code.toJson());
        QVERIFY2(codeBack, code.toJson().c_str());
        QCOMPARE(codeBack->qr, code.qr);
        QVERIFY(codeBack->sid == code.sid);
        QCOMPARE(codeBack->typedCode, code.typedCode);
        QCOMPARE(codeBack->typedCodeAddress, code.typedCodeAddress);
        const StatusAnswer status{code.sid, SessionState::Scanned, code.qr};
        const auto statusBack = StatusAnswer::parse(status.toJson());
        QVERIFY2(statusBack, status.toJson().c_str());
        QCOMPARE(statusBack->number, status.number);
        QVERIFY(statusBack->sid == status.sid);
    }

    void brokenUtf8IsReplaced() {
        const StatusAnswer status{Sid("a\xff"), SessionState::Waiting};
        const auto back = StatusAnswer::parse(status.toJson());
        QVERIFY2(back, status.toJson().c_str());
        QVERIFY(back->sid == Sid("a\xEF\xBF\xBD"));
    }

    void theNumberIsOnlyThereWhereThereIsOne() {
        StatusAnswer answer{Sid("x"), SessionState::Scanned, "42"};
        QCOMPARE(object(answer.toJson()),
                 (QJsonObject{{"status", 0}, {"sid", "x"}, {"state", "scanned"}, {"number", "42"}}));
        QCOMPARE(StatusAnswer::parse(answer.toJson())->number, std::string("42"));
        answer.number.clear();
        QVERIFY(!object(answer.toJson()).contains("number"));
        QVERIFY(StatusAnswer::parse(answer.toJson())->number.empty());
        QVERIFY(!StatusAnswer::parse(R"({"sid":"a","state":"scanned","number":42})"));
    }

    void anEndedSessionIsFastsNull() {
        QCOMPARE(object(StatusAnswer{}.toJson()),
                 (QJsonObject{{"status", 0}, {"sid", "null"}, {"state", "ended"}}));
        const auto back = StatusAnswer::parse(StatusAnswer{}.toJson());
        QVERIFY(back && back->sid.empty() && back->state == SessionState::Ended);
    }

    void onlyAnAuthenticatedSessionHasStatusOne() {
        for (const auto state : {SessionState::Waiting, SessionState::Scanned, SessionState::Authenticated,
                                 SessionState::Declined, SessionState::Ended}) {
            const StatusAnswer answer{Sid("x"), state};
            QCOMPARE(object(answer.toJson())["status"].toInt(), state == SessionState::Authenticated ? 1 : 0);
            QVERIFY(StatusAnswer::parse(answer.toJson())->state == state);
        }
    }

    void theDashboardReadsBack() {
        DashboardAnswer answer = aDashboard();
        const auto back = DashboardAnswer::parse(answer.toJson());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QCOMPARE(back->toJson(), answer.toJson());
        QCOMPARE(back->userName, answer.userName);
        QVERIFY(back->kiosk == answer.kiosk);
        answer.kiosk.reset();
        QVERIFY(!DashboardAnswer::parse(answer.toJson())->kiosk);
    }

    void theDashboardSaysWhatTheOperatorAndThePastHaveToSay() {
        DashboardAnswer answer = aDashboard();
        answer.loginId = "session";
        answer.tiles = {{"Wi-Fi", "**Guests**: *lobby*\n\n- ask <us>", "wifi", "https://lobby.example/wifi"},
                        {"Lunch", "", "", ""}};
        answer.lastSignIn = SignIn{answer.since - seconds(86400), KioskLabel{"Lab", ""}, "old phone"};
        answer.activity = {{answer.since, "login.approved", KioskLabel{"Lobby", "Ground floor"}, "phone"},
                           {answer.since - seconds(60), "login.signed_out", std::nullopt, ""}};
        answer.revision = "r1";
        const QJsonObject json = object(answer.toJson());
        QCOMPARE(json["login"].toString(), "session");
        QCOMPARE(json["tiles"][0]["icon"].toString(), "wifi");
        QCOMPARE(json["last_sign_in"]["device"]["label"].toString(), "old phone");
        QVERIFY(json["activity"][1]["kiosk"].isNull());
        const auto back = DashboardAnswer::parse(answer.toJson());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(back->tiles == answer.tiles && back->lastSignIn == answer.lastSignIn);
        QVERIFY(back->activity == answer.activity);
        QCOMPARE(back->toJson(), answer.toJson());
    }

    void anOlderServersDashboardHasNoneOfThat() {
        QJsonObject json = object(aDashboard().toJson());
        QVERIFY(json["last_sign_in"].isNull());
        for (const char* name : {"login", "tiles", "last_sign_in", "activity", "revision"}) {
            QVERIFY2(json.contains(name), name);
            json.remove(name);
        }
        const auto back = DashboardAnswer::parse(QJsonDocument(json).toJson().toStdString());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(back->loginId.empty() && back->tiles.empty() && back->activity.empty());
        QVERIFY(!back->lastSignIn && back->revision.empty());
    }

    void aDashboardsPartOfAnotherShapeIsNamed_data() {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* part, const char* named) {
            QTest::newRow(part) << QByteArray(part) << QByteArray(named);
        };
        row(R"("tiles":{})", "\"tiles\"");
        row(R"("tiles":["x"])", "JSON object");
        row(R"("tiles":[{"text":"no title"}])", "\"title\"");
        row(R"("tiles":[{"title":"a","icon":7}])", "\"icon\"");
        row(R"("last_sign_in":"yesterday")", "\"last_sign_in\"");
        row(R"("last_sign_in":{"at":"yesterday"})", "\"at\"");
        row(R"("activity":[{"at":"2026-01-01T00:00:00Z"}])", "\"event\"");
        row(R"("activity":[{"at":"2026-01-01T00:00:00Z","event":"e","kiosk":{}}])", "\"name\"");
        row(R"("revision":1)", "\"revision\"");
    }
    void aDashboardsPartOfAnotherShapeIsNamed() {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, named);
        QJsonObject json = object(aDashboard().toJson());
        const QJsonObject replacement = object("{" + part.toStdString() + "}");
        json[replacement.keys().first()] = *replacement.begin();
        const auto answer = DashboardAnswer::parse(QJsonDocument(json).toJson().toStdString());
        QVERIFY(!answer);
        QVERIFY2(answer.error().find(named.toStdString()) != std::string::npos, answer.error().c_str());
    }

    void onlyASignedInScreenLearnsTheRevision() {
        StatusAnswer answer{Sid("x"), SessionState::Authenticated, {}, "r1"};
        QCOMPARE(object(answer.toJson())["revision"].toString(), "r1");
        QCOMPARE(StatusAnswer::parse(answer.toJson())->revision, std::string("r1"));
        answer.state = SessionState::Waiting;
        QVERIFY(!object(answer.toJson()).contains("revision"));
        QVERIFY(StatusAnswer::parse(R"({"sid":"a","state":"authenticated"})")->revision.empty());
        QVERIFY(!StatusAnswer::parse(R"({"sid":"a","state":"authenticated","revision":1})"));
    }

    void aKiosksEventReadsBack() {
        QCOMPARE(object(KioskEvent{"pin_locked"}.toJson()), (QJsonObject{{"event", "pin_locked"}}));
        const auto back = KioskEvent::parse(KioskEvent{"hook_failed", "exit status 1"}.toJson());
        QVERIFY(back && back->event == "hook_failed" && back->detail == "exit status 1");
        QVERIFY(!KioskEvent::parse("{}"));
        QVERIFY(!KioskEvent::parse("{\"event\":\"pin_locked\",\"detail\":1}"));
    }

    void unknownMembersAreIgnored() {
        QVERIFY(StatusAnswer::parse(R"({"status":1,"sid":"a","state":"authenticated","new":{"x":[1]}})"));
    }

    void whatIsMissingOrOfAnotherTypeIsNamed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* json, const char* named) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(named);
        };
        row("", "JSON object");
        row("<html>", "JSON object");
        row("[]", "JSON object");
        row("null", "JSON object");
        row("{}", "\"sid\"");
        row(R"({"sid":1,"state":"waiting"})", "\"sid\"");
        row(R"({"sid":"a"})", "\"state\"");
        row(R"({"sid":"a","state":"frozen"})", "\"state\"");
        row(R"({"sid":"a","state":0})", "\"state\"");
    }
    void whatIsMissingOrOfAnotherTypeIsNamed() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, named);
        const auto answer = StatusAnswer::parse(json.toStdString());
        QVERIFY(!answer);
        QVERIFY2(answer.error().find(named.toStdString()) != std::string::npos, answer.error().c_str());
    }

    void durationsAreWholeAndNotNegative() {
        const std::string good =
            R"({"qr":"q","sid":"s","state":"waiting","expires_in":1,"refresh_in":1,"poll_in":)";
        QVERIFY(QrCodeAnswer::parse(good + "5}"));
        for (const char* bad : {"-1", "1.5", "\"5\"", "null", "99999999999999999999"}) {
            QVERIFY2(!QrCodeAnswer::parse(good + bad + "}"), bad);
        }
    }

    void brokenUtf8NeitherThrowsNorPasses() {
        const auto verdict = Verdict::parse(Verdict{400, "broken \xff\xfe text"}.toJson());
        QVERIFY(verdict);
        QVERIFY(verdict->message.find("broken ") == 0);
        QVERIFY(!SignOutRequest::parse("{\"sid\":\"\xff\"}"));
        QCOMPARE(SignOutRequest::parse(SignOutRequest{Sid("abc")}.toJson())->sid.reveal(),
                 std::string("abc"));
    }
};

QTEST_APPLESS_MAIN(TestWire)
#include "tst_wire.moc"
