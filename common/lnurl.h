// LNURLs (LUD-01): a web address in Bech32, which Lightning wallets call.
#pragma once

#include "common/result.h"
#include "common/web_address.h"

#include <string>
#include <string_view>

namespace latchkey {

// In upper case, which a QR code holds in fewer modules: LNURL1…
std::string toLnurl(std::string_view url);

// Reads what a wallet scans: an LNURL of either case, alone, after "lightning:", or as the parameter
// "lightning" of an http or https URL. Returns the http or https URL inside, or what is wrong.
Result<std::string, std::string> fromLnurl(std::string_view scanned);

// Where wallets follow an LNURL to: https, or http to an onion service.
bool isLnurlServer(const WebAddress& server);

} // namespace latchkey
