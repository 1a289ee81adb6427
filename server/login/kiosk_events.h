// What registered kiosks report of themselves, for the audit trail: somebody left the kiosk by the operator's
// way out, or tried to. Thread-safe. Throws DatabaseError when the database fails.
#pragma once

#include "common/wire.h"
#include "server/login/address_limiter.h"
#include "server/login/kiosk_registry.h"
#include "server/login/login_core.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

class KioskEvents {
  public:
    // What a kiosk may report; the audit trail has it as "kiosk.operator_exit".
    static constexpr std::array<std::string_view, 4> kEvents{"operator_exit", "pin_refused", "pin_locked",
                                                             "hook_failed"};
    static constexpr std::size_t kMostDetail = 200; // bytes
    static constexpr int kPerMinute = 30;           // by kiosk: a broken one does not fill the disk

    // The core has to outlive the service.
    explicit KioskEvents(LoginCore& core);

    // Nullopt: no kiosk has this token.
    std::optional<Kiosk> authenticate(const KioskToken& token) { return m_kiosks.authenticate(token); }

    // Writes the audit line. Refuses what no kiosk reports, and too much of it.
    Outcome<Refusal> report(const Kiosk& kiosk, const KioskEvent& event, const std::string& clientAddress);

  private:
    LoginCore& m_core;
    KioskRegistry m_kiosks;
    AddressLimiter m_limiter; // by kiosk id
};

} // namespace latchkey
