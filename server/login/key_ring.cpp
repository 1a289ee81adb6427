#include "server/login/key_ring.h"

#include "common/time_format.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <ranges>

namespace latchkey {

namespace {

constexpr std::size_t kHexDigits = 2 * DerivedKey::kSize;

Result<KeyRing::Entry, std::string> parseLine(std::string_view line) {
    auto key = ServerKey::parse(line.substr(0, kHexDigits));
    if (!key) return Failure{std::string("it does not begin with 64 hex digits")};
    if (line.size() <= kHexDigits) return KeyRing::Entry{*std::move(key), std::nullopt};
    const auto from = line[kHexDigits] == ' ' ? fromRfc3339(line.substr(kHexDigits + 1)) : std::nullopt;
    if (!from) return Failure{std::string("there is no time like 2026-03-09T08:30:00Z behind its key")};
    return KeyRing::Entry{*std::move(key), from};
}

std::string_view withoutLineEnds(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

} // namespace

const DerivedKey& DerivedKeys::at(std::chrono::sys_seconds time) const {
    for (const Dated& dated : m_keys | std::views::drop(1) | std::views::reverse)
        if (dated.from <= time) return dated.key;
    return m_keys.front().key;
}

std::vector<const DerivedKey*> DerivedKeys::until(std::chrono::sys_seconds time) const {
    std::vector<const DerivedKey*> keys;
    for (const Dated& dated : m_keys | std::views::drop(1) | std::views::reverse)
        if (dated.from <= time) keys.push_back(&dated.key);
    keys.push_back(&m_keys.front().key);
    return keys;
}

KeyRing::KeyRing(ServerKey first) {
    m_entries.push_back({std::move(first), std::nullopt});
}

Result<KeyRing, std::string> KeyRing::parse(std::string_view text) {
    KeyRing ring;
    text = withoutLineEnds(text);
    while (!text.empty()) {
        const std::string number = std::to_string(ring.m_entries.size() + 1);
        const std::size_t end = std::min(text.find('\n'), text.size());
        auto entry = parseLine(withoutLineEnds(text.substr(0, end)));
        if (!entry) return Failure{"line " + number + ": " + entry.error()};
        if (!ring.m_entries.empty()) {
            const auto& before = ring.m_entries.back().from;
            if (!entry->from) return Failure{"line " + number + ": only the first key may be without a time"};
            if (before && *entry->from <= *before)
                return Failure{"line " + number + ": its time is not after that of the line before"};
        }
        ring.m_entries.push_back(*std::move(entry));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (ring.m_entries.empty()) return Failure{std::string("it is empty")};
    if (ring.m_entries.size() > kMostKeys)
        return Failure{"it has more than " + std::to_string(kMostKeys) + " keys"};
    return ring;
}

std::string KeyRing::reveal() const {
    std::string text;
    text.reserve(m_entries.size() * 2 * kHexDigits); // never moved, so that one wipe is enough
    for (const Entry& entry : m_entries) {
        std::string hex = entry.key.reveal();
        text += hex;
        OPENSSL_cleanse(hex.data(), hex.size());
        if (entry.from) text.append(" ").append(toRfc3339(*entry.from));
        text += '\n';
    }
    return text;
}

std::size_t KeyRing::indexInForce(std::chrono::sys_seconds now) const {
    std::size_t index = m_entries.size() - 1;
    while (index > 0 && *m_entries[index].from > now) --index;
    return index;
}

const KeyRing::Entry& KeyRing::inForce(std::chrono::sys_seconds now) const {
    return m_entries[indexInForce(now)];
}

std::optional<std::chrono::sys_seconds> KeyRing::usedUntil(const Entry& entry,
                                                           std::chrono::sys_seconds now) const {
    const auto index = static_cast<std::size_t>(&entry - m_entries.data());
    if (index >= indexInForce(now)) return std::nullopt;
    return *m_entries[index + 1].from + kLongestUse;
}

Outcome<std::string> KeyRing::rotate(ServerKey next, std::chrono::sys_seconds from,
                                     std::chrono::sys_seconds now) {
    if (const Entry& last = m_entries.back(); &last != &inForce(now)) {
        return Failure{"the key " + last.key.id() + " is still to come, at " + toRfc3339(*last.from) +
                       "; wait for it, or have it forgotten (key forget " + last.key.id() + ")"};
    }
    if (const auto& last = m_entries.back().from; last && from <= *last) {
        return Failure{"the key in force is so since " + toRfc3339(*last) +
                       "; the next one can only come after it"};
    }
    while (m_entries.size() > 1 && *usedUntil(m_entries.front(), now) <= now)
        m_entries.erase(m_entries.begin());
    if (m_entries.size() == kMostKeys) {
        return Failure{"there are " + std::to_string(kMostKeys) +
                       " keys already; the oldest can be forgotten (key list, key forget)"};
    }
    m_entries.push_back({std::move(next), from});
    return {};
}

Outcome<std::string> KeyRing::forget(std::string_view id, std::chrono::sys_seconds now) {
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.key.id() == id; });
    if (found == m_entries.end()) return Failure{"there is no key " + std::string(id) + "; see key list"};
    if (&*found == &inForce(now)) {
        return Failure{"the key " + std::string(id) +
                       " is in force; let another one follow it first (key rotate)"};
    }
    m_entries.erase(found);
    return {};
}

DerivedKeys KeyRing::derive(std::string_view purpose) const {
    DerivedKeys derived;
    for (const Entry& entry : m_entries) {
        derived.m_keys.push_back(
            {entry.from.value_or(std::chrono::sys_seconds::min()), entry.key.derive(purpose)});
    }
    return derived;
}

} // namespace latchkey
