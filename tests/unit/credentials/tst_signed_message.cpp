#include "reason.h"
#include "server/credentials/signed_message.h"
#include "signer.h"

using namespace latchkey;
using namespace std::string_literals;

namespace {

const std::string kExample = "This is an example of a signed message.";
const std::string kLongMessage = QByteArray("VeryLongMessage!").repeated(64).toStdString();

std::string base64(const std::string& hex) {
    return toBase64(*fromHex(hex));
}

// 65 bytes: a header, then r and s.
std::string signatureOf(int header, const std::string& r, const std::string& s) {
    return base64(toHex(Bytes{static_cast<std::uint8_t>(header)}) + r + s);
}

const std::string kZero(64, '0');
const std::string kOne = std::string(63, '0') + '1';
// The group's order, and the x coordinate of its generator (SEC 2 §2.4.1).
const std::string kOrder = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
const std::string kGeneratorX = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

} // namespace

class TestSignedMessage : public QObject {
    Q_OBJECT

  private slots:
    void acceptsPublishedSignatures_data();
    void acceptsPublishedSignatures();
    void refusesPublishedForgeries_data();
    void refusesPublishedForgeries();

    void acceptsAllFourKindsOfAddress();
    void acceptsHighS();
    void acceptsAnUpperCaseBech32Address();
    void acceptsAMessageOfAnyLength_data();
    void acceptsAMessageOfAnyLength();
    void acceptsAnyBytesAsMessage();

    void refusesEveryHeaderButTheSixteen();
    void refusesAHeaderOfAnotherKindOfAddress();
    void refusesTheOtherFormOfTheSameKey();
    void refusesEveryOtherRecoveryId();
    void refusesAnotherPersonsAddress();
    void refusesAScriptThatIsNotOneKeys();

    void refusesASignatureThatIsNotStrictBase64_data();
    void refusesASignatureThatIsNotStrictBase64();
    void refusesASignatureOfAnotherLength_data();
    void refusesASignatureOfAnotherLength();
    void refusesNumbersOutOfRange_data();
    void refusesNumbersOutOfRange();
    void refusesASignatureThatNoKeyGives_data();
    void refusesASignatureThatNoKeyGives();

    void namesTheAddressFirst();
};

