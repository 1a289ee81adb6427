#include "test_key.h"
#include "tests/phone/submission.h"
#include "tests/support/loopback_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::phone;
using namespace std::chrono_literals;

namespace {

using Answer = LoopbackServer::Answer;

std::string urlOf(const LoopbackServer& server, const std::string& path = "/fast") {
    return server.address().text() + path;
}

// status: a JSON number, or what a faulty server has there instead.
std::string verdict(const std::string& status, const std::string& message = "no") {
    return "{\"status\":" + status + ",\"message\":\"" + message + "\"}";
}

const std::string kApproved = verdict("200", "Welcome, Ada");

Payload payload() {
    return Payload::sign(keyOf(smallestKeyHex()), kQrString, {});
}

} // namespace

class TestPhoneSubmission : public QObject {
    Q_OBJECT

  private slots:
    void approvedMeansThatStatusLineAndBodySay200() {
        LoopbackServer server;
        server.answer("/fast", Answer::json(kApproved));

        const auto answer = submit(urlOf(server), payload(), PayloadEncoding::Json);

        QVERIFY(answer);
        QVERIFY(answer->approved());
        QCOMPARE(answer->verdict.message, std::string("Welcome, Ada"));
    }

    void postsJson() {
        LoopbackServer server;
        server.answer("/prefix/fast", Answer::json(kApproved));

        QVERIFY(submit(urlOf(server, "/prefix/fast"), payload(), PayloadEncoding::Json));

        QCOMPARE(server.requests().size(), 1);
        const auto& request = server.requests().front();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/prefix/fast"));
        QCOMPARE(request.headers["content-type"], QByteArray("application/json"));
        QCOMPARE(request.body.toStdString(), payload().toJson());
    }

    void postsAForm() {
        LoopbackServer server;
        server.answer("/fast", Answer::json(kApproved));

        QVERIFY(submit(urlOf(server), payload(), PayloadEncoding::Form));

        const auto& request = server.requests().front();
        QCOMPARE(request.headers["content-type"], QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(request.body.toStdString(), payload().toForm());
    }

    void aRefusalIsHandedOn_data() {
        QTest::addColumn<int>("code");
        for (const int code : {400, 401, 404, 406, 408, 429, 500}) QTest::addRow("%d", code) << code;
    }

    void aRefusalIsHandedOn() {
        QFETCH(int, code);
        LoopbackServer server;
        server.answer("/fast", Answer::json(verdict(std::to_string(code)), code));

        const auto answer = submit(urlOf(server), payload(), PayloadEncoding::Json);

        QVERIFY2(answer, answer ? "" : answer.error().c_str());
        QVERIFY(!answer->approved());
        QCOMPARE(answer->httpStatus, code);
        QCOMPARE(answer->verdict.status, code);
        QCOMPARE(answer->verdict.message, std::string("no"));
    }

    void aBodyThatDisagreesIsNoApproval_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("body");
        QTest::newRow("200, the body says 404") << 200 << verdict("404");
        QTest::newRow("404, the body says 200") << 404 << kApproved;
        QTest::newRow("201, the body says 200") << 201 << kApproved;
        QTest::newRow("500, the body says 200") << 500 << kApproved;
    }

    void aBodyThatDisagreesIsNoApproval() {
        QFETCH(int, status);
        QFETCH(std::string, body);
        LoopbackServer server;
        server.answer("/fast", Answer::json(body, status));

        const auto answer = submit(urlOf(server), payload(), PayloadEncoding::Json);

        QVERIFY(answer);
        QVERIFY(!answer->approved());
    }

    void anAnswerThatIsNoVerdictIsAFailure_data() {
        QTest::addColumn<std::string>("body");
        QTest::newRow("nothing") << std::string();
        QTest::newRow("a page") << std::string("<html>OK</html>");
        QTest::newRow("a number") << std::string("200");
        QTest::newRow("an empty object") << std::string("{}");
        QTest::newRow("status as text") << verdict("\"200\"");
        QTest::newRow("status as a boolean") << verdict("true");
        QTest::newRow("cut off") << kApproved.substr(0, kApproved.size() - 5);
        QTest::newRow("far too long") << verdict("200", std::string(1 << 20, 'a'));
    }

    void anAnswerThatIsNoVerdictIsAFailure() {
        QFETCH(std::string, body);
        LoopbackServer server;
        server.answer("/fast", Answer::json(body));

        QVERIFY(!submit(urlOf(server), payload(), PayloadEncoding::Json));
    }

    void aBodyShorterThanAnnouncedIsAFailure() {
        LoopbackServer server;
        server.answer("/fast", Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" +
                                           QByteArray::fromStdString(kApproved)));

        QVERIFY(!submit(urlOf(server), payload(), PayloadEncoding::Json));
    }

    void aRedirectIsNotFollowed_data() {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308}) QTest::addRow("%d", status) << status;
    }

    void aRedirectIsNotFollowed() {
        QFETCH(int, status);
        LoopbackServer elsewhere;
        elsewhere.answer("/fast", Answer::json(kApproved));
        LoopbackServer server;
        Answer redirect = Answer::json(kApproved, status);
        redirect.headers = {"Location: " + QByteArray::fromStdString(urlOf(elsewhere))};
        server.answer("/fast", redirect);

        const auto answer = submit(urlOf(server), payload(), PayloadEncoding::Json);

        QVERIFY(!answer);
        QVERIFY(QString::fromStdString(answer.error()).contains("redirect"));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void aServerThatNeverAnswersIsGivenUpOn() {
        LoopbackServer server;
        server.answer("/fast", Answer::held());
        QElapsedTimer clock;
        clock.start();

        const auto answer = submit(urlOf(server), payload(), PayloadEncoding::Json, 200ms);

        QVERIFY(!answer);
        QVERIFY(QString::fromStdString(answer.error()).contains("no answer within"));
        QVERIFY(clock.elapsed() < 10000);
    }

    void aServerThatSpeaksNoHttpIsAFailure() {
        LoopbackServer server;
        server.answer("/fast", Answer::raw(QByteArray::fromStdString(kApproved)));

        QVERIFY(!submit(urlOf(server), payload(), PayloadEncoding::Json));
    }

    void aServerThatIsNotThereIsAFailure() {
        std::string url;
        {
            const LoopbackServer gone;
            url = urlOf(gone);
        }

        QVERIFY(!submit(url, payload(), PayloadEncoding::Json));
    }
};

QTEST_GUILESS_MAIN(TestPhoneSubmission)
#include "tst_phone_submission.moc"
