#include "common/bech32.h"
#include "reason.h"
#include "server/credentials/address.h"
#include "server/credentials/base58.h"

using namespace latchkey;
using namespace std::string_literals;

Q_DECLARE_METATYPE(latchkey::Address::Kind)

namespace {

std::string segwitAddress(const std::string& humanReadablePart, std::uint8_t version, const Bytes& program) {
    Bytes groups = toFiveBitGroups(program);
    groups.insert(groups.begin(), version);
    const auto checksum = version == 0 ? Bech32::Checksum::Bip173 : Bech32::Checksum::Bip350;
    return toBech32({humanReadablePart, groups, checksum});
}

} // namespace

class TestParseAddress : public QObject {
    Q_OBJECT

  private slots:
    void readsAMainnetAddress_data();
    void readsAMainnetAddress();
    void writesBech32InLowerCase();

    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
    void refusesWhatIsMistyped_data();
    void refusesWhatIsMistyped();
    void refusesAnotherNetwork_data();
    void refusesAnotherNetwork();
    void refusesEveryOtherVersionByte();
    void refusesAKindThatNoSignedMessageProves_data();
    void refusesAKindThatNoSignedMessageProves();
    void refusesEveryLaterWitnessVersion();
};

// Bitcoin Core, src/test/data/key_io_valid.json: the hash is what the output script holds.
void TestParseAddress::readsAMainnetAddress_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Address::Kind>("kind");
    QTest::addColumn<std::string>("hash");

    QTest::newRow("P2PKH") << "1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo"s << Address::Kind::P2pkh
                           << "a31c06bd463e3923bc1aadbde48b16976c080717"s;
    QTest::newRow("P2PKH, another") << "1FjL87pn8ky6Vbavd1ZHeChRXtoxwRGCRd"s << Address::Kind::P2pkh
                                    << "a19331b7b2627e663e25a7b001e4c0dcc5e21bc7"s;
    QTest::newRow("P2PKH, all zeros") << "1111111111111111111114oLvT2"s << Address::Kind::P2pkh
                                      << "0000000000000000000000000000000000000000"s;
    QTest::newRow("P2SH") << "36j4NfKv6Akva9amjWrLG6MuSQym1GuEmm"s << Address::Kind::P2sh
                          << "373b819a068f32b7a6b38b6b38729647cfde01c2"s;
    QTest::newRow("P2SH, another") << "3BZECeAH8gSKkjrTx8PwMrNQBLG18yHpvf"s << Address::Kind::P2sh
                                   << "6c382dcdf5b284760c8e3fead91f7422cd76aa87"s;
    QTest::newRow("P2WPKH") << "bc1qvyq0cc6rahyvsazfdje0twl7ez82ndmuac2lhv"s << Address::Kind::P2wpkh
                            << "6100fc6343edc8c874496cb2f5bbfec88ea9b77c"s;
    QTest::newRow("P2WPKH, another") << "bc1qhxt04s5xnpy0kxw4x99n5hpdf5pmtzpqs52es2"s << Address::Kind::P2wpkh
                                     << "b996fac2869848fb19d5314b3a5c2d4d03b58820"s;
}

void TestParseAddress::readsAMainnetAddress() {
    QFETCH(const std::string, text);
    QFETCH(const Address::Kind, kind);
    QFETCH(const std::string, hash);

    const auto address = addressFrom(text);
    QVERIFY(address);
    QCOMPARE(address->kind, kind);
    QCOMPARE(toHex(address->hash), hash);

    const auto credential = parseAddress(text);
    QVERIFY(credential);
    QCOMPARE(credential->kind, Credential::Kind::Address);
    QCOMPARE(credential->text, text);
}

