// Which of the routes' answers are given once more to the same request on the same connection, and what they
// say then: with the real routes, on a real database, over real sockets.
#include "server/http/routes.h"
#include "tests/support/eventually.h"
#include "tests/support/running_front.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

#include <set>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

// The real routes, on a real database.
struct Lobby {
    explicit Lobby(LoginPolicy policy = {})
        : parts(std::move(policy)),
          routes(parts.core, {parts.logins, parts.approvals, parts.scans},
                 *WebAddress::parse("http://192.168.1.20:8420")),
          front(4, {}, [this](BoundedServer& server) { routes.install(server); }) {}
    ~Lobby() { parts.core.changes.close(); }

    static QByteArray poll(const Sid& sid, const QByteArray& more = {}) {
        return "GET /api/checkfast?sid=" + QByteArray::fromStdString(sid.reveal()) + more +
               " HTTP/1.1\r\nHost: h\r\n\r\n";
    }
    static QByteArray codeRequest(const Sid& sid, const QByteArray& lines = {}) {
        return "GET /api/getqrcode?sid=" +
               (sid.empty() ? QByteArray("null") : QByteArray::fromStdString(sid.reveal())) +
               " HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n";
    }
    bool heldAre(std::size_t count) {
        return eventually([&] { return parts.core.changes.watched().size() == count; });
    }
    RequestTally::All counted() const { return routes.requests().all(); }

    TestServerParts parts;
    Routes routes;
    RunningFront front;
};

QByteArray poll(QTcpSocket& socket, const QByteArray& request) {
    socket.write(request);
    return readUntil(socket, "}");
}

QrCodeAnswer codeIn(const QByteArray& answer) {
    const auto code = QrCodeAnswer::parse(answer.mid(answer.indexOf("\r\n\r\n") + 4).toStdString());
    if (!code) qFatal("%s", code.error().c_str());
    return *code;
}

httplib::Request pollOf(const Sid& sid) {
    httplib::Request request;
    request.method = "GET";
    request.path = "/api/checkfast";
    request.params.emplace("sid", sid.reveal());
    return request;
}

} // namespace

class TestStandingRoutes : public QObject {
    Q_OBJECT

