#include "app/kiosk/log_ring.h"

#include "common/time_format.h"

namespace latchkey {

namespace {

std::string_view nameOf(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        break;
    }
    return "error";
}

} // namespace

void LogRing::add(LogLevel level, std::string_view line) {
    if (line.find("hook.said") != std::string_view::npos) return;
    if (m_lines.size() == kLines) m_lines.pop_front();
    m_lines.push_back(toRfc3339(m_now()) + " " + std::string(nameOf(level)) + " " + std::string(line));
}

} // namespace latchkey
