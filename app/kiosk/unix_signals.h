// SIGTERM, SIGINT and SIGHUP as one Qt signal, so that whoever stops the program finds it leaving in order,
// and SIGUSR1 as another, which asks for a report. Also keeps SIGPIPE from ending it. One object at a time,
// in the main thread.
//
// It comes in two steps, because the signals have to be held back before Qt starts its first thread, and Qt
// can only watch for them once there is an application.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <csignal>
#include <memory>

namespace latchkey {

class UnixSignals : public QObject {
    Q_OBJECT

  public:
    // Holds the signals back. Before QApplication. Throws std::system_error when the machine has no file
    // descriptor left.
    UnixSignals();
    ~UnixSignals() override;

    // Says so for every one of them from now on, and for any that was held back. After QApplication.
    void watch();

  signals:
    void terminated();
    void diagnosticsRequested();

  private:
    sigset_t m_before{}; // what was blocked
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace latchkey
