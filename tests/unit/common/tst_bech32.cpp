#include "common/bech32.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>

using namespace latchkey;
using namespace std::string_literals;

Q_DECLARE_METATYPE(latchkey::Bech32::Checksum)
Q_DECLARE_METATYPE(latchkey::Bech32Error)

namespace {

constexpr std::size_t kLongest = 90; // BIP-173

} // namespace

class TestBech32 : public QObject {
    Q_OBJECT

  private slots:
    void readsBothChecksums_data();
    void readsBothChecksums();

    void refusesWhatIsNotBech32_data();
    void refusesWhatIsNotBech32();

    void isAsLongAsTheCallerTakes();
    void findsOneMistypedCharacterAnywhere();
    void takesOneTextForOneContent();

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

    const auto content = fromBech32(text, kLongest);

    QVERIFY(content);
    QCOMPARE(content->checksum, checksum);
    QCOMPARE(toBech32(*content), QByteArray::fromStdString(text).toLower().toStdString());
}

void TestBech32::refusesWhatIsNotBech32_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Bech32Error>("reason");
    const auto malformed = Bech32Error::Malformed;
    const auto checksum = Bech32Error::Checksum;

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
    QFETCH(const Bech32Error, reason);
    const auto content = fromBech32(text, kLongest);
    QVERIFY(!content);
    QCOMPARE(content.error(), reason);
}

void TestBech32::isAsLongAsTheCallerTakes() {
    const std::string text = toBech32({"lnurl", Bytes(500, 7), Bech32::Checksum::Bip173});
    QCOMPARE(text.size(), 512U);

    const auto content = fromBech32(text, 512);
    QVERIFY(content);
    QCOMPARE(content->groups, Bytes(500, 7));
    QCOMPARE(fromBech32(text, 511).error(), Bech32Error::Malformed);
}

void TestBech32::findsOneMistypedCharacterAnywhere() {
    const std::string good = toBech32({"lnurl", Bytes(200, 11), Bech32::Checksum::Bip173});
    for (std::size_t at = 6; at < good.size(); ++at) {
        for (const char other : {'q', 'z', '7'}) {
            if (good[at] == other) continue;
            std::string mistyped = good;
            mistyped[at] = other;
            const auto content = fromBech32(mistyped, 1000);
            QVERIFY(!content && content.error() == Bech32Error::Checksum);
        }
    }
}

// Whatever it takes, it would have written so.
void TestBech32::takesOneTextForOneContent() {
    std::mt19937 random(173);
    constexpr std::string_view kLikely = "1qpzry9x8gf2tvdw0s3jn54khce6mua7l1QPZ";
    int taken = 0;
    for (int round = 0; round < 20000; ++round) {
        Bytes groups(random() % 40);
        for (std::uint8_t& group : groups) group = random() % 32;
        std::string text = toBech32({"hrp", groups, Bech32::Checksum::Bip350});
        for (auto changes = random() % 3; changes > 0; --changes) {
            const bool any = random() % 8 == 0;
            text[random() % text.size()] =
                any ? static_cast<char>(random()) : kLikely[random() % kLikely.size()];
        }
        const auto content = fromBech32(text, kLongest);
        if (!content) continue;
        ++taken;
        QCOMPARE(toBech32(*content), QByteArray::fromStdString(text).toLower().toStdString());
    }
    QVERIFY(taken > 5000 && taken < 10000);
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
