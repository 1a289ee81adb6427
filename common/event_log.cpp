#include "common/event_log.h"

#include <nlohmann/json.hpp>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>

#include <algorithm>

namespace latchkey {

namespace {

spdlog::level::level_enum toSpdlog(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        break;
    }
    return spdlog::level::err;
}

std::string jsonString(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool isPlain(char character) {
    return character > ' ' && character <= '~' && character != '"' && character != '=' && character != '\\';
}

// Nearly all are made of plain characters. Of others only JSON knows whether they have to be escaped.
bool readsAsOneWord(std::string_view text) {
    if (std::ranges::all_of(text, isPlain)) return !text.empty();
    return text.find_first_of(" \"=\\") == std::string_view::npos &&
           jsonString(text).size() == text.size() + 2;
}

} // namespace

EventLog::EventLog(LogFormat format, LogLevel level)
    : m_format(format),
      m_logger(std::make_shared<spdlog::logger>(
          "latchkey", std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>())) {
    const char* pattern = format == LogFormat::Json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})"
                                                    : "%Y-%m-%dT%H:%M:%S.%eZ %^%l%$ %v";
    m_logger->set_formatter(
        std::make_unique<spdlog::pattern_formatter>(pattern, spdlog::pattern_time_type::utc));
    m_logger->flush_on(spdlog::level::debug);
    setLevel(level);
}

EventLog::~EventLog() = default;

void EventLog::setLevel(LogLevel level) {
    m_logger->set_level(toSpdlog(level));
}

bool EventLog::writes(LogLevel level) const {
    return m_logger->should_log(toSpdlog(level));
}

void EventLog::write(LogLevel level, std::string_view event, Fields fields) {
    if (!writes(level)) return;
    std::string line;
    if (m_format == LogFormat::Json) {
        line = "\"event\":" + jsonString(event);
        for (const LogField& field : fields) {
            line +=
                "," + jsonString(field.name) + ":" + (field.isNumber ? field.value : jsonString(field.value));
        }
    } else {
        line = event;
        for (const LogField& field : fields) {
            line += " " + field.name + "=" +
                    (readsAsOneWord(field.value) ? field.value : jsonString(field.value));
        }
    }
    if (m_listener) m_listener(level, line);
    m_logger->log(toSpdlog(level), spdlog::string_view_t(line));
}

} // namespace latchkey
