#include "server/store/changes.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

#include <array>

namespace latchkey::changes {

namespace {

struct Word {
    Change::Kind kind;
    const char* text;
};
constexpr std::array<Word, 3> kWords{{{Change::Kind::Anything, "anything"},
                                      {Change::Kind::Session, "session"},
                                      {Change::Kind::TypedCode, "typed_code"}}};

std::string toText(Change::Kind kind) {
    for (const Word& word : kWords)
        if (word.kind == kind) return word.text;
    return {};
}

// A later program may know of more.
Change changeFrom(std::string_view kind, std::string name) {
    for (const Word& word : kWords)
        if (word.text == kind) return {word.kind, std::move(name)};
    return Change::anything();
}

Row fromRow(std::int64_t id, std::string node, std::string kind, std::string name) {
    return {id, std::move(node), changeFrom(kind, std::move(name))};
}

} // namespace

void append(Transaction& transaction, const std::string& node, const std::set<Change>& changes) {
    for (const Change& change : changes) {
        const std::string kind = toText(change.kind);
        transaction.session() << "INSERT INTO changes (node, kind, name) VALUES (:node, :kind, :name)",
            soci::use(node), soci::use(kind), soci::use(change.name);
    }
}

std::vector<Row> endsAndAfter(Transaction& transaction, std::int64_t id,
                              const std::vector<std::int64_t>& ids) {
    const long long after = id;
    // Two queries, each along the index: PostgreSQL reads the whole table for one with an OR.
    const std::string begin = "SELECT id, node, kind, name FROM changes WHERE id > :after UNION ALL "
                              "SELECT id, node, kind, name FROM changes WHERE id <= :before AND id IN "
                              "(SELECT MIN(id) FROM changes UNION SELECT MAX(id) FROM changes";
    std::string query = begin + ") ORDER BY id";
    if (!ids.empty()) {
        // In the statement's text. One that begins so is not kept, where statements are kept by their text.
        std::string values;
        for (const std::int64_t one : ids)
            values += (values.empty() ? "(" : ", (") + std::to_string(one) + ")";
        query = "WITH wanted(id) AS (VALUES " + values + ") " + begin +
                " UNION SELECT id FROM wanted) ORDER BY id";
    }
    return readAll((transaction.session().prepare << query, soci::use(after), soci::use(after)), fromRow);
}

void removeBefore(Transaction& transaction, std::int64_t id) {
    const long long before = id;
    transaction.session() << "DELETE FROM changes WHERE id < :id", soci::use(before);
}

} // namespace latchkey::changes
