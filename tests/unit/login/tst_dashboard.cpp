// What a dashboard shows of the operator's and of the past, and how a display hears that it changed.
#include "server/login/dashboard_content.h"
#include "server/login/login_service.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

#include <thread>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

LoginPolicy twoTiles() {
    LoginPolicy policy;
    policy.notices = {"Mind the step"};
    policy.tiles = {{{"Wi-Fi", "**lobby**", "wifi", ""}, {}}, {{"Rota", "", "people", ""}, {"staff", "lab"}}};
    return policy;
}

std::vector<std::string> titles(const DashboardAnswer& dashboard) {
    std::vector<std::string> titles;
    for (const DashboardTile& tile : dashboard.tiles) titles.push_back(tile.title);
    return titles;
}

std::vector<std::string> events(const DashboardAnswer& dashboard) {
    std::vector<std::string> events;
    for (const Activity& one : dashboard.activity) events.push_back(one.event);
    return events;
}

using Texts = std::vector<std::string>;

} // namespace

class TestDashboard : public QObject {
    Q_OBJECT

    // Signs the wallet's user in on a fresh screen, a second after whatever was before.
    static Sid signIn(TestServerParts& parts, const TestWallet& wallet,
                      const std::optional<KioskToken>& kiosk = std::nullopt) {
        parts.clock.advance(seconds(1));
        const auto code = *parts.logins.getQrCode({}, kiosk);
        if (!parts.approvals.approve(wallet.proof(code.qr), kPhone)) qFatal("not approved");
        return code.sid;
    }

  private slots:
    void aTileIsForItsGroupsAndOneWithoutForEverybody() {
        TestServerParts parts(twoTiles());
        const TestWallet ada(2), bob(3);
        parts.enrol(ada, "Ada");
        parts.enrol(bob, "Bob");
        QVERIFY(parts.enrolment.addToGroup("Ada", "lab"));
        QVERIFY(parts.enrolment.addToGroup("Bob", "visitors"));
        const auto adas = *parts.logins.dashboard(signIn(parts, ada));
        const auto bobs = *parts.logins.dashboard(signIn(parts, bob));
        QVERIFY((titles(adas) == Texts{"Wi-Fi", "Rota"}));
        QVERIFY((titles(bobs) == Texts{"Wi-Fi"}));
        QCOMPARE(adas.tiles[0].text, std::string("**lobby**"));
        QVERIFY(adas.revision != bobs.revision);
    }

    void theRevisionIsThatOfWhatIsShown() {
        const LoginPolicy policy = twoTiles();
        const auto revision = [](const LoginPolicy& p) { return contentFor(p, {"staff"}).revision(); };
        QCOMPARE(revision(policy), revision(policy));
        LoginPolicy forOthers = policy;
        forOthers.tiles.push_back({{"Secret", "", "", ""}, {"board"}});
        QCOMPARE(revision(forOthers), revision(policy));
        std::vector<LoginPolicy> others(6, policy);
        others[0].notices.front() += "!";
        others[1].notices.clear();
        others[2].tiles[0].shown.text.clear();
        others[3].tiles[0].shown.icon = "map";
        std::swap(others[4].tiles[0], others[4].tiles[1]);
        others[5].tiles[0].shown.link = "https://lobby.example/";
        for (const LoginPolicy& other : others) QVERIFY(revision(other) != revision(policy));
        QVERIFY((DashboardContent{{}, {"a", "b"}}.revision() != DashboardContent{{}, {"ab"}}.revision()));
        QVERIFY(
            (DashboardContent{{{"t", "", "", ""}}, {}}.revision() != DashboardContent{{}, {"t"}}.revision()));
    }

    void theStatusHasTheDashboardsRevisionWhileSomebodyIsSignedIn() {
        TestServerParts parts(twoTiles());
        const TestWallet wallet;
        parts.enrol(wallet);
        QVERIFY(parts.logins.status(parts.freshCode().sid).revision.empty());
        const Sid sid = signIn(parts, wallet);
        QCOMPARE(parts.logins.status(sid).revision, parts.logins.dashboard(sid)->revision);
        QVERIFY(!parts.logins.status(sid).revision.empty());
        parts.logins.signOut(sid, kPhone);
        QVERIFY(parts.logins.status(sid).revision.empty());
    }

    void aPollThatKnowsAnotherRevisionIsAnsweredAtOnce() {
        TestServerParts parts(twoTiles());
        const TestWallet wallet;
        parts.enrol(wallet);
        const Sid sid = signIn(parts, wallet);
        const auto answer = parts.waitForStatus(sid, {SessionState::Authenticated, {}, "old"}, hours(1));
        QCOMPARE(answer.revision, parts.logins.dashboard(sid)->revision);
    }

