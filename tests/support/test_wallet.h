// A person's phone, for the tests: signs with the scan client's code, which shares none with the server.
#pragma once

#include "server/credentials/credential.h"
#include "server/login/proof.h"
#include "tests/phone/payload.h"

#include <string>

namespace latchkey {

class TestWallet {
  public:
    // Equal numbers are equal keys.
    explicit TestWallet(int number = 1) : m_key(make(number)) {}

    const phone::WalletKey& key() const { return m_key; }
    std::string address(phone::AddressKind kind = phone::AddressKind::P2wpkh) const {
        return phone::addressOf(m_key.publicKey(), kind);
    }
    std::string publicKey() const { return toHex(m_key.publicKey().compressed); }

    // What it posts to have the QR string approved.
    phone::Payload payload(const std::string& qr,
                           phone::PayloadShape shape = phone::PayloadShape::Address) const {
        phone::PayloadOptions options;
        options.shape = shape;
        options.addressKind = phone::AddressKind::P2wpkh;
        return phone::Payload::sign(m_key, qr, options);
    }

    // The same as the rules see it.
    ProofSubmission proof(const std::string& qr, const std::string& name = {},
                          const std::string& email = {}) const {
        return {SignedMessageProof{address(), phone::signMessage(m_key, qr, phone::AddressKind::P2wpkh), qr},
                name, email};
    }
    ProofSubmission rawProof(const std::string& qr) const {
        return {RawEcdsaProof{publicKey(), phone::signChallenge(m_key, qr, phone::SignatureForm::Der), qr},
                {},
                {}};
    }

  private:
    static phone::WalletKey make(int number) {
        std::string hex = std::to_string(number);
        hex.insert(0, 64 - hex.size(), '0');
        return *phone::WalletKey::parse(phone::SecretKeyText(hex));
    }

    phone::WalletKey m_key;
};

} // namespace latchkey
