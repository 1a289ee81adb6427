#include "app/settings_trouble.h"
#include "tests/support/manual_scheduler.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace std::chrono_literals;

class TestSettingsTrouble : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void saysWhatIsWrongAndCountsDownToTheNextLook();
    void saysWhatIsWrongInstead();
    void isDoneOnceNothingIsWrong();
    void letsTheOperatorToTheLoginOfTheMachine();

  private:
    bool says(const QString& words) const;

    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LanguageSwitch> m_language;
    EventLog m_log{LogFormat::Text, LogLevel::Error};
    std::optional<std::string> m_problem;
    int m_looks = 0;
    std::unique_ptr<SettingsTrouble> m_trouble;
};

void TestSettingsTrouble::init() {
    m_trouble.reset();
    m_language.reset();
    m_scheduler = std::make_unique<ManualScheduler>();
    m_language = std::make_unique<LanguageSwitch>(*m_scheduler, "en");
    m_problem = "kiosk.toml:3: idle_lock: \"soon\" is refused";
    m_looks = 0;
    const auto look = [this] {
        ++m_looks;
        return m_problem;
    };
    const auto noon = [] { return std::chrono::sys_seconds(12h); };
    m_trouble = std::make_unique<SettingsTrouble>(*m_problem, look,
                                                  LobbyParts{*m_scheduler, noon, *m_language}, m_log);
    m_trouble->window().resize(1280, 720);
    m_trouble->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_trouble->window()));
}

bool TestSettingsTrouble::says(const QString& words) const {
    const auto labels = m_trouble->window().findChildren<QLabel*>();
    return std::ranges::any_of(
        labels, [&words](const QLabel* label) { return label->isVisible() && label->text() == words; });
}

void TestSettingsTrouble::saysWhatIsWrongAndCountsDownToTheNextLook() {
    QVERIFY(says("This screen is not in service"));
    QVERIFY(says("kiosk.toml:3: idle_lock: \"soon\" is refused"));
    QVERIFY(says("Next attempt in 10 s"));
    m_scheduler->advance(1s);
    QVERIFY(says("Next attempt in 9 s"));
    QCOMPARE(m_looks, 0);
}

void TestSettingsTrouble::saysWhatIsWrongInstead() {
    QSignalSpy changed(m_trouble.get(), &SettingsTrouble::changed);
    m_scheduler->advance(10s);
    QCOMPARE(m_looks, 1);
    QCOMPARE(changed.count(), 0); // still the same
    m_problem = "kiosk.toml:5: theme: \"blue\" is refused";
    m_scheduler->advance(10s);
    QCOMPARE(m_looks, 2);
    QCOMPARE(changed.count(), 1);
    QVERIFY(says("kiosk.toml:5: theme: \"blue\" is refused"));
    QVERIFY(says("Next attempt in 10 s"));
}

void TestSettingsTrouble::isDoneOnceNothingIsWrong() {
    QSignalSpy mended(m_trouble.get(), &SettingsTrouble::mended);
    m_problem.reset();
    m_scheduler->advance(10s);
    QCOMPARE(mended.count(), 1);
    m_scheduler->advance(60s);
    QCOMPARE(m_looks, 1); // nobody looks any more
}

void TestSettingsTrouble::letsTheOperatorToTheLoginOfTheMachine() {
    QSignalSpy left(m_trouble.get(), &SettingsTrouble::left);
    QTest::keyClick(&m_trouble->window(), Qt::Key_Escape);
    m_trouble->window().close();
    QVERIFY(m_trouble->window().isVisible());
    QCOMPARE(left.count(), 0);
    for (int tap = 0; tap < CornerGesture::kTaps; ++tap)
        QTest::mouseClick(m_trouble->window().windowHandle(), Qt::LeftButton, {}, {3, 3});
    QCOMPARE(left.count(), 1);
}

QTEST_MAIN(TestSettingsTrouble)
#include "tst_settings_trouble.moc"
