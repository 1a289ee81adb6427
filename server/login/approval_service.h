// The scan client's side: a proof over a QR string approves its session.
//
// Knows no HTTP and no SQL. Thread-safe. Throws DatabaseError when the database fails.
#pragma once

#include "common/wire.h"
#include "server/credentials/credential.h"
#include "server/login/enrolment.h"
#include "server/login/login_core.h"
#include "server/login/proof.h"
#include "server/store/devices.h"

#include <optional>
#include <string>
#include <vector>

namespace latchkey {

struct Approval {
    std::string userName;
    std::optional<KioskLabel> kiosk;
};

class ApprovalService {
  public:
    // The core has to outlive the service.
    explicit ApprovalService(LoginCore& core);

    // Verifies the proof and approves the session. When this returns an approval, it is stored for good.
    Result<Approval, Refusal> approve(const ProofSubmission& submission, const std::string& clientAddress);

    // For a submission that could not even be read: counts against the address like every refused proof.
    Failure<Refusal> refuseMalformed(const std::string& reason, const std::string& clientAddress);

  private:
    // What one approval stored.
    struct Grant {
        Login login;
        Approval approval;
        bool registered = false;      // the user is new
        bool counterWentBack = false; // the passkey's
    };
    // What is to be approved, from a challenge that is ours.
    struct Subject {
        SessionId session;
        KioskId kiosk;
    };
    // A proof that holds.
    struct Verified {
        std::vector<Credential> candidates;        // one key, as the kinds of device that it may be
        std::optional<ProvenPasskey> passkey = {}; // of a passkey: what it says of itself
    };

    Result<Approval, Refusal> decide(const ProofSubmission& submission, const std::string& clientAddress);
    Result<Subject, Refusal> subjectOf(const ProofSubmission& submission) const;
    std::optional<Subject> expiredSubjectOf(const ProofSubmission& submission) const;
    Result<Verified, Refusal> verify(const ProofSubmission& submission) const;
    Result<Verified, Refusal> verifyPasskey(const PasskeyProof& proof) const;
    Result<Approval, Refusal> store(const ProofSubmission& submission, const Subject& subject,
                                    const Verified& verified, const std::string& clientAddress);
    Result<Grant, Refusal> grant(Transaction& transaction, const ProofSubmission& submission,
                                 const Subject& subject, const Verified& verified,
                                 const std::string& clientAddress);
    Result<devices::Owned, Refusal> registerDevice(Transaction& transaction,
                                                   const ProofSubmission& submission,
                                                   const Verified& verified,
                                                   const std::string& clientAddress);
    Outcome<Refusal> checkNumber(Transaction& transaction, const Device& device, const std::string& scanToken,
                                 const SessionId& session) const;
    void keepCounter(Transaction& transaction, const Login& login, const ProvenPasskey& passkey) const;
    void logGrant(const Grant& grant, const std::string& clientAddress);

    LoginCore& m_core;
    Enrolment m_enrolment;
};

} // namespace latchkey
