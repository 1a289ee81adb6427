#include "server/http/request_framer.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <random>

using namespace latchkey;
using State = RequestFramer::State;

namespace {

const std::string kGet = "GET /api/health HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string kPost = "POST /fast HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello";
const std::string kChunked = "POST /fast HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
                             "chunked\r\n\r\n3;x=1\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";

} // namespace

class TestRequestFramer : public QObject {
    Q_OBJECT

  private slots:
    void findsTheEndOfARequestHoweverItArrives_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("get") << QByteArray::fromStdString(kGet);
        QTest::newRow("post") << QByteArray::fromStdString(kPost);
        QTest::newRow("chunked") << QByteArray::fromStdString(kChunked);
    }
    void findsTheEndOfARequestHoweverItArrives() {
        QFETCH(QByteArray, request);
        const std::string bytes = request.toStdString();
        for (std::size_t step = 1; step <= bytes.size(); ++step) {
            RequestFramer framer;
            for (std::size_t at = 0; at < bytes.size(); at += step) {
                QVERIFY(framer.state() == State::Gathering);
                framer.append(std::string_view(bytes).substr(at, step));
            }
            QVERIFY(framer.state() == State::Complete);
            QCOMPARE(framer.takeRequest(), bytes);
            QVERIFY(framer.state() == State::Gathering && !framer.started());
        }
    }

    void keepsWhatCameBehindForTheNextRequest() {
        RequestFramer framer;
        QVERIFY(framer.append(kPost + kChunked + kGet + "GET /par") == State::Complete);
        QCOMPARE(framer.takeRequest(), kPost);
        QVERIFY(framer.state() == State::Complete);
        QCOMPARE(framer.takeRequest(), kChunked);
        QCOMPARE(framer.takeRequest(), kGet);
        QVERIFY(framer.state() == State::Gathering && framer.started());
    }

    void passesOverEmptyLinesBeforeARequest() {
        RequestFramer framer;
        QVERIFY(framer.append("\r\n\r\n" + kGet) == State::Complete);
        QCOMPARE(framer.takeRequest(), kGet);
    }

    void refusesWhatTwoReadersCouldReadDifferently_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const std::string& lines, int status) {
            QTest::newRow(name) << QByteArray::fromStdString("POST / HTTP/1.1\r\n" + lines + "\r\n\r\n")
                                << status;
        };
        row("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked", 400);
        row("two lengths", "Content-Length: 5\r\nContent-Length: 5", 400);
        row("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400);
        row("signed length", "Content-Length: +5", 400);
        row("negative length", "Content-Length: -5", 400);
        row("length with a tail", "Content-Length: 5, 5", 400);
        row("empty length", "Content-Length:", 400);
        row("huge length", "Content-Length: 99999999999999999999999", 400);
        row("other coding", "Transfer-Encoding: gzip, chunked", 501);
        row("space before the colon", "Content-Length : 5", 400);
        row("folded line", "X: a\r\n b", 400);
        row("no colon", "Nonsense", 400);
        row("bare line feed", "X: a\nContent-Length: 5", 400);
        row("bare carriage return", "X: a\rb", 400);
        row("null byte", std::string("X: a\0b", 6), 400);
        row("body too large", "Content-Length: 65537", 413);
    }
    void refusesWhatTwoReadersCouldReadDifferently() {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RequestFramer framer;
        QVERIFY(framer.append(request.toStdString()) == State::Refused);
        QCOMPARE(framer.refusal(), status);
        QVERIFY(framer.append(kGet) == State::Refused);
    }

    void refusesBrokenChunks_data() {
        QTest::addColumn<QByteArray>("chunks");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const std::string& chunks, int status) {
            QTest::newRow(name) << QByteArray::fromStdString(chunks) << status;
        };
        row("no size", "\r\n", 400);
        row("not hex", "5g\r\nhello\r\n", 400);
        row("negative", "-1\r\n", 400);
        row("wrong end", "2\r\nhelo\r\n", 400);
        row("trailer field", "0\r\nX: y\r\n\r\n", 400);
        row("too large", "10001\r\n", 413);
        row("endless size line", std::string(300, '0'), 400);
        row("overflow", "fffffffffffffffffff\r\n", 400);
    }
    void refusesBrokenChunks() {
        QFETCH(QByteArray, chunks);
        QFETCH(int, status);
        RequestFramer framer;
        QVERIFY(framer.append("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" +
                              chunks.toStdString()) == State::Refused);
        QCOMPARE(framer.refusal(), status);
    }

    void manySmallChunksAreBoundedToo() {
        RequestFramer framer;
        framer.append("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        std::size_t sent = 0;
        while (framer.state() == State::Gathering && sent < 1'000'000) {
            framer.append("1\r\nx\r\n");
            sent += 6;
        }
        QVERIFY(framer.state() == State::Refused);
        QCOMPARE(framer.refusal(), 413);
        QVERIFY(sent < 140'000);
    }

    void headerLinesAreBoundedInNumberAndSize() {
        RequestFramer lines;
        std::string request = "GET / HTTP/1.1\r\n";
        for (int i = 0; i < 100; ++i) request += "X: y\r\n";
        RequestFramer enough;
        QVERIFY(enough.append(request + "\r\n") == State::Complete);
        QVERIFY(lines.append(request + "X: y\r\n\r\n") == State::Refused);
        QCOMPARE(lines.refusal(), 431);

        RequestFramer endless;
        std::size_t sent = 0;
        while (endless.append("X: yyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n") == State::Gathering) sent += 33;
        QCOMPARE(endless.refusal(), 431);
        QVERIFY(sent <= 16 * 1024);
    }

    void tellsWhenTheClientWaitsToBeAskedForTheBody() {
        RequestFramer framer;
        framer.append("POST / HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n\r\n");
        QVERIFY(framer.awaitsContinue());
        framer.append("hello");
        QVERIFY(!framer.awaitsContinue() && framer.state() == State::Complete);
    }

    // Random edits of real requests: never a crash, never more kept than the limits allow.
    void survivesDamage() {
        std::mt19937 random(5);
        const std::string alphabet = "\r\n :;0123456789abcdefXContent-LengthTransfer-Encodingchunked";
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = kPost + kChunked + kGet;
            for (int edit = 0; edit < 3; ++edit) {
                bytes[random() % bytes.size()] = alphabet[random() % alphabet.size()];
            }
            RequestFramer framer;
            framer.append(bytes);
            std::size_t taken = 0;
            while (framer.state() == State::Complete) taken += framer.takeRequest().size();
            QVERIFY(taken <= bytes.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestRequestFramer)
#include "tst_request_framer.moc"
