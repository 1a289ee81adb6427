// Runs a program of the operator's when somebody has unlocked the screen and when it is locked again: to turn
// a lamp on, mount a share, open a session.
//
// One at a time, in the order of what happened, each at most for its time (see ChildProgram). There is no
// argument; whom it is about is in the environment. Nothing waits for it but the end of the program.
#pragma once

#include "app/client/scheduler.h"
#include "app/kiosk/child_program.h"
#include "common/result.h"

#include <QObject>
#include <QProcessEnvironment>

#include <deque>
#include <filesystem>
#include <memory>

namespace latchkey {

struct HookSettings {
    std::filesystem::path onUnlock; // empty: nothing is run
    std::filesystem::path onLock;
    std::chrono::seconds timeout{10};
};

// Whether it can be run: absolute, there, executable, not for everybody to change. On failure: why not, and
// the fix.
Outcome<std::string> checkHook(const std::filesystem::path& program);

class Hooks : public QObject {
    Q_OBJECT

  public:
    enum class Event { Unlock, Lock };

    // What a program finds as LATCHKEY_USER_ID and so on.
    struct Login {
        QString userId;
        QString userName;
        QString loginId; // as in the audit
        QString kiosk;   // this screen's name; empty: it is unregistered
    };

    // environment: the kiosk's own, of which the programs get what a desktop needs. The scheduler has to
    // outlive this.
    Hooks(HookSettings settings, Scheduler& scheduler, const QProcessEnvironment& environment);
    // What is under way or waiting is given its time first.
    ~Hooks() override;

    void run(Event event, const Login& login);

  signals:
    // The first lines of what a program says, as they come.
    void said(const QString& line);
    // It could not be started, ended badly or took too long: a sentence for the log.
    void failed(const QString& sentence);
    // It is done, well or, after failed(), not.
    void finished(bool failed);

  private:
    struct Job {
        QString program;
        QProcessEnvironment environment;
    };

    void startNext();
    void onDone(const QString& problem);

    HookSettings m_settings;
    Scheduler& m_scheduler;
    QProcessEnvironment m_environment;
    std::deque<Job> m_waiting;
    std::unique_ptr<ChildProgram> m_running;
};

} // namespace latchkey
