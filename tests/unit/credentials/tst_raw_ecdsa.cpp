#include "reason.h"
#include "server/credentials/raw_ecdsa.h"
#include "signer.h"

#include <algorithm>

using namespace latchkey;
using namespace std::string_literals;

namespace {

const std::string kChallenge = "https://lobby.example/fast?s=session&c=secret&t=65f0a1b2";

// The group's order (SEC 2 §2.4.1).
const std::string kOrder = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
const std::string kZero(64, '0');
const std::string kOne = std::string(63, '0') + '1';

// Two positive 32-byte numbers whose first bit is clear, so that DER takes them as they are.
const std::string kR = "1b84c5567b126440995d3ed5aaba0565d71e1834604819ff9c17f5e9d5dd078f";
const std::string kS = "3045022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e";

std::string integer(const std::string& hex) {
    return "02" + toHex(Bytes{static_cast<std::uint8_t>(hex.size() / 2)}) + hex;
}

std::string sequence(const std::string& hex) {
    return "30" + toHex(Bytes{static_cast<std::uint8_t>(hex.size() / 2)}) + hex;
}

Bytes withHighS(Bytes compact) {
    Number s{};
    std::copy(compact.begin() + 32, compact.end(), s.begin());
    s = negated(s);
    std::copy(s.begin(), s.end(), compact.begin() + 32);
    return compact;
}

// 64 bytes that are strict DER (r and s of 29 bytes each) as well as r‖s, for both of which there is a key.
struct Ambiguous {
    Bytes bytes;
    Bytes keyOfDer;
    Bytes keyOfCompact;
};

Ambiguous ambiguousSignature(const Number& digest) {
    const std::string s(58, '3');
    for (std::uint8_t first = 0x01; first < 0x80; ++first) {
        const std::string r = toHex(Bytes{first}) + std::string(56, '1');
        Ambiguous signature{*fromHex(sequence(integer(r) + integer(s))), {}, {}};
        signature.keyOfDer = keyThatSigned(*fromHex("000000" + r + "000000" + s), digest);
        signature.keyOfCompact = keyThatSigned(signature.bytes, digest);
        if (!signature.keyOfDer.empty() && !signature.keyOfCompact.empty()) return signature;
    }
    qFatal("no key gives these signatures");
}

} // namespace

class TestRawEcdsa : public QObject {
    Q_OBJECT

  private slots:
    void acceptsPublishedEdgeCases_data();
    void acceptsPublishedEdgeCases();
    void refusesPublishedForgeries_data();
    void refusesPublishedForgeries();

    void acceptsDerAndCompact();
    void acceptsHighS();
    void acceptsAnUncompressedKeyAndUpperCase();
    void acceptsAnyChallenge_data();
    void acceptsAnyChallenge();
    void acceptsEitherReadingOf64Bytes();

    void refusesAnotherKey();
    void refusesAnotherChallenge();
    void refusesASignatureThatIsNotHex_data();
    void refusesASignatureThatIsNotHex();
    void refusesASignatureOfAnotherLength_data();
    void refusesASignatureOfAnotherLength();
    void refusesWhatIsNotStrictDer_data();
    void refusesWhatIsNotStrictDer();
    void refusesNumbersOutOfRange_data();
    void refusesNumbersOutOfRange();
    void namesTheKeyFirst();
};

