// The real latchkey-server, as an operator runs it: its own process, its own folder, a free port.
#pragma once

#include "tests/support/port_reservation.h"
#include "tests/support/temporary_folder.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>

namespace latchkey {

// What a command-line program printed, and how it ended.
struct ProgramResult {
    int exitStatus = -1;
    QByteArray out;
    QByteArray err;
};

// Runs a program to its end in an environment without any setting of ours.
ProgramResult runProgram(const QString& program, const QStringList& arguments,
                         const std::filesystem::path& home);

class ServerProcess {
  public:
    // Starts with these arguments behind "serve", on any free port of that address, which it keeps while the
    // server does not run; fails the test when it does not come up.
    explicit ServerProcess(QStringList arguments = {}, QString address = "127.0.0.1");
    // Ends it by SIGKILL if it still runs.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    int port() const { return m_port.port(); }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port()); }
    const TemporaryFolder& folder() const { return m_folder; }

    void start(); // again, on the same port and database
    void kill();  // SIGKILL, and waits until it is gone
    void signal(int number) const;
    pid_t pid() const;
    // SIGTERM, waits, and returns the exit status.
    int terminate();
    // Waits until the log has that text.
    bool waitForLog(const QByteArray& text);
    // Everything it logged so far, over all starts.
    const QByteArray& log();

    // latchkey-server with its database; the arguments are the subcommand's.
    ProgramResult administer(const QStringList& arguments) const;

  private:
    QStringList m_arguments;
    QString m_address;
    TemporaryFolder m_folder;
    const PortReservation m_port;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_log;
};

} // namespace latchkey
