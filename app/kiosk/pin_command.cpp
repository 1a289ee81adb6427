#include "app/kiosk/pin_command.h"

#include "app/kiosk/operator_pin.h"
#include "app/private_file.h"
#include "common/echo_off.h"

#include <cerrno>
#include <ostream>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr std::size_t kLongestLine = 256; // bytes

PinDigits ask(const char* question, int input, std::ostream& messages) {
    messages << question << std::flush;
    std::string line;
    line.reserve(kLongestLine); // so that no copy of it is left behind
    while (line.size() < kLongestLine) {
        char character = 0;
        const ssize_t count = read(input, &character, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0 || character == '\n') break;
        if (character != '\r') line += character;
    }
    messages << '\n';
    return PinDigits(std::move(line));
}

Outcome<std::string> askAndWrite(const std::filesystem::path& file, int input, std::ostream& messages,
                                 const RandomFill& random) {
    const EchoOff echoOff(input);
    const PinDigits pin = ask("New PIN (6 to 12 digits): ", input, messages);
    if (auto checked = checkNewPin(pin); !checked) return checked;
    if (ask("The same again: ", input, messages) != pin)
        return Failure{std::string("the two are not the same; nothing was written")};
    if (const auto written = writePrivateFile(file, hashPin(pin, random).reveal() + '\n'); !written)
        return Failure{file.string() + ": " + written.error()};
    return {};
}

} // namespace

int setPin(const std::filesystem::path& file, int input, std::ostream& messages, const RandomFill& random) {
    if (const auto done = askAndWrite(file, input, messages, random); !done) {
        messages << "latchkey-kiosk: " << done.error() << '\n';
        return 1;
    }
    messages << "Written. The kiosk takes it with: operator_pin_file = \""
             << std::filesystem::absolute(file).string() << "\"\n";
    return 0;
}

} // namespace latchkey
