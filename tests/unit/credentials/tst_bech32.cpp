#include "reason.h"
#include "server/credentials/bech32.h"

#include <algorithm>

using namespace latchkey;
using namespace std::string_literals;

Q_DECLARE_METATYPE(latchkey::Bech32::Checksum)

class TestBech32 : public QObject {
    Q_OBJECT

  private slots:
    void readsBothChecksums_data();
    void readsBothChecksums();

    void refusesWhatIsNotBech32_data();
    void refusesWhatIsNotBech32();

    void regroupsBytesBothWays();
    void refusesAFillingThatIsLongOrNotZero();
};

// BIP-173 and BIP-350, "Test vectors".
void TestBech32::readsBothChecksums_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Bech32::Checksum>("checksum");
    const auto bip173 = Bech32::Checksum::Bip173;
    const auto bip350 = Bech32::Checksum::Bip350;

    QTest::newRow("upper case") << "A12UEL5L"s << bip173;
    QTest::newRow("lower case") << "a12uel5l"s << bip173;
    QTest::newRow("90 characters")
        << "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs"s
        << bip173;
    QTest::newRow("all groups") << "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"s << bip173;
    QTest::newRow("zeros")
        << "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j"s
        << bip173;
    QTest::newRow("letters") << "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"s << bip173;
    QTest::newRow("?") << "?1ezyfcl"s << bip173;
    QTest::newRow("m: upper case") << "A1LQFN3A"s << bip350;
    QTest::newRow("m: lower case") << "a1lqfn3a"s << bip350;
    QTest::newRow("m: 90 characters")
        << "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6"s
        << bip350;
    QTest::newRow("m: all groups") << "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx"s << bip350;
    QTest::newRow("m: letters") << "split1checkupstagehandshakeupstreamerranterredcaperredlc445v"s << bip350;
    QTest::newRow("m: ?") << "?1v759aa"s << bip350;
}

void TestBech32::readsBothChecksums() {
    QFETCH(const std::string, text);
    QFETCH(const Bech32::Checksum, checksum);

    const auto content = fromBech32(text);

    QVERIFY(content);
    QCOMPARE(content->checksum, checksum);
    QCOMPARE(toBech32(*content), QByteArray::fromStdString(text).toLower().toStdString());
}

void TestBech32::refusesWhatIsNotBech32_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Reason>("reason");
    const Reason malformed = ProofError::AddressMalformed;
    const Reason checksum = ProofError::AddressChecksum;

    QTest::newRow("nothing") << ""s << malformed;
    QTest::newRow("a space in front") << " 1nwldj5"s << malformed;
    QTest::newRow("DEL in front") << "\x7f"s + "1axkwrx" << malformed;
    QTest::newRow("0x80 in front") << "\x80"s + "1eym55h" << malformed;
    QTest::newRow("91 characters")
        << "an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx"s
        << malformed;
    QTest::newRow("no separator") << "pzry9x0s0muk"s << malformed;
    QTest::newRow("no human-readable part") << "1pzry9x0s0muk"s << malformed;
    QTest::newRow("no human-readable part, no data") << "10a06t8"s << malformed;
    QTest::newRow("a digit that is not bech32") << "x1b4n0q5v"s << malformed;
    QTest::newRow("too short a checksum") << "li1dgmt3"s << malformed;
    QTest::newRow("0xff in the checksum") << "de1lg7wt"s + "\xff" << malformed;
    QTest::newRow("o in the checksum") << "au1s5cgom"s << malformed;
    QTest::newRow("mixed case") << "A12uEL5L"s << malformed;
    QTest::newRow("checksum of the upper case") << "A1G7SGD8"s << checksum;
    QTest::newRow("m: checksum of the upper case") << "M1VUXWEZ"s << checksum;
    QTest::newRow("one digit changed") << "a12uel5q"s << checksum;
}

void TestBech32::refusesWhatIsNotBech32() {
    QFETCH(const std::string, text);
    QFETCH(const Reason, reason);
    QCOMPARE(reasonOf(fromBech32(text)), reason);
}

void TestBech32::regroupsBytesBothWays() {
    for (std::size_t size = 0; size <= 40; ++size) {
        Bytes bytes(size);
        for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 37 + size);

        const Bytes groups = toFiveBitGroups(bytes);

        QVERIFY(std::all_of(groups.begin(), groups.end(), [](auto group) { return group < 32; }));
        QCOMPARE(fromFiveBitGroups(groups), std::optional(bytes));
    }
}

void TestBech32::refusesAFillingThatIsLongOrNotZero() {
    QVERIFY(fromFiveBitGroups(Bytes{0, 0}));
    QVERIFY(!fromFiveBitGroups(Bytes{0, 1}));
    QVERIFY(!fromFiveBitGroups(Bytes{0}));
    QVERIFY(!fromFiveBitGroups(Bytes{0, 0, 0}));
}

QTEST_APPLESS_MAIN(TestBech32)
#include "tst_bech32.moc"
