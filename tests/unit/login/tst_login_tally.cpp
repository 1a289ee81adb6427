#include "server/login/login_tally.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QSet>
#include <QTest>

#include <numeric>

using namespace latchkey;
using Event = LoginTally::Event;
using Answer = LoginTally::Answer;
using Reason = Refusal::Reason;

namespace {

// What was counted, by name.
class Counted {
  public:
    explicit Counted(const LoginCore& core) : m_counts(core.tally.counts()) {}

    std::uint64_t proofs(ProofKind kind, Answer outcome) const {
        return m_counts.proofs[std::size_t(kind)][std::size_t(outcome)];
    }
    std::uint64_t allProofs() const {
        std::uint64_t all = 0;
        for (const auto& outcomes : m_counts.proofs)
            all = std::accumulate(outcomes.begin(), outcomes.end(), all);
        return all;
    }
    std::uint64_t verified(ProofKind kind) const { return m_counts.verifications[std::size_t(kind)].count(); }
    std::uint64_t refusals(Reason reason) const { return m_counts.refusals[std::size_t(reason)]; }
    std::uint64_t events(Event event) const { return m_counts.events[std::size_t(event)]; }

  private:
    LoginTally::Counts m_counts;
};

} // namespace

class TestLoginTally : public QObject {
    Q_OBJECT

    TestWallet m_ada;

  private slots:
    void everyKindHasItsWord() {
        QSet<QString> words;
        for (std::size_t kind = 0; kind < kProofKinds; ++kind)
            words.insert(QString::fromStdString(std::string(toText(static_cast<ProofKind>(kind)))));
        QCOMPARE(words.size(), qsizetype(kProofKinds));
    }

    void everyReasonHasItsPlace() {
        QVERIFY(toText(static_cast<Reason>(kRefusalReasons - 1)) != "refused");
        QCOMPARE(QString::fromUtf8(toText(static_cast<Reason>(kRefusalReasons)).data()), QString("refused"));
    }

    void knowsAProofByItsShape() {
        QCOMPARE(kindOf(m_ada.proof("qr")), ProofKind::SignedMessage);
        QCOMPARE(kindOf(m_ada.rawProof("qr")), ProofKind::RawEcdsa);
        auto page = m_ada.rawProof("qr");
        page.scan = "scan";
        QCOMPARE(kindOf(page), ProofKind::Page);
        QCOMPARE(kindOf({WalletProof{}}), ProofKind::Wallet);
        QCOMPARE(kindOf({PasskeyProof{}}), ProofKind::Passkey);
    }

    void aProofIsCountedOnceByWhatBecameOfIt() {
        TestServerParts parts;
        parts.enrol(m_ada);
        QVERIFY(parts.approvals.approve(m_ada.proof(parts.freshCode().qr), kPhone));
        QVERIFY(!parts.approvals.approve(TestWallet(2).rawProof(parts.freshCode().qr), kPhone));
        parts.approvals.refuseMalformed("no JSON", kPhone);
        const Counted counted(parts.core);
        QCOMPARE(counted.proofs(ProofKind::SignedMessage, Answer::Approved), std::uint64_t(1));
        QCOMPARE(counted.proofs(ProofKind::RawEcdsa, Answer::Refused), std::uint64_t(1));
        QCOMPARE(counted.proofs(ProofKind::Unreadable, Answer::Refused), std::uint64_t(1));
        QCOMPARE(counted.allProofs(), std::uint64_t(3));
        QCOMPARE(counted.verified(ProofKind::SignedMessage), std::uint64_t(1));
        QCOMPARE(counted.verified(ProofKind::RawEcdsa), std::uint64_t(1));
        QCOMPARE(counted.refusals(Reason::NotEnrolled), std::uint64_t(1));
        QCOMPARE(counted.refusals(Reason::Malformed), std::uint64_t(1));
    }

    void aProofThatComesTooLateIsNotVerified() {
        TestServerParts parts;
        const auto code = parts.freshCode();
        parts.clock.advance(std::chrono::seconds(121));
        QVERIFY(!parts.approvals.approve(m_ada.proof(code.qr), kPhone));
        const Counted counted(parts.core);
        QCOMPARE(counted.refusals(Reason::Expired), std::uint64_t(1));
        QCOMPARE(counted.verified(ProofKind::SignedMessage), std::uint64_t(0));
    }

    void whatTheDatabaseCannotStoreHasFailed() {
        TestServerParts parts;
        parts.enrol(m_ada);
        const auto code = parts.freshCode();
        parts.storage.run("DROP TABLE logins");
        QVERIFY_EXCEPTION_THROWN(parts.approvals.approve(m_ada.proof(code.qr), kPhone), DatabaseError);
        const Counted counted(parts.core);
        QCOMPARE(counted.proofs(ProofKind::SignedMessage, Answer::Failed), std::uint64_t(1));
        QCOMPARE(counted.allProofs(), std::uint64_t(1));
    }

    void whatAPhoneOpensAndWhatBecomesOfIt() {
        TestServerParts parts;
        const auto opened = [&] { return parts.scans.open(parts.freshCode().qr, kPhone)->token; };
        QVERIFY(parts.scans.decline(opened(), kPhone));
        QCOMPARE(reasonOf(parts.scans.pick(opened(), "00", kPhone)), Reason::WrongNumber);
        const auto screen = parts.pickedScreen();
        parts.logins.signOut(screen.code.sid, kPhone); // while it is scanned
        const Counted counted(parts.core);
        QCOMPARE(counted.events(Event::ScanOpened), std::uint64_t(3));
        for (const Event event : {Event::Declined, Event::WrongNumber, Event::SentAway})
            QCOMPARE(counted.events(event), std::uint64_t(1));
        QCOMPARE(counted.events(Event::SignedOut), std::uint64_t(0));
    }

    void aLoginEndsAtTheScreenOrFromThePhone() {
        TestServerParts parts;
        parts.enrol(m_ada);
        const auto approved = [&] {
            const auto screen = parts.pickedScreen();
            auto proof = m_ada.proof(screen.code.qr);
            proof.scan = screen.scan;
            if (!parts.approvals.approve(proof, kPhone)) qFatal("not approved");
            return screen;
        };
        parts.logins.signOut(approved().code.sid, kPhone);
        QVERIFY(parts.scans.lock(approved().scan, kPhone));
        const Counted counted(parts.core);
        QCOMPARE(counted.events(Event::SignedOut), std::uint64_t(1));
        QCOMPARE(counted.events(Event::LockedByPhone), std::uint64_t(1));
        QCOMPARE(counted.events(Event::SentAway), std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestLoginTally)
#include "tst_login_tally.moc"