// Project Wycheproof, testvectors_v1/ecdsa_secp256k1_sha256_test.json; the number is its tcId.
void TestRawEcdsa::acceptsPublishedEdgeCases_data() {
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("signature");
    QTest::addColumn<std::string>("message");
    const std::string kNumbers = "123400";
    const std::string kMessage = "Message";

    QTest::newRow("k*G has a large x-coordinate (350)")
        << "0407310f90a9eae149a08402f54194a0f7b4ac427bf8d9bd6c7681071dc47dc362"
           "26a6d37ac46d61fd600c0bf1bff87689ed117dda6b0e59318ae010a197a26ca0"s
        << "30360211014551231950b75fc4402da1722fc9baeb"
           "022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd036413e"s
        << kNumbers;
    QTest::newRow("r,s are large (352)")
        << "04bc97e7585eecad48e16683bc4091708e1a930c683fc47001d4b383594f2c4e22"
           "705989cf69daeadd4e4e4b8151ed888dfec20fb01728d89d56b3f38f2ae9c8c5"s
        << "3046022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd036413f"
           "022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd036413e"s
        << kNumbers;
    QTest::newRow("small r and s (355)")
        << "041877045be25d34a1d0600f9d5c00d0645a2a54379b6ceefad2e6bf5c2a3352ce"
           "821a532cc1751ee1d36d41c3d6ab4e9b143e44ec46d73478ea6a79a5c0e54159"s
        << "3006020101020101"s << kNumbers;
    QTest::newRow("s == 1 (373)")
        << "04bb79f61857f743bfa1b6e7111ce4094377256969e4e15159123d9548acc3be6c"
           "1f9d9f8860dcffd3eb36dd6c31ff2e7226c2009c4c94d8d7d2b5686bf7abd677"s
        << "3025022055555555555555555555555555555554e8e4f44ce51835693ff0ca2ef01215c1020101"s << kNumbers;
    QTest::newRow("edge case modular inverse (388)")
        << "04824c195c73cffdf038d101bce1687b5c3b6146f395c885976f7753b2376b948e"
           "3cdefa6fc347d13e4dcbc63a0b03a165180cd2be1431a0cf74ce1ea25082d2bc"s
        << "3044022055555555555555555555555555555554e8e4f44ce51835693ff0ca2ef01215c1"
           "02200fa527fa7343c0bc9ec35a6278bfbff4d83301b154fc4bd14aee7eb93445b5f9"s
        << kNumbers;
    QTest::newRow("u2 == n - 1 (396)")
        << "0413681eae168cd4ea7cf2e2a45d052742d10a9f64e796867dbdcb829fe0b10288"
           "16528760d177376c09df79de39557c329cc1753517acffe8fa2ec298026b8384"s
        << "3045022055555555555555555555555555555554e8e4f44ce51835693ff0ca2ef01215b8"
           "022100aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa9d1c9e899ca306ad27fe1945de0242b89"s
        << kNumbers;
    QTest::newRow("point duplication during verification (427)")
        << "042ea7133432339c69d27f9b267281bd2ddd5f19d6338d400a05cd3647b157a385"
           "3547808298448edb5e701ade84cd5fb1ac9567ba5e8fb68a6b933ec4b5cc84cc"s
        << "3045022032b0d10d8d0e04bc8d4d064d270699e87cffc9b49c5c20730e1c26f6105ddcda"
           "022100d612c2984c2afa416aa7f2882a486d4a8426cb6cfc91ed5b737278f9fca8be68"s
        << kNumbers;
    QTest::newRow("extreme value for k and s^-1 (431)")
        << "04e762b8a219b4f180219cc7a9059245e4961bd191c03899789c7a34b89e8c138e"
           "c1533ef0419bb7376e0bfde9319d10a06968791d9ea0eed9c1ce6345aed9759e"s
        << "3046022100c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"
           "022100b6db6db6db6db6db6db6db6db6db6db5f30f30127d33e02aad96438927022e9c"s
        << kNumbers;
    QTest::newRow("y-coordinate of the public key is small (446)")
        << "046e823555452914099182c6b2c1d6f0b5d28d50ccd005af2ce1bba541aa40caff"
           "00000001060492d5a5673e0f25d8d50fb7e58c49d86d46d4216955e0aa3d40e1"s
        << "304402206d6a4f556ccce154e7fb9f19e76c3deca13d59cc2aeb4ecad968aab2ded45965"
           "022053b9fa74803ede0fc4441bf683d56c564d3e274e09ccf47390badd1471c05fb7"s
        << kMessage;
    QTest::newRow("x-coordinate of the public key is small (452)")
        << "04000000013fd22248d64d95f73c29b48ab48631850be503fd00f8468b5f0f70e0"
           "f6ee7aa43bc2c6fd25b1d8269241cbdd9dbb0dac96dc96231f430705f838717d"s
        << "3045022041efa7d3f05a0010675fcb918a45c693da4b348df21a59d6f9cd73e0d831d67a"
           "022100bbab52596c1a1d9484296cdc92cbf07e665259a13791a8fe8845e2c07cf3fc67"s
        << kMessage;
}

