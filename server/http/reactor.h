// Where connections rest: in one epoll set, without a thread. A thread of a small pool takes one when its
// socket is ready, when its time is up, or when what its request is held for has come; goes on with it as far
// as that leads, and lays it down again. The listening sockets rest there, too.
//
// Only a few threads watch the set at a time: the system wakes one for each event, and those that are awake
// already would have got to it sooner. The others stand by, and take the place of one that has to wait for
// something.
//
// A connection that rests belongs to nobody. Whoever takes it has it to itself until it rests again. The
// locks are held for a moment each, and taken in this order: that of the doors; a guest's, which says whether
// it is taken; that of the signal that it waits for; those of the timers and of the due. That of the register
// is taken last.
#pragma once

#include "server/http/connection.h"
#include "server/http/listener.h"
#include "server/http/timer_queue.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace latchkey {

class Reactor {
  public:
    // Makes a connection of a client that came in, or sends it away (null). Called by the workers, one at a
    // time.
    using Welcome = std::function<std::unique_ptr<Connection>(Arrival)>;

    // workers: threads, and so requests that are answered side by side.
    Reactor(int workers, Welcome welcome);
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    // Lets in who comes by them, until stop() is called. Once.
    void listen(std::vector<Listener> listeners);

    // To be called by whatever serves a request, before it waits for the disk, the network or another thread.
    // On a thread that serves none: nothing happens.
    static void mayTakeLong();

    // How busy it is, all connections looked through for it; from any thread.
    struct Load {
        int workers = 0;
        int busy = 0;            // of them
        std::size_t held = 0;    // requests that wait for what they are held for
        std::size_t waiting = 0; // connections with something to do and no worker yet
    };
    Load load();

    // Lets nobody in any more; ends idle connections at once, and the others when they are done. Returns when
    // all are gone.
    void stop();

  private:
    using Id = TimerQueue::Id;
    using Time = Connection::Time;

    struct Guest {
        Guest(Id number, std::unique_ptr<Connection> owned) : id(number), connection(std::move(owned)) {}

        const Id id;
        std::unique_ptr<Connection> connection; // whoever has taken it
        std::mutex mutex;                       // guards the rest
        bool taken = true;
        bool watched = false;     // its socket is in the epoll set
        std::uint32_t events = 0; // of the socket, that end its rest
        Time due;                 // when its time is up
        TimerQueue::Timer timer;  // no later than that, while it rests
    };
    struct Door {
        Listener listener;
        TimerQueue::Timer timer; // while it is shut
    };

    void work();
    bool takePlace();
    void giveWay();
    void letIn(Id door);
    void closeDoors();
    void add(std::unique_ptr<Connection> connection);
    std::vector<std::shared_ptr<Guest>> everybody();
    void onTime();
    bool isItsTime(Guest& guest);
    void makeDue(Id id);
    void onDue();
    void goOn(Id id);
    std::shared_ptr<Guest> find(Id id);
    static bool take(Guest& guest);
    void rest(Guest& guest, const Connection::Need& need);
    void remove(Guest& guest);

    int m_epoll;
    int m_end;      // an eventfd: readable from stop() on
    int m_dueEvent; // an eventfd, written to when there are any: one worker is told each time
    const Welcome m_welcome;
    std::atomic<bool> m_stopping = false;

    TimerQueue m_timers;

    std::mutex m_doorsMutex;   // guards the next one, and is held while somebody comes in
    std::vector<Door> m_doors; // where they are does not change; none: they are closed

    std::mutex m_registerMutex; // guards the next three
    std::condition_variable m_registerChanged;
    std::unordered_map<Id, std::shared_ptr<Guest>> m_guests;
    Id m_nextId;

    std::mutex m_dueMutex; // guards the next one
    std::deque<Id> m_due;  // to be gone on with, whatever their sockets say

    // A worker that waits for a place.
    struct Standby {
        std::condition_variable called;
        bool isCalled = false;
    };

    std::mutex m_placesMutex; // guards the rest, and every Standby
    int m_places;             // that are free
    bool m_over = false;      // no worker is to watch any more
    // Who came last is called first: its stack and what it works on are in the caches, and those who are
    // needed seldom take no memory.
    std::vector<Standby*> m_standby;

    std::vector<std::thread> m_workers;
};

} // namespace latchkey
