#include "tests/phone/secret_input.h"

#include "common/echo_off.h"

#include <array>
#include <errno.h>
#include <string.h>
#include <string_view>
#include <unistd.h>

namespace latchkey::phone {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t start = text.find_first_not_of(kBlank);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

} // namespace

SecretKeyText readSecretLine(int descriptor) {
    const EchoOff echoOff(descriptor);
    std::array<char, 256> buffer{};
    std::size_t size = 0;
    while (size < buffer.size()) {
        const ssize_t count = ::read(descriptor, &buffer[size], 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0 || buffer[size] == '\n') break;
        ++size;
    }
    SecretKeyText line(std::string(trimmed({buffer.data(), size})));
    explicit_bzero(buffer.data(), buffer.size());
    return line;
}

} // namespace latchkey::phone
