#include "passkeys.h"
#include "tests/support/cbor_writer.h"

#include <openssl/bn.h>
#include <openssl/err.h>

#include <algorithm>
#include <limits>

using namespace latchkey;
namespace writer = latchkey::cbor_writer;

namespace {

constexpr std::size_t kFlagsPlace = 32;
const std::string kLink = "https://lobby.example/enrol#MDEyMzQ1Njc4OWFiY2RlZg";

SoftwareAuthenticator::Ceremony enrolment() {
    return ceremony(kLink);
}

Refusal verify(const PasskeyRegistration& registration) {
    return refusalOf(verifyRegistration(registration, kLink, kUs));
}

Refusal verify(const SoftwareAuthenticator::Ceremony& how) {
    return verify(answer(SoftwareAuthenticator().enrol(how)));
}

// With authenticator data of any kind.
Refusal verify(const Bytes& authenticatorData) {
    return verify(answer(SoftwareAuthenticator().enrolWith(enrolment(), authenticatorData)));
}

// With an attestation object of any kind.
Refusal verifyObject(const Bytes& attestationObject) {
    return verify({SoftwareAuthenticator::clientData(enrolment(), "webauthn.create"), attestationObject});
}

Bytes goodAuthenticatorData() {
    return SoftwareAuthenticator::authenticatorData(enrolment(), SoftwareAuthenticator().attestedKey());
}

Refusal verifyKey(const Bytes& coseKey) {
    return verify(
        SoftwareAuthenticator::authenticatorData(enrolment(), SoftwareAuthenticator().attestedKey(coseKey)));
}

Bytes cosePoint(int algorithm, int keyType, int curve, const Bytes& x, const Bytes& y) {
    return writer::map({writer::integer(1), writer::integer(keyType), writer::integer(3),
                        writer::integer(algorithm), writer::integer(-1), writer::integer(curve),
                        writer::integer(-2), writer::bytes(x), writer::integer(-3), writer::bytes(y)});
}

Bytes coseEdDsa(const Bytes& key) {
    return writer::map({writer::integer(1), writer::integer(1), writer::integer(3), writer::integer(-8),
                        writer::integer(-1), writer::integer(6), writer::integer(-2), writer::bytes(key)});
}

Bytes coseRsa(const Bytes& modulus, const Bytes& exponent = {1, 0, 1}) {
    return writer::map({writer::integer(1), writer::integer(3), writer::integer(3), writer::integer(-257),
                        writer::integer(-1), writer::bytes(modulus), writer::integer(-2),
                        writer::bytes(exponent)});
}

// The coordinates of a good key.
Bytes goodX() {
    const Bytes key = SoftwareAuthenticator().coseKey();
    return {key.begin() + 10, key.begin() + 42};
}
Bytes goodY() {
    const Bytes key = SoftwareAuthenticator().coseKey();
    return {key.end() - 32, key.end()};
}
Bytes goodModulus() {
    const Bytes key = phoneWith(Algorithm::Rs256).coseKey();
    const auto end = key.end() - 5; // the exponent and its label
    return {end - 256, end};
}

// The modulus with a multiple of three next to it, and odd.
Bytes modulusWithASmallFactor() {
    BIGNUM* number = BN_new();
    Bytes bytes = goodModulus();
    BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), number);
    while (BN_mod_word(number, 3) != 0) BN_add_word(number, 2);
    BN_bn2binpad(number, bytes.data(), static_cast<int>(bytes.size()));
    BN_free(number);
    return bytes;
}

// RFC 3526 §3.
Bytes primeModulus() {
    BIGNUM* prime = BN_get_rfc3526_prime_2048(nullptr);
    Bytes bytes(256);
    BN_bn2binpad(prime, bytes.data(), static_cast<int>(bytes.size()));
    BN_free(prime);
    return bytes;
}

Bytes altered(Bytes bytes, std::size_t place, std::uint8_t value) {
    bytes.at(place) = value;
    return bytes;
}

} // namespace

class TestWebauthnRegistration : public QObject {
    Q_OBJECT

  private slots:
    void takesAGoodOne_data();
    void takesAGoodOne();
    void ignoresTheAttestationStatement_data();
    void ignoresTheAttestationStatement();
    void ignoresWhatElseTheObjectHas();

