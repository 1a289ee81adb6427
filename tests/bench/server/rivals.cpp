#include "tests/bench/server/rivals.h"

#include "tests/bench/server/http_connection.h"

#include <chrono>
#include <memory>
#include <regex>
#include <sstream>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

// A port that was free a moment ago: nginx cannot be asked which one it took.
std::uint16_t freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        giveUp("no port is free");
    ::close(socket);
    return ntohs(address.sin_port);
}

// As nginx's configuration wants them: add_header NAME "VALUE" always; and the body.
struct Constant {
    std::string headers;
    std::string body;
};

Constant answerOf(const std::string& url) {
    std::istringstream answer(outputOf({"curl", "-sik", url}));
    Constant constant;
    std::string line;
    std::getline(answer, line);
    while (std::getline(answer, line) && line != "\r") {
        line.pop_back();
        const std::size_t colon = line.find(": ");
        const std::string name = line.substr(0, colon);
        // nginx writes its own of these.
        if (name == "Content-Length" || name == "Content-Type" || name == "Connection" ||
            name == "Keep-Alive")
            continue;
        constant.headers += "add_header " + name + " \"" + line.substr(colon + 2) + "\" always;\n";
    }
    std::getline(answer, constant.body, '\0');
    return constant;
}

double numberAfter(const std::string& text, const std::string& pattern) {
    std::smatch match;
    return std::regex_search(text, match, std::regex(pattern)) ? std::stod(match[1]) : 0;
}

} // namespace

Nginx::Nginx(const std::string& url, const std::string& target, const std::string& tls) {
    const Constant constant = answerOf(url + target);
    const std::string port = std::to_string(freePort());
    m_url = (tls.empty() ? "http://127.0.0.1:" : "https://127.0.0.1:") + port;
    const std::string folder = m_folder.path().string();
    // As many processes as there are processors, which is its advice. keepalive_requests as the server's.
    const auto configuration = m_folder.write(
        "nginx.conf", "daemon off; worker_processes auto; pid " + folder +
                          "/pid; error_log stderr crit; worker_rlimit_nofile 20000;\n"
                          "events { worker_connections 8192; }\n"
                          "http { access_log off; keepalive_requests 10000; default_type application/json;\n"
                          "server { listen 127.0.0.1:" +
                          port + (tls.empty() ? "" : " ssl") + " backlog=4096;\n" + tls + "location / {\n" +
                          constant.headers + "return 200 '" + constant.body + "'; } } }\n");
    m_process = std::make_unique<Process>(
        std::vector<std::string>{"nginx", "-p", folder, "-e", "stderr", "-c", configuration.string()},
        folder + "/log");
    for (int i = 0; i < 100; ++i) {
        const int probe = connectFrom(INADDR_LOOPBACK, static_cast<std::uint16_t>(std::stoi(port)));
        std::this_thread::sleep_for(50ms);
        int problem = 0;
        socklen_t size = sizeof problem;
        const bool answers = ::getsockopt(probe, SOL_SOCKET, SO_ERROR, &problem, &size) == 0 && problem == 0;
        ::close(probe);
        if (answers) return;
        if (!m_process->runs()) break;
    }
    giveUp("nginx does not come up; it has to be installed");
}

Nginx::~Nginx() = default;

WrkFigures wrk(const std::string& url, int connections, int seconds, bool keepAlive) {
    std::vector<std::string> command{
        "wrk", "-t2", "-c" + std::to_string(connections), "-d" + std::to_string(seconds) + "s", "--timeout",
        "10s", url};
    if (!keepAlive) command.insert(command.begin() + 1, {"-H", "Connection: close"});
    const std::string said = outputOf(command);
    WrkFigures figures;
    figures.requestsPerSecond = numberAfter(said, "Requests/sec: *([0-9.]+)");
    figures.errors = numberAfter(said, "Non-2xx or 3xx responses: ([0-9]+)");
    for (const char* kind : {"connect", "read", "write", "timeout"})
        figures.errors += numberAfter(said, "Socket errors:.*" + std::string(kind) + " ([0-9]+)");
    return figures;
}

void compareByWrk(Table& table, const std::string& measure, double goal_percent, const std::string& ours,
                  const std::string& theirs, int connections, bool keepAlive) {
    // In turns, so that a machine that is slow for a while is slow for both.
    WrkFigures we, they;
    for (int turn = 0; turn < 2; ++turn) {
        for (auto [url, figures] : {std::pair(&theirs, &they), std::pair(&ours, &we)}) {
            const WrkFigures round = wrk(*url, connections, kWrkSeconds, keepAlive);
            figures->requestsPerSecond += round.requestsPerSecond / 2;
            figures->errors += round.errors;
        }
    }
    std::fprintf(stderr, "%s: %s/s, nginx %s/s, errors %s, nginx's %s\n", measure.c_str(),
                 shown(we.requestsPerSecond).c_str(), shown(they.requestsPerSecond).c_str(),
                 shown(we.errors).c_str(), shown(they.errors).c_str());
    table.atLeast(measure + ", of nginx", goal_percent, 100 * we.requestsPerSecond / they.requestsPerSecond,
                  " %");
    table.atMost(measure + ", errors", 0, we.errors, "");
}

} // namespace latchkey::bench
