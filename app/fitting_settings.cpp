#include "app/fitting_settings.h"

#include "app/kiosk/inactivity_timer.h"
#include "common/time_format.h"

namespace latchkey {

namespace {

using Kind = SettingSpec::Kind;

Result<std::chrono::seconds, std::string> durationFrom(const Settings& settings, const std::string& key,
                                                       std::chrono::seconds shortest,
                                                       std::chrono::seconds longest) {
    const auto duration = parseDuration(settings.text(key));
    if (!duration || *duration < shortest || *duration > longest) {
        return Failure{settings.refusal(key, "it has to be a duration of " + toText(shortest) + " to " +
                                                 toText(longest) + ", such as \"90s\" or \"2m\"")};
    }
    return *duration;
}

} // namespace

std::vector<SettingSpec> fittingSettingSpecs() {
    return {
        {"idle_lock",
         "DURATION",
         "How long nobody touches an open dashboard before it is signed out: 15s to 1h.",
         Kind::Text,
         {"60s"}},
    };
}

Result<FittingSettings, std::string> readFittingSettings(const Settings& settings) {
    FittingSettings fittings;
    const auto idleLock =
        durationFrom(settings, "idle_lock", InactivityTimer::kShortest, InactivityTimer::kLongest);
    if (!idleLock) return Failure{idleLock.error()};
    fittings.idleLock = *idleLock;
    return fittings;
}

} // namespace latchkey
