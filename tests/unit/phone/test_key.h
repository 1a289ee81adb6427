// A wallet key with a known secret, for tests.
#pragma once

#include "common/encoding.h"
#include "tests/phone/wallet_key.h"

#include <string>

namespace latchkey::phone {

inline WalletKey keyOf(const std::string& hex) {
    return *WalletKey::parse(SecretKeyText(hex));
}

// The smallest key, whose public half is the curve's generator.
inline std::string smallestKeyHex() {
    return std::string(63, '0') + '1';
}

// A typical one: kiosk.example, a session, a secret, a time and a kiosk.
inline constexpr const char* kQrString =
    "https://kiosk.example/fast?s=Zm9vYmFyYmF6cXV4MTIzNA&c=c2VjcmV0c2VjcmV0MTIzNA&t=69ae8418&k=k-4c8d1f0a";

} // namespace latchkey::phone
