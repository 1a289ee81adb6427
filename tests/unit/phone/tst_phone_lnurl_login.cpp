#include "common/lnurl.h"
#include "test_key.h"
#include "tests/phone/lnurl_login.h"
#include "tests/support/loopback_server.h"
#include "tests/support/show_strings.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::phone;
using namespace std::chrono_literals;

namespace {

const std::string kK1 = "e2af6254a8df433264fa23f67eb8188635d15ce883e8fc020989d5f82ae6f11e";
const std::string kCallback = "https://lobby.example/ln?tag=login&k1=" + kK1;

using Answer = LoopbackServer::Answer;

std::string urlOf(const LoopbackServer& server) {
    return server.address().text() + "/ln";
}

template <std::size_t Size>
std::array<std::uint8_t, Size> fixed(const std::string& hex) {
    std::array<std::uint8_t, Size> bytes{};
    std::ranges::copy(*fromHex(hex), bytes.begin());
    return bytes;
}

} // namespace

class TestPhoneLnurlLogin : public QObject {
    Q_OBJECT

  private slots:
    void readsALogin() {
        const auto login = LnurlLogin::of(toLnurl(kCallback + "&k=k1234567&action=link"));

        QVERIFY(login);
        QCOMPARE(login->origin, std::string("https://lobby.example"));
        QCOMPARE(login->domain, std::string("lobby.example"));
        QCOMPARE(login->action, std::string("link"));
        QCOMPARE(login->callback, kCallback + "&k=k1234567&action=link");
        QCOMPARE(toHex(login->k1), kK1);
    }

    void readsItFromAQrString() {
        const auto login =
            LnurlLogin::of("https://lobby.example/fast?s=a&c=b&t=1&lightning=" + toLnurl(kCallback));

        QVERIFY(login);
        QCOMPARE(login->callback, kCallback);
        QVERIFY(login->action.empty());
    }

    void followsHttpsOnionServicesAndThisMachine_data() {
        QTest::addColumn<std::string>("server");
        QTest::addColumn<std::string>("domain");
        const auto row = [](const char* server, const char* domain) {
            QTest::newRow(server) << std::string(server) << std::string(domain);
        };
        row("https://Lobby.Example:8420/door", "lobby.example");
        row("https://lobby.example.", "lobby.example");
        row("https://192.168.1.20", "192.168.1.20");
        row("http://abcdefghijklmnop.onion", "abcdefghijklmnop.onion");
        row("http://127.0.0.1:8420", "127.0.0.1");
        row("http://localhost:8420", "localhost");
        row("http://[::1]:8420", "[::1]");
    }
    void followsHttpsOnionServicesAndThisMachine() {
        QFETCH(std::string, server);
        QFETCH(std::string, domain);
        const auto login = LnurlLogin::of(toLnurl(server + "/ln?tag=login&k1=" + kK1));
        QVERIFY2(login, login ? "" : login.error().c_str());
        QCOMPARE(login->domain, domain);
    }

    void refusesWhatIsNoLoginForAWallet_data() {
        QTest::addColumn<std::string>("scanned");
        QTest::addColumn<std::string>("named");
        const auto row = [](const char* name, const std::string& url, const char* named) {
            QTest::newRow(name) << toLnurl(url) << std::string(named);
        };
        QTest::newRow("no LNURL") << std::string(kQrString) << std::string("no LNURL");
        row("plain http", "http://lobby.example/ln?tag=login&k1=" + kK1, "neither https");
        row("plain http in a LAN", "http://192.168.1.20/ln?tag=login&k1=" + kK1, "neither https");
        row("a name like this machine's", "http://127.0.0.1.evil.example/ln?tag=login&k1=" + kK1,
            "neither https");
        row("another name like it", "http://localhost.evil.example/ln?tag=login&k1=" + kK1, "neither https");
        row("a user name", "https://lobby.example@evil.example/ln?tag=login&k1=" + kK1, "web server");
        row("no host", "https:///ln?tag=login&k1=" + kK1, "web server");
        row("no parameters", "https://lobby.example/ln", "tag");
        row("another tag", "https://lobby.example/ln?tag=payRequest&k1=" + kK1, "tag");
        row("two tags", kCallback + "&tag=login", "tag");
        row("no k1", "https://lobby.example/ln?tag=login", "k1");
        row("two k1", kCallback + "&k1=" + kK1, "k1");
        row("a short k1", "https://lobby.example/ln?tag=login&k1=" + kK1.substr(2), "k1");
        row("a k1 that is no hex", "https://lobby.example/ln?tag=login&k1=" + std::string(64, 'x'), "k1");
        row("an unknown action", kCallback + "&action=pay", "action");
        row("an empty action", kCallback + "&action=", "action");
        row("a signature", kCallback + "&sig=30", "signed already");
        row("a key", kCallback + "&key=02", "signed already");
        row("a fragment", kCallback + "#top", "fragment");
    }
    void refusesWhatIsNoLoginForAWallet() {
        QFETCH(std::string, scanned);
        QFETCH(std::string, named);
        const auto login = LnurlLogin::of(scanned);
        QVERIFY(!login);
        QVERIFY2(login.error().find(named) != std::string::npos, login.error().c_str());
    }

