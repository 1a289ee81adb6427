// How a phone becomes a device without an operator typing its key: by an invitation link, or by registering
// on the spot where that is allowed.
//
// Thread-safe. Throws DatabaseError when the database fails.
#pragma once

#include "common/encoding.h"
#include "server/login/enrolment.h"
#include "server/login/login_core.h"
#include "server/login/proof.h"

#include <string>
#include <variant>

namespace latchkey {

// A key that the phone has just made, and the proof that it holds it.
struct PageKeyProof {
    std::string publicKey, signature; // as in RawEcdsaProof
};
using NewKeyProof = std::variant<PageKeyProof, PasskeyRegistration>;

class PhoneEnrolment {
  public:
    // The core has to outlive the service.
    explicit PhoneEnrolment(LoginCore& core);

    // What the link invites to.
    struct Invitation {
        std::string userName;
        std::chrono::seconds expiresIn{0};
        std::string message; // what the new key has to prove itself over: the link
        std::string lnurl;   // for a Lightning wallet; empty where none can be used
    };
    Result<Invitation, Refusal> invitation(const InvitationToken& token, const std::string& clientAddress);

    struct Enrolled {
        DeviceId device;
        std::string userName;
        bool pending = false; // it waits for the operator
    };
    // Adds the phone to the invited user. Uses the invitation up.
    Result<Enrolled, Refusal> enrol(const InvitationToken& token, const NewKeyProof& key,
                                    std::string_view label, const std::string& clientAddress);

    // Adds a Lightning wallet to the user whom the LNURL invites.
    Result<Enrolled, Refusal> linkWallet(const WalletProof& wallet, const std::string& clientAddress);

    // Adds a person with a phone, where registration is not closed. The phone has picked the number of the
    // scan; its key proves itself over the scan's QR string.
    struct Registrant {
        std::string scan; // its token
        std::string name;
        std::string email{};
        std::string label{};
    };
    Result<Enrolled, Refusal> registerHere(const Registrant& registrant, const NewKeyProof& key,
                                           const std::string& clientAddress);

    // The link that carries the token, in its fragment, which no browser sends to a server.
    std::string link(const InvitationToken& token) const;

  private:
    // A new key that has proven itself.
    struct NewKey {
        Credential credential;
        std::optional<Passkey> passkey = {};
    };
    Result<NewKey, Refusal> verify(const NewKeyProof& key, const std::string& message) const;
    Result<Enrolled, Refusal> accept(Transaction& transaction,
                                     const std::optional<latchkey::Invitation>& invited, const NewKey& key,
                                     std::string_view label, const std::string& clientAddress);
    void keepPasskey(Transaction& transaction, const Device& device, const NewKey& key) const;
    Result<Enrolled, Refusal> answer(const Result<Enrolled, Refusal>& enrolled,
                                     const std::optional<latchkey::Invitation>& invited,
                                     const std::string& clientAddress);

    LoginCore& m_core;
    Enrolment m_enrolment;
};

// The link of an invitation to a server of that public URL.
std::string invitationLink(std::string_view publicUrl, const InvitationToken& token);

} // namespace latchkey
