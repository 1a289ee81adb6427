#include "loopback_server.h"
#include "test_key.h"
#include "tests/phone/submission.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::phone;
using namespace std::chrono_literals;

namespace {

// status: a JSON number, or what a faulty server has there instead.
QByteArray verdict(const QByteArray& status, const QByteArray& message = "no") {
    return "{\"status\":" + status + ",\"message\":\"" + message + "\"}";
}

const QByteArray kApproved = verdict("200", "Welcome, Ada");

Payload payload() {
    return Payload::sign(keyOf(smallestKeyHex()), kQrString, {});
}

} // namespace

class TestPhoneSubmission : public QObject {
    Q_OBJECT

  private slots:
    void approvedMeansThatStatusLineAndBodySay200() {
        LoopbackServer server;
        server.answer("200 OK", kApproved);

        const auto answer = submit(server.url("/fast"), payload(), PayloadEncoding::Json);

        QVERIFY(answer);
        QVERIFY(answer->approved());
        QCOMPARE(answer->verdict.message, std::string("Welcome, Ada"));
    }

    void postsJson() {
        LoopbackServer server;
        server.answer("200 OK", kApproved);

        QVERIFY(submit(server.url("/prefix/fast"), payload(), PayloadEncoding::Json));

        QCOMPARE(server.requests().size(), 1);
        const auto& request = server.requests().front();
        QCOMPARE(request.line, QByteArray("POST /prefix/fast HTTP/1.1"));
        QVERIFY(request.headers.contains("Content-Type: application/json\r\n"));
        QCOMPARE(request.body.toStdString(), payload().toJson());
    }

    void postsAForm() {
        LoopbackServer server;
        server.answer("200 OK", kApproved);

        QVERIFY(submit(server.url("/fast"), payload(), PayloadEncoding::Form));

        const auto& request = server.requests().front();
        QVERIFY(request.headers.contains("Content-Type: application/x-www-form-urlencoded\r\n"));
        QCOMPARE(request.body.toStdString(), payload().toForm());
    }

    void aRefusalIsHandedOn_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("400") << QByteArray("400 Bad Request") << 400;
        QTest::newRow("401") << QByteArray("401 Unauthorized") << 401;
        QTest::newRow("404") << QByteArray("404 Not Found") << 404;
        QTest::newRow("406") << QByteArray("406 Not Acceptable") << 406;
        QTest::newRow("408") << QByteArray("408 Request Timeout") << 408;
        QTest::newRow("429") << QByteArray("429 Too Many Requests") << 429;
        QTest::newRow("500") << QByteArray("500 Internal Server Error") << 500;
    }

    void aRefusalIsHandedOn() {
        QFETCH(QByteArray, status);
        QFETCH(int, code);
        LoopbackServer server;
        server.answer(status, verdict(QByteArray::number(code)));

        const auto answer = submit(server.url("/fast"), payload(), PayloadEncoding::Json);

        QVERIFY2(answer, answer ? "" : answer.error().c_str());
        QVERIFY(!answer->approved());
        QCOMPARE(answer->httpStatus, code);
        QCOMPARE(answer->verdict.status, code);
        QCOMPARE(answer->verdict.message, std::string("no"));
    }

    void aBodyThatDisagreesIsNoApproval_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("200, the body says 404") << QByteArray("200 OK") << verdict("404");
        QTest::newRow("404, the body says 200") << QByteArray("404 Not Found") << kApproved;
        QTest::newRow("201, the body says 200") << QByteArray("201 Created") << kApproved;
        QTest::newRow("500, the body says 200") << QByteArray("500 Oops") << kApproved;
    }

    void aBodyThatDisagreesIsNoApproval() {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        LoopbackServer server;
        server.answer(status, body);

        const auto answer = submit(server.url("/fast"), payload(), PayloadEncoding::Json);

        QVERIFY(answer);
        QVERIFY(!answer->approved());
    }

    void anAnswerThatIsNoVerdictIsAFailure_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>OK</html>");
        QTest::newRow("a number") << QByteArray("200");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("status as text") << verdict("\"200\"");
        QTest::newRow("status as a boolean") << verdict("true");
        QTest::newRow("cut off") << kApproved.chopped(5);
        QTest::newRow("far too long") << verdict("200", QByteArray(1 << 20, 'a'));
    }

    void anAnswerThatIsNoVerdictIsAFailure() {
        QFETCH(QByteArray, body);
        LoopbackServer server;
        server.answer("200 OK", body);

        QVERIFY(!submit(server.url("/fast"), payload(), PayloadEncoding::Json));
    }

    void aBodyShorterThanAnnouncedIsAFailure() {
        LoopbackServer server;
        server.answerRaw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + kApproved);

        QVERIFY(!submit(server.url("/fast"), payload(), PayloadEncoding::Json));
    }

    void aRedirectIsNotFollowed_data() {
        QTest::addColumn<QByteArray>("status");
        for (const char* status : {"301 Moved", "302 Found", "303 See Other", "307 Again", "308 For Good"}) {
            QTest::newRow(status) << QByteArray(status);
        }
    }

    void aRedirectIsNotFollowed() {
        QFETCH(QByteArray, status);
        LoopbackServer elsewhere;
        elsewhere.answer("200 OK", kApproved);
        LoopbackServer server;
        server.answer(status, kApproved,
                      "Location: " + QByteArray::fromStdString(elsewhere.url("/fast")) + "\r\n");

        const auto answer = submit(server.url("/fast"), payload(), PayloadEncoding::Json);

        QVERIFY(!answer);
        QVERIFY(QString::fromStdString(answer.error()).contains("redirect"));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void aServerThatNeverAnswersIsGivenUpOn() {
        LoopbackServer server;
        QElapsedTimer clock;
        clock.start();

        const auto answer = submit(server.url("/fast"), payload(), PayloadEncoding::Json, 200ms);

        QVERIFY(!answer);
        QVERIFY(QString::fromStdString(answer.error()).contains("no answer within"));
        QVERIFY(clock.elapsed() < 10000);
    }

    void aServerThatSpeaksNoHttpIsAFailure() {
        LoopbackServer server;
        server.answerRaw(kApproved);

        QVERIFY(!submit(server.url("/fast"), payload(), PayloadEncoding::Json));
    }

    void aServerThatIsNotThereIsAFailure() {
        std::string url;
        {
            const LoopbackServer gone;
            url = gone.url("/fast");
        }

        QVERIFY(!submit(url, payload(), PayloadEncoding::Json));
    }
};

QTEST_GUILESS_MAIN(TestPhoneSubmission)
#include "tst_phone_submission.moc"
