// Typing that nobody reads over a shoulder: a terminal (POSIX termios) that does not show it.
#pragma once

#include <termios.h>

namespace latchkey {

// Turns a terminal's echo off for as long as it lives, and drops what was typed before and not yet read; does
// nothing to a pipe or a file.
class EchoOff {
  public:
    // The descriptor has to stay open meanwhile.
    explicit EchoOff(int descriptor);
    ~EchoOff();
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

  private:
    int m_descriptor;
    bool m_isTerminal = false;
    termios m_before{};
};

} // namespace latchkey