  private slots:
    void aWaitingSessionHearsThatUntilItsCodeIsOpened() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        const QByteArray first = poll(*socket, Lobby::poll(code.sid));
        QVERIFY(first.contains("\"state\":\"waiting\""));
        lobby.parts.clock.advance(5s);
        const QByteArray second = poll(*socket, Lobby::poll(code.sid));
        QCOMPARE(first.mid(first.indexOf("\r\n\r\n")), second.mid(second.indexOf("\r\n\r\n")));
        QCOMPARE(first.size(), second.size());
        QVERIFY(headerOf(first, "X-Request-Id") != headerOf(second, "X-Request-Id"));
        QCOMPARE(headerOf(first, "Date"), "Fri, 15 Jan 2027 08:00:00 GMT");
        QCOMPARE(headerOf(second, "Date"), "Fri, 15 Jan 2027 08:00:05 GMT");
        QVERIFY(lobby.parts.scans.open(code.qr, kPhone));
        QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"scanned\""));
    }

    // As the display client asks: an answer that was compressed would not stand.
    void whoWouldTakeItCompressedHearsItPlain() {
        Lobby lobby;
        QByteArray request = Lobby::poll(lobby.parts.freshCode().sid);
        request.insert(request.size() - 2, "Accept-Encoding: gzip, deflate, br\r\n");
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 2; ++i) {
            const QByteArray answer = poll(*socket, request);
            QVERIFY2(answer.contains("\"state\":\"waiting\"") && !answer.contains("Content-Encoding"),
                     answer);
        }
    }

    void anApprovalIsHeard() {
        Lobby lobby;
        const TestWallet wallet;
        lobby.parts.enrol(wallet);
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 3; ++i)
            QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"waiting\""));
        QVERIFY(lobby.parts.approvals.approve(wallet.proof(code.qr), kPhone));
        QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"authenticated\""));
        lobby.parts.logins.signOut(code.sid, kPhone);
        QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"ended\""));
    }

    void theSessionsEndIsHeard() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 2; ++i)
            QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"waiting\""));
        lobby.parts.clock.advance(lobby.parts.core.policy()->sessionLifetime + 1s);
        QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"ended\""));
    }

    void theEndOfItsKeyIsHeard() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 2; ++i)
            QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"waiting\""));
        lobby.parts.core.setKeys(KeyRing(ServerKey::generate(systemRandom())));
        QVERIFY(poll(*socket, Lobby::poll(code.sid)).contains("\"state\":\"ended\""));
    }

    void aTypedCodeFindsItsScreen() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        poll(*socket, Lobby::poll(code.sid));
        std::jthread typing(
            [&] { QVERIFY(lobby.parts.scans.resolveTypedCode(code.typedCode, kPhone, 60s)); });
        QVERIFY(lobby.heldAre(1)); // the phone
        poll(*socket, Lobby::poll(code.sid));
        QVERIFY(lobby.heldAre(0));
    }

    void aPollIsHeldUntilThereIsSomethingNew() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        const QByteArray held = Lobby::poll(code.sid, "&wait=1");
        for (int i = 0; i < 2; ++i) QVERIFY(poll(*socket, held).contains("\"state\":\"waiting\""));
        const auto counted = lobby.counted();
        QCOMPARE(counted.held.count(), std::uint64_t(2));
        QVERIFY(counted.held.sum() >= 2s);
        QCOMPARE(counted.routes.at({"GET", "/api/checkfast"}).work.count(), std::uint64_t(2));
        socket->write(held);
        socket->flush();
        QVERIFY(lobby.heldAre(1));
        QVERIFY(lobby.parts.scans.open(code.qr, kPhone));
        QVERIFY(readUntil(*socket, "}").contains("\"state\":\"scanned\""));
    }

    void aFreshSessionIsAnotherOneEachTime() {
        Lobby lobby;
        const auto socket = lobby.front.connect();
        std::set<std::string> sids, strings;
        for (int i = 0; i < 3; ++i) {
            const QByteArray answer = poll(*socket, Lobby::codeRequest({}));
            const QrCodeAnswer code = codeIn(answer);
            sids.insert(code.sid.reveal());
            strings.insert(code.qr);
            QVERIFY(headerOf(answer, "Set-Cookie")
                        .startsWith("latchkey_sid=" + QByteArray::fromStdString(code.sid.reveal()) + ";"));
            QVERIFY(lobby.parts.scans.open(code.qr, kPhone));
            QVERIFY(lobby.parts.logins.status(code.sid).state == SessionState::Scanned);
        }
        QCOMPARE(sids.size(), std::size_t(3));
        QCOMPARE(strings.size(), std::size_t(3));
    }

    void aSessionHasAFreshCodeEachTime() {
        Lobby lobby;
        const Sid sid = lobby.parts.freshCode().sid;
        const auto socket = lobby.front.connect();
        const QByteArray first = poll(*socket, Lobby::codeRequest(sid));
        poll(*socket, Lobby::poll(sid));
        lobby.parts.clock.advance(30s);
        const QByteArray second = poll(*socket, Lobby::codeRequest(sid));
        QCOMPARE(first.size(), second.size());
        QVERIFY(codeIn(first).sid == sid && codeIn(second).sid == sid);
        QVERIFY(codeIn(first).qr != codeIn(second).qr);
        QVERIFY(codeIn(first).typedCode != codeIn(second).typedCode);
        QCOMPARE(headerOf(second, "Set-Cookie"), headerOf(first, "Set-Cookie"));
        QVERIFY(headerOf(first, "X-Request-Id") != headerOf(second, "X-Request-Id"));
        QCOMPARE(headerOf(second, "Date"), "Fri, 15 Jan 2027 08:00:30 GMT");
        QVERIFY(lobby.parts.scans.open(codeIn(second).qr, kPhone));
    }

    void aSignedInSessionsCodeSaysSo() {
        Lobby lobby;
        const TestWallet wallet;
        lobby.parts.enrol(wallet);
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 2; ++i)
            QVERIFY(codeIn(poll(*socket, Lobby::codeRequest(code.sid))).state == SessionState::Waiting);
        QVERIFY(lobby.parts.approvals.approve(wallet.proof(code.qr), kPhone));
        for (int i = 0; i < 2; ++i) {
            const auto now = codeIn(poll(*socket, Lobby::codeRequest(code.sid)));
            QVERIFY(now.sid == code.sid && now.state == SessionState::Authenticated);
        }
    }

    void aRemovedKiosksTokenIsRefused() {
        Lobby lobby;
        const auto kiosk = lobby.parts.registry.add("Lobby", "");
        const auto lines =
            QByteArray::fromStdString("Authorization: Bearer " + kiosk->token.reveal() + "\r\n");
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 2; ++i) {
            const auto code = codeIn(poll(*socket, Lobby::codeRequest({}, lines)));
            QVERIFY(QrString::parse(code.qr)->kioskId == kiosk->kiosk.id);
        }
        QVERIFY(lobby.parts.registry.remove("Lobby"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(poll(*socket, Lobby::codeRequest({}, lines)).startsWith("HTTP/1.1 401"));
    }

    void eachCodeIsCounted() {
        Lobby lobby;
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 5; ++i) poll(*socket, Lobby::codeRequest({}));
        QCOMPARE(lobby.counted().routes.at({"GET", "/api/getqrcode"}).statuses.at(200), std::uint64_t(5));
    }

    void eachIsCounted() {
        Lobby lobby;
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 5; ++i) poll(*socket, Lobby::poll(code.sid));
        const auto counted = lobby.counted();
        const auto& polls = counted.routes.at({"GET", "/api/checkfast"});
        QCOMPARE(polls.statuses.at(200), std::uint64_t(5));
        QCOMPARE(polls.work.count(), std::uint64_t(5));
    }

    void eachIsLoggedWhereThatIsAskedFor() {
        Lobby lobby;
        std::atomic<int> served = 0;
        lobby.parts.log.setListener([&](LogLevel, std::string_view line) {
            if (line.find("request.served") != std::string_view::npos) ++served;
        });
        lobby.parts.log.setLevel(LogLevel::Debug);
        const auto code = lobby.parts.freshCode();
        const auto socket = lobby.front.connect();
        for (int i = 0; i < 5; ++i) poll(*socket, Lobby::poll(code.sid));
        QCOMPARE(served, 5);
    }

    void onlyWhatDependsOnOneSessionStands_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("query"); // beside the sid
        QTest::addColumn<bool>("stands");
        QTest::newRow("a poll") << ""
                                << "" << true;
        QTest::newRow("a held one") << ""
                                    << "wait=30" << true;
        QTest::newRow("a held one that knows it waits") << ""
                                                        << "wait=30&state=waiting" << true;
        QTest::newRow("one that knows of a phone") << ""
                                                   << "wait=30&state=scanned" << false;
        QTest::newRow("one that knows a number") << ""
                                                 << "wait=30&number=12" << false;
        QTest::newRow("one that knows a revision") << ""
                                                   << "wait=30&revision=1" << false;
        QTest::newRow("of another origin") << "Origin: http://h"
                                           << "" << false;
        QTest::newRow("with its cookie") << "Cookie: latchkey_sid=SID"
                                         << "" << true;
        QTest::newRow("with another session's cookie") << "Cookie: latchkey_sid=other"
                                                       << "" << false;
    }
    void onlyWhatDependsOnOneSessionStands() {
        QFETCH(QString, header);
        QFETCH(QString, query);
        QFETCH(bool, stands);
        Lobby lobby;
        const Sid sid = lobby.parts.freshCode().sid;
        httplib::Request request = pollOf(sid);
        header.replace("SID", QString::fromStdString(sid.reveal()));
        if (const auto parts = header.split(": "); parts.size() == 2)
            request.headers.emplace(parts[0].toStdString(), parts[1].toStdString());
        for (const QString& pair : query.split('&', Qt::SkipEmptyParts))
            request.params.emplace(pair.section('=', 0, 0).toStdString(), pair.section('=', 1).toStdString());
        QCOMPARE(lobby.routes.termsOf(request) != nullptr, stands);
    }

    void onlyAWholeCodeStands() {
        Lobby lobby;
        httplib::Request request;
        request.method = "GET";
        request.path = "/api/getqrcode";
        const auto terms = lobby.routes.termsOf(request);
        QVERIFY(terms && terms->cover("HTTP/1.1 200 OK\r\n"));
        QVERIFY(!terms->cover("HTTP/1.1 401 Unauthorized\r\n"));
        httplib::Request other = request;
        other.ranges = {{0, 6}};
        QVERIFY(!lobby.routes.termsOf(other));
        other = request;
        other.headers.emplace("Origin", "http://h");
        QVERIFY(!lobby.routes.termsOf(other));
        other = request;
        other.method = "HEAD";
        QVERIFY(!lobby.routes.termsOf(other));
    }

    void onlyThePollsAnswerStands() {
        Lobby lobby;
        const Sid sid = lobby.parts.freshCode().sid;
        const auto terms = lobby.routes.termsOf(pollOf(sid));
        const std::string body = "\r\n\r\n" + StatusAnswer{sid, SessionState::Waiting}.toJson();
        QVERIFY(terms->cover("HTTP/1.1 200 OK" + body));
        QVERIFY(!terms->cover("HTTP/1.1 206 Partial Content" + body));
        QVERIFY(!terms->cover("HTTP/1.1 200 OK\r\n\r\n" + StatusAnswer{sid, SessionState::Scanned}.toJson()));
        httplib::Request other = pollOf(sid);
        other.path = "/site/dashboard";
        QVERIFY(!lobby.routes.termsOf(other));
        other = pollOf(sid);
        other.method = "HEAD";
        QVERIFY(!lobby.routes.termsOf(other));
        QVERIFY(!lobby.routes.termsOf(pollOf(Sid("null"))));
    }
};

QTEST_GUILESS_MAIN(TestStandingRoutes)
#include "tst_standing_routes.moc"
