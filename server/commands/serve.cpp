// latchkey-server serve
#include "common/time_format.h"
#include "server/commands/command_line.h"
#include "server/config/tiles.h"
#include "server/discovery/service_announcer.h"
#include "server/http/bounded_server.h"
#include "server/http/health_routes.h"
#include "server/http/kiosk_routes.h"
#include "server/http/lnurl_routes.h"
#include "server/http/phone_routes.h"
#include "server/http/routes.h"
#include "server/http/tls_context.h"
#include "server/login/key_file.h"
#include "server/login/login_service.h"
#include "server/metrics/metrics_routes.h"
#include "server/store/change_feed.h"
#include "server/store/database.h"
#include "server/store/facts.h"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <optional>
#include <sys/resource.h>
#include <thread>
#include <utility>

namespace latchkey {

namespace {

constexpr std::chrono::hours kForgetEvery{1};
constexpr std::chrono::minutes kLookAtKeysEvery{1}; // "key rotate" leaves more time than that
constexpr std::size_t kOtherFiles = 128; // that are no connections: the database's, epoll's, standard error

sigset_t controlSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

// The parts of the running server that take new settings and keys.
struct Running {
    const ServerConfig& config; // as it was started
    const WebAddress& url;
    BoundedServer& server;
    Routes& routes;
    MetricsRoutes& metrics;
    LoginCore& core;
    ServiceAnnouncer* announcer; // null: it is not announced
    KeyFile& keyFile;
};

void announceKeys(EventLog& log, const KeyRing& keys) {
    const Instant now = systemNow();
    const KeyRing::Entry& inForce = keys.inForce(now);
    const KeyRing::Entry& last = keys.entries().back();
    if (&last == &inForce) return log.info("keys.loaded", {{"in_force", inForce.key.id()}});
    log.info("keys.loaded",
             {{"in_force", inForce.key.id()}, {"next", last.key.id()}, {"next_from", toRfc3339(*last.from)}});
}

// Keys that cannot be read leave those in force.
void reloadKeys(const Running& running) {
    EventLog& log = running.core.log;
    const auto keys = running.keyFile.load();
    if (!keys) return log.error("keys.refused", {{"reason", keys.error()}});
    running.core.setKeys(*keys);
    announceKeys(log, *keys);
}

// Null: plain HTTP.
Result<std::shared_ptr<TlsContext>, std::string> loadTls(const ServerConfig& config) {
    if (!config.tls) return std::shared_ptr<TlsContext>();
    return TlsContext::load(*config.tls, systemNow);
}

void announceTls(EventLog& log, const TlsIdentity& identity, const WebAddress& url) {
    log.info("tls.certificate", {{"names", identity.names()},
                                 {"valid_until", toRfc3339(identity.validUntil())},
                                 {"key", identity.fingerprint().groups()}});
    for (const std::string& fault : identity.faults(url.host(), systemNow()))
        log.warning("tls.fault", {{"reason", fault}});
}

ServerAnnouncement announcementOf(const WebAddress& url, const TlsContext* tls) {
    if (!tls) return {url, std::nullopt};
    return {url, tls->identity().fingerprint()};
}

// The certificate is read again even where its file has the same name: that is how one is renewed. One that
// cannot be used leaves the one in force.
void reloadTls(const ServerConfig& config, const Running& running) {
    if (!config.tls || !running.config.tls) return;
    const auto tls = loadTls(config);
    if (!tls) return running.core.log.error("tls.refused", {{"reason", tls.error()}});
    running.server.setTls(*tls);
    announceTls(running.core.log, (*tls)->identity(), running.url);
    if (running.announcer) running.announcer->change(announcementOf(running.url, tls->get()));
}

// Tiles that cannot be read leave those in force.
LoginPolicy reloadedPolicy(const ServerConfig& config, LoginCore& core) {
    LoginPolicy policy = config.policy;
    auto tiles = loadTiles(config.tilesFile);
    if (!tiles) core.log.error("tiles.refused", {{"reason", tiles.error()}});
    policy.tiles = tiles ? *std::move(tiles) : core.policy()->tiles;
    return policy;
}

MetricsAccess metricsAccess(const ServerConfig& config) {
    return {config.metricsFrom, !config.trustedProxies.none()};
}

// What needs another start to change is said so, and left as it is.
void reload(const CommandLine& line, const Running& running) {
    EventLog& log = running.core.log;
    const auto config = loadConfig(line);
    if (!config) return log.error("config.refused", {{"reason", config.error()}});
    for (const char* key : {"listen", "public_url", "announce", "database", "key_file", "workers",
                            "max_header_size", "max_header_lines", "max_body_size", "max_pipelined",
                            "request_time", "idle_time", "drain_time", "log_format"}) {
        if (config->settings.value(key).items == running.config.settings.value(key).items) continue;
        log.warning("config.needs_restart", {{"setting", key}});
    }
    if (config->tls.has_value() != running.config.tls.has_value())
        log.warning("config.needs_restart", {{"setting", "tls_cert"}});
    reloadTls(*config, running);
    reloadKeys(running);
    running.server.setTrustedProxies(config->trustedProxies);
    running.metrics.setAccess(metricsAccess(*config));
    running.server.setConnectionLimits(config->connections);
    running.core.setPolicy(reloadedPolicy(*config, running.core));
    running.routes.setCorsOrigins(config->corsOrigins);
    log.setLevel(config->logLevel);
    log.info("config.reloaded");
}

// Something to do every so often.
class Routine {
  public:
    using Clock = std::chrono::steady_clock;

