#include "app/views/dashboard_view.h"
#include "app/views/login_view.h"
#include "app/views/message_view.h"
#include "app/views/number_view.h"
#include "tests/unit/app/view_test.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestViews : public QObject {
    Q_OBJECT

  private slots:
    void theNumberCanBeReadAcrossTheLobby();
    void theNumberChangesInPlace();
    void theNumberHasAWayOutForWhomItIsNot();
    void callsOutTheNumber();
    void theMessageHasTheFocusWhereThereIsNothingToPress();
    void everyControlHasAnAccessibleName();
    void theAwayMessageOffersToSignOutWhenALoginIsOpen();
    void theDeclinedMessageSaysThatNobodyWasSignedIn();
    void theGoodbyeSaysWhy_data();
    void theGoodbyeSaysWhy();
    void theRefusalRepeatsTheServersSentence();
    void nothingOverlapsOnAnyScreen();
};

void TestViews::theNumberCanBeReadAcrossTheLobby() {
    for (const QSize& screen : screens()) {
        NumberView view{Theme()};
        const Shown shown(view, screen);
        view.setNumber({"42"});
        FittedLabel* label = labelSaying(view, "42");
        QVERIFY(label && label->fits(label->size()));
        // A fifth of the screen's shorter side: 18 mm on the smallest, of seven inches; 15 mm do at 3 m.
        const QRect ink = extentOf(Theme().accent, label->grab().toImage());
        QVERIFY(ink.height() >= 0.2 * std::min(screen.width(), screen.height()));
    }
}

void TestViews::theNumberChangesInPlace() {
    NumberView view{Theme()};
    view.setNumber({"42"});
    view.setNumber({"07"});
    QVERIFY(wordsOn(view).contains("07"));
    QVERIFY(!wordsOn(view).contains("42"));
}

void TestViews::theNumberHasAWayOutForWhomItIsNot() {
    NumberView view{Theme()};
    view.resize(1280, 720);
    view.setNumber({"42"});
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    auto* button = view.findChild<BigButton*>();
    QVERIFY(button->hasFocus());
    QSignalSpy startOver(&view, &NumberView::startOverRequested);
    QTest::keyClick(button, Qt::Key_Space);
    QTest::keyClick(button, Qt::Key_Return);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(startOver.count(), 3);
    QVERIFY(button->height() >= 0.1 * 720);
}

void TestViews::callsOutTheNumber() {
    NumberView view{Theme()};
    view.setNumber({"42"});
    QVERIFY(view.announcement().contains("Tap the number 42 on your phone"));
    view.setNumber({"07"});
    QVERIFY(view.announcement().contains("07"));
}

void TestViews::theMessageHasTheFocusWhereThereIsNothingToPress() {
    MessageView view{Theme()};
    QCOMPARE(view.focusProxy(), nullptr);
    phase::Away away;
    away.loginOpen = true;
    view.showAway(away, {kWall, kNow});
    QCOMPARE(view.focusProxy(), view.findChild<BigButton*>());
    view.showDeclined();
    QCOMPARE(view.focusProxy(), nullptr);
}

void TestViews::everyControlHasAnAccessibleName() {
    LoginView login_{Theme()};
    NumberView number{Theme()};
    DashboardView dashboard{Theme()};
    MessageView message{Theme()};
    for (QWidget* view : {static_cast<QWidget*>(&login_), static_cast<QWidget*>(&number),
                          static_cast<QWidget*>(&dashboard), static_cast<QWidget*>(&message)}) {
        for (QAbstractButton* button : view->findChildren<QAbstractButton*>()) {
            const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(button);
            QVERIFY(!interface->text(QAccessible::Name).isEmpty());
            QCOMPARE(interface->role(), QAccessible::Button);
        }
    }
    QVERIFY(!login_.findChild<QrCodeView*>()->accessibleName().isEmpty());
}