    void refusesAnotherCeremony();
    void refusesAnotherChallenge();
    void refusesAnotherOrigin_data();
    void refusesAnotherOrigin();
    void refusesAPageInsideAnotherOne();
    void refusesAnotherRelyingParty();
    void refusesAPersonWhoIsNotThere();
    void refusesAPersonWhoIsNotVerified();

    void refusesAnObjectWithoutAuthenticatorData_data();
    void refusesAnObjectWithoutAuthenticatorData();
    void refusesAnObjectThatIsCutShort();
    void refusesAuthenticatorDataThatIsCutShort();
    void refusesAuthenticatorDataThatIsMalformed_data();
    void refusesAuthenticatorDataThatIsMalformed();
    void readsPastExtensions_data();
    void readsPastExtensions();
    void takesCredentialIdsOf16To1023Bytes();

    void refusesOtherAlgorithms_data();
    void refusesOtherAlgorithms();
    void refusesKeysThatAreNotOfTheirAlgorithm_data();
    void refusesKeysThatAreNotOfTheirAlgorithm();
    void refusesPointsThatAreNotSound_data();
    void refusesPointsThatAreNotSound();
    void refusesRsaKeysThatAreNotSound_data();
    void refusesRsaKeysThatAreNotSound();

    void refusesPartsThatAreTooLarge();
    void takesTheLargestParts();
    void leavesNoErrorsForTheConnection();
};

void TestWebauthnRegistration::takesAGoodOne_data() {
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<int>("keySize");
    QTest::newRow("ES256") << static_cast<int>(Algorithm::Es256) << 64;
    QTest::newRow("EdDSA") << static_cast<int>(Algorithm::EdDsa) << 32;
    QTest::newRow("RS256") << static_cast<int>(Algorithm::Rs256) << 259;
}

void TestWebauthnRegistration::takesAGoodOne() {
    QFETCH(const int, algorithm);
    QFETCH(const int, keySize);
    const auto& phone = phoneWith(Algorithm(algorithm));
    auto how = enrolment();
    how.counter = 0xf0e0d0c0;

    const auto passkey = verifyRegistration(answer(phone.enrol(how)), kLink, kUs);

    QCOMPARE(refusalOf(passkey), kTaken);
    QCOMPARE(passkey->credential.kind, Credential::Kind::Passkey);
    QCOMPARE(passkey->credential.text, toBase64Url(phone.credentialId()));
    QCOMPARE(static_cast<int>(passkey->algorithm), algorithm);
    QCOMPARE(fromBase64Url(passkey->publicKey)->size(), static_cast<std::size_t>(keySize));
    QCOMPARE(passkey->counter, 0xf0e0d0c0U);
    const Bytes point = writer::join({goodX(), goodY()});
    if (Algorithm(algorithm) == Algorithm::Es256) QCOMPARE(passkey->publicKey, toBase64Url(point));
}

void TestWebauthnRegistration::ignoresTheAttestationStatement_data() {
    QTest::addColumn<std::string>("format");
    QTest::addColumn<Bytes>("statement");
    const Bytes rubbish = writer::bytes(Bytes(70, 0x30));
    QTest::newRow("none") << std::string("none") << writer::map({});
    QTest::newRow("packed, of the key itself")
        << std::string("packed")
        << writer::map({writer::text("alg"), writer::integer(-7), writer::text("sig"), rubbish});
    QTest::newRow("packed, with certificates")
        << std::string("packed")
        << writer::map({writer::text("alg"), writer::integer(-7), writer::text("sig"), rubbish,
                        writer::text("x5c"),
                        writer::array({writer::bytes(Bytes(3000)), writer::bytes(Bytes(3000))})});
    QTest::newRow("of a compound of formats")
        << std::string("compound")
        << writer::array({writer::map({writer::text("fmt"), writer::text("packed"), writer::text("attStmt"),
                                       writer::map({writer::text("x5c"), writer::array({rubbish})})})});
    QTest::newRow("of a format still to come") << std::string("moon") << writer::integer(42);
    QTest::newRow("of no format") << std::string() << Bytes{0xf6};
}

