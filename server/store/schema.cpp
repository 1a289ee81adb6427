#include "server/store/schema.h"

#include "server/store/engine.h"

#include <soci/soci.h>

#include <regex>
#include <vector>

namespace latchkey {

namespace {

using Migration = std::vector<const char*>;

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> all{
        // 1: users, their devices, kiosks, logins, audit
        {
            R"(CREATE TABLE users (
                id         TEXT    PRIMARY KEY,
                name       TEXT    NOT NULL,
                email      TEXT,
                enabled    INTEGER NOT NULL,
                created_at BIGINT  NOT NULL))",
            "CREATE UNIQUE INDEX users_by_email ON users (lower(email))",
            "CREATE INDEX users_by_name ON users (lower(name))",
            R"(CREATE TABLE devices (
                id         TEXT   PRIMARY KEY,
                user_id    TEXT   NOT NULL REFERENCES users (id) ON DELETE CASCADE,
                kind       TEXT   NOT NULL,
                credential TEXT   NOT NULL,
                label      TEXT   NOT NULL,
                created_at BIGINT NOT NULL,
                revoked_at BIGINT))",
            // A key belongs to one device; after a revocation it may be enrolled anew.
            "CREATE UNIQUE INDEX devices_by_credential ON devices (kind, credential) WHERE revoked_at IS "
            "NULL",
            "CREATE INDEX devices_by_user ON devices (user_id)",
            R"(CREATE TABLE kiosks (
                id         TEXT   PRIMARY KEY,
                name       TEXT   NOT NULL,
                place      TEXT   NOT NULL,
                token_hash TEXT   NOT NULL UNIQUE,
                created_at BIGINT NOT NULL))",
            "CREATE UNIQUE INDEX kiosks_by_name ON kiosks (lower(name))",
            // A login outlives its user and its kiosk: its session_id must not become approvable again.
            R"(CREATE TABLE logins (
                session_id  TEXT   PRIMARY KEY,
                user_id     TEXT   REFERENCES users (id) ON DELETE SET NULL,
                device_id   TEXT   REFERENCES devices (id) ON DELETE SET NULL,
                kiosk_id    TEXT   REFERENCES kiosks (id) ON DELETE SET NULL,
                approved_at BIGINT NOT NULL,
                expires_at  BIGINT NOT NULL,
                ended_at    BIGINT))",
            "CREATE INDEX logins_by_user ON logins (user_id, approved_at)",
            "CREATE INDEX logins_by_device ON logins (device_id, approved_at)",
            "CREATE INDEX logins_by_kiosk ON logins (kiosk_id)",
            "CREATE INDEX logins_by_expiry ON logins (expires_at)",
            R"(CREATE TABLE audit (
                id         INTEGER PRIMARY KEY AUTOINCREMENT,
                at         BIGINT  NOT NULL,
                event      TEXT    NOT NULL,
                user_id    TEXT    NOT NULL,
                device_id  TEXT    NOT NULL,
                kiosk_id   TEXT    NOT NULL,
                session_id TEXT    NOT NULL,
                address    TEXT    NOT NULL,
                detail     TEXT    NOT NULL))",
            "CREATE INDEX audit_by_time ON audit (at)",
        },
        // 2: phones without an app
        {
            // A phone that registered itself may have to wait for the operator.
            "ALTER TABLE devices ADD COLUMN pending INTEGER NOT NULL DEFAULT 0",
            // What a passkey's assertion is verified with; counter: WebAuthn §6.1.1.
            R"(CREATE TABLE passkeys (
                device_id  TEXT    PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE,
                algorithm  INTEGER NOT NULL,
                public_key TEXT    NOT NULL,
                counter    BIGINT  NOT NULL))",
            // A session that was declined is a login of nobody: so it cannot be approved any more.
            "ALTER TABLE logins ADD COLUMN burnt TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE logins ADD COLUMN address TEXT NOT NULL DEFAULT ''",
            // The phone that has a session's page open: the last one that opened it.
            R"(CREATE TABLE scans (
                session_id TEXT   PRIMARY KEY,
                token_hash TEXT   NOT NULL UNIQUE,
                kiosk_id   TEXT   NOT NULL,
                qr         TEXT   NOT NULL,
                number     TEXT   NOT NULL,
                opened_at  BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                picked_at  BIGINT))",
            "CREATE INDEX scans_by_expiry ON scans (expires_at)",
            R"(CREATE TABLE invitations (
                token_hash TEXT   PRIMARY KEY,
                user_id    TEXT   NOT NULL REFERENCES users (id) ON DELETE CASCADE,
                created_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                used_at    BIGINT))",
            "CREATE INDEX invitations_by_user ON invitations (user_id)",
            // Codes that people typed. qr: found by the screen that shows the code; NULL: by none (yet).
            R"(CREATE TABLE typed_codes (
                code     TEXT    PRIMARY KEY,
                address  TEXT    NOT NULL,
                asked_at BIGINT  NOT NULL,
                tries    INTEGER NOT NULL,
                qr       TEXT))",
            "CREATE INDEX typed_codes_by_time ON typed_codes (asked_at)",
            // What a server tells the commands beside it.
            "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        },
        // 3: what a dashboard shows
        {
            R"(CREATE TABLE user_groups (
                user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
                name    TEXT NOT NULL,
                PRIMARY KEY (user_id, name)))",
            "CREATE INDEX audit_by_user ON audit (user_id, id)",
            // The phone that unlocked a screen may lock it again.
            "ALTER TABLE scans ADD COLUMN approved_at BIGINT",
        },
        // 4: what other nodes have to look at
        {
            R"(CREATE TABLE changes (
                id   INTEGER PRIMARY KEY AUTOINCREMENT,
                node TEXT NOT NULL,
                kind TEXT NOT NULL,
                name TEXT NOT NULL))",
            // There is always one: see ChangeFeed.
            "INSERT INTO changes (node, kind, name) VALUES ('', 'anything', '')",
        },
    };
    return all;
}

std::string spelt(const std::string& statement, SqlSpelling spelling) {
    if (spelling == SqlSpelling::Sqlite) return statement;
    static const std::regex given("INTEGER PRIMARY KEY AUTOINCREMENT");
    static const std::regex text("\\bTEXT\\b");
    const std::string numbered =
        std::regex_replace(statement, given, "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY");
    return std::regex_replace(numbered, text, "TEXT COLLATE \"C\"");
}

} // namespace

int schemaVersion() {
    return static_cast<int>(migrations().size());
}

Result<int, std::string> migrate(Transaction& transaction, SqlSpelling spelling) {
    soci::session& session = transaction.session();
    session << "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";
    int version = 0;
    session << "SELECT COALESCE(MAX(version), 0) FROM schema_version", soci::into(version);
    if (version > schemaVersion()) {
        return Failure{"its schema is version " + std::to_string(version) + ", this program knows " +
                       std::to_string(schemaVersion()) + "; use the newer latchkey-server"};
    }
    const int before = version;
    for (; version < schemaVersion(); ++version) {
        for (const char* statement : migrations()[static_cast<std::size_t>(version)])
            session << spelt(statement, spelling);
        session << "INSERT INTO schema_version (version) VALUES (:version)", soci::use(version + 1);
    }
    return before;
}

} // namespace latchkey
