#include "app/fitting_settings.h"

#include "app/kiosk/inactivity_timer.h"
#include "app/views/night_shade.h"
#include "common/state_folder.h"
#include "common/time_format.h"

#include <charconv>

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

// On failure: why the program cannot be run.
Result<std::filesystem::path, std::string> hookFrom(const Settings& settings, const std::string& key) {
    std::filesystem::path program = settings.text(key);
    if (program.empty()) return program;
    if (const auto checked = checkHook(program); !checked)
        return Failure{settings.refusal(key, checked.error())};
    return program;
}

Result<HookSettings, std::string> hooksFrom(const Settings& settings) {
    const auto onUnlock = hookFrom(settings, "on_unlock");
    if (!onUnlock) return Failure{onUnlock.error()};
    const auto onLock = hookFrom(settings, "on_lock");
    if (!onLock) return Failure{onLock.error()};
    const auto timeout =
        durationFrom(settings, "hook_timeout", std::chrono::seconds(1), std::chrono::minutes(1));
    if (!timeout) return Failure{timeout.error()};
    return HookSettings{*onUnlock, *onLock, *timeout};
}

// "40%"
std::optional<int> percentFrom(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    text.remove_suffix(1);
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Outcome<std::string> readNight(const Settings& settings, FittingSettings& fittings) {
    if (const std::string text = settings.text("dim_at_night"); !text.empty()) {
        fittings.night = parseTimesOfDay(text);
        if (!fittings.night) {
            return Failure{settings.refusal(
                "dim_at_night", "it has to be two different times of day, such as \"22:00-06:00\"")};
        }
    }
    const auto brightness = percentFrom(settings.text("dim_to"));
    if (!brightness || *brightness < NightShade::kDarkest || *brightness > 100) {
        return Failure{settings.refusal("dim_to",
                                        "it has to be a share of the light from \"30%\", below which "
                                        "phones may not read the code, to \"100%\"")};
    }
    fittings.nightBrightness = *brightness;
    return {};
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
        {"on_unlock", "PROGRAM", "What to run when somebody has signed in.", Kind::Text, {}},
        {"on_lock", "PROGRAM", "What to run when their dashboard is gone again.", Kind::Text, {}},
        {"speech", "", "What changes on the screen is said aloud, too.", Kind::Boolean, {"false"}},
        {"speech_program",
         "PROGRAM",
         "What says it, with the arguments of spd-say.",
         Kind::Text,
         {"/usr/bin/spd-say"}},
        {"dim_at_night", "TIMES", "When the screen is darker, as in 22:00-06:00.", Kind::Text, {}},
        {"dim_to", "PERCENT", "The share of its light that is left then: 30% to 100%.", Kind::Text, {"40%"}},
        {"hook_timeout", "DURATION", "How long either may take: 1s to 1m.", Kind::Text, {"10s"}},
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
    auto hooks = hooksFrom(settings);
    if (!hooks) return Failure{hooks.error()};
    fittings.hooks = *std::move(hooks);
    if (settings.boolean("speech")) {
        auto program = hookFrom(settings, "speech_program");
        if (!program) return Failure{program.error()};
        if (program->empty())
            return Failure{settings.refusal("speech_program", "speech = true needs a program that speaks")};
        fittings.speechProgram = *std::move(program);
    }
    if (const auto night = readNight(settings, fittings); !night) return Failure{night.error()};
    fittings.stateFolder = stateFolder(environment);
    return fittings;
}

} // namespace latchkey
