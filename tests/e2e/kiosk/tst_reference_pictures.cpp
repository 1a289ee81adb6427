// Every state of the screen at every size, as a person sees it: held against the pictures in
// tests/e2e/reference, which somebody has looked at.

#include "tests/e2e/kiosk/kiosk_stage.h"
#include "tests/e2e/kiosk/reference_pictures.h"
#include "tests/support/qr_in_picture.h"

#include <QApplication>
#include <QFontInfo>
#include <QTest>

#include <algorithm>
#include <functional>
#include <random>
#include <vector>

using namespace latchkey;

namespace {

constexpr double kLeastCode = 0.45; // the side of the waiting state's code, of the screen's shorter side

struct State {
    const char* name;
    void (KioskStage::*reach)();
    QString code{}; // that a phone has to find in it
    const char* language = "en";
    bool dark = false;
};

const std::vector<State>& states() {
    static const QString kCode = KioskStage::code();
    static const QString kLink = KioskStage::link();
    static const std::vector<State> all{
        {"connecting", &KioskStage::connecting},
        {"waiting", &KioskStage::waiting, kCode},
        {"waiting-dark", &KioskStage::waiting, kCode, "en", true},
        {"waiting-arabic", &KioskStage::waiting, kCode, "ar"},
        {"phone-here", &KioskStage::phoneHere, kCode},
        {"number", &KioskStage::number},
        {"approved", &KioskStage::approved},
        {"welcome", &KioskStage::welcome},
        {"dashboard", &KioskStage::dashboard, kLink},
        {"dashboard-dark", &KioskStage::dashboard, kLink, "en", true},
        {"declined", &KioskStage::declined},
        {"goodbye", &KioskStage::goodbye},
        {"signing-out-server-away", &KioskStage::signingOutWithTheServerAway},
        {"away", &KioskStage::away},
        {"away-signed-in", &KioskStage::awayWhileSignedIn},
        {"refused", &KioskStage::refused},
        {"clock-off", &KioskStage::clockOff, kCode},
        {"idle-warning", &KioskStage::idleWarning},
        {"pin-pad", &KioskStage::pinPad},
        {"languages", &KioskStage::languageSheet},
        {"looking-for-servers", &KioskStage::lookingForServers},
        {"choosing-a-server", &KioskStage::choosingAServer},
        {"choosing-a-server-arabic", &KioskStage::choosingAServer, {}, "ar"},
        {"trusting-a-secure-server", &KioskStage::trustingASecureServer},
        {"trusting-a-plain-server", &KioskStage::trustingAPlainServer},
        {"refusing-a-server", &KioskStage::refusingAServer},
        {"settings-trouble", &KioskStage::settingsTrouble},
    };
    return all;
}

struct Screen {
    QSize pixels;
    int scale = 1;

    QString name() const {
        const QString size = QStringLiteral("%1x%2").arg(pixels.width()).arg(pixels.height());
        return scale == 1 ? size : size + '@' + QString::number(scale);
    }
};

const std::vector<Screen> kScreens{
    {{1920, 1080}}, {{1080, 1920}}, {{1280, 720}}, {{3840, 2160}, 2}, {{800, 480}},
};

QString nameOf(const State& state, const Screen& screen) {
    return QString(state.name) + '-' + screen.name();
}

} // namespace

class TestReferencePictures : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();

    void everyStateLooksAsItsReference_data();
    void everyStateLooksAsItsReference();
    void everyReferenceIsOfSomeState();

    void anotherWordIsSeen();
    void aMissingButtonIsSeen();
    void aShiftedPanelIsSeen();
    void noiseIsNotSeen();

  private:
    using Change = std::function<void(LobbyWindow&)>;
    PictureDifference differenceBy(const Change& change, void (KioskStage::*reach)());
    QSize smallestWindow() const;

    const ReferencePictures m_references{QStringLiteral(LATCHKEY_REFERENCE_PICTURES)};
    int m_scale = 1;
};

void TestReferencePictures::initTestCase() {
    QVERIFY2(QFontInfo(themeFont(20)).family() == "Inter",
             "The typeface Inter is not installed (fonts-inter, see packaging/install-deps.sh): the "
             "references are set in it.");
    // It would look at the wrong screens, and find them in order.
    m_scale = qEnvironmentVariable("QT_SCALE_FACTOR", "1").toInt();
    QCOMPARE(qApp->devicePixelRatio(), m_scale);
}

