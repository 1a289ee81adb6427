// The rules of a login: who gets a QR code, what approves a session, and who is signed in now.
//
// Knows no HTTP and no SQL. Thread-safe: it holds nothing of a session; what there is to remember is in the
// database, and begins with an approval. Throws DatabaseError when the database fails.
#pragma once

#include "common/clock.h"
#include "common/event_log.h"
#include "common/wire.h"
#include "server/credentials/credential.h"
#include "server/login/challenge.h"
#include "server/login/change_signal.h"
#include "server/login/enrolment.h"
#include "server/login/kiosk_registry.h"
#include "server/login/refusal_limiter.h"
#include "server/login/sid_codec.h"

#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

namespace latchkey {

class Database;

// What an operator decides. Can be replaced while the server runs.
struct LoginPolicy {
    bool onlyRegisteredKiosks = false;
    bool openRegistration = false;
    std::chrono::seconds challengeWindow{120};   // a QR string can be approved for this long
    std::chrono::seconds loginLifetime{900};     // a login ends by itself after this long
    std::chrono::seconds refreshInterval{30};    // FAST's
    std::chrono::seconds pollInterval{5};        // FAST's
    std::chrono::seconds sessionLifetime{86400}; // a session nobody approves gets a fresh sid after this long
    int refusedProofsPerMinute = 60;             // by client address
    std::vector<std::string> notices{};          // for every dashboard
};

// The two shapes of proof that FAST publishes.
struct SignedMessageProof {
    std::string address, signature, message;
};
struct RawEcdsaProof {
    std::string publicKey, signature, challenge;
};
struct ProofSubmission {
    std::variant<SignedMessageProof, RawEcdsaProof> proof;
    std::string name;  // not empty: asks to be registered if nobody has enrolled this key
    std::string email; // may be empty

    const std::string& message() const;
};

// Why a submission is refused, with a sentence for the person who holds the phone.
struct ProofRefusal {
    enum class Reason {
        Malformed,         // the proof's text is not what it should be
        NotOurChallenge,   // this server never made the message
        Expired,           // it did, but too long ago
        SignatureMismatch, // the proof is well-formed and proves nothing
        NotEnrolled,       // nobody has enrolled this key, or its user is disabled
        AlreadyUsed,       // the session was approved before
        TooManyRefusals,   // this address sent too many bad proofs; see retryAfter
    };
    Reason reason = Reason::Malformed;
    std::string message;
    std::chrono::seconds retryAfter{0};
};

struct Approval {
    std::string userName;
    std::optional<KioskLabel> kiosk;
};

class LoginService {
  public:
    // The references have to outlive the service. publicUrl: canonical, see WebAddress::text().
    LoginService(const ServerKey& key, std::string publicUrl, Database& database, EventLog& log,
                 LoginPolicy policy, Now now, RandomFill random);

    void setPolicy(LoginPolicy policy);
    std::shared_ptr<const LoginPolicy> policy() const;

    // --- The display client's side. A sid that is empty, unknown, ended or forged is no error. ---

    // A fresh challenge for the session of that sid, or for a fresh session when it has none, or when the sid
    // belongs to another kiosk. On failure, a sentence: the kiosk's token is wrong or missing.
    Result<QrCodeAnswer, std::string> getQrCode(const Sid& sid, const std::optional<KioskToken>& token);

    StatusAnswer status(const Sid& sid);
    // Waits until the state differs from the one that the caller knows, at most that long.
    StatusAnswer waitForStatus(const Sid& sid, SessionState known, std::chrono::seconds atMost);

    // Nullopt: the login is not active.
    std::optional<DashboardAnswer> dashboard(const Sid& sid);

    // Ends the login, if there is one.
    void signOut(const Sid& sid, const std::string& clientAddress);

    // --- The scan client's side. ---

    // What a person is about to approve: the kiosk, or none for an unregistered screen.
    Result<std::optional<KioskLabel>, ProofRefusal> describe(std::string_view qrString);

    // Verifies the proof and approves the session. When this returns an approval, it is stored for good.
    Result<Approval, ProofRefusal> approve(const ProofSubmission& submission,
                                           const std::string& clientAddress);

    // For a submission that could not even be read: counts against the address like every refused proof.
    Failure<ProofRefusal> refuseMalformed(const std::string& reason, const std::string& clientAddress);

    // --- The server's own side. ---

    // True when the database answers.
    bool ready();

    // Raised here on every change; to be raised by whoever sees another process change the database, and
    // closed when the server stops.
    ChangeSignal& changes() { return m_changes; }

    // Forgets logins and audit lines that are older than that.
    void forgetOlderThan(std::chrono::seconds age);

  private:
    // What one approval stored.
    struct Grant {
        Login login;
        Approval approval;
        bool registered = false; // the user is new
    };

    std::optional<Login> loginOf(const Session& session);
    SessionState stateOf(const Session& session, const std::optional<Login>& login) const;
    Result<QrString, ProofRefusal> checkChallenge(std::string_view message) const;
    Result<Grant, ProofRefusal> verifyAndGrant(const ProofSubmission& submission, const QrString& qr,
                                               const std::string& clientAddress);
    Result<Grant, ProofRefusal> grant(Transaction& transaction, const ProofSubmission& submission,
                                      const QrString& qr, const Credential& credential,
                                      const std::string& clientAddress);
    Result<Device, ProofRefusal> registerUser(Transaction& transaction, const ProofSubmission& submission,
                                              const Credential& credential, const std::string& clientAddress);
    ProofRefusal recordRefusal(const ProofRefusal& refusal, const QrString* ours,
                               const std::string& clientAddress);
    void logGrant(const Grant& grant, const std::string& clientAddress);

    SidCodec m_sids;
    ChallengeCodec m_challenges;
    Database& m_database;
    EventLog& m_log;
    Now m_now;
    KioskRegistry m_kiosks;
    Enrolment m_enrolment;
    RefusalLimiter m_limiter;
    ChangeSignal m_changes;
    mutable std::mutex m_policyMutex; // guards the pointer
    std::shared_ptr<const LoginPolicy> m_policy;
};

} // namespace latchkey
