// A server's keys, one after another in time: each is in force from its time until the next one's.
//
// Whatever a server mints carries the time at which it did, and is checked by the key that was in force then.
// So the keys can change while what they minted lives on, and all nodes with the same ring agree, whatever
// their clocks say. Nobody mints in the name of a time that is still to come with an old key.
#pragma once

#include "common/result.h"
#include "server/login/server_key.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

// The keys of a ring for one purpose.
class DerivedKeys {
  public:
    // The one in force at that time. Before the first one's time, the first.
    const DerivedKey& at(std::chrono::sys_seconds time) const;
    // Of something that was minted at an unknown time until then: those that may have, the latest first.
    std::vector<const DerivedKey*> until(std::chrono::sys_seconds time) const;

  private:
    friend class KeyRing;
    struct Dated {
        std::chrono::sys_seconds from;
        DerivedKey key;
    };

    std::vector<Dated> m_keys; // the earliest first; at least one
};

class KeyRing {
  public:
    struct Entry {
        ServerKey key;
        std::optional<std::chrono::sys_seconds> from; // none: since ever, which only the first one is
    };
    static constexpr std::size_t kMostKeys = 32;
    // No session lasts longer than a day, nor does a login, which may begin at its session's end.
    static constexpr std::chrono::hours kLongestUse{48};

    explicit KeyRing(ServerKey first);

    // One line a key, the earliest first: 64 hex digits and, except maybe in the first one's, a space and the
    // time from which it is in force (RFC 3339). On failure, what is wrong with which line.
    static Result<KeyRing, std::string> parse(std::string_view text);
    // As parse() reads it. The caller wipes it.
    std::string reveal() const;

    const std::vector<Entry>& entries() const { return m_entries; } // the earliest first; at least one
    const Entry& inForce(std::chrono::sys_seconds now) const;
    // Until when what it minted may still be in use. None: it is still in force, or will be.
    std::optional<std::chrono::sys_seconds> usedUntil(const Entry& entry, std::chrono::sys_seconds now) const;

    // Adds a key that will be in force from that time, and removes those of which nothing is in use any more.
    // On failure, why not: another one is still to come, or the ring is full.
    Outcome<std::string> rotate(ServerKey next, std::chrono::sys_seconds from, std::chrono::sys_seconds now);
    // Removes one that is not in force: what it minted is nobody's from now on. On failure, why not.
    Outcome<std::string> forget(std::string_view id, std::chrono::sys_seconds now);

    DerivedKeys derive(std::string_view purpose) const;

  private:
    KeyRing() = default;
    std::size_t indexInForce(std::chrono::sys_seconds now) const;

    std::vector<Entry> m_entries;
};

} // namespace latchkey
