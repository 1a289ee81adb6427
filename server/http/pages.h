// The server's HTML pages, from the templates in resources/site. Every value is escaped on its way in.
#pragma once

#include "common/wire.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey::pages {

// The page at a QR string's URL: where the person is about to sign in, and a form for a signature.
struct ApprovalPrompt {
    std::optional<KioskLabel> kiosk; // none: an unregistered screen
    std::string host;
    std::string message; // the QR string, to be signed
    std::chrono::seconds window{0};
    bool offersRegistration = false;
};
std::string approve(const ApprovalPrompt& prompt);

// What came of it. good: the session is approved.
std::string answer(bool good, std::string_view title, std::string_view message);

// sid: for the sign-out form; empty when the browser's cookie has it.
std::string dashboard(const DashboardAnswer& dashboard, const Sid& sid);

// Escapes text for HTML content and quoted attributes.
std::string escape(std::string_view text);

} // namespace latchkey::pages
