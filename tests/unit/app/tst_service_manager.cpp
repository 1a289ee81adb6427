#include "app/kiosk/service_manager.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/notify_socket.h"

#include <QTest>
#include <QWidget>

using namespace latchkey;
using namespace std::chrono_literals;

using Messages = QList<QByteArray>;

class TestServiceManager : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void saysWhenItIsReady();
    void isReadyOnceItsWindowIsDrawnAndNotBefore();
    void beatsAtHalfOfTheLongestSilenceAllowed();
    void beatsOnlyOnceItIsReady();
    void doesNotBeatWhenNobodyWatches();
    void doesNotBeatForAWatchdogOfAnotherProcess();
    void stopsBeatingWithItsLife();
    void reportsThePhaseAndNobodysName();
    void saysThatItLeaves();
    void isSilentWithoutAServiceManager();
    void bearsAServiceManagerThatIsGone();
};

void TestServiceManager::init() {
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"}) qunsetenv(name);
}

void TestServiceManager::saysWhenItIsReady() {
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    QCOMPARE(socket.received(), Messages());
    manager.ready();
    QCOMPARE(socket.received(), Messages({"READY=1"}));
}

void TestServiceManager::isReadyOnceItsWindowIsDrawnAndNotBefore() {
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    QWidget window;
    manager.readyOnceDrawn(window);
    QCoreApplication::processEvents();
    QCOMPARE(socket.received(), Messages());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.repaint();
    window.repaint();
    QCoreApplication::processEvents();
    QCOMPARE(socket.received(), Messages({"READY=1"})); // once
}

void TestServiceManager::beatsAtHalfOfTheLongestSilenceAllowed() {
    qputenv("WATCHDOG_USEC", "20000000");
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    manager.ready();
    QCOMPARE(socket.received(), Messages({"READY=1", "WATCHDOG=1"}));
    scheduler.advance(9999ms);
    QCOMPARE(socket.received(), Messages());
    scheduler.advance(1ms);
    QCOMPARE(socket.received(), Messages({"WATCHDOG=1"}));
    scheduler.advance(20s);
    QCOMPARE(socket.received(), Messages({"WATCHDOG=1", "WATCHDOG=1"}));
}

void TestServiceManager::beatsOnlyOnceItIsReady() {
    qputenv("WATCHDOG_USEC", "20000000");
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    scheduler.advance(1h);
    QCOMPARE(socket.received(), Messages());
}

void TestServiceManager::doesNotBeatWhenNobodyWatches() {
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    manager.ready();
    QVERIFY(!scheduler.untilNext());
}

void TestServiceManager::doesNotBeatForAWatchdogOfAnotherProcess() {
    qputenv("WATCHDOG_USEC", "20000000");
    qputenv("WATCHDOG_PID", "1");
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    manager.ready();
    QVERIFY(!scheduler.untilNext());
}

void TestServiceManager::stopsBeatingWithItsLife() {
    qputenv("WATCHDOG_USEC", "20000000");
    NotifySocket socket;
    ManualScheduler scheduler;
    {
        ServiceManager manager(scheduler);
        manager.ready();
    }
    socket.received();
    scheduler.advance(1h);
    QCOMPARE(socket.received(), Messages());
}

void TestServiceManager::reportsThePhaseAndNobodysName() {
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    DashboardAnswer dashboard;
    dashboard.userName = "Ada Lovelace";
    const phase::SignedIn login{std::make_shared<const DashboardAnswer>(dashboard), {}};
    manager.report(login);
    manager.report(phase::ShowingNumber{"42"});
    manager.report(phase::Away{});
    QCOMPARE(socket.received(), Messages({"STATUS=signed in", "STATUS=showing the number to match",
                                          "STATUS=the server cannot be reached"}));
}

void TestServiceManager::saysThatItLeaves() {
    NotifySocket socket;
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    manager.stopping();
    QCOMPARE(socket.received(), Messages({"STOPPING=1"}));
}

void TestServiceManager::isSilentWithoutAServiceManager() {
    qputenv("WATCHDOG_USEC", "20000000");
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    manager.ready();
    manager.report(phase::Connecting{});
    manager.stopping();
    QVERIFY(!scheduler.untilNext());
}

void TestServiceManager::bearsAServiceManagerThatIsGone() {
    qputenv("NOTIFY_SOCKET", "/nonexistent/notify");
    qputenv("WATCHDOG_USEC", "20000000");
    ManualScheduler scheduler;
    ServiceManager manager(scheduler);
    manager.ready();
    scheduler.advance(1h);
    QVERIFY(scheduler.untilNext());
    qunsetenv("NOTIFY_SOCKET");
}

QTEST_MAIN(TestServiceManager)
#include "tst_service_manager.moc"
