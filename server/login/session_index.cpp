#include "server/login/session_index.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <string>
#include <utility>

namespace latchkey {

namespace {

std::uint64_t markOf(const SessionId& session) {
    return std::hash<std::string>()(session.text());
}

} // namespace

void SessionIndex::add(const SessionId& session) {
    const std::lock_guard lock(m_mutex);
    m_since.sessions.insert(markOf(session));
}

void SessionIndex::add(const TypedCode& asked) {
    const std::lock_guard lock(m_mutex);
    m_since.asked.push_back(asked);
}

bool SessionIndex::has(const SessionId& session) const {
    const std::uint64_t mark = markOf(session);
    const std::shared_lock lock(m_mutex);
    return m_since.sessions.contains(mark) || m_read.sessions.contains(mark);
}

std::vector<TypedCode> SessionIndex::askedSince(Instant instant) const {
    std::vector<TypedCode> asked;
    const std::shared_lock lock(m_mutex);
    for (const Marks* marks : {&m_read, &m_since}) {
        std::ranges::copy_if(marks->asked, std::back_inserter(asked),
                             [&](const TypedCode& code) { return code.askedAt >= instant; });
    }
    return asked;
}

void SessionIndex::reload(const std::function<Content()>& read) {
    {
        const std::lock_guard lock(m_mutex);
        Marks before = std::exchange(m_since, {});
        m_read.sessions.merge(before.sessions);
        m_read.asked.insert(m_read.asked.end(), before.asked.begin(), before.asked.end());
    }
    Content content = read();
    Marks found;
    for (const SessionId& session : content.sessions) found.sessions.insert(markOf(session));
    found.asked = std::move(content.asked);
    const std::lock_guard lock(m_mutex);
    m_read = std::move(found);
}

} // namespace latchkey
