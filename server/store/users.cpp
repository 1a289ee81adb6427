#include "server/store/users.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::users {

namespace {

constexpr const char* kSelect = "SELECT id, name, email, enabled, created_at FROM users ";

constexpr auto fromRow = recordOf<User, UserId, std::string, std::string, bool, Instant>;

} // namespace

void insert(Transaction& transaction, const User& user) {
    soci::indicator emailPresence = presence(user.email);
    transaction.session() << "INSERT INTO users (id, name, email, enabled, created_at) "
                             "VALUES (:id, :name, :email, :enabled, :created_at)",
        soci::use(user.id.text()), soci::use(user.name), soci::use(user.email, emailPresence),
        soci::use(static_cast<int>(user.enabled)), soci::use(toNumber(user.createdAt));
}

std::optional<User> find(Transaction& transaction, const UserId& id) {
    return readFirst((transaction.session().prepare << kSelect << "WHERE id = :id", soci::use(id.text())),
                     fromRow);
}

std::vector<User> matching(Transaction& transaction, std::string_view text) {
    const std::string wanted(text);
    const std::string lower = lowerCase(text);
    return readAll((transaction.session().prepare
                        << kSelect
                        << "WHERE id = :id OR lower(name) = :name OR lower(email) = :email "
                           "ORDER BY created_at, id",
                    soci::use(wanted), soci::use(lower), soci::use(lower)),
                   fromRow);
}

std::optional<User> withEmail(Transaction& transaction, std::string_view email) {
    const std::string wanted = lowerCase(email);
    return readFirst(
        (transaction.session().prepare << kSelect << "WHERE lower(email) = :email", soci::use(wanted)),
        fromRow);
}

std::vector<User> all(Transaction& transaction) {
    return readAll((transaction.session().prepare << kSelect << "ORDER BY lower(name), id"), fromRow);
}

void setEnabled(Transaction& transaction, const UserId& id, bool enabled) {
    transaction.session() << "UPDATE users SET enabled = :enabled WHERE id = :id",
        soci::use(static_cast<int>(enabled)), soci::use(id.text());
}

void remove(Transaction& transaction, const UserId& id) {
    transaction.session() << "DELETE FROM users WHERE id = :id", soci::use(id.text());
}

} // namespace latchkey::users
