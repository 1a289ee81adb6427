// From SOCI's rows to the types of records.h. Private to this folder.
#pragma once

#include "server/store/records.h"

#include <soci/soci.h>

#include <string_view>

namespace latchkey {

inline std::string textAt(const soci::row& row, std::size_t column) {
    return row.get_indicator(column) == soci::i_null ? std::string() : row.get<std::string>(column);
}

inline long long numberAt(const soci::row& row, std::size_t column) {
    switch (row.get_properties(column).get_data_type()) {
    case soci::dt_integer:
        return row.get<int>(column);
    default:
        return row.get<long long>(column);
    }
}

inline Instant instantAt(const soci::row& row, std::size_t column) {
    return Instant(std::chrono::seconds(numberAt(row, column)));
}

inline std::optional<Instant> optionalInstantAt(const soci::row& row, std::size_t column) {
    if (row.get_indicator(column) == soci::i_null) return std::nullopt;
    return instantAt(row, column);
}

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

// Every row of a query that was prepared with its parameters, as records.
template <class Record, class Query>
std::vector<Record> readAll(const Query& query, Record (*fromRow)(const soci::row&)) {
    soci::rowset<soci::row> rows = query;
    std::vector<Record> records;
    for (const soci::row& row : rows) records.push_back(fromRow(row));
    return records;
}

template <class Record>
std::optional<Record> first(std::vector<Record> records) {
    if (records.empty()) return std::nullopt;
    return std::move(records.front());
}

} // namespace latchkey
