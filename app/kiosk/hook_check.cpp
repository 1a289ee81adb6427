#include "app/kiosk/hook_check.h"

#include <utility>

namespace latchkey {

void HookCheck::hear(bool failed) {
    if (std::exchange(m_failed, failed) != failed) emit changed();
}

} // namespace latchkey
