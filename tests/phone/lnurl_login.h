// Signing in with an LNURL, as a Lightning wallet does (LUD-04), by a key that it has for that service alone
// (LUD-05).
#pragma once

#include "common/result.h"
#include "tests/phone/hd_key.h"
#include "tests/phone/http_exchange.h"

#include <array>
#include <string>
#include <string_view>

namespace latchkey::phone {

// What a service asks to have signed.
struct LnurlLogin {
    std::string origin;   // scheme://host[:port], for a person to judge
    std::string domain;   // the host alone, which the key is derived from
    std::string action;   // register, login, link or auth; empty: the service does not say
    std::string callback; // the URL to call with the signature
    Hash256 k1{};

    // Reads what is scanned: an LNURL of any form that fromLnurl knows.
    // On failure: it holds none, it is for something else than signing in, or it leads where no wallet goes:
    // neither https, nor an onion service, nor (for tests) this machine.
    static Result<LnurlLogin, std::string> of(std::string_view scanned);
};

// The path below m/138' of a service's key: four numbers that only the wallet can tell from the domain.
std::array<std::uint32_t, 4> linkingPath(const Hash256& hashingKey, std::string_view domain);

// The key for a domain. The seed is the secret of the wallet's key file: 32 bytes, as BIP-32 advises.
WalletKey linkingKey(const WalletKey& wallet, std::string_view domain);
// The same for any seed.
WalletKey linkingKey(const HdKey& master, std::string_view domain);

// The callback with the signature and the key that it is made by.
std::string signedCallback(const LnurlLogin& login, const WalletKey& linkingKey);

// What the service made of it.
struct LnurlAnswer {
    bool ok = false;
    std::string reason; // why not
};

// Calls the service. LUD-01 gives HTTP's status no meaning, so only the body counts.
// On failure: no answer, or one that is neither OK nor ERROR.
Result<LnurlAnswer, std::string> callBack(const std::string& signedCallback,
                                          std::chrono::milliseconds limit = kAnswerLimit);

} // namespace latchkey::phone