// Bitcoin Core: src/test/util_tests.cpp, message_verify. bitcoinjs-message: test/fixtures.json.
// trezor-firmware: tests/device_tests/bitcoin/test_signmessage.py, test_verifymessage.py,
// test_verifymessage_segwit.py, test_verifymessage_segwit_native.py.
void TestSignedMessage::acceptsPublishedSignatures_data() {
    QTest::addColumn<std::string>("address");
    QTest::addColumn<std::string>("signature");
    QTest::addColumn<std::string>("message");

    QTest::newRow("Bitcoin Core, P2PKH")
        << "15CRxFdyRpGZLW9w8HnHvVduizdL5jKNbs"s
        << "IPojfrX2dfPnH26UegfbGQQLrdK844DlHq5157/P6h57WyuS/Qsl+h/WSVGDF4MUi4rWSswW38oimDYfNNUBUOk="s
        << "Trust no one"s;
    QTest::newRow("Bitcoin Core, a signature without a known key")
        << "11canuhp9X2NocwCq7xNrQYTmUgZAnLK3"s
        << "IIcaIENoYW5jZWxsb3Igb24gYnJpbmsgb2Ygc2Vjb25kIGJhaWxvdXQgZm9yIGJhbmtzIAaHRtbCeDZINyavx14="s
        << "Trust me"s;
    QTest::newRow("bitcoinjs, P2PKH uncompressed")
        << "16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM"s
        << "G8JawPtQOrybrSP1WHQnQPr67B9S3qrxBrl1mlzoTJOSHEpmnF7D3+t+LX0Xei9J20B5AIdPbeL3AaTBZ4N3bY0="s
        << "vires is numeris"s;
    QTest::newRow("bitcoinjs, P2PKH compressed")
        << "1PMycacnJaSqwwJqjawXBErnLsZ7RkXUAs"s
        << "H8JawPtQOrybrSP1WHQnQPr67B9S3qrxBrl1mlzoTJOSHEpmnF7D3+t+LX0Xei9J20B5AIdPbeL3AaTBZ4N3bY0="s
        << "vires is numeris"s;
    QTest::newRow("bitcoinjs, P2SH-P2WPKH")
        << "3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN"s
        << "JF8nHqFr3K2UKYahhX3soVeoW8W1ECNbr0wfck7lzyXjCS5Q16Ek45zyBuy1Fiy9sTPKVgsqqOuPvbycuVSSVl8="s
        << "vires is numeris"s;
    QTest::newRow("bitcoinjs, P2WPKH")
        << "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"s
        << "KF8nHqFr3K2UKYahhX3soVeoW8W1ECNbr0wfck7lzyXjCS5Q16Ek45zyBuy1Fiy9sTPKVgsqqOuPvbycuVSSVl8="s
        << "vires is numeris"s;
    QTest::newRow("Trezor, P2PKH uncompressed") << "1JwSSubhmg6iPtRjtyqhUYYH7bZg3Lfy1T"s
                                                << base64("1ba77e01a9e17ba158b962cfef5f13dfed676ffc2b4bada24e"
                                                          "58f784458b52b97421470d001d53d5880cf5e10e76f02be3"
                                                          "e80bf21e18398cbd41e8c3b4af74c8c2")
                                                << kExample;
    QTest::newRow("Trezor, P2PKH compressed") << "1C7zdTfnkzmr13HfA2vNm5SJYRK6nEKyq8"s
                                              << base64("1f44e3e461f7ca9f57c472ce1a28214df1de1dadefb6551a32d1"
                                                        "907b80c74d5a1fbfd6daaba12dd8cb06699ce3f6941fbe"
                                                        "0f3957b5802d13076181046e741eaaaf")
                                              << kExample;
    QTest::newRow("Trezor, signed by bitcoind, UTF-8")
        << "1KzXE97kV7DrpxCViCN3HbGbiKhzzPM7TQ"s
        << base64("1cc694f0f23901dfe3603789142f36a3fc582d0d5c0ec7215cf2ccd641e4e37228504f3d4dc3eea28bbdbf5da2"
                  "7c49d463"
                  "5c097004d9f228750ccd836a8e1460c0")
        << "žluťoučký kůň úpěl ďábelské ódy"s;
    QTest::newRow("Trezor, P2PKH, UTF-8")
        << "14LmW5k4ssUrtbAB4255zdqv3b4w1TuX9e"s
        << base64("20d0ec02ed8da8df23e7fe9e680e7867cc290312fe1c970749d8306ddad1a1eda41c6a771b13d495dd225b13b0"
                  "a9d0f915"
                  "a984ee3d0703f92287bf8009fbb9f7d6")
        << "Příšerně žluťoučký kůň úpěl ďábelské ódy zákeřný učeň běží podél zóny úlů"s;
    QTest::newRow("Trezor, P2PKH, long message") << "1JAd7XCBzGudGpJQSDSfpmJhiygtLQWaGL"s
                                                 << base64("200a46476ceb84d06ef5784828026f922c8815f57aac837b8"
                                                           "c013007ca8a8460db63ef917dbebaebd108b1c814bbeea6db"
                                                           "1f2b2241a958e53fe715cc86b199d9c3")
                                                 << kLongMessage;
    QTest::newRow("Trezor, P2SH-P2WPKH") << "3L6TyTisPBmrDAj6RoKmDzNnj4eQi54gD2"s
                                         << base64("23744de4516fac5c140808015664516a32fead94de89775cec7e24dbc"
                                                   "24fe133075ac09301c4cc8e197bea4b6481661d5b"
                                                   "8e9bf19d8b7b8a382ecdb53c2ee0750d")
                                         << kExample;
    QTest::newRow("Trezor, P2SH-P2WPKH, long message")
        << "3L6TyTisPBmrDAj6RoKmDzNnj4eQi54gD2"s
        << base64("236eadee380684f70749c52141c8aa7c3b6afd84d0e5f38cfa71823f3b1105a5f34e23834a5bb6f239ff28ad87"
                  "f409f44e"
                  "4ce6269754adc00388b19507a5d9386f")
        << kLongMessage;
    QTest::newRow("Trezor, P2WPKH") << "bc1qannfxke2tfd4l7vhepehpvt05y83v3qsf6nfkk"s
                                    << base64("28b55d7600d9e9a7e2a49155ddf3cfdb8e796c207faab833010fa41fb78288"
                                              "89bc47cf62348a7aaa0923c0832a589fab54"
                                              "1e8f12eb54fb711c90e2307f0f66b194")
                                    << kExample;
    QTest::newRow("Trezor, P2WPKH, long message")
        << "bc1qyjjkmdpu7metqt5r36jf872a34syws33s82q2j"s
        << base64("285ff795c29aef7538f8b3bdb2e8add0d0722ad630a140b6aefd504a5a895cbd867cbb00981afc50edd0398211"
                  "e8d7c304"
                  "bb8efa461181bc0afa67ea4a720a89ed")
        << kLongMessage;
}