void TestWebauthnRegistration::ignoresTheAttestationStatement() {
    QFETCH(const std::string, format);
    QFETCH(const Bytes, statement);
    auto how = enrolment();
    how.format = format;
    how.statement = statement;
    QCOMPARE(verify(how), kTaken);
}

void TestWebauthnRegistration::ignoresWhatElseTheObjectHas() {
    const Bytes data = writer::bytes(goodAuthenticatorData());
    QCOMPARE(verifyObject(writer::map({writer::text("authData"), data})), kTaken);
    QCOMPARE(verifyObject(writer::map({writer::text("authData"), data, writer::text("fmt"),
                                       writer::text("none"), writer::text("epAtt"), writer::boolean(true),
                                       writer::integer(7), writer::array({writer::integer(1)})})),
             kTaken);
}

void TestWebauthnRegistration::refusesAnotherCeremony() {
    auto how = enrolment();
    how.type = "webauthn.get";
    QCOMPARE(verify(how), Refusal(WebAuthnError::OtherCeremony));
}

void TestWebauthnRegistration::refusesAnotherChallenge() {
    QCOMPARE(verify(ceremony("https://lobby.example/enrol#another")), Refusal(WebAuthnError::OtherChallenge));
    QCOMPARE(verify(ceremony(kChallenge)), Refusal(WebAuthnError::OtherChallenge));
}

void TestWebauthnRegistration::refusesAnotherOrigin_data() {
    QTest::addColumn<std::string>("origin");
    QTest::newRow("another host") << std::string("https://evil.example");
    QTest::newRow("without TLS") << std::string("http://lobby.example");
    QTest::newRow("another port") << std::string("https://lobby.example:8443");
    QTest::newRow("a host below ours") << std::string("https://a.lobby.example");
    QTest::newRow("another case") << std::string("https://lobby.Example");
}

void TestWebauthnRegistration::refusesAnotherOrigin() {
    QFETCH(const std::string, origin);
    auto how = enrolment();
    how.origin = origin;
    QCOMPARE(verify(how), Refusal(WebAuthnError::OtherOrigin));
}

void TestWebauthnRegistration::refusesAPageInsideAnotherOne() {
    auto how = enrolment();
    how.crossOrigin = true;
    QCOMPARE(verify(how), Refusal(WebAuthnError::CrossOrigin));
}

void TestWebauthnRegistration::refusesAnotherRelyingParty() {
    auto how = enrolment();
    how.relyingPartyId = "example";
    QCOMPARE(verify(how), Refusal(WebAuthnError::OtherRelyingParty));
}

void TestWebauthnRegistration::refusesAPersonWhoIsNotThere() {
    auto how = enrolment();
    how.flags = SoftwareAuthenticator::kUserVerified;
    QCOMPARE(verify(how), Refusal(WebAuthnError::UserNotPresent));
}

void TestWebauthnRegistration::refusesAPersonWhoIsNotVerified() {
    auto how = enrolment();
    how.flags = SoftwareAuthenticator::kUserPresent;
    QCOMPARE(verify(how), Refusal(WebAuthnError::UserNotVerified));
}

