#include "server/store/facts.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::facts {

namespace {

constexpr auto fromRow = recordOf<std::string, std::string>;

} // namespace

void put(Transaction& transaction, std::string_view name, std::string_view value) {
    const std::string key(name);
    const std::string text(value);
    transaction.session() << "INSERT INTO facts (name, value) VALUES (:name, :value) "
                             "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        soci::use(key), soci::use(text);
}

std::optional<std::string> find(Transaction& transaction, std::string_view name) {
    const std::string key(name);
    return readFirst(
        (transaction.session().prepare << "SELECT value FROM facts WHERE name = :name", soci::use(key)),
        fromRow);
}

} // namespace latchkey::facts
