// A stretch of every day, perhaps across midnight: "19:00-07:00".
#pragma once

#include "common/result.h"

#include <QTime>

#include <string>
#include <string_view>

namespace latchkey {

class DailyHours {
  public:
    // On failure, a sentence with what is wrong. The two times must differ.
    static Result<DailyHours, std::string> parse(std::string_view text);

    // The first minute belongs to it, the last one does not.
    bool contains(const QTime& time) const;

    bool operator==(const DailyHours&) const = default;

  private:
    DailyHours(QTime from, QTime until) : m_from(from), m_until(until) {}

    QTime m_from;
    QTime m_until;
};

} // namespace latchkey
