#include "server/store/one_trip_backend.h"

#include "server/store/forwarding_backend.h"

#include <soci/postgresql/soci-postgresql.h>

namespace latchkey {

namespace {

class OneTripStatement : public ForwardingStatement {
  public:
    using ForwardingStatement::ForwardingStatement;

    void prepare(const std::string& query, soci::details::statement_type) override {
        m_behind->prepare(query, soci::details::st_one_time_query);
    }
};

class OneTripSession : public ForwardingSession {
  public:
    using ForwardingSession::ForwardingSession;

    soci::details::statement_backend* make_statement_backend() override {
        if (prepared) return m_behind->make_statement_backend();
        return new OneTripStatement(
            std::unique_ptr<soci::details::statement_backend>(m_behind->make_statement_backend()));
    }

    bool prepared = false;
};

class OneTripFactory : public soci::backend_factory {
  public:
    soci::details::session_backend*
    make_session(const soci::connection_parameters& parameters) const override {
        return new OneTripSession(std::unique_ptr<soci::details::session_backend>(
            soci::factory_postgresql()->make_session(parameters)));
    }
};

} // namespace

const soci::backend_factory& postgresInOneTrip() {
    static const OneTripFactory factory;
    return factory;
}

void prepareStatements(soci::session& session, bool prepared) {
    static_cast<OneTripSession*>(session.get_backend())->prepared = prepared;
}

} // namespace latchkey
