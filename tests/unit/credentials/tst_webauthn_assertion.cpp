// Every answer is signed as it stands, so that what is refused is refused for the one thing that is wrong.
#include "passkeys.h"
#include "server/credentials/hashing.h"
#include "tests/support/cbor_writer.h"

#include <openssl/err.h>

#include <algorithm>
#include <functional>

using namespace latchkey;
namespace writer = latchkey::cbor_writer;

namespace {

constexpr std::size_t kFlagsPlace = 32;

Passkey enrolled(const SoftwareAuthenticator& phone) {
    const auto passkey = verifyRegistration(answer(phone.enrol(ceremony("enrol me"))), "enrol me", kUs);
    if (!passkey) qFatal("the passkey was not enrolled");
    return *passkey;
}

Refusal verify(const SoftwareAuthenticator& phone, const PasskeyAssertion& assertion) {
    return refusalOf(verifyAssertion(assertion, kChallenge, kUs, enrolled(phone)));
}

Refusal verify(const SoftwareAuthenticator::Ceremony& how) {
    const SoftwareAuthenticator phone;
    return verify(phone, answer(phone.signIn(how)));
}

// With authenticator data of any kind.
Refusal verify(const Bytes& authenticatorData) {
    const SoftwareAuthenticator phone;
    return verify(phone, answer(phone.signInWith(authenticatorData, SoftwareAuthenticator::clientData(
                                                                        ceremony(), "webauthn.get"))));
}

Bytes goodAuthenticatorData() {
    return SoftwareAuthenticator::authenticatorData(ceremony(), {});
}

void addAlgorithms() {
    QTest::addColumn<int>("algorithm");
    QTest::newRow("ES256") << static_cast<int>(Algorithm::Es256);
    QTest::newRow("EdDSA") << static_cast<int>(Algorithm::EdDsa);
    QTest::newRow("RS256") << static_cast<int>(Algorithm::Rs256);
}

} // namespace

class TestWebauthnAssertion : public QObject {
    Q_OBJECT

  private slots:
    void takesAGoodOne_data() { addAlgorithms(); }
    void takesAGoodOne();
    void takesChallengesThatAreNotAscii();

    void refusesAnotherCeremony();
    void refusesAnotherChallenge();
    void refusesAnotherOrigin_data();
    void refusesAnotherOrigin();
    void refusesAPageInsideAnotherOne();
    void refusesAnotherRelyingParty_data();
    void refusesAnotherRelyingParty();
    void refusesAPersonWhoIsNotThere();
    void refusesAPersonWhoIsNotVerified();
    void refusesAnotherPasskeysId();

    void refusesAnotherKeysSignature_data() { addAlgorithms(); }
    void refusesAnotherKeysSignature();
    void refusesASignatureOfAnotherAlgorithm_data();
    void refusesASignatureOfAnotherAlgorithm();
    void refusesASignatureOverOtherData_data() { addAlgorithms(); }
    void refusesASignatureOverOtherData();
    void refusesASignatureThatIsAltered_data() { addAlgorithms(); }
    void refusesASignatureThatIsAltered();
    void refusesARecordedAssertionForTheNextChallenge();

    void refusesAuthenticatorDataThatIsCutShort();
    void refusesAnythingBehindAuthenticatorData();
    void refusesFlagsThatBelieWhatIsThere_data();
    void refusesFlagsThatBelieWhatIsThere();
    void ignoresTheFlagsThatSayNothingAboutTheLogin();
    void readsPastExtensions_data();
    void readsPastExtensions();
    void refusesExtensionsThatAreNone_data();
    void refusesExtensionsThatAreNone();

    void tellsACounterThatWentBack_data();
    void tellsACounterThatWentBack();

    void refusesPartsThatAreTooLarge_data();
    void refusesPartsThatAreTooLarge();
    void takesTheLargestParts();
    void refusesAStoredKeyThatIsNone_data();
    void refusesAStoredKeyThatIsNone();
    void leavesNoErrorsForTheConnection();
};

void TestWebauthnAssertion::takesAGoodOne() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    auto how = ceremony();
    how.counter = 0x01020304;

    const auto proven = verifyAssertion(answer(phone.signIn(how)), kChallenge, kUs, enrolled(phone));

    QCOMPARE(refusalOf(proven), kTaken);
    QCOMPARE(proven->credential.kind, Credential::Kind::Passkey);
    QCOMPARE(proven->credential.text, toBase64Url(phone.credentialId()));
    QCOMPARE(proven->counter, 0x01020304U);
    QVERIFY(!proven->counterWentBack);
}

