#include "server/store/kiosks.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::kiosks {

namespace {

constexpr const char* kSelect = "SELECT id, name, place, token_hash, created_at FROM kiosks ";

constexpr auto fromRow = recordOf<Kiosk, KioskId, std::string, std::string, std::string, Instant>;

} // namespace

void insert(Transaction& transaction, const Kiosk& kiosk) {
    transaction.session() << "INSERT INTO kiosks (id, name, place, token_hash, created_at) "
                             "VALUES (:id, :name, :place, :token_hash, :created_at)",
        soci::use(kiosk.id.text()), soci::use(kiosk.name), soci::use(kiosk.place), soci::use(kiosk.tokenHash),
        soci::use(toNumber(kiosk.createdAt));
}

std::optional<Kiosk> find(Transaction& transaction, const KioskId& id) {
    return readFirst((transaction.session().prepare << kSelect << "WHERE id = :id", soci::use(id.text())),
                     fromRow);
}

std::optional<Kiosk> withTokenHash(Transaction& transaction, std::string_view tokenHash) {
    const std::string wanted(tokenHash);
    return readFirst(
        (transaction.session().prepare << kSelect << "WHERE token_hash = :hash", soci::use(wanted)), fromRow);
}

std::optional<Kiosk> matching(Transaction& transaction, std::string_view text) {
    const std::string wanted(text);
    const std::string lower = lowerCase(text);
    // An id wins over a kiosk that was given another one's id as its name.
    return readFirst(
        (transaction.session().prepare
             << kSelect
             << "WHERE id = :id OR lower(name) = :name ORDER BY CASE id WHEN :first THEN 0 ELSE 1 END",
         soci::use(wanted), soci::use(lower), soci::use(wanted)),
        fromRow);
}

std::vector<Kiosk> all(Transaction& transaction) {
    return readAll((transaction.session().prepare << kSelect << "ORDER BY lower(name), id"), fromRow);
}

void remove(Transaction& transaction, const KioskId& id) {
    transaction.session() << "DELETE FROM kiosks WHERE id = :id", soci::use(id.text());
}

} // namespace latchkey::kiosks
