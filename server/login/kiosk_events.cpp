#include "server/login/kiosk_events.h"

#include "server/store/audit_log.h"
#include "server/store/database.h"

#include <algorithm>

namespace latchkey {

namespace {

using Reason = Refusal::Reason;

Outcome<Refusal> check(const KioskEvent& event) {
    if (std::ranges::find(KioskEvents::kEvents, event.event) == KioskEvents::kEvents.end()) {
        std::string words;
        for (const std::string_view word : KioskEvents::kEvents)
            words += (words.empty() ? "" : ", ") + std::string(word);
        return refuse(Reason::Malformed, "\"event\" is none that a kiosk reports; send one of: " + words);
    }
    if (event.detail.size() > KioskEvents::kMostDetail) {
        return refuse(Reason::Malformed,
                      "\"detail\" is longer than " + std::to_string(KioskEvents::kMostDetail) + " bytes");
    }
    // One line of the audit trail is one event.
    if (std::ranges::any_of(event.detail, [](unsigned char c) { return c < 0x20 || c == 0x7F; }))
        return refuse(Reason::Malformed, "\"detail\" has a control character in it");
    return {};
}

} // namespace

KioskEvents::KioskEvents(LoginCore& core)
    : m_core(core), m_kiosks(core.database, core.now, core.random), m_limiter(core.now) {}

Outcome<Refusal> KioskEvents::report(const Kiosk& kiosk, const KioskEvent& event,
                                     const std::string& clientAddress) {
    if (const auto retryAfter = m_limiter.record(kiosk.id.text(), kPerMinute)) {
        return Failure{Refusal{Reason::TooMany,
                               "this kiosk reports too much; it may try again in " +
                                   std::to_string(retryAfter->count()) + " s",
                               *retryAfter}};
    }
    if (const auto checked = check(event); !checked) return checked;
    const std::string name = "kiosk." + event.event;
    m_core.database.write([&](Transaction& transaction) {
        audit_log::append(transaction, {.at = m_core.now(),
                                        .event = name,
                                        .kioskId = kiosk.id,
                                        .address = clientAddress,
                                        .detail = event.detail});
    });
    m_core.log.info(name, {{"kiosk", kiosk.id.text()}, {"address", clientAddress}});
    return {};
}

} // namespace latchkey
