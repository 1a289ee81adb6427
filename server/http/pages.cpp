#include "server/http/pages.h"

#include "common/time_format.h"
#include "resources/embedded_files.h"

#include <map>

namespace latchkey::pages {

namespace {

// Markup that is safe as it is: made here, or escaped.
using Markup = std::string;

// Puts the markup in the place of {{name}}. Values are not looked through again.
std::string fill(std::string_view page, const std::map<std::string_view, Markup>& values) {
    std::string filled;
    for (;;) {
        const std::size_t open = page.find("{{");
        filled.append(page.substr(0, open));
        if (open == std::string_view::npos) return filled;
        const std::size_t close = page.find("}}", open);
        filled += values.at(page.substr(open + 2, close - open - 2));
        page.remove_prefix(close + 2);
    }
}

Markup kioskName(const std::optional<KioskLabel>& kiosk) {
    return kiosk ? escape(kiosk->name) : Markup("an unregistered screen");
}

Markup kioskPlace(const std::optional<KioskLabel>& kiosk) {
    return kiosk ? escape(kiosk->place) : Markup();
}

constexpr std::string_view kRegistrationFields =
    "<label for=\"name\">Your name, if this is your first time here</label>"
    "<input id=\"name\" name=\"name\" autocomplete=\"name\">"
    "<label for=\"email\">E-mail (optional)</label>"
    "<input id=\"email\" name=\"email\" type=\"email\" autocomplete=\"email\">";

} // namespace

std::string escape(std::string_view text) {
    std::string escaped;
    for (const char character : text) {
        switch (character) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += character;
        }
    }
    return escaped;
}

std::string approve(const ApprovalPrompt& prompt) {
    return fill(embeddedFile("site/approve.html"),
                {{"kiosk", kioskName(prompt.kiosk)},
                 {"place", kioskPlace(prompt.kiosk)},
                 {"host", escape(prompt.host)},
                 {"message", escape(prompt.message)},
                 {"window", std::to_string(prompt.window.count())},
                 {"registration", prompt.offersRegistration ? Markup(kRegistrationFields) : Markup()}});
}

std::string answer(bool good, std::string_view title, std::string_view message) {
    return fill(
        embeddedFile("site/answer.html"),
        {{"kind", good ? "approved" : "refused"}, {"title", escape(title)}, {"message", escape(message)}});
}

std::string dashboard(const DashboardAnswer& dashboard, const Sid& sid) {
    Markup notices;
    for (const std::string& notice : dashboard.notices) notices += "<li>" + escape(notice) + "</li>";
    if (!notices.empty()) notices = "<ul class=\"notices\">" + notices + "</ul>";
    return fill(embeddedFile("site/dashboard.html"), {{"name", escape(dashboard.userName)},
                                                      {"since", toRfc3339(dashboard.since)},
                                                      {"until", toRfc3339(dashboard.until)},
                                                      {"kiosk", kioskName(dashboard.kiosk)},
                                                      {"place", kioskPlace(dashboard.kiosk)},
                                                      {"notices", notices},
                                                      {"sid", escape(sid.reveal())}});
}

} // namespace latchkey::pages