void TestWebauthnRegistration::refusesAnObjectWithoutAuthenticatorData_data() {
    QTest::addColumn<Bytes>("object");
    const Bytes data = writer::bytes(goodAuthenticatorData());
    const Bytes good = writer::map({writer::text("authData"), data});
    QTest::newRow("nothing") << Bytes{};
    QTest::newRow("the data alone") << data;
    QTest::newRow("an empty map") << writer::map({});
    QTest::newRow("an array") << writer::array({writer::text("authData"), data});
    QTest::newRow("CTAP's own names")
        << writer::map({writer::integer(1), writer::text("none"), writer::integer(2), data,
                        writer::integer(3), writer::map({})});
    QTest::newRow("another case") << writer::map({writer::text("authdata"), data});
    QTest::newRow("text for bytes") << writer::map({writer::text("authData"), writer::text("data")});
    QTest::newRow("twice") << writer::map({writer::text("authData"), data, writer::text("authData"), data});
    QTest::newRow("something behind it") << writer::join({good, Bytes{0}});
    QTest::newRow("a map of no stated length")
        << writer::join({Bytes{0xbf}, writer::text("authData"), data, Bytes{0xff}});
    QTest::newRow("bytes of no stated length")
        << writer::map({writer::text("authData"), writer::join({Bytes{0x5f}, data, Bytes{0xff}})});
    QTest::newRow("tagged") << writer::map({writer::text("authData"), writer::join({Bytes{0xc0}, data})});
    QTest::newRow("a map that claims too much") << writer::join(
        {Bytes{0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, writer::text("authData"), data});
    QTest::newRow("nested without end") << Bytes(PasskeyLimits::mostAttestationObject, 0x81);
}

void TestWebauthnRegistration::refusesAnObjectWithoutAuthenticatorData() {
    QFETCH(const Bytes, object);
    QCOMPARE(verifyObject(object), Refusal(WebAuthnError::AttestationObjectMalformed));
}

void TestWebauthnRegistration::refusesAnObjectThatIsCutShort() {
    const Bytes whole = SoftwareAuthenticator().enrol(enrolment()).attestationObject;
    QCOMPARE(verifyObject(whole), kTaken);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QCOMPARE(verifyObject({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}),
                 Refusal(WebAuthnError::AttestationObjectMalformed));
    }
}

void TestWebauthnRegistration::refusesAuthenticatorDataThatIsCutShort() {
    auto how = enrolment();
    how.extensions = writer::map({writer::text("credProtect"), writer::integer(2)});
    const Bytes whole = SoftwareAuthenticator::authenticatorData(how, SoftwareAuthenticator().attestedKey());
    QCOMPARE(verify(whole), kTaken);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QCOMPARE(verify(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))),
                 Refusal(WebAuthnError::AuthenticatorDataMalformed));
    }
}

void TestWebauthnRegistration::refusesAuthenticatorDataThatIsMalformed_data() {
    QTest::addColumn<Bytes>("data");
    const Bytes good = goodAuthenticatorData();
    const Bytes withoutKey = SoftwareAuthenticator::authenticatorData(enrolment(), {});
    const std::uint8_t flags = good[kFlagsPlace];
    QTest::newRow("without a new key") << withoutKey;
    QTest::newRow("with a new key that nobody announced")
        << altered(good, kFlagsPlace, flags & ~SoftwareAuthenticator::kAttestedKey);
    QTest::newRow("something behind it") << writer::join({good, Bytes{0}});
    QTest::newRow("extensions that nobody announced") << writer::join({good, writer::map({})});
    QTest::newRow("extensions that are missing")
        << altered(good, kFlagsPlace, flags | SoftwareAuthenticator::kExtensions);
    QTest::newRow("extensions that are no map") << altered(
        writer::join({good, writer::array({})}), kFlagsPlace, flags | SoftwareAuthenticator::kExtensions);
    QTest::newRow("a credential id longer than what is there") << altered(good, 53, 0xff);
    QTest::newRow("a key that is no map") << SoftwareAuthenticator::authenticatorData(
        enrolment(), SoftwareAuthenticator().attestedKey(writer::bytes(Bytes(77))));
}

void TestWebauthnRegistration::refusesAuthenticatorDataThatIsMalformed() {
    QFETCH(const Bytes, data);
    QCOMPARE(verify(data), Refusal(WebAuthnError::AuthenticatorDataMalformed));
}

void TestWebauthnRegistration::readsPastExtensions_data() {
    QTest::addColumn<Bytes>("extensions");
    QTest::newRow("none after all") << writer::map({});
    QTest::newRow("credProtect") << writer::map({writer::text("credProtect"), writer::integer(2)});
    QTest::newRow("several") << writer::map({writer::text("credBlob"), writer::boolean(true),
                                             writer::text("hmac-secret"), writer::boolean(true)});
    QTest::newRow("of another type than they should be") << writer::map(
        {writer::text("hmac-secret"), writer::text("yes"), writer::text("credProtect"), writer::map({})});
    QTest::newRow("unknown") << writer::map(
        {writer::text("other"), writer::array({writer::bytes(Bytes(100))})});
}

void TestWebauthnRegistration::readsPastExtensions() {
    QFETCH(const Bytes, extensions);
    auto how = enrolment();
    how.extensions = extensions;
    QCOMPARE(verify(how), kTaken);
}