void TestWebauthnAssertion::takesChallengesThatAreNotAscii() {
    const std::string challenge = "https://ю.example/fast?s=\xff\x00"
                                  "and more";
    const SoftwareAuthenticator phone;
    QCOMPARE(refusalOf(
                 verifyAssertion(answer(phone.signIn(ceremony(challenge))), challenge, kUs, enrolled(phone))),
             kTaken);
}

void TestWebauthnAssertion::refusesAnotherCeremony() {
    auto how = ceremony();
    how.type = "webauthn.create";
    QCOMPARE(verify(how), Refusal(WebAuthnError::OtherCeremony));
}

void TestWebauthnAssertion::refusesAnotherChallenge() {
    QCOMPARE(verify(ceremony("https://lobby.example/fast?s=other&c=secret&t=65f0a1b2&k=lobby")),
             Refusal(WebAuthnError::OtherChallenge));
}

void TestWebauthnAssertion::refusesAnotherOrigin_data() {
    QTest::addColumn<std::string>("origin");
    QTest::newRow("a page that looks alike") << std::string("https://lobby.examp1e");
    QTest::newRow("a host below ours") << std::string("https://phish.lobby.example");
    QTest::newRow("without TLS") << std::string("http://lobby.example");
    QTest::newRow("another port") << std::string("https://lobby.example:8443");
    QTest::newRow("the port that it has anyway") << std::string("https://lobby.example:443");
    QTest::newRow("another case") << std::string("https://Lobby.example");
    QTest::newRow("more behind it") << std::string("https://lobby.example.evil.example");
}

void TestWebauthnAssertion::refusesAnotherOrigin() {
    QFETCH(const std::string, origin);
    auto how = ceremony();
    how.origin = origin;
    QCOMPARE(verify(how), Refusal(WebAuthnError::OtherOrigin));
}

void TestWebauthnAssertion::refusesAPageInsideAnotherOne() {
    auto how = ceremony();
    how.crossOrigin = true;
    QCOMPARE(verify(how), Refusal(WebAuthnError::CrossOrigin));
}

void TestWebauthnAssertion::refusesAnotherRelyingParty_data() {
    QTest::addColumn<std::string>("id");
    for (const char* id : {"evil.example", "example", "phish.lobby.example", "Lobby.example",
                           "lobby.example.", "https://lobby.example", ""}) {
        QTest::newRow(id) << std::string(id);
    }
}

void TestWebauthnAssertion::refusesAnotherRelyingParty() {
    QFETCH(const std::string, id);
    auto how = ceremony();
    how.relyingPartyId = id;
    QCOMPARE(verify(how), Refusal(WebAuthnError::OtherRelyingParty));
}

void TestWebauthnAssertion::refusesAPersonWhoIsNotThere() {
    auto how = ceremony();
    how.flags = SoftwareAuthenticator::kUserVerified;
    QCOMPARE(verify(how), Refusal(WebAuthnError::UserNotPresent));
}

void TestWebauthnAssertion::refusesAPersonWhoIsNotVerified() {
    auto how = ceremony();
    how.flags = SoftwareAuthenticator::kUserPresent;
    QCOMPARE(verify(how), Refusal(WebAuthnError::UserNotVerified));
}

void TestWebauthnAssertion::refusesAnotherPasskeysId() {
    const SoftwareAuthenticator phone;
    auto assertion = answer(phone.signIn(ceremony()));
    assertion.credentialId.back() ^= 1;
    QCOMPARE(verify(phone, assertion), Refusal(WebAuthnError::OtherPasskey));
    assertion.credentialId.clear();
    QCOMPARE(verify(phone, assertion), Refusal(WebAuthnError::OtherPasskey));
}

void TestWebauthnAssertion::refusesAnotherKeysSignature() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    SoftwareAuthenticator thief(Algorithm(algorithm), 2);
    thief.setCredentialId(phone.credentialId());
    QCOMPARE(verify(phone, answer(thief.signIn(ceremony()))), Refusal(WebAuthnError::SignatureMismatch));
}

void TestWebauthnAssertion::refusesASignatureOfAnotherAlgorithm_data() {
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("signs");
    for (const Algorithm kept : kAlgorithms) {
        for (const Algorithm signs : kAlgorithms) {
            if (kept == signs) continue;
            QTest::addRow("%d for %d", static_cast<int>(signs), static_cast<int>(kept))
                << static_cast<int>(kept) << static_cast<int>(signs);
        }
    }
}

