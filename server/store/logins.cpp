#include "server/store/logins.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::logins {

namespace {

constexpr const char* kSelect =
    "SELECT session_id, user_id, device_id, kiosk_id, approved_at, expires_at, ended_at, burnt, address "
    "FROM logins ";

constexpr auto fromRow = recordOf<Login, SessionId, UserId, DeviceId, KioskId, Instant, Instant,
                                  std::optional<Instant>, std::string, std::string>;

constexpr auto sessionFromRow = recordOf<SessionId, SessionId>;

// column is one of ours, never text from outside.
int endWhere(Transaction& transaction, const char* column, const std::string& value, Instant at) {
    const long long instant = toNumber(at);
    const auto ended =
        readAll((transaction.session().prepare << "SELECT session_id FROM logins WHERE " << column
                                               << " = :value AND ended_at IS NULL AND expires_at > :now",
                 soci::use(value), soci::use(instant)),
                sessionFromRow);
    if (ended.empty()) return 0;
    for (const SessionId& session : ended) transaction.changed(Change::of(session));
    transaction.session() << "UPDATE logins SET ended_at = :ended_at WHERE " << column
                          << " = :value AND ended_at IS NULL AND expires_at > :now",
        soci::use(instant), soci::use(value), soci::use(instant);
    return static_cast<int>(ended.size());
}

} // namespace

bool insert(Transaction& transaction, const Login& login) {
    soci::indicator userPresence = presence(login.userId.text());
    soci::indicator devicePresence = presence(login.deviceId.text());
    soci::indicator kioskPresence = presence(login.kioskId.text());
    const long long approvedAt = toNumber(login.approvedAt);
    const long long expiresAt = toNumber(login.expiresAt);
    soci::indicator endPresence = login.endedAt ? soci::i_ok : soci::i_null;
    const long long endedAt = toNumber(login.endedAt.value_or(Instant()));
    soci::statement insertion =
        (transaction.session().prepare << "INSERT INTO logins (session_id, user_id, device_id, kiosk_id, "
                                          "approved_at, expires_at, ended_at, "
                                          "burnt, address) VALUES (:session_id, :user_id, :device_id, "
                                          ":kiosk_id, :approved_at, :expires_at, "
                                          ":ended_at, :burnt, :address) ON CONFLICT (session_id) DO NOTHING",
         soci::use(login.sessionId.text()), soci::use(login.userId.text(), userPresence),
         soci::use(login.deviceId.text(), devicePresence), soci::use(login.kioskId.text(), kioskPresence),
         soci::use(approvedAt), soci::use(expiresAt), soci::use(endedAt, endPresence), soci::use(login.burnt),
         soci::use(login.address));
    insertion.execute(true);
    if (insertion.get_affected_rows() != 1) return false;
    transaction.changed(Change::of(login.sessionId));
    return true;
}

std::optional<Login> find(Transaction& transaction, const SessionId& id) {
    return readFirst(
        (transaction.session().prepare << kSelect << "WHERE session_id = :session_id", soci::use(id.text())),
        fromRow);
}

std::vector<SessionId> sessionsSince(Transaction& transaction, Instant since, Instant at) {
    return readAll((transaction.session().prepare
                        << "SELECT session_id FROM logins WHERE approved_at >= :since "
                           "OR (ended_at IS NULL AND expires_at > :at)",
                    soci::use(toNumber(since)), soci::use(toNumber(at))),
                   sessionFromRow);
}

std::optional<Login> lastApprovalBy(Transaction& transaction, const DeviceId& id) {
    return readFirst((transaction.session().prepare
                          << kSelect << "WHERE device_id = :device_id ORDER BY approved_at DESC LIMIT 1",
                      soci::use(id.text())),
                     fromRow);
}

int end(Transaction& transaction, const SessionId& id, Instant at) {
    return endWhere(transaction, "session_id", id.text(), at);
}

int endAllOf(Transaction& transaction, const UserId& id, Instant at) {
    return endWhere(transaction, "user_id", id.text(), at);
}

int endAllOf(Transaction& transaction, const DeviceId& id, Instant at) {
    return endWhere(transaction, "device_id", id.text(), at);
}

int endAllOf(Transaction& transaction, const KioskId& id, Instant at) {
    return endWhere(transaction, "kiosk_id", id.text(), at);
}

void removeExpiredBefore(Transaction& transaction, Instant instant) {
    transaction.session() << "DELETE FROM logins WHERE expires_at < :instant", soci::use(toNumber(instant));
}

} // namespace latchkey::logins
