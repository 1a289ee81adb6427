#include "app/views/dashboard_view.h"
#include "app/widgets/rich_label.h"
#include "tests/support/qr_in_picture.h"
#include "tests/unit/app/view_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestDashboardView : public QObject {
    Q_OBJECT

  private slots:
    void callsOutNothingOfAPersons();
    void showsWhoWhenAndWhere();
    void saysWhenThePersonWasLastHere();
    void greetsByTheTimeOfDay_data();
    void greetsByTheTimeOfDay();
    void aTilesLinkIsACodeToTakeAlong();
    void anOperatorsTextIsMarkdownWithoutLinksOrPictures();
    void showsTextAsItIs();
    void theFactsAreOfOneSize();
    void countsDown();
    void forgetsEverything();
    void addsUpNoticesThatDoNotFit();
    void theSignOutButtonIsPressedBySpaceReturnAndATouch();
};

void TestDashboardView::callsOutNothingOfAPersons() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    QCOMPARE(view.announcement(), "Unlocked. Your dashboard is open. Lock it when you are done.");
}

void TestDashboardView::showsWhoWhenAndWhere() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    const QStringList words = wordsOn(view);
    for (const char* word : {"Good morning,", "Ada's phone", "Front desk, Building A", "15 min left",
                             "Lift B is out of service.", "Canteen", "Signed out"}) {
        QVERIFY2(words.contains(word), word);
    }
}

void TestDashboardView::saysWhenThePersonWasLastHere() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    QVERIFY(wordsOn(view).join('|').contains(" 09:30, Back door"));
    DashboardAnswer first = adasDashboard();
    first.lastSignIn.reset();
    view.setLogin(login(first), kNow, kWall);
    QVERIFY(wordsOn(view).contains("This is the first time"));
}

void TestDashboardView::greetsByTheTimeOfDay_data() {
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("greeting");
    QTest::newRow("early") << QTime(5, 0) << "Good morning,";
    QTest::newRow("before noon") << QTime(11, 59) << "Good morning,";
    QTest::newRow("noon") << QTime(12, 0) << "Good afternoon,";
    QTest::newRow("late afternoon") << QTime(17, 59) << "Good afternoon,";
    QTest::newRow("evening") << QTime(18, 0) << "Good evening,";
    QTest::newRow("night") << QTime(4, 59) << "Good evening,";
}

void TestDashboardView::greetsByTheTimeOfDay() {
    QFETCH(QTime, time);
    QFETCH(QString, greeting);
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, QDateTime(kWall.date(), time));
    QVERIFY(wordsOn(view).contains(greeting));
}

void TestDashboardView::aTilesLinkIsACodeToTakeAlong() {
    for (const QSize& screen : screens()) {
        if (std::min(screen.width(), screen.height()) < 720) continue; // too small to be scanned there
        DashboardView view{Theme()};
        const Shown shown(view, screen);
        DashboardAnswer one = adasDashboard();
        one.tiles.erase(one.tiles.begin());
        one.notices.clear();
        view.setLogin(login(one), kNow, kWall);
        QCOMPARE(readQrCode(view.grab().toImage()), "https://lobby.test/map");
    }
}

void TestDashboardView::anOperatorsTextIsMarkdownWithoutLinksOrPictures() {
    RichLabel label(Theme(), nullptr);
    label.setMarkdown("**Soup** of the *day*\n\n- tomato\n- leek\n\n<b>raw</b> ![x](file:///etc/passwd)");
    QVERIFY2(label.accessibleName().startsWith("Soup of the day\ntomato\nleek"),
             qPrintable(label.accessibleName()));
    label.setPixelSize(20);
    label.resize(300, label.heightFor(300));
    QVERIFY(extentOf(Theme().ink, label.grab().toImage()).height() > 60);
}

void TestDashboardView::showsTextAsItIs() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    QVERIFY(wordsOn(view).contains("Ada <b>Lovelace</b>"));
    QVERIFY(wordsOn(view).contains("<script>alert(1)</script>"));
    for (const QLabel* label : view.findChildren<QLabel*>()) QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestDashboardView::theFactsAreOfOneSize() {
    DashboardAnswer answer = adasDashboard();
    answer.deviceLabel = "The phone with the blue cover";
    const QString endless = QString(300, 'x');
    for (const QString& place : {QString("Front desk"), endless}) {
        answer.kiosk = KioskLabel{place.toStdString(), ""};
        for (const QSize& screen : screens()) {
            DashboardView view{Theme()};
            const Shown shown(view, screen);
            view.setLogin(login(answer), kNow, kWall);
            QSet<int> sizes;
            for (const QString& value :
                 {QString("15 min left"), QString::fromStdString(answer.deviceLabel)}) {
                const FittedLabel* label = labelSaying(view, value);
                QVERIFY(label);
                sizes.insert(label->sizeToFit(label->size()).value_or(0));
            }
            QCOMPARE(sizes.size(), 1);
            QVERIFY(!sizes.contains(0)); // one that can be whole is, whatever the others are
        }
    }
}

void TestDashboardView::countsDown() {
    DashboardView view{Theme()};
    phase::SignedIn long_ = login();
    long_.endsAt = kNow + 125min;
    view.setLogin(long_, kNow, kWall);
    QVERIFY(wordsOn(view).contains("2 h 5 min left"));
    view.tick(kNow + 124min + 30s);
    QVERIFY(wordsOn(view).contains("30 s left"));
}

void TestDashboardView::forgetsEverything() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    view.clear();
    view.tick(kNow);
    const QString words = wordsOn(view).join('|');
    for (const char* word : {"Ada", "phone", "Front desk", "Building", "left", "Lift", "script", "Back",
                             "Canteen", "Signed out", "Good"}) {
        QVERIFY2(!words.contains(word), word);
    }
}

void TestDashboardView::addsUpNoticesThatDoNotFit() {
    DashboardView view{Theme()};
    DashboardAnswer many = adasDashboard();
    many.notices = {"one", "two", "three", "four", "five"}; // and two tiles
    view.setLogin(login(many), kNow, kWall);
    QVERIFY(wordsOn(view).contains("three"));
    QVERIFY(!wordsOn(view).contains("four"));
    QVERIFY(wordsOn(view).contains("And 2 more"));
}

void TestDashboardView::theSignOutButtonIsPressedBySpaceReturnAndATouch() {
    DashboardView view{Theme()};
    view.resize(1280, 720);
    view.setLogin(login(), kNow, kWall);
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    auto* button = view.findChild<BigButton*>();
    QVERIFY(button->hasFocus());
    QSignalSpy signOut(&view, &DashboardView::signOutRequested);
    QTest::keyClick(button, Qt::Key_Space);
    QTest::keyClick(button, Qt::Key_Return);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(signOut.count(), 3);
    QVERIFY(button->height() >= 0.12 * 720);
}

QTEST_MAIN(TestDashboardView)
#include "tst_dashboard_view.moc"
