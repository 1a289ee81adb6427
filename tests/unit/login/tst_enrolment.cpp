#include "server/login/enrolment.h"
#include "server/store/audit_log.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;

namespace {

std::vector<std::string> auditEvents(Database& database) {
    std::vector<std::string> events;
    for (const AuditEntry& entry : database.read(
             [](Transaction& transaction) { return audit_log::after(transaction, 0, Instant(), 100); })) {
        events.push_back(entry.event);
    }
    return events;
}

} // namespace

class TestEnrolment : public QObject {
    Q_OBJECT

  private slots:
    void usersAreAddedShownAndListed() {
        TestServerParts parts;
        const auto user = parts.enrolment.addUser(" Ada Lovelace ", "ada@example.org");
        QVERIFY(user && user->name == "Ada Lovelace" && user->enabled);
        for (const std::string& named :
             {user->id.text(), std::string("ada lovelace"), std::string("ADA@example.org")}) {
            QVERIFY2(parts.enrolment.user(named), named.c_str());
            QVERIFY(parts.enrolment.user(named)->user.id == user->id);
        }
        QCOMPARE(parts.enrolment.users().size(), std::size_t(1));
        QVERIFY((auditEvents(*parts.database) == std::vector<std::string>{"user.added"}));
    }

    void anAmbiguousNameIsRefusedWithTheIds() {
        TestServerParts parts;
        const auto first = parts.enrolment.addUser("Ada", "");
        const auto second = parts.enrolment.addUser("Ada", "");
        QVERIFY(first && second);
        const auto found = parts.enrolment.user("ada");
        QVERIFY(!found);
        QVERIFY(found.error().find(first->id.text()) != std::string::npos);
        QVERIFY(found.error().find(second->id.text()) != std::string::npos);
        QVERIFY(!parts.enrolment.removeUser("ada"));
        QVERIFY(parts.enrolment.user(first->id.text()));
    }

    void anIdWinsOverAUserOfThatName() {
        TestServerParts parts;
        const auto first = parts.enrolment.addUser("Ada", "");
        const auto impostor = parts.enrolment.addUser(first->id.text(), "");
        QVERIFY(impostor);
        QVERIFY(parts.enrolment.user(first->id.text())->user.id == first->id);
    }

    void refusalsNameTheCause() {
        TestServerParts parts;
        QVERIFY(parts.enrolment.addUser("Ada", "ada@example.org"));
        const auto cause = [](const auto& result) {
            return result ? std::string("accepted") : result.error();
        };
        QVERIFY(cause(parts.enrolment.addUser("", "")).find("name is empty") != std::string::npos);
        QVERIFY(cause(parts.enrolment.addUser("Bob", "bob")).find("e-mail") != std::string::npos);
        QVERIFY(cause(parts.enrolment.addUser("Bob", "ADA@example.org")).find("belongs to a user already") !=
                std::string::npos);
        QVERIFY(cause(parts.enrolment.user("nobody")).find("there is no user \"nobody\"") !=
                std::string::npos);
        QVERIFY(cause(parts.enrolment.revokeDevice("d0")).find("there is no device") != std::string::npos);
        QVERIFY(cause(parts.enrolment.devicesOf("nobody")).find("there is no user") != std::string::npos);
    }

    void aKeyBelongsToOneDevice() {
        TestServerParts parts;
        const TestWallet wallet;
        const User ada = parts.enrol(wallet);
        const auto bob = parts.enrolment.addUser("Bob", "");
        const auto again = parts.enrolment.addDevice(bob->id.text(), *parseAddress(wallet.address()), "");
        QVERIFY(!again);
        QVERIFY(again.error().find(parts.devices[0].id.text()) != std::string::npos);
        QVERIFY(parts.enrolment.revokeDevice(parts.devices[0].id.text()));
        QVERIFY(parts.enrolment.addDevice(bob->id.text(), *parseAddress(wallet.address()), "was Ada's"));
        QCOMPARE(parts.enrolment.devices().size(), std::size_t(2));
        QCOMPARE(parts.enrolment.devicesOf("Bob")->front().owner.name, std::string("Bob"));
        QVERIFY(!parts.enrolment.devicesOf("Bob")->front().lastLogin);
    }

    void groupsAreAUsersOwnAndAudited() {
        TestServerParts parts;
        const User ada = *parts.enrolment.addUser("Ada", "");
        QVERIFY(parts.enrolment.addUser("Bob", ""));
        QVERIFY(parts.enrolment.addToGroup("Ada", "staff")->id == ada.id);
        QVERIFY(parts.enrolment.addToGroup("Ada", "staff"));
        QVERIFY((parts.enrolment.user("Ada")->groups == std::vector<std::string>{"staff"}));
        QVERIFY(parts.enrolment.user("Bob")->groups.empty());
        QCOMPARE(parts.enrolment.groups().size(), std::size_t(1));
        QVERIFY(parts.enrolment.removeFromGroup("Ada", "staff"));
        QVERIFY(parts.enrolment.groups().empty());
        QCOMPARE(parts.audited("user.group_added staff"), std::size_t(1));
        QCOMPARE(parts.audited("user.group_removed staff"), std::size_t(1));
    }

    void groupsAreRefusedWithTheCause() {
        TestServerParts parts;
        QVERIFY(parts.enrolment.addUser("Ada", ""));
        const auto names = [](const Result<User, std::string>& result, const char* cause) {
            return !result && result.error().find(cause) != std::string::npos;
        };
        QVERIFY(names(parts.enrolment.addToGroup("Ada", "Night shift"), "night-shift"));
        QVERIFY(names(parts.enrolment.addToGroup("Bob", "staff"), "there is no user \"Bob\""));
        QVERIFY(names(parts.enrolment.removeFromGroup("Ada", "staff"), "is not in group \"staff\""));
        QCOMPARE(parts.audited("user.group_added"), std::size_t(0));
    }

    void changesThatChangeNothingLeaveNoAuditLine() {
        TestServerParts parts;
        parts.enrol(TestWallet());
        QVERIFY(parts.enrolment.setUserEnabled("Ada Lovelace", true));
        QVERIFY(!parts.enrolment.setUserEnabled("Ada Lovelace", false)->enabled);
        QVERIFY(parts.enrolment.setUserEnabled("Ada Lovelace", false));
        QVERIFY(parts.enrolment.revokeDevice(parts.devices[0].id.text()));
        QVERIFY(parts.enrolment.revokeDevice(parts.devices[0].id.text()));
        QVERIFY(parts.enrolment.removeUser("Ada Lovelace"));
        QVERIFY((auditEvents(*parts.database) == std::vector<std::string>{"user.added", "device.added",
                                                                          "user.disabled", "device.revoked",
                                                                          "user.removed"}));
        QVERIFY(parts.enrolment.devices().empty());
    }
};

QTEST_APPLESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
