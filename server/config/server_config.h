// The server's settings: which there are, what each may be, and the values in force.
#pragma once

#include "common/event_log.h"
#include "common/settings.h"
#include "common/web_address.h"
#include "server/http/client_address.h"
#include "server/http/connection.h"
#include "server/http/connection_bounds.h"
#include "server/http/tls_identity.h"
#include "server/login/login_policy.h"
#include "server/store/database.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace latchkey {

// Whether kiosks on the network can find the server by DNS-SD. Auto: where it listens on more than loopback.
enum class Announce { Auto, Yes, No };

struct ServerConfig {
    std::vector<ListenAddress> listen;     // at least one
    std::optional<WebAddress> publicUrl;   // nullopt: to be worked out once the port is known
    std::optional<TlsIdentity::Files> tls; // nullopt: plain HTTP
    Announce announce = Announce::Auto;
    TrustedProxies trustedProxies;
    std::vector<IpNetwork> metricsFrom; // who may read /metrics
    DatabaseLocation database;
    std::filesystem::path keyFile;
    LoginPolicy policy;              // without the tiles, which loadTiles() reads
    std::filesystem::path tilesFile; // empty: there are none
    std::chrono::seconds retention{};
    std::chrono::seconds drainTime{};     // not ready, and still serving, before it stops
    std::vector<std::string> corsOrigins; // origins, canonical
    int workers = 0;
    ConnectionLimits connections;
    FrontLimits front;
    LogFormat logFormat = LogFormat::Text;
    LogLevel logLevel = LogLevel::Info;
    Settings settings; // where each came from
};

// In the order that help texts and "config check" show them.
const std::vector<SettingSpec>& serverSettingSpecs();

// Reads files, environment and flags (by key) into a configuration.
//   configFile  the only file to read; empty: LATCHKEY_CONFIG, else the usual places
// On failure: one sentence that names the place, the key and the fix.
Result<ServerConfig, std::string>
loadServerConfig(const std::string& configFile, const std::map<std::string, std::string>& environment,
                 const std::map<std::string, std::vector<std::string>>& flags);

// The address that phones open: the operator's, or this machine's on the LAN with the port of the first TCP
// socket, by https when the server speaks TLS.
struct PublicUrl {
    WebAddress address;
    bool onlyThisMachine = false; // no phone can reach it
};
//   listens  where it does, with the ports that it has
Result<PublicUrl, std::string> publicUrlOf(const ServerConfig& config,
                                           const std::vector<ListenAddress>& listens);

// The first of them on a network; null: all are Unix sockets.
const ListenAddress* firstTcp(const std::vector<ListenAddress>& listens);

// Whether the server announces itself: by itself only where another machine can reach it.
bool isAnnounced(const ServerConfig& config, const std::vector<ListenAddress>& listens, const PublicUrl& url);

} // namespace latchkey
