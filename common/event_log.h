// The log: one line an event, on standard error.
//
// For a person:   2026-03-09T08:30:00.123Z info login.approved user=u-7k3m9q2x kiosk=k-4c8d1f0a
// For a machine:  {"time":"2026-03-09T08:30:00.123Z","level":"info","event":"login.approved","user":…}
//
// An event's name is "<subject>.<what happened>"; everything that varies is a field. Fields hold public
// things only: Private values (sid, token) do not convert to one. A value can not break out of its line:
// control characters are escaped. Safe to call from any thread.
#pragma once

#include <concepts>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace spdlog {
class logger;
}

namespace latchkey {

struct LogField {
    LogField(std::string_view fieldName, std::string_view text) : name(fieldName), value(text) {}
    LogField(std::string_view fieldName, std::integral auto number)
        : name(fieldName), value(std::to_string(number)), isNumber(true) {}

    std::string name;
    std::string value;
    bool isNumber = false;
};

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

class EventLog {
  public:
    EventLog(LogFormat format, LogLevel level);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    using Fields = std::initializer_list<LogField>;
    void debug(std::string_view event, Fields fields = {}) { write(LogLevel::Debug, event, fields); }
    void info(std::string_view event, Fields fields = {}) { write(LogLevel::Info, event, fields); }
    void warning(std::string_view event, Fields fields = {}) { write(LogLevel::Warning, event, fields); }
    void error(std::string_view event, Fields fields = {}) { write(LogLevel::Error, event, fields); }

    void setLevel(LogLevel level);
    // For what is asked so often that its fields are not to be made in vain.
    bool writes(LogLevel level) const;

    // Also hands every line that is written to somebody, without its time and level. Before the first one.
    using Listener = std::function<void(LogLevel level, std::string_view line)>;
    void setListener(Listener listener) { m_listener = std::move(listener); }

  private:
    void write(LogLevel level, std::string_view event, Fields fields);

    LogFormat m_format;
    Listener m_listener;
    std::shared_ptr<spdlog::logger> m_logger;
};

} // namespace latchkey
