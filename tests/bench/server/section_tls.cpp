#include "tests/bench/server/rivals.h"
#include "tests/bench/server/sections.h"
#include "tests/bench/server/server_under_test.h"
#include "tests/support/tls_files.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace latchkey::bench {

namespace {

// Each with one request, since a session of TLS 1.3 can be resumed only after its client has read something.
double handshakesPerSecond(const std::string& url, const std::string& target, bool resumed) {
    const std::string said =
        outputOf({"openssl", "s_time", "-connect", url.substr(url.rfind('/') + 1), "-www", target,
                  resumed ? "-reuse" : "-new", "-time", std::to_string(kWrkSeconds)});
    // "1234 connections in 5 real seconds, …", behind a letter for each of them: r where it was resumed.
    const std::size_t end = said.find(" real seconds");
    const std::size_t line = said.rfind('\n', end) + 1;
    const double connections = std::strtod(said.c_str() + line, nullptr);
    const auto reused = static_cast<double>(std::count(said.begin(), said.end(), 'r'));
    if (resumed && reused < 0.9 * connections) giveUp(url + " resumes no sessions: " + said.substr(line));
    return connections / kWrkSeconds;
}

} // namespace

void measureTls(Table& table) {
    const TemporaryFolder folder;
    const auto files = writeFiles(folder, TestAuthority().issue());
    const std::string certificate = files.certificate.string();
    const std::string key = files.key.string();
    const ServerUnderTest server({"--tls-cert", certificate, "--tls-key", key});
    const std::string target = server.pollTarget();
    const Nginx nginx(server.url(), target,
                      "ssl_certificate " + certificate + "; ssl_certificate_key " + key +
                          "; ssl_session_cache shared:all:10m; ssl_protocols TLSv1.2 TLSv1.3;\n");
    for (const auto& [name, resumed] : {std::pair("new", false), std::pair("resumed", true)}) {
        double we = 0, they = 0;
        for (int turn = 0; turn < 2; ++turn) {
            they += handshakesPerSecond(nginx.url(), target, resumed);
            we += handshakesPerSecond(server.url(), target, resumed);
        }
        table.atLeast(std::string("TLS handshakes, ") + name + ", of nginx", 60, 100 * we / they, " %");
    }
    compareByWrk(table, "checkfast inside TLS, 32 connections", 60, server.url() + target,
                 nginx.url() + target, 32, true);
}

} // namespace latchkey::bench