void TestWebauthnAssertion::refusesASignatureOfAnotherAlgorithm() {
    QFETCH(const int, kept);
    QFETCH(const int, signs);
    QCOMPARE(verify(phoneWith(Algorithm(kept)), answer(phoneWith(Algorithm(signs)).signIn(ceremony()))),
             Refusal(WebAuthnError::SignatureMismatch));
}

void TestWebauthnAssertion::refusesASignatureOverOtherData() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    const auto good = answer(phone.signIn(ceremony()));
    auto how = ceremony();
    how.furtherClientData = ",\"a\":1";
    how.counter = 7;
    const auto other = answer(phone.signIn(how));

    auto assertion = good;
    assertion.clientData = other.clientData;
    QCOMPARE(verify(phone, assertion), Refusal(WebAuthnError::SignatureMismatch));
    assertion = good;
    assertion.authenticatorData = other.authenticatorData;
    QCOMPARE(verify(phone, assertion), Refusal(WebAuthnError::SignatureMismatch));
}

void TestWebauthnAssertion::refusesASignatureThatIsAltered() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    const auto good = answer(phone.signIn(ceremony()));
    const Passkey passkey = enrolled(phone);
    QCOMPARE(refusalOf(verifyAssertion(good, kChallenge, kUs, passkey)), kTaken);
    const auto refusedWith = [&](const Bytes& signature) {
        auto assertion = good;
        assertion.signature = signature;
        return refusalOf(verifyAssertion(assertion, kChallenge, kUs, passkey)) ==
               Refusal(WebAuthnError::SignatureMismatch);
    };

    QVERIFY(refusedWith({}));
    QVERIFY(refusedWith(Bytes(good.signature.size())));
    QVERIFY(refusedWith(Bytes(good.signature.begin(), good.signature.end() - 1)));
    QVERIFY(refusedWith(Bytes(good.signature.begin() + 1, good.signature.end())));
    if (good.signature.size() < PasskeyLimits::mostSignature) {
        QVERIFY(refusedWith(writer::join({good.signature, Bytes{0}})));
        QVERIFY(refusedWith(writer::join({Bytes{0}, good.signature})));
    }
    Bytes flipped = good.signature;
    for (std::uint8_t& byte : flipped) {
        byte ^= 0x10;
        QVERIFY(refusedWith(flipped));
        byte ^= 0x10;
    }
}

void TestWebauthnAssertion::refusesARecordedAssertionForTheNextChallenge() {
    const SoftwareAuthenticator phone;
    const auto recorded = answer(phone.signIn(ceremony()));
    const std::string next = "https://lobby.example/fast?s=session&c=another&t=65f0a1d0&k=lobby";
    QCOMPARE(refusalOf(verifyAssertion(recorded, next, kUs, enrolled(phone))),
             Refusal(WebAuthnError::OtherChallenge));
}

void TestWebauthnAssertion::refusesAuthenticatorDataThatIsCutShort() {
    auto how = ceremony();
    how.extensions = writer::map({writer::text("other"), writer::integer(1000)});
    const Bytes whole = SoftwareAuthenticator::authenticatorData(how, {});
    QCOMPARE(verify(whole), kTaken);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        QCOMPARE(verify(part), Refusal(WebAuthnError::AuthenticatorDataMalformed));
    }
}

void TestWebauthnAssertion::refusesAnythingBehindAuthenticatorData() {
    QCOMPARE(verify(writer::join({goodAuthenticatorData(), Bytes{0}})),
             Refusal(WebAuthnError::AuthenticatorDataMalformed));
    auto how = ceremony();
    how.extensions = writer::map({});
    QCOMPARE(verify(writer::join({SoftwareAuthenticator::authenticatorData(how, {}), Bytes{0xa0}})),
             Refusal(WebAuthnError::AuthenticatorDataMalformed));
}

void TestWebauthnAssertion::refusesFlagsThatBelieWhatIsThere_data() {
    QTest::addColumn<int>("flag");
    QTest::addColumn<Bytes>("behind");
    const Bytes key = SoftwareAuthenticator().attestedKey();
    const int attestedKey = SoftwareAuthenticator::kAttestedKey;
    const int extensions = SoftwareAuthenticator::kExtensions;
    QTest::newRow("extensions that are missing") << extensions << Bytes{};
    QTest::newRow("extensions that nobody announced") << 0 << Bytes{0xa0};
    QTest::newRow("a new key that is missing") << attestedKey << Bytes{};
    QTest::newRow("a new key that nobody announced") << 0 << key;
    // It belongs to create().
    QTest::newRow("a new key") << attestedKey << key;
    QTest::newRow("a new key and extensions")
        << (attestedKey | extensions) << writer::join({key, Bytes{0xa0}});
}

