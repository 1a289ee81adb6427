// From SOCI's rows to the types of records.h. Private to this folder.
#pragma once

#include "server/store/records.h"

#include <soci/soci.h>

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace latchkey {

inline long long toNumber(Instant instant) {
    return instant.time_since_epoch().count();
}

// A reference that may be empty is NULL in the database.
inline soci::indicator presence(const std::string& text) {
    return text.empty() ? soci::i_null : soci::i_ok;
}

// As the engines' lower() has it: letters of ASCII alone.
inline std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& character : lower)
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    return lower;
}

// A column that is read as a text, a name, a number or a time. NULL is an empty one.
template <class Value>
class Column {
  public:
    auto into() { return soci::into(m_raw, m_indicator); }

    bool isNull() const { return m_indicator == soci::i_null; }
    Value value() const {
        if (isNull()) return Value();
        if constexpr (std::is_same_v<Value, Instant>) {
            return Instant(std::chrono::seconds(m_raw));
        } else {
            return static_cast<Value>(m_raw);
        }
    }

  private:
    static constexpr bool kIsNumber = std::is_arithmetic_v<Value> || std::is_same_v<Value, Instant>;

    std::conditional_t<kIsNumber, long long, std::string> m_raw{};
    soci::indicator m_indicator = soci::i_ok;
};

// One that may be missing: NULL is none.
template <class Value>
class Column<std::optional<Value>> {
  public:
    auto into() { return m_column.into(); }
    std::optional<Value> value() const {
        return m_column.isNull() ? std::nullopt : std::optional(m_column.value());
    }

  private:
    Column<Value> m_column;
};

// The rows of a query that was prepared with its parameters, `most` at the most, each handed to fromRow: its
// parameters are the columns, in their order.
template <class Record, class... Values>
std::vector<Record> readAll(soci::details::prepare_temp_type query, Record (*fromRow)(Values...),
                            std::size_t most = std::numeric_limits<std::size_t>::max()) {
    std::tuple<Column<Values>...> columns;
    std::apply([&](auto&... column) { (query, ..., column.into()); }, columns);
    soci::statement statement = query;
    std::vector<Record> records;
    for (bool found = statement.execute(true); found; found = records.size() < most && statement.fetch())
        records.push_back(
            std::apply([&](const auto&... column) { return fromRow(column.value()...); }, columns));
    return records;
}

// The first one alone.
template <class Record, class... Values>
std::optional<Record> readFirst(const soci::details::prepare_temp_type& query, Record (*fromRow)(Values...)) {
    auto records = readAll(query, fromRow, 1);
    if (records.empty()) return std::nullopt;
    return std::move(records.front());
}

// For what is read column by column into a record's members, in the same order.
template <class Record, class... Values>
Record recordOf(Values... values) {
    return {std::move(values)...};
}

} // namespace latchkey
