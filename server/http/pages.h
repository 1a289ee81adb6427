// The server's HTML pages, from the templates in resources/site. Every value is escaped on its way in.
#pragma once

#include "common/wire.h"
#include "server/http/page_language.h"

#include <optional>
#include <string>
#include <string_view>

namespace latchkey::pages {

// What every page that a phone opens says of the server.
struct Site {
    std::string host;   // what a person compares with the screen
    std::string origin; // scheme://host[:port]
    bool encrypted = false;
};

// The page at a QR string's URL: where the person is about to sign in, and all that may come of it.
struct UnlockPrompt {
    std::optional<KioskLabel> kiosk; // none: an unregistered screen
    std::string message;             // the QR string, to be signed
    std::string lightning;           // an LNURL for a wallet on the same phone; empty: none
    bool offersRegistration = false;
};
std::string unlock(const Site& site, const UnlockPrompt& prompt, const PageLanguage& language);

// The page of an enrolment link.
std::string enrol(const Site& site, const PageLanguage& language);

// The page for the code that stands under the QR code.
std::string typedCode(const Site& site, const PageLanguage& language);

// A Link header (RFC 8288) for the pages above: the browser asks for the style sheet before it has the page.
std::string preload();

// What came of it, for a browser that runs no script. reason: a word of the phone API; one that the pages
// have no sentence for becomes "internal".
std::string unlocked(std::string_view userName, const PageLanguage& language);
std::string refused(std::string_view reason, const PageLanguage& language);

// sid: for the sign-out form; empty when the browser's cookie has it.
std::string dashboard(const DashboardAnswer& dashboard, const Sid& sid);

} // namespace latchkey::pages
