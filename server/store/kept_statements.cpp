#include "server/store/kept_statements.h"

#include "server/store/forwarding_backend.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace latchkey {

namespace {

// What is run again and again. The schema is changed once; a PRAGMA may act while it is prepared.
bool isToBeKept(std::string_view query) {
    constexpr std::array<std::string_view, 9> begins{"SELECT", "INSERT",    "UPDATE",  "DELETE",  "BEGIN",
                                                     "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK"};
    return std::ranges::any_of(begins, [&](std::string_view begin) { return query.starts_with(begin); });
}

class KeptStatements {
  public:
    using Statement = std::unique_ptr<soci::details::statement_backend>;

    KeptStatements() = default;
    KeptStatements(const KeptStatements&) = delete;
    KeptStatements& operator=(const KeptStatements&) = delete;

    ~KeptStatements() {
        for (const auto& [query, statement] : m_statements)
            if (statement) statement->clean_up(); // it does not end itself
    }

    // Null: none is kept, or it is in use.
    Statement take(const std::string& query) {
        const auto found = m_statements.find(query);
        return found == m_statements.end() ? nullptr : std::move(found->second);
    }

    // Ended, as finalizing it would: it holds no lock, and no value of its last user.
    void keep(const std::string& query, Statement statement) {
        sqlite_api::sqlite3_stmt* prepared = static_cast<soci::sqlite3_statement_backend&>(*statement).stmt_;
        if (!prepared || !isToBeKept(query)) return statement->clean_up();
        sqlite_api::sqlite3_reset(prepared);
        sqlite_api::sqlite3_clear_bindings(prepared);
        if (Statement& place = m_statements[query]) {
            statement->clean_up();
        } else {
            place = std::move(statement);
        }
    }

  private:
    std::unordered_map<std::string, Statement> m_statements;
};

class KeptStatement : public ForwardingStatement {
  public:
    KeptStatement(soci::details::session_backend& session, KeptStatements& kept)
        : ForwardingStatement(nullptr), m_session(session), m_kept(kept) {}
    ~KeptStatement() override { giveBack(); }

    void alloc() override {} // there is nothing behind it yet
    void clean_up() override { giveBack(); }

    void prepare(const std::string& query, soci::details::statement_type type) override {
        giveBack();
        m_query = query;
        m_behind = m_kept.take(query);
        if (m_behind) return;
        m_behind.reset(m_session.make_statement_backend());
        m_behind->alloc();
        m_behind->prepare(query, type); // where it cannot be, it is still asked for its parameters' names
    }

  private:
    void giveBack() {
        if (m_behind) m_kept.keep(m_query, std::move(m_behind));
    }

    soci::details::session_backend& m_session;
    KeptStatements& m_kept;
    std::string m_query;
};

class KeepingSession : public ForwardingSession {
  public:
    using ForwardingSession::ForwardingSession;

    soci::details::statement_backend* make_statement_backend() override {
        return new KeptStatement(*m_behind, m_kept);
    }

  private:
    KeptStatements m_kept; // gone before the connection is closed
};

class KeepingFactory : public soci::backend_factory {
  public:
    soci::details::session_backend*
    make_session(const soci::connection_parameters& parameters) const override {
        return new KeepingSession(std::unique_ptr<soci::details::session_backend>(
            soci::factory_sqlite3()->make_session(parameters)));
    }
};

} // namespace

const soci::backend_factory& sqliteWithKeptStatements() {
    static const KeepingFactory factory;
    return factory;
}

} // namespace latchkey
