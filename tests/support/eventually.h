// Waiting for what another process brings about.
#pragma once

#include <QTest>

#include <functional>

namespace latchkey {

// Whether it comes to hold, in so many milliseconds at most: the patience is for a busy machine.
inline bool eventually(const std::function<bool()>& holds, int patience = 60'000) {
    return QTest::qWaitFor(holds, patience);
}

} // namespace latchkey
