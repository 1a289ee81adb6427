#include "reason.h"
#include "server/credentials/base58.h"

using namespace latchkey;
using namespace std::string_literals;

class TestBase58 : public QObject {
    Q_OBJECT

  private slots:
    void translatesBothWays_data();
    void translatesBothWays();

    void refusesDigitsThatAreNotBase58_data();
    void refusesDigitsThatAreNotBase58();

    void readsWhatItWroteWithAChecksum();
    void refusesAWrongChecksum();
    void refusesAWrongSize_data();
    void refusesAWrongSize();
    void refusesAVeryLongTextWithoutReadingIt();
};

// Bitcoin Core, src/test/data/base58_encode_decode.json.
void TestBase58::translatesBothWays_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<std::string>("text");

    QTest::newRow("nothing") << ""s
                             << ""s;
    QTest::newRow("one byte") << "61"s
                              << "2g"s;
    QTest::newRow("three bytes") << "626262"s
                                 << "a3gV"s;
    QTest::newRow("a string") << "73696d706c792061206c6f6e6720737472696e67"s
                              << "2cFupjhnEsSn59qHXstmK2ffpLv2"s;
    QTest::newRow("an address") << "00eb15231dfceb60925886b67d065299925915aeb172c06647"s
                                << "1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L"s;
    QTest::newRow("nine bytes") << "bf4f89001e670274dd"s
                                << "3SEo3LWLoPntC"s;
    QTest::newRow("zeros") << "00000000000000000000"s
                           << "1111111111"s;
    QTest::newRow("zeros and a one")
        << "00000000000000000000000000000000000000000000000000000000000000000000000000000001"s
        << "1111111111111111111111111111111111111112"s;
    QTest::newRow("all digits")
        << "000111d38e5fc9071ffcd20b4a763cc9ae4f252bb4e48fd66a835e252ada93ff480d6dd43dc62a641155a5"s
        << "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"s;
    QTest::newRow("before the carry") << "271f359f"s
                                      << "zzzzz"s;
    QTest::newRow("after the carry") << "271f35a0"s
                                     << "211111"s;
}

void TestBase58::translatesBothWays() {
    QFETCH(const std::string, hex);
    QFETCH(const std::string, text);

    const auto bytes = fromBase58(text);

    QVERIFY(bytes);
    QCOMPARE(toHex(*bytes), hex);
    QCOMPARE(toBase58(*fromHex(hex)), text);
}

void TestBase58::refusesDigitsThatAreNotBase58_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"0", "O", "I", "l", "2g ", " 2g", "2\n", "2-g", "\xc3\xa9"}) {
        QTest::newRow(text) << std::string(text);
    }
    QTest::newRow("NUL") << "2g\0"s;
}

void TestBase58::refusesDigitsThatAreNotBase58() {
    QFETCH(const std::string, text);
    QVERIFY(!fromBase58(text));
}

void TestBase58::readsWhatItWroteWithAChecksum() {
    for (int version = 0; version < 256; ++version) {
        const std::string text = std::to_string(version);
        const VersionedHash content{static_cast<std::uint8_t>(version), hash160(asBytes(text))};

        const auto read = fromBase58Check(toBase58Check(content));

        QVERIFY(read);
        QCOMPARE(*read == content, true);
    }
}

void TestBase58::refusesAWrongChecksum() {
    QCOMPARE(reasonOf(fromBase58Check("1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9M")),
             Reason(ProofError::AddressChecksum));
}

void TestBase58::refusesAWrongSize_data() {
    QTest::addColumn<std::string>("text");
    QTest::newRow("nothing") << ""s;
    QTest::newRow("24 bytes") << toBase58(Bytes(24, 7));
    QTest::newRow("26 bytes") << toBase58(Bytes(26, 7));
    QTest::newRow("24 zeros") << toBase58(Bytes(24, 0));
    QTest::newRow("26 zeros") << toBase58(Bytes(26, 0));
}

void TestBase58::refusesAWrongSize() {
    QFETCH(const std::string, text);
    QCOMPARE(reasonOf(fromBase58Check(text)), Reason(ProofError::AddressMalformed));
}

void TestBase58::refusesAVeryLongTextWithoutReadingIt() {
    const std::string text(10'000'000, 'z');
    QCOMPARE(reasonOf(fromBase58Check(text)), Reason(ProofError::AddressMalformed));
}

QTEST_APPLESS_MAIN(TestBase58)
#include "tst_base58.moc"
