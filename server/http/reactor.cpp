#include "server/http/reactor.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace latchkey {

namespace {

// Of a worker's thread: whose it is, and whether it watches or goes on with what it has seen.
thread_local Reactor* t_reactor = nullptr;
thread_local bool t_hasPlace = false;

// No guest's numbers.
constexpr std::uint64_t kEnd = 0;
constexpr std::uint64_t kDue = 1;
constexpr std::uint64_t kTime = 2;
constexpr std::uint64_t kFirstDoor = 3;
constexpr std::uint64_t kFirstGuest = 1'000'000; // there are fewer doors, of which each is a file

bool isDoor(std::uint64_t id) {
    return id >= kFirstDoor && id < kFirstGuest;
}

// After so many that come in, the others have their turn.
constexpr int kArrivalsInARow = 64;
// Threads that watch the set, for each processor: one that is at work, and one for when it has to wait.
constexpr int kPlacesOfAProcessor = 2;
// Nothing tells when there is room for another file again.
constexpr std::chrono::milliseconds kUntilThereIsRoom{100};

// Those that poll() knows, too, by the same numbers.
constexpr std::uint32_t kSocketEvents = POLLIN | POLLOUT | POLLRDHUP;
static_assert(POLLIN == EPOLLIN && POLLOUT == EPOLLOUT && POLLRDHUP == EPOLLRDHUP);

int checked(int descriptor, const char* what) {
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), what);
    return descriptor;
}

std::uint32_t eventsOf(const Connection::Need& need) {
    const std::uint32_t events = (need.readable ? EPOLLIN : 0U) | (need.writable ? EPOLLOUT : 0U);
    return static_cast<std::uint32_t>(EPOLLONESHOT) | (events != 0 ? events : EPOLLRDHUP);
}

void signal(int eventfd) {
    const std::uint64_t one = 1;
    if (::write(eventfd, &one, sizeof one) < 0) std::terminate(); // there is always room for it
}

// As epoll_ctl().
int arm(int epoll, int operation, int descriptor, std::uint32_t events, std::uint64_t id) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    return ::epoll_ctl(epoll, operation, descriptor, &event);
}

} // namespace

