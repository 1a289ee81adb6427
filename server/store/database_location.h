// Where the data lives, as an operator writes it:
//   sqlite3:PATH
//   postgresql://USER@HOST:PORT/NAME?…     a URI of libpq (PostgreSQL documentation, §34.1.1.2), with one
//                                          parameter more: listen=no, see ChangeFeed
#pragma once

#include "common/identifiers.h"
#include "common/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace latchkey {

struct SqliteFile {
    std::filesystem::path path;
};

// What libpq connects with; a password may be in it.
using ConnectionUri = Private<struct ConnectionUriTag>;

struct PostgresServer {
    std::string shown; // for people: without the password
    ConnectionUri uri;
    bool listens = true; // whether it can be asked to tell of changes (LISTEN)
};

struct DatabaseLocation {
    std::variant<SqliteFile, PostgresServer> place;

    // On failure: a sentence, without any part of the text, which may be one of a password.
    static Result<DatabaseLocation, std::string> parse(std::string_view text);
    // Without a password, so that it can be logged.
    std::string text() const;
    // Null: it is no file.
    const SqliteFile* file() const { return std::get_if<SqliteFile>(&place); }
};

} // namespace latchkey
