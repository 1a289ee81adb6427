#include "server/credentials/ed25519.h"

#include <QtTest>
#include <openssl/evp.h>

#include <memory>
#include <string>

using namespace latchkey;

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// True when OpenSSL accepts, for some message, a signature that is the same for all of them and that nobody
// made: the neutral point and zero.
bool anybodyCanSignFor(const Bytes& publicKey) {
    const std::unique_ptr<EVP_PKEY, Free> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, publicKey.data(), publicKey.size()));
    Bytes signature(64);
    signature[0] = 1;
    for (std::uint8_t message = 0; message < 100; ++message) {
        const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
        EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get());
        if (EVP_DigestVerify(context.get(), signature.data(), signature.size(), &message, 1) == 1)
            return true;
    }
    return false;
}

} // namespace

class TestEd25519 : public QObject {
    Q_OBJECT

  private slots:
    void takesPublishedKeys_data();
    void takesPublishedKeys();
    void refusesPointsOfSmallOrder_data();
    void refusesPointsOfSmallOrder();
    void refusesWhatIsNoPoint_data();
    void refusesWhatIsNoPoint();
};

// RFC 8032 §7.1, the public keys of its tests, and §5.1's base point.
void TestEd25519::takesPublishedKeys_data() {
    QTest::addColumn<std::string>("hex");
    QTest::newRow("test 1") << std::string(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    QTest::newRow("test 2") << std::string(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    QTest::newRow("test 3") << std::string(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    QTest::newRow("test 1024") << std::string(
        "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e");
    QTest::newRow("test SHA(abc)") << std::string(
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf");
    QTest::newRow("base point") << std::string(
        "5866666666666666666666666666666666666666666666666666666666666666");
}

void TestEd25519::takesPublishedKeys() {
    QFETCH(const std::string, hex);
    const Bytes key = *fromHex(hex);
    QVERIFY(!anybodyCanSignFor(key));
    QVERIFY(isSoundEd25519Key(key));
}

// The eight points, and the two with the other sign of an x that is 0: OpenSSL takes them for the same.
void TestEd25519::refusesPointsOfSmallOrder_data() {
    QTest::addColumn<std::string>("hex");
    const std::string zeros(60, '0');
    const std::string ones(60, 'f');
    const std::string eighth = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc";
    const std::string otherEighth = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03";
    for (const bool negative : {false, true}) {
        const char* const sign = negative ? "-" : "+";
        QTest::addRow("order 1, %s", sign) << "01" + zeros + (negative ? "80" : "00");
        QTest::addRow("order 2, %s", sign) << "ec" + ones + (negative ? "ff" : "7f");
        QTest::addRow("order 4, %s", sign) << "00" + zeros + (negative ? "80" : "00");
        QTest::addRow("order 8, %s", sign) << eighth + (negative ? "85" : "05");
        QTest::addRow("the other of order 8, %s", sign) << otherEighth + (negative ? "fa" : "7a");
    }
}

void TestEd25519::refusesPointsOfSmallOrder() {
    QFETCH(const std::string, hex);
    const Bytes key = *fromHex(hex);
    QVERIFY(anybodyCanSignFor(key)); // which is why

    QVERIFY(!isSoundEd25519Key(key));
}

void TestEd25519::refusesWhatIsNoPoint_data() {
    QTest::addColumn<std::string>("hex");
    const std::string zeros(60, '0');
    const std::string ones(60, 'f');
    QTest::newRow("a y that no point has") << "02" + zeros + "00";
    QTest::newRow("2^255 - 19 for 0") << "ed" + ones + "7f";
    QTest::newRow("2^255 - 16 for 3") << "f0" + ones + "7f";
    QTest::newRow("2^255 - 1") << "ff" + ones + "7f";
    QTest::newRow("31 bytes") << "58" + std::string(60, '6');
    QTest::newRow("33 bytes") << "58" + std::string(64, '6');
    QTest::newRow("nothing") << std::string();
}

void TestEd25519::refusesWhatIsNoPoint() {
    QFETCH(const std::string, hex);
    QVERIFY(!isSoundEd25519Key(*fromHex(hex)));
}

QTEST_APPLESS_MAIN(TestEd25519)
#include "tst_ed25519.moc"
