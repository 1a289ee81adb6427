// What a screen without a server shows and says of the choice of one, and who has the focus meanwhile. That
// servers are found and pinned is tst_server_discovery's.

#include "app/views/lobby_window.h"
#include "app/views/pin_view.h"
#include "app/views/setup_face.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/view_test.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

AnnouncedServer announced(const char* name, const char* url) {
    return {name, {*WebAddress::parse(url), std::nullopt}};
}

const AnnouncedServer kWorkshop = announced("Workshop", "http://192.168.1.20:8420");

} // namespace

class TestSetupFace : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void asksBeforeAnythingIsPinned();
    void goesBackToLooking();
    void asksOnInAnotherLanguage();
    void saysWhatHasChangedOnce();
    void showsThreeServersAPage();
    void aNewServerLeavesTheFocusOnTheList();
    void aNewServerTakesTheFocusFromNobody();
    void aQuestionClosesTheListOfLanguages();
    void aQuestionTakesTheFocusFromNobodyWhoTypesThePin();

  private:
    SetupView& view() const { return *m_window->findChild<SetupView*>(); }
    SetupFace& face() const { return *m_window->findChild<SetupFace*>(); }
    BigButton* button(const QString& text) const;
    bool says(const QString& words) const { return wordsOn(*m_window).contains(words); }
    void offer(int servers);

    TemporaryFolder m_folder;
    std::filesystem::path m_pin = m_folder.file("server");
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LanguageSwitch> m_language;
    std::unique_ptr<ServiceBrowser> m_browser; // on no bus, and never started
    std::unique_ptr<ServerChoice> m_choice;
    std::unique_ptr<LobbyWindow> m_window;
};

void TestSetupFace::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_language = std::make_unique<LanguageSwitch>(*m_scheduler, "en");
    m_browser = std::make_unique<ServiceBrowser>(QDBusConnection(QString()));
    m_choice = std::make_unique<ServerChoice>(*m_browser, m_pin, *m_scheduler);
    Appearance appearance;
    appearance.languages = {"en", "de"};
    const LobbyParts parts{*m_scheduler, [] { return std::chrono::sys_seconds(12h); }, *m_language};
    m_window = std::make_unique<LobbyWindow>(parts, appearance, [this](const FaceSetting& setting) {
        return std::make_unique<SetupFace>(setting, *m_choice);
    });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSetupFace::cleanup() {
    m_window.reset();
    m_choice.reset();
    m_browser.reset();
    m_language.reset();
    m_scheduler.reset();
}

BigButton* TestSetupFace::button(const QString& text) const {
    for (BigButton* button : m_window->findChildren<BigButton*>()) {
        if (button->text() == text && button->isVisible()) return button;
    }
    return nullptr;
}

void TestSetupFace::offer(int servers) {
    choice::Offering offering;
    for (int number = 1; number <= servers; ++number)
        offering.servers.push_back(
            announced(qPrintable(QString::number(number)), "http://192.168.1.20:8420"));
    view().show(offering);
}

void TestSetupFace::asksBeforeAnythingIsPinned() {
    QSignalSpy yes(&face(), &SetupFace::trustRequested);
    m_choice->choose(kWorkshop);
    QVERIFY(says("Trust this server?"));
    QVERIFY(says("Workshop"));
    QVERIFY(says("http://192.168.1.20:8420"));
    QVERIFY(button("Back")->hasFocus()); // Return must not say yes by mistake
    QTest::keyClick(button("Back"), Qt::Key_Tab);
    QVERIFY(button("Trust")->hasFocus());
    QTest::mouseClick(button("Trust"), Qt::LeftButton);
    QCOMPARE(yes.count(), 1);
    QVERIFY(!std::filesystem::exists(m_pin)); // whoever listens decides
}

void TestSetupFace::goesBackToLooking() {
    m_choice->choose(kWorkshop);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(says("Looking for a sign-in server…"));
    QVERIFY(!says("Workshop"));
    QVERIFY(!button("Back") && !button("Trust"));
}

void TestSetupFace::asksOnInAnotherLanguage() {
    m_choice->choose(kWorkshop);
    m_language->choose("de");
    QVERIFY(says("Workshop"));
    QVERIFY(!says("Trust this server?"));
    QSignalSpy yes(&face(), &SetupFace::trustRequested);
    button("Vertrauen")->click();
    QCOMPARE(yes.count(), 1);
}

void TestSetupFace::saysWhatHasChangedOnce() {
    QSignalSpy said(m_window.get(), &LobbyWindow::announced);
    m_choice->choose(kWorkshop);
    QCOMPARE(said.count(), 1);
    QCOMPARE(said.first().first().toString(),
             "Trust this server? The connection is not encrypted. Trust it only where you trust everybody on "
             "the network.");
    emit m_choice->changed();
    QCOMPARE(said.count(), 1);
    m_choice->back();
    QCOMPARE(said.count(), 2);
}

void TestSetupFace::showsThreeServersAPage() {
    offer(4);
    const auto names = [this] {
        QStringList found;
        for (const ServerCard* card : m_window->findChildren<ServerCard*>()) {
            if (card->isVisible()) found.append(wordsOn(*card).first());
        }
        return found;
    };
    QCOMPARE(names(), QStringList({"1", "2", "3"}));
    QTest::mouseClick(button("More servers"), Qt::LeftButton);
    QCOMPARE(names(), QStringList({"4"}));
    QVERIFY(qobject_cast<ServerCard*>(QApplication::focusWidget()));
    QTest::mouseClick(button("More servers"), Qt::LeftButton);
    QCOMPARE(names(), QStringList({"1", "2", "3"}));
    offer(3);
    QVERIFY(!button("More servers"));
}

void TestSetupFace::aNewServerLeavesTheFocusOnTheList() {
    QVERIFY(view().hasFocus());
    for (int servers = 1; servers <= 2; ++servers) {
        offer(servers);
        const auto* card = qobject_cast<ServerCard*>(QApplication::focusWidget());
        QVERIFY(card && card->isVisible());
    }
    offer(0);
    QVERIFY(view().hasFocus());
}

void TestSetupFace::aNewServerTakesTheFocusFromNobody() {
    button("English")->click();
    const QWidget* const language = QApplication::focusWidget();
    QVERIFY(m_window->findChild<LanguageSheet*>()->isAncestorOf(language));
    offer(1);
    QCOMPARE(QApplication::focusWidget(), language);
    QVERIFY(language->isVisible());
}

void TestSetupFace::aQuestionClosesTheListOfLanguages() {
    button("English")->click();
    m_choice->choose(kWorkshop);
    QVERIFY(!m_window->findChild<LanguageSheet*>()->isVisible());
    QVERIFY(button("Back")->hasFocus());
}

void TestSetupFace::aQuestionTakesTheFocusFromNobodyWhoTypesThePin() {
    PinView pad(Theme(), m_window.get());
    pad.open();
    QVERIFY(pad.hasFocus());
    m_choice->choose(kWorkshop);
    QVERIFY(pad.hasFocus());
    pad.leave();
    QVERIFY(view().isAncestorOf(QApplication::focusWidget()));
}

QTEST_MAIN(TestSetupFace)
#include "tst_setup_face.moc"
