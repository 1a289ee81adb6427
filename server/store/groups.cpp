#include "server/store/groups.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::groups {

namespace {

struct Membership {
    std::string user;
    std::string group;
};

constexpr auto nameFromRow = recordOf<std::string, std::string>;
constexpr auto fromRow = recordOf<Membership, std::string, std::string>;

} // namespace

bool add(Transaction& transaction, const UserId& user, const std::string& group) {
    soci::statement insertion =
        (transaction.session().prepare << "INSERT INTO user_groups (user_id, name) VALUES (:user_id, :name) "
                                          "ON CONFLICT (user_id, name) DO NOTHING",
         soci::use(user.text()), soci::use(group));
    insertion.execute(true);
    if (insertion.get_affected_rows() != 1) return false;
    transaction.changed(Change::anything()); // the tiles of whoever it is, on however many screens
    return true;
}

bool remove(Transaction& transaction, const UserId& user, const std::string& group) {
    soci::statement removal =
        (transaction.session().prepare << "DELETE FROM user_groups WHERE user_id = :user_id AND name = :name",
         soci::use(user.text()), soci::use(group));
    removal.execute(true);
    if (removal.get_affected_rows() != 1) return false;
    transaction.changed(Change::anything());
    return true;
}

std::vector<std::string> ofUser(Transaction& transaction, const UserId& user) {
    return readAll((transaction.session().prepare
                        << "SELECT name FROM user_groups WHERE user_id = :user_id ORDER BY name",
                    soci::use(user.text())),
                   nameFromRow);
}

std::map<std::string, std::vector<std::string>> all(Transaction& transaction) {
    const auto memberships = readAll(
        (transaction.session().prepare << "SELECT user_id, name FROM user_groups ORDER BY name"), fromRow);
    std::map<std::string, std::vector<std::string>> groupsOf;
    for (const Membership& membership : memberships) groupsOf[membership.user].push_back(membership.group);
    return groupsOf;
}

} // namespace latchkey::groups