void TestWebauthnRegistration::takesCredentialIdsOf16To1023Bytes() {
    const auto withIdOf = [](std::size_t size) {
        SoftwareAuthenticator phone;
        phone.setCredentialId(Bytes(size, 0x5a));
        return verify(answer(phone.enrol(enrolment())));
    };
    for (const std::size_t size : {16, 17, 64, 1022, 1023}) QCOMPARE(withIdOf(size), kTaken);
    for (const std::size_t size : {0, 1, 15, 1024, 8000}) {
        QCOMPARE(withIdOf(size), Refusal(WebAuthnError::CredentialIdLength));
    }
}

void TestWebauthnRegistration::refusesOtherAlgorithms_data() {
    QTest::addColumn<Bytes>("key");
    const auto point = [](int algorithm) { return cosePoint(algorithm, 2, 1, goodX(), goodY()); };
    QTest::newRow("ES384") << cosePoint(-35, 2, 2, Bytes(48, 1), Bytes(48, 1));
    QTest::newRow("ES512") << cosePoint(-36, 2, 3, Bytes(66, 1), Bytes(66, 1));
    QTest::newRow("ES256K") << cosePoint(-47, 2, 8, Bytes(32, 1), Bytes(32, 1));
    QTest::newRow("ES384 on P-256") << point(-35);
    QTest::newRow("ECDH") << point(-25);
    QTest::newRow("7 for -7") << point(7);
    QTest::newRow("-7 and 2^32 less") << writer::map(
        {writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-7 - 0x100000000),
         writer::integer(-1), writer::integer(1), writer::integer(-2), writer::bytes(goodX()),
         writer::integer(-3), writer::bytes(goodY())});
    QTest::newRow("RS1") << writer::map({writer::integer(1), writer::integer(3), writer::integer(3),
                                         writer::integer(-65535), writer::integer(-1),
                                         writer::bytes(goodModulus()), writer::integer(-2),
                                         writer::bytes(Bytes{1, 0, 1})});
    QTest::newRow("PS256") << writer::map({writer::integer(1), writer::integer(3), writer::integer(3),
                                           writer::integer(-37), writer::integer(-1),
                                           writer::bytes(goodModulus()), writer::integer(-2),
                                           writer::bytes(Bytes{1, 0, 1})});
    QTest::newRow("none") << writer::map({writer::integer(1), writer::integer(2), writer::integer(-1),
                                          writer::integer(1), writer::integer(-2), writer::bytes(goodX()),
                                          writer::integer(-3), writer::bytes(goodY())});
    QTest::newRow("by name") << writer::map({writer::integer(1), writer::integer(2), writer::integer(3),
                                             writer::text("ES256"), writer::integer(-1), writer::integer(1),
                                             writer::integer(-2), writer::bytes(goodX()), writer::integer(-3),
                                             writer::bytes(goodY())});
    QTest::newRow("two of them") << writer::map(
        {writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-7), writer::integer(3),
         writer::integer(-8), writer::integer(-1), writer::integer(1), writer::integer(-2),
         writer::bytes(goodX()), writer::integer(-3), writer::bytes(goodY())});
    QTest::newRow("an empty key") << writer::map({});
}

void TestWebauthnRegistration::refusesOtherAlgorithms() {
    QFETCH(const Bytes, key);
    QCOMPARE(verifyKey(key), Refusal(WebAuthnError::AlgorithmUnsupported));
}

