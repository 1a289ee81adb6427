// A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it and no port, and in no
// hurry to write to the disk. Where the tests run as root it runs as the account "postgres", since it refuses
// to as root.
#pragma once

#include <filesystem>
#include <string>

namespace latchkey {

class PostgresCluster {
  public:
    // Makes one and starts it. Ends the program with a sentence when that fails.
    PostgresCluster();
    // One that was made before, in that folder; its state is left as it is.
    explicit PostgresCluster(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    void start() const;
    void stop() const;   // ends every connection at once
    // Its processes stop where they are until they go on: it hangs, and says nothing.
    void pause() const;
    void resume() const;
    void remove() const; // stops it, and removes its folder

    const std::filesystem::path& folder() const { return m_folder; }
    // As --database takes it.
    std::string uri(const std::string& database) const;
    // Runs a statement in that database, and returns the first value that it gives, if any. Ends the program
    // when it is refused.
    std::string run(const std::string& database, const std::string& sql) const;

  private:
    void control(const std::string& arguments) const;
    void signalAll(int signal) const;

    std::filesystem::path m_folder;
};

} // namespace latchkey
