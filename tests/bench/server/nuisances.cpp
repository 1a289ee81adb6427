#include "tests/bench/server/nuisances.h"

#include "tests/bench/server/http_connection.h"

#include <array>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

constexpr in_addr_t kFrom = INADDR_LOOPBACK + 65'536; // 127.1.0.1: not where the kiosks are
constexpr auto kDrip = 1s;
constexpr auto kBackAfter = 10ms;

std::string beginningOf(Nuisances::Kind kind) {
    switch (kind) {
    case Nuisances::Kind::Silent:
        return {};
    case Nuisances::Kind::EndlessChunks:
        return "POST /fast HTTP/1.1\r\nHost: bench\r\nTransfer-Encoding: chunked\r\n\r\n";
    default:
        return "GET /api/health HTTP/1.1\r\n";
    }
}

std::string goingOn(Nuisances::Kind kind) {
    const std::string bulk(4000, 'x');
    return kind == Nuisances::Kind::EndlessChunks ? "fa0\r\n" + bulk + "\r\n" : "X: " + bulk + "\r\n";
}

} // namespace

class Nuisances::Client final : private EventLoop::Watcher {
  public:
    Client(Nuisances& all, Kind kind, in_addr_t from) : m_all(all), m_kind(kind), m_from(from) { come(); }
    ~Client() override { leave(); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

  private:
    bool floods() const { return m_kind == Kind::EndlessHeader || m_kind == Kind::EndlessChunks; }

    void come() {
        m_socket = connectFrom(m_from, m_all.m_port);
        m_output = beginningOf(m_kind);
        if (m_socket < 0) return comeBack();
        m_all.m_loop.add(m_socket, *this, !m_output.empty());
        if (m_kind == Kind::Dripping) drip(++m_visit);
    }

    void leave() {
        if (m_socket < 0) return;
        m_all.m_loop.remove(m_socket);
        ::close(std::exchange(m_socket, -1));
    }

    void comeBack() {
        m_all.m_loop.at(Clock::now() + kBackAfter, [this] { come(); });
    }

    void drip(int visit) {
        m_all.m_loop.at(Clock::now() + kDrip, [this, visit] {
            if (m_socket < 0 || visit != m_visit) return;
            if (m_output.empty() && ::send(m_socket, "x", 1, MSG_NOSIGNAL) == 1) m_all.m_sent_MB += 1e-6;
            drip(visit);
        });
    }

    void onReady(bool readable, bool writable) override {
        if (readable) {
            std::array<char, 4096> ignored;
            const ssize_t count = ::recv(m_socket, ignored.data(), ignored.size(), 0);
            if (count == 0 || (count < 0 && errno != EAGAIN)) {
                leave();
                return comeBack();
            }
        }
        if (writable) write();
    }

    void write() {
        if (m_output.empty() && floods()) m_output = goingOn(m_kind);
        const ssize_t sent = ::send(m_socket, m_output.data(), m_output.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            m_all.m_sent_MB += static_cast<double>(sent) / 1e6;
            m_output.erase(0, static_cast<std::size_t>(sent));
        }
        if (m_output.empty() && !floods()) m_all.m_loop.change(m_socket, *this, false);
    }

    Nuisances& m_all;
    const Kind m_kind;
    const in_addr_t m_from;
    int m_socket = -1;
    int m_visit = 0;
    std::string m_output;
};

Nuisances::Nuisances(EventLoop& loop, std::uint16_t port) : m_loop(loop), m_port(port) {}

Nuisances::~Nuisances() = default;

void Nuisances::add(Kind kind, std::size_t clients) {
    constexpr std::size_t ofAnAddress = 250;
    for (std::size_t i = 0; i < clients; ++i) {
        const in_addr_t from = kFrom + static_cast<in_addr_t>(m_clients.size() / ofAnAddress);
        m_clients.push_back(std::make_unique<Client>(*this, kind, from));
    }
}

} // namespace latchkey::bench
