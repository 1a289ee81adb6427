// The names things have on the wire, each a type of its own so that the compiler refuses to mix them up.
#pragma once

#include <compare>
#include <string.h>
#include <string>
#include <string_view>
#include <utility>

namespace latchkey {

// A public name. Safe to show and to log.
template <class Tag>
class Name {
  public:
    Name() = default;
    explicit Name(std::string text) : m_text(std::move(text)) {}

    const std::string& text() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    auto operator<=>(const Name&) const = default;

  private:
    std::string m_text;
};

// The public name of a display client's session: what the QR code shows.
using SessionId = Name<struct SessionIdTag>;
// A registered display client. Empty: an unregistered screen.
using KioskId = Name<struct KioskIdTag>;
using UserId = Name<struct UserIdTag>;
using DeviceId = Name<struct DeviceIdTag>;

// A text that must stay private. It has no stream operator and no formatter, so that it cannot slip into
// a log line; reveal() is the one way out, easy to search for. Its memory is wiped when it is done with.
template <class Tag>
class Private {
  public:
    Private() = default;
    explicit Private(std::string text) : m_text(std::move(text)) {}
    Private(const Private&) = default;
    Private& operator=(const Private& other) {
        if (this != &other) {
            wipe();
            m_text = other.m_text;
        }
        return *this;
    }
    Private(Private&& other) noexcept : m_text(std::move(other.m_text)) { other.wipe(); }
    Private& operator=(Private&& other) noexcept {
        if (this != &other) {
            wipe();
            m_text = std::move(other.m_text);
            other.wipe();
        }
        return *this;
    }
    ~Private() { wipe(); }

    const std::string& reveal() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    bool operator==(const Private&) const = default;

  private:
    void wipe() noexcept {
        explicit_bzero(m_text.data(), m_text.size());
        m_text.clear();
    }

    std::string m_text;
};

// The display client's handle on its session: whoever has it opens the dashboard. On the wire, base64url.
using Sid = Private<struct SidTag>;
// What a kiosk proves itself with (RFC 6750 bearer token).
using KioskToken = Private<struct KioskTokenTag>;
// What an enrolment link carries: whoever has it adds a phone to the user it was made for.
using InvitationToken = Private<struct InvitationTokenTag>;

} // namespace latchkey
