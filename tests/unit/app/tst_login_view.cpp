#include "app/views/login_view.h"
#include "tests/support/qr_in_picture.h"
#include "tests/unit/app/view_test.h"

#include <QAccessible>
#include <QTest>
#include <QTextBoundaryFinder>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

Theme stillTheme() {
    Theme theme;
    theme.motion = false;
    return theme;
}

// The view's parts, and the view itself, that are painted from now on.
class PaintedWidgets : public QObject {
  public:
    explicit PaintedWidgets(QWidget& view) : m_view(view) {
        settle();
        for (QWidget* widget : everything()) widget->installEventFilter(this);
    }

    // By class, labels with what they say, in alphabetical order.
    QStringList names() {
        settle();
        QStringList sorted(m_names.values());
        sorted.sort();
        return sorted;
    }

  private:
    static void settle() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    QList<QWidget*> everything() const { return m_view.findChildren<QWidget*>() << &m_view; }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            const auto* label = qobject_cast<QLabel*>(watched);
            const QString name = QString(watched->metaObject()->className()).section("::", -1);
            m_names.insert(label ? name + ": " + label->text() : name);
        }
        return false;
    }

    QWidget& m_view;
    QSet<QString> m_names;
};

// What a code with a Lightning part comes to.
phase::Code denseCode() {
    phase::Code dense = typedCode();
    dense.qrString += "&lightning=LNURL1" + std::string(220, 'Q');
    dense.matrix = *QrMatrix::encode(dense.qrString);
    return dense;
}

} // namespace

class TestLoginView : public QObject {
    Q_OBJECT

  private slots:
    void showsACodeThatScans();
    void namesTheHostThatThePhoneWillShow();
    void countsDownToTheNextCode();
    void showsNoCodeWhileConnecting();
    void keepsTheCodeWhileAPhoneIsBusy();
    void showsWhatToTypeAndWhere();
    void hasNoRoomForATypedCodeThatIsNotThere();
    void theCardIsWhereTheFirstCodeWillBe();
    void aSecondThatPassesRepaintsTheCountdownAlone();
    void aCodeThatFollowsAnotherRepaintsNoWords();
    void aTypedCodeIsWholeOrNotThere();
    void theAddressToOpenBreaksNowhere();
    void aScreenReaderSpellsTheTypedCode();
    void theCodeTakesUpAlmostHalfOfTheShorterSide();
    void theCodeIsTheLargestThingAboveATypedOne();
    void thePaperKeepsItsDistanceFromTheWords();
    void aDenseCodeScansAboveATypedOne();
};

void TestLoginView::showsACodeThatScans() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        view.resize(screen);
        view.showCode(code(), kNow);
        QCOMPARE(readQrCode(view.grab().toImage()), kQrString);
    }
}

void TestLoginView::namesTheHostThatThePhoneWillShow() {
    LoginView view{Theme()};
    view.showCode(code(), kNow);
    QVERIFY(wordsOn(view).join('|').contains("lobby.test"));
}

void TestLoginView::countsDownToTheNextCode() {
    LoginView view{Theme()};
    view.showCode(code(), kNow);
    QVERIFY(wordsOn(view).contains("New code in 30 s"));
    view.tick(kNow + 20500ms);
    QVERIFY(wordsOn(view).contains("New code in 10 s"));
    view.tick(kNow + 31s);
    QVERIFY(wordsOn(view).contains("Getting a new code…"));
}

void TestLoginView::showsNoCodeWhileConnecting() {
    LoginView view{Theme()};
    const auto* card = view.findChild<QrCodeView*>();
    view.showCode(code(), kNow);
    QVERIFY(card->hasCode());
    view.showConnecting();
    QVERIFY(!card->hasCode());
}

void TestLoginView::keepsTheCodeWhileAPhoneIsBusy() {
    LoginView view{Theme()};
    view.resize(1280, 720);
    view.showPhoneHere(code(), kNow);
    QVERIFY(wordsOn(view).contains("Check your phone"));
    QCOMPARE(readQrCode(view.grab().toImage()), kQrString);
}

void TestLoginView::showsWhatToTypeAndWhere() {
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

void TestLoginView::hasNoRoomForATypedCodeThatIsNotThere() {
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

void TestLoginView::theCardIsWhereTheFirstCodeWillBe() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showConnecting();
        const auto* card = view.findChild<QrCodeView*>();
        const QRect before = card->geometry();
        view.showCode(typedCode(), kNow);
        QCOMPARE(card->geometry(), before);
    }
}

void TestLoginView::aSecondThatPassesRepaintsTheCountdownAlone() {
    LoginView view{Theme()};
    view.resize(1280, 720);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.showCode(typedCode(), kNow);
    PaintedWidgets painted(view);
    view.tick(kNow + 1s);
    QCOMPARE(painted.names(),
             QStringList({"CountdownLine", "CountdownRing", "FittedLabel: New code in 29 s", "LoginView"}));
}

void TestLoginView::aCodeThatFollowsAnotherRepaintsNoWords() {
    LoginView view{stillTheme()};
    view.resize(1280, 720);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.showCode(typedCode(), kNow);
    PaintedWidgets painted(view);
    phase::Code next = typedCode();
    next.matrix = *QrMatrix::encode(std::string(kQrString) + "1");
    next.typed->code = "GHJK-BCDF";
    view.showCode(next, kNow);
    const QStringList names = painted.names();
    QVERIFY(names.contains("QrCodeView"));
    QVERIFY(names.contains("FittedLabel: GHJK-BCDF"));
    for (const char* unchanged : {"FittedLabel: Scan to sign in", "FittedLabel: Your phone is the key.",
                                  "FittedLabel: Approve on your phone"}) {
        QVERIFY2(!names.contains(unchanged), unchanged);
    }
}

void TestLoginView::aTypedCodeIsWholeOrNotThere() {
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

void TestLoginView::theAddressToOpenBreaksNowhere() {
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

void TestLoginView::aScreenReaderSpellsTheTypedCode() {
    LoginView view{Theme()};
    view.showCode(typedCode(), kNow);
    FittedLabel* label = labelSaying(view, "BCDF-GHJK");
    QVERIFY(label);
    QCOMPARE(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name), "B C D F G H J K");
}

void TestLoginView::theCodeTakesUpAlmostHalfOfTheShorterSide() {
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        view.resize(screen);
        view.showCode(code(), kNow);
        const int side = view.findChild<QrCodeView*>()->width();
        QVERIFY(side >= 0.45 * std::min(screen.width(), screen.height()) - 1);
    }
}

void TestLoginView::theCodeIsTheLargestThingAboveATypedOne() {
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

void TestLoginView::thePaperKeepsItsDistanceFromTheWords() {
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

void TestLoginView::aDenseCodeScansAboveATypedOne() {
    const phase::Code dense = denseCode();
    QVERIFY(dense.matrix.size() >= 61); // version 11
    for (const QSize& screen : screens()) {
        LoginView view{Theme()};
        const Shown shown(view, screen);
        view.showCode(dense, kNow);
        QCOMPARE(readQrCode(view.grab().toImage()), QString::fromStdString(dense.qrString));
    }
}

QTEST_MAIN(TestLoginView)
#include "tst_login_view.moc"