void TestSignedMessage::acceptsPublishedSignatures() {
    QFETCH(const std::string, address);
    QFETCH(const std::string, signature);
    QFETCH(const std::string, message);

    const auto proven = verifySignedMessage(address, signature, message);

    QCOMPARE(reasonOf(proven), kAccepted);
    QCOMPARE(proven->kind, Credential::Kind::Address);
    QCOMPARE(proven->text, address);
}

// The same sources. Where they say only "false", the reason is ours.
void TestSignedMessage::refusesPublishedForgeries_data() {
    QTest::addColumn<std::string>("address");
    QTest::addColumn<std::string>("signature");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<Reason>("reason");

    QTest::newRow("Bitcoin Core, no address") << "invalid address"s
                                              << "signature should be irrelevant"s
                                              << "message too"s << Reason(ProofError::AddressMalformed);
    QTest::newRow("Bitcoin Core, no base64")
        << "1KqbBpLy5FARmTPD4VZnDDpYjkUvkr82Pm"s
        << "invalid signature, not in base64 encoding"s
        << "message should be irrelevant"s << Reason(ProofError::SignatureNotBase64);
    QTest::newRow("Bitcoin Core, only zeros")
        << "1KqbBpLy5FARmTPD4VZnDDpYjkUvkr82Pm"s
        << "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="s
        << "message should be irrelevant"s << Reason(ProofError::SignatureHeader);
    QTest::newRow("Bitcoin Core, another message")
        << "15CRxFdyRpGZLW9w8HnHvVduizdL5jKNbs"s
        << "IPojfrX2dfPnH26UegfbGQQLrdK844DlHq5157/P6h57WyuS/Qsl+h/WSVGDF4MUi4rWSswW38oimDYfNNUBUOk="s
        << "I never signed this"s << Reason(ProofError::SignatureMismatch);
    QTest::newRow("bitcoinjs, another address")
        << "1111111111111111111114oLvT2"s
        << "H8JawPtQOrybrSP1WHQnQPr67B9S3qrxBrl1mlzoTJOSHEpmnF7D3+t+LX0Xei9J20B5AIdPbeL3AaTBZ4N3bY0="s
        << "vires is numeris"s << Reason(ProofError::SignatureMismatch);
    QTest::newRow("bitcoinjs, uncompressed address, compressed signature")
        << "16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM"s
        << "H8JawPtQOrybrSP1WHQnQPr67B9S3qrxBrl1mlzoTJOSHEpmnF7D3+t+LX0Xei9J20B5AIdPbeL3AaTBZ4N3bY0="s
        << "vires is numeris"s << Reason(ProofError::SignatureMismatch);
    QTest::newRow("bitcoinjs, header 43") << "16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM"s
                                          << base64("2b987ceade6a304fc5823ab38f99fc3c5f772a2d3e89ea05931e2726"
                                                    "105fc53b9e601fc3231f35962c714fcbce5c95b427"
                                                    "496edc7ae8b3d12e93791d7629795b62")
                                          << "vires is numeris"s << Reason(ProofError::SignatureHeader);
    QTest::newRow("Trezor, a P2PKH header for P2SH")
        << "3L6TyTisPBmrDAj6RoKmDzNnj4eQi54gD2"s
        << base64("1f744de4516fac5c140808015664516a32fead94de89775cec7e24dbc24fe133075ac09301c4cc8e197bea4b64"
                  "81661d5b"
                  "8e9bf19d8b7b8a382ecdb53c2ee0750d")
        << kExample << Reason(ProofError::HeaderAddressMismatch);
    QTest::newRow("Trezor, a testnet address") << "mirio8q3gtv7fhdnmb3TpZ4EuafdzSs7zL"s
                                               << base64("209e23edf0e4e47ff1dec27f32cd78c50e74ef018ee8a6adf35"
                                                         "ae17c7a9b0dd96f48b493fd7dbab03efb6f439c6383c952"
                                                         "3b3bbc5f1a7d158a6af90ab154e9be80")
                                               << kExample << Reason(ProofError::AddressOtherNetwork);
    QTest::newRow("Trezor, the last byte changed")
        << "bc1qyjjkmdpu7metqt5r36jf872a34syws33s82q2j"s
        << base64("289e23edf0e4e47ff1dec27f32cd78c50e74ef018ee8a6adf35ae17c7a9b0dd96f48b493fd7dbab03efb6f439c"
                  "6383c952"
                  "3b3bbc5f1a7d158a6af90ab154e9be00")
        << kExample << Reason(ProofError::SignatureMismatch);
}

