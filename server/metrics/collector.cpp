#include "server/metrics/collector.h"

#include "server/http/bounded_server.h"
#include "server/http/health_routes.h"
#include "server/http/request_tally.h"
#include "server/http/tls_context.h"
#include "server/login/login_core.h"
#include "server/metrics/metric_families.h"
#include "server/metrics/process_facts.h"
#include "server/store/database.h"

#include <array>

namespace latchkey {

namespace {

template <class Count>
double number(Count count) {
    return static_cast<double>(count);
}

double unixTime(std::chrono::sys_seconds instant) {
    return number(instant.time_since_epoch().count());
}

// In the order of LoginTally::Answer.
constexpr std::array<const char*, LoginTally::kAnswers> kAnswers{"approved", "refused", "failed"};

// The front's refusals, by HTTP status.
constexpr std::array<std::pair<int, const char*>, 6> kFrontRefusals{{{400, "bad_request"},
                                                                     {408, "too_slow"},
                                                                     {413, "body_too_large"},
                                                                     {429, "pipelined"},
                                                                     {431, "headers_too_large"},
                                                                     {501, "transfer_coding"}}};

void addProcess(MetricFamilies& families) {
    const auto facts = readProcessFacts();
    if (!facts) return;
    families.counter("process_cpu_seconds_total", "CPU time of the server, in seconds.")
        .add(facts->cpuSeconds);
    families.gauge("process_resident_memory_bytes", "Memory that the server has in RAM.")
        .add(number(facts->residentBytes));
    families.gauge("process_virtual_memory_bytes", "Addresses that the server has laid claim to.")
        .add(number(facts->virtualBytes));
    families.gauge("process_threads", "Threads of the server.").add(number(facts->threads));
    families.gauge("process_open_fds", "Open files, connections among them.").add(number(facts->openFiles));
    families.gauge("process_max_fds", "Files that may be open (LimitNOFILE).").add(number(facts->mostFiles));
    families.gauge("process_start_time_seconds", "When the server was started, as Unix time.")
        .add(facts->startedAt);
}

} // namespace

std::string Collector::text() const {
    MetricFamilies families;
    addServer(families);
    addRequests(families);
    addFront(families);
    addTls(families);
    addLogins(families);
    addDatabase(families);
    addProcess(families);
    return std::move(families).text();
}

void Collector::addServer(MetricFamilies& families) const {
    families.gauge("latchkey_build_info", "1; the version of the server is the label.")
        .add(1, {{"version", LATCHKEY_VERSION}});
    families
        .gauge("latchkey_ready", "1 while the server can do its work, else 0: /api/health/ready says why.")
        .add(m_sources.health.obstacles().empty() ? 1 : 0);
    families
        .gauge("latchkey_clock_timestamp_seconds",
               "The server's clock, as Unix time; codes are fresh or expired by it.")
        .add(unixTime(m_sources.core.now()));
    MetricFamily& keys = families.gauge(
        "latchkey_key_start_timestamp_seconds",
        "From when on each key of the server is in force, as Unix time; 0: since ever. The key's name, as "
        "\"key list\" has it, is the label, and says nothing of the key.");
    for (const KeyRing::Entry& entry : m_sources.core.codecs()->keys.entries())
        keys.add(entry.from ? unixTime(*entry.from) : 0, {{"key", entry.key.id()}});
}

void Collector::addRequests(MetricFamilies& families) const {
    const RequestTally::All all = m_sources.requests.all();
    MetricFamily& requests =
        families.counter("latchkey_http_requests_total",
                         "Requests answered, by method, route and HTTP status. What is at no route is "
                         "\"other\".");
    for (const auto& [route, counts] : all.routes) {
        for (const auto& [status, count] : counts.statuses) {
            requests.add(
                number(count),
                {{"method", route.method}, {"route", route.path}, {"status", std::to_string(status)}});
        }
    }
    MetricFamily& work = families.histogram(
        "latchkey_http_request_duration_seconds",
        "How long the server worked on a request, by method and route. The time that a poll was held for is "
        "not in it.");
    for (const auto& [route, counts] : all.routes)
        work.add(counts.work, {{"method", route.method}, {"route", route.path}});
    families
        .histogram("latchkey_poll_hold_duration_seconds",
                   "How long a poll was held until it was answered. Most are held for as long as their "
                   "screen asks, and the others until a phone comes.")
        .add(all.held);
}

void Collector::addFront(MetricFamilies& families) const {
    const Reactor::Load load = m_sources.server.load();
    families.gauge("latchkey_polls_held", "Polls that are held now: screens that wait for a phone.")
        .add(number(load.held));
    families.gauge("latchkey_workers", "Threads that serve requests (the setting \"workers\").")
        .add(load.workers);
    families.gauge("latchkey_workers_busy", "Those that serve one now, the one that tells this among them.")
        .add(load.busy);
    families.gauge("latchkey_requests_waiting", "Connections with something to do and no worker free yet.")
        .add(number(load.waiting));

    const ConnectionBounds::Usage connections = m_sources.server.connections();
    families.gauge("latchkey_connections", "Connections that are open now.").add(number(connections.now));
    families
        .gauge("latchkey_connections_limit",
               "As many there may be at a time (the setting \"max_connections\").")
        .add(number(connections.limit));
    families.counter("latchkey_connections_accepted_total", "Connections that were let in.")
        .add(number(connections.admitted));

    const FrontTally::Counts counts = m_sources.server.tally().counts();
    MetricFamily& refusals =
        families.counter("latchkey_front_refusals_total",
                         "What was turned away before any route saw it, by reason: one connection too many, "
                         "in all or from its address; too slow, too large, or no HTTP that we take.");
    refusals.add(number(connections.tooManyInAll), {{"reason", "too_many_connections"}})
        .add(number(connections.tooManyOfNetwork), {{"reason", "too_many_from_address"}})
        .add(number(counts.plainHttp), {{"reason", "plain_http"}});
    for (const auto& [status, reason] : kFrontRefusals) {
        const auto found = counts.refusals.find(status);
        refusals.add(found == counts.refusals.end() ? 0 : number(found->second), {{"reason", reason}});
    }
}

void Collector::addTls(MetricFamilies& families) const {
    const auto tls = m_sources.server.tls();
    if (!tls) return;
    const FrontTally::Counts counts = m_sources.server.tally().counts();
    families
        .counter("latchkey_tls_handshakes_total",
                 "TLS handshakes, by outcome. A failed one is often a phone that does not trust the "
                 "certificate; who just leaves is in neither.")
        .add(number(counts.handshakesDone), {{"outcome", "done"}})
        .add(number(counts.handshakesFailed), {{"outcome", "failed"}});
    families
        .gauge("latchkey_tls_certificate_expiry_timestamp_seconds",
               "When the certificate in force expires, as Unix time.")
        .add(unixTime(tls->identity().validUntil()));
}

void Collector::addLogins(MetricFamilies& families) const {
    using Event = LoginTally::Event;
    const LoginTally::Counts counts = m_sources.core.tally.counts();
    MetricFamily& attempts =
        families.counter("latchkey_login_attempts_total",
                         "Proofs that phones sent to sign in, by their kind and what became of them. "
                         "Refused: the phone's fault. Failed: the server's.");
    for (std::size_t kind = 0; kind < kProofKinds; ++kind) {
        for (std::size_t answer = 0; answer < kAnswers.size(); ++answer) {
            attempts.add(number(counts.proofs[kind][answer]),
                         {{"proof", std::string(toText(static_cast<ProofKind>(kind)))},
                          {"outcome", kAnswers[answer]}});
        }
    }
    MetricFamily& refusals = families.counter(
        "latchkey_refusals_total",
        "What phones were told when a proof, a scan, a typed code or an enrolment was refused, by reason.");
    for (std::size_t reason = 0; reason < kRefusalReasons; ++reason) {
        refusals.add(number(counts.refusals[reason]),
                     {{"reason", std::string(toText(static_cast<Refusal::Reason>(reason)))}});
    }
    MetricFamily& verifications = families.histogram("latchkey_proof_verification_duration_seconds",
                                                     "How long a signature took to check, by kind of proof.");
    for (const ProofKind kind : {ProofKind::SignedMessage, ProofKind::RawEcdsa, ProofKind::Page,
                                 ProofKind::Wallet, ProofKind::Passkey}) {
        verifications.add(counts.verifications[static_cast<std::size_t>(kind)],
                          {{"proof", std::string(toText(kind))}});
    }
    const auto events = [&](Event event) { return number(counts.events[static_cast<std::size_t>(event)]); };
    families.counter("latchkey_scans_opened_total", "Codes that a phone's page has opened.")
        .add(events(Event::ScanOpened));
    families
        .counter(
            "latchkey_scans_burnt_total",
            "Codes made void while a phone had them open: its person declined, or picked a wrong number; or "
            "the person at the screen sent it away.")
        .add(events(Event::Declined), {{"how", "declined"}})
        .add(events(Event::WrongNumber), {{"how", "wrong_number"}})
        .add(events(Event::SentAway), {{"how", "sent_away"}});
    families
        .counter("latchkey_logins_ended_total",
                 "Logins that somebody ended, at the screen or from the phone; the others run out.")
        .add(events(Event::SignedOut), {{"how", "signed_out"}})
        .add(events(Event::LockedByPhone), {{"how", "locked_by_phone"}});
}

void Collector::addDatabase(MetricFamilies& families) const {
    const DatabaseTally::All all = m_sources.core.database.tally().all();
    families
        .histogram("latchkey_database_operation_duration_seconds",
                   "How long a read or write took, with the wait for those before it.")
        .add(all.reads.time, {{"operation", "read"}})
        .add(all.writes.time, {{"operation", "write"}});
    families
        .counter("latchkey_database_errors_total",
                 "Reads and writes that the database could not do; the log says why.")
        .add(number(all.reads.errors), {{"operation", "read"}})
        .add(number(all.writes.errors), {{"operation", "write"}});
}

} // namespace latchkey
