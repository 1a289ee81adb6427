// One log line for every step of a login session that somebody may want to trace. Never the sid, never a
// name, never the number to match.
#pragma once

#include "app/client/login_phase.h"
#include "common/event_log.h"

namespace latchkey {

void logPhase(EventLog& log, const LoginPhase& phase);

} // namespace latchkey
