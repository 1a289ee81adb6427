// The last lines of the log, for a diagnostic report. Not what an operator's program said: that may be
// anybody's name.
//
// One thread owns it, the one that logs.
#pragma once

#include "common/clock.h"
#include "common/event_log.h"

#include <deque>
#include <string>
#include <string_view>

namespace latchkey {

class LogRing {
  public:
    static constexpr std::size_t kLines = 200;

    explicit LogRing(Now now) : m_now(std::move(now)) {}

    void add(LogLevel level, std::string_view line);

    // Oldest first, each with its time and level, as in the log itself.
    const std::deque<std::string>& lines() const { return m_lines; }

  private:
    Now m_now;
    std::deque<std::string> m_lines;
};

} // namespace latchkey