void TestReferencePictures::everyStateLooksAsItsReference_data() {
    QTest::addColumn<State>("state");
    QTest::addColumn<Screen>("screen");
    for (const State& state : states()) {
        for (const Screen& screen : kScreens) {
            if (screen.scale == m_scale) QTest::newRow(qPrintable(nameOf(state, screen))) << state << screen;
        }
    }
}

void TestReferencePictures::everyStateLooksAsItsReference() {
    QFETCH(State, state);
    QFETCH(Screen, screen);
    KioskStage stage({screen.pixels / m_scale, state.language, state.dark});
    (stage.*state.reach)();
    if (QTest::currentTestFailed()) return;
    const QImage picture = stage.picture();
    QCOMPARE(picture.size(), screen.pixels);

    if (!state.code.isEmpty()) QCOMPARE(readQrCode(picture), state.code);
    if (state.reach == &KioskStage::waiting) {
        const QRect code = stage.codeIn(picture);
        const double least = kLeastCode * std::min(screen.pixels.width(), screen.pixels.height());
        QCOMPARE(code.width(), code.height());
        QVERIFY2(code.width() >= least, qPrintable(QString::number(code.width())));
    }
    const auto problem = m_references.problemWith(nameOf(state, screen), picture);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
}

void TestReferencePictures::everyReferenceIsOfSomeState() {
    QStringList wanted;
    for (const State& state : states()) {
        for (const Screen& screen : kScreens) wanted.append(nameOf(state, screen));
    }
    for (const QString& name : m_references.names()) {
        if (wanted.contains(name)) continue;
        if (m_references.accepting()) {
            m_references.remove(name);
        } else {
            QFAIL(qPrintable("No state looks like " + name + ".png any more: remove it."));
        }
    }
}

// The one where things are smallest.
QSize TestReferencePictures::smallestWindow() const {
    return m_scale == 1 ? QSize(800, 480) : QSize(1920, 1080);
}

PictureDifference TestReferencePictures::differenceBy(const Change& change, void (KioskStage::*reach)()) {
    KioskStage stage({smallestWindow()});
    (stage.*reach)();
    const QImage before = reduced(stage.picture());
    change(stage.window());
    return differenceOf(before, reduced(stage.picture()));
}

void TestReferencePictures::anotherWordIsSeen() {
    const auto difference = differenceBy(
        [](LobbyWindow& window) {
            for (FittedLabel* label : window.findChildren<FittedLabel*>()) {
                if (label->text() == "https://lobby.example.org") label->setText("https://foyer.example.org");
            }
        },
        &KioskStage::waiting);
    QVERIFY2(!alike(difference), qPrintable(QString::number(difference.share)));
}

void TestReferencePictures::aMissingButtonIsSeen() {
    const auto difference = differenceBy(
        [](LobbyWindow& window) { window.findChild<DashboardView*>()->findChild<BigButton*>()->hide(); },
        &KioskStage::dashboard);
    QVERIFY2(!alike(difference), qPrintable(QString::number(difference.share)));
}

void TestReferencePictures::aShiftedPanelIsSeen() {
    const auto difference = differenceBy(
        [](LobbyWindow& window) {
            auto* tile = window.findChild<TileView*>();
            tile->move(tile->pos() + QPoint(4, 0));
        },
        &KioskStage::dashboard);
    QVERIFY2(!alike(difference), qPrintable(QString::number(difference.share)));
}

// As much as another version of a font renderer makes.
void TestReferencePictures::noiseIsNotSeen() {
    KioskStage stage({smallestWindow()});
    stage.dashboard();
    const QImage before = reduced(stage.picture());
    QImage noisy = before;
    std::minstd_rand random(1);
    const auto near = [&](int channel) {
        return std::clamp(channel + static_cast<int>(random() % 33) - 16, 0, 255);
    };
    for (int y = 0; y < noisy.height(); ++y) {
        for (int x = 0; x < noisy.width(); ++x) {
            const QRgb colour = noisy.pixel(x, y);
            noisy.setPixel(x, y, qRgb(near(qRed(colour)), near(qGreen(colour)), near(qBlue(colour))));
        }
    }
    QVERIFY(alike(differenceOf(before, noisy)));
}

int main(int argc, char** argv) {
    // Before there is an application: whatever a machine is set to, the same picture.
    qputenv("TZ", "UTC");
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("FONTCONFIG_FILE", LATCHKEY_FONT_SETTINGS);
    QApplication application(argc, argv);
    TestReferencePictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reference_pictures.moc"
