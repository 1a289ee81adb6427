#include "server/http/channel.h"

#include <cerrno>
#include <sys/socket.h>

namespace latchkey {

namespace {

Channel::Transfer transferOf(ssize_t count, Channel::Progress wanted) {
    if (count > 0) return {Channel::Progress::Done, static_cast<std::size_t>(count)};
    const bool later = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {later ? wanted : Channel::Progress::Closed, 0};
}

} // namespace

Channel::Transfer PlainChannel::read(std::span<char> target) {
    return transferOf(::recv(m_socket, target.data(), target.size(), 0), Progress::WantsRead);
}

Channel::Transfer PlainChannel::write(std::string_view bytes) {
    return transferOf(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL), Progress::WantsWrite);
}

void PlainChannel::finish() {
    ::shutdown(m_socket, SHUT_WR);
}

} // namespace latchkey
