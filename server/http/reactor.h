// Where connections rest: in one epoll set, without a thread. A thread of a small pool takes one when its
// socket is ready, when its time is up, or when what its request is held for has come; goes on with it as far
// as that leads, and lays it down again.
//
// A connection that rests belongs to nobody. Whoever takes it has it to itself until it rests again. The
// locks are held for a moment each, and taken in this order: a guest's, which says whether it is taken; that
// of the signal that it waits for; those of the timers and of the due. That of the register never meets
// another.
#pragma once

#include "server/http/connection.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace latchkey {

class Reactor {
  public:
    // workers: threads, and so requests that are answered side by side.
    explicit Reactor(int workers);
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    // From any thread, until stop() is called.
    void add(std::unique_ptr<Connection> connection);

    // How busy it is, all connections looked through for it; from any thread.
    struct Load {
        int workers = 0;
        int busy = 0;            // of them
        std::size_t held = 0;    // requests that wait for what they are held for
        std::size_t waiting = 0; // connections with something to do and no worker yet
    };
    Load load();

    // Ends idle connections at once, and the others when they are done. Returns when all are gone.
    void stop();

  private:
    using Id = std::uint64_t;
    using Time = Connection::Time;

    struct Guest {
        Guest(Id number, std::unique_ptr<Connection> owned) : id(number), connection(std::move(owned)) {}

        const Id id;
        std::unique_ptr<Connection> connection; // whoever has taken it
        std::mutex mutex;                       // guards the rest
        bool taken = true;
        std::uint32_t events = 0; // of the socket, that end its rest
        Time due;                 // when its time is up
        Time timer = Time::max(); // when the timers look after it; max: they do not
    };

    void work();
    void watchTheClock();
    std::vector<std::shared_ptr<Guest>> everybody();
    void makeDue(Id id);
    Id nextDue();
    std::shared_ptr<Guest> find(Id id);
    static bool take(Guest& guest);
    void goOn(Guest& guest);
    void rest(Guest& guest, const Connection::Need& need);
    void remove(Guest& guest);
    void lookAfter(Id id, Time when);
    void onTime(Guest& guest, Time when);

    int m_epoll;
    int m_end;      // an eventfd: readable from stop() on
    int m_dueEvent; // an eventfd: readable while there are any, and one worker at a time is told
    std::atomic<bool> m_stopping = false;

    std::mutex m_registerMutex; // guards the next three
    std::condition_variable m_registerChanged;
    std::unordered_map<Id, std::shared_ptr<Guest>> m_guests;
    Id m_lastId;

    std::mutex m_dueMutex; // guards the next one, and what makes its event
    std::deque<Id> m_due;  // to be gone on with, whatever their sockets say

    std::mutex m_timersMutex; // guards the next three
    std::condition_variable m_timersChanged;
    std::multimap<Time, Id> m_timers;
    bool m_timersEnd = false;

    std::vector<std::thread> m_workers;
    std::thread m_clock;
};

} // namespace latchkey
