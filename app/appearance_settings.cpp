#include "app/appearance_settings.h"

#include "app/language.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace latchkey {

namespace {

using Problem = std::optional<std::string>;

constexpr int kLogoHeight = 240; // pixels, of a drawing: enough for 3840 x 2160
constexpr int kBackgroundHeight = 2160;

QString textOf(const Settings& settings, const char* key) {
    return QString::fromStdString(settings.text(key));
}

std::string allTags() {
    std::string all;
    for (const Language& language : languages())
        all += (all.empty() ? "" : ", ") + language.tag.toStdString();
    return all;
}

bool known(const QString& tag) {
    return std::ranges::find(languages(), tag, &Language::tag) != languages().end();
}

// A colour setting put into a theme; nothing is changed where it is empty.
Problem recolour(const Settings& settings, const char* key, Theme& theme,
                 Theme (Theme::*with)(const QColor&) const) {
    const QString text = textOf(settings, key);
    if (text.isEmpty()) return std::nullopt;
    const bool hex = text.size() == 7 && text.startsWith('#');
    const QColor colour = hex ? QColor(text) : QColor();
    if (!colour.isValid()) return settings.refusal(key, "write a colour like \"#0a6655\"");
    theme = (theme.*with)(colour);
    return std::nullopt;
}

Problem readPicture(const Settings& settings, const char* key, int height, QImage& picture) {
    const QString file = textOf(settings, key);
    if (file.isEmpty()) return std::nullopt;
    picture = pictureFrom(file, height);
    if (!picture.isNull()) return std::nullopt;
    return settings.refusal(key, "there is no PNG, JPEG or SVG picture that this program can read");
}

Problem readTheme(const Settings& settings, Appearance& appearance) {
    const std::string theme = settings.text("theme");
    appearance.alwaysDark = theme == "dark";
    if (theme != "light" && theme != "dark" && theme != "schedule")
        return settings.refusal("theme", "it has to be light, dark or schedule");
    const auto hours = parseTimesOfDay(settings.text("dark_hours"));
    if (!hours)
        return settings.refusal("dark_hours", "write two different times of day, like \"19:00-07:00\"");
    if (theme == "schedule") appearance.darkHours = hours;
    return std::nullopt;
}

Problem readColours(const Settings& settings, Appearance& appearance) {
    if (auto problem = recolour(settings, "background", appearance.light, &Theme::withBackground))
        return problem;
    if (auto problem = recolour(settings, "dark_background", appearance.dark, &Theme::withBackground))
        return problem;
    if (auto problem = recolour(settings, "accent", appearance.light, &Theme::withAccent)) return problem;
    return recolour(settings, "dark_accent", appearance.dark, &Theme::withAccent);
}

Problem readMotionAndScale(const Settings& settings, Appearance& appearance) {
    const std::string text = settings.text("text_scale");
    int percent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    const bool whole = error == std::errc() && std::string_view(end) == "%";
    if (!whole || percent < 100 || percent > 200)
        return settings.refusal("text_scale", "it has to be from \"100%\" to \"200%\"");
    for (Theme* theme : {&appearance.light, &appearance.dark}) {
        theme->textScale = percent / 100.0;
        theme->motion = !settings.boolean("reduced_motion");
    }
    return std::nullopt;
}

Problem readLanguages(const Settings& settings, Appearance& appearance) {
    const std::string notSpoken = "this program speaks " + allTags();
    const QString own = textOf(settings, "language");
    if (!known(own)) return settings.refusal("language", notSpoken);
    appearance.languages = {};
    for (const std::string& item : settings.value("languages").items) {
        const QString tag = QString::fromStdString(item);
        if (!known(tag)) return settings.refusal("languages", notSpoken);
        if (!appearance.languages.contains(tag)) appearance.languages.append(tag);
    }
    if (!appearance.languages.isEmpty() && !appearance.languages.contains(own))
        return settings.refusal("languages", "language, \"" + own.toStdString() + "\", is not among them");
    return std::nullopt;
}

// Which setting it comes from is for the operator to see: the sentence has both colours.
Problem checkLegibility(const Settings& settings, const Appearance& appearance) {
    const bool light = !appearance.alwaysDark;
    const bool dark = appearance.alwaysDark || appearance.darkHours;
    for (const auto& [used, theme, accent] : {std::tuple{light, &appearance.light, "accent"},
                                              std::tuple{dark, &appearance.dark, "dark_accent"}}) {
        if (!used) continue;
        if (const auto problem = legibilityProblem(*theme))
            return settings.refusal(accent, problem->toStdString() + "; choose other colours");
        if (appearance.background.isNull()) continue;
        if (const auto problem = pictureProblem(*theme, appearance.background))
            return settings.refusal("background_picture",
                                    problem->toStdString() + "; choose a calmer picture");
    }
    return std::nullopt;
}

} // namespace

std::vector<SettingSpec> appearanceSettingSpecs() {
    using Kind = SettingSpec::Kind;
    std::vector<std::string> tags;
    for (const Language& language : languages()) tags.push_back(language.tag.toStdString());
    return {
        {"name",
         "TEXT",
         "Whose screen it is, top left; may be empty beside a logo.",
         Kind::Text,
         {"Latchkey"}},
        {"logo", "FILE", "A PNG, JPEG or SVG picture beside the name.", Kind::Text, {}},
        {"theme",
         "THEME",
         "light, dark, or schedule: dark in dark_hours, else light.",
         Kind::Text,
         {"light"}},
        {"dark_hours", "HH:MM-HH:MM", "When a schedule is dark.", Kind::Text, {"19:00-07:00"}},
        {"accent",
         "COLOUR",
         "What to press and where to look, like #0a6655; in the light theme.",
         Kind::Text,
         {}},
        {"dark_accent", "COLOUR", "The same in the dark theme.", Kind::Text, {}},
        {"background", "COLOUR", "Behind everything in the light theme.", Kind::Text, {}},
        {"dark_background", "COLOUR", "Behind everything in the dark theme.", Kind::Text, {}},
        {"background_picture", "FILE", "A PNG, JPEG or SVG picture that shows faintly.", Kind::Text, {}},
        {"text_scale", "PERCENT", "The size of every text, 100% to 200%.", Kind::Text, {"100%"}},
        {"reduced_motion", "", "Nothing moves or fades.", Kind::Boolean, {"false"}},
        {"language", "TAG", "What the screen speaks by itself: " + allTags() + ".", Kind::Text, {"en"}},
        {"languages", "TAG", "What people may choose from; none: nothing else.", Kind::List, tags},
    };
}

Result<Appearance, std::string> appearanceFrom(const Settings& settings) {
    Appearance appearance;
    appearance.name = textOf(settings, "name");
    const std::array readers{readTheme, readColours, readMotionAndScale, readLanguages};
    for (const auto& read : readers) {
        if (auto problem = read(settings, appearance)) return Failure{*std::move(problem)};
    }
    if (auto problem = readPicture(settings, "logo", kLogoHeight, appearance.logo)) return Failure{*problem};
    if (auto problem = readPicture(settings, "background_picture", kBackgroundHeight, appearance.background))
        return Failure{*problem};
    if (auto problem = checkLegibility(settings, appearance)) return Failure{*problem};
    return appearance;
}

} // namespace latchkey
