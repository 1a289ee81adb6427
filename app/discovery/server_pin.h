// The server that an operator has said this screen may trust, and the file that remembers it.
//
// With https it is pinned by its address and by its TLS key (RFC 7469's SPKI fingerprint), and the machine's
// authorities still have to vouch for the certificate: another server under that address is refused. With
// plain http there is nothing but the address; whoever can change the network's traffic can still answer in
// its place. In both cases no later announcement is followed, since nobody looks for one any more.
//
// The file, mode 0600, refused when others can read it, is two lines at most:
//
//     url=https://lobby.example.org:8420
//     key=3f2a…                           64 hex digits; with https always, with http never
#pragma once

#include "common/key_fingerprint.h"
#include "common/result.h"
#include "common/web_address.h"

#include <filesystem>
#include <optional>
#include <string>

namespace latchkey {

struct TrustedServer {
    WebAddress address;
    // What its TLS key has to be; nothing: any that the machine's authorities vouch for.
    std::optional<KeyFingerprint> key;
};

// In the state folder. Empty where there is none.
std::filesystem::path serverPinFile(const std::filesystem::path& stateFolder);

// Nothing when no server is pinned. On failure: what is wrong with the file and how to put it right.
Result<std::optional<TrustedServer>, std::string> readServerPin(const std::filesystem::path& file);

// Makes the folder where it is missing. An https server without a key is refused. On failure: what is wrong.
Outcome<std::string> writeServerPin(const std::filesystem::path& file, const TrustedServer& server);

} // namespace latchkey
