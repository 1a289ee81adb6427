// Gathers the bytes of a connection into whole HTTP/1.1 requests (RFC 9112), within bounds.
//
// Only a complete request goes on to the HTTP library, so that neither a slow nor an endless one costs more
// than a bounded buffer. What makes two readers disagree on where a request ends is refused: a bare CR or LF,
// a folded line, two lengths, a length and a transfer coding (RFC 9112 §6.3, §11.2).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace latchkey {

struct RequestLimits {
    std::size_t headerBytes = 16 * 1024; // request line and header lines
    std::size_t headerLines = 100;
    std::size_t bodyBytes = 64 * 1024; // without the chunks' framing
};

class RequestFramer {
  public:
    enum class State {
        Gathering, // not a whole request yet
        Complete,  // takeRequest() has one
        Refused,   // see refusal(); the connection is of no use any more
    };

    explicit RequestFramer(RequestLimits limits = {}) : m_limits(limits) {}

    State append(std::string_view bytes);
    State state() const { return m_state; }

    // True from the first byte of a request on.
    bool started() const { return !m_buffer.empty(); }
    // The header lines are complete, ask for "100 Continue" (RFC 9110 §10.1.1), and the body is not there
    // yet.
    bool awaitsContinue() const { return m_state == State::Gathering && m_expectsContinue; }

    // Hands out the complete request; what came behind it stays, and may make the next one complete.
    std::string takeRequest();

    // The HTTP status of the refusal: 400, 413 (body), 431 (header lines), 501 (transfer coding).
    int refusal() const { return m_refusal; }

  private:
    State advance();
    State refuse(int status);
    State readHeader();
    bool readHeaderLine(std::string_view line);
    State readBody();
    State readChunks();

    RequestLimits m_limits;
    std::string m_buffer;
    State m_state = State::Gathering;
    int m_refusal = 0;

    // Of the request at the front of the buffer:
    std::size_t m_headerEnd = 0; // 0: not found yet
    std::size_t m_scanned = 0;   // how far the buffer was looked through
    std::size_t m_end = 0;       // where the complete request ends
    bool m_hasLength = false;
    std::size_t m_length = 0;
    bool m_chunked = false;
    std::size_t m_chunkBytes = 0;
    bool m_expectsContinue = false;
};

} // namespace latchkey