    Routine(Clock::duration every, std::function<void()> work) : m_every(every), m_work(std::move(work)) {}

    Clock::time_point next() const { return m_next; }
    void doIfDue() {
        if (Clock::now() < m_next) return;
        m_next = Clock::now() + m_every;
        m_work();
    }

  private:
    Clock::duration m_every;
    std::function<void()> m_work;
    Clock::time_point m_next{};
};

// The watch of the running server: signals, and what is to be done every so often.
class Watch {
  public:
    Watch(EventLog& log, std::vector<Routine> routines) : m_log(log), m_routines(std::move(routines)) {}

    using Time = Routine::Clock::time_point;

    // Returns when the server is to stop, or at that time.
    void run(const std::function<void()>& onReload, Time until = Time::max()) {
        const sigset_t signals = controlSignals();
        while (Routine::Clock::now() < until) {
            const timespec rest = timeTo(std::min(next(), until));
            const int signal = ::sigtimedwait(&signals, nullptr, &rest);
            if (signal == SIGTERM || signal == SIGINT) return;
            try {
                if (signal == SIGHUP) onReload();
                for (Routine& routine : m_routines) routine.doIfDue();
            } catch (const DatabaseUnavailable&) { // logged when it is lost
            } catch (const DatabaseError& error) {
                m_log.error("database.failed", {{"reason", error.what()}});
            }
        }
    }

  private:
    Time next() const {
        Time earliest = Time::max();
        for (const Routine& routine : m_routines) earliest = std::min(earliest, routine.next());
        return earliest;
    }

    static timespec timeTo(Time when) {
        using namespace std::chrono;
        const auto left = std::max(when - steady_clock::now(), steady_clock::duration::zero());
        const auto whole = floor<seconds>(left);
        return {whole.count(), nanoseconds(left - whole).count()};
    }

    EventLog& m_log;
    std::vector<Routine> m_routines;
};

// Where the service manager has opened sockets, those count.
Result<std::vector<Listener>, std::string> openListeners(const std::vector<ListenAddress>& addresses) {
    auto listeners = Listener::handedOver();
    if (!listeners || !listeners->empty()) return listeners;
    for (const ListenAddress& address : addresses) {
        auto listener = Listener::open(address);
        if (!listener) return Failure{listener.error()};
        listeners->push_back(*std::move(listener));
    }
    return listeners;
}

// Has those who wait told of what other processes change, and notices when a database that was lost is back,
// on a thread of its own, for as long as it lives.
class Following {
  public:
    explicit Following(LoginCore& core)
        : m_core(core), m_feed(core.database), m_thread([this](const std::stop_token& stop) { run(stop); }) {}
    ~Following() {
        m_thread.request_stop();
        m_feed.stop();
    }

