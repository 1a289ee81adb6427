// Tells when it is worth a look what other processes have changed. Private to this folder: see ChangeFeed.
#pragma once

#include <string>

namespace latchkey {

class ChangeBell {
  public:
    ChangeBell() = default;
    virtual ~ChangeBell() = default;
    ChangeBell(const ChangeBell&) = delete;
    ChangeBell& operator=(const ChangeBell&) = delete;

    enum class Heard {
        Nothing, // so far
        Perhaps, // another process may have changed something
        Lost,    // the database was away meanwhile, and may not be the same any more
    };
    // Waits a while. For one thread.
    virtual Heard wait() = 0;
    // Why it hears nothing, and so has to be asked to look now and then; empty: it hears. For that thread.
    virtual std::string trouble() const { return {}; }
    // wait() returns at once, now and later. From any thread.
    virtual void stop() = 0;
};

} // namespace latchkey
