// Answers that are given once more to the same request on the same connection, over real sockets: what the
// front does with whatever a handler lets stand. What the routes let stand is in tst_standing_routes.
#include "tests/support/eventually.h"
#include "tests/support/running_front.h"

#include <QTest>

#include <set>
#include <stdexcept>
#include <thread>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

// A front whose handler at /dish counts how often it is asked, and whose answers stand as long as they are
// said to.
struct Kitchen {
    class DishTerms final : public StandingAnswer::Terms {
      public:
        explicit DishTerms(Kitchen& kitchen) : m_kitchen(kitchen) {}
        bool cover(std::string_view answer) const override {
            return answer.find("dish") != std::string_view::npos;
        }
        Result<bool, PendingChange> renew(std::string& answer, const RequestTimes& times) override {
            ++m_kitchen.renewals;
            m_kitchen.renewedAtArrival = times.asked == times.arrival;
            if (m_kitchen.burns) throw std::runtime_error("burnt");
            if (!m_kitchen.stands) return false;
            if (m_kitchen.held && m_kitchen.signal.watched().empty())
                return Failure{PendingChange{std::make_shared<ChangeSignal::Watch>(m_kitchen.signal, "dish"),
                                             std::chrono::steady_clock::now() + 10min}};
            putHeader(answer, "Serving", std::to_string(m_kitchen.renewals));
            return true;
        }

      private:
        Kitchen& m_kitchen;
    };

    Kitchen()
        : front(4, {}, [this](BoundedServer& server) {
              server.Get("/dish", [this](const httplib::Request& request, httplib::Response& response) {
                  ++cooked;
                  response.set_header("Serving", "0");
                  response.body = request.has_param("other") ? "soup" : "dish";
              });
              server.answersAgain(
                  [this](const httplib::Request&) { return std::make_unique<DishTerms>(*this); });
          }) {}
    ~Kitchen() { signal.close(); }

    ChangeSignal signal;
    std::atomic<int> cooked = 0;
    std::atomic<int> renewals = 0;
    std::atomic<bool> stands = true;
    std::atomic<bool> burns = false;
    std::atomic<bool> held = false;
    std::atomic<bool> renewedAtArrival = false;
    RunningFront front;
};

QByteArray dish(const QByteArray& table = {}) {
    return "GET /dish" + table + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

const QByteArray kDish = dish();

QByteArray ask(QTcpSocket& socket, const QByteArray& request, const QByteArray& end = "dish") {
    socket.write(request);
    return readUntil(socket, "\r\n\r\n" + end);
}

} // namespace

class TestStandingAnswers : public QObject {
    Q_OBJECT