  private:
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            try {
                m_core.changedElsewhere(m_feed.next());
                m_core.database.tryWriting();
                logTrouble();
                continue;
            } catch (const DatabaseUnavailable&) { // which is logged when it is lost
            } catch (const DatabaseError& error) {
                m_core.log.error("database.failed", {{"reason", error.what()}});
            }
            m_feed.beginAnew();
        }
    }

    // Once, until it hears again. Not the first time: when the database comes back it is seen, often, before
    // it is listened to.
    void logTrouble() {
        const std::string trouble = m_feed.trouble();
        const int times = std::exchange(m_troubled, trouble.empty() ? 0 : m_troubled + 1);
        if (trouble.empty() && times >= kWorthTelling) m_core.log.info("database.listening");
        if (m_troubled != kWorthTelling) return;
        m_core.log.warning("database.not_listening",
                           {{"reason", trouble},
                            {"effect", "what it and the other servers change is seen by one another within a "
                                       "second, and not at once"},
                            {"fix", "where it knows no LISTEN, add listen=no to the database's URI; "
                                    "else allow one connection more for each server"}});
    }

    static constexpr int kWorthTelling = 2;

    LoginCore& m_core;
    ChangeFeed m_feed;
    int m_troubled = 0; // looks in a row, of its thread
    std::jthread m_thread;
};

void logAvailability(Database& database, EventLog& log) {
    database.onLost([&log](const std::string& reason) {
        log.error("database.lost",
                  {{"reason", reason},
                   {"fix", "see that it runs and its disk has room; it is tried every second"}});
    });
    database.onBack([&log] { log.info("database.back"); });
}

void announce(EventLog& log, const ServerConfig& config, const std::vector<ListenAddress>& listens,
              const PublicUrl& url) {
    log.info("server.started", {{"version", LATCHKEY_VERSION},
                                {"phones_open", url.address.text()},
                                {"database", config.database.text()},
                                {"key_file", config.keyFile.string()}});
    for (const ListenAddress& address : listens)
        log.info("server.listening", {{"address", address.text()}, {"port", address.port}});
    if (url.onlyThisMachine) {
        const ListenAddress& first = *firstTcp(listens);
        const bool listensEverywhere = first.host == "0.0.0.0" || first.host == "::";
        log.warning(
            "server.not_reachable",
            {{"reason", listensEverywhere
                            ? "this machine has no address on a network; no phone can open this URL"
                            : "it listens on a loopback address; no phone can open this URL"},
             {"fix", listensEverywhere ? "connect it to the network, or give --public-url"
                                       : "give --listen 0.0.0.0:8420, or --public-url behind a proxy"}});
    }
    if (url.address.secure() && !config.tls && config.trustedProxies.none() && firstTcp(listens)) {
        log.warning(
            "server.proxy_unknown",
            {{"reason", "the public URL is https and this server speaks plain http, so there is a proxy; "
                        "all phones count as one client, the proxy"},
             {"fix", "give the proxy's address as --trusted-proxies, or a certificate as --tls-cert"}});
    }
}

// A connection is a file: as many as the system lets this process have. The usual 1024 are there for programs
// that still use select().
void allowManyConnections(EventLog& log, std::size_t connections) {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur >= connections + kOtherFiles) return;
    log.warning(
        "server.few_files",
        {{"files", files.rlim_cur},
         {"connections", connections},
         {"fix", "lower max_connections, or raise the limit of open files (LimitNOFILE, ulimit -n)"}});
}