void TestRawEcdsa::acceptsPublishedEdgeCases() {
    QFETCH(const std::string, key);
    QFETCH(const std::string, signature);
    QFETCH(const std::string, message);
    QCOMPARE(reasonOf(verifyRawEcdsa(key, signature, message)), kAccepted);
}

void TestRawEcdsa::refusesPublishedForgeries_data() {
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("signature");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<Reason>("reason");

    QTest::newRow("r too large (351)")
        << "0407310f90a9eae149a08402f54194a0f7b4ac427bf8d9bd6c7681071dc47dc362"
           "26a6d37ac46d61fd600c0bf1bff87689ed117dda6b0e59318ae010a197a26ca0"s
        << "3046022100fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2c"
           "022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd036413e"s
        << "123400"s << Reason(ProofError::SignatureOutOfRange);
    QTest::newRow("r = p - n + 1, x = 1 is invalid (473)")
        << "0493c9400c1fc5ed1aefb9f463e7650ae09778313fc188e84564e711a7b8458886"
           "7e72afd2a40cd15f7b92c6ce7ea95dc7327e54a5309312f43628273534a86ae9"s
        << "30360211014551231950b75fc4402da1722fc9baef"
           "022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd036413e"s
        << "hello, world"s << Reason(ProofError::SignatureMismatch);
    QTest::newRow("r = 2^256 - n + 1, x = 1 is invalid (474)")
        << "04e7ed253ac1810f174a83443264f57efbc090bb478a1fac8296f637b4694502a8"
           "6f48fbb04579fa9e3bbce880915211b24de7f21511e3acf63ea49d737fc6459d"s
        << "30360211014551231950b75fc4402da1732fc9bec0"
           "022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd036413e"s
        << "hello, world"s << Reason(ProofError::SignatureMismatch);
}

void TestRawEcdsa::refusesPublishedForgeries() {
    QFETCH(const std::string, key);
    QFETCH(const std::string, signature);
    QFETCH(const std::string, message);
    QFETCH(const Reason, reason);
    QCOMPARE(reasonOf(verifyRawEcdsa(key, signature, message)), reason);
}

void TestRawEcdsa::acceptsDerAndCompact() {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const Signer signer(seed);
        const std::string key = toHex(signer.publicKey());
        const std::string challenge = kChallenge + std::to_string(seed);
        const Bytes compact = signer.sign(sha256Of(challenge));

        const auto fromCompact = verifyRawEcdsa(key, toHex(compact), challenge);
        const auto fromDer = verifyRawEcdsa(key, toHex(toDer(compact)), challenge);

        QCOMPARE(reasonOf(fromCompact), kAccepted);
        QCOMPARE(reasonOf(fromDer), kAccepted);
        QCOMPARE(fromCompact->kind, Credential::Kind::PublicKey);
        QCOMPARE(fromCompact->text, key);
        QCOMPARE(*fromDer == *fromCompact, true);
    }
}

void TestRawEcdsa::acceptsHighS() {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const Signer signer(seed);
        const std::string key = toHex(signer.publicKey());
        const Bytes compact = withHighS(signer.sign(sha256Of(kChallenge)));

        QCOMPARE(reasonOf(verifyRawEcdsa(key, toHex(compact), kChallenge)), kAccepted);
        QCOMPARE(reasonOf(verifyRawEcdsa(key, toHex(toDer(compact)), kChallenge)), kAccepted);
    }
}

