#include "app/kiosk_settings.h"

#include "app/appearance_settings.h"
#include "app/private_file.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace latchkey {

namespace {

constexpr std::string_view kConfigVariable = "LATCHKEY_KIOSK_CONFIG";
constexpr std::size_t kLongestToken = 4096; // bytes

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::optional<LogFormat> logFormatFrom(std::string_view text) {
    if (text == "text") return LogFormat::Text;
    if (text == "json") return LogFormat::Json;
    return std::nullopt;
}

std::optional<LogLevel> logLevelFrom(std::string_view text) {
    if (text == "debug") return LogLevel::Debug;
    if (text == "info") return LogLevel::Info;
    if (text == "warning") return LogLevel::Warning;
    if (text == "error") return LogLevel::Error;
    return std::nullopt;
}

SettingSources sourcesFor(const std::string& configFile, std::map<std::string, std::string> environment) {
    SettingSources sources;
    std::string onlyFile = configFile;
    if (const auto named = environment.extract(std::string(kConfigVariable));
        !named.empty() && onlyFile.empty()) {
        onlyFile = named.mapped();
    }
    sources.filesMustExist = !onlyFile.empty();
    sources.files = onlyFile.empty() ? configurationFiles(environment, "kiosk.toml")
                                     : std::vector<std::filesystem::path>{onlyFile};
    sources.environmentPrefix = "LATCHKEY_KIOSK_";
    sources.environment = std::move(environment);
    return sources;
}

// The one that is set, else the one that is pinned, which then counts as set by its file.
Result<std::optional<TrustedServer>, std::string> serverFrom(Settings& settings,
                                                             const std::filesystem::path& pinFile) {
    if (settings.text("server").empty()) {
        const auto pinned = readServerPin(pinFile);
        if (pinned && *pinned) settings.derive("server", (*pinned)->address.text(), pinFile.string());
        return pinned;
    }
    const auto address = WebAddress::parse(settings.text("server"));
    if (!address) return Failure{settings.refusal("server", address.error())};
    return std::optional(TrustedServer{*address, std::nullopt});
}

} // namespace

std::vector<SettingSpec> kioskSettingSpecs() {
    using Kind = SettingSpec::Kind;
    std::vector<SettingSpec> specs{
        {"server",
         "URL",
         "The Latchkey server: http(s)://host[:port][/prefix]; else one is looked for.",
         Kind::Text,
         {}},
        {"kiosk_token_file",
         "FILE",
         "What this screen proves itself with; a file only its owner can read.",
         Kind::Text,
         {}},
        {"windowed", "", "A window instead of the full screen.", Kind::Boolean, {"false"}},
        {"terminal", "", "On this text terminal, where there is no display.", Kind::Boolean, {"false"}},
        {"log_format", "FORMAT", "text, or json for a machine.", Kind::Text, {"text"}},
        {"log_level", "LEVEL", "debug, info, warning or error.", Kind::Text, {"info"}},
    };
    std::ranges::move(appearanceSettingSpecs(), std::back_inserter(specs));
    std::ranges::move(fittingSettingSpecs(), std::back_inserter(specs));
    return specs;
}

Result<KioskSettings, std::string>
loadKioskSettings(const std::map<std::string, std::vector<std::string>>& flags, const std::string& configFile,
                  std::map<std::string, std::string> environment) {
    SettingSources sources = sourcesFor(configFile, std::move(environment));
    sources.flags = flags;
    auto settings = Settings::load(kioskSettingSpecs(), sources);
    if (!settings) return Failure{settings.error()};

    KioskToken token;
    if (const std::string file = settings->text("kiosk_token_file"); !file.empty()) {
        auto read = readTokenFile(file);
        if (!read) return Failure{settings->refusal("kiosk_token_file", read.error())};
        token = *std::move(read);
    }
    const auto format = logFormatFrom(settings->text("log_format"));
    if (!format) return Failure{settings->refusal("log_format", "it has to be text or json")};
    const auto level = logLevelFrom(settings->text("log_level"));
    if (!level) return Failure{settings->refusal("log_level", "it has to be debug, info, warning or error")};

    auto fittings = readFittingSettings(*settings, sources.environment);
    if (!fittings) return Failure{fittings.error()};
    auto server = serverFrom(*settings, serverPinFile(fittings->stateFolder));
    if (!server) return Failure{server.error()};

    return KioskSettings{*std::move(server),
                         std::move(token),
                         settings->boolean("windowed"),
                         settings->boolean("terminal"),
                         *format,
                         *level,
                         *std::move(fittings),
                         *settings};
}

Result<KioskToken, std::string> readTokenFile(const std::filesystem::path& path) {
    const auto content = readPrivateFile(path, kLongestToken);
    if (!content) return Failure{content.error()};
    KioskToken token(trimmed(content->reveal()));
    if (token.empty())
        return Failure{std::string("it is empty; put the token in it that the server gave for this screen")};
    const auto plain = [](char character) { return character > ' ' && character < 127; };
    if (!std::ranges::all_of(token.reveal(), plain)) {
        return Failure{
            std::string("what it holds is not a token: one word of plain letters, digits and signs")};
    }
    return token;
}

} // namespace latchkey