// BIP-173, "Test vectors" and "Examples".
void TestParseAddress::writesBech32InLowerCase() {
    const auto credential = parseAddress("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4");
    QVERIFY(credential);
    QCOMPARE(credential->text, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"s);
}

// The bech32 rows: BIP-173 and BIP-350, invalid segwit addresses. The base58 rows: Bitcoin Core,
// src/test/data/key_io_invalid.json, and private keys of key_io_valid.json.
void TestParseAddress::refusesWhatIsMalformed_data() {
    QTest::addColumn<std::string>("text");

    QTest::newRow("nothing") << ""s;
    QTest::newRow("a letter") << "x"s;
    QTest::newRow("words") << "invalid address"s;
    QTest::newRow("a space behind") << "1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo "s;
    QTest::newRow("a space in front") << " bc1qvyq0cc6rahyvsazfdje0twl7ez82ndmuac2lhv"s;
    QTest::newRow("a NUL behind") << "1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo\0"s;
    QTest::newRow("an 0 in base58") << "1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2m0"s;
    QTest::newRow("a private key") << "5JuW2AMDYu4xVwRG9DZW18VbzQrGcd5RCgb99sS6ehJsNQXu5b9"s;
    QTest::newRow("a private key, compressed") << "L5nJeqKmpHp4P7F8ZYyjwc5a7P4d8EabuGAzfGJk7yC1BJyzNaEd"s;
    QTest::newRow("too long a base58 payload")
        << "1GAdfviErV2Ew95FPtZyikz2qGP3gyCB6Hyu94sedAkPpA523m3fQwps9YKUZkKgQckGPKhRsFR"s;
    QTest::newRow("mixed case") << "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4"s;
    QTest::newRow("witness version 17") << "BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2"s;
    QTest::newRow("witness version 17, m")
        << "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R"s;
    QTest::newRow("a program of 1 byte") << "bc1rw5uspcuh"s;
    QTest::newRow("a program of 1 byte, m") << "bc1pw5dgrnzv"s;
    QTest::newRow("a program of 41 bytes")
        << "bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90"s;
    QTest::newRow("a program of 41 bytes, m")
        << "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav"s;
    QTest::newRow("version 0 with 16 bytes") << "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P"s;
    QTest::newRow("filling longer than 4 bits") << "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du"s;
    QTest::newRow("filling longer than 4 bits, m")
        << "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf"s;
    QTest::newRow("no data") << "bc1gmk9yu"s;
    QTest::newRow("an o in bech32") << "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4"s;
    QTest::newRow("the scheme of a payment link") << "bitcoin:1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo"s;
}

void TestParseAddress::refusesWhatIsMalformed() {
    QFETCH(const std::string, text);
    QCOMPARE(reasonOf(parseAddress(text)), Reason(ProofError::AddressMalformed));
}

void TestParseAddress::refusesWhatIsMistyped_data() {
    QTest::addColumn<std::string>("text");

    QTest::newRow("P2PKH") << "1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mp"s;
    QTest::newRow("P2PKH, two letters swapped") << "1FSsia9rv4NeEwvJ2GvXrX7LyxYspbN2mo"s;
    QTest::newRow("P2SH") << "36j4NfKv6Akva9amjWrLG6MuSQym1GuEmn"s;
    // BIP-173 and BIP-350, invalid segwit addresses
    QTest::newRow("P2WPKH") << "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"s;
    QTest::newRow("version 0 with Bech32m") << "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh"s;
    QTest::newRow("version 1 with Bech32")
        << "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd"s;
    QTest::newRow("version 16 with Bech32")
        << "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL"s;
    // Groestlcoin has a checksum of its own (trezor-firmware, test_signmessage.py)
    QTest::newRow("another coin's checksum") << "Fj62rBJi8LvbmWu2jzkaUX1NFXLEqDLoZM"s;
}

void TestParseAddress::refusesWhatIsMistyped() {
    QFETCH(const std::string, text);
    QCOMPARE(reasonOf(parseAddress(text)), Reason(ProofError::AddressChecksum));
}

// Bitcoin Core, src/test/data/key_io_valid.json, unless said otherwise.
void TestParseAddress::refusesAnotherNetwork_data() {
    QTest::addColumn<std::string>("text");

    QTest::newRow("testnet P2PKH") << "mzK2FFDEhxqHcmrJw1ysqFkVyhUULo45hZ"s;
    QTest::newRow("testnet P2SH") << "2NC2hEhe28ULKAJkW5MjZ3jtTMJdvXmByvK"s;
    QTest::newRow("regtest P2PKH") << "n4fajahJrAuKbN7uNsKjLjQkz9Qn5ewJXQ"s;
    QTest::newRow("testnet P2WPKH") << "tb1qcrh3yqn4nlleplcez2yndq2ry8h9ncg3qh7n54"s;
    QTest::newRow("testnet P2WSH") << "tb1quyl9ujpgwr2chdzdnnalen48sup245vdfnh2jxhsuq3yx80rrwlq5hqfe4"s;
    QTest::newRow("testnet P2TR") << "tb1p35n52jy6xkm4wd905tdy8qtagrn73kqdz73xe4zxpvq9t3fp50aqk3s6gz"s;
    QTest::newRow("testnet in upper case") << "TB1QCRH3YQN4NLLEPLCEZ2YNDQ2RY8H9NCG3QH7N54"s;
    QTest::newRow("regtest P2WPKH") << "bcrt1qdavt4j2sd7dlhqsavtnfxvzppw6k7qy97tmnu9"s;
    QTest::newRow("unknown prefix (BIP-173)") << "tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty"s;
    QTest::newRow("Dogecoin (bitcoinjs-message, fixtures.json)") << "DFpN6QqFfUm3gKNaxN6tNcab1FArL9cZLE"s;
    QTest::newRow("Groestlcoin (trezor-firmware, test_signmessage.py)")
        << "grs1qw4teyraux2s77nhjdwh9ar8rl9dt7zww8r6lne"s;
    QTest::newRow("Litecoin") << segwitAddress("ltc", 0, Bytes(20, 7));
}

void TestParseAddress::refusesAnotherNetwork() {
    QFETCH(const std::string, text);
    QCOMPARE(reasonOf(parseAddress(text)), Reason(ProofError::AddressOtherNetwork));
}

void TestParseAddress::refusesEveryOtherVersionByte() {
    for (int version = 0; version < 256; ++version) {
        const Reason expected =
            version == 0x00 || version == 0x05 ? kAccepted : Reason(ProofError::AddressOtherNetwork);
        const std::string text = toBase58Check({static_cast<std::uint8_t>(version), hash160(asBytes("key"))});
        QCOMPARE(reasonOf(parseAddress(text)), expected);
    }
}

// Bitcoin Core, src/test/data/key_io_valid.json; BIP-350.
void TestParseAddress::refusesAKindThatNoSignedMessageProves_data() {
    QTest::addColumn<std::string>("text");

    QTest::newRow("P2WSH") << "bc1qyucykdlhp62tezs0hagqury402qwhk589q80tqs5myh3rxq34nwqhkdhv7"s;
    QTest::newRow("P2TR") << "bc1p83n3au0rjylefxq2nc2xh2y4jzz4pm6zxj4mw5pagdjjr2a9f36s6jjnnu"s;
    QTest::newRow("P2TR in upper case") << "BC1P83N3AU0RJYLEFXQ2NC2XH2Y4JZZ4PM6ZXJ4MW5PAGDJJR2A9F36S6JJNNU"s;
    QTest::newRow("witness version 2") << "bc1z2rksukkjr8"s;
    QTest::newRow("witness version 16") << "BC1SW50QGDZ25J"s;
    QTest::newRow("a program of 40 bytes")
        << "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y"s;
}

void TestParseAddress::refusesAKindThatNoSignedMessageProves() {
    QFETCH(const std::string, text);
    QCOMPARE(reasonOf(parseAddress(text)), Reason(ProofError::AddressKindUnsupported));
}

void TestParseAddress::refusesEveryLaterWitnessVersion() {
    for (std::uint8_t version = 1; version <= 16; ++version) {
        QCOMPARE(reasonOf(parseAddress(segwitAddress("bc", version, Bytes(20, 7)))),
                 Reason(ProofError::AddressKindUnsupported));
    }
}

QTEST_APPLESS_MAIN(TestParseAddress)
#include "tst_parse_address.moc"
