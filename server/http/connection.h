// One client's connection: what has arrived, what is to be sent, and when it has to be done.
//
// It never waits: advance() goes on as far as the socket lets it, and says what has to happen before it is
// called again. Whoever calls has the connection to itself; which thread that is may change from call to
// call.
#pragma once

#include "server/http/channel.h"
#include "server/http/connection_bounds.h"
#include "server/http/listener.h"
#include "server/http/request_framer.h"
#include "server/http/standing_answer.h"
#include "server/login/change_signal.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace latchkey {

struct FrontLimits {
    RequestLimits request;
    std::chrono::milliseconds requestTime{10'000}; // to send a whole request, and to take the answer
    std::chrono::milliseconds idleTime{75'000};    // between two requests
    std::size_t pipelined = 32;                    // requests that a client sends without waiting for answers
};

class Connection;

// The server behind the connections. Any of its threads may call.
class ConnectionHost {
  public:
    struct Answer {
        std::string bytes;
        bool last = false;       // no other request can follow on this connection
        bool askedToEnd = false; // the last, because the client wants it so, and sends no more
        std::optional<PendingChange> notBefore{};   // no answer yet; the request is to be asked again then
        std::unique_ptr<StandingAnswer> standing{}; // for the connection to keep; null: none
    };

    virtual ~ConnectionHost() = default;
    // Takes as long as it takes.
    virtual Answer answer(const std::string& request, Connection& connection) = 0;
    virtual std::string refusal(int status) = 0; // see refusalAnswer()
    virtual std::string httpsOnly() = 0;         // see httpsOnlyAnswer()
    virtual void handshakeDone() = 0;
    virtual void handshakeFailed(const Connection& connection, const std::string& reason) = 0;
};

class Connection {
  public:
    using Time = std::chrono::steady_clock::time_point;
    // What has to happen to the socket, or that time to come. Neither of the two: the client leaves.
    struct Need {
        bool readable = false;
        bool writable = false;
        Time until;
    };

    // The connection owns the client's socket, and keeps its place until that is closed. Limits and host have
    // to outlive it.
    Connection(Arrival client, std::unique_ptr<Channel> channel, ConnectionBounds::Place place,
               const FrontLimits& limits, ConnectionHost& host);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Until the client's first byte. The first call to advance() is due when it is there.
    Need firstNeed() const { return {true, false, m_deadline}; }
    // Nothing: it is over.
    std::optional<Need> advance();
    // While a request is held, what it waits for is due for another advance(), too: calls that once when it
    // comes, maybe at once, from any thread. See ChangeSignal::Watch::onChange().
    void callWhenDue(std::function<void()> call);

    // Before a request's first byte: ending it costs the client nothing.
    bool idle() const {
        return m_phase == Phase::Opening ? !m_clockRuns : m_phase == Phase::Gathering && !m_framer.started();
    }

    int socket() const { return m_socket; }
    const Endpoint& peer() const { return m_peer; }
    std::size_t answered() const { return m_answered; }
    Time arrival() const { return m_arrival; }           // of the request that is being answered
    bool holds() const { return m_pending.has_value(); } // it had no answer when it was asked the last time
    StandingAnswers& standing() { return m_standing; }

  private:
    enum class Phase { Opening, Gathering, Holding, Sending, Draining };
    enum class Step { Again, WantsRead, WantsWrite, WantsNothing, Over };

    Step step();
    Step open();
    Step gather();
    Step answer();
    Step hold();
    Step send();
    Step drain();
    Step runOut();
    Step waitAfter(Channel::Progress progress) const;
    Step beginToSend(std::string bytes, bool last);
    Step beginToDrain();
    void startClock();
    bool clientLeft() const;
    bool isUnread() const;

    int m_socket;
    ConnectionBounds::Place m_place;
    std::unique_ptr<Channel> m_channel;
    const FrontLimits& m_limits;
    ConnectionHost& m_host;
    Endpoint m_peer;

    Phase m_phase = Phase::Opening;
    Time m_deadline;          // of the phase; of the request, from its first byte on
    bool m_clockRuns = false; // a request's time, or the handshake's, which is part of the first
    RequestFramer m_framer;
    bool m_continued = false;               // "100 Continue" was sent for this request
    bool m_interim = false;                 // what is sent is that, and no answer
    std::string m_request;                  // until it is answered
    std::size_t m_gathered = 0;             // requests out of what was read at once
    Time m_arrival;                         // of it
    std::optional<PendingChange> m_pending; // while it is held
    StandingAnswers m_standing;
    std::string m_output;
    std::size_t m_sent = 0; // of it
    bool m_last = false;    // no request after this answer
    bool m_askedToEnd = false;
    std::size_t m_answered = 0;
};

} // namespace latchkey
