#include "server/store/audit_log.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::audit_log {

namespace {

constexpr auto fromRow = recordOf<AuditEntry, std::int64_t, Instant, std::string, UserId, DeviceId, KioskId,
                                  SessionId, std::string, std::string>;

} // namespace

void append(Transaction& transaction, const AuditEntry& entry) {
    transaction.session()
        << "INSERT INTO audit (at, event, user_id, device_id, kiosk_id, session_id, address, detail) "
           "VALUES (:at, :event, :user_id, :device_id, :kiosk_id, :session_id, :address, :detail)",
        soci::use(toNumber(entry.at)), soci::use(entry.event), soci::use(entry.userId.text()),
        soci::use(entry.deviceId.text()), soci::use(entry.kioskId.text()), soci::use(entry.sessionId.text()),
        soci::use(entry.address), soci::use(entry.detail);
}

std::vector<AuditEntry> after(Transaction& transaction, std::int64_t id, Instant since, int most) {
    const long long afterId = id;
    const long long sinceNumber = toNumber(since);
    return readAll((transaction.session().prepare
                        << "SELECT id, at, event, user_id, device_id, kiosk_id, session_id, address, detail "
                           "FROM audit WHERE id > :id AND at >= :since ORDER BY id LIMIT :most",
                    soci::use(afterId), soci::use(sinceNumber), soci::use(most)),
                   fromRow);
}

void removeBefore(Transaction& transaction, Instant instant) {
    transaction.session() << "DELETE FROM audit WHERE at < :instant", soci::use(toNumber(instant));
}

} // namespace latchkey::audit_log
