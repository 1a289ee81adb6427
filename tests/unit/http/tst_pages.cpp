#include "resources/embedded_files.h"
#include "server/http/pages.h"
#include "tests/support/show_strings.h"

#include <QRegularExpression>
#include <QTest>

using namespace latchkey;

class TestPages : public QObject {
    Q_OBJECT

  private slots:
    void everyValueIsEscaped() {
        const std::string nasty = "<script>\"&'{{name}}";
        pages::ApprovalPrompt prompt;
        prompt.kiosk = KioskLabel{nasty, nasty};
        prompt.host = nasty;
        prompt.message = nasty;
        DashboardAnswer dashboard;
        dashboard.userName = nasty;
        dashboard.kiosk = prompt.kiosk;
        dashboard.notices = {nasty};
        for (const std::string& page : {pages::approve(prompt), pages::answer(false, nasty, nasty),
                                        pages::dashboard(dashboard, Sid(nasty))}) {
            QVERIFY(page.find("<script>\"") == std::string::npos);
            QVERIFY(page.find("&lt;script&gt;&quot;&amp;&#39;{{name}}") != std::string::npos);
        }
    }

    void noPlaceholderIsLeft() {
        for (const std::string& page :
             {pages::approve({}), pages::answer(true, "t", "m"), pages::dashboard({}, Sid())}) {
            QVERIFY(page.find("{{") == std::string::npos);
        }
    }

    void saysWhatAPersonIsAboutToUnlock() {
        pages::ApprovalPrompt prompt;
        QVERIFY(pages::approve(prompt).find("an unregistered screen") != std::string::npos);
        prompt.kiosk = KioskLabel{"Lobby", "Ground floor"};
        const std::string page = pages::approve(prompt);
        QVERIFY(page.find("<strong>Lobby</strong><span>Ground floor</span>") != std::string::npos);
        QVERIFY(page.find("name=\"email\"") == std::string::npos);
        prompt.offersRegistration = true;
        QVERIFY(pages::approve(prompt).find("name=\"email\"") != std::string::npos);
    }

    // The policy forbids them, so a page that had one would not work.
    void noPageHasInlineScriptOrStyle() {
        const QRegularExpression handler(" on[a-z]+=");
        for (const char* file : {"site/answer.html", "site/approve.html", "site/dashboard.html",
                                 "site/login.html", "site/signed-out.html"}) {
            const QByteArray page = QByteArray::fromStdString(std::string(embeddedFile(file)));
            QVERIFY2(!page.contains("<style") && !page.contains("style=") && !QString(page).contains(handler),
                     file);
            QVERIFY2(page.count("<script") == page.count("<script src="), file);
        }
    }
};

QTEST_APPLESS_MAIN(TestPages)
#include "tst_pages.moc"
