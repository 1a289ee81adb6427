#include "server/http/client_address.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

namespace {

TrustedProxies proxies(const std::vector<std::string>& texts) {
    std::vector<IpNetwork> networks;
    for (const std::string& text : texts) networks.push_back(*IpNetwork::parse(text));
    return TrustedProxies(std::move(networks));
}

// A request with these header lines.
std::string requestWith(const std::string& lines) {
    return "POST /fast HTTP/1.1\r\nHost: h\r\n" + lines + "Content-Length: 0\r\n\r\n";
}

} // namespace

class TestClientAddress : public QObject {
    Q_OBJECT

  private slots:
    void fromOthersTheHeadersAreIgnored() {
        const std::string request = requestWith("X-Forwarded-For: 198.51.100.1\r\nX-Real-IP: 198.51.100.1\r\n"
                                                "Forwarded: for=198.51.100.1\r\n");
        QCOMPARE(TrustedProxies().clientOf("203.0.113.9", request), std::string("203.0.113.9"));
        QCOMPARE(TrustedProxies().clientOf("127.0.0.1", request), std::string("127.0.0.1"));
        QCOMPARE(proxies({"192.0.2.1"}).clientOf("203.0.113.9", request), std::string("203.0.113.9"));
        QCOMPARE(proxies({"192.0.2.1"}).clientOf("127.0.0.1", request), std::string("127.0.0.1"));
    }

    void behindAUnixSocketIsAProxy() {
        const std::string request = requestWith("X-Forwarded-For: 198.51.100.1, 203.0.113.7\r\n");
        QCOMPARE(TrustedProxies().clientOf("", request), std::string("203.0.113.7"));
        QCOMPARE(proxies({"203.0.113.7"}).clientOf("", request), std::string("198.51.100.1"));
        for (const char* silent : {"", "X-Forwarded-For: unknown\r\n"})
            QCOMPARE(TrustedProxies().clientOf("", requestWith(silent)), std::string("127.0.0.1"));
    }

    // The proxies are 192.0.2.1, from which the request comes, 10.0.0.0/8 and 2001:db8:a::/48.
    void findsTheRightmostAddressThatIsNoProxy_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("client");
        const auto row = [](const char* name, const char* lines, const char* client) {
            QTest::newRow(name) << QByteArray(lines) << QByteArray(client);
        };
        row("no header", "", "192.0.2.1");
        row("empty header", "X-Forwarded-For:\r\n", "192.0.2.1");
        row("one hop", "X-Forwarded-For: 203.0.113.7\r\n", "203.0.113.7");
        row("any case, no space", "x-forwarded-FOR:203.0.113.7\r\n", "203.0.113.7");
        row("the client's claim", "X-Forwarded-For: 198.51.100.1, 203.0.113.7\r\n", "203.0.113.7");
        row("a claim to be a proxy", "X-Forwarded-For: 10.0.0.1, 203.0.113.7\r\n", "203.0.113.7");
        row("several hops", "X-Forwarded-For: 198.51.100.1, 203.0.113.7, 10.1.2.3,10.0.0.1\r\n",
            "203.0.113.7");
        row("a line for each hop",
            "X-Forwarded-For: 198.51.100.1\r\nX-Other: 1\r\nX-Forwarded-For: 203.0.113.7\r\n"
            "X-Forwarded-For: 10.0.0.1\r\n",
            "203.0.113.7");
        row("many lines keep their order",
            "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 198.51.100.2\r\n"
            "X-Forwarded-For: 198.51.100.3\r\nX-Forwarded-For: 198.51.100.4\r\n"
            "X-Forwarded-For: 203.0.113.7\r\n",
            "203.0.113.7");
        row("empty elements", "X-Forwarded-For: 198.51.100.1, , 203.0.113.7, ,\r\n", "203.0.113.7");
        row("only proxies", "X-Forwarded-For: 10.0.0.2, 10.0.0.1\r\n", "10.0.0.2");
        row("IPv6", "X-Forwarded-For: 2001:DB8:B:0::7\r\n", "2001:db8:b::7");
        row("IPv6 in brackets", "X-Forwarded-For: [2001:db8:b::7]\r\n", "2001:db8:b::7");
        row("IPv6 with a port", "X-Forwarded-For: [2001:db8:b::7]:4711\r\n", "2001:db8:b::7");
        row("IPv6 proxy", "X-Forwarded-For: 203.0.113.7, 2001:db8:a:1::1\r\n", "203.0.113.7");
        row("IPv4 in IPv6 form", "X-Forwarded-For: ::ffff:203.0.113.7\r\n", "203.0.113.7");
        row("IPv4 with a port", "X-Forwarded-For: 203.0.113.7:4711, 10.0.0.1:80\r\n", "203.0.113.7");
        row("garbage left of the client", "X-Forwarded-For: <script>, 203.0.113.7\r\n", "203.0.113.7");
        row("garbage from a proxy", "X-Forwarded-For: 203.0.113.7, unknown\r\n", "192.0.2.1");
        row("garbage behind a hop", "X-Forwarded-For: 203.0.113.7, _hidden, 10.0.0.1\r\n", "10.0.0.1");
        row("a bad port", "X-Forwarded-For: 203.0.113.7:x\r\n", "192.0.2.1");
        row("no port", "X-Forwarded-For: 203.0.113.7:\r\n", "192.0.2.1");
        row("a long port", "X-Forwarded-For: 203.0.113.7:123456\r\n", "192.0.2.1");
        row("no bracket", "X-Forwarded-For: [2001:db8:b::7\r\n", "192.0.2.1");
        row("empty brackets", "X-Forwarded-For: []\r\n", "192.0.2.1");
        row("text behind a bracket", "X-Forwarded-For: [2001:db8:b::7]4711\r\n", "192.0.2.1");
        row("a zone", "X-Forwarded-For: fe80::1%eth0\r\n", "192.0.2.1");
        row("a name", "X-Forwarded-For: phone.example.org\r\n", "192.0.2.1");
        row("percent encoding", "X-Forwarded-For: 203.0.113%2e7\r\n", "192.0.2.1");
        row("similar headers", "X-Forwarded-Fo: 203.0.113.7\r\nX-Forwarded-For-: 203.0.113.8\r\n",
            "192.0.2.1");
    }
    void findsTheRightmostAddressThatIsNoProxy() {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, client);
        const auto trusted = proxies({"192.0.2.1", "10.0.0.0/8", "2001:db8:a::/48"});
        QCOMPARE(trusted.clientOf("192.0.2.1", requestWith(lines.toStdString())), client.toStdString());
    }

    void readsHeaderLinesOnly() {
        const auto trusted = proxies({"192.0.2.1"});
        QCOMPARE(trusted.clientOf("192.0.2.1", "POST / HTTP/1.1\r\nContent-Length: 32\r\n\r\n"
                                               "\r\nX-Forwarded-For: 203.0.113.7\r\n"),
                 std::string("192.0.2.1"));
        QCOMPARE(trusted.clientOf("192.0.2.1", "X-Forwarded-For: 203.0.113.7 HTTP/1.1\r\nHost: h\r\n\r\n"),
                 std::string("192.0.2.1"));
    }

    void aProxyOnAnIpv6SocketIsKnownByItsIpv4Address() {
        QCOMPARE(proxies({"192.0.2.1"})
                     .clientOf("::ffff:192.0.2.1", requestWith("X-Forwarded-For: 203.0.113.7\r\n")),
                 std::string("203.0.113.7"));
    }
};

QTEST_APPLESS_MAIN(TestClientAddress)
#include "tst_client_address.moc"
