#include "server/store/scans.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::scans {

namespace {

constexpr const char* kSelect =
    "SELECT session_id, token_hash, kiosk_id, qr, number, opened_at, expires_at, picked_at, approved_at "
    "FROM scans ";

constexpr auto fromRow = recordOf<Scan, SessionId, std::string, KioskId, std::string, std::string, Instant,
                                  Instant, std::optional<Instant>, std::optional<Instant>>;

} // namespace

void put(Transaction& transaction, const Scan& scan) {
    transaction.session()
        << "INSERT INTO scans (session_id, token_hash, kiosk_id, qr, number, opened_at, expires_at) "
           "VALUES (:session_id, :token_hash, :kiosk_id, :qr, :number, :opened_at, :expires_at) "
           "ON CONFLICT (session_id) DO UPDATE SET token_hash = excluded.token_hash, "
           "kiosk_id = excluded.kiosk_id, qr = excluded.qr, number = excluded.number, opened_at = "
           "excluded.opened_at, "
           "expires_at = excluded.expires_at, picked_at = NULL, approved_at = NULL",
        soci::use(scan.sessionId.text()), soci::use(scan.tokenHash), soci::use(scan.kioskId.text()),
        soci::use(scan.qr), soci::use(scan.number), soci::use(toNumber(scan.openedAt)),
        soci::use(toNumber(scan.expiresAt));
    transaction.changed(Change::of(scan.sessionId));
}

std::optional<Scan> find(Transaction& transaction, const SessionId& id) {
    return readFirst(
        (transaction.session().prepare << kSelect << "WHERE session_id = :session_id", soci::use(id.text())),
        fromRow);
}

std::vector<SessionId> sessionsAt(Transaction& transaction, Instant at) {
    return readAll((transaction.session().prepare << "SELECT session_id FROM scans WHERE expires_at > :at",
                    soci::use(toNumber(at))),
                   recordOf<SessionId, SessionId>);
}

std::optional<Scan> withToken(Transaction& transaction, std::string_view tokenHash) {
    const std::string wanted(tokenHash);
    return readFirst(
        (transaction.session().prepare << kSelect << "WHERE token_hash = :token_hash", soci::use(wanted)),
        fromRow);
}

void markPicked(Transaction& transaction, const SessionId& id, Instant at) {
    transaction.session() << "UPDATE scans SET picked_at = :at WHERE session_id = :session_id",
        soci::use(toNumber(at)), soci::use(id.text());
}

void markApproved(Transaction& transaction, const SessionId& id, Instant at) {
    transaction.session() << "UPDATE scans SET approved_at = :at WHERE session_id = :session_id",
        soci::use(toNumber(at)), soci::use(id.text());
}

void removeExpiredBefore(Transaction& transaction, Instant instant, Instant now) {
    transaction.session() << "DELETE FROM scans WHERE expires_at < :instant AND NOT EXISTS "
                             "(SELECT 1 FROM logins WHERE logins.session_id = scans.session_id "
                             "AND logins.ended_at IS NULL AND logins.expires_at > :now)",
        soci::use(toNumber(instant)), soci::use(toNumber(now));
}

} // namespace latchkey::scans