void TestViews::theAwayMessageOffersToSignOutWhenALoginIsOpen() {
    MessageView view{Theme()};
    view.resize(1280, 720);
    phase::Away away{phase::Away::Cause::Unreachable, "the server refuses connections", kNow - 10min,
                     kNow + 8s, false};
    view.showAway(away, {kWall, kNow});
    QVERIFY(view.findChild<BigButton*>()->isHidden());
    QVERIFY(wordsOn(view).contains("Next attempt in 8 s"));
    QVERIFY(wordsOn(view).join('|').contains("since 09:20"));
    QVERIFY(wordsOn(view).contains("the server refuses connections"));

    away.loginOpen = true;
    view.showAway(away, {kWall, kNow});
    QVERIFY(!view.findChild<BigButton*>()->isHidden());
    QSignalSpy signOut(&view, &MessageView::signOutRequested);
    view.findChild<BigButton*>()->click();
    QCOMPARE(signOut.count(), 1);
    view.tick(kNow + 9s);
    QVERIFY(wordsOn(view).contains("Trying now…"));
}

void TestViews::theDeclinedMessageSaysThatNobodyWasSignedIn() {
    MessageView view{Theme()};
    view.showDeclined();
    QVERIFY(wordsOn(view).contains("Declined on the phone"));
    QVERIFY(wordsOn(view).join(' ').contains("Nobody was signed in."));
}

void TestViews::theGoodbyeSaysWhy_data() {
    using Cause = phase::Goodbye::Cause;
    QTest::addColumn<int>("cause");
    QTest::addColumn<QString>("headline");
    QTest::newRow("by hand") << int(Cause::SignedOut) << "Goodbye";
    QTest::newRow("over") << int(Cause::Over) << "Your time is up";
    QTest::newRow("elsewhere") << int(Cause::Elsewhere) << "Locked";
}

void TestViews::theGoodbyeSaysWhy() {
    QFETCH(int, cause);
    QFETCH(QString, headline);
    MessageView view{Theme()};
    view.showGoodbye({phase::Goodbye::Cause(cause)});
    QVERIFY(wordsOn(view).contains(headline));
    QVERIFY(view.accessibleName().contains(headline));
}

void TestViews::theRefusalRepeatsTheServersSentence() {
    MessageView view{Theme()};
    view.showRefused({"this screen is <i>not</i> registered", kNow + 1s}, kNow);
    QVERIFY(wordsOn(view).contains("this screen is <i>not</i> registered"));
}

void TestViews::nothingOverlapsOnAnyScreen() {
    DashboardAnswer longest = adasDashboard();
    longest.userName = "Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";
    longest.deviceLabel = QString(200, 'W').toStdString();
    longest.kiosk = KioskLabel{QString("desk ").repeated(60).toStdString(), QString(300, 'x').toStdString()};
    longest.tiles.front().title = QString("A title without an end ").repeated(9).toStdString();
    longest.activity.assign(5, longest.activity.front());
    longest.notices.assign(6, QString("A notice that goes on and on. ").repeated(30).toStdString());
    const std::string sentence = QString("a very long reason ").repeated(20).toStdString();

    for (const QSize& screen : screens()) {
        LoginView loginView{Theme()};
        NumberView number{Theme()};
        DashboardView dashboard{Theme()};
        MessageView message{Theme()};
        const Shown shown[]{{loginView, screen}, {number, screen}, {dashboard, screen}, {message, screen}};
        loginView.showPhoneHere(typedCode(), kNow);
        QCOMPARE(misplaced(loginView).join("; "), QString());
        loginView.showPhoneHere(typedCode(kLongAddress), kNow);
        number.setNumber({"42"});
        dashboard.setLogin(login(longest), kNow, kWall);
        message.showAway({phase::Away::Cause::Faulty, sentence, kNow, kNow + 8s, true}, {kWall, kNow});
        QCOMPARE(misplaced(loginView).join("; "), QString());
        QCOMPARE(misplaced(number).join("; "), QString());
        QCOMPARE(misplaced(dashboard).join("; "), QString());
        QCOMPARE(misplaced(message).join("; "), QString());
    }
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
