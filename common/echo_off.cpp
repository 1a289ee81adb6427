#include "common/echo_off.h"

namespace latchkey {

EchoOff::EchoOff(int descriptor) : m_descriptor(descriptor) {
    m_isTerminal = ::tcgetattr(descriptor, &m_before) == 0;
    if (!m_isTerminal) return;
    termios silent = m_before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(descriptor, TCSAFLUSH, &silent);
}

EchoOff::~EchoOff() {
    if (m_isTerminal) ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
}

} // namespace latchkey
