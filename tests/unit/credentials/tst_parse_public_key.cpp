#include "reason.h"

using namespace latchkey;
using namespace std::string_literals;

namespace {

// The group's generator (SEC 2 §2.4.1).
const std::string kX = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const std::string kY = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
// The field's prime, which is no coordinate any more (SEC 2 §2.4.1).
const std::string kPrime = "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f";

} // namespace

class TestParsePublicKey : public QObject {
    Q_OBJECT

  private slots:
    void writesEveryFormTheSameWay_data();
    void writesEveryFormTheSameWay();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
};

void TestParsePublicKey::writesEveryFormTheSameWay_data() {
    QTest::addColumn<std::string>("text");
    QTest::newRow("compressed") << "02" + kX;
    QTest::newRow("uncompressed") << "04" + kX + kY;
    QTest::newRow("upper case") << QByteArray::fromStdString("02" + kX).toUpper().toStdString();
}

void TestParsePublicKey::writesEveryFormTheSameWay() {
    QFETCH(const std::string, text);

    const auto credential = parsePublicKey(text);

    QVERIFY(credential);
    QCOMPARE(credential->kind, Credential::Kind::PublicKey);
    QCOMPARE(credential->text, "02" + kX);
}

void TestParsePublicKey::refusesAnythingElse_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Reason>("reason");
    const Reason notHex = ProofError::PublicKeyNotHex;
    const Reason length = ProofError::PublicKeyLength;
    const Reason notOnCurve = ProofError::PublicKeyNotOnCurve;
    const std::string five = std::string(63, '0') + '5';

    QTest::newRow("a letter beyond f") << "02" + kX.substr(1) + 'g' << notHex;
    QTest::newRow("half a byte more") << "02" + kX + '0' << notHex;
    QTest::newRow("0x in front") << "0x02" + kX << notHex;
    QTest::newRow("a space behind") << "02" + kX + ' ' << notHex;
    QTest::newRow("nothing") << ""s << length;
    QTest::newRow("32 bytes") << kX << length;
    QTest::newRow("34 bytes") << "02" + kX + "00" << length;
    QTest::newRow("64 bytes") << kX + kY << length;
    QTest::newRow("66 bytes") << "04" + kX + kY + "00" << length;
    QTest::newRow("an x that no point has") << "02" + five << notOnCurve;
    QTest::newRow("x not below the prime") << "02" + kPrime << notOnCurve;
    QTest::newRow("the wrong y") << "04" + kX + kX << notOnCurve;
    QTest::newRow("y not below the prime") << "04" + kX + kPrime << notOnCurve;
    QTest::newRow("the point at infinity") << std::string(66, '0') << notOnCurve;
    QTest::newRow("prefix 00") << "00" + kX << notOnCurve;
    QTest::newRow("prefix 04, compressed") << "04" + kX << notOnCurve;
    QTest::newRow("prefix 05") << "05" + kX + kY << notOnCurve;
    QTest::newRow("prefix 02, uncompressed") << "02" + kX + kY << notOnCurve;
    QTest::newRow("hybrid, even") << "06" + kX + kY << notOnCurve;
    QTest::newRow("hybrid, odd") << "07" + kX + kY << notOnCurve;
}

void TestParsePublicKey::refusesAnythingElse() {
    QFETCH(const std::string, text);
    QFETCH(const Reason, reason);
    QCOMPARE(reasonOf(parsePublicKey(text)), reason);
}

QTEST_APPLESS_MAIN(TestParsePublicKey)
#include "tst_parse_public_key.moc"
