// What the server is held against, and who asks both: nginx that answers a constant, wrk.
#pragma once

#include "tests/bench/server/process.h"
#include "tests/bench/server/table.h"
#include "tests/support/temporary_folder.h"

#include <string>
#include <vector>

namespace latchkey::bench {

// Answers every request with the same bytes as the server answers that one, headers included.
class Nginx {
  public:
    // url: of the server, whose answer is taken. tls: nginx's own lines for it; empty: plain HTTP.
    Nginx(const std::string& url, const std::string& target, const std::string& tls = {});
    ~Nginx();
    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;

    std::string url() const { return m_url; }

  private:
    TemporaryFolder m_folder;
    std::string m_url;
    std::unique_ptr<Process> m_process;
};

struct WrkFigures {
    double requestsPerSecond = 0;
    double errors = 0; // socket errors and answers other than 2xx
};

constexpr int kWrkSeconds = 5;

// connections: kept alive, unless each request is to have its own.
WrkFigures wrk(const std::string& url, int connections, int seconds, bool keepAlive = true);

// A row for ours as a part of theirs, two URLs, asked in turns; and one for our errors.
void compareByWrk(Table& table, const std::string& measure, double goal_percent, const std::string& ours,
                  const std::string& theirs, int connections, bool keepAlive);

} // namespace latchkey::bench
