#include "server/store/group_commit.h"

#include <algorithm>
#include <span>
#include <utility>

namespace latchkey {

namespace {

// So that the first of a batch does not wait for too many others.
constexpr std::size_t kMostAtOnce = 128;

} // namespace

void GroupCommit::write(const Engine::Work& work) {
    Pending own{work};
    Place place{&own};
    waitForTurn(place);
    if (!place.done) runBatch();
    if (own.thrown) std::rethrow_exception(own.thrown);
}

void GroupCommit::waitForTurn(Place& place) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(&place);
        if (!std::exchange(m_running, true)) return;
    }
    place.woken.acquire();
}

// Its own work is the first of the batch. The next batch begins before this one's owners are woken, each of
// whom may be gone, with its place, as soon as it is.
void GroupCommit::runBatch() {
    const std::vector<Place*> places = takeBatch();
    Batch batch;
    for (const Place* place : places) batch.push_back(place->pending);
    m_run(batch);
    passOn();
    for (Place* place : std::span(places).subspan(1)) {
        place->done = true;
        place->woken.release();
    }
}

std::vector<GroupCommit::Place*> GroupCommit::takeBatch() {
    const std::lock_guard lock(m_mutex);
    const auto most =
        m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), kMostAtOnce));
    const auto end =
        std::find_if(m_waiting.begin(), most, [](const Place* place) { return !place->pending; });
    std::vector<Place*> places(m_waiting.begin(), end);
    m_waiting.erase(m_waiting.begin(), end);
    return places;
}

void GroupCommit::passOn() {
    Place* next = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        m_running = !m_waiting.empty();
        if (!m_running) return;
        next = m_waiting.front();
    }
    next->woken.release();
}

std::size_t GroupCommit::waiting() const {
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void GroupCommit::alone(const std::function<void()>& call) {
    Place place{nullptr};
    waitForTurn(place);
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.pop_front();
    }
    try {
        call();
    } catch (...) {
        passOn();
        throw;
    }
    passOn();
}

} // namespace latchkey