void TestRawEcdsa::acceptsAnUncompressedKeyAndUpperCase() {
    const Signer signer(1);
    const auto upper = [](const Bytes& bytes) {
        return QByteArray::fromStdString(toHex(bytes)).toUpper().toStdString();
    };

    const auto proven = verifyRawEcdsa(upper(signer.uncompressedPublicKey()),
                                       upper(signer.sign(sha256Of(kChallenge))), kChallenge);

    QCOMPARE(reasonOf(proven), kAccepted);
    QCOMPARE(proven->text, toHex(signer.publicKey()));
}

void TestRawEcdsa::acceptsAnyChallenge_data() {
    QTest::addColumn<std::string>("challenge");
    QTest::newRow("nothing") << ""s;
    QTest::newRow("NUL bytes") << std::string(3, '\0');
    QTest::newRow("not UTF-8") << "\xff\xfe\x80"s;
    QTest::newRow("65536 bytes") << std::string(65536, 'c');
}

void TestRawEcdsa::acceptsAnyChallenge() {
    QFETCH(const std::string, challenge);
    const Signer signer(2);
    const std::string signature = toHex(signer.sign(sha256Of(challenge)));
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(signer.publicKey()), signature, challenge)), kAccepted);
}

void TestRawEcdsa::acceptsEitherReadingOf64Bytes() {
    const auto [bytes, keyOfDer, keyOfCompact] = ambiguousSignature(sha256Of(kChallenge));
    QCOMPARE(bytes.size(), 64U);
    QVERIFY(keyOfDer != keyOfCompact);

    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(keyOfDer), toHex(bytes), kChallenge)), kAccepted);
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(keyOfCompact), toHex(bytes), kChallenge)), kAccepted);
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(Signer(3).publicKey()), toHex(bytes), kChallenge)),
             Reason(ProofError::SignatureMismatch));
}

void TestRawEcdsa::refusesAnotherKey() {
    const Bytes compact = Signer(4).sign(sha256Of(kChallenge));
    const std::string other = toHex(Signer(5).publicKey());
    QCOMPARE(reasonOf(verifyRawEcdsa(other, toHex(compact), kChallenge)),
             Reason(ProofError::SignatureMismatch));
    QCOMPARE(reasonOf(verifyRawEcdsa(other, toHex(toDer(compact)), kChallenge)),
             Reason(ProofError::SignatureMismatch));
}

void TestRawEcdsa::refusesAnotherChallenge() {
    const Signer signer(6);
    const std::string signature = toHex(toDer(signer.sign(sha256Of(kChallenge))));
    for (const std::string& challenge : {kChallenge + ' ', kChallenge.substr(1), ""s}) {
        QCOMPARE(reasonOf(verifyRawEcdsa(toHex(signer.publicKey()), signature, challenge)),
                 Reason(ProofError::SignatureMismatch));
    }
}

void TestRawEcdsa::refusesASignatureThatIsNotHex_data() {
    QTest::addColumn<std::string>("signature");
    QTest::newRow("a letter beyond f") << std::string(127, '1') + 'g';
    QTest::newRow("half a byte") << std::string(127, '1');
    QTest::newRow("0x in front") << "0x" + std::string(128, '1');
    QTest::newRow("a line end behind") << std::string(128, '1') + '\n';
    QTest::newRow("base64") << "MEUCIQ=="s;
}

void TestRawEcdsa::refusesASignatureThatIsNotHex() {
    QFETCH(const std::string, signature);
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(Signer(7).publicKey()), signature, kChallenge)),
             Reason(ProofError::SignatureNotHex));
}

void TestRawEcdsa::refusesASignatureOfAnotherLength_data() {
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 32, 63, 65, 70, 71, 72, 128}) QTest::addRow("%d bytes", length) << length;
}

void TestRawEcdsa::refusesASignatureOfAnotherLength() {
    QFETCH(const int, length);
    const std::string signature = toHex(Bytes(static_cast<std::size_t>(length), 0x11));
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(Signer(8).publicKey()), signature, kChallenge)),
             Reason(ProofError::SignatureLength));
}

