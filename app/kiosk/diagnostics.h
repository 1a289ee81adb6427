// A report on this terminal for whoever has to find out from afar what is wrong with it: versions, screens,
// fonts, settings, where the login session stands, the last lines of the log, memory. One text file that
// nobody else can read.
//
// It has no secret and nobody's name in it: settings name files and not what they hold, a phase is its name
// and no more, and the log has neither.
#pragma once

#include "app/client/scheduler.h"
#include "app/kiosk/log_ring.h"
#include "common/clock.h"
#include "common/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace latchkey {

class Diagnostics {
  public:
    // settings: described as for "config check". All but that have to outlive this.
    Diagnostics(std::string settings, const LogRing& log, const Scheduler& scheduler, Now now);

    // The session has come into another phase. See phaseName().
    void onPhase(std::string_view name);

    std::string report() const;

    // Into latchkey-kiosk-diagnostics-<time>.txt in this folder, which is made where it is missing, or else
    // in $TMPDIR. Returns the file's path. On failure: what went wrong.
    Result<std::filesystem::path, std::string> write(std::filesystem::path folder) const;

  private:
    std::string session() const;

    std::string m_settings;
    const LogRing& m_log;
    const Scheduler& m_scheduler;
    Now m_now;
    Scheduler::Instant m_startedAt;
    std::string m_phase = "none";
    Scheduler::Instant m_phaseSince;
    std::map<std::string, int> m_entered; // how often, by phase
};

} // namespace latchkey
