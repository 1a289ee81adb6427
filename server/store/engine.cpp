#include "server/store/engine.h"

#include <soci/soci.h>

namespace latchkey {

TransactionScope::TransactionScope(soci::session& session, const std::string& begin) : m_session(session) {
    m_session << begin;
}

TransactionScope::~TransactionScope() {
    if (m_committed) return;
    try {
        m_session << "ROLLBACK";
    } catch (const std::exception&) { // rolled back already: the disk is full, the connection is lost
    }
}

void TransactionScope::commit() {
    m_session << "COMMIT";
    m_committed = true;
}

} // namespace latchkey
