#include "app/views/dashboard_view.h"
#include "app/views/login_view.h"
#include "app/views/message_view.h"
#include "app/views/number_view.h"
#include "app/widgets/rich_label.h"
#include "tests/support/qr_in_picture.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QTextBoundaryFinder>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

const char* const kQrString = "https://lobby.test/fast?s=AAAAAAAAAAAAAAAAAAAAAA&c=AAAAAAAAAAAA&t=65ec1a3f";
const char* const kLongAddress = "sign-in.some-company.example:8420/c";
const Scheduler::Instant kNow{1h};
const QDateTime kWall(QDate(2026, 3, 9), QTime(9, 30));

phase::Code code() {
    return {*QrMatrix::encode(kQrString), kQrString, kNow, kNow + 30s};
}

// With something to type, too.
phase::Code typedCode(const std::string& address = "lobby.test/c") {
    phase::Code both = code();
    both.typed = phase::TypedCode{"BCDF-GHJK", address};
    return both;
}

// What a code with a Lightning part comes to.
phase::Code denseCode() {
    phase::Code dense = typedCode();
    dense.qrString += "&lightning=LNURL1" + std::string(220, 'Q');
    dense.matrix = *QrMatrix::encode(dense.qrString);
    return dense;
}

DashboardAnswer adasDashboard() {
    DashboardAnswer answer;
    answer.userId = "u-1";
    answer.userName = "Ada <b>Lovelace</b>";
    answer.deviceLabel = "Ada's phone";
    answer.since = std::chrono::sys_seconds(1h);
    answer.until = std::chrono::sys_seconds(2h);
    answer.expiresIn = 1h;
    answer.kiosk = KioskLabel{"Front desk", "Building A"};
    answer.notices = {"Lift B is out of service.", "<script>alert(1)</script>"};
    answer.tiles = {{"Canteen", "**Soup** of the day\n\n- tomato\n- leek", "coffee", {}},
                    {"Visitors", "Take the *map* along.", "map", "https://lobby.test/map"}};
    const std::chrono::sys_seconds yesterday(std::chrono::seconds(kWall.addDays(-1).toSecsSinceEpoch()));
    answer.lastSignIn = SignIn{yesterday, KioskLabel{"Back door", ""}, "Ada's phone"};
    answer.activity = {{yesterday, "login.signed_out", KioskLabel{"Back door", ""}, "Ada's phone"},
                       {yesterday, "some.news", std::nullopt, ""}};
    return answer;
}

phase::SignedIn login(const DashboardAnswer& answer = adasDashboard()) {
    return {std::make_shared<const DashboardAnswer>(answer), kNow + 15min};
}

// Every word that is on the view, without what only says where lines may break.
QStringList wordsOn(const QWidget& view) {
    QStringList words;
    for (const QLabel* label : view.findChildren<QLabel*>()) {
        if (!label->isHidden() && !label->text().isEmpty()) words.append(label->text().remove(QChar(0x2060)));
    }
    return words;
}

FittedLabel* labelSaying(const QWidget& view, const QString& text) {
    for (FittedLabel* label : view.findChildren<FittedLabel*>()) {
        if (label->text() == text) return label;
    }
    return nullptr;
}

// Where there is exactly this colour in the picture.
QRect extentOf(const QColor& colour, const QImage& picture) {
    QRect extent;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == colour) extent |= QRect(x, y, 1, 1);
        }
    }
    return extent;
}

QList<QSize> screens() {
    return {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {3840, 2160},
            {1024, 1024}, {1024, 768},  {768, 1024}, {800, 1280}};
}

// What the window leaves of such a screen for a view.
QSize roomOn(const QSize& screen) {
    return {screen.width(), screen.height() - std::min(screen.width(), screen.height()) / 5};
}

// The view as it stands in a window of this size; sizes are hundredths of the window's shorter side.
struct Shown {
    Shown(QWidget& view, const QSize& screen) : shown(view) {
        window.resize(screen);
        view.setParent(&window);
        view.resize(roomOn(screen));
        view.show();
    }
    ~Shown() { shown.setParent(nullptr); }

    QWidget window;
    QWidget& shown;
};

