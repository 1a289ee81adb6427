// Many threads' writes in few commits. A commit waits for the disk, and the next writes gather meanwhile:
// whoever comes first runs them all, in one transaction, and each gets its own end.
//
// Thread-safe.
#pragma once

#include "server/store/engine.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace latchkey {

class GroupCommit {
  public:
    // A write that waits: what it is to do, and how it ended.
    struct Pending {
        const Engine::Work& work;
        std::exception_ptr thrown{}; // null: it is stored
        bool done = false;
    };
    using Batch = std::vector<Pending*>;
    // Runs the batch to its end: what it does not store has `thrown`. Called by one thread at a time.
    using Run = std::function<void(const Batch& batch)>;

    explicit GroupCommit(Run run) : m_run(std::move(run)) {}

    // Returns when the work is stored, and throws what it, or the commit, has thrown. The work may run on
    // another caller's thread.
    void write(const Engine::Work& work);
    // That, while no batch runs.
    void alone(const std::function<void()>& call);

    // How many wait for the batch that runs.
    std::size_t waiting() const;

  private:
    const Run m_run;
    mutable std::mutex m_mutex; // guards the rest
    std::condition_variable m_changed;
    bool m_running = false;
    std::deque<Pending*> m_waiting;
};

} // namespace latchkey
