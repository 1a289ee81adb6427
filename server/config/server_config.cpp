#include "server/config/server_config.h"

#include "common/state_folder.h"
#include "common/time_format.h"
#include "server/config/lan_address.h"

#include <algorithm>
#include <charconv>

namespace latchkey {

namespace {

using std::chrono::hours;
using std::chrono::seconds;
using Kind = SettingSpec::Kind;
using Environment = std::map<std::string, std::string>;

// Reads one setting after the other and remembers the first that is refused.
class Reader {
  public:
    explicit Reader(const Settings& settings) : m_settings(settings) {}

    const std::string& problem() const { return m_problem; }
    void refuse(const std::string& key, std::string_view reason) {
        if (m_problem.empty()) m_problem = m_settings.refusal(key, reason);
    }

    seconds duration(const std::string& key, seconds least, seconds most) {
        const auto value = parseDuration(m_settings.text(key));
        if (value && *value >= least && *value <= most) return *value;
        refuse(key, "write a duration from " + toText(least) + " to " + toText(most) + ", for example \"" +
                        toText(least) + "\"");
        return least;
    }

    int number(const std::string& key, int least, int most) {
        const std::string text = m_settings.text(key);
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most)
            return value;
        refuse(key, "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }

    template <class Value>
    Value choice(const std::string& key, const std::vector<std::pair<std::string, Value>>& choices) {
        std::string words;
        for (const auto& [word, value] : choices) {
            if (m_settings.text(key) == word) return value;
            words += (words.empty() ? "" : ", ") + word;
        }
        refuse(key, "write one of: " + words);
        return choices.front().second;
    }

    template <class Value>
    std::optional<Value> parsed(const std::string& key, Result<Value, std::string> value) {
        if (value) return *std::move(value);
        refuse(key, value.error());
        return std::nullopt;
    }

  private:
    const Settings& m_settings;
    std::string m_problem;
};

std::string variable(const Environment& environment, const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

// What stays unset gets its place: the database in the state folder, the key file beside the database if that
// is a file, else in the state folder.
Outcome<std::string> derivePaths(Settings& settings, const Environment& environment) {
    const auto folder = stateFolder(environment);
    if (settings.text("database").empty()) {
        if (folder.empty()) {
            return Failure{std::string(
                "there is no home directory to keep the database in; give --database sqlite3:PATH")};
        }
        settings.derive("database", DatabaseLocation{SqliteFile{folder / "latchkey.db"}}.text(), "default");
    }
    if (!settings.text("key_file").empty()) return {};
    const auto location = DatabaseLocation::parse(settings.text("database"));
    if (!location) return {}; // which is refused later
    if (const SqliteFile* file = location->file()) {
        settings.derive("key_file", (file->path.parent_path() / "server.key").string(),
                        "beside the database");
    } else if (!folder.empty()) {
        settings.derive("key_file", (folder / "server.key").string(), "default");
    } else {
        return Failure{
            std::string("there is no home directory to keep the server's key in; give --key-file")};
    }
    return {};
}

LoginPolicy readPolicy(Reader& reader, const Settings& settings) {
    LoginPolicy policy;
    policy.onlyRegisteredKiosks = reader.choice<bool>("kiosks", {{"any", false}, {"registered", true}});
    policy.registration = reader.choice<Registration>(
        "registration",
        {{"closed", Registration::Closed}, {"open", Registration::Open}, {"approve", Registration::Approve}});
    policy.requireNumber = reader.choice<NumberRule>(
        "require_number", {{"page", NumberRule::Page}, {"always", NumberRule::Always}});
    policy.lightning = reader.choice<bool>("qr_style", {{"auto", true}, {"plain", false}});
    policy.challengeWindow = reader.duration("challenge_window", seconds(30), seconds(120));
    policy.loginLifetime = reader.duration("login_lifetime", seconds(30), hours(24));
    policy.refusedProofsPerMinute = reader.number("refused_proofs_per_minute", 1, 100'000);
    for (const std::string& notice : settings.value("notices").items) {
        constexpr std::size_t longest = 500;
        if (notice.size() > longest) reader.refuse("notices", "one of them is longer than 500 bytes");
        policy.notices.push_back(notice);
    }
    return policy;
}

std::vector<std::string> readOrigins(Reader& reader, const Settings& settings) {
    std::vector<std::string> origins;
    for (const std::string& item : settings.value("cors_origins").items) {
        const auto address = WebAddress::parse(item);
        if (!address || !address->prefix().empty()) {
            reader.refuse("cors_origins", "\"" + item + "\" is not an origin; write scheme://host[:port]");
            continue;
        }
        origins.push_back(address->origin());
    }
    return origins;
}

std::optional<TlsIdentity::Files> readTls(Reader& reader, const Settings& settings) {
    const std::string certificate = settings.text("tls_cert");
    const std::string key = settings.text("tls_key");
    if (certificate.empty() && key.empty()) return std::nullopt;
    if (certificate.empty()) reader.refuse("tls_key", "it needs its certificate: give tls_cert too");
    if (key.empty()) reader.refuse("tls_cert", "it needs its key: give tls_key too");
    return TlsIdentity::Files{certificate, key};
}

std::vector<ListenAddress> readListen(Reader& reader, const Settings& settings) {
    std::vector<ListenAddress> addresses;
    for (const std::string& item : settings.value("listen").items) {
        if (auto address = reader.parsed("listen", ListenAddress::parse(item)))
            addresses.push_back(*std::move(address));
    }
    if (addresses.empty()) reader.refuse("listen", "give at least one address");
    return addresses;
}

// The least of each still lets in what phones and kiosks send.
FrontLimits readFrontLimits(Reader& reader) {
    const auto size = [&reader](const char* key, int least, int most) {
        return static_cast<std::size_t>(reader.number(key, least, most));
    };
    FrontLimits limits;
    limits.request.headerBytes = size("max_header_size", 4'096, 1'048'576);
    limits.request.headerLines = size("max_header_lines", 32, 1'000);
    limits.request.bodyBytes = size("max_body_size", 16'384, 1'048'576);
    limits.pipelined = size("max_pipelined", 1, 1'000);
    limits.requestTime = reader.duration("request_time", seconds(1), seconds(60));
    limits.idleTime = reader.duration("idle_time", seconds(5), seconds(3600));
    return limits;
}

std::vector<IpNetwork> readNetworks(Reader& reader, const Settings& settings, const std::string& key) {
    std::vector<IpNetwork> networks;
    for (const std::string& item : settings.value(key).items) {
        const auto network = IpNetwork::parse(item);
        if (network) {
            networks.push_back(*network);
        } else {
            reader.refuse(key, network.error());
        }
    }
    return networks;
}

} // namespace

const std::vector<SettingSpec>& serverSettingSpecs() {
    static const std::vector<SettingSpec> specs{
        {"listen",
         "HOST:PORT|unix:PATH",
         "Where to listen; port 0 takes any free one; may be repeated",
         Kind::List,
         {"0.0.0.0:8420"}},
        {"public_url",
         "URL",
         "The address that phones open (default: this machine's on the LAN)",
         Kind::Text,
         {}},
        {"tls_cert", "FILE", "Speak https with this certificate (PEM, its chain behind it)", Kind::Text, {}},
        {"tls_key", "FILE", "The certificate's key (PEM)", Kind::Text, {}},
        {"announce",
         "auto|yes|no",
         "Whether kiosks find it by DNS-SD (Avahi); auto: where other machines can reach it",
         Kind::Text,
         {"auto"}},
        {"trusted_proxies",
         "NETWORK",
         "A proxy, or a network of them, whose X-Forwarded-For counts; may be repeated",
         Kind::List,
         {}},
        {"metrics_from",
         "NETWORK",
         "An address or network that may read /metrics; may be repeated",
         Kind::List,
         {"127.0.0.0/8", "::1"}},
        {"database",
         "sqlite3:PATH|postgresql://…",
         "Where users, devices, kiosks, logins and audit are kept",
         Kind::Text,
         {}},
        {"key_file", "FILE", "The server's secret keys; made once when there is none", Kind::Text, {}},
        {"kiosks", "any|registered", "Whether a screen without a kiosk token is served", Kind::Text, {"any"}},
        {"registration",
         "closed|open|approve",
         "Whether a phone nobody enrolled may register itself; approve: it waits for \"device approve\"",
         Kind::Text,
         {"closed"}},
        {"require_number",
         "page|always",
         "Who has to pick the number on the screen; always shuts out wallets",
         Kind::Text,
         {"page"}},
        {"qr_style",
         "auto|plain",
         "Whether QR codes carry an LNURL for Lightning wallets; auto: with an https or onion public URL",
         Kind::Text,
         {"auto"}},
        {"challenge_window",
         "DURATION",
         "How long a QR code can be approved, 30s to 120s",
         Kind::Text,
         {"120s"}},
        {"login_lifetime", "DURATION", "How long a login lasts, 30s to 24h", Kind::Text, {"15m"}},
        {"retention", "DURATION", "How long logins and audit are kept, at least 2d", Kind::Text, {"90d"}},
        {"notices", "TEXT", "A line for every dashboard; may be repeated", Kind::List, {}},
        {"tiles_file", "FILE", "The tiles of the dashboards, as in the sample tiles.toml", Kind::Text, {}},
        {"cors_origins", "ORIGIN", "Another origin whose pages may ask; may be repeated", Kind::List, {}},
        {"refused_proofs_per_minute",
         "N",
         "Refused proofs an address may send before 429",
         Kind::Text,
         {"60"}},
        {"workers", "N", "Threads that serve requests; a held poll takes none", Kind::Text, {"128"}},
        {"max_connections", "N", "Connections at a time; one more is turned away", Kind::Text, {"16384"}},
        {"max_connections_per_address",
         "N",
         "The same from one address, or one IPv6 /64; proxies do not count",
         Kind::Text,
         {"1024"}},
        {"max_header_size", "BYTES", "A request's header lines, in all", Kind::Text, {"16384"}},
        {"max_header_lines", "N", "The same, how many", Kind::Text, {"100"}},
        {"max_body_size", "BYTES", "A request's body", Kind::Text, {"65536"}},
        {"max_pipelined", "N", "Requests sent without waiting for an answer", Kind::Text, {"32"}},
        {"request_time", "DURATION", "To send a whole request, and to take its answer", Kind::Text, {"10s"}},
        {"idle_time", "DURATION", "A connection without a request", Kind::Text, {"75s"}},
        {"drain_time",
         "DURATION",
         "How long it goes on, not ready, after SIGTERM, for load balancers to look away; 0s to 5m",
         Kind::Text,
         {"0s"}},
        {"log_format", "text|json", "How a log line looks", Kind::Text, {"text"}},
        {"log_level", "debug|info|warning|error", "What is worth a line", Kind::Text, {"info"}},
    };
    return specs;
}

Result<ServerConfig, std::string>
loadServerConfig(const std::string& configFile, const Environment& environment,
                 const std::map<std::string, std::vector<std::string>>& flags) {
    SettingSources sources;
    sources.environment = environment;
    sources.environment.erase("LATCHKEY_CONFIG");
    sources.environmentPrefix = "LATCHKEY_";
    sources.foreignPrefixes = {"LATCHKEY_KIOSK_"};
    sources.flags = flags;
    const std::string named = configFile.empty() ? variable(environment, "LATCHKEY_CONFIG") : configFile;
    sources.filesMustExist = !named.empty();
    sources.files = named.empty() ? configurationFiles(environment, "server.toml")
                                  : std::vector<std::filesystem::path>{named};
    auto settings = Settings::load(serverSettingSpecs(), sources);
    if (!settings) return Failure{settings.error()};
    if (const auto derived = derivePaths(*settings, environment); !derived) return Failure{derived.error()};

    Reader reader(*settings);
    ServerConfig config;
    config.listen = readListen(reader, *settings);
    if (!settings->text("public_url").empty()) {
        config.publicUrl = reader.parsed("public_url", WebAddress::parse(settings->text("public_url")));
    }
    config.tls = readTls(reader, *settings);
    if (config.tls && config.publicUrl && !config.publicUrl->secure())
        reader.refuse("public_url", "with tls_cert this server speaks https only; write https://");
    config.announce = reader.choice<Announce>(
        "announce", {{"auto", Announce::Auto}, {"yes", Announce::Yes}, {"no", Announce::No}});
    config.trustedProxies = TrustedProxies(readNetworks(reader, *settings, "trusted_proxies"));
    config.metricsFrom = readNetworks(reader, *settings, "metrics_from");
    config.database = reader.parsed("database", DatabaseLocation::parse(settings->text("database")))
                          .value_or(DatabaseLocation{});
    config.keyFile = settings->text("key_file");
    config.policy = readPolicy(reader, *settings);
    config.tilesFile = settings->text("tiles_file");
    config.retention = reader.duration("retention", hours(48), hours(24 * 3650));
    config.corsOrigins = readOrigins(reader, *settings);
    config.workers = reader.number("workers", 4, 1024);
    config.connections = {
        static_cast<std::size_t>(reader.number("max_connections", 16, 1'000'000)),
        static_cast<std::size_t>(reader.number("max_connections_per_address", 1, 1'000'000))};
    config.front = readFrontLimits(reader);
    config.drainTime = reader.duration("drain_time", seconds(0), seconds(300));
    config.logFormat =
        reader.choice<LogFormat>("log_format", {{"text", LogFormat::Text}, {"json", LogFormat::Json}});
    config.logLevel = reader.choice<LogLevel>("log_level", {{"debug", LogLevel::Debug},
                                                            {"info", LogLevel::Info},
                                                            {"warning", LogLevel::Warning},
                                                            {"error", LogLevel::Error}});
    if (!reader.problem().empty()) return Failure{reader.problem()};
    config.settings = *std::move(settings);
    return config;
}

const ListenAddress* firstTcp(const std::vector<ListenAddress>& listens) {
    const auto first = std::ranges::find_if(listens, &std::string::empty, &ListenAddress::path);
    return first == listens.end() ? nullptr : &*first;
}

Result<PublicUrl, std::string> publicUrlOf(const ServerConfig& config,
                                           const std::vector<ListenAddress>& listens) {
    if (config.publicUrl) return PublicUrl{*config.publicUrl, false};
    const ListenAddress* first = firstTcp(listens);
    if (!first) {
        return Failure{"no phone can open " + listens.front().text() +
                       "; give the proxy's address as --public-url"};
    }
    const LanAddress lan = lanAddressFor(first->host);
    const std::string scheme = config.tls ? "https://" : "http://";
    const auto address = WebAddress::parse(scheme + lan.host + ":" + std::to_string(first->port));
    if (!address) return Failure{"no public URL can be made of " + first->text() + "; give --public-url"};
    return PublicUrl{*address, lan.onlyThisMachine};
}

bool isAnnounced(const ServerConfig& config, const std::vector<ListenAddress>& listens,
                 const PublicUrl& url) {
    if (config.announce != Announce::Auto) return config.announce == Announce::Yes;
    const bool reachable = std::ranges::any_of(listens, [](const ListenAddress& address) {
        return address.path.empty() && !isLoopback(address.host);
    });
    return reachable && !url.onlyThisMachine;
}

} // namespace latchkey
