// A client's connection: one request at a time, kept alive, never waiting.
#pragma once

#include "tests/bench/server/event_loop.h"

#include <functional>
#include <netinet/in.h>
#include <string>
#include <string_view>

namespace latchkey::bench {

struct HttpAnswer {
    int status = 0; // 0: none came; the connection is closed
    std::string body{};
    // When the system had the last of it, however late this program, which shares the processors, gets to it.
    Clock::time_point arrived{};
};

class HttpConnection final : private EventLoop::Watcher {
  public:
    // from: this machine's address that the server sees (127.x.y.z, host order).
    HttpConnection(EventLoop& loop, std::uint16_t port, in_addr_t from = INADDR_LOOPBACK);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    using Done = std::function<void(const HttpAnswer&)>;
    // Asks once the request before has been answered.
    void get(std::string_view target, Done done);
    void post(std::string_view target, std::string_view json, Done done);

  private:
    void onReady(bool readable, bool writable) override;
    void ask(std::string request, Done done);
    void connect();
    void flush();
    void read();
    ssize_t receive(char* bytes, std::size_t size);
    void close();
    void finish(const HttpAnswer& answer);

    EventLoop& m_loop;
    const std::uint16_t m_port;
    const in_addr_t m_from;
    int m_socket = -1;
    bool m_waitsToWrite = false;
    std::string m_output;
    std::string m_input;
    Clock::time_point m_arrived; // the last of the input
    Done m_done;
};

// A connected, or connecting, non-blocking socket to that port of 127.0.0.1; -1: none.
int connectFrom(in_addr_t from, std::uint16_t port);

} // namespace latchkey::bench