  private slots:
    void theSameRequestOnTheSameConnectionHearsTheSame() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        const QByteArray first = ask(*socket, kDish);
        QByteArray again = ask(*socket, kDish);
        QCOMPARE(headerOf(again, "Serving"), "1");
        QCOMPARE(headerOf(ask(*socket, kDish), "Serving"), "2");
        QCOMPARE(again.replace("Serving: 1", "Serving: 0"), first);
        QCOMPARE(kitchen.cooked, 1);
        QVERIFY(kitchen.renewedAtArrival);
    }

    void anythingElseIsAskedAnew_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("another path") << QByteArray("GET /dish?more HTTP/1.1\r\nHost: h\r\n\r\n");
        QTest::newRow("another text of the same length")
            << QByteArray("GET /dish HTTP/1.1\r\nHost: g\r\n\r\n");
        QTest::newRow("another method") << QByteArray("HEAD /dish HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    void anythingElseIsAskedAnew() {
        QFETCH(QByteArray, request);
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, kDish);
        ask(*socket, request, "");
        QCOMPARE(kitchen.cooked, 2);
        QCOMPARE(kitchen.renewals, 0);
    }

    void anotherConnectionIsAskedAnew() {
        Kitchen kitchen;
        ask(*kitchen.front.connect(), kDish);
        ask(*kitchen.front.connect(), kDish);
        QCOMPARE(kitchen.cooked, 2);
    }

    void otherRequestsInBetweenDoNoHarm() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, kDish);
        ask(*socket, "GET /dish?other HTTP/1.1\r\nHost: h\r\n\r\n", "soup"); // which the terms do not cover
        ask(*socket, kDish);
        QCOMPARE(kitchen.cooked, 2);
        QCOMPARE(kitchen.renewals, 1);
    }

    void whatStandsNoMoreIsAskedAnew() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, kDish);
        kitchen.stands = false;
        QCOMPARE(headerOf(ask(*socket, kDish), "Serving"), "0");
        QCOMPARE(kitchen.cooked, 2);
        kitchen.stands = true;
        ask(*socket, kDish);
        QCOMPARE(kitchen.cooked, 2);
    }

    void whatFailsIsAskedAnew() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, kDish);
        kitchen.burns = true;
        QCOMPARE(headerOf(ask(*socket, kDish), "Serving"), "0");
        QCOMPARE(kitchen.cooked, 2);
    }

    void theTwoThatWereGivenLastAreKept() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        for (const char* table : {"?1", "?2", "?1", "?2"}) ask(*socket, dish(table));
        QCOMPARE(kitchen.cooked, 2);
        QCOMPARE(kitchen.renewals, 2);
        ask(*socket, dish("?1"));
        ask(*socket, dish("?3")); // in the place of the second
        ask(*socket, dish("?1"));
        QCOMPARE(kitchen.cooked, 3);
        QCOMPARE(kitchen.renewals, 4);
        ask(*socket, dish("?2"));
        QCOMPARE(kitchen.cooked, 4);
    }

    void oneThatStandsNoMoreLeavesTheOther() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, dish("?1"));
        ask(*socket, dish("?2"));
        kitchen.stands = false;
        ask(*socket, dish("?2"));
        kitchen.stands = true;
        QCOMPARE(kitchen.cooked, 3);
        ask(*socket, dish("?1"));
        ask(*socket, dish("?2"));
        QCOMPARE(kitchen.cooked, 3);
    }

    void isHeldAsAHandlerIs() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, kDish);
        kitchen.held = true;
        socket->write(kDish);
        socket->flush();
        QVERIFY(eventually([&] { return kitchen.signal.watched().size() == 1; }));
        kitchen.held = false;
        kitchen.signal.raise("dish");
        QVERIFY(readUntil(*socket, "\r\n\r\ndish").startsWith("HTTP/1.1 200"));
        QCOMPARE(kitchen.cooked, 1);
        QVERIFY(!kitchen.renewedAtArrival);
    }

    void longRequestsAreNotKept_data() {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<int>("cooked");
        QTest::newRow("as long as may be") << qsizetype(StandingAnswer::kLongestRequest) << 1;
        QTest::newRow("too long") << qsizetype(StandingAnswer::kLongestRequest) + 1 << 2;
    }
    void longRequestsAreNotKept() {
        QFETCH(qsizetype, size);
        QFETCH(int, cooked);
        Kitchen kitchen;
        QByteArray request = "GET /dish HTTP/1.1\r\nX: \r\n\r\n";
        request.insert(request.size() - 4, QByteArray(size - request.size(), 'x'));
        const auto socket = kitchen.front.connect();
        ask(*socket, request);
        ask(*socket, request);
        QCOMPARE(kitchen.cooked, cooked);
    }

    void theLastOneSaysThatItIs() {
        Kitchen kitchen;
        const auto socket = kitchen.front.connect();
        ask(*socket, kDish);
        const QByteArray last = "GET /dish HTTP/1.1\r\nConnection: close\r\n\r\n";
        socket->write(last);
        QVERIFY(readToTheEnd(*socket).contains("Connection: close"));
        QCOMPARE(kitchen.cooked, 2);
    }
};

QTEST_GUILESS_MAIN(TestStandingAnswers)
#include "tst_standing_answers.moc"
