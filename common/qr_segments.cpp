#include "common/qr_segments.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace latchkey {

namespace {

using Mode = QrSegment::Mode;

constexpr std::array kModes{Mode::Numeric, Mode::Alphanumeric, Mode::Byte};
constexpr std::size_t kModeCount = kModes.size();

std::size_t indexOf(Mode mode) {
    return static_cast<std::size_t>(mode);
}

// Sixths of a bit, in which a character of every mode is a whole number.
using Cost = std::uint64_t;
constexpr Cost kBit = 6;
constexpr std::array<Cost, kModeCount> kCharacterCost{20, 33, 48};
constexpr Cost kImpossible = UINT64_MAX / 2;

// A segment ends at a whole bit.
Cost ended(Cost cost) {
    return (cost + kBit - 1) / kBit * kBit;
}

bool holds(Mode mode, char character) {
    const bool isDigit = character >= '0' && character <= '9';
    switch (mode) {
    case Mode::Numeric:
        return isDigit;
    case Mode::Alphanumeric:
        return isDigit || (character >= 'A' && character <= 'Z') ||
               std::string_view(" $%*+-./:").find(character) != std::string_view::npos;
    case Mode::Byte:
        break;
    }
    return true;
}

// The mode of every character in the cheapest split. All that matters of the text so far is what it costs to
// have a segment of each mode open, and which mode its last character then has: one step a character.
std::vector<Mode> cheapestModes(std::string_view text, int version) {
    std::array<Cost, kModeCount> header{};
    for (const Mode mode : kModes) {
        header[indexOf(mode)] = kBit * static_cast<Cost>(qrHeaderBits(mode, version));
    }
    std::array<Cost, kModeCount> open = header;
    std::vector<std::array<Mode, kModeCount>>
        lastModes; // by character, then by the mode that is open after it
    lastModes.reserve(text.size());
    Mode cheapest = Mode::Byte;
    for (const char character : text) {
        std::array<Cost, kModeCount> with{}; // the character, in each mode
        for (const Mode mode : kModes) {
            const std::size_t i = indexOf(mode);
            with[i] = holds(mode, character) ? open[i] + kCharacterCost[i] : kImpossible;
        }
        cheapest =
            *std::ranges::min_element(kModes, {}, [&](Mode mode) { return ended(with[indexOf(mode)]); });
        std::array<Mode, kModeCount> lastMode = kModes;
        for (std::size_t i = 0; i < kModeCount; ++i) {
            const Cost switched = ended(with[indexOf(cheapest)]) + header[i];
            if (switched < with[i]) lastMode[i] = cheapest;
            open[i] = std::min(switched, with[i]);
        }
        lastModes.push_back(lastMode);
    }
    std::vector<Mode> modes(text.size(), cheapest);
    for (std::size_t i = modes.size(); i > 1; --i) modes[i - 2] = lastModes[i - 2][indexOf(modes[i - 1])];
    return modes;
}

} // namespace

int qrHeaderBits(Mode mode, int version) {
    constexpr std::array<std::array<int, 3>, kModeCount> kCountBits{{{10, 12, 14}, {9, 11, 13}, {8, 16, 16}}};
    const std::size_t range = version < 10 ? 0 : version < 27 ? 1 : 2;
    return 4 + kCountBits[indexOf(mode)][range];
}

std::vector<QrSegment> splitForQrCode(std::string_view text, int version) {
    const std::vector<Mode> modes = cheapestModes(text, version);
    std::vector<QrSegment> segments;
    for (auto start = modes.begin(); start != modes.end();) {
        const auto end = std::find_if(start, modes.end(), [start](Mode mode) { return mode != *start; });
        segments.push_back({*start, text.substr(static_cast<std::size_t>(start - modes.begin()),
                                                static_cast<std::size_t>(end - start))});
        start = end;
    }
    return segments;
}

} // namespace latchkey