void TestSignedMessage::refusesPublishedForgeries() {
    QFETCH(const std::string, address);
    QFETCH(const std::string, signature);
    QFETCH(const std::string, message);
    QFETCH(const Reason, reason);
    QCOMPARE(reasonOf(verifySignedMessage(address, signature, message)), reason);
}

void TestSignedMessage::acceptsAllFourKindsOfAddress() {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const Signer signer(seed);
        const std::string message = "https://lobby.example/fast?s=" + std::to_string(seed);
        for (const Scheme scheme : kSchemes) {
            const std::string address = signer.address(scheme);

            const auto proven = verifySignedMessage(address, signer.signMessage(scheme, message), message);

            QCOMPARE(reasonOf(proven), kAccepted);
            QCOMPARE(proven->text, address);
        }
    }
}

void TestSignedMessage::acceptsHighS() {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const Signer signer(seed);
        for (const Scheme scheme : kSchemes) {
            const std::string signature = signer.signMessageWithHighS(scheme, kExample);
            QCOMPARE(reasonOf(verifySignedMessage(signer.address(scheme), signature, kExample)), kAccepted);
        }
    }
}

void TestSignedMessage::acceptsAnUpperCaseBech32Address() {
    const Signer signer(1);
    const std::string address = signer.address(Scheme::P2wpkh);
    const std::string upper = QByteArray::fromStdString(address).toUpper().toStdString();

    const auto proven = verifySignedMessage(upper, signer.signMessage(Scheme::P2wpkh, kExample), kExample);

    QCOMPARE(reasonOf(proven), kAccepted);
    QCOMPARE(proven->text, address);
}

// The length is hashed as CompactSize: one byte up to 252, three up to 65535, then five.
void TestSignedMessage::acceptsAMessageOfAnyLength_data() {
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 127, 128, 252, 253, 254, 255, 256, 65535, 65536, 100'000}) {
        QTest::addRow("%d bytes", length) << length;
    }
}

void TestSignedMessage::acceptsAMessageOfAnyLength() {
    QFETCH(const int, length);
    const Signer signer(2);
    const std::string message(static_cast<std::size_t>(length), 'm');
    const std::string signature = signer.signMessage(Scheme::P2wpkh, message);
    const std::string address = signer.address(Scheme::P2wpkh);

    QCOMPARE(reasonOf(verifySignedMessage(address, signature, message)), kAccepted);
    QCOMPARE(reasonOf(verifySignedMessage(address, signature, message + 'm')),
             Reason(ProofError::SignatureMismatch));
}