// Labels that do not lie within their parent, or lie on one another.
QStringList misplaced(const QWidget& view) {
    QStringList found;
    QList<QPair<QRect, QString>> placed;
    for (const QLabel* label : view.findChildren<QLabel*>()) {
        if (!label->isVisibleTo(&view) || label->text().isEmpty()) continue;
        const QRect area(label->mapTo(&view, QPoint()), label->size());
        if (!view.rect().contains(area)) found.append("outside: " + label->text());
        for (const auto& [other, text] : placed) {
            if (other.intersects(area)) found.append(text + " lies on " + label->text());
        }
        placed.append({area, label->text()});
    }
    return found;
}

} // namespace

class TestViews : public QObject {
    Q_OBJECT

  private slots:
    void theLoginViewShowsACodeThatScans();
    void theLoginViewNamesTheHostThatThePhoneWillShow();
    void theLoginViewCountsDownToTheNextCode();
    void theLoginViewShowsNoCodeWhileConnecting();
    void theLoginViewKeepsTheCodeWhileAPhoneIsBusy();
    void theLoginViewShowsWhatToTypeAndWhere();
    void theLoginViewHasNoRoomForATypedCodeThatIsNotThere();
    void aTypedCodeIsWholeOrNotThere();
    void theAddressToOpenBreaksNowhere();
    void aScreenReaderSpellsTheTypedCode();
    void theCodeTakesUpAlmostHalfOfTheShorterSide();
    void theCodeIsTheLargestThingAboveATypedOne();
    void thePaperKeepsItsDistanceFromTheWords();
    void aDenseCodeScansAboveATypedOne();
    void theNumberCanBeReadAcrossTheLobby();
    void theNumberChangesInPlace();
    void theNumberHasAWayOutForWhomItIsNot();
    void callsOutTheNumber();
    void callsOutNothingOfAPersons();
    void theMessageHasTheFocusWhereThereIsNothingToPress();
    void theDashboardShowsWhoWhenAndWhere();
    void theDashboardSaysWhenThePersonWasLastHere();
    void theDashboardGreetsByTheTimeOfDay_data();
    void theDashboardGreetsByTheTimeOfDay();
    void aTilesLinkIsACodeToTakeAlong();
    void anOperatorsTextIsMarkdownWithoutLinksOrPictures();
    void theDashboardShowsTextAsItIs();
    void theDashboardCountsDown();
    void theDashboardForgetsEverything();
    void theDashboardAddsUpNoticesThatDoNotFit();
    void theSignOutButtonIsPressedBySpaceReturnAndATouch();
    void everyControlHasAnAccessibleName();
    void theAwayMessageOffersToSignOutWhenALoginIsOpen();
    void theDeclinedMessageSaysThatNobodyWasSignedIn();
    void theGoodbyeSaysWhy_data();
    void theGoodbyeSaysWhy();
    void theRefusalRepeatsTheServersSentence();
    void nothingOverlapsOnAnyScreen();
};

void TestViews::theLoginViewShowsACodeThatScans() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        view.resize(screen);
        view.showCode(code(), kNow);
        QCOMPARE(readQrCode(view.grab().toImage()), kQrString);
    }
}

void TestViews::theLoginViewNamesTheHostThatThePhoneWillShow() {
    LoginView view{Theme()};
    view.showCode(code(), kNow);
    QVERIFY(wordsOn(view).join('|').contains("lobby.test"));
}

void TestViews::theLoginViewCountsDownToTheNextCode() {
    LoginView view{Theme()};
    view.showCode(code(), kNow);
    QVERIFY(wordsOn(view).contains("New code in 30 s"));
    view.tick(kNow + 20500ms);
    QVERIFY(wordsOn(view).contains("New code in 10 s"));
    view.tick(kNow + 31s);
    QVERIFY(wordsOn(view).contains("Getting a new code…"));
}

void TestViews::theLoginViewShowsNoCodeWhileConnecting() {
    LoginView view{Theme()};
    const auto* card = view.findChild<QrCodeView*>();
    view.showCode(code(), kNow);
    QVERIFY(card->hasCode());
    view.showConnecting();
    QVERIFY(!card->hasCode());
}

void TestViews::theLoginViewKeepsTheCodeWhileAPhoneIsBusy() {
    LoginView view{Theme()};
    view.resize(1280, 720);
    view.showPhoneHere(code(), kNow);
    QVERIFY(wordsOn(view).contains("Check your phone"));
    QCOMPARE(readQrCode(view.grab().toImage()), kQrString);
}

