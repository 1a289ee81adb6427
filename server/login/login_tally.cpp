#include "server/login/login_tally.h"

namespace latchkey {

namespace {

template <class Enum>
constexpr std::size_t indexOf(Enum value) {
    return static_cast<std::size_t>(value);
}

} // namespace

std::string_view toText(ProofKind kind) {
    switch (kind) {
    case ProofKind::SignedMessage:
        return "signed_message";
    case ProofKind::RawEcdsa:
        return "raw_ecdsa";
    case ProofKind::Page:
        return "page";
    case ProofKind::Wallet:
        return "wallet";
    case ProofKind::Passkey:
        return "passkey";
    case ProofKind::Unreadable:
        break;
    }
    return "unreadable";
}

// The page and FAST's app sign alike; but only the page has a scan.
ProofKind kindOf(const ProofSubmission& submission) {
    if (std::holds_alternative<SignedMessageProof>(submission.proof)) return ProofKind::SignedMessage;
    if (std::holds_alternative<WalletProof>(submission.proof)) return ProofKind::Wallet;
    if (std::holds_alternative<PasskeyProof>(submission.proof)) return ProofKind::Passkey;
    return submission.scan.empty() ? ProofKind::RawEcdsa : ProofKind::Page;
}

void LoginTally::count(ProofKind kind, Answer answer) {
    const std::lock_guard lock(m_mutex);
    ++m_counts.proofs[indexOf(kind)][indexOf(answer)];
}

void LoginTally::count(Refusal::Reason reason) {
    const std::lock_guard lock(m_mutex);
    ++m_counts.refusals[indexOf(reason)];
}

void LoginTally::count(Event event) {
    const std::lock_guard lock(m_mutex);
    ++m_counts.events[indexOf(event)];
}

LoginTally::Counts LoginTally::counts() const {
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

LoginTally::Verification::Verification(LoginTally& tally, ProofKind kind)
    : m_tally(tally), m_kind(kind), m_begin(std::chrono::steady_clock::now()) {}

LoginTally::Verification::~Verification() {
    const auto time = std::chrono::steady_clock::now() - m_begin;
    const std::lock_guard lock(m_tally.m_mutex);
    m_tally.m_counts.verifications[indexOf(m_kind)].add(time);
}

} // namespace latchkey
