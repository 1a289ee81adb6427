#include "server/http/pages.h"

#include "common/qr_matrix.h"
#include "common/time_format.h"
#include "resources/embedded_files.h"
#include "server/http/markup.h"

#include <array>
#include <functional>
#include <map>

namespace latchkey::pages {

namespace {

// Markup that is safe as it is: made here, or escaped.
using Markup = std::string;
using Values = std::map<std::string_view, Markup>;

// Puts markup in the place of {{name}}. Values are not looked through again.
std::string fill(std::string_view page, const std::function<Markup(std::string_view)>& valueOf) {
    std::string filled;
    for (;;) {
        const std::size_t open = page.find("{{");
        filled.append(page.substr(0, open));
        if (open == std::string_view::npos) return filled;
        const std::size_t close = page.find("}}", open);
        filled += valueOf(page.substr(open + 2, close - open - 2));
        page.remove_prefix(close + 2);
    }
}

// The attribute that hides an element.
Markup hiddenUnless(bool shown) {
    return shown ? Markup() : Markup("hidden");
}

std::string assetAddress(std::string_view file) {
    const std::string name = "site/" + std::string(file);
    return name + "?v=" + std::string(embeddedVersion(name));
}

// A page for phones, in one language. Its template may ask for
//   {{name}}          a value
//   {{text:key}}      a text of the language
//   {{asset:file}}    the address of a file that the page loads
//   {{include:file}}  another template
//   {{hidden:state}}  the attribute that hides the section of that state, unless it is the one to be shown
class PhonePage {
  public:
    PhonePage(const PageLanguage& language, Values values, std::string_view shown = {})
        : m_language(language), m_values(std::move(values)), m_shown(shown) {}

    std::string render(std::string_view file) const {
        return fill(embeddedFile("site/phone/" + std::string(file)),
                    [this](std::string_view name) { return valueOf(name); });
    }

  private:
    Markup valueOf(std::string_view name) const {
        const std::size_t colon = name.find(':');
        if (colon == std::string_view::npos) return m_values.at(name);
        const std::string_view kind = name.substr(0, colon);
        const std::string_view argument = name.substr(colon + 1);
        if (kind == "text") return text(argument);
        if (kind == "asset") return assetAddress(argument);
        if (kind == "include") return render(argument);
        return hiddenUnless(argument == m_shown);
    }

    // {name} in a text is a value, or a place that the page's script fills. Isolated: a name may run in the
    // other direction than the sentence.
    Markup text(std::string_view key) const {
        const Markup escaped = escapeHtml(m_language.text(key));
        Markup filled;
        for (std::string_view rest = escaped;;) {
            const std::size_t open = rest.find('{');
            filled.append(rest.substr(0, open));
            if (open == std::string_view::npos) return filled;
            const std::size_t close = rest.find('}', open);
            const std::string_view name = rest.substr(open + 1, close - open - 1);
            const auto known = m_values.find(name);
            filled += known != m_values.end() ? "<bdi>" + known->second + "</bdi>"
                                              : "<bdi data-live=\"" + Markup(name) + "\"></bdi>";
            rest.remove_prefix(close + 1);
        }
    }