void TestWebauthnAssertion::refusesFlagsThatBelieWhatIsThere() {
    QFETCH(const int, flag);
    QFETCH(const Bytes, behind);
    Bytes data = writer::join({goodAuthenticatorData(), behind});
    data[kFlagsPlace] = static_cast<std::uint8_t>(data[kFlagsPlace] | flag);
    QCOMPARE(verify(data), Refusal(WebAuthnError::AuthenticatorDataMalformed));
}

void TestWebauthnAssertion::ignoresTheFlagsThatSayNothingAboutTheLogin() {
    auto how = ceremony();
    how.flags |= 0x02 | 0x08 | 0x10 | 0x20; // reserved, can be backed up, is backed up, reserved
    QCOMPARE(verify(how), kTaken);
}

void TestWebauthnAssertion::readsPastExtensions_data() {
    QTest::addColumn<Bytes>("extensions");
    const Bytes secret = writer::bytes(Bytes(80, 0x11));
    const Bytes blob = writer::bytes(Bytes(32, 0x22));
    QTest::newRow("none after all") << writer::map({});
    QTest::newRow("one that nobody knows") << writer::map({writer::text("other"), writer::array({secret})});
    QTest::newRow("hmac-secret") << writer::map({writer::text("hmac-secret"), secret});
    QTest::newRow("credBlob") << writer::map({writer::text("credBlob"), blob});
    QTest::newRow("all of them") << writer::map({writer::text("uvm"), writer::array({}),
                                                 writer::text("credBlob"), blob, writer::text("hmac-secret"),
                                                 secret});
}

void TestWebauthnAssertion::readsPastExtensions() {
    QFETCH(const Bytes, extensions);
    auto how = ceremony();
    how.extensions = extensions;
    QCOMPARE(verify(how), kTaken);
}

