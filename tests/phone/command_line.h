// What the command line asks for.
#pragma once

#include "tests/phone/payload.h"
#include "tests/phone/submission.h"

#include <string>
#include <variant>

namespace latchkey::phone {

enum class Command { KeyNew, KeyShow, KeyImport, Scan, Approve, Sign, Lnurl };

struct CommandLine {
    Command command = Command::KeyShow;
    std::string keyFile; // empty: the default one
    bool json = false;

    std::string qrString; // one of these three says where the QR code's text comes from
    std::string imageFile;
    bool screen = false;

    PayloadOptions payload;
    PayloadEncoding encoding = PayloadEncoding::Json;
};

// The exit status when the command line itself is at fault.
inline constexpr int kUsageError = 2;

// Reads the command line, or prints the help, the version or what is wrong and gives the exit status.
std::variant<CommandLine, int> parseCommandLine(int argc, char** argv);

} // namespace latchkey::phone