    const PageLanguage& m_language;
    Values m_values;
    std::string_view m_shown;
};

Values valuesOf(const Site& site) {
    return {{"host", escapeHtml(site.host)},
            {"origin", escapeHtml(site.origin)},
            {"plain", hiddenUnless(!site.encrypted)}};
}

Markup kioskName(const std::optional<KioskLabel>& kiosk, std::string_view unregistered) {
    return escapeHtml(kiosk ? std::string_view(kiosk->name) : unregistered);
}

Markup kioskPlace(const std::optional<KioskLabel>& kiosk) {
    return kiosk ? escapeHtml(kiosk->place) : Markup();
}

// "2026-05-04 08:00 UTC", which the page's script puts into the local time.
Markup timeMarkup(std::chrono::sys_seconds instant) {
    const std::string exact = toRfc3339(instant);
    return "<time datetime=\"" + exact + "\">" + exact.substr(0, 10) + ' ' + exact.substr(11, 5) +
           " UTC</time>";
}

// "2026-05-04 08:00 UTC, Lobby, Ada's phone", with what there is of it.
Markup occasion(std::chrono::sys_seconds at, const std::optional<KioskLabel>& kiosk,
                std::string_view device) {
    Markup markup = timeMarkup(at);
    if (kiosk) markup += ", " + escapeHtml(kiosk->name);
    if (!device.empty()) markup += ", " + escapeHtml(device);
    return markup;
}

Markup lastSignInMarkup(const std::optional<SignIn>& last) {
    if (!last) return {};
    return "<dt>Last sign-in</dt><dd>" + occasion(last->at, last->kiosk, last->deviceLabel) + "</dd>";
}

Markup tilesMarkup(const std::vector<DashboardTile>& tiles) {
    Markup items;
    for (const DashboardTile& tile : tiles) {
        items += "<li><h2>" + escapeHtml(tile.title) + "</h2>" + tileMarkup(tile.text);
        const auto code = tile.link.empty() ? Failure{std::string()} : QrMatrix::encode(tile.link);
        if (code) {
            items += "<figure>" + code->toSvg() + "<figcaption>" + escapeHtml(tile.link) +
                     "</figcaption></figure>";
        }
        items += "</li>";
    }
    return items.empty() ? Markup() : "<ul class=\"tiles\">" + items + "</ul>";
}

// An event of the audit trail in words; empty for one that means nothing to the person.
std::string_view wordsFor(std::string_view event) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> all{{
        {"login.approved", "Signed in"},
        {"login.signed_out", "Signed out"},
        {"login.locked_by_phone", "Locked with the phone"},
        {"device.added", "Device added"},
        {"device.enrolled", "Device added"},
        {"device.approved", "Device approved"},
        {"device.revoked", "Device revoked"},
    }};
    for (const auto& [name, words] : all) {
        if (name == event) return words;
    }
    return {};
}

Markup activityMarkup(const std::vector<Activity>& activity) {
    Markup items;
    for (const Activity& one : activity) {
        const std::string_view words = wordsFor(one.event);
        if (words.empty()) continue;
        items += "<li>" + escapeHtml(words) + " <span class=\"quiet\">" +
                 occasion(one.at, one.kiosk, one.deviceLabel) + "</span></li>";
    }
    return items.empty() ? Markup() : "<h2>Recent activity</h2><ul class=\"activity\">" + items + "</ul>";
}

} // namespace

std::string unlock(const Site& site, const UnlockPrompt& prompt, const PageLanguage& language) {
    Values values = valuesOf(site);
    values.merge(Values{{"kiosk", kioskName(prompt.kiosk, language.text("where.unregistered"))},
                        {"place", kioskPlace(prompt.kiosk)},
                        {"unregistered", hiddenUnless(!prompt.kiosk)},
                        {"message", escapeHtml(prompt.message)},
                        {"lightning", "lightning:" + escapeHtml(prompt.lightning)},
                        {"lightning_offer", hiddenUnless(!prompt.lightning.empty())},
                        {"registration", hiddenUnless(prompt.offersRegistration)}});
    return PhonePage(language, std::move(values)).render("unlock.html");
}

std::string enrol(const Site& site, const PageLanguage& language) {
    return PhonePage(language, valuesOf(site)).render("enrol.html");
}

std::string typedCode(const Site& site, const PageLanguage& language) {
    return PhonePage(language, valuesOf(site)).render("code.html");
}

std::string preload() {
    return "<" + assetAddress("phone.css") + ">; rel=preload; as=style";
}

std::string unlocked(std::string_view userName, const PageLanguage& language) {
    return PhonePage(language, {{"name", escapeHtml(userName)}}, "unlocked").render("answer.html");
}

std::string refused(std::string_view reason, const PageLanguage& language) {
    const bool known = embeddedFile("site/phone/refusals.html").find('"' + std::string(reason) + '"') !=
                       std::string_view::npos;
    return PhonePage(language, {}, known ? reason : "internal").render("answer.html");
}

std::string dashboard(const DashboardAnswer& dashboard, const Sid& sid) {
    Markup notices;
    for (const std::string& notice : dashboard.notices) notices += "<li>" + escapeHtml(notice) + "</li>";
    if (!notices.empty()) notices = "<ul class=\"notices\">" + notices + "</ul>";
    const Values values{{"name", escapeHtml(dashboard.userName)},
                        {"since", timeMarkup(dashboard.since)},
                        {"until", timeMarkup(dashboard.until)},
                        {"kiosk", kioskName(dashboard.kiosk, "an unregistered screen")},
                        {"place", kioskPlace(dashboard.kiosk)},
                        {"notices", notices},
                        {"tiles", tilesMarkup(dashboard.tiles)},
                        {"activity", activityMarkup(dashboard.activity)},
                        {"last_sign_in", lastSignInMarkup(dashboard.lastSignIn)},
                        {"sid", escapeHtml(sid.reveal())}};
    return fill(embeddedFile("site/dashboard.html"), [&](std::string_view name) { return values.at(name); });
}

} // namespace latchkey::pages