int serve(const CommandLine& line) {
    const auto config = loadConfig(line);
    if (!config) return fail(config.error(), kUsage);
    const sigset_t signals = controlSignals(); // before any thread is made, so that all of them inherit it
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    EventLog log(config->logFormat, config->logLevel);
    allowManyConnections(log, config->connections.inAll);
    const auto tls = loadTls(*config);
    if (!tls) return fail(tls.error());
    const auto tiles = loadTiles(config->tilesFile);
    if (!tiles) return fail(tiles.error());
    const auto database = Database::open(config->database);
    if (!database) return fail(database.error());
    logAvailability(**database, log);
    KeyFile keyFile(config->keyFile);
    const auto keys = keyFile.loadOrCreate(systemRandom());
    if (!keys) return fail(keys.error());

    auto listeners = openListeners(config->listen);
    if (!listeners) return fail(listeners.error());
    std::vector<ListenAddress> listens;
    for (const Listener& listener : *listeners) listens.push_back(listener.address());
    const auto url = publicUrlOf(*config, listens);
    if (!url) return fail(url.error());

    BoundedServer server(config->workers, config->front);
    (*database)->onUse(Reactor::mayTakeLong);
    for (Listener& listener : *listeners) server.listen(std::move(listener));
    server.setTls(*tls);
    server.setTrustedProxies(config->trustedProxies);
    server.setConnectionLimits(config->connections);
    server.onTurnedAway([&log, quietUntil = std::chrono::steady_clock::time_point()](
                            const std::string& address) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now < quietUntil) return;
        quietUntil = now + std::chrono::minutes(1); // whoever has so many fills the log otherwise
        log.warning("server.too_many_connections",
                    {{"address", address},
                     {"fix", "where they are kiosks, raise max_connections or max_connections_per_address"}});
    });
    server.onHandshakeFailed([&log](const std::string& address, const std::string& reason) {
        log.debug("tls.handshake_failed", {{"address", address}, {"reason", reason}});
    });

    LoginPolicy policy = config->policy;
    policy.tiles = *tiles;
    LoginCore core(*keys, url->address, **database, log, std::move(policy), systemNow, systemRandom());
    LoginService logins(core);
    ApprovalService approvals(core);
    ScanService scans(core);
    PhoneEnrolment phones(core);
    Routes routes(core, {logins, approvals, scans}, url->address);
    routes.setCorsOrigins(config->corsOrigins);
    routes.install(server);
    // Who waits for a typed code waits for a screen, whose poll needs a thread to answer it.
    PhoneRoutes phoneRoutes(core, scans, phones, config->workers / 2);
    phoneRoutes.install(server);
    LnurlRoutes lnurlRoutes(approvals, phones);
    lnurlRoutes.install(server);
    HealthRoutes health(logins);
    health.install(server);
    MetricsRoutes metrics(Collector({server, routes.requests(), health, core}), metricsAccess(*config));
    metrics.install(server);
    KioskEvents kioskEvents(core);
    KioskRoutes kioskRoutes(kioskEvents);
    kioskRoutes.install(server);
    (*database)->write(
        [&](Transaction& transaction) { facts::put(transaction, facts::kPublicUrl, url->address.text()); });
    if (url->address.secure()) server.demandHttps();
    announce(log, *config, listens, *url);
    announceKeys(log, *keys);
    if (*tls) announceTls(log, (*tls)->identity(), url->address);

    std::thread serving([&] { server.serve(); });
    std::unique_ptr<ServiceAnnouncer> announcer;
    if (isAnnounced(*config, listens, *url)) {
        const ListenAddress* tcp = firstTcp(listens);
        announcer = std::make_unique<ServiceAnnouncer>(announcementOf(url->address, tls->get()),
                                                       tcp ? tcp->port : url->address.port(), log);
    }
    const Running running{*config, url->address, server, routes, metrics, core, announcer.get(), keyFile};
    std::optional<Following> following(std::in_place, core);
    Watch watch(log, {{kForgetEvery, [&] { logins.forgetOlderThan(config->retention); }},
                      {kLookAtKeysEvery, [&] {
                           if (keyFile.changed()) reloadKeys(running);
                       }}});
    watch.run([&] { reload(line, running); });
    health.stopping();
    announcer.reset(); // before it stops answering
    if (config->drainTime.count() > 0) {
        log.info("server.draining", {{"for", toText(config->drainTime)}});
        watch.run([] {}, std::chrono::steady_clock::now() + config->drainTime);
    }
    following.reset();
    log.info("server.stopping");
    core.changes.close();
    server.finish();
    serving.join();
    log.info("server.stopped");
    return kDone;
}

} // namespace

void addServeCommand(CLI::App& app, CommandLine& line) {
    CLI::App* command =
        app.add_subcommand("serve", "Run the server until SIGTERM; SIGHUP reloads the settings");
    addSettingOptions(*command, line);
    command->callback([&line] { line.run = [&line] { return serve(line); }; });
}

} // namespace latchkey
