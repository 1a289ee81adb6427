// How a server announces itself on its network, DNS-SD (RFC 6763): a service of this type, whose TXT record
// (§6) says where it is.
//
//   txtvers=1       the version of this list
//   url=…           the public URL, the one that QR codes begin with; host and port of the SRV record are not
//                   used, since a certificate and what phones sign are for this one
//   id=…            the fingerprint of its TLS key (KeyFingerprint), where the server speaks TLS by itself
//
// Anybody on the network can announce anything. Whoever reads this takes it as a claim: only a TLS handshake
// tells whether a server has the key that its announcement names.
#pragma once

#include "common/key_fingerprint.h"
#include "common/result.h"
#include "common/web_address.h"

#include <optional>
#include <string>
#include <vector>

namespace latchkey {

inline constexpr const char* kServiceType = "_latchkey._tcp";

struct ServerAnnouncement {
    WebAddress url;
    std::optional<KeyFingerprint> key;

    // The strings of the TXT record. On failure: why the URL cannot be announced.
    Result<std::vector<std::string>, std::string> toTxt() const;
    // Keys in any case, of two the first, unknown ones passed over (§6.4). On failure: what is wrong with it.
    static Result<ServerAnnouncement, std::string> parse(const std::vector<std::string>& txt);

    bool operator==(const ServerAnnouncement&) const = default;
};

} // namespace latchkey
