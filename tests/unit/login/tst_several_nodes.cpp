// Servers with the same keys and database, each of which is asked a part of one sign-in.
#include "server/login/login_service.h"
#include "server/store/typed_codes.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

#include <thread>

using namespace latchkey;
using std::chrono::seconds;
using Reason = Refusal::Reason;

namespace {

// Another server with the same keys and database.
struct OtherNode {
    explicit OtherNode(TestServerParts& parts)
        : database(parts.storage.open()),
          core(parts.keys, *WebAddress::parse(parts.core.publicUrl), *database, parts.log, {},
               parts.clock.now(), systemRandom()),
          logins(core),
          approvals(core),
          scans(core) {}

    std::unique_ptr<Database> database;
    LoginCore core;
    LoginService logins;
    ApprovalService approvals;
    ScanService scans;
};

// With the wallet of somebody whom both know.
struct TwoNodes {
    TwoNodes() { first.enrol(wallet); }

    TestWallet wallet;
    TestServerParts first;
    OtherNode second{first};
};

} // namespace

class TestSeveralNodes : public QObject {
    Q_OBJECT

  private slots:
    void anotherNodeWithTheSameKeyAndDatabaseServesTheSession() {
        TwoNodes nodes;
        const auto code = nodes.first.freshCode();
        QVERIFY(nodes.second.approvals.approve(nodes.wallet.proof(code.qr), kPhone));
        QVERIFY(nodes.first.logins.dashboard(code.sid));
        QVERIFY(reasonOf(nodes.first.approvals.approve(nodes.wallet.proof(code.qr), kPhone)) ==
                Reason::AlreadyUsed);
        nodes.second.logins.signOut(code.sid, kPhone);
        QVERIFY(!nodes.first.logins.dashboard(code.sid));
    }

    void aNodeThatHasNotReadItYetSignsOutWhatAnotherHasApproved() {
        TwoNodes nodes;
        const auto code = nodes.first.freshCode();
        QVERIFY(nodes.first.approvals.approve(nodes.wallet.proof(code.qr), kPhone));
        nodes.second.logins.signOut(code.sid, kPhone);
        QVERIFY(!nodes.first.logins.dashboard(code.sid));
    }

    void whatAnotherNodeHasChangedIsSeenOnceItIsReadAnew() {
        TwoNodes nodes;
        const auto approved = nodes.first.freshCode();
        const auto scanned = nodes.first.freshCode();
        QVERIFY(nodes.second.approvals.approve(nodes.wallet.proof(approved.qr), kPhone));
        QVERIFY(nodes.second.scans.open(scanned.qr, kPhone));
        nodes.first.core.lookAnew();
        QVERIFY(nodes.first.logins.status(approved.sid).state == SessionState::Authenticated);
        QVERIFY(nodes.first.logins.status(scanned.sid).state == SessionState::Scanned);
        // And so is what was there before a node began.
        QVERIFY(OtherNode(nodes.first).logins.status(approved.sid).state == SessionState::Authenticated);
    }

    void whatAnotherNodeHasChangedWakesThoseAloneWhoWaitForIt() {
        TestServerParts parts;
        const auto changed = *parts.core.codecs()->sids.open(parts.freshCode().sid);
        const auto other = *parts.core.codecs()->sids.open(parts.freshCode().sid);
        const ChangeSignal::Watch waits(parts.core.changes, changed.id.text());
        const ChangeSignal::Watch another(parts.core.changes, other.id.text());
        parts.core.changedElsewhere({Change::of(changed.id), Change::ofTypedCode("KKKK-KKKK")});
        QVERIFY(waits.changed() && !another.changed());
        parts.core.changedElsewhere({});
        QVERIFY(!another.changed());
        parts.core.changedElsewhere({Change::anything()});
        QVERIFY(another.changed());
    }

    void aScreenThatIsSignedInIsNotSignedOutByANodeThatHasNotHeardOfItYet() {
        TwoNodes nodes;
        const auto code = nodes.first.freshCode();
        QVERIFY(nodes.first.approvals.approve(nodes.wallet.proof(code.qr), kPhone));
        const auto deadline = std::chrono::steady_clock::now() + seconds(600);
        QVERIFY(!nodes.second.logins.news(code.sid, {SessionState::Authenticated}, deadline));
    }

    void aTypedCodeIsAnsweredByAScreenOfAnotherNode() {
        TestServerParts parts;
        OtherNode second(parts);
        const auto code = parts.freshCode();
        Result<std::string, Refusal> found = Failure{Refusal{}};
        {
            std::jthread phone(
                [&] { found = second.scans.resolveTypedCode(code.typedCode, kPhone, seconds(600)); });
            const auto asked = [](Transaction& t) { return typed_codes::unansweredSince(t, Instant()); };
            while (parts.database->read(asked).empty()) std::this_thread::yield();
            parts.core.changedElsewhere({Change::ofTypedCode(code.typedCode)});
            QVERIFY(parts.logins.status(code.sid).state == SessionState::Waiting);
            second.core.changedElsewhere({Change::ofTypedCode(code.typedCode)});
        }
        QVERIFY(found);
    }
};

QTEST_APPLESS_MAIN(TestSeveralNodes)
#include "tst_several_nodes.moc"
