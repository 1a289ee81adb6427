#include "app/kiosk/operator_pin.h"

#include "app/private_file.h"

#include <algorithm>
#include <argon2.h>
#include <array>
#include <set>
#include <stdexcept>
#include <string_view>

namespace latchkey {

namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemory = 19 * 1024; // KiB
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSaltSize = 16; // bytes
constexpr std::size_t kHashSize = 32; // bytes
constexpr std::size_t kLongestFile = 512;

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

// 123456, 890123, 987654.
bool isRun(std::string_view digits) {
    const auto step = [&](std::size_t at) { return (digits[at] - digits[at - 1] + 10) % 10; };
    const int first = step(1);
    if (first != 1 && first != 9) return false;
    for (std::size_t at = 2; at < digits.size(); ++at) {
        if (step(at) != first) return false;
    }
    return true;
}

// 123123, 121212.
bool repeatsItself(std::string_view digits) {
    for (std::size_t period = 1; period <= digits.size() / 2; ++period) {
        if (digits.substr(period) == digits.substr(0, digits.size() - period)) return true;
    }
    return false;
}

int verify(const PinHash& hash, std::string_view pin) {
    return argon2id_verify(hash.reveal().c_str(), pin.data(), pin.size());
}

} // namespace

Outcome<std::string> checkNewPin(const PinDigits& pin) {
    const std::string& digits = pin.reveal();
    if (digits.size() < kShortestPin || digits.size() > kLongestPin || !std::ranges::all_of(digits, isDigit))
        return Failure{std::string("a PIN has 6 to 12 digits and nothing else")};
    if (std::set(digits.begin(), digits.end()).size() < 3 || isRun(digits) || repeatsItself(digits))
        return Failure{std::string("that is one of the first PINs that anybody tries; choose another")};
    return {};
}

PinHash hashPin(const PinDigits& pin, const RandomFill& random) {
    std::array<std::uint8_t, kSaltSize> salt{};
    random(salt);
    std::string encoded(argon2_encodedlen(kPasses, kMemory, kLanes, kSaltSize, kHashSize, Argon2_id), '\0');
    const int outcome =
        argon2id_hash_encoded(kPasses, kMemory, kLanes, pin.reveal().data(), pin.reveal().size(), salt.data(),
                              salt.size(), kHashSize, encoded.data(), encoded.size());
    if (outcome != ARGON2_OK)
        throw std::runtime_error(std::string("the PIN cannot be hashed: ") + argon2_error_message(outcome));
    encoded.resize(encoded.find('\0'));
    return PinHash(std::move(encoded));
}

bool matches(const PinHash& hash, const PinDigits& pin) {
    return !hash.empty() && verify(hash, pin.reveal()) == ARGON2_OK;
}

Result<PinHash, std::string> readPinFile(const std::filesystem::path& file) {
    const auto content = readPrivateFile(file, kLongestFile);
    if (!content) return Failure{content.error()};
    const std::string& text = content->reveal();
    PinHash hash(text.substr(0, text.find_first_of("\r\n")));
    if (verify(hash, "") != ARGON2_VERIFY_MISMATCH) {
        return Failure{"it holds no PIN; write one with: latchkey-kiosk pin set " + file.string()};
    }
    return hash;
}

} // namespace latchkey
