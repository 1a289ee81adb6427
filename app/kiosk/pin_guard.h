// Stands between somebody at the screen and the operator's PIN: after three wrong ones it takes none for
// 30 s, and for twice as long after each further one, up to 15 min. The right one clears the count.
//
// The count survives a restart, and a lock then begins anew, so that pulling the plug gains nothing; no clock
// is trusted for it, since a small computer has none until it has found the network. The state file is
// written before the PIN is looked at. One that holds no number counts as three wrong PINs.
#pragma once

#include "app/client/scheduler.h"
#include "app/kiosk/operator_pin.h"

#include <QObject>

#include <filesystem>

namespace latchkey {

class PinGuard : public QObject {
    Q_OBJECT

  public:
    enum class Answer { Right, Wrong, Locked };

    static constexpr int kFreeAttempts = 3;
    static constexpr std::chrono::seconds kFirstLock{30};
    static constexpr std::chrono::minutes kLongestLock{15};

    // stateFile: its folder is made where it is missing; empty: nothing is remembered. The scheduler has to
    // outlive this.
    PinGuard(PinHash hash, std::filesystem::path stateFile, Scheduler& scheduler);

    // Takes as long as one hash.
    Answer attempt(const PinDigits& pin);

    // How long no PIN is taken from now on; zero: one is.
    Scheduler::Duration lockedFor() const;

  signals:
    // For the log and the audit: pin_refused ("2 wrong"), pin_locked ("60 s").
    void happened(const QString& name, const QString& detail);
    // The count cannot be kept: a sentence for the log.
    void failed(const QString& sentence);

  private:
    void remember();
    void lock();

    PinHash m_hash;
    std::filesystem::path m_stateFile;
    Scheduler& m_scheduler;
    int m_wrong = 0; // since the last right one
    Scheduler::Instant m_lockedUntil{};
};

} // namespace latchkey