    void newTilesAndGroupsWakeAHeldPollAndNothingElseDoes() {
        TestServerParts parts(twoTiles());
        const TestWallet wallet;
        parts.enrol(wallet);
        const Sid sid = signIn(parts, wallet);
        const auto held = [&](const std::string& revision, const auto& change) {
            StatusAnswer answer;
            std::jthread polling([&] {
                answer = parts.waitForStatus(sid, {SessionState::Authenticated, {}, revision}, hours(1));
            });
            change();
            polling.join();
            return answer;
        };
        std::string revision = parts.logins.status(sid).revision;
        LoginPolicy policy = twoTiles();
        policy.tiles[0].shown.title = "Guest Wi-Fi";
        const auto afterTiles = held(revision, [&] { parts.core.setPolicy(policy); });
        QVERIFY(afterTiles.state == SessionState::Authenticated && afterTiles.revision != revision);
        const auto afterGroup = held(afterTiles.revision, [&] {
            if (!parts.enrolment.addToGroup("Ada Lovelace", "staff")) qFatal("no group");
            parts.core.lookAnew(); // as the watch does for another process
        });
        QVERIFY(afterGroup.revision != afterTiles.revision);
        // Who says no revision is held as before: until the login ends.
        const auto afterSignOut = held("", [&] {
            parts.core.setPolicy(twoTiles());
            parts.logins.signOut(sid, kPhone);
        });
        QVERIFY(afterSignOut.state == SessionState::Ended);
    }

    void theLastSignInIsTheOneBeforeThisLogin() {
        TestServerParts parts;
        const TestWallet ada(2), bob(3);
        parts.enrol(ada, "Ada");
        parts.enrol(bob, "Bob");
        const auto lobby = *parts.registry.add("Lobby", "Ground floor");
        QVERIFY(!parts.logins.dashboard(signIn(parts, ada, lobby.token))->lastSignIn);
        const auto firstAt = parts.clock.instant();
        QVERIFY(!parts.logins.dashboard(signIn(parts, bob))->lastSignIn);
        const Sid second = signIn(parts, ada);
        const auto secondAt = parts.clock.instant();
        const SignIn first{firstAt, KioskLabel{"Lobby", "Ground floor"}, "phone"};
        QVERIFY(parts.logins.dashboard(second)->lastSignIn == first);
        const Sid third = signIn(parts, ada);
        QVERIFY((parts.logins.dashboard(third)->lastSignIn == SignIn{secondAt, std::nullopt, "phone"}));
        QVERIFY(parts.logins.dashboard(second)->lastSignIn == first);
    }

    void activityIsTheUsersOwnNewestFirst() {
        TestServerParts parts;
        const TestWallet ada(2), bob(3);
        parts.enrol(ada, "Ada");
        parts.enrol(bob, "Bob");
        const auto lobby = *parts.registry.add("Lobby", "Ground floor");
        const Sid bobs = signIn(parts, bob);
        const Sid adas = signIn(parts, ada, lobby.token);
        parts.logins.signOut(bobs, kPhone);
        const auto dashboard = *parts.logins.dashboard(adas);
        QVERIFY((events(dashboard) == Texts{"login.approved", "device.added"}));
        const Activity& latest = dashboard.activity.front();
        QVERIFY((latest ==
                 Activity{dashboard.since, "login.approved", KioskLabel{"Lobby", "Ground floor"}, "phone"}));
        QVERIFY(!dashboard.activity.back().kiosk);
        QCOMPARE(dashboard.loginId, parts.core.codecs()->sids.open(adas)->id.text());
    }

    void activityIsFiveLinesAndOutlivesItsKiosk() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        const auto lobby = *parts.registry.add("Lobby", "");
        for (int i = 0; i < 3; ++i) parts.logins.signOut(signIn(parts, wallet, lobby.token), kPhone);
        const Sid sid = signIn(parts, wallet);
        QVERIFY(parts.registry.remove("Lobby"));
        const auto dashboard = *parts.logins.dashboard(sid);
        QVERIFY((events(dashboard) == Texts{"login.approved", "login.signed_out", "login.approved",
                                            "login.signed_out", "login.approved"}));
        QVERIFY(!dashboard.activity[1].kiosk);
        QVERIFY(dashboard.lastSignIn && !dashboard.lastSignIn->kiosk);
    }

    void aChangeOfTheUsersGroupsIsNoActivity() {
        TestServerParts parts;
        const TestWallet wallet;
        parts.enrol(wallet);
        QVERIFY(parts.enrolment.addToGroup("Ada Lovelace", "staff"));
        QVERIFY((events(*parts.logins.dashboard(signIn(parts, wallet))) ==
                 Texts{"login.approved", "device.added"}));
    }
};

QTEST_APPLESS_MAIN(TestDashboard)
#include "tst_dashboard.moc"
