#include "server/store/invitations.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::invitations {

namespace {

constexpr const char* kSelect =
    "SELECT token_hash, user_id, created_at, expires_at, used_at FROM invitations ";

constexpr auto fromRow = recordOf<Invitation, std::string, UserId, Instant, Instant, std::optional<Instant>>;

} // namespace

void insert(Transaction& transaction, const Invitation& invitation) {
    transaction.session() << "INSERT INTO invitations (token_hash, user_id, created_at, expires_at) "
                             "VALUES (:token_hash, :user_id, :created_at, :expires_at)",
        soci::use(invitation.tokenHash), soci::use(invitation.userId.text()),
        soci::use(toNumber(invitation.createdAt)), soci::use(toNumber(invitation.expiresAt));
}

std::optional<Invitation> withToken(Transaction& transaction, std::string_view tokenHash) {
    const std::string wanted(tokenHash);
    return readFirst(
        (transaction.session().prepare << kSelect << "WHERE token_hash = :token_hash", soci::use(wanted)),
        fromRow);
}

std::optional<Invitation> withTokenPrefix(Transaction& transaction, std::string_view hashPrefix) {
    const std::string from(hashPrefix);
    const std::string to = from + "g"; // behind every hex digit
    return readFirst((transaction.session().prepare
                          << kSelect << "WHERE token_hash >= :first AND token_hash < :last LIMIT 1",
                      soci::use(from), soci::use(to)),
                     fromRow);
}

bool markUsed(Transaction& transaction, std::string_view tokenHash, Instant at) {
    const std::string wanted(tokenHash);
    const long long instant = toNumber(at);
    soci::statement update =
        (transaction.session().prepare << "UPDATE invitations SET used_at = :at "
                                          "WHERE token_hash = :token_hash AND used_at IS NULL",
         soci::use(instant), soci::use(wanted));
    update.execute(true);
    return update.get_affected_rows() == 1;
}

void removeExpiredBefore(Transaction& transaction, Instant instant) {
    transaction.session() << "DELETE FROM invitations WHERE expires_at < :instant",
        soci::use(toNumber(instant));
}

} // namespace latchkey::invitations
