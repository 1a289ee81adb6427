// cpp-httplib's server behind a front of our own that bounds what a connection may cost.
//
// A connection belongs to one worker thread while it is served. The front gathers a whole request within
// limits and a deadline, hands it to the library in memory, and sends the answer. A connection that is kept
// alive and idle gives its thread up as soon as another one waits for it, so that idle clients do not starve
// the others. Every answer carries the security headers, the front's own refusals too.
#pragma once

#include "common/web_address.h"
#include "server/http/request_framer.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <string>

namespace latchkey {

struct FrontLimits {
    RequestLimits request;
    std::chrono::milliseconds requestTime{10'000};     // to send a whole request, and to take the answer
    std::chrono::milliseconds idleTime{75'000};        // between two requests
    std::chrono::milliseconds contendedSilence{1'000}; // for a new connection's first byte while others wait
};

class BoundedServer : public httplib::Server {
  public:
    // workers: threads, and so connections served side by side.
    explicit BoundedServer(int workers, FrontLimits limits = {});

    // Binds and returns the port (the one asked for, or the free one that was taken for 0). On failure, a
    // sentence for the operator.
    Result<std::uint16_t, std::string> bind(const ListenAddress& address);

    // Serves until finish() is called. Returns when every request in flight is answered.
    void serve();
    // Stops accepting; from any thread, once serve() runs or is about to.
    void finish();

  private:
    class Connection;
    class Queue;

    bool process_and_close_socket(socket_t socket) override;

    FrontLimits m_limits;
    std::atomic<int> m_waiting{0}; // connections that no thread has taken up yet
    std::atomic<bool> m_finishing{false};
};

// The headers that every answer has. Also for whoever writes an answer without the library.
const httplib::Headers& securityHeaders();

} // namespace latchkey
