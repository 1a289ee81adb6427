#include "tests/support/postgres_cluster.h"

#include <QtGlobal>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <libpq-fe.h>
#include <memory>
#include <unistd.h>

namespace latchkey {

namespace {

// As whom PostgreSQL runs its programs.
std::string unprivileged() {
    return ::geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
}

void runProgram(const std::string& command) {
    if (std::system(("cd / && " + command).c_str()) != 0) qFatal("failed: %s", command.c_str());
}

} // namespace

PostgresCluster::PostgresCluster() {
    std::string folder = "/tmp/latchkey-postgres-XXXXXX"; // short: a socket's name has 107 bytes at most
    if (!::mkdtemp(folder.data())) qFatal("no temporary folder can be made");
    m_folder = folder;
    if (::geteuid() == 0) runProgram("chown postgres: " + folder);
    runProgram(
        unprivileged() + LATCHKEY_POSTGRES_PROGRAMS "/initdb --pgdata=" + folder +
        "/data --username=latchkey --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null");
    start();
}

void PostgresCluster::control(const std::string& arguments) const {
    runProgram(unprivileged() + LATCHKEY_POSTGRES_PROGRAMS "/pg_ctl --silent --wait --pgdata=" +
               m_folder.string() + "/data " + arguments);
}

void PostgresCluster::start() const {
    control("--log=" + m_folder.string() +
            "/log --options=\"-c listen_addresses= -c unix_socket_directories=" + m_folder.string() +
            " -c fsync=off -c full_page_writes=off -c max_connections=200\" start");
}

void PostgresCluster::stop() const {
    control("--mode=fast stop");
}

void PostgresCluster::pause() const {
    signalAll(SIGSTOP);
}

void PostgresCluster::resume() const {
    signalAll(SIGCONT);
}

void PostgresCluster::signalAll(int signal) const {
    std::string server;
    std::ifstream(m_folder / "data" / "postmaster.pid") >> server;
    std::ifstream children("/proc/" + server + "/task/" + server + "/children");
    ::kill(std::stoi(server), signal); // first, so that no other child comes
    for (pid_t child = 0; children >> child;) ::kill(child, signal);
}

void PostgresCluster::remove() const {
    if (std::filesystem::exists(m_folder / "data" / "postmaster.pid")) {
        resume();
        control("--mode=immediate stop");
    }
    std::filesystem::remove_all(m_folder);
}

std::string PostgresCluster::uri(const std::string& database) const {
    return "postgresql://latchkey@%2Ftmp%2F" + m_folder.filename().string() + "/" + database;
}

std::string PostgresCluster::run(const std::string& database, const std::string& sql) const {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(uri(database).c_str()),
                                                                  PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                               PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s: %s", sql.c_str(), PQerrorMessage(connection.get()));
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

} // namespace latchkey
