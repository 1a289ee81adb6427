#include "app/views/pin_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

class TestPinView : public QObject {
    Q_OBJECT

  private slots:
    void init();

    void takesDigitsFromAFinger();
    void takesDigitsFromAKeyboard();
    void showsHowManyDigitsThereAreAndNeverWhich();
    void erasesTheLastDigit();
    void forgetsWhatWasTypedWhenItIsLeft();
    void saysThatAPinIsWrongUntilTheNextDigit();
    void takesNoDigitsWhileItIsLocked();
    void everyKeyHasAName();
    void keepsItsKeysApartAndLargeEnoughForAFinger_data();
    void keepsItsKeysApartAndLargeEnoughForAFinger();

  private:
    BigButton* key(const QString& name) const;
    void press(const QString& keys);
    QStringList words() const;

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    PinView* m_view = nullptr;
    QStringList m_entered;
};

void TestPinView::init() {
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 800);
    m_view = new PinView(m_theme, m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_entered.clear();
    connect(m_view, &PinView::entered, this,
            [this](const PinDigits& pin) { m_entered.append(QString::fromStdString(pin.reveal())); });
    m_view->open();
}

BigButton* TestPinView::key(const QString& name) const {
    for (BigButton* button : m_view->findChildren<BigButton*>()) {
        if (button->accessibleName() == name) return button;
    }
    return nullptr;
}

void TestPinView::press(const QString& keys) {
    for (const QChar name : keys) QTest::mouseClick(key(name), Qt::LeftButton);
}

QStringList TestPinView::words() const {
    QStringList words;
    for (const QLabel* label : m_view->findChildren<QLabel*>()) words.append(label->text());
    words.removeAll(QString());
    return words;
}

void TestPinView::takesDigitsFromAFinger() {
    press("0123456789");
    QVERIFY(m_view->hasFocus());
    QTest::mouseClick(key("OK"), Qt::LeftButton);
    QCOMPARE(m_entered, QStringList{"0123456789"});
}

void TestPinView::takesDigitsFromAKeyboard() {
    QTest::keyClicks(m_view, "271828");
    QTest::keyClick(m_view, Qt::Key_Return);
    QTest::keyClick(m_view, Qt::Key_Return); // nothing typed, nothing to try
    QCOMPARE(m_entered, QStringList{"271828"});
    QSignalSpy left(m_view, &PinView::left);
    QTest::keyClick(m_view, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    QVERIFY(m_view->isHidden());
}

void TestPinView::showsHowManyDigitsThereAreAndNeverWhich() {
    press("271");
    QCOMPARE(words(), QStringList({"Operator's PIN", "●●●"}));
    QCOMPARE(m_view->accessibleDescription(), "3 digits");
    press("8281828182");
    QCOMPARE(words().last(), QString(12, QChar(0x25CF))); // no PIN is longer
}

void TestPinView::erasesTheLastDigit() {
    press("279");
    QTest::mouseClick(key("Erase"), Qt::LeftButton);
    press("1828");
    QTest::keyClick(m_view, Qt::Key_Backspace);
    press("8");
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(m_entered, QStringList{"271828"});
}

void TestPinView::forgetsWhatWasTypedWhenItIsLeft() {
    press("27");
    QTest::mouseClick(key("Cancel"), Qt::LeftButton);
    QVERIFY(m_view->isHidden());
    m_view->open();
    QCOMPARE(words(), QStringList{"Operator's PIN"});
}

void TestPinView::saysThatAPinIsWrongUntilTheNextDigit() {
    m_view->showWrong();
    QVERIFY(words().contains("Wrong PIN"));
    QCOMPARE(m_view->accessibleDescription(), "Wrong PIN");
    press("2");
    QVERIFY(!words().contains("Wrong PIN"));
}

void TestPinView::takesNoDigitsWhileItIsLocked() {
    m_view->showLocked(30);
    press("271828");
    QTest::keyClicks(m_view, "271828");
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(words(), QStringList({"Operator's PIN", "Too many attempts, again in 30 s"}));
    QVERIFY(m_entered.isEmpty());
    m_view->showReady();
    press("2");
    QCOMPARE(words(), QStringList({"Operator's PIN", "●"}));
}

void TestPinView::everyKeyHasAName() {
    const auto keys = m_view->findChildren<BigButton*>();
    QCOMPARE(keys.size(), 13);
    QSet<QString> names;
    for (const BigButton* button : keys) names.insert(button->accessibleName());
    QCOMPARE(names.size(), 13);
    QVERIFY(!names.contains(QString()));
}

void TestPinView::keepsItsKeysApartAndLargeEnoughForAFinger_data() {
    QTest::addColumn<QSize>("screen");
    for (const QSize size : {QSize(1920, 1080), QSize(1080, 1920), QSize(800, 480), QSize(480, 800),
                             QSize(1024, 768), QSize(768, 1024), QSize(1024, 1024)}) {
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
}

void TestPinView::keepsItsKeysApartAndLargeEnoughForAFinger() {
    QFETCH(QSize, screen);
    m_window->resize(screen);
    QTRY_COMPARE(m_view->size(), m_window->size());
    m_view->showLocked(900);
    QList<QRect> placed;
    for (const QWidget* child : m_view->findChildren<QWidget*>()) {
        const QRect area = child->geometry();
        QVERIFY2(m_view->rect().contains(area), qPrintable(child->accessibleName()));
        for (const QRect& other : placed)
            QVERIFY2(!other.intersects(area), qPrintable(child->accessibleName()));
        placed.append(area);
        if (qobject_cast<const BigButton*>(child))
            QVERIFY(std::min(area.width(), area.height()) >= std::min(screen.width(), screen.height()) / 9);
    }
    for (const FittedLabel* label : m_view->findChildren<FittedLabel*>()) QVERIFY(label->fits(label->size()));
}

QTEST_MAIN(TestPinView)
#include "tst_pin_view.moc"
