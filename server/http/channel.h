// The bytes of one connection: plain, or inside TLS (tls_channel.h).
//
// Nothing here waits. The socket is non-blocking, and a call that cannot go on says what the socket has to be
// ready for, so that a thread with poll() and an event loop can drive a channel alike. The socket belongs to
// whoever made the channel, and one thread at a time uses both.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace latchkey {

class Channel {
  public:
    enum class Progress {
        Done,
        WantsRead,    // call again once the socket is readable
        WantsWrite,   // call again once it is writable
        Closed,       // the client is gone, or broke the rules
        NotEncrypted, // open() only: it speaks plain HTTP where TLS is spoken
    };
    struct Transfer {
        Progress progress = Progress::Closed;
        std::size_t bytes = 0; // not 0 when done
    };

    virtual ~Channel() = default;

    // The handshake, if there is one. To be done before anything is read or written.
    virtual Progress open() = 0;
    // Why open() found the channel closed; empty when nothing is known.
    virtual std::string problem() const { return {}; }
    // Whether open() is a handshake.
    virtual bool encrypted() const { return false; }

    virtual Transfer read(std::span<char> target) = 0;
    // Whether read() has bytes that the socket does not tell of any more.
    virtual bool hasMore() const { return false; }
    virtual Transfer write(std::string_view bytes) = 0;

    // Tells the client that nothing more will be written.
    virtual void finish() = 0;
};

class PlainChannel final : public Channel {
  public:
    explicit PlainChannel(int socket) : m_socket(socket) {}

    Progress open() override { return Progress::Done; }
    Transfer read(std::span<char> target) override;
    Transfer write(std::string_view bytes) override;
    void finish() override;

  private:
    int m_socket;
};

} // namespace latchkey