// One row for every rule of BIP-66.
void TestRawEcdsa::refusesWhatIsNotStrictDer_data() {
    QTest::addColumn<std::string>("signature");
    const std::string r = integer(kR);
    const std::string s = integer(kS);

    QTest::newRow("only the tag") << "30"s;
    QTest::newRow("an empty sequence") << "3000"s;
    QTest::newRow("one number") << sequence(r);
    QTest::newRow("three numbers") << sequence(integer("01") + integer("01") + integer("01"));
    QTest::newRow("the length is one too small") << "3043" + r + s;
    QTest::newRow("the length is one too large") << "3045" + r + s;
    QTest::newRow("the length is in two bytes") << "308144" + r + s;
    QTest::newRow("the length is not given") << "3080" + r + s + "0000";
    QTest::newRow("a sighash byte behind") << sequence(r + s) + "01";
    QTest::newRow("left-over bytes inside") << sequence(r + s + "0000");
    QTest::newRow("r is no integer") << sequence("03" + r.substr(2) + s);
    QTest::newRow("s is no integer") << sequence(r + "04" + s.substr(2));
    QTest::newRow("r is empty") << sequence("0200" + s);
    QTest::newRow("s is empty") << sequence(r + "0200");
    QTest::newRow("r is negative") << sequence(integer("9" + kR.substr(1)) + s);
    QTest::newRow("s is negative") << sequence(r + integer("b" + kS.substr(1)));
    QTest::newRow("r is padded") << sequence(integer("00" + kR) + s);
    QTest::newRow("s is padded") << sequence(r + integer("00" + kS));
    QTest::newRow("a padded zero") << sequence(integer("0000") + s);
    QTest::newRow("r goes beyond the end") << sequence("0244" + kR + s);
    QTest::newRow("s goes beyond the end") << sequence(r + "0221" + kS);
    QTest::newRow("73 bytes") << sequence(integer("01" + kR) + integer(std::string(72, '1')));
}

void TestRawEcdsa::refusesWhatIsNotStrictDer() {
    QFETCH(const std::string, signature);
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(Signer(9).publicKey()), signature, kChallenge)),
             Reason(ProofError::SignatureNotStrictDer));
}

void TestRawEcdsa::refusesNumbersOutOfRange_data() {
    QTest::addColumn<std::string>("signature");
    const std::string highest(64, 'f');

    QTest::newRow("compact, r is zero") << kZero + kOne;
    QTest::newRow("compact, s is zero") << kOne + kZero;
    QTest::newRow("compact, r is the order") << kOrder + kOne;
    QTest::newRow("compact, s is the order") << kOne + kOrder;
    QTest::newRow("compact, s is as high as it can be") << kOne + highest;
    QTest::newRow("DER, r is zero") << sequence(integer("00") + integer(kS));
    QTest::newRow("DER, s is zero") << sequence(integer(kR) + integer("00"));
    QTest::newRow("DER, r is the order") << sequence(integer("00" + kOrder) + integer(kS));
    QTest::newRow("DER, s is the order") << sequence(integer(kR) + integer("00" + kOrder));
    QTest::newRow("DER, r has 33 bytes") << sequence(integer("01" + kR) + integer(kS));
    QTest::newRow("DER, s has 33 bytes and a sign byte") << sequence(integer(kR) + integer("0080" + kS));
}

void TestRawEcdsa::refusesNumbersOutOfRange() {
    QFETCH(const std::string, signature);
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(Signer(10).publicKey()), signature, kChallenge)),
             Reason(ProofError::SignatureOutOfRange));
}

void TestRawEcdsa::namesTheKeyFirst() {
    QCOMPARE(reasonOf(verifyRawEcdsa("key", "signature", "")), Reason(ProofError::PublicKeyNotHex));
    QCOMPARE(reasonOf(verifyRawEcdsa("02", "signature", "")), Reason(ProofError::PublicKeyLength));
    QCOMPARE(reasonOf(verifyRawEcdsa("02" + kZero.substr(1) + '5', "signature", "")),
             Reason(ProofError::PublicKeyNotOnCurve));
}

QTEST_APPLESS_MAIN(TestRawEcdsa)
#include "tst_raw_ecdsa.moc"
