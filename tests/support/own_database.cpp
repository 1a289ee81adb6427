#include "tests/support/own_database.h"

#include <QtGlobal>

#include <atomic>
#include <fstream>
#include <sqlite3.h>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr const char* kWhereabouts = "LATCHKEY_TEST_POSTGRES";

void runOnSqlite(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* connection = nullptr;
    char* problem = nullptr;
    if (sqlite3_open(file.c_str(), &connection) != SQLITE_OK) qFatal("%s cannot be opened", file.c_str());
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, &problem) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), problem);
    sqlite3_close(connection);
}

} // namespace

bool OwnDatabase::onPostgres() {
    return qEnvironmentVariableIsSet(kWhereabouts);
}

OwnDatabase::OwnDatabase() {
    if (!onPostgres()) return;
    static std::atomic<int> count = 0;
    m_name = "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    std::string folder;
    std::ifstream(qEnvironmentVariable(kWhereabouts).toStdString()) >> folder;
    m_cluster.emplace(folder);
    m_cluster->run("postgres", "CREATE DATABASE " + m_name + " TEMPLATE " + kTemplate);
}

OwnDatabase::~OwnDatabase() {
    if (m_cluster) m_cluster->run("postgres", "DROP DATABASE " + m_name + " WITH (FORCE)");
}

std::string OwnDatabase::text() const {
    return m_cluster ? m_cluster->uri(m_name) : "sqlite3:" + m_folder.file("latchkey.db").string();
}

std::unique_ptr<Database> OwnDatabase::open() const {
    auto database = Database::open(*DatabaseLocation::parse(text()));
    if (!database) qFatal("%s", database.error().c_str());
    return *std::move(database);
}

std::string OwnDatabase::content() const {
    if (m_cluster) return m_cluster->run(m_name, "SELECT database_to_xml(true, false, '')");
    return contentOf(m_folder.file("latchkey.db")) + contentOf(m_folder.file("latchkey.db-wal"));
}

void OwnDatabase::run(const std::string& sql) const {
    if (m_cluster) {
        m_cluster->run(m_name, sql);
        return;
    }
    runOnSqlite(m_folder.file("latchkey.db"), sql);
}

} // namespace latchkey
