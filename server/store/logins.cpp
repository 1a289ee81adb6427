#include "server/store/logins.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::logins {

namespace {

Login fromRow(const soci::row& row) {
    return {SessionId(textAt(row, 0)), UserId(textAt(row, 1)), DeviceId(textAt(row, 2)),
            KioskId(textAt(row, 3)),   instantAt(row, 4),      instantAt(row, 5),
            optionalInstantAt(row, 6)};
}

// column is one of ours, never text from outside.
int endWhere(Transaction& transaction, const char* column, const std::string& value, Instant at) {
    const long long instant = toNumber(at);
    soci::statement update =
        (transaction.session().prepare << "UPDATE logins SET ended_at = :ended_at WHERE " << column
                                       << " = :value AND ended_at IS NULL AND expires_at > :now",
         soci::use(instant), soci::use(value), soci::use(instant));
    update.execute(true);
    return static_cast<int>(update.get_affected_rows());
}

} // namespace

bool insert(Transaction& transaction, const Login& login) {
    soci::indicator kioskPresence = presence(login.kioskId.text());
    const long long approvedAt = toNumber(login.approvedAt);
    const long long expiresAt = toNumber(login.expiresAt);
    soci::statement insertion =
        (transaction.session().prepare
             << "INSERT INTO logins (session_id, user_id, device_id, kiosk_id, approved_at, expires_at) "
                "VALUES (:session_id, :user_id, :device_id, :kiosk_id, :approved_at, :expires_at) "
                "ON CONFLICT (session_id) DO NOTHING",
         soci::use(login.sessionId.text()), soci::use(login.userId.text()), soci::use(login.deviceId.text()),
         soci::use(login.kioskId.text(), kioskPresence), soci::use(approvedAt), soci::use(expiresAt));
    insertion.execute(true);
    return insertion.get_affected_rows() == 1;
}

std::optional<Login> find(Transaction& transaction, const SessionId& id) {
    return first(
        readAll((transaction.session().prepare
                     << "SELECT session_id, user_id, device_id, kiosk_id, approved_at, expires_at, ended_at "
                        "FROM logins WHERE session_id = :session_id",
                 soci::use(id.text())),
                fromRow));
}

std::optional<Instant> lastApprovalBy(Transaction& transaction, const DeviceId& id) {
    long long instant = 0;
    soci::indicator presenceOfInstant = soci::i_null;
    transaction.session() << "SELECT MAX(approved_at) FROM logins WHERE device_id = :device_id",
        soci::use(id.text()), soci::into(instant, presenceOfInstant);
    if (presenceOfInstant != soci::i_ok) return std::nullopt;
    return Instant(std::chrono::seconds(instant));
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
