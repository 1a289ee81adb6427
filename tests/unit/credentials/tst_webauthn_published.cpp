// Answers that others published. What is refused is refused for the one thing that it shows, or that we ask
// for and its makers did not.
#include "passkeys.h"
#include "published_passkeys.h"

#include <algorithm>

using namespace latchkey;

namespace {

const PublishedPasskey& published(const std::string& name) {
    return *std::ranges::find(kPublishedPasskeys, name, &PublishedPasskey::name);
}

Bytes bytesOf(std::string_view base64Url) {
    return *fromBase64Url(base64Url);
}

std::string textOf(std::string_view base64Url) {
    const Bytes bytes = bytesOf(base64Url);
    return {bytes.begin(), bytes.end()};
}

RelyingParty partyOf(const PublishedPasskey& example) {
    return {std::string(example.relyingPartyId), std::string(example.origin)};
}

Result<Passkey, WebAuthnError> enrol(const PublishedPasskey& example) {
    return verifyRegistration({bytesOf(example.createClientData), bytesOf(example.attestationObject)},
                              textOf(example.createChallenge), partyOf(example));
}

Result<ProvenPasskey, WebAuthnError> signIn(const PublishedPasskey& example, const Passkey& passkey) {
    return verifyAssertion({bytesOf(example.credentialId), bytesOf(example.getClientData),
                            bytesOf(example.authenticatorData), bytesOf(example.signature)},
                           textOf(example.getChallenge), partyOf(example), passkey);
}

// Of an example that has its key and no registration.
Passkey passkeyOf(const PublishedPasskey& example, PasskeyAlgorithm algorithm) {
    return {{Credential::Kind::Passkey, std::string(example.credentialId)},
            algorithm,
            std::string(example.publicKey),
            0};
}

} // namespace

class TestWebauthnPublished : public QObject {
    Q_OBJECT

  private slots:
    void enrols_data();
    void enrols();
    void signsIn_data();
    void signsIn();
    void signsInWithThePublishedKey_data();
    void signsInWithThePublishedKey();
    void refusesToEnrol_data();
    void refusesToEnrol();
    void refusesToSignIn_data();
    void refusesToSignIn();
    void refusesEveryOneAnywhereElse();
};

void TestWebauthnPublished::enrols_data() {
    QTest::addColumn<int>("algorithm");
    const auto row = [](const char* name, PasskeyAlgorithm algorithm) {
        QTest::newRow(name) << static_cast<int>(algorithm);
    };
    row("W3C: packed attestation, ES256", PasskeyAlgorithm::Es256);
    row("W3C: TPM attestation, ES256", PasskeyAlgorithm::Es256);
    row("W3C: self attestation, ES256", PasskeyAlgorithm::Es256);
    row("W3C: Android key attestation, ES256", PasskeyAlgorithm::Es256);
    row("Yubico: AppleAttestationIos", PasskeyAlgorithm::Es256);
    row("Yubico: YubikeyBio_5_5_6", PasskeyAlgorithm::EdDsa);
    row("Yubico: LargeBlobWrite", PasskeyAlgorithm::Es256);
    row("Yubico: WindowsHelloTpm", PasskeyAlgorithm::Rs256);
}

void TestWebauthnPublished::enrols() {
    QFETCH(const int, algorithm);
    const auto& example = published(QTest::currentDataTag());

    const auto passkey = enrol(example);

    QCOMPARE(refusalOf(passkey), kTaken);
    QCOMPARE(static_cast<int>(passkey->algorithm), algorithm);
    if (!example.credentialId.empty()) QCOMPARE(passkey->credential.text, std::string(example.credentialId));
}

void TestWebauthnPublished::signsIn_data() {
    QTest::addColumn<std::uint32_t>("counter");
    QTest::newRow("W3C: packed attestation, ES256") << 0U;
    QTest::newRow("W3C: TPM attestation, ES256") << 0U;
    QTest::newRow("Yubico: AppleAttestationIos") << 0U;
    QTest::newRow("Yubico: YubikeyBio_5_5_6") << 8U;
    QTest::newRow("Yubico: LargeBlobWrite") << 8U;
}

void TestWebauthnPublished::signsIn() {
    QFETCH(const std::uint32_t, counter);
    const auto& example = published(QTest::currentDataTag());
    const auto passkey = enrol(example);
    QCOMPARE(refusalOf(passkey), kTaken);

    const auto proven = signIn(example, *passkey);

    QCOMPARE(refusalOf(proven), kTaken);
    QCOMPARE(proven->counter, counter);
    QVERIFY(!proven->counterWentBack);
}

void TestWebauthnPublished::signsInWithThePublishedKey_data() {
    QTest::addColumn<int>("algorithm");
    QTest::newRow("W3C: very long credential id") << static_cast<int>(PasskeyAlgorithm::Es256);
    QTest::newRow("Duo: with_RSA_public_key") << static_cast<int>(PasskeyAlgorithm::Rs256);
}

void TestWebauthnPublished::signsInWithThePublishedKey() {
    QFETCH(const int, algorithm);
    const auto& example = published(QTest::currentDataTag());
    QCOMPARE(refusalOf(signIn(example, passkeyOf(example, PasskeyAlgorithm(algorithm)))), kTaken);
}

void TestWebauthnPublished::refusesToEnrol_data() {
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("W3C: no attestation, ES256") << Refusal(WebAuthnError::UserNotVerified);
    QTest::newRow("W3C: crossOrigin") << Refusal(WebAuthnError::CrossOrigin);
    QTest::newRow("W3C: ES512") << Refusal(WebAuthnError::AlgorithmUnsupported);
    QTest::newRow("W3C: RS256 with 3482 bits") << Refusal(WebAuthnError::RsaKeyUnsupported);
}

void TestWebauthnPublished::refusesToEnrol() {
    QFETCH(const Refusal, refusal);
    QCOMPARE(refusalOf(enrol(published(QTest::currentDataTag()))), refusal);
}

void TestWebauthnPublished::refusesToSignIn_data() {
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("W3C: no attestation, ES256") << Refusal(WebAuthnError::UserNotVerified);
    QTest::newRow("W3C: crossOrigin") << Refusal(WebAuthnError::CrossOrigin);
    QTest::newRow("W3C: topOrigin") << Refusal(WebAuthnError::CrossOrigin);
}

void TestWebauthnPublished::refusesToSignIn() {
    QFETCH(const Refusal, refusal);
    const auto& example = published(QTest::currentDataTag());
    QCOMPARE(refusalOf(signIn(example, passkeyOf(example, PasskeyAlgorithm::Es256))), refusal);
}

void TestWebauthnPublished::refusesEveryOneAnywhereElse() {
    for (PublishedPasskey example : kPublishedPasskeys) {
        example.origin = "https://lobby.example";
        if (!example.attestationObject.empty()) {
            QCOMPARE(refusalOf(enrol(example)), Refusal(WebAuthnError::OtherOrigin));
        }
        if (!example.signature.empty()) {
            QCOMPARE(refusalOf(signIn(example, passkeyOf(example, PasskeyAlgorithm::Es256))),
                     Refusal(WebAuthnError::OtherOrigin));
        }
    }
}

QTEST_APPLESS_MAIN(TestWebauthnPublished)
#include "tst_webauthn_published.moc"
