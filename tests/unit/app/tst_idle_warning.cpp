#include "app/views/idle_warning.h"

#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

class TestIdleWarning : public QObject {
    Q_OBJECT

  private slots:
    void init();

    void isNotThereUntilTheTimeRunsOut();
    void saysHowMuchTimeIsLeft();
    void callsOutTheBeginningAndTheEnd();
    void makesTheLastCallThoughASecondIsSkipped();
    void isADialogueForAScreenReader();
    void keepsTabToItself();
    void coversTheWindowWhateverItsSize();
    void takesTheTouchThatWasNotMeantForWhatLiesBelow();
    void givesTheFocusBack();
    void keepsItsWordsOnItsCard_data();
    void keepsItsWordsOnItsCard();

  private:
    BigButton* stay() const { return m_warning->findChild<BigButton*>(); }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    QPushButton* m_below = nullptr;
    IdleWarning* m_warning = nullptr;
};

void TestIdleWarning::init() {
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 480);
    m_below = new QPushButton("below", m_window.get());
    m_below->setGeometry(0, 0, 800, 480);
    m_warning = new IdleWarning(m_theme, m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_below->setFocus();
}

void TestIdleWarning::isNotThereUntilTheTimeRunsOut() {
    QVERIFY(!m_warning->isVisible());
    m_warning->showSecondsLeft(10);
    QVERIFY(m_warning->isVisible());
    m_warning->dismiss();
    QVERIFY(!m_warning->isVisible());
}

void TestIdleWarning::saysHowMuchTimeIsLeft() {
    m_warning->showSecondsLeft(10);
    m_warning->showSecondsLeft(9);
    QStringList words;
    for (const QLabel* label : m_warning->findChildren<QLabel*>()) words.append(label->text());
    QCOMPARE(words, QStringList({"Still there?", "This screen locks in 9 s"}));
    QVERIFY(stay()->hasFocus());
}

void TestIdleWarning::callsOutTheBeginningAndTheEnd() {
    QSignalSpy announced(m_warning, &IdleWarning::announced);
    for (int seconds = 10; seconds > 0; --seconds) m_warning->showSecondsLeft(seconds);
    QCOMPARE(announced.count(), 2);
    QCOMPARE(announced[0][0].toString(), "Still there? This screen locks in 10 s");
    QCOMPARE(announced[1][0].toString(), "This screen locks in 3 s");
}

// As by a machine that was held up.
void TestIdleWarning::makesTheLastCallThoughASecondIsSkipped() {
    QSignalSpy announced(m_warning, &IdleWarning::announced);
    for (const int seconds : {9, 5, 2, 1}) m_warning->showSecondsLeft(seconds);
    QCOMPARE(announced.count(), 2);
    QCOMPARE(announced[1][0].toString(), "This screen locks in 2 s");
    m_warning->dismiss();
    for (const int seconds : {3, 2, 1}) m_warning->showSecondsLeft(seconds);
    QCOMPARE(announced.count(), 3); // where it begins with it, once
    QCOMPARE(announced[2][0].toString(), "Still there? This screen locks in 3 s");
}

void TestIdleWarning::isADialogueForAScreenReader() {
    m_warning->showSecondsLeft(10);
    const QAccessibleInterface* warning = QAccessible::queryAccessibleInterface(m_warning);
    QCOMPARE(warning->role(), QAccessible::Dialog);
    QCOMPARE(warning->text(QAccessible::Name), "Still there?");
    QVERIFY(QAccessible::queryAccessibleInterface(stay())->state().focused);
}

void TestIdleWarning::keepsTabToItself() {
    m_warning->showSecondsLeft(10);
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Left, Qt::Key_Down}) {
        QTest::keyClick(stay(), key);
        QVERIFY(stay()->hasFocus());
    }
}

void TestIdleWarning::coversTheWindowWhateverItsSize() {
    m_warning->showSecondsLeft(10);
    m_window->resize(480, 800);
    QTRY_COMPARE(m_warning->geometry(), m_window->rect());
}

void TestIdleWarning::takesTheTouchThatWasNotMeantForWhatLiesBelow() {
    QSignalSpy pressed(m_below, &QPushButton::clicked);
    QSignalSpy stays(m_warning, &IdleWarning::stayRequested);
    m_warning->showSecondsLeft(10);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, {10, 10});
    QCOMPARE(pressed.count(), 0);
    QTest::mouseClick(stay(), Qt::LeftButton);
    QCOMPARE(stays.count(), 1);
}

void TestIdleWarning::givesTheFocusBack() {
    m_warning->showSecondsLeft(10);
    m_warning->showSecondsLeft(9);
    m_warning->dismiss();
    QVERIFY(m_below->hasFocus());
}

void TestIdleWarning::keepsItsWordsOnItsCard_data() {
    QTest::addColumn<QSize>("screen");
    for (const QSize size : {QSize(1920, 1080), QSize(1080, 1920), QSize(800, 480), QSize(480, 800)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TestIdleWarning::keepsItsWordsOnItsCard() {
    QFETCH(QSize, screen);
    m_window->resize(screen);
    m_warning->showSecondsLeft(10);
    QTRY_COMPARE(m_warning->size(), m_window->size());
    const auto* card = m_warning->findChild<Panel*>();
    QVERIFY(m_warning->rect().contains(card->geometry()));
    QRect above;
    for (FittedLabel* label : m_warning->findChildren<FittedLabel*>()) {
        QVERIFY2(label->fits(label->size()), qPrintable(label->text()));
        QVERIFY(card->rect().contains(label->geometry()));
        QVERIFY(!above.intersects(label->geometry()));
        above = label->geometry();
    }
    QVERIFY(card->rect().contains(stay()->geometry()) && !above.intersects(stay()->geometry()));
}

QTEST_MAIN(TestIdleWarning)
#include "tst_idle_warning.moc"
