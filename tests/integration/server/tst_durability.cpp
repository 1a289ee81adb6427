// kill -9 at any moment loses nothing that was acknowledged.
#include "common/qr_string.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace latchkey;

class TestDurability : public QObject {
    Q_OBJECT

  private slots:
    void aKillAtAnyMomentLosesNoAcknowledgedApproval() {
        ServerProcess server({"--refused-proofs-per-minute", "100000"});
        const TestWallet ada;
        QCOMPARE(server.administer({"user", "add", "Ada"}).exitStatus, 0);
        QCOMPARE(
            server.administer({"device", "add", "Ada", "--address", QString::fromStdString(ada.address())})
                .exitStatus,
            0);

        std::mutex mutex; // guards approved
        std::vector<QrCodeAnswer> approved;
        for (std::size_t round = 1; round <= 5; ++round) {
            std::atomic<bool> dead = false;
            const auto enough = [&] {
                const std::lock_guard lock(mutex);
                return approved.size() >= round * 20;
            };
            {
                std::vector<std::jthread> phones;
                for (int i = 0; i < 4; ++i) {
                    phones.emplace_back([&] {
                        WireClient phone(server.port());
                        while (!dead) {
                            const auto code = QrCodeAnswer::parse(phone.get("/api/getqrcode?sid=null").body);
                            if (!code || phone.approve(ada, code->qr).status != 200) continue;
                            const std::lock_guard lock(mutex);
                            approved.push_back(*code);
                        }
                    });
                }
                while (!enough()) std::this_thread::yield();
                server.kill(); // while four phones are at it
                dead = true;
            }
            server.start();
            WireClient kiosk(server.port());
            for (const QrCodeAnswer& code : approved) {
                QCOMPARE(kiosk.status(code.sid).json()["state"].toString(), "authenticated");
                QCOMPARE(kiosk.approve(ada, code.qr).status, 404); // nor can it be used again
            }
        }
        QByteArray trail = server.administer({"audit", "--json"}).out;
        for (const QrCodeAnswer& code : approved) {
            const std::string line = "\"event\":\"login.approved\"";
            QVERIFY(trail.contains(line.c_str()));
            QVERIFY(trail.contains(QrString::parse(code.qr)->sessionId.text().c_str()));
        }
        QVERIFY(trail.count("login.approved") >= static_cast<qsizetype>(approved.size()));
    }

    void anAcknowledgedEnrolmentIsThereAfterAKill() {
        ServerProcess server;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(server.administer({"user", "add", "User " + QString::number(i)}).exitStatus, 0);
            server.kill();
            server.start();
            QCOMPARE(server.administer({"user", "show", "User " + QString::number(i)}).exitStatus, 0);
        }
        QCOMPARE(server.administer({"audit"}).out.count("user.added"), 5);
    }
};

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
