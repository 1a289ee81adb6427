#include "server/http/pages.h"

#include "common/time_format.h"
#include "resources/embedded_files.h"

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
        const Markup escaped = escape(m_language.text(key));
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
    return {{"host", escape(site.host)},
            {"origin", escape(site.origin)},
            {"plain", hiddenUnless(!site.encrypted)}};
}

Markup kioskName(const std::optional<KioskLabel>& kiosk, std::string_view unregistered) {
    return escape(kiosk ? std::string_view(kiosk->name) : unregistered);
}

Markup kioskPlace(const std::optional<KioskLabel>& kiosk) {
    return kiosk ? escape(kiosk->place) : Markup();
}

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

std::string unlock(const Site& site, const UnlockPrompt& prompt, const PageLanguage& language) {
    Values values = valuesOf(site);
    values.merge(Values{{"kiosk", kioskName(prompt.kiosk, language.text("where.unregistered"))},
                        {"place", kioskPlace(prompt.kiosk)},
                        {"unregistered", hiddenUnless(!prompt.kiosk)},
                        {"message", escape(prompt.message)},
                        {"lightning", "lightning:" + escape(prompt.lightning)},
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
    return PhonePage(language, {{"name", escape(userName)}}, "unlocked").render("answer.html");
}

std::string refused(std::string_view reason, const PageLanguage& language) {
    const bool known = embeddedFile("site/phone/refusals.html").find('"' + std::string(reason) + '"') !=
                       std::string_view::npos;
    return PhonePage(language, {}, known ? reason : "internal").render("answer.html");
}

std::string dashboard(const DashboardAnswer& dashboard, const Sid& sid) {
    Markup notices;
    for (const std::string& notice : dashboard.notices) notices += "<li>" + escape(notice) + "</li>";
    if (!notices.empty()) notices = "<ul class=\"notices\">" + notices + "</ul>";
    const Values values{{"name", escape(dashboard.userName)},
                        {"since", toRfc3339(dashboard.since)},
                        {"until", toRfc3339(dashboard.until)},
                        {"kiosk", kioskName(dashboard.kiosk, "an unregistered screen")},
                        {"place", kioskPlace(dashboard.kiosk)},
                        {"notices", notices},
                        {"sid", escape(sid.reveal())}};
    return fill(embeddedFile("site/dashboard.html"), [&](std::string_view name) { return values.at(name); });
}

} // namespace latchkey::pages
