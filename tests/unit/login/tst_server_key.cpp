#include "server/login/server_key.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

namespace {

RandomFill constantRandom(std::uint8_t value) {
    return [value](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, value); };
}

std::string fingerprint(const ServerKey& key) {
    return toHex(key.derive("test").mac(asBytes("x"), 32));
}

} // namespace

class TestServerKey : public QObject {
    Q_OBJECT

  private slots:
    void isReadAsItIsRevealed() {
        const ServerKey key = ServerKey::generate(systemRandom());
        const auto read = ServerKey::parse(key.reveal());
        QVERIFY(read);
        QCOMPARE(fingerprint(*read), fingerprint(key));
        QCOMPARE(read->id(), key.id());
        for (const std::string& text : {std::string(), std::string("hello"), std::string(62, 'a'),
                                        std::string(66, 'a'), std::string(64, 'g')})
            QVERIFY2(!ServerKey::parse(text), text.c_str());
    }

    void isNamedByWhatSaysNothingOfIt() {
        const ServerKey key = ServerKey::generate(systemRandom());
        QCOMPARE(key.id().size(), std::size_t(8));
        QVERIFY(key.reveal().find(key.id()) == std::string::npos);
        QVERIFY(ServerKey::generate(systemRandom()).id() != key.id());
    }

    void purposesHaveKeysOfTheirOwn() {
        const auto key = ServerKey::generate(constantRandom(1));
        const auto other = ServerKey::generate(constantRandom(2));
        const Bytes mac = key.derive("one").mac(asBytes("x"), 32);
        QVERIFY(mac == key.derive("one").mac(asBytes("x"), 32));
        QVERIFY(mac != key.derive("two").mac(asBytes("x"), 32));
        QVERIFY(mac != other.derive("one").mac(asBytes("x"), 32));
        QVERIFY(mac != key.derive("one").mac(asBytes("y"), 32));
    }

    // RFC 5869 without a salt over a key that is uniform already: HKDF-Expand alone. The expectation is
    // OpenSSL's: "openssl kdf" with EXPAND_ONLY and info "test", then HMAC-SHA-256 of "x" under that key.
    void derivesAsHkdfDoes() {
        const auto key = ServerKey::generate(constantRandom(1));
        QCOMPARE(fingerprint(key),
                 std::string("8b6a089b626723dea24e889297a9b5550e7b58bf6d2291514d5ba6cacacf0350"));
    }

    void hashesWithSha256() { // FIPS 180-4's example
        QCOMPARE(sha256Hex("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_APPLESS_MAIN(TestServerKey)
#include "tst_server_key.moc"