void TestViews::theLoginViewShowsWhatToTypeAndWhere() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showCode(typedCode(), kNow);
        QVERIFY(wordsOn(view).contains("No camera? Open lobby.test/c and type"));
        QVERIFY(wordsOn(view).contains("BCDF-GHJK"));
        const auto* strip = view.findChild<TypedCodeStrip*>();
        QVERIFY(strip->isVisibleTo(&view));
        QVERIFY(view.rect().contains(strip->geometry()));
    }
}

void TestViews::theLoginViewHasNoRoomForATypedCodeThatIsNotThere() {
    LoginView view{Theme()};
    const Shown shown(view, {1280, 720});
    const auto* strip = view.findChild<TypedCodeStrip*>();
    const auto* card = view.findChild<QrCodeView*>();
    view.showCode(code(), kNow);
    const QRect alone = card->geometry();
    QVERIFY(strip->isHidden());
    view.showCode(typedCode(), kNow);
    QVERIFY(!strip->isHidden());
    view.showCode(code(), kNow);
    QVERIFY(strip->isHidden());
    QCOMPARE(card->geometry(), alone);
    view.showCode(typedCode(), kNow);
    view.showConnecting();
    QVERIFY(strip->isHidden());
}

void TestViews::aTypedCodeIsWholeOrNotThere() {
    const std::string endless = std::string(300, 'x') + ".test/c";
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showCode(typedCode(kLongAddress), kNow);
        const auto* strip = view.findChild<TypedCodeStrip*>();
        QVERIFY(!strip->isHidden());
        for (const auto* label : strip->findChildren<FittedLabel*>()) QVERIFY(label->fits(label->size()));
        view.showCode(typedCode(endless), kNow);
        QVERIFY(strip->isHidden());
        phase::Code endlessCode = typedCode();
        endlessCode.typed->code.assign(300, 'B');
        view.showCode(endlessCode, kNow);
        QVERIFY(strip->isHidden());
        QCOMPARE(readQrCode(view.grab().toImage()), kQrString);
    }
}

void TestViews::theAddressToOpenBreaksNowhere() {
    LoginView view{Theme()};
    view.showCode(typedCode(kLongAddress), kNow);
    const auto* strip = view.findChild<TypedCodeStrip*>();
    const QString text = strip->findChild<FittedLabel*>()->text();
    QVERIFY(text.contains("sign"));
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    while (breaks.toNextBoundary() > 0) {
        const auto at = breaks.position();
        QVERIFY2(at == text.size() || text[at - 1] == ' ', qPrintable(text.left(at)));
    }
}

void TestViews::aScreenReaderSpellsTheTypedCode() {
    LoginView view{Theme()};
    view.showCode(typedCode(), kNow);
    FittedLabel* label = labelSaying(view, "BCDF-GHJK");
    QVERIFY(label);
    QCOMPARE(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name), "B C D F G H J K");
}

void TestViews::theCodeTakesUpAlmostHalfOfTheShorterSide() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        view.resize(screen);
        view.showCode(code(), kNow);
        const int side = view.findChild<QrCodeView*>()->width();
        QVERIFY(side >= 0.45 * std::min(screen.width(), screen.height()) - 1);
    }
}

void TestViews::theCodeIsTheLargestThingAboveATypedOne() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showCode(typedCode(kLongAddress), kNow);
        const auto* card = view.findChild<QrCodeView*>();
        const auto* strip = view.findChild<TypedCodeStrip*>();
        QVERIFY(card->width() >= 0.45 * std::min(screen.width(), screen.height()) - 1);
        QVERIFY(card->height() == card->width());
        QVERIFY(strip->height() < card->height() / 3);
        QVERIFY(!strip->geometry().intersects(card->geometry()));
    }
}

void TestViews::thePaperKeepsItsDistanceFromTheWords() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showCode(typedCode(), kNow);
        const int unit = std::min(screen.width(), screen.height()) / 100;
        const QRect card = view.findChild<QrCodeView*>()->geometry();
        const QRect paper = card.united(view.findChild<TypedCodeStrip*>()->geometry());
        const QRect around = paper.adjusted(-2 * unit, -2 * unit, 2 * unit, 0);
        for (const char* words : {"Your phone is the key.", "Open the camera on your phone"}) {
            const FittedLabel* label = labelSaying(view, words);
            QVERIFY(label && !label->geometry().intersects(around));
        }
    }
}

