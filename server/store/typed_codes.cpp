#include "server/store/typed_codes.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::typed_codes {

namespace {

constexpr const char* kSelect = "SELECT code, address, asked_at, tries, qr FROM typed_codes ";

constexpr auto fromRow = recordOf<TypedCode, std::string, std::string, Instant, int, std::string>;

} // namespace

bool ask(Transaction& transaction, const TypedCode& asked) {
    const long long instant = toNumber(asked.askedAt);
    soci::statement insertion =
        (transaction.session().prepare
             << "INSERT INTO typed_codes (code, address, asked_at, tries) "
                "VALUES (:code, :address, :asked_at, 1) "
                "ON CONFLICT (code) DO UPDATE SET address = excluded.address, asked_at = excluded.asked_at, "
                "tries = typed_codes.tries + 1 WHERE typed_codes.qr IS NULL",
         soci::use(asked.code), soci::use(asked.address), soci::use(instant));
    insertion.execute(true);
    if (insertion.get_affected_rows() != 1) return false;
    transaction.changed(Change::ofTypedCode(asked.code));
    return true;
}

std::optional<TypedCode> find(Transaction& transaction, std::string_view code) {
    const std::string wanted(code);
    return readFirst((transaction.session().prepare << kSelect << "WHERE code = :code", soci::use(wanted)),
                     fromRow);
}

std::vector<TypedCode> unansweredSince(Transaction& transaction, Instant instant) {
    const long long since = toNumber(instant);
    return readAll((transaction.session().prepare << kSelect << "WHERE asked_at >= :since AND qr IS NULL",
                    soci::use(since)),
                   fromRow);
}

bool answer(Transaction& transaction, std::string_view code, std::string_view qr) {
    const std::string wanted(code);
    const std::string text(qr);
    soci::statement update =
        (transaction.session().prepare << "UPDATE typed_codes SET qr = :qr WHERE code = :code AND qr IS NULL",
         soci::use(text), soci::use(wanted));
    update.execute(true);
    if (update.get_affected_rows() != 1) return false;
    transaction.changed(Change::ofTypedCode(code));
    return true;
}

Misses missesSince(Transaction& transaction, std::string_view address, Instant instant) {
    const std::string wanted(address);
    const long long since = toNumber(instant);
    Misses misses;
    transaction.session()
        << "SELECT COALESCE(SUM(CASE WHEN address = :address THEN tries ELSE 0 END), 0), "
           "COALESCE(SUM(tries), 0) FROM typed_codes WHERE asked_at >= :since AND qr IS NULL",
        soci::use(wanted), soci::use(since), soci::into(misses.fromAddress), soci::into(misses.fromAll);
    return misses;
}

void removeAskedBefore(Transaction& transaction, Instant instant) {
    transaction.session() << "DELETE FROM typed_codes WHERE asked_at < :instant",
        soci::use(toNumber(instant));
}

} // namespace latchkey::typed_codes
