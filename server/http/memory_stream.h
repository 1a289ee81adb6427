// A request that is all there, and the answer to it, for cpp-httplib to read and write.
#pragma once

#include "server/http/endpoint.h"

#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace latchkey {

// The functions are the ones that the library's releases from 0.11 on declare; which of them override
// something depends on the release.
class MemoryStream final : public httplib::Stream {
  public:
    // Both have to outlive this.
    MemoryStream(const std::string& input, const Endpoint& peer) : m_input(input), m_peer(peer) {
        m_output.reserve(kUsualAnswer);
    }

    std::string takeOutput() { return std::move(m_output); }

    bool is_readable() const { return true; }
    bool is_writable() const { return true; }
    bool wait_readable() const { return true; }
    bool wait_writable() const { return true; }
    bool is_peer_alive() const { return true; }
    time_t duration() const { return 0; }
    ssize_t read(char* target, size_t size) {
        if (size == 1 && m_position < m_input.size()) { // as the library reads lines
            *target = m_input[m_position++];
            return 1;
        }
        const std::size_t count = std::min(size, m_input.size() - m_position);
        std::memcpy(target, m_input.data() + m_position, count);
        m_position += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char* source, size_t size) {
        m_output.append(source, size);
        return static_cast<ssize_t>(size);
    }
    using httplib::Stream::write;
    void get_remote_ip_and_port(std::string& ip, int& port) const {
        ip = m_peer.ip;
        port = m_peer.port;
    }
    void get_local_ip_and_port(std::string&, int&) const {} // no handler asks
    socket_t socket() const { return INVALID_SOCKET; }

  private:
    static constexpr std::size_t kUsualAnswer = 1024; // the header lines that the front adds included

    const std::string& m_input;
    std::string m_output;
    std::size_t m_position = 0;
    const Endpoint& m_peer;
};

} // namespace latchkey
