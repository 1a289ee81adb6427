#include "server/http/connection.h"

#include <array>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

using std::chrono::milliseconds;

// How long a client that was told goodbye may go on sending: closing at once would reset the connection, and
// the answer might be lost (RFC 9112 §9.6).
constexpr milliseconds kDrainFor{500};

// After so many steps others have their turn, although this one could go on.
constexpr int kStepsInARow = 64;

Connection::Time now() {
    return std::chrono::steady_clock::now();
}

} // namespace

Connection::Connection(Arrival client, std::unique_ptr<Channel> channel, ConnectionBounds::Place place,
                       const FrontLimits& limits, ConnectionHost& host)
    : m_socket(client.socket),
      m_place(std::move(place)),
      m_channel(std::move(channel)),
      m_limits(limits),
      m_host(host),
      m_peer(std::move(client.peer)),
      m_deadline(now() + limits.requestTime),
      m_framer(limits.request) {}

Connection::~Connection() {
    if (m_channel->encrypted()) m_channel->finish(); // a plain one's client is told by the next line
    ::close(m_socket);
}

std::optional<Connection::Need> Connection::advance() {
    Step next = now() >= m_deadline ? runOut() : Step::Again;
    for (int steps = 0; next == Step::Again && steps < kStepsInARow; ++steps) next = step();
    switch (next) {
    case Step::Again:
        return Need{true, true, m_deadline};
    case Step::WantsRead:
        return Need{true, false, m_deadline};
    case Step::WantsWrite:
        return Need{false, true, m_deadline};
    case Step::WantsNothing:
        return Need{false, false, m_deadline};
    case Step::Over:
        break;
    }
    return std::nullopt;
}

Connection::Step Connection::step() {
    switch (m_phase) {
    case Phase::Opening:
        return open();
    case Phase::Gathering:
        return gather();
    case Phase::Holding:
        return hold();
    case Phase::Sending:
        return send();
    case Phase::Draining:
        break;
    }
    return drain();
}

// The phase's time is up.
Connection::Step Connection::runOut() {
    if (m_phase == Phase::Holding) return Step::Again;
    if (m_phase == Phase::Gathering && m_framer.started()) return beginToSend(m_host.refusal(408), true);
    return Step::Over;
}

Connection::Step Connection::waitAfter(Channel::Progress progress) const {
    if (progress == Channel::Progress::Closed) return Step::Over;
    return progress == Channel::Progress::WantsWrite ? Step::WantsWrite : Step::WantsRead;
}

void Connection::startClock() {
    if (m_clockRuns) return;
    m_clockRuns = true;
    m_deadline = now() + m_limits.requestTime;
}

Connection::Step Connection::open() {
    startClock();
    const Channel::Progress progress = m_channel->open();
    switch (progress) {
    case Channel::Progress::Done:
        if (m_channel->encrypted()) m_host.handshakeDone();
        m_phase = Phase::Gathering;
        return Step::Again;
    case Channel::Progress::NotEncrypted:
        m_channel = std::make_unique<PlainChannel>(m_socket);
        return beginToSend(m_host.httpsOnly(), true);
    case Channel::Progress::Closed:
        if (const std::string problem = m_channel->problem(); !problem.empty()) {
            m_host.handshakeFailed(*this, problem);
            return beginToDrain(); // so that the client can read the alert
        }
        break;
    default:
        break;
    }
    return waitAfter(progress);
}

Connection::Step Connection::gather() {
    if (m_framer.state() == RequestFramer::State::Complete) {
        if (++m_gathered > m_limits.pipelined) return beginToSend(m_host.refusal(429), true);
        m_request = m_framer.takeRequest();
        m_arrival = now();
        return answer();
    }
    if (m_framer.state() == RequestFramer::State::Refused)
        return beginToSend(m_host.refusal(m_framer.refusal()), true);
    if (m_framer.awaitsContinue() && !m_continued) {
        m_continued = m_interim = true;
        m_output = "HTTP/1.1 100 Continue\r\n\r\n";
        m_phase = Phase::Sending;
        return Step::Again;
    }
    std::array<char, 8192> bytes;
    const auto [progress, count] = m_channel->read(bytes);
    if (progress != Channel::Progress::Done) return waitAfter(progress);
    startClock();
    m_gathered = 0;
    m_framer.append({bytes.data(), count});
    return Step::Again;
}

Connection::Step Connection::answer() {
    ConnectionHost::Answer answer = m_host.answer(m_request, *this);
    m_pending = std::move(answer.notBefore);
    if (m_pending) {
        m_phase = Phase::Holding;
        m_deadline = m_pending->until;
        return Step::WantsNothing; // a change since, and a client that has left, end its rest at once
    }
    m_request = std::string();
    if (answer.standing) m_standing.keep(std::move(answer.standing));
    ++m_answered;
    m_askedToEnd = answer.askedToEnd;
    return beginToSend(std::move(answer.bytes), answer.last);
}

// What the client sends meanwhile waits, with the system: it is not read, and wakes nobody.
Connection::Step Connection::hold() {
    if (m_pending->watch->changed() || now() >= m_deadline) return answer();
    return clientLeft() ? Step::Over : Step::WantsNothing;
}

bool Connection::clientLeft() const {
    pollfd socket{m_socket, POLLRDHUP, 0};
    return ::poll(&socket, 1, 0) > 0;
}

bool Connection::isUnread() const {
    pollfd socket{m_socket, POLLIN, 0};
    return m_framer.started() || ::poll(&socket, 1, 0) != 0;
}

void Connection::callWhenDue(std::function<void()> call) {
    if (m_pending) m_pending->watch->onChange(std::move(call));
}

Connection::Step Connection::beginToSend(std::string bytes, bool last) {
    m_output = std::move(bytes);
    m_sent = 0;
    m_last = last;
    m_phase = Phase::Sending;
    m_deadline = now() + m_limits.requestTime;
    return Step::Again;
}

Connection::Step Connection::send() {
    const auto [progress, count] = m_channel->write(std::string_view(m_output).substr(m_sent));
    if (progress != Channel::Progress::Done) return waitAfter(progress);
    m_sent += count;
    if (m_sent < m_output.size()) return Step::Again;
    m_output = std::string();
    m_sent = 0;
    if (m_last) return m_askedToEnd && !isUnread() ? Step::Over : beginToDrain();
    m_phase = Phase::Gathering;
    if (std::exchange(m_interim, false)) return Step::Again;
    m_continued = m_clockRuns = false;
    m_deadline = now() + m_limits.idleTime;
    if (m_framer.started()) startClock();
    // A client that waits for its answers has nothing to be read yet, and the socket tells when it does.
    return m_framer.started() || m_channel->hasMore() ? Step::Again : Step::WantsRead;
}

Connection::Step Connection::beginToDrain() {
    m_channel->finish();
    m_phase = Phase::Draining;
    m_deadline = now() + kDrainFor;
    return Step::Again;
}

// What still comes is of no interest, inside TLS or not.
Connection::Step Connection::drain() {
    std::array<char, 4096> ignored;
    const auto [progress, count] = PlainChannel(m_socket).read(ignored);
    return progress == Channel::Progress::Done ? Step::Again : waitAfter(progress);
}

} // namespace latchkey
