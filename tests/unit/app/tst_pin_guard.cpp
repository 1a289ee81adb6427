#include "app/kiosk/pin_guard.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = PinGuard::Answer;

class TestPinGuard : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();

    void letsTheRightPinThrough();
    void locksAfterThreeWrongOnes();
    void locksTwiceAsLongEachTimeUpToAQuarterOfAnHour();
    void takesNotEvenTheRightOneWhileItIsLocked();
    void theRightOneClearsTheCount();
    void remembersTheCountAcrossARestart();
    void aRestartBeginsTheLockAnew();
    void countsAnUnreadableStateAsALock();
    void goesOnWithoutAPlaceForItsState();
    void tellsWhatHappened();

  private:
    std::unique_ptr<PinGuard> guard() {
        return std::make_unique<PinGuard>(m_hash, m_folder->file("state/attempts"), *m_scheduler);
    }
    static void failTimes(PinGuard& guard, int times) {
        for (int attempt = 0; attempt < times; ++attempt) guard.attempt(PinDigits("999999"));
    }

    PinHash m_hash;
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<TemporaryFolder> m_folder;
};

void TestPinGuard::initTestCase() {
    m_hash = hashPin(PinDigits("271828"), [](std::span<std::uint8_t> salt) { std::ranges::fill(salt, 7); });
}

void TestPinGuard::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_folder = std::make_unique<TemporaryFolder>();
}

void TestPinGuard::letsTheRightPinThrough() {
    QCOMPARE(guard()->attempt(PinDigits("271828")), Answer::Right);
}

void TestPinGuard::locksAfterThreeWrongOnes() {
    const auto guarded = guard();
    QCOMPARE(guarded->attempt(PinDigits("999999")), Answer::Wrong);
    QCOMPARE(guarded->attempt(PinDigits("999999")), Answer::Wrong);
    QCOMPARE(guarded->lockedFor(), 0s);
    QCOMPARE(guarded->attempt(PinDigits("999999")), Answer::Locked);
    QCOMPARE(guarded->lockedFor(), 30s);
    m_scheduler->advance(30s);
    QCOMPARE(guarded->lockedFor(), 0s);
}

void TestPinGuard::locksTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
    const auto guarded = guard();
    failTimes(*guarded, 2);
    for (const auto expected : {30s, 60s, 120s, 240s, 480s, 900s, 900s}) {
        failTimes(*guarded, 1);
        QCOMPARE(guarded->lockedFor(), expected);
        m_scheduler->advance(expected);
    }
}

void TestPinGuard::takesNotEvenTheRightOneWhileItIsLocked() {
    const auto guarded = guard();
    failTimes(*guarded, 3);
    m_scheduler->advance(29s);
    QCOMPARE(guarded->attempt(PinDigits("271828")), Answer::Locked);
    QCOMPARE(guarded->lockedFor(), 1s); // and it was not held against anybody
    m_scheduler->advance(1s);
    QCOMPARE(guarded->attempt(PinDigits("271828")), Answer::Right);
}

void TestPinGuard::theRightOneClearsTheCount() {
    failTimes(*guard(), 2);
    QCOMPARE(guard()->attempt(PinDigits("271828")), Answer::Right);
    QCOMPARE(guard()->attempt(PinDigits("999999")), Answer::Wrong);
}

void TestPinGuard::remembersTheCountAcrossARestart() {
    failTimes(*guard(), 2);
    QCOMPARE(guard()->attempt(PinDigits("999999")), Answer::Locked);
}

void TestPinGuard::aRestartBeginsTheLockAnew() {
    const auto before = guard();
    failTimes(*before, 3);
    m_scheduler->advance(30s);
    failTimes(*before, 1);
    m_scheduler->advance(20s);
    QCOMPARE(guard()->lockedFor(), 60s);
}

void TestPinGuard::countsAnUnreadableStateAsALock() {
    std::filesystem::create_directories(m_folder->file("state"));
    for (const char* content : {"x", "", "-9", "99999999999999999999"}) {
        const auto file = m_folder->write("state/attempts", content);
        std::filesystem::permissions(file, std::filesystem::perms::owner_read);
        QCOMPARE(guard()->lockedFor(), 30s);
        std::filesystem::remove(file);
    }
}

void TestPinGuard::goesOnWithoutAPlaceForItsState() {
    m_folder->write("state", "a file where the folder should be");
    const auto guarded = guard();
    QSignalSpy failed(guarded.get(), &PinGuard::failed);
    QCOMPARE(guarded->attempt(PinDigits("271828")), Answer::Right);
    QVERIFY(failed.count() > 0);
    QVERIFY(failed.first().first().toString().contains("wrong PINs are forgotten"));
}

void TestPinGuard::tellsWhatHappened() {
    const auto guarded = guard();
    QSignalSpy events(guarded.get(), &PinGuard::happened);
    failTimes(*guarded, 3);
    m_scheduler->advance(30s);
    guarded->attempt(PinDigits("271828"));
    QStringList said;
    for (const QList<QVariant>& event : events)
        said.append((event[0].toString() + " " + event[1].toString()).trimmed());
    QCOMPARE(said, QStringList({"pin_refused 1 wrong", "pin_refused 2 wrong", "pin_refused 3 wrong",
                                "pin_locked 30 s"}));
}

QTEST_GUILESS_MAIN(TestPinGuard)
#include "tst_pin_guard.moc"
