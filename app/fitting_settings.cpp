#include "app/fitting_settings.h"

#include "app/kiosk/inactivity_timer.h"
#include "common/state_folder.h"
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
        {"output", "NAME", "The screen to be on, as in HDMI-1; the others stay dark.", Kind::Text, {}},
        {"operator_pin_file",
         "FILE",
         "The PIN that leaves the kiosk, as written by \"pin set FILE\".",
         Kind::Text,
         {}},
    };
}

Result<FittingSettings, std::string>
readFittingSettings(const Settings& settings, const std::map<std::string, std::string>& environment) {
    FittingSettings fittings;
    const auto idleLock =
        durationFrom(settings, "idle_lock", InactivityTimer::kShortest, InactivityTimer::kLongest);
    if (!idleLock) return Failure{idleLock.error()};
    fittings.idleLock = *idleLock;
    fittings.output = settings.text("output");
    if (const std::string file = settings.text("operator_pin_file"); !file.empty()) {
        auto pin = readPinFile(file);
        if (!pin) return Failure{settings.refusal("operator_pin_file", pin.error())};
        fittings.operatorPin = *std::move(pin);
    }
    fittings.stateFolder = stateFolder(environment);
    return fittings;
}

} // namespace latchkey
