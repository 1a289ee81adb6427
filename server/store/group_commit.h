// Many threads' writes in few commits. A commit waits for the disk, and the next writes gather meanwhile:
// whoever comes first runs them all, in one transaction, and each gets its own end. Nobody is woken in vain.
//
// Thread-safe.
#pragma once

#include "server/store/engine.h"

#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <semaphore>
#include <vector>

namespace latchkey {

class GroupCommit {
  public:
    // A write that waits: what it is to do, and how it ended.
    struct Pending {
        const Engine::Work& work;
        std::exception_ptr thrown{}; // null: it is stored
    };
    using Batch = std::vector<Pending*>;
    // Runs the batch to its end: what it does not store has `thrown`. Called by one thread at a time.
    using Run = std::function<void(const Batch& batch)>;

    explicit GroupCommit(Run run) : m_run(std::move(run)) {}

    // Returns when the work is stored, and throws what it, or the commit, has thrown. The work may run on
    // another caller's thread.
    void write(const Engine::Work& work);
    // That, when it is its turn, while no batch runs.
    void alone(const std::function<void()>& call);

    // How many wait for the batch that runs.
    std::size_t waiting() const;

  private:
    // In the queue. Its owner sleeps until it is woken: its work is done, or it is its turn.
    struct Place {
        Pending* pending; // null: it wants to be alone
        bool done = false;
        std::binary_semaphore woken{0};
    };

    void waitForTurn(Place& place);
    void runBatch();
    std::vector<Place*> takeBatch();
    void passOn();

    const Run m_run;
    mutable std::mutex m_mutex; // guards the rest
    bool m_running = false;
    std::deque<Place*> m_waiting; // the first is who is next
};

} // namespace latchkey