void TestViews::aDenseCodeScansAboveATypedOne() {
    const phase::Code dense = denseCode();
    QVERIFY(dense.matrix.size() >= 61); // version 11
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showCode(dense, kNow);
        QCOMPARE(readQrCode(view.grab().toImage()), QString::fromStdString(dense.qrString));
    }
}

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

void TestViews::callsOutNothingOfAPersons() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    QCOMPARE(view.announcement(), "Unlocked. Your dashboard is open. Lock it when you are done.");
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

void TestViews::theDashboardShowsWhoWhenAndWhere() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    const QStringList words = wordsOn(view);
    for (const char* word : {"Good morning,", "Ada's phone", "Front desk, Building A", "15 min left",
                             "Lift B is out of service.", "Canteen", "Signed out"}) {
        QVERIFY2(words.contains(word), word);
    }
}

void TestViews::theDashboardSaysWhenThePersonWasLastHere() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    QVERIFY(wordsOn(view).join('|').contains(" 09:30, Back door"));
    DashboardAnswer first = adasDashboard();
    first.lastSignIn.reset();
    view.setLogin(login(first), kNow, kWall);
    QVERIFY(wordsOn(view).contains("This is the first time"));
}

void TestViews::theDashboardGreetsByTheTimeOfDay_data() {
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("greeting");
    QTest::newRow("early") << QTime(5, 0) << "Good morning,";
    QTest::newRow("before noon") << QTime(11, 59) << "Good morning,";
    QTest::newRow("noon") << QTime(12, 0) << "Good afternoon,";
    QTest::newRow("late afternoon") << QTime(17, 59) << "Good afternoon,";
    QTest::newRow("evening") << QTime(18, 0) << "Good evening,";
    QTest::newRow("night") << QTime(4, 59) << "Good evening,";
}

void TestViews::theDashboardGreetsByTheTimeOfDay() {
    QFETCH(QTime, time);
    QFETCH(QString, greeting);
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, QDateTime(kWall.date(), time));
    QVERIFY(wordsOn(view).contains(greeting));
}

void TestViews::aTilesLinkIsACodeToTakeAlong() {
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

void TestViews::anOperatorsTextIsMarkdownWithoutLinksOrPictures() {
    RichLabel label(Theme(), nullptr);
    label.setMarkdown("**Soup** of the *day*\n\n- tomato\n- leek\n\n<b>raw</b> ![x](file:///etc/passwd)");
    QVERIFY2(label.accessibleName().startsWith("Soup of the day\ntomato\nleek"),
             qPrintable(label.accessibleName()));
    label.setPixelSize(20);
    label.resize(300, label.heightFor(300));
    QVERIFY(extentOf(Theme().ink, label.grab().toImage()).height() > 60);
}

void TestViews::theDashboardShowsTextAsItIs() {
    DashboardView view{Theme()};
    view.setLogin(login(), kNow, kWall);
    QVERIFY(wordsOn(view).contains("Ada <b>Lovelace</b>"));
    QVERIFY(wordsOn(view).contains("<script>alert(1)</script>"));
    for (const QLabel* label : view.findChildren<QLabel*>()) QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestViews::theDashboardCountsDown() {
    DashboardView view{Theme()};
    phase::SignedIn long_ = login();
    long_.endsAt = kNow + 125min;
    view.setLogin(long_, kNow, kWall);
    QVERIFY(wordsOn(view).contains("2 h 5 min left"));
    view.tick(kNow + 124min + 30s);
    QVERIFY(wordsOn(view).contains("30 s left"));
}

void TestViews::theDashboardForgetsEverything() {
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

void TestViews::theDashboardAddsUpNoticesThatDoNotFit() {
    DashboardView view{Theme()};
    DashboardAnswer many = adasDashboard();
    many.notices = {"one", "two", "three", "four", "five"}; // and two tiles
    view.setLogin(login(many), kNow, kWall);
    QVERIFY(wordsOn(view).contains("three"));
    QVERIFY(!wordsOn(view).contains("four"));
    QVERIFY(wordsOn(view).contains("And 2 more"));
}

void TestViews::theSignOutButtonIsPressedBySpaceReturnAndATouch() {
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
    longest.kiosk =
        KioskLabel{QString("desk ").repeated(60).toStdString(), QString(300, 'x').toStdString()};
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
