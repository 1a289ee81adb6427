// What a scan client posts to the webhook: the signed QR string in one of FAST's two published shapes.
#pragma once

#include "common/result.h"
#include "tests/phone/signing.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace latchkey::phone {

// Where a QR string leads.
struct Destination {
    std::string origin;  // scheme://host[:port], for a person to judge
    std::string webhook; // the URL to post to: the QR string without its query

    // On failure: why the text is not a Latchkey QR string.
    static Result<Destination, std::string> of(std::string_view qrString);
};

enum class PayloadShape {
    Address,   // {"address","signature","message"}: a Bitcoin signed message
    PublicKey, // {"public_key","signature","challenge"}: plain ECDSA
};

// The person behind the key, for a FAST registration.
struct Registrant {
    std::string name;
    std::string email;
};

struct PayloadOptions {
    PayloadShape shape = PayloadShape::Address;
    AddressKind addressKind = AddressKind::P2pkh;     // of shape Address
    SignatureForm signatureForm = SignatureForm::Der; // of shape PublicKey
    std::optional<Registrant> registrant;             // adds "name" and "email"
};

// Named texts in the order in which they are sent.
class Payload {
  public:
    // Signs the QR string, byte for byte.
    static Payload sign(const WalletKey& key, std::string_view qrString, const PayloadOptions& options);

    const std::vector<std::pair<std::string, std::string>>& fields() const { return m_fields; }
    std::string toJson() const;
    // application/x-www-form-urlencoded
    std::string toForm() const;

  private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

} // namespace latchkey::phone
