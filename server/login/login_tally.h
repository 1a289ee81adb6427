// What became of the phones' requests since the start, for whoever watches the server: no names, no
// addresses. Thread-safe.
#pragma once

#include "server/login/proof.h"
#include "server/login/refusal.h"
#include "server/tally/duration_histogram.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <string_view>

namespace latchkey {

enum class ProofKind {
    Unreadable,    // what was sent could not be parsed
    SignedMessage, // a Bitcoin signed message
    RawEcdsa,      // FAST's app, or another program with a plain key
    Page,          // the key of the phone page, with the number picked
    Wallet,        // a Lightning wallet
    Passkey,
};
constexpr std::size_t kProofKinds = 6;
std::string_view toText(ProofKind kind);
ProofKind kindOf(const ProofSubmission& submission);

class LoginTally {
  public:
    enum class Answer {
        Approved,
        Refused, // the phone's fault, or the operator's wish
        Failed,  // ours: the database does not answer, say
    };
    static constexpr std::size_t kAnswers = 3;

    enum class Event {
        ScanOpened,    // a phone has opened a code
        Declined,      // and its person has said "this isn't me"
        WrongNumber,   // or picked another number than the screen's
        SentAway,      // or the person at the screen has sent it away
        SignedOut,     // a login ended at the screen
        LockedByPhone, // or from the phone
    };
    static constexpr std::size_t kEvents = 6;

    struct Counts {
        // By its kind, what became of each proof that was sent to approve a session.
        std::array<std::array<std::uint64_t, kAnswers>, kProofKinds> proofs{};
        // What phones were told when something was refused, a proof or not.
        std::array<std::uint64_t, kRefusalReasons> refusals{};
        std::array<std::uint64_t, kEvents> events{};
        // By its kind, how long it took to check the signature.
        std::array<DurationHistogram, kProofKinds> verifications{};
    };

    void count(ProofKind kind, Answer answer);
    void count(Refusal::Reason reason);
    void count(Event event);
    Counts counts() const;

    // Counts the time that it lives as that of one verification.
    class Verification {
      public:
        Verification(LoginTally& tally, ProofKind kind);
        ~Verification();
        Verification(const Verification&) = delete;
        Verification& operator=(const Verification&) = delete;

      private:
        LoginTally& m_tally;
        ProofKind m_kind;
        std::chrono::steady_clock::time_point m_begin;
    };

  private:
    mutable std::mutex m_mutex; // guards what follows
    Counts m_counts;
};

} // namespace latchkey
