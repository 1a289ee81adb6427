// Which sessions the database has anything of (a phone has opened, approved or turned one away), and which
// typed codes nobody has answered: so that a poll for any other session, which is nearly every one, need not
// ask it.
//
// Fed by whoever changes the database here, before others are told of it; what other processes change is told
// by ChangeFeed. It may name a session too many, which costs a look, and never one too few of those it was
// told of. Thread-safe.
#pragma once

#include "common/identifiers.h"
#include "server/store/records.h"

#include <cstdint>
#include <functional>
#include <shared_mutex>
#include <unordered_set>
#include <vector>

namespace latchkey {

class SessionIndex {
  public:
    struct Content {
        std::vector<SessionId> sessions{};
        std::vector<TypedCode> asked{};
    };

    void add(const SessionId& session);
    void add(const TypedCode& asked);

    bool has(const SessionId& session) const;
    std::vector<TypedCode> askedSince(Instant instant) const;

    // What read() finds takes the place of everything but what is added while it reads. One call at a time.
    void reload(const std::function<Content()>& read);

  private:
    struct Marks {
        std::unordered_set<std::uint64_t> sessions{}; // a name's hash: two that share one cost a look
        std::vector<TypedCode> asked{};
    };

    mutable std::shared_mutex m_mutex; // guards both
    Marks m_read;                      // before the last reload() began, or by it
    Marks m_since;                     // added since it began
};

} // namespace latchkey