    // LUD-05, "Test Vector".
    void derivesThePublishedPath() {
        const auto hashingKey = fixed<32>("7d417a6a5e9a6a4a879aeaba11a11838764c8fa2b959c242d43dea682b3e409b");
        QVERIFY((linkingPath(hashingKey, "site.com") ==
                 std::array<std::uint32_t, 4>{1588488367, 2659270754, 38110259, 4136336762}));
    }

    // Worked out with another implementation of BIP-32 and LUD-05.
    void hasAKeyForEachDomain() {
        const WalletKey wallet = keyOf(smallestKeyHex());
        const auto keyAt = [&wallet](const char* domain) {
            return toHex(linkingKey(wallet, domain).publicKey().compressed);
        };
        QCOMPARE(keyAt("lobby.example"),
                 std::string("02f0f2f540055225edb91f04b60e502e6226eda9d89e15d524c8621cc479d1ada6"));
        QCOMPARE(keyAt("127.0.0.1"),
                 std::string("035e137a55d6212596452e56ca5bd4514e42515bcb4ad2dd5426eba169c07275e9"));
    }

    void addsItsSignatureAndKeyToTheCallback() {
        const auto login = LnurlLogin::of(toLnurl(kCallback + "&k=k1234567"));
        const WalletKey key = keyOf(smallestKeyHex());

        const std::string url = signedCallback(*login, key);

        const std::string start = kCallback + "&k=k1234567&sig=30";
        QVERIFY(url.starts_with(start));
        QVERIFY(url.ends_with("&key=" + toHex(key.publicKey().compressed)));
    }

    void believesOnlyTheBody_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("reason"); // empty: OK
        const auto row = [](const char* name, int status, const char* body, const char* reason) {
            QTest::newRow(name) << status << std::string(body) << std::string(reason);
        };
        row("OK", 200, "{\"status\":\"OK\"}", "");
        row("OK with more", 200, "{\"event\":\"LOGGEDIN\",\"status\":\"OK\"}", "");
        row("OK under another status", 404, "{\"status\":\"OK\"}", "");
        row("an error", 200, "{\"status\":\"ERROR\",\"reason\":\"too late\"}", "too late");
    }
    void believesOnlyTheBody() {
        QFETCH(int, status);
        QFETCH(std::string, body);
        QFETCH(std::string, reason);
        LoopbackServer server;
        server.answer("/ln", Answer::json(body, status));

        const auto answer = callBack(urlOf(server) + "?tag=login&k1=" + kK1 + "&sig=30&key=02");

        QVERIFY(answer);
        QCOMPARE(answer->ok, reason.empty());
        QCOMPARE(answer->reason, reason);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().front().method, QByteArray("GET"));
        QCOMPARE(server.requests().front().query.toString().toStdString(),
                 "tag=login&k1=" + kK1 + "&sig=30&key=02");
    }

    void takesNothingElseForAnAnswer_data() {
        QTest::addColumn<std::string>("body");
        for (const char* body :
             {"", "OK", "\"OK\"", "{}", "[\"status\",\"OK\"]", "{\"status\":\"ok\"}", "{\"status\":1}",
              "{\"status\":\"OK\"", "{\"status\":[\"OK\"]}", "<html>OK</html>"}) {
            QTest::newRow(body) << std::string(body);
        }
    }
    void takesNothingElseForAnAnswer() {
        QFETCH(std::string, body);
        LoopbackServer server;
        server.answer("/ln", Answer::json(body));

        QVERIFY(!callBack(urlOf(server)));
    }

    void givesUpOnASilentServerAndFollowsNoRedirect() {
        LoopbackServer silent;
        silent.answer("/ln", Answer::held());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!callBack(urlOf(silent), 200ms));
        QVERIFY(clock.elapsed() < 10000);

        LoopbackServer elsewhere;
        elsewhere.answer("/ln", Answer::json("{\"status\":\"OK\"}"));
        LoopbackServer server;
        Answer redirect = Answer::json("{\"status\":\"OK\"}", 302);
        redirect.headers = {"Location: " + QByteArray::fromStdString(urlOf(elsewhere))};
        server.answer("/ln", redirect);
        QVERIFY(!callBack(urlOf(server)));
        QVERIFY(elsewhere.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPhoneLnurlLogin)
#include "tst_phone_lnurl_login.moc"
