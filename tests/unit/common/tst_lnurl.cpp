#include "common/bech32.h"
#include "common/lnurl.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <random>

using namespace latchkey;

namespace {

// LUD-01's example.
const std::string kUrl =
    "https://service.com/api?q=3fc3645b439ce8e7f2553a69e5267081d96dcd340693afabe04be7b0ccd178df";
const std::string kLnurl =
    "LNURL1DP68GURN8GHJ7UM9WFMXJCM99E3K7MF0V9CXJ0M385EKVCENXC6R2C35XVUKXEFCV5MKVV34X5EKZD3E"
    "V56NYD3HXQURZEPEXEJXXEPNXSCRVWFNV9NXZCN9XQ6XYEFHVGCXXCMYXYMNSERXFQ5FNS";

std::string lowerCase(const std::string& text) {
    return QByteArray::fromStdString(text).toLower().toStdString();
}

std::string encoded(const std::string& humanReadablePart, const std::string& text,
                    Bech32::Checksum checksum) {
    return toBech32({humanReadablePart, toFiveBitGroups(asBytes(text)), checksum});
}

} // namespace

class TestLnurl : public QObject {
    Q_OBJECT

  private slots:
    void isThePublishedExample() {
        QCOMPARE(toLnurl(kUrl), kLnurl);
        QCOMPARE(*fromLnurl(kLnurl), kUrl);
    }

    void readsWhateverAWalletScans_data() {
        QTest::addColumn<std::string>("scanned");
        QTest::newRow("lower case") << lowerCase(kLnurl);
        QTest::newRow("with its scheme") << "lightning:" + kLnurl;
        QTest::newRow("a scheme in upper case") << "LIGHTNING:" + kLnurl;
        QTest::newRow("lower case with its scheme") << "lightning:" + lowerCase(kLnurl);
        QTest::newRow("the fallback") << "https://service.com/giftcard/redeem?id=123&lightning=" + kLnurl;
        QTest::newRow("the fallback as the first parameter") << "https://service.com/?lightning=" + kLnurl;
        QTest::newRow("the fallback before others") << "http://h/?lightning=" + kLnurl + "&id=123";
        QTest::newRow("the fallback before a fragment") << "HTTPS://h?lightning=" + kLnurl + "#top";
        QTest::newRow("after a parameter of almost that name")
            << "https://h/?xlightning=1&lightning=" + kLnurl;
    }
    void readsWhateverAWalletScans() {
        QFETCH(std::string, scanned);
        const auto url = fromLnurl(scanned);
        QVERIFY2(url, url ? "" : url.error().c_str());
        QCOMPARE(*url, kUrl);
    }

    void refusesWhatHoldsNone_data() {
        QTest::addColumn<std::string>("scanned");
        QTest::addColumn<std::string>("named");
        const auto row = [](const char* name, const std::string& scanned, const std::string& named) {
            QTest::newRow(name) << scanned << named;
        };
        const auto bip173 = Bech32::Checksum::Bip173;
        row("nothing", "", "no LNURL");
        row("a word", "hello", "no LNURL");
        row("a web address", kUrl, "no LNURL");
        row("a mixed case", "lnurl" + kLnurl.substr(5), "no LNURL");
        row("a space behind", kLnurl + " ", "no LNURL");
        row("an empty fallback", "https://h/?lightning=", "no LNURL");
        row("a fallback of another name", "https://h/?Lightning=" + kLnurl, "no LNURL");
        row("a fallback in the fragment", "https://h/#?lightning=" + kLnurl, "no LNURL");
        row("a fallback in another parameter", "https://h/?a=?lightning=" + kLnurl, "no LNURL");
        row("a fallback of another scheme", "bitcoin:bc1q?lightning=" + kLnurl, "no LNURL");
        row("a Bitcoin address", "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu", "no LNURL");
        row("too long", toLnurl("https://h/" + std::string(3000, 'x')), "no LNURL");
        row("mistyped", kLnurl.substr(0, kLnurl.size() - 1) + "Q", "mistyped");
        row("Bech32m", encoded("lnurl", kUrl, Bech32::Checksum::Bip350), "mistyped");
        row("another thing in Bech32", encoded("lnurx", kUrl, bip173), "no LNURL");
        row("no text", encoded("lnurl", "", bip173), "web address");
        row("another scheme", toLnurl("ftp://h/"), "web address");
        row("a line end", toLnurl("https://h/\nx"), "web address");
        row("a letter beyond ASCII", toLnurl("https://h/\xc3\xa9"), "web address");
        row("left-over bits", toBech32({"lnurl", {1}, bip173}), "web address");
    }
    void refusesWhatHoldsNone() {
        QFETCH(std::string, scanned);
        QFETCH(std::string, named);
        const auto url = fromLnurl(scanned);
        QVERIFY(!url);
        QVERIFY2(url.error().find(named) != std::string::npos, url.error().c_str());
    }

    void readsBackWhateverItWrites() {
        std::mt19937 random(1);
        for (int round = 0; round < 2000; ++round) {
            std::string url = random() % 2 == 0 ? "https://" : "http://";
            for (auto length = random() % 400; length > 0; --length) {
                url += static_cast<char>('!' + random() % ('~' - '!' + 1));
            }
            const std::string lnurl = toLnurl(url);
            QCOMPARE(*fromLnurl(lnurl), url);
            QCOMPARE(*fromLnurl(lowerCase(lnurl)), url);
            QCOMPARE(*fromLnurl("https://h/fast?s=a&lightning=" + lnurl), url);
        }
    }

    void tellsWhichServersWalletsFollow_data() {
        QTest::addColumn<std::string>("server");
        QTest::addColumn<bool>("followed");
        QTest::newRow("https") << std::string("https://lobby.example") << true;
        QTest::newRow("http") << std::string("http://lobby.example") << false;
        QTest::newRow("a LAN address") << std::string("http://192.168.1.20:8420") << false;
        QTest::newRow("an onion service") << std::string("http://Abcdefghijklmnop.onion:8420/door") << true;
        QTest::newRow("a prefix that looks like one") << std::string("http://lobby.example/.onion") << false;
        QTest::newRow("a name that looks like one") << std::string("http://onion") << false;
    }
    void tellsWhichServersWalletsFollow() {
        QFETCH(std::string, server);
        QFETCH(bool, followed);
        QCOMPARE(isLnurlServer(*WebAddress::parse(server)), followed);
    }
};

QTEST_APPLESS_MAIN(TestLnurl)
#include "tst_lnurl.moc"