Reactor::Reactor(int workers, Welcome welcome)
    : m_epoll(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      m_end(checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")),
      m_dueEvent(checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")),
      m_welcome(std::move(welcome)),
      m_nextId(kFirstGuest),
      m_places(kPlacesOfAProcessor * static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))) {
    checked(arm(m_epoll, EPOLL_CTL_ADD, m_end, EPOLLIN, kEnd), "epoll_ctl");
    // Edge-triggered: each signal wakes one worker, and nothing is to be read or armed for the next.
    checked(arm(m_epoll, EPOLL_CTL_ADD, m_dueEvent, EPOLLIN | EPOLLET, kDue), "epoll_ctl");
    checked(arm(m_epoll, EPOLL_CTL_ADD, m_timers.descriptor(), EPOLLIN | EPOLLET, kTime), "epoll_ctl");
    for (int i = 0; i < workers; ++i) m_workers.emplace_back([this] { work(); });
}

Reactor::~Reactor() {
    stop();
    ::close(m_dueEvent);
    ::close(m_end);
    ::close(m_epoll);
}

void Reactor::add(std::unique_ptr<Connection> connection) {
    const Connection::Need need = connection->firstNeed();
    std::shared_ptr<Guest> guest;
    {
        const std::lock_guard lock(m_registerMutex);
        guest = std::make_shared<Guest>(m_nextId++, std::move(connection));
        m_guests.emplace(guest->id, guest);
    }
    rest(*guest, need);
}

void Reactor::stop() {
    if (m_stopping.exchange(true)) return;
    closeDoors();
    auto guests = everybody();
    for (const auto& guest : guests) {
        if (!take(*guest)) continue; // it is seen to when it would rest
        rest(*guest, {true, true, guest->due});
    }
    guests.clear();
    {
        std::unique_lock lock(m_registerMutex);
        m_registerChanged.wait(lock, [this] { return m_guests.empty(); });
    }
    signal(m_end);
    {
        const std::lock_guard lock(m_placesMutex);
        m_over = true;
        for (Standby* standby : m_standby) standby->called.notify_one();
    }
    for (std::thread& worker : m_workers) worker.join();
}

// What the epoll set has ready cannot be asked for without taking it: so each socket is asked.
Reactor::Load Reactor::load() {
    Load load{.workers = static_cast<int>(m_workers.size())};
    const auto guests = everybody(); // whose sockets stay open meanwhile
    std::vector<pollfd> resting;
    for (const auto& guest : guests) {
        const std::lock_guard lock(guest->mutex);
        if (guest->taken) {
            ++load.busy;
            continue;
        }
        if (guest->connection->holds()) ++load.held;
        resting.push_back(
            {guest->connection->socket(), static_cast<short>(guest->events & kSocketEvents), 0});
    }
    const int ready = ::poll(resting.data(), resting.size(), 0);
    const std::lock_guard lock(m_dueMutex);
    load.waiting = static_cast<std::size_t>(std::max(ready, 0)) + m_due.size();
    return load;
}

void Reactor::work() {
    t_reactor = this;
    for (;;) {
        if (!t_hasPlace && !takePlace()) return;
        t_hasPlace = true;
        epoll_event event{};
        if (::epoll_wait(m_epoll, &event, 1, -1) != 1) continue; // a signal
        switch (const Id id = event.data.u64) {
        case kEnd:
            return;
        case kDue:
            onDue();
            break;
        case kTime:
            onTime();
            break;
        default:
            isDoor(id) ? letIn(id) : goOn(id);
        }
    }
}

// False: it is over.
bool Reactor::takePlace() {
    std::unique_lock lock(m_placesMutex);
    while (m_places == 0 && !m_over) { // another one may have taken it before who was called for it
        Standby own;
        m_standby.push_back(&own);
        own.called.wait(lock, [&] { return own.isCalled || m_over; });
        std::erase(m_standby, &own);
    }
    --m_places;
    return !m_over;
}

void Reactor::mayTakeLong() {
    if (std::exchange(t_hasPlace, false)) t_reactor->giveWay();
}

void Reactor::giveWay() {
    const std::lock_guard lock(m_placesMutex);
    ++m_places;
    if (m_standby.empty()) return;
    m_standby.back()->isCalled = true;
    m_standby.back()->called.notify_one();
    m_standby.pop_back();
}

// ---- the doors ----

void Reactor::listen(std::vector<Listener> listeners) {
    const std::lock_guard lock(m_doorsMutex);
    for (Listener& listener : listeners) m_doors.push_back({std::move(listener), {}});
    for (std::size_t i = 0; i < m_doors.size(); ++i) {
        checked(
            arm(m_epoll, EPOLL_CTL_ADD, m_doors[i].listener.socket(), EPOLLIN | EPOLLONESHOT, kFirstDoor + i),
            "epoll_ctl");
    }
}

void Reactor::letIn(Id id) {
    const std::lock_guard lock(m_doorsMutex);
    if (m_doors.empty()) return;
    Door& door = m_doors[id - kFirstDoor];
    for (int i = 0; i < kArrivalsInARow; ++i) {
        auto arrival = door.listener.accept();
        if (arrival) {
            if (auto connection = m_welcome(*std::move(arrival))) add(std::move(connection));
            continue;
        }
        if (arrival.error() == Listener::Nothing::Waits) break;
        return m_timers.setAtLatest(door.timer, std::chrono::steady_clock::now() + kUntilThereIsRoom, id);
    }
    arm(m_epoll, EPOLL_CTL_MOD, door.listener.socket(), EPOLLIN | EPOLLONESHOT, id);
}

// Whoever is not let in yet is told by the system that nobody listens.
void Reactor::closeDoors() {
    const std::lock_guard lock(m_doorsMutex);
    for (Door& door : m_doors) m_timers.clear(door.timer);
    m_doors.clear();
}

// ---- the due, and the timers ----

// One that is taken now loses nothing by it: it has another look when it rests.
void Reactor::makeDue(Id id) {
    const std::lock_guard lock(m_dueMutex);
    m_due.push_back(id);
    if (m_due.size() == 1) signal(m_dueEvent);
}

// Has the next worker told while there are more.
void Reactor::onDue() {
    Id id = 0;
    {
        const std::lock_guard lock(m_dueMutex);
        if (m_due.empty()) return;
        id = m_due.front();
        m_due.pop_front();
        if (!m_due.empty()) signal(m_dueEvent);
    }
    goOn(id);
}

// The first is gone on with here, the others by whoever is free.
void Reactor::onTime() {
    Id first = 0;
    for (const Id id : m_timers.takeDue()) {
        if (isDoor(id)) {
            letIn(id);
        } else if (const auto guest = find(id); !guest || !isItsTime(*guest)) {
            continue;
        } else if (first == 0) {
            first = id;
        } else {
            makeDue(id);
        }
    }
    if (first != 0) goOn(first);
}

// A deadline that has moved since is looked after anew: most do, with every request. So is one that is taken,
// when it rests.
bool Reactor::isItsTime(Guest& guest) {
    const std::lock_guard lock(guest.mutex);
    if (guest.taken) return false;
    if (std::chrono::steady_clock::now() >= guest.due) return true;
    m_timers.setAtLatest(guest.timer, guest.due, guest.id);
    return false;
}

// ---- guests ----

std::vector<std::shared_ptr<Reactor::Guest>> Reactor::everybody() {
    const std::lock_guard lock(m_registerMutex);
    std::vector<std::shared_ptr<Guest>> guests;
    guests.reserve(m_guests.size());
    for (const auto& [id, guest] : m_guests) guests.push_back(guest);
    return guests;
}

std::shared_ptr<Reactor::Guest> Reactor::find(Id id) {
    const std::lock_guard lock(m_registerMutex);
    const auto found = m_guests.find(id);
    return found == m_guests.end() ? nullptr : found->second;
}

bool Reactor::take(Guest& guest) {
    const std::lock_guard lock(guest.mutex);
    return !std::exchange(guest.taken, true);
}

// Unless it is gone, or somebody else's by now.
void Reactor::goOn(Id id) {
    const auto guest = find(id);
    if (!guest || !take(*guest)) return;
    std::optional<Connection::Need> need;
    try {
        need = guest->connection->advance();
    } catch (...) { // out of memory, say: this connection is given up, and the others are not
    }
    need ? rest(*guest, *need) : remove(*guest);
}

// From here on the guest may be somebody else's.
void Reactor::rest(Guest& guest, const Connection::Need& need) {
    const int socket = guest.connection->socket();
    {
        const std::lock_guard lock(guest.mutex);
        const int operation = std::exchange(guest.watched, true) ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
        const bool ends = m_stopping && guest.connection->idle();
        // It fails where the system has no room for another.
        if (!ends && arm(m_epoll, operation, socket, eventsOf(need), guest.id) == 0) {
            guest.taken = false;
            guest.events = eventsOf(need);
            guest.due = need.until;
            m_timers.setAtLatest(guest.timer, guest.due, guest.id);
            // Last: a change since the connection's own look makes it due at once.
            guest.connection->callWhenDue([this, id = guest.id] { makeDue(id); });
            return;
        }
    }
    remove(guest);
}

// The connection ends with the last who holds on to the guest.
void Reactor::remove(Guest& guest) {
    m_timers.clear(guest.timer);
    std::shared_ptr<Guest> last;
    const std::lock_guard lock(m_registerMutex);
    const auto found = m_guests.find(guest.id);
    last = std::move(found->second);
    m_guests.erase(found);
    m_registerChanged.notify_one();
}

} // namespace latchkey
