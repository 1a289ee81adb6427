#include "resources/embedded_files.h"
#include "server/http/pages.h"
#include "server/login/refusal.h"
#include "tests/support/show_strings.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace latchkey;

namespace {

const pages::Site kSite{"lobby.example", "https://lobby.example", true};

pages::UnlockPrompt promptOf(const std::string& text) {
    return {KioskLabel{text, text}, text, text, true};
}

bool contains(const std::string& page, std::string_view text) {
    return page.find(text) != std::string::npos;
}

// What a person can meet in that language.
std::vector<std::string> everyPage(const PageLanguage& language) {
    return {pages::unlock(kSite, {}, language), pages::enrol(kSite, language),
            pages::typedCode(kSite, language), pages::unlocked("Ada", language),
            pages::refused("expired", language)};
}

// {name} and so on, in a text.
std::multiset<QString> placeholdersOf(const std::string& text) {
    static const QRegularExpression placeholder("\\{[^}]*\\}");
    std::multiset<QString> found;
    for (auto matches = placeholder.globalMatch(QString::fromStdString(text)); matches.hasNext();) {
        found.insert(matches.next().captured());
    }
    return found;
}

QString visibleSection(const std::string& page) {
    static const QRegularExpression section(R"re(<section data-state="(\w+)"[^>]*>)re");
    QStringList visible;
    for (auto matches = section.globalMatch(QString::fromStdString(page)); matches.hasNext();) {
        const auto match = matches.next();
        if (!match.captured().contains(" hidden")) visible.append(match.captured(1));
    }
    return visible.join(" ");
}

} // namespace

class TestPages : public QObject {
    Q_OBJECT

    const PageLanguages m_languages;
    const PageLanguage& m_english = m_languages.all().front();

  private slots:
    void everyValueIsEscaped() {
        const std::string nasty = "<script>\"&'{{name}}{name}";
        DashboardAnswer dashboard;
        dashboard.userName = nasty;
        dashboard.kiosk = KioskLabel{nasty, nasty};
        dashboard.notices = {nasty};
        dashboard.tiles = {{nasty, nasty + " **" + nasty + "**", "info", "https://h/" + nasty}};
        dashboard.lastSignIn = SignIn{{}, KioskLabel{nasty, nasty}, nasty};
        dashboard.activity = {{{}, "login.approved", KioskLabel{nasty, nasty}, nasty}};
        const pages::Site site{nasty, nasty, false};
        for (const std::string& page :
             {pages::unlock(site, promptOf(nasty), m_english), pages::enrol(site, m_english),
              pages::typedCode(site, m_english), pages::unlocked(nasty, m_english),
              pages::dashboard(dashboard, Sid(nasty))}) {
            QVERIFY(!contains(page, "<script>\""));
        }
        for (const std::string& page :
             {pages::unlock(site, promptOf(nasty), m_english), pages::enrol(site, m_english),
              pages::unlocked(nasty, m_english), pages::dashboard(dashboard, Sid(nasty))}) {
            QVERIFY(contains(page, "&lt;script&gt;&quot;&amp;&#39;{{name}}{name}"));
        }
    }

    void noPlaceholderIsLeft() {
        for (const PageLanguage& language : m_languages.all()) {
            for (const std::string& page : everyPage(language)) {
                QVERIFY2(!contains(page, "{") && !contains(page, "}"), language.tag().c_str());
            }
        }
        QVERIFY(!contains(pages::dashboard({}, Sid()), "{{"));
    }

    void theDashboardHasTilesTheLastSignInAndActivity() {
        DashboardAnswer dashboard;
        const std::chrono::sys_seconds instant(std::chrono::seconds(1709208896));
        dashboard.tiles = {{"Wi-Fi", "Network **lobby**", "wifi", "https://lobby.example/wifi"}};
        dashboard.lastSignIn = SignIn{instant, KioskLabel{"Lab", ""}, "old phone"};
        dashboard.activity = {{instant, "login.signed_out", std::nullopt, ""},
                              {instant, "login.of_tomorrow", std::nullopt, ""}};
        const std::string page = pages::dashboard(dashboard, Sid());
        QVERIFY(contains(page, "<h2>Wi-Fi</h2><p>Network <strong>lobby</strong></p><figure><svg "));
        QVERIFY(contains(page, "<figcaption>https://lobby.example/wifi</figcaption>"));
        const std::string time = "<time datetime=\"2024-02-29T12:14:56Z\">2024-02-29 12:14 UTC</time>";
        QVERIFY(contains(page, "<dt>Last sign-in</dt><dd>" + time + ", Lab, old phone</dd>"));
        QVERIFY(contains(page, "<li>Signed out <span class=\"quiet\">" + time + "</span></li>"));
        QVERIFY(!contains(page, "of_tomorrow"));
        for (const char* part : {"Last sign-in", "class=\"tiles\"", "Recent activity"})
            QVERIFY2(!contains(pages::dashboard({}, Sid()), part), part);
    }

    void saysWhatAPersonIsAboutToUnlock() {
        pages::UnlockPrompt prompt;
        QVERIFY(contains(pages::unlock(kSite, prompt, m_english), "An unregistered screen"));
        prompt.kiosk = KioskLabel{"Lobby", "Ground floor"};
        const std::string page = pages::unlock(kSite, prompt, m_english);
        QVERIFY(contains(page, "<bdi>Lobby</bdi>"));
        QVERIFY(contains(page, "<bdi>Ground floor</bdi>"));
        QVERIFY(contains(page, "<bdi>lobby.example</bdi>"));
    }