void TestWebauthnAssertion::refusesExtensionsThatAreNone_data() {
    QTest::addColumn<Bytes>("extensions");
    const Bytes secret = writer::bytes(Bytes(80));
    QTest::newRow("an array") << writer::array({});
    QTest::newRow("an integer") << writer::integer(0);
    QTest::newRow("a map of no stated length") << Bytes{0xbf, 0xff};
    QTest::newRow("a map that claims too much")
        << Bytes{0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    QTest::newRow("one of them twice")
        << writer::map({writer::text("hmac-secret"), secret, writer::text("hmac-secret"), secret});
    QTest::newRow("not in CTAP2's order")
        << writer::map({writer::text("credBlob"), secret, writer::text("uvm"), writer::array({})});
    QTest::newRow("hmac-secret that is true")
        << writer::map({writer::text("hmac-secret"), writer::boolean(true)});
    QTest::newRow("a name with a zero byte in it")
        << writer::map({writer::text(std::string_view("credBlob\0x", 10)), secret});
}

void TestWebauthnAssertion::refusesExtensionsThatAreNone() {
    QFETCH(const Bytes, extensions);
    auto how = ceremony();
    how.extensions = extensions;
    QCOMPARE(verify(how), Refusal(WebAuthnError::AuthenticatorDataMalformed));
}

// §7.2 step 21.
void TestWebauthnAssertion::tellsACounterThatWentBack_data() {
    QTest::addColumn<std::uint32_t>("kept");
    QTest::addColumn<std::uint32_t>("now");
    QTest::addColumn<bool>("wentBack");
    const std::uint32_t most = 0xffffffff;
    QTest::newRow("never counts") << 0U << 0U << false;
    QTest::newRow("begins to count") << 0U << 1U << false;
    QTest::newRow("counts on") << 41U << 42U << false;
    QTest::newRow("skips some") << 41U << 4000U << false;
    QTest::newRow("as high as it goes") << most - 1 << most << false;
    QTest::newRow("stands still") << 42U << 42U << true;
    QTest::newRow("one less") << 42U << 41U << true;
    QTest::newRow("stops counting") << 42U << 0U << true;
    QTest::newRow("runs over") << most << 1U << true;
}

void TestWebauthnAssertion::tellsACounterThatWentBack() {
    QFETCH(const std::uint32_t, kept);
    QFETCH(const std::uint32_t, now);
    QFETCH(const bool, wentBack);
    const SoftwareAuthenticator phone;
    auto passkey = enrolled(phone);
    passkey.counter = kept;
    auto how = ceremony();
    how.counter = now;

    const auto proven = verifyAssertion(answer(phone.signIn(how)), kChallenge, kUs, passkey);

    QCOMPARE(refusalOf(proven), kTaken);
    QCOMPARE(proven->counter, now);
    QCOMPARE(proven->counterWentBack, wentBack);
}

void TestWebauthnAssertion::refusesPartsThatAreTooLarge_data() {
    QTest::addColumn<int>("credentialId");
    QTest::addColumn<int>("clientData");
    QTest::addColumn<int>("authenticatorData");
    QTest::addColumn<int>("signature");
    QTest::newRow("credential id") << 1024 << 1 << 1 << 1;
    QTest::newRow("client data") << 1 << 4097 << 1 << 1;
    QTest::newRow("authenticator data") << 1 << 1 << 513 << 1;
    QTest::newRow("signature") << 1 << 1 << 1 << 257;
    QTest::newRow("everything") << 1'000'000 << 1'000'000 << 1'000'000 << 1'000'000;
}

void TestWebauthnAssertion::refusesPartsThatAreTooLarge() {
    QFETCH(const int, credentialId);
    QFETCH(const int, clientData);
    QFETCH(const int, authenticatorData);
    QFETCH(const int, signature);
    const PasskeyAssertion assertion{Bytes(credentialId), Bytes(clientData), Bytes(authenticatorData),
                                     Bytes(signature)};
    QCOMPARE(refusalOf(verifyAssertion(assertion, kChallenge, kUs, {})), Refusal(WebAuthnError::TooLarge));
}

void TestWebauthnAssertion::takesTheLargestParts() {
    SoftwareAuthenticator phone(Algorithm::EdDsa);
    phone.setCredentialId(Bytes(1023, 7));
    auto how = ceremony();
    const std::size_t dataSize = goodAuthenticatorData().size();
    how.extensions = writer::map({writer::text("x"), writer::bytes(Bytes(512 - dataSize - 6))});
    const std::size_t clientSize = SoftwareAuthenticator::clientData(how, "webauthn.get").size();
    how.furtherClientData = ",\"a\":\"" + std::string(4096 - clientSize - 7, 'a') + '"';
    const auto assertion = answer(phone.signIn(how));
    QCOMPARE(assertion.authenticatorData.size(), std::size_t{512});
    QCOMPARE(assertion.clientData.size(), std::size_t{4096});

    QCOMPARE(verify(phone, assertion), kTaken);
}

void TestWebauthnAssertion::refusesAStoredKeyThatIsNone_data() {
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<std::string>("key");
    const auto rows = [](Algorithm algorithm, const char* name, int size) {
        QTest::addRow("%s, nothing", name) << static_cast<int>(algorithm) << std::string();
        QTest::addRow("%s, a byte short", name)
            << static_cast<int>(algorithm) << toBase64Url(Bytes(size - 1, 0xff));
        QTest::addRow("%s, a byte long", name)
            << static_cast<int>(algorithm) << toBase64Url(Bytes(size + 1, 0xff));
        QTest::addRow("%s, not base64url", name)
            << static_cast<int>(algorithm) << std::string(static_cast<std::size_t>(size), '+');
    };
    rows(Algorithm::Es256, "ES256", 64);
    rows(Algorithm::EdDsa, "EdDSA", 32);
    rows(Algorithm::Rs256, "RS256", 259);
    QTest::newRow("ES256, not on the curve")
        << static_cast<int>(Algorithm::Es256) << toBase64Url(Bytes(64, 1));
    QTest::newRow("RS256, too small") << static_cast<int>(Algorithm::Rs256) << toBase64Url(Bytes(259, 1));
}

void TestWebauthnAssertion::refusesAStoredKeyThatIsNone() {
    QFETCH(const int, algorithm);
    QFETCH(const std::string, key);
    const auto& phone = phoneWith(Algorithm(algorithm));
    auto passkey = enrolled(phone);
    passkey.publicKey = key;
    QCOMPARE(refusalOf(verifyAssertion(answer(phone.signIn(ceremony())), kChallenge, kUs, passkey)),
             Refusal(WebAuthnError::StoredKeyUnusable));
}

// SSL_get_error() of the same thread would take them for the connection's.
void TestWebauthnAssertion::leavesNoErrorsForTheConnection() {
    for (const Algorithm algorithm : kAlgorithms) {
        const auto& phone = phoneWith(algorithm);
        auto assertion = answer(phone.signIn(ceremony()));
        assertion.signature.pop_back();
        ERR_clear_error();
        QCOMPARE(verify(phone, assertion), Refusal(WebAuthnError::SignatureMismatch));
        QCOMPARE(ERR_peek_error(), 0UL);
    }
}

QTEST_APPLESS_MAIN(TestWebauthnAssertion)
#include "tst_webauthn_assertion.moc"
