// What the server is held against, and who asks both: nginx that answers a constant, wrk.
#pragma once

#include "tests/bench/server/process.h"
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

// connections: kept alive, unless each request is to have its own.
WrkFigures wrk(const std::string& url, int connections, int seconds, bool keepAlive = true);

} // namespace latchkey::bench
