// One run of a program of the operator's: without a shell, with nothing on standard input, in a process group
// of its own. When its time is up it is asked to end (SIGTERM) and soon after made to (SIGKILL), with
// whatever it has started.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace latchkey {

// What a program of the operator's finds of the kiosk's own environment: what a desktop needs.
QProcessEnvironment environmentForChildren(const QProcessEnvironment& ours);

class ChildProgram : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kGrace{2}; // from SIGTERM to SIGKILL
    static constexpr int kLinesSaid = 10;
    static constexpr int kLongestLine = 200; // characters

    // The scheduler has to outlive this.
    ChildProgram(Scheduler& scheduler, std::chrono::seconds timeout);

    void start(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment);
    // As when its time is up, and that is no failure.
    void end();
    // Waits until it is done, for as long as it may take, or as little as end() leaves it.
    void wait();

  signals:
    // The first lines of what it says, as they come.
    void said(const QString& line);
    // It is done; once. An empty sentence: well. Else: it could not be started, ended badly or took too long.
    void done(const QString& problem);

  private:
    void onFinished();
    void onTimeout();
    void readLines();
    void signalAll(int number);
    QString problem() const;

    Scheduler& m_scheduler;
    std::chrono::seconds m_timeout;
    QProcess m_process;
    int m_linesSaid = 0;
    bool m_timedOut = false;
    bool m_ended = false; // by end()
    Scheduler::Call m_timeUp;
};

} // namespace latchkey