void TestWebauthnRegistration::refusesKeysThatAreNotOfTheirAlgorithm_data() {
    QTest::addColumn<Bytes>("key");
    const Bytes x = goodX();
    const Bytes y = goodY();
    QCOMPARE(verifyKey(cosePoint(-7, 2, 1, x, y)), kTaken);
    QTest::newRow("ES256 of another key type") << cosePoint(-7, 1, 1, x, y);
    QTest::newRow("ES256 on another curve") << cosePoint(-7, 2, 8, x, y);
    QTest::newRow("ES256, x too short") << cosePoint(-7, 2, 1, {x.begin() + 1, x.end()}, y);
    QTest::newRow("ES256, x too long") << cosePoint(-7, 2, 1, writer::join({Bytes{0}, x}), y);
    QTest::newRow("ES256, y too short") << cosePoint(-7, 2, 1, x, {y.begin(), y.end() - 1});
    QTest::newRow("ES256, compressed")
        << writer::map({writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-7),
                        writer::integer(-1), writer::integer(1), writer::integer(-2), writer::bytes(x),
                        writer::integer(-3), writer::boolean(false)});
    QTest::newRow("ES256, not in CTAP2's order") << writer::map(
        {writer::integer(3), writer::integer(-7), writer::integer(1), writer::integer(2), writer::integer(-1),
         writer::integer(1), writer::integer(-2), writer::bytes(x), writer::integer(-3), writer::bytes(y)});
    QTest::newRow("ES256, x twice") << writer::map(
        {writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-7), writer::integer(-1),
         writer::integer(1), writer::integer(-2), writer::bytes(x), writer::integer(-2), writer::bytes(x),
         writer::integer(-3), writer::bytes(y)});
    QTest::newRow("EdDSA of another key type") << writer::map(
        {writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-8), writer::integer(-1),
         writer::integer(6), writer::integer(-2), writer::bytes(Bytes(32, 0x66))});
    QTest::newRow("EdDSA on Ed448") << writer::map(
        {writer::integer(1), writer::integer(1), writer::integer(3), writer::integer(-8), writer::integer(-1),
         writer::integer(7), writer::integer(-2), writer::bytes(Bytes(57, 0x66))});
    QTest::newRow("EdDSA, too short") << coseEdDsa(Bytes(31, 0x66));
    QTest::newRow("EdDSA, too long") << coseEdDsa(Bytes(33, 0x66));
    QTest::newRow("RS256 of another key type")
        << writer::map({writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-257),
                        writer::integer(-1), writer::bytes(goodModulus()), writer::integer(-2),
                        writer::bytes(Bytes{1, 0, 1})});
    QTest::newRow("RS256 without an exponent")
        << writer::map({writer::integer(1), writer::integer(3), writer::integer(3), writer::integer(-257),
                        writer::integer(-1), writer::bytes(goodModulus())});
    QTest::newRow("RS256 without a modulus")
        << writer::map({writer::integer(1), writer::integer(3), writer::integer(3), writer::integer(-257),
                        writer::integer(-2), writer::bytes(Bytes{1, 0, 1})});
}

void TestWebauthnRegistration::refusesKeysThatAreNotOfTheirAlgorithm() {
    QFETCH(const Bytes, key);
    QCOMPARE(verifyKey(key), Refusal(WebAuthnError::KeyMalformed));
}

void TestWebauthnRegistration::refusesPointsThatAreNotSound_data() {
    QTest::addColumn<Bytes>("key");
    const Bytes x = goodX();
    const Bytes y = goodY();
    QTest::newRow("P-256, not on the curve") << cosePoint(-7, 2, 1, x, altered(y, 31, y[31] ^ 1));
    QTest::newRow("P-256, the wrong way round") << cosePoint(-7, 2, 1, y, x);
    QTest::newRow("P-256, zero") << cosePoint(-7, 2, 1, Bytes(32), Bytes(32));
    QTest::newRow("P-256, x alone") << writer::map(
        {writer::integer(1), writer::integer(2), writer::integer(3), writer::integer(-7), writer::integer(-1),
         writer::integer(1), writer::integer(-2), writer::bytes(x)});
    QTest::newRow("P-256, coordinates beyond the field")
        << cosePoint(-7, 2, 1, Bytes(32, 0xff), Bytes(32, 0xff));
    QTest::newRow("Ed25519, not on the curve") << coseEdDsa(altered(Bytes(32), 0, 2));
    QTest::newRow("Ed25519, beyond the field") << coseEdDsa(altered(Bytes(32, 0xff), 31, 0x7f));
    QTest::newRow("Ed25519, small order") << coseEdDsa(altered(Bytes(32), 0, 1));
    QTest::newRow("Ed25519, no key at all")
        << writer::map({writer::integer(1), writer::integer(1), writer::integer(3), writer::integer(-8),
                        writer::integer(-1), writer::integer(6)});
}

