// The PostgreSQL server that CTest has running while tests need it.
//   postgres_fixture start|stop FILE      FILE remembers where it is
#include "server/store/database.h"
#include "tests/support/own_database.h"
#include "tests/support/postgres_cluster.h"

#include <cstdio>
#include <fstream>

using namespace latchkey;

namespace {

// Also the one of a run that was interrupted.
void stop(const std::filesystem::path& file) {
    std::string folder;
    std::ifstream(file) >> folder;
    if (!folder.empty() && std::filesystem::exists(folder)) PostgresCluster(folder).remove();
    std::filesystem::remove(file);
}

int start(const std::filesystem::path& file) {
    const PostgresCluster cluster;
    std::ofstream(file) << cluster.folder().string();
    cluster.run("postgres", std::string("CREATE DATABASE ") + OwnDatabase::kTemplate);
    const auto database = Database::open(*DatabaseLocation::parse(cluster.uri(OwnDatabase::kTemplate)));
    if (database) return 0;
    std::fprintf(stderr, "%s\n", database.error().c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    stop(argv[2]);
    return std::string(argv[1]) == "start" ? start(argv[2]) : 0;
}