void TestSignedMessage::acceptsAnyBytesAsMessage() {
    const Signer signer(3);
    std::string message;
    for (int byte = 0; byte < 256; ++byte) message += static_cast<char>(byte);
    const std::string signature = signer.signMessage(Scheme::P2pkhCompressed, message);
    QCOMPARE(reasonOf(verifySignedMessage(signer.address(Scheme::P2pkhCompressed), signature, message)),
             kAccepted);
}

void TestSignedMessage::refusesEveryHeaderButTheSixteen() {
    const Signer signer(4);
    auto bytes = *fromBase64(signer.signMessage(Scheme::P2pkhCompressed, kExample));
    for (int header = 0; header < 256; ++header) {
        bytes[0] = static_cast<std::uint8_t>(header);

        const auto proven =
            verifySignedMessage(signer.address(Scheme::P2pkhCompressed), toBase64(bytes), kExample);

        const bool isHeader = header >= 27 && header <= 42;
        QCOMPARE(reasonOf(proven) == Reason(ProofError::SignatureHeader), !isHeader);
    }
}

void TestSignedMessage::refusesAHeaderOfAnotherKindOfAddress() {
    const Signer signer(5);
    const auto isP2pkh = [](Scheme scheme) {
        return scheme == Scheme::P2pkhUncompressed || scheme == Scheme::P2pkhCompressed;
    };
    for (const Scheme named : kSchemes) {
        for (const Scheme given : kSchemes) {
            if (named == given || (isP2pkh(named) && isP2pkh(given))) continue;
            QCOMPARE(reasonOf(verifySignedMessage(signer.address(given), signer.signMessage(named, kExample),
                                                  kExample)),
                     Reason(ProofError::HeaderAddressMismatch));
        }
    }
}

// Both are P2PKH: only the hash tells them apart.
void TestSignedMessage::refusesTheOtherFormOfTheSameKey() {
    const Signer signer(6);
    const Scheme uncompressed = Scheme::P2pkhUncompressed;
    const Scheme compressed = Scheme::P2pkhCompressed;

    QCOMPARE(reasonOf(verifySignedMessage(signer.address(uncompressed),
                                          signer.signMessage(compressed, kExample), kExample)),
             Reason(ProofError::SignatureMismatch));
    QCOMPARE(reasonOf(verifySignedMessage(signer.address(compressed),
                                          signer.signMessage(uncompressed, kExample), kExample)),
             Reason(ProofError::SignatureMismatch));
}

void TestSignedMessage::refusesEveryOtherRecoveryId() {
    const Signer signer(7);
    auto bytes = *fromBase64(signer.signMessage(Scheme::P2wpkh, kExample));
    const std::uint8_t right = bytes[0];
    for (std::uint8_t header = 39; header <= 42; ++header) {
        bytes[0] = header;
        const auto proven = verifySignedMessage(signer.address(Scheme::P2wpkh), toBase64(bytes), kExample);
        QCOMPARE(reasonOf(proven) == kAccepted, header == right);
    }
}

void TestSignedMessage::refusesAnotherPersonsAddress() {
    const Signer signer(8);
    const Signer other(9);
    for (const Scheme scheme : kSchemes) {
        QCOMPARE(reasonOf(verifySignedMessage(other.address(scheme), signer.signMessage(scheme, kExample),
                                              kExample)),
                 Reason(ProofError::SignatureMismatch));
    }
}

// Bitcoin Core's util_tests.cpp names this P2SH address, whose script nobody knows.
void TestSignedMessage::refusesAScriptThatIsNotOneKeys() {
    const Signer signer(10);
    QCOMPARE(reasonOf(verifySignedMessage("3B5fQsEXEaV8v6U3ejYc8XaKXAkyQj2MjV",
                                          signer.signMessage(Scheme::P2shP2wpkh, kExample), kExample)),
             Reason(ProofError::SignatureMismatch));
}

