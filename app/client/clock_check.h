// Whether this machine's clock agrees with the server's. Nothing that Latchkey does depends on it, but the
// times on the screen do, and so does TLS: a certificate is valid by the clock of whoever looks at it.
#pragma once

#include "common/clock.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace latchkey {

class ClockCheck : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kTolerance{30};

    // now: this machine's clock.
    explicit ClockCheck(Now now);

    // An answer that was not held back says what time it is there (RFC 9110 §6.6.1).
    void hear(std::chrono::sys_seconds serverTime);

    // By how much this machine is ahead of the server, negative when it is behind; nothing within the
    // tolerance, and before the first answer.
    std::optional<std::chrono::seconds> off() const { return m_off; }

  signals:
    // Off by now, or right again; or off by another number of minutes.
    void changed();

  private:
    Now m_now;
    std::optional<std::chrono::seconds> m_off;
};

} // namespace latchkey
