#include "common/encoding.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <random>

using namespace latchkey;

class TestEncoding : public QObject {
    Q_OBJECT

  private slots:
    // RFC 4648 §10
    void encodesThePublishedVectors_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("base64");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("empty") << QByteArray("") << QByteArray("") << QByteArray("");
        QTest::newRow("f") << QByteArray("f") << QByteArray("Zg==") << QByteArray("66");
        QTest::newRow("fo") << QByteArray("fo") << QByteArray("Zm8=") << QByteArray("666f");
        QTest::newRow("foo") << QByteArray("foo") << QByteArray("Zm9v") << QByteArray("666f6f");
        QTest::newRow("foob") << QByteArray("foob") << QByteArray("Zm9vYg==") << QByteArray("666f6f62");
        QTest::newRow("fooba") << QByteArray("fooba") << QByteArray("Zm9vYmE=") << QByteArray("666f6f6261");
        QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("Zm9vYmFy")
                                << QByteArray("666f6f626172");
    }
    void encodesThePublishedVectors() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, base64);
        QFETCH(QByteArray, hex);
        const ByteView view = asBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QCOMPARE(toBase64(view), base64.toStdString());
        QCOMPARE(toHex(view), hex.toStdString());
        QVERIFY(fromBase64(base64.toStdString()) == Bytes(view.begin(), view.end()));
        QVERIFY(fromHex(hex.toStdString()) == Bytes(view.begin(), view.end()));
        QByteArray unpadded = base64;
        unpadded.replace("=", "");
        QCOMPARE(toBase64Url(view), unpadded.toStdString());
    }

    void readsBackWhateverItWrites() {
        std::mt19937 random(7);
        for (std::size_t size = 0; size < 200; ++size) {
            Bytes bytes(size);
            for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
            QVERIFY(fromHex(toHex(bytes)) == bytes);
            QVERIFY(fromBase64(toBase64(bytes)) == bytes);
            QVERIFY(fromBase64Url(toBase64Url(bytes)) == bytes);
        }
    }

    void refusesEveryOtherTextForTheSameBytes_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z g==", "Zg==\n", "Zm9v====", "Zm-_", "=", "===="}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void refusesEveryOtherTextForTheSameBytes() {
        QFETCH(QByteArray, text);
        QVERIFY(!fromBase64(text.toStdString()));
    }

    void base64UrlTakesNoPaddingAndNoStandardDigits() {
        QVERIFY(fromBase64Url("Zg"));
        for (const char* text : {"Zg==", "Zh", "Z", "ab+/", "a b"}) QVERIFY2(!fromBase64Url(text), text);
        QVERIFY(fromBase64Url("-_-_") == fromBase64("+/+/"));
    }

    void hexTakesEitherCaseButNoHalfBytes() {
        QVERIFY(fromHex("aBcD") == fromHex("ABCD"));
        for (const char* text : {"a", "0g", "0x00", " 00"}) QVERIFY2(!fromHex(text), text);
    }

    void percentEncodesAllButUnreservedCharacters() {
        QCOMPARE(percentEncode("aZ09-._~"), std::string("aZ09-._~"));
        QCOMPARE(percentEncode("http://h/?a=b&c ü"), std::string("http%3A%2F%2Fh%2F%3Fa%3Db%26c%20%C3%BC"));
    }
};

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
