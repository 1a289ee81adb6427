#include "tests/bench/server/event_loop.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace latchkey::bench {

namespace {

void arm(int epoll, int operation, int socket, EventLoop::Watcher& watcher, bool wantsWrite) {
    epoll_event event{};
    event.events = EPOLLIN | (wantsWrite ? static_cast<std::uint32_t>(EPOLLOUT) : 0U);
    event.data.ptr = &watcher;
    ::epoll_ctl(epoll, operation, socket, &event);
}

} // namespace

EventLoop::EventLoop() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)) {}

EventLoop::~EventLoop() {
    ::close(m_epoll);
}

void EventLoop::add(int socket, Watcher& watcher, bool wantsWrite) {
    arm(m_epoll, EPOLL_CTL_ADD, socket, watcher, wantsWrite);
}

void EventLoop::change(int socket, Watcher& watcher, bool wantsWrite) {
    arm(m_epoll, EPOLL_CTL_MOD, socket, watcher, wantsWrite);
}

void EventLoop::remove(int socket) {
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
}

EventLoop::Timer EventLoop::at(Clock::time_point time, std::function<void()> call) {
    return m_timers.emplace(time, std::move(call));
}

void EventLoop::runUntil(Clock::time_point end) {
    while (Clock::now() < end) round(end);
}

bool EventLoop::runUntil(Clock::time_point end, const std::function<bool()>& holds) {
    while (!holds()) {
        if (Clock::now() >= end) return false;
        round(end);
    }
    return true;
}

// A socket at a time, because what is done for one may take another out of the set.
void EventLoop::round(Clock::time_point end) {
    const auto until = m_timers.empty() ? end : std::min(end, m_timers.begin()->first);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    epoll_event event{};
    int timeout = static_cast<int>(std::max<std::int64_t>(wait, 0));
    while (::epoll_wait(m_epoll, &event, 1, timeout) == 1) {
        static_cast<Watcher*>(event.data.ptr)
            ->onReady(event.events & (EPOLLIN | EPOLLHUP | EPOLLERR), event.events & EPOLLOUT);
        timeout = 0;
        if (!m_timers.empty() && m_timers.begin()->first <= Clock::now()) break;
    }
    while (!m_timers.empty() && m_timers.begin()->first <= Clock::now()) {
        const auto call = std::move(m_timers.extract(m_timers.begin()).mapped());
        call();
    }
}

} // namespace latchkey::bench
