#include "server/store/table_copy.h"

#include "server/store/database.h"

#include <soci/soci.h>

#include <array>
#include <ranges>

namespace latchkey {

namespace {

constexpr int kPage = 500; // rows

// Numbers, too, as text: both engines turn it into what the column holds.
using Values = std::vector<std::string>;

struct Row {
    Values values;
    std::vector<soci::indicator> given;
};

// Thrown through both transactions, so that nothing is left of them.
struct Refused {
    std::string reason;
};

// "a, b", with a prefix before each.
std::string list(const TableShape& table, std::size_t count, const std::string& prefix = "") {
    std::string names;
    for (std::size_t i = 0; i < count; ++i) names += (i ? ", " : "") + prefix + table.columns[i];
    return names;
}

std::string allColumns(const TableShape& table, const std::string& prefix = "") {
    return list(table, table.columns.size(), prefix);
}

std::string valueAt(const soci::row& row, std::size_t column) {
    switch (row.get_properties(column).get_data_type()) {
    case soci::dt_string:
        return row.get<std::string>(column);
    case soci::dt_integer:
        return std::to_string(row.get<int>(column));
    default:
        return std::to_string(row.get<long long>(column));
    }
}

Row readRow(const soci::row& row) {
    Row read;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool isNull = row.get_indicator(i) == soci::i_null;
        read.given.push_back(isNull ? soci::i_null : soci::i_ok);
        read.values.push_back(isNull ? "" : valueAt(row, i));
    }
    return read;
}

// The rows behind the last one, or the first ones. (A number's text is compared as a number.)
std::vector<Row> readPage(Transaction& source, const TableShape& table, const Row* last) {
    const std::string keys = list(table, table.keys);
    soci::statement query(source.session());
    std::string behind;
    if (last) {
        behind = " WHERE (" + keys + ") > (" + list(table, table.keys, ":") + ")";
        for (std::size_t i = 0; i < table.keys; ++i) query.exchange(soci::use(last->values[i]));
    }
    soci::row row;
    query.exchange(soci::into(row));
    query.alloc();
    query.prepare("SELECT " + allColumns(table) + " FROM " + table.name + behind + " ORDER BY " + keys +
                  " LIMIT " + std::to_string(kPage));
    query.define_and_bind();
    query.execute();
    std::vector<Row> rows;
    while (query.fetch()) rows.push_back(readRow(row));
    return rows;
}

void insert(Transaction& target, const TableShape& table, const std::vector<Row>& rows) {
    Row next{Values(table.columns.size()), std::vector(table.columns.size(), soci::i_ok)};
    soci::statement insertion(target.session());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        insertion.exchange(soci::use(next.values[i], next.given[i]));
    insertion.alloc();
    insertion.prepare("INSERT INTO " + std::string(table.name) + " (" + allColumns(table) + ") VALUES (" +
                      allColumns(table, ":") + ")");
    insertion.define_and_bind();
    for (const Row& row : rows) {
        std::ranges::copy(row.values, next.values.begin()); // in the place of those that are bound
        std::ranges::copy(row.given, next.given.begin());
        insertion.execute(true);
    }
}

long long countOf(Transaction& transaction, const TableShape& table) {
    long long count = 0;
    transaction.session() << "SELECT COUNT(*) FROM " << table.name, soci::into(count);
    return count;
}

CopiedTable copyTable(Transaction& source, Transaction& target, const TableShape& table) {
    CopiedTable copied{table.name};
    std::optional<Row> last;
    for (;;) {
        auto rows = readPage(source, table, last ? &*last : nullptr);
        if (rows.empty()) break;
        insert(target, table, rows);
        copied.rows += static_cast<long long>(rows.size());
        last = std::move(rows.back());
    }
    const long long there = countOf(source, table);
    const long long arrived = countOf(target, table);
    if (there == copied.rows && arrived == copied.rows) return copied;
    throw Refused{"of the table " + copied.name + " " + std::to_string(arrived) + " rows have arrived, and " +
                  std::to_string(there) + " should have; is a server running on the target?"};
}

// The facts are what a server told of itself. They are written anew whenever one starts.
void makeRoom(Transaction& target, Existing existing) {
    for (const TableShape& table : copiedTables() | std::views::reverse) {
        const bool isFacts = table.name == std::string("facts");
        if (existing == Existing::Refuse && !isFacts && countOf(target, table) > 0) {
            throw Refused{"it has data already (in the table " + std::string(table.name) + ")"};
        }
        target.session() << "DELETE FROM " << table.name;
    }
}

// The numbers that the engine gives go on behind those that came along. (SQLite sees to that by itself.)
void continueNumbers(Transaction& target) {
    if (target.session().get_backend_name() != "postgresql") return;
    long long next = 0;
    target.session() << "SELECT setval(pg_get_serial_sequence('audit', 'id'), "
                        "(SELECT COALESCE(MAX(id), 0) + 1 FROM audit), false)",
        soci::into(next);
}

} // namespace

std::span<const TableShape> copiedTables() {
    static const std::array<TableShape, 11> tables{{
        {"users", 1, {"id", "name", "email", "enabled", "created_at"}},
        {"devices",
         1,
         {"id", "user_id", "kind", "credential", "label", "created_at", "revoked_at", "pending"}},
        {"passkeys", 1, {"device_id", "algorithm", "public_key", "counter"}},
        {"user_groups", 2, {"user_id", "name"}},
        {"invitations", 1, {"token_hash", "user_id", "created_at", "expires_at", "used_at"}},
        {"kiosks", 1, {"id", "name", "place", "token_hash", "created_at"}},
        {"logins",
         1,
         {"session_id", "user_id", "device_id", "kiosk_id", "approved_at", "expires_at", "ended_at", "burnt",
          "address"}},
        {"scans",
         1,
         {"session_id", "token_hash", "kiosk_id", "qr", "number", "opened_at", "expires_at", "picked_at",
          "approved_at"}},
        {"typed_codes", 1, {"code", "address", "asked_at", "tries", "qr"}},
        {"audit",
         1,
         {"id", "at", "event", "user_id", "device_id", "kiosk_id", "session_id", "address", "detail"}},
        {"facts", 1, {"name", "value"}},
    }};
    return tables;
}

Result<std::vector<CopiedTable>, std::string> copyAll(Database& from, Database& to, Existing existing) {
    std::vector<CopiedTable> copied;
    try {
        from.readAtLength([&](Transaction& source) {
            to.maintain([&](Transaction& target) {
                makeRoom(target, existing);
                for (const TableShape& table : copiedTables())
                    copied.push_back(copyTable(source, target, table));
                continueNumbers(target);
            });
        });
    } catch (const Refused& refused) {
        return Failure{refused.reason};
    }
    to.write([](Transaction& transaction) { transaction.changed(Change::anything()); });
    return copied;
}

} // namespace latchkey
