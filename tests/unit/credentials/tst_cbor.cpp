#include "server/credentials/cbor.h"
#include "tests/support/cbor_writer.h"

#include <QtTest>

#include <algorithm>

using namespace latchkey;
namespace writer = latchkey::cbor_writer;

namespace {

Bytes nested(int levels, writer::Type type) {
    Bytes item = writer::integer(0);
    for (; levels > 0; --levels) {
        item = type == writer::Type::Array ? writer::array({item}) : writer::map({writer::integer(1), item});
    }
    return item;
}

// True when the bytes are one item and nothing else.
bool isOneItem(ByteView bytes) {
    ByteView rest = bytes;
    const auto item = cbor::takeItem(rest);
    return item && rest.empty() && std::ranges::equal(*item, bytes);
}

std::string hexOf(const std::optional<ByteView>& bytes) {
    return bytes ? toHex(*bytes) : "nothing";
}

} // namespace

class TestCbor : public QObject {
    Q_OBJECT

  private slots:
    void takesWhatTheStandardGivesAsExamples_data();
    void takesWhatTheStandardGivesAsExamples();
    void leavesWhatIsBehindTheItem();
    void refusesAnItemThatIsCutShort();
    void refusesWhatCanonicalFormLeavesOut_data();
    void refusesWhatCanonicalFormLeavesOut();
    void believesNoLengthThatIsClaimed_data();
    void believesNoLengthThatIsClaimed();
    void goesEightLevelsDeepAndNoDeeper();
    void readsIntegers_data();
    void readsIntegers();
    void readsByteStringsOnly();
    void findsMembersByTextAndByInteger();
    void findsNoMemberThatIsThereTwice();
    void findsNothingInWhatIsNoMap();
};

// RFC 8949, appendix A: the ones of definite length and without tags.
void TestCbor::takesWhatTheStandardGivesAsExamples_data() {
    QTest::addColumn<QByteArray>("hex");
    for (const char* hex : {"00",
                            "01",
                            "0a",
                            "17",
                            "1818",
                            "1819",
                            "1864",
                            "1903e8",
                            "1a000f4240",
                            "1b000000e8d4a51000",
                            "1bffffffffffffffff",
                            "3bffffffffffffffff",
                            "20",
                            "29",
                            "3863",
                            "3903e7",
                            "f90000",
                            "f98000",
                            "fb3ff199999999999a",
                            "fa47c35000",
                            "f97e00",
                            "fb7ff8000000000000",
                            "f4",
                            "f5",
                            "f6",
                            "f7",
                            "f0",
                            "f8ff",
                            "40",
                            "4401020304",
                            "60",
                            "6161",
                            "6449455446",
                            "62225c",
                            "64f0908591",
                            "80",
                            "83010203",
                            "8301820203820405",
                            "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
                            "a0",
                            "a201020304",
                            "a26161016162820203",
                            "826161a161626163",
                            "a56161614161626142616361436164614461656145"}) {
        QTest::newRow(hex) << QByteArray(hex);
    }
}

void TestCbor::takesWhatTheStandardGivesAsExamples() {
    QFETCH(const QByteArray, hex);
    QVERIFY(isOneItem(*fromHex(hex.toStdString())));
}

void TestCbor::leavesWhatIsBehindTheItem() {
    const Bytes item = writer::map({writer::text("a"), writer::bytes(Bytes{1, 2, 3})});
    const Bytes bytes = writer::join({item, writer::integer(5)});
    ByteView rest = bytes;

    const auto taken = cbor::takeItem(rest);

    QCOMPARE(hexOf(taken), toHex(item));
    QCOMPARE(toHex(rest), std::string("05"));
}

void TestCbor::refusesAnItemThatIsCutShort() {
    const Bytes item =
        writer::map({writer::text("name"), writer::array({writer::integer(70000), writer::bytes(Bytes(300))}),
                     writer::integer(-500), writer::boolean(true)});
    QVERIFY(isOneItem(item));
    for (std::size_t size = 0; size < item.size(); ++size) {
        ByteView rest = ByteView(item).first(size);
        QVERIFY(!cbor::takeItem(rest));
    }
}

void TestCbor::refusesWhatCanonicalFormLeavesOut_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("bytes of no stated length") << QByteArray("5f42010243030405ff");
    QTest::newRow("text of no stated length") << QByteArray("7f657374726561646d696e67ff");
    QTest::newRow("an array of no stated length") << QByteArray("9fff");
    QTest::newRow("a map of no stated length") << QByteArray("bf6161019fff");
    QTest::newRow("a tag") << QByteArray("c11a514b67b0");
    QTest::newRow("a break alone") << QByteArray("ff");
    QTest::newRow("a reserved length") << QByteArray("1c00");
}

void TestCbor::refusesWhatCanonicalFormLeavesOut() {
    QFETCH(const QByteArray, hex);
    const Bytes bytes = *fromHex(hex.toStdString());
    ByteView rest = bytes;
    QVERIFY(!cbor::takeItem(rest));
}

