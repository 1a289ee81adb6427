// The windows of a kiosk on a machine with three screens, without a display: Qt's offscreen platform.

#include "app/kiosk/screen_cover.h"
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

class TestScreenCover : public QObject {
    Q_OBJECT

  private slots:
    void showsTheWindowOnItsOutputAndDarknessOnTheOthers();
    void takesThePrimaryScreenWhereItsOutputIsNotThere();
    void uncoversWhenItIsGone();

  private:
    // The visible windows by the screen that they fill.
    static QMap<QString, QWidget*> shown() {
        QMap<QString, QWidget*> shown;
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (window->isVisible() && window->geometry() == window->screen()->geometry())
                shown.insert(window->screen()->name(), window);
        }
        return shown;
    }
};

void TestScreenCover::showsTheWindowOnItsOutputAndDarknessOnTheOthers() {
    QWidget window;
    const ScreenCover cover(window, "wall");
    QCOMPARE(cover.screenName(), "wall");
    const auto windows = shown();
    QCOMPARE(windows.keys(), QStringList({"desk", "panel", "wall"}));
    QCOMPARE(windows["wall"], &window);
    for (const char* dark : {"desk", "panel"}) {
        QCOMPARE(windows[dark]->palette().color(QPalette::Window), QColor(Qt::black));
        QVERIFY(windows[dark]->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
    }
}

void TestScreenCover::takesThePrimaryScreenWhereItsOutputIsNotThere() {
    QWidget window;
    const ScreenCover cover(window, "unplugged");
    const QString primary = QGuiApplication::primaryScreen()->name();
    QCOMPARE(cover.screenName(), primary);
    QCOMPARE(shown()[primary], &window);
}

void TestScreenCover::uncoversWhenItIsGone() {
    QWidget window;
    { const ScreenCover cover(window, ""); }
    QCOMPARE(shown().keys(), QStringList{QGuiApplication::primaryScreen()->name()});
}

int main(int argc, char** argv) {
    const TemporaryFolder folder;
    const auto screens = folder.write("screens.json", R"({"screens": [
        {"name": "panel", "x": 0, "y": 0, "width": 800, "height": 480},
        {"name": "wall", "x": 800, "y": 0, "width": 1920, "height": 1080},
        {"name": "desk", "x": 2720, "y": 0, "width": 1280, "height": 1024}]})");
    qputenv("QT_QPA_PLATFORM", QByteArray::fromStdString("offscreen:configfile=" + screens.string()));
    QApplication application(argc, argv);
    TestScreenCover test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screen_cover.moc"
