// On a message bus of the test's own, with a desktop that the test plays.

#include "app/kiosk/screen_awake.h"
#include "tests/support/temporary_folder.h"

#include <QDBusContext>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace latchkey;

// org.freedesktop.ScreenSaver, as far as it is asked.
class ScreenSaver : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

  public:
    QList<uint> inhibited;

  public slots:
    uint Inhibit(const QString& program, const QString& reason) {
        if (program.isEmpty() || reason.isEmpty()) return 0;
        inhibited.append(41 + static_cast<uint>(inhibited.size()));
        return inhibited.last();
    }
    void UnInhibit(uint cookie) { inhibited.removeAll(cookie); }
};

class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

  public:
    uint flags = 0;

  public slots:
    QDBusObjectPath Inhibit(const QString&, uint asked, const QVariantMap&) {
        flags = asked;
        return QDBusObjectPath("/request/1");
    }
};

class PortalRequest : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")

  public:
    int closed = 0;

  public slots:
    void Close() { ++closed; }
};

class Logind : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

  public:
    QString what;
    QString mode;
    int kept = -1; // this end of the lock

    // Whether nobody has the other end any more.
    bool isReleased() const {
        pollfd end{kept, 0, 0};
        return poll(&end, 1, 0) == 1 && (end.revents & POLLERR) != 0;
    }

  public slots:
    QDBusUnixFileDescriptor Inhibit(const QString& asked, const QString&, const QString&,
                                    const QString& how) {
        what = asked;
        mode = how;
        int ends[2]{};
        if (pipe2(ends, O_CLOEXEC) != 0) qFatal("no pipe");
        kept = ends[1];
        QDBusUnixFileDescriptor given(ends[0]);
        close(ends[0]);
        return given;
    }
};

class TestScreenAwake : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void asksTheScreenSaverWhereThereIsNoPortal();
    void asksThePortalWhereThereIsOne();
    void keepsLogindsLock();
    void asksAgainWhenTheScreenSaverComesLater();
    void aMachineWithoutABusIsNoError();

  private:
    // A connection of somebody else's to the test's bus.
    QDBusConnection desktop() { return QDBusConnection::connectToBus(m_address, "desktop"); }
    QDBusConnection kiosk() { return QDBusConnection::connectToBus(m_address, "kiosk"); }

    TemporaryFolder m_folder;
    QProcess m_daemon;
    QString m_address;
};

void TestScreenAwake::init() {
    const auto config = m_folder.write("bus.conf", R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>custom</type><listen>unix:dir=)" + m_folder.path().string() +
                                                       R"(</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/></policy>
</busconfig>)");
    m_daemon.start("dbus-daemon",
                   {"--nofork", "--print-address", "--config-file", QString::fromStdString(config.string())});
    QByteArray address;
    while (!address.contains('\n') && m_daemon.waitForReadyRead(30000))
        address += m_daemon.readAllStandardOutput();
    QVERIFY2(address.contains('\n'), m_daemon.readAllStandardError());
    m_address = QString::fromUtf8(address.trimmed());
}

void TestScreenAwake::cleanup() {
    for (const char* name : {"desktop", "kiosk"}) QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestScreenAwake::asksTheScreenSaverWhereThereIsNoPortal() {
    ScreenSaver saver;
    QDBusConnection bus = desktop();
    QVERIFY(bus.registerObject("/org/freedesktop/ScreenSaver", &saver, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService("org.freedesktop.ScreenSaver"));
    {
        const ScreenAwake awake(kiosk(), kiosk());
        QSignalSpy held(&awake, &ScreenAwake::held);
        QVERIFY(held.wait());
        QCOMPARE(saver.inhibited, QList<uint>{41});
        QCOMPARE(held.first().first().toString(), "screensaver");
    }
    QTRY_VERIFY(saver.inhibited.isEmpty());
}

void TestScreenAwake::asksThePortalWhereThereIsOne() {
    ScreenSaver saver;
    Portal portal;
    PortalRequest request;
    QDBusConnection bus = desktop();
    QVERIFY(bus.registerObject("/org/freedesktop/ScreenSaver", &saver, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerObject("/org/freedesktop/portal/desktop", &portal, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerObject("/request/1", &request, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService("org.freedesktop.ScreenSaver"));
    QVERIFY(bus.registerService("org.freedesktop.portal.Desktop"));
    {
        const ScreenAwake awake(kiosk(), kiosk());
        QSignalSpy held(&awake, &ScreenAwake::held);
        QVERIFY(held.wait());
        QCOMPARE(held.first().first().toString(), "portal");
    }
    QCOMPARE(portal.flags, 12u); // idle and suspend
    QVERIFY(saver.inhibited.isEmpty());
    QTRY_COMPARE(request.closed, 1);
}

void TestScreenAwake::keepsLogindsLock() {
    Logind logind;
    QDBusConnection bus = desktop();
    QVERIFY(bus.registerObject("/org/freedesktop/login1", &logind, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService("org.freedesktop.login1"));
    {
        const ScreenAwake awake(kiosk(), kiosk());
        QSignalSpy held(&awake, &ScreenAwake::held);
        QVERIFY(held.wait());
        QCOMPARE(held.first().first().toString(), "logind");
        QCOMPARE(logind.what, "idle:sleep");
        QCOMPARE(logind.mode, "block");
        QVERIFY(!logind.isReleased());
    }
    QTRY_VERIFY(logind.isReleased());
    close(logind.kept);
}

void TestScreenAwake::asksAgainWhenTheScreenSaverComesLater() {
    const ScreenAwake awake(kiosk(), kiosk());
    QSignalSpy unavailable(&awake, &ScreenAwake::unavailable);
    QTRY_COMPARE(unavailable.count(), 3); // the portal, logind, the screen saver
    ScreenSaver saver;
    QDBusConnection bus = desktop();
    QVERIFY(bus.registerObject("/org/freedesktop/ScreenSaver", &saver, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService("org.freedesktop.ScreenSaver"));
    QTRY_COMPARE(saver.inhibited, QList<uint>{41});
    QDBusConnection::disconnectFromBus("desktop");
}

void TestScreenAwake::aMachineWithoutABusIsNoError() {
    const QDBusConnection nobody = QDBusConnection::connectToBus("unix:path=/nonexistent/bus", "kiosk");
    const ScreenAwake awake(nobody, nobody);
    QSignalSpy unavailable(&awake, &ScreenAwake::unavailable);
    QTRY_COMPARE(unavailable.count(), 3);
}

QTEST_GUILESS_MAIN(TestScreenAwake)
#include "tst_screen_awake.moc"
