// What the tests of passkeys share: our host, a challenge, and the way from the software authenticator's
// answers to the code under test.
#pragma once

#include "server/credentials/webauthn.h"
#include "tests/support/software_authenticator.h"

#include <QtTest>

#include <optional>
#include <string>

namespace latchkey {

using Algorithm = SoftwareAuthenticator::Algorithm;
inline constexpr std::array kAlgorithms{Algorithm::Es256, Algorithm::EdDsa, Algorithm::Rs256};

inline const RelyingParty kUs{"lobby.example", "https://lobby.example"};
inline const std::string kChallenge = "https://lobby.example/fast?s=session&c=secret&t=65f0a1b2&k=lobby";

// A ceremony in which everything is good.
inline SoftwareAuthenticator::Ceremony ceremony(const std::string& challenge = kChallenge) {
    return {.challenge = challenge};
}

inline PasskeyRegistration answer(SoftwareAuthenticator::Registration registration) {
    return {std::move(registration.clientData), std::move(registration.attestationObject)};
}

inline PasskeyAssertion answer(SoftwareAuthenticator::Assertion assertion) {
    return {std::move(assertion.credentialId), std::move(assertion.clientData),
            std::move(assertion.authenticatorData), std::move(assertion.signature)};
}

// Made once in a program: an RSA key takes a while.
inline const SoftwareAuthenticator& phoneWith(Algorithm algorithm) {
    static const SoftwareAuthenticator es256(Algorithm::Es256);
    static const SoftwareAuthenticator edDsa(Algorithm::EdDsa);
    static const SoftwareAuthenticator rs256(Algorithm::Rs256);
    return algorithm == Algorithm::Es256 ? es256 : algorithm == Algorithm::EdDsa ? edDsa : rs256;
}

// Why a passkey was refused.
using Refusal = std::optional<WebAuthnError>;

inline const Refusal kTaken = std::nullopt;

template <class T>
Refusal refusalOf(const Result<T, WebAuthnError>& result) {
    return result ? kTaken : Refusal(result.error());
}

inline Refusal refusalOf(const Outcome<WebAuthnError>& outcome) {
    return outcome ? kTaken : Refusal(outcome.error());
}

// Found by QCOMPARE.
inline char* toString(const Refusal& refusal) {
    return qstrdup(refusal ? std::string(toText(*refusal)).c_str() : "taken");
}

} // namespace latchkey
