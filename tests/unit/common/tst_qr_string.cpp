#include "common/lnurl.h"
#include "common/qr_string.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <random>

using namespace latchkey;

namespace {

QrString example() {
    return {"http://192.168.1.20:8420", SessionId("AbC-_123"), "s3cret",
            std::chrono::sys_seconds(std::chrono::seconds(0x6926d1f0)), KioskId("k7m3q9x2")};
}

} // namespace

class TestQrString : public QObject {
    Q_OBJECT

  private slots:
    void isTheDocumentedUrl() {
        QCOMPARE(example().text(),
                 std::string("http://192.168.1.20:8420/fast?s=AbC-_123&c=s3cret&t=6926d1f0&k=k7m3q9x2"));
        QrString unregistered = example();
        unregistered.kioskId = KioskId();
        QCOMPARE(unregistered.text(),
                 std::string("http://192.168.1.20:8420/fast?s=AbC-_123&c=s3cret&t=6926d1f0"));
        unregistered.lightning = "LNURL1DP68GUP69UHKSTMC9V9WL6";
        QCOMPARE(unregistered.text(),
                 std::string("http://192.168.1.20:8420/fast?s=AbC-_123&c=s3cret&t=6926d1f0"
                             "&lightning=LNURL1DP68GUP69UHKSTMC9V9WL6"));
    }

    // LUD-01, "Fallback scheme".
    void aWalletFindsTheLnurlInIt() {
        QrString qr = example();
        qr.lightning = toLnurl("http://h/x");
        QCOMPARE(*fromLnurl(qr.text()), std::string("http://h/x"));
        qr.lightning.clear();
        QVERIFY(!fromLnurl(qr.text()));
    }

    void readsBackWhateverItWrites() {
        std::mt19937 random(11);
        const std::string_view alphabet = "ABCxyz059-_";
        const auto word = [&](std::size_t length) {
            std::string text;
            while (text.size() < length) text += alphabet[random() % alphabet.size()];
            return text;
        };
        for (int i = 0; i < 1000; ++i) {
            QrString qr = example();
            qr.sessionId = SessionId(word(1 + random() % 30));
            qr.secret = word(1 + random() % 30);
            qr.mintedAt = std::chrono::sys_seconds(std::chrono::seconds(1 + random()));
            qr.kioskId = KioskId(word(random() % 9));
            if (random() % 2 == 0) qr.lightning = toLnurl("https://h/ln?k1=" + word(random() % 99));
            const auto parsed = QrString::parse(qr.text());
            QVERIFY2(parsed, qr.text().c_str());
            QCOMPARE(parsed->text(), qr.text());
            QVERIFY(parsed->sessionId == qr.sessionId && parsed->kioskId == qr.kioskId);
            QCOMPARE(parsed->lightning, qr.lightning);
            QVERIFY(parsed->mintedAt == qr.mintedAt);
        }
    }

    void refusesWhatIsNotExactlyAQrString_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* text, const char* named) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(named);
        };
        row("", "not a Latchkey QR string");
        row("hello", "not a Latchkey QR string");
        row("http://h/slow?s=a&c=b&t=1", "not a Latchkey QR string");
        row("http://h/fast?c=b&t=1", "session_ID");
        row("http://h/fast?s=&c=b&t=1", "session_ID");
        row("http://h/fast?s=a%20b&c=b&t=1", "session_ID");
        row("http://h/fast?s=a&t=1", "secret");
        row("http://h/fast?s=a&c=b", "timestamp");
        row("http://h/fast?s=a&c=b&t=", "timestamp");
        row("http://h/fast?s=a&c=b&t=01", "timestamp");
        row("http://h/fast?s=a&c=b&t=1G", "timestamp");
        row("http://h/fast?s=a&c=b&t=AB", "timestamp");
        row("http://h/fast?s=a&c=b&t=fffffffffff", "timestamp");
        row("http://h/fast?s=a&c=b&t=1&k=", "kiosk");
        row("http://h/fast?s=a&c=b&t=1&k=k&x=1", "after its last");
        row("http://h/fast?s=a&c=b&t=1&x=1", "after its last");
        row("http://h/fast?s=a&c=b&t=1&lightning=", "LNURL");
        row("http://h/fast?s=a&c=b&t=1&lightning=lnurl1dp68gup69uhkstmc9v9wl6", "LNURL");
        row("http://h/fast?s=a&c=b&t=1&lightning=LNURL1DP68GUP69UHKSTMC9V9WL7", "LNURL");
        row("http://h/fast?s=a&c=b&t=1&lightning=LIGHTNING:LNURL1DP68GUP69UHKSTMC9V9WL6", "LNURL");
        row("http://h/fast?s=a&c=b&t=1&lightning=LNURL1DP68GUP69UHKSTMC9V9WL6&k=k", "after its last");
        row("http://h/fast?s=a&c=b&t=1 ", "timestamp");
        row("http://h/fast?c=b&s=a&t=1", "session_ID");
    }
    void refusesWhatIsNotExactlyAQrString() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, named);
        const auto parsed = QrString::parse(text.toStdString());
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().find(named.toStdString()) != std::string::npos, parsed.error().c_str());
    }
};

QTEST_APPLESS_MAIN(TestQrString)
#include "tst_qr_string.moc"
