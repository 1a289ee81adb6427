#include "server/http/ip_network.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

class TestIpNetwork : public QObject {
    Q_OBJECT

  private slots:
    void anAddressHasOneCanonicalForm_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* text, const char* canonical) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(canonical);
        };
        row("192.0.2.1", "192.0.2.1");
        row("::ffff:192.0.2.1", "192.0.2.1");
        row("::FFFF:c000:201", "192.0.2.1");
        row("2001:DB8:0:0:0:0:0:1", "2001:db8::1");
        row("::", "::");
    }
    void anAddressHasOneCanonicalForm() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto address = IpAddress::parse(text.toStdString());
        QVERIFY(address);
        QCOMPARE(address->text(), canonical.toStdString());
        QVERIFY(address == IpAddress::parse(address->text()));
    }

    void refusesWhatIsNoAddress() {
        for (const char* text : {"", " ", "192.0.2", "192.0.2.1.1", "192.0.2.256", "192.0.2.01", "0x7f000001",
                                 "1", "[::1]", "::1%lo", "192.0.2.1 ", "localhost", ":::"}) {
            QVERIFY2(!IpAddress::parse(text), text);
        }
        QVERIFY(!IpAddress::parse(std::string_view("192.0.2.1\0x", 11)));
    }

    void holdsItsOwnAddressesOnly_data() {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QByteArray>("outside");
        const auto row = [](const char* network, const char* inside, const char* outside) {
            QTest::newRow(network) << QByteArray(network) << QByteArray(inside) << QByteArray(outside);
        };
        row("192.0.2.1", "192.0.2.1", "192.0.2.2");
        row("192.0.2.1/32", "::ffff:192.0.2.1", "192.0.2.0");
        row("192.0.2.0/24", "192.0.2.255", "192.0.3.0");
        row("192.0.2.128/25", "192.0.2.128", "192.0.2.127");
        row("10.0.0.0/8", "10.255.255.255", "11.0.0.0");
        row("0.0.0.0/0", "203.0.113.9", "::1");
        row("::ffff:192.0.2.0/120", "192.0.2.9", "192.0.3.9");
        row("2001:db8::1", "2001:db8::1", "2001:db8::2");
        row("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1");
        row("fe80::/10", "febf::1", "fec0::1");
        row("::/0", "2001:db8::1", "192.0.2.1");
    }
    void holdsItsOwnAddressesOnly() {
        QFETCH(QByteArray, network);
        QFETCH(QByteArray, inside);
        QFETCH(QByteArray, outside);
        const auto parsed = IpNetwork::parse(network.toStdString());
        QVERIFY2(parsed, parsed ? "" : parsed.error().c_str());
        QVERIFY(parsed->contains(*IpAddress::parse(inside.toStdString())));
        QVERIFY(!parsed->contains(*IpAddress::parse(outside.toStdString())));
        QCOMPARE(IpNetwork::parse(parsed->text())->text(), parsed->text());
    }

    void saysWhatIsWrongWithANetwork_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* text, const char* words) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(words);
        };
        row("", "is no IP address");
        row("proxy.example.org", "is no IP address");
        row("192.0.2.1:80", "is no IP address");
        row("/24", "is no IP address");
        row("192.0.2.0/", "from 0 to 32");
        row("192.0.2.0/33", "from 0 to 32");
        row("192.0.2.0/-1", "from 0 to 32");
        row("192.0.2.0/24x", "from 0 to 32");
        row("192.0.2.0/255.255.255.0", "from 0 to 32");
        row("2001:db8::/129", "from 0 to 128");
        row("192.0.2.20/24", "write 192.0.2.0/24");
        row("2001:db8::1/64", "write 2001:db8::/64");
    }
    void saysWhatIsWrongWithANetwork() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const auto parsed = IpNetwork::parse(text.toStdString());
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().find(words.toStdString()) != std::string::npos, parsed.error().c_str());
    }
};

QTEST_APPLESS_MAIN(TestIpNetwork)
#include "tst_ip_network.moc"