    void warnsOfWhatIsNotProtected() {
        pages::UnlockPrompt prompt;
        const std::string note = "<p class=\"note\" >";
        QVERIFY(contains(pages::unlock(kSite, prompt, m_english), note));
        prompt.kiosk = KioskLabel{"Lobby", ""};
        QVERIFY(!contains(pages::unlock(kSite, prompt, m_english), note));

        const pages::Site plain{"192.0.2.1", "http://192.0.2.1:8080", false};
        for (const auto page : {pages::enrol, pages::typedCode}) {
            QVERIFY(contains(page(kSite, m_english), "<footer hidden>"));
            QVERIFY(contains(page(plain, m_english), "<footer >"));
        }
    }

    void offersALightningWalletOnlyWithALink() {
        pages::UnlockPrompt prompt;
        QVERIFY(contains(pages::unlock(kSite, prompt, m_english), "<p hidden><a"));
        prompt.lightning = "LNURL1ABC";
        const std::string page = pages::unlock(kSite, prompt, m_english);
        QVERIFY(contains(page, "<p ><a"));
        QVERIFY(contains(page, "href=\"lightning:LNURL1ABC\""));
    }

    // A browser without a script shows what the server has not hidden.
    void showsOneSection() {
        for (const PageLanguage& language : m_languages.all()) {
            QCOMPARE(visibleSection(pages::unlock(kSite, {}, language)), "opening");
            QCOMPARE(visibleSection(pages::enrol(kSite, language)), "opening");
            QCOMPARE(visibleSection(pages::typedCode(kSite, language)), "code");
            QCOMPARE(visibleSection(pages::unlocked("Ada", language)), "unlocked");
        }
    }

    void hasASentenceForEveryRefusal() {
        using Reason = Refusal::Reason;
        for (int i = 0; i <= static_cast<int>(Reason::TooMany); ++i) {
            const std::string reason(toText(static_cast<Reason>(i)));
            if (static_cast<Reason>(i) == Reason::UnknownCode) continue; // said on the page it is typed on
            QCOMPARE(visibleSection(pages::refused(reason, m_english)), QString::fromStdString(reason));
        }
        QCOMPARE(visibleSection(pages::refused("of tomorrow", m_english)), "internal");
    }

    void everyLanguageHasTheSameTexts() {
        for (const PageLanguage& language : m_languages.all()) {
            for (const auto& [key, text] : m_english.texts()) {
                const std::string where = language.tag() + ": " + key;
                QVERIFY2(language.texts().contains(key), where.c_str());
                QVERIFY2(!language.text(key).empty(), where.c_str());
                QVERIFY2(placeholdersOf(language.text(key)) == placeholdersOf(text), where.c_str());
            }
            QCOMPARE(language.texts().size(), m_english.texts().size());
        }
    }

    // But for the few words that languages share.
    void noTextIsLeftInEnglish() {
        for (const PageLanguage& language : m_languages.all()) {
            if (language.tag() == "en") continue;
            for (const auto& [key, text] : m_english.texts()) {
                if (text.size() < 12) continue;
                QVERIFY2(language.text(key) != text, (language.tag() + ": " + key).c_str());
            }
        }
    }

    void noTextIsUnused() {
        std::string markup;
        for (const char* file :
             {"answer", "code", "enrol", "head", "keys", "notes", "refusals", "unlock", "unlocked"}) {
            markup += embeddedFile("site/phone/" + std::string(file) + ".html");
        }
        const std::string language = pages::unlock(kSite, {}, m_english);
        for (const auto& [key, text] : m_english.texts()) {
            const bool used = contains(markup, "{{text:" + key + "}}") ||
                              (key == "where.unregistered" && contains(language, text));
            QVERIFY2(used, key.c_str());
        }
    }

    void rightToLeftLanguagesSaySo() {
        for (const PageLanguage& language : m_languages.all()) {
            const bool rightToLeft = language.tag() == "ar" || language.tag() == "he";
            for (const std::string& page : everyPage(language)) {
                QVERIFY(contains(page, rightToLeft ? "dir=\"rtl\">\n<head>" : "dir=\"ltr\">\n<head>"));
                QVERIFY(contains(page, "<html lang=\"" + language.tag()));
            }
        }
    }

    // The policy forbids them, so a page that had one would not work.
    void noPageHasInlineScriptOrStyle() {
        const QRegularExpression handler(" on[a-z]+=");
        std::vector<std::string> all = everyPage(m_english);
        for (const char* file : {"site/dashboard.html", "site/login.html", "site/signed-out.html"}) {
            all.emplace_back(embeddedFile(file));
        }
        for (const std::string& text : all) {
            const QString page = QString::fromStdString(text);
            QVERIFY(!page.contains("<style") && !page.contains("style=") && !page.contains(handler));
            QVERIFY(page.count("<script") == page.count("<script src="));
        }
    }

    // The words are the server's, in the reader's language.
    void theScriptsShowNoWords() {
        const QRegularExpression shown(
            "(textContent|innerText|innerHTML|placeholder|title|alert\\()\\s*=\\s*[\"'`]");
        QVERIFY(!QString::fromUtf8(embeddedFile("site/phone.js").data()).contains(shown));
    }
};

QTEST_APPLESS_MAIN(TestPages)
#include "tst_pages.moc"