void TestWebauthnRegistration::refusesPointsThatAreNotSound() {
    QFETCH(const Bytes, key);
    QCOMPARE(verifyKey(key), Refusal(WebAuthnError::KeyNotOnCurve));
}

void TestWebauthnRegistration::refusesRsaKeysThatAreNotSound_data() {
    QTest::addColumn<Bytes>("key");
    const Bytes modulus = goodModulus();
    QCOMPARE(verifyKey(coseRsa(modulus)), kTaken);
    QTest::newRow("1024 bits") << coseRsa({modulus.begin() + 128, modulus.end()});
    QTest::newRow("2047 bits") << coseRsa(altered(modulus, 0, modulus[0] & 0x7f));
    QTest::newRow("1024 bits in 2048") << coseRsa(writer::join({Bytes(128), ByteView(modulus).subspan(128)}));
    QTest::newRow("3072 bits") << coseRsa(writer::join({ByteView(modulus).first(128), modulus}));
    QTest::newRow("a zero in front") << coseRsa(writer::join({Bytes{0}, modulus}));
    QTest::newRow("an even modulus") << coseRsa(altered(modulus, 255, modulus[255] & 0xfe));
    QTest::newRow("a modulus with a small factor") << coseRsa(modulusWithASmallFactor());
    QTest::newRow("a prime modulus") << coseRsa(primeModulus());
    QTest::newRow("the exponent 1") << coseRsa(modulus, {0, 0, 1});
    QTest::newRow("the exponent 1 in a byte") << coseRsa(modulus, {1});
    QTest::newRow("the exponent 3") << coseRsa(modulus, {3});
    QTest::newRow("the exponent 65536") << coseRsa(modulus, {1, 0, 0});
    QTest::newRow("the exponent 65539") << coseRsa(modulus, {1, 0, 3});
    QTest::newRow("the exponent 0") << coseRsa(modulus, {0, 0, 0});
    QTest::newRow("no exponent") << coseRsa(modulus, {});
    QTest::newRow("65537 in four bytes") << coseRsa(modulus, {0, 1, 0, 1});
}

void TestWebauthnRegistration::refusesRsaKeysThatAreNotSound() {
    QFETCH(const Bytes, key);
    QCOMPARE(verifyKey(key), Refusal(WebAuthnError::RsaKeyUnsupported));
}

void TestWebauthnRegistration::refusesPartsThatAreTooLarge() {
    const Refusal tooLarge = WebAuthnError::TooLarge;
    QCOMPARE(verify(PasskeyRegistration{Bytes(PasskeyLimits::mostClientData + 1), {}}), tooLarge);
    QCOMPARE(verify(PasskeyRegistration{{}, Bytes(PasskeyLimits::mostAttestationObject + 1)}), tooLarge);
}

void TestWebauthnRegistration::takesTheLargestParts() {
    auto how = enrolment();
    const auto least = SoftwareAuthenticator().enrol(how);
    how.furtherClientData =
        ",\"a\":\"" + std::string(PasskeyLimits::mostClientData - least.clientData.size() - 7, 'a') + '"';
    // One byte of the statement is there already, three are the head of this one.
    how.statement =
        writer::bytes(Bytes(PasskeyLimits::mostAttestationObject - least.attestationObject.size() - 2));
    const auto registration = answer(SoftwareAuthenticator().enrol(how));
    QCOMPARE(registration.clientData.size(), PasskeyLimits::mostClientData);
    QCOMPARE(registration.attestationObject.size(), PasskeyLimits::mostAttestationObject);

    QCOMPARE(verify(registration), kTaken);
}

// SSL_get_error() of the same thread would take them for the connection's.
void TestWebauthnRegistration::leavesNoErrorsForTheConnection() {
    ERR_clear_error();
    QCOMPARE(verifyKey(cosePoint(-7, 2, 1, goodY(), goodX())), Refusal(WebAuthnError::KeyNotOnCurve));
    QCOMPARE(ERR_peek_error(), 0UL);
    QCOMPARE(verifyKey(coseRsa(primeModulus())), Refusal(WebAuthnError::RsaKeyUnsupported));
    QCOMPARE(ERR_peek_error(), 0UL);
}

QTEST_APPLESS_MAIN(TestWebauthnRegistration)
#include "tst_webauthn_registration.moc"
