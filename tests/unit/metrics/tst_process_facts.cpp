#include "server/metrics/process_facts.h"

#include <QFile>
#include <QTest>

#include <ctime>
#include <semaphore>
#include <thread>
#include <vector>

using namespace latchkey;

class TestProcessFacts : public QObject {
    Q_OBJECT

  private slots:
    void openFilesAreCounted() {
        const auto before = readProcessFacts();
        QVERIFY(before);
        QFile file("/dev/null");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(readProcessFacts()->openFiles, before->openFiles + 1);
        QVERIFY(before->openFiles < before->mostFiles);
    }

    void threadsAreCounted() {
        const auto before = readProcessFacts()->threads;
        std::binary_semaphore done(0);
        const std::jthread thread([&] { done.acquire(); });
        const auto now = readProcessFacts()->threads;
        done.release();
        QCOMPARE(now, before + 1);
    }

    void memoryThatIsUsedIsResident() {
        constexpr std::size_t kBytes = 64 * 1024 * 1024;
        const auto before = readProcessFacts();
        const std::vector<char> used(kBytes, 'x');
        const auto now = readProcessFacts();
        QVERIFY(now->residentBytes > before->residentBytes + kBytes / 2);
        QVERIFY(now->virtualBytes > now->residentBytes);
        QCOMPARE(used.back(), 'x');
    }

    void theProcessorsTimeIsTheClocks() {
        while (std::clock() < CLOCKS_PER_SEC / 5) {
        } // a fifth of a second of work
        const double seconds = readProcessFacts()->cpuSeconds;
        QVERIFY2(seconds > 0.15 && seconds < 60, qPrintable(QString::number(seconds)));
    }

    void theStartIsJustPast() {
        const double now = static_cast<double>(std::time(nullptr));
        const double started = readProcessFacts()->startedAt;
        QVERIFY2(started <= now + 1 && started > now - 60, qPrintable(QString::number(now - started)));
    }
};

QTEST_GUILESS_MAIN(TestProcessFacts)
#include "tst_process_facts.moc"