void TestSignedMessage::refusesASignatureThatIsNotStrictBase64_data() {
    QTest::addColumn<std::string>("signature");
    const std::string good = Signer(11).signMessage(Scheme::P2wpkh, kExample);
    std::string urlSafe = good;
    urlSafe[5] = '_';
    std::string leftover = good;
    leftover[leftover.size() - 2] = 'B';

    QTest::newRow("a space behind") << good + ' ';
    QTest::newRow("a line end behind") << good + '\n';
    QTest::newRow("a space in front") << ' ' + good;
    QTest::newRow("padding missing") << good.substr(0, good.size() - 1);
    QTest::newRow("padding twice") << good + "====";
    QTest::newRow("padding in the middle") << good.substr(0, 40) + "=" + good.substr(41);
    QTest::newRow("left-over bits") << leftover;
    QTest::newRow("base64url") << urlSafe;
    QTest::newRow("hex") << toHex(Bytes(65, 0x1f));
}

void TestSignedMessage::refusesASignatureThatIsNotStrictBase64() {
    QFETCH(const std::string, signature);
    QCOMPARE(reasonOf(verifySignedMessage(Signer(11).address(Scheme::P2wpkh), signature, kExample)),
             Reason(ProofError::SignatureNotBase64));
}

void TestSignedMessage::refusesASignatureOfAnotherLength_data() {
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 32, 64, 66, 70, 130, 100'000}) QTest::addRow("%d bytes", length) << length;
}

void TestSignedMessage::refusesASignatureOfAnotherLength() {
    QFETCH(const int, length);
    const std::string signature = toBase64(Bytes(static_cast<std::size_t>(length), 39));
    QCOMPARE(reasonOf(verifySignedMessage(Signer(12).address(Scheme::P2wpkh), signature, kExample)),
             Reason(ProofError::SignatureLength));
}

void TestSignedMessage::refusesNumbersOutOfRange_data() {
    QTest::addColumn<std::string>("r");
    QTest::addColumn<std::string>("s");
    const std::string highest(64, 'f');

    QTest::newRow("r is zero") << kZero << kOne;
    QTest::newRow("s is zero") << kOne << kZero;
    QTest::newRow("both are zero") << kZero << kZero;
    QTest::newRow("r is the order") << kOrder << kOne;
    QTest::newRow("s is the order") << kOne << kOrder;
    QTest::newRow("r is as high as it can be") << highest << kOne;
    QTest::newRow("s is as high as it can be") << kOne << highest;
}

void TestSignedMessage::refusesNumbersOutOfRange() {
    QFETCH(const std::string, r);
    QFETCH(const std::string, s);
    QCOMPARE(
        reasonOf(verifySignedMessage(Signer(13).address(Scheme::P2wpkh), signatureOf(39, r, s), kExample)),
        Reason(ProofError::SignatureOutOfRange));
}

void TestSignedMessage::refusesASignatureThatNoKeyGives_data() {
    QTest::addColumn<std::string>("signature");
    // x = 5 is on no point of the curve.
    QTest::newRow("no point has this r") << signatureOf(39, std::string(63, '0') + '5', kOne);
    // Recovery ids 2 and 3 mean r + n, which has to stay below the field's prime.
    QTest::newRow("r + n is no coordinate") << signatureOf(41, kGeneratorX, kOne);
    // r is the generator's and s is the digest: the key would be the point at infinity.
    QTest::newRow("the key is at infinity")
        << signatureOf(39, kGeneratorX, toHex(signedMessageDigest(kExample)));
}

void TestSignedMessage::refusesASignatureThatNoKeyGives() {
    QFETCH(const std::string, signature);
    QCOMPARE(reasonOf(verifySignedMessage(Signer(14).address(Scheme::P2wpkh), signature, kExample)),
             Reason(ProofError::KeyNotRecovered));
}

void TestSignedMessage::namesTheAddressFirst() {
    const auto p2wsh = "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3"; // BIP-173
    QCOMPARE(reasonOf(verifySignedMessage(p2wsh, "?", "")), Reason(ProofError::AddressKindUnsupported));
    QCOMPARE(reasonOf(verifySignedMessage("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "?", "")),
             Reason(ProofError::AddressChecksum));
}

QTEST_APPLESS_MAIN(TestSignedMessage)
#include "tst_signed_message.moc"
