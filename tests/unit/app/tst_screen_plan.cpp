#include "app/kiosk/screen_plan.h"

#include <QTest>

using namespace latchkey;

namespace {

const ScreenInfo kPanel{"DSI-1", {0, 0, 800, 480}};
const ScreenInfo kWall{"HDMI-1", {800, 0, 1920, 1080}};
const ScreenInfo kDesk{"HDMI-2", {2720, 0, 1280, 1024}};

} // namespace

class TestScreenPlan : public QObject {
    Q_OBJECT

  private slots:
    void takesThePrimaryScreenAndCoversTheOthers() {
        QCOMPARE(planScreens({kPanel, kWall, kDesk}, ""), (ScreenPlan{0, {1, 2}}));
    }
    void takesTheOutputThatIsAskedFor() {
        QCOMPARE(planScreens({kPanel, kWall, kDesk}, "HDMI-1"), (ScreenPlan{1, {0, 2}}));
    }
    void takesThePrimaryScreenWhileTheOutputIsNotThere() {
        QCOMPARE(planScreens({kPanel, kDesk}, "HDMI-1"), (ScreenPlan{0, {1}}));
    }
    void doesNotCoverAMirror() {
        const ScreenInfo mirror{"HDMI-3", {0, 0, 640, 480}};
        QCOMPARE(planScreens({kPanel, mirror, kWall}, ""), (ScreenPlan{0, {2}}));
    }
    void survivesThatThereIsNoScreen() {
        QCOMPARE(planScreens({}, ""), ScreenPlan());
        QCOMPARE(planScreens({{"", {}}}, "HDMI-1"), ScreenPlan());
    }
    void passesOverWhatOnlyStandsInForAScreen() {
        QCOMPARE(planScreens({{"", {}}, kWall, kDesk}, ""), (ScreenPlan{1, {2}}));
    }
};

QTEST_GUILESS_MAIN(TestScreenPlan)
#include "tst_screen_plan.moc"