void TestCbor::believesNoLengthThatIsClaimed_data() {
    QTest::addColumn<QByteArray>("hex");
    for (const char* hex :
         {"5bffffffffffffffff00", "7bffffffffffffffff00", "9bffffffffffffffff00", "bbffffffffffffffff00",
          "bb800000000000000000", "9a0000000200", "ba000100000001", "a20102", "8201", "4201"}) {
        QTest::newRow(hex) << QByteArray(hex);
    }
}

void TestCbor::believesNoLengthThatIsClaimed() {
    QFETCH(const QByteArray, hex);
    const Bytes bytes = *fromHex(hex.toStdString());
    ByteView rest = bytes;
    QVERIFY(!cbor::takeItem(rest));
}

void TestCbor::goesEightLevelsDeepAndNoDeeper() {
    for (const auto type : {writer::Type::Array, writer::Type::Map}) {
        QVERIFY(isOneItem(nested(8, type)));
        QVERIFY(!isOneItem(nested(9, type)));
    }
    QVERIFY(!isOneItem(Bytes(100'000, 0x81))); // arrays of one array
}

void TestCbor::readsIntegers_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("isOne");
    QTest::addColumn<qint64>("value");
    QTest::newRow("0") << QByteArray("00") << true << qint64{0};
    QTest::newRow("-7") << QByteArray("26") << true << qint64{-7};
    QTest::newRow("-257") << QByteArray("390100") << true << qint64{-257};
    QTest::newRow("the largest") << QByteArray("1b7fffffffffffffff") << true
                                 << std::numeric_limits<qint64>::max();
    QTest::newRow("the smallest") << QByteArray("3b7fffffffffffffff") << true
                                  << std::numeric_limits<qint64>::min();
    QTest::newRow("too large") << QByteArray("1b8000000000000000") << false << qint64{0};
    QTest::newRow("too small") << QByteArray("3b8000000000000000") << false << qint64{0};
    QTest::newRow("a byte string") << QByteArray("4101") << false << qint64{0};
    QTest::newRow("false") << QByteArray("f4") << false << qint64{0};
    QTest::newRow("two integers") << QByteArray("0102") << false << qint64{0};
    QTest::newRow("half an integer") << QByteArray("1901") << false << qint64{0};
    QTest::newRow("nothing") << QByteArray("") << false << qint64{0};
}

void TestCbor::readsIntegers() {
    QFETCH(const QByteArray, hex);
    QFETCH(const bool, isOne);
    QFETCH(const qint64, value);

    const auto read = cbor::integerIn(*fromHex(hex.toStdString()));

    QCOMPARE(read.has_value(), isOne);
    if (isOne) QCOMPARE(qint64{*read}, value);
}

void TestCbor::readsByteStringsOnly() {
    const Bytes item = writer::bytes(Bytes{1, 2, 3});
    QCOMPARE(hexOf(cbor::bytesIn(item)), std::string("010203"));
    QVERIFY(!cbor::bytesIn(writer::text("abc")));
    QVERIFY(!cbor::bytesIn(writer::join({item, Bytes{0}})));
    QVERIFY(!cbor::bytesIn(ByteView(item).first(3)));
    QVERIFY(!cbor::bytesIn({}));
}

void TestCbor::findsMembersByTextAndByInteger() {
    const Bytes map = writer::map({writer::integer(3), writer::integer(-7), writer::integer(-3),
                                   writer::integer(1), writer::text("name"), writer::bytes(Bytes{9}),
                                   writer::bytes(asBytes("name")), writer::integer(2)});
    QCOMPARE(hexOf(cbor::memberOf(map, 3)), std::string("26"));
    QCOMPARE(hexOf(cbor::memberOf(map, -3)), std::string("01"));
    QCOMPARE(hexOf(cbor::memberOf(map, "name")), std::string("4109"));
    QVERIFY(!cbor::memberOf(map, 4));
    QVERIFY(!cbor::memberOf(map, "nam"));
    QVERIFY(!cbor::memberOf(map, "names"));
}

void TestCbor::findsNoMemberThatIsThereTwice() {
    const Bytes map =
        writer::map({writer::integer(1), writer::integer(1), writer::text("name"), writer::integer(2),
                     writer::integer(1), writer::integer(3), writer::text("name"), writer::integer(4),
                     writer::text("other"), writer::integer(5)});
    QVERIFY(!cbor::memberOf(map, 1));
    QVERIFY(!cbor::memberOf(map, "name"));
    QCOMPARE(hexOf(cbor::memberOf(map, "other")), std::string("05"));
}

void TestCbor::findsNothingInWhatIsNoMap() {
    QVERIFY(!cbor::memberOf(writer::array({writer::integer(1), writer::integer(1)}), 1));
    QVERIFY(!cbor::memberOf(writer::integer(1), 1));
    QVERIFY(!cbor::memberOf({}, 1));
    QVERIFY(!cbor::isMap(writer::array({})));
    QVERIFY(!cbor::isMap({}));
    QVERIFY(cbor::isMap(writer::map({})));
}

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
