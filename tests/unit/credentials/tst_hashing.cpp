#include "server/credentials/hashing.h"

#include <QtTest>

using namespace latchkey;

class TestHashing : public QObject {
    Q_OBJECT

  private slots:
    // FIPS 180-4, example "abc".
    void computesSha256() {
        QCOMPARE(toHex(sha256(asBytes("abc"))),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void hashesNoBytesAtAll() {
        QCOMPARE(toHex(sha256({})),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    // Bitcoin wiki, "Protocol documentation", section Hashes.
    void computesSha256Twice() {
        QCOMPARE(toHex(sha256d(asBytes("hello"))),
                 std::string("9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50"));
    }

    void computesRipemd160OfSha256() {
        QCOMPARE(toHex(hash160(asBytes("hello"))), std::string("b6a9c8c230722b7c748331a8b450f05566dc7d0f"));
    }

    // BIP-173, examples: the key of the group's generator.
    void computesTheHashOfAPublicKey() {
        const auto key = fromHex("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        QCOMPARE(toHex(hash160(*key)), std::string("751e76e8199196d454941c45d1b3a323f1433bd6"));
    }
};

QTEST_APPLESS_MAIN(TestHashing)
#include "tst_hashing.moc"
