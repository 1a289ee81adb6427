#include "server/login/kiosk_events.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;
using std::chrono::seconds;
using Reason = Refusal::Reason;

class TestKioskEvents : public QObject {
    Q_OBJECT

  private slots:
    void whatAKioskReportsIsInTheAuditTrail() {
        TestServerParts parts;
        KioskEvents events(parts.core);
        const auto lobby = *parts.registry.add("Lobby", "");
        const auto kiosk = events.authenticate(lobby.token);
        QVERIFY(kiosk && kiosk->id == lobby.kiosk.id);
        QVERIFY(events.report(*kiosk, {"operator_exit", ""}, kPhone));
        QVERIFY(events.report(*kiosk, {"hook_failed", "exit status 1"}, kPhone));
        const auto trail = parts.auditTrail();
        QCOMPARE(trail.size(), std::size_t(3));
        QCOMPARE(trail[1].event, std::string("kiosk.operator_exit"));
        QVERIFY(trail[2].kioskId == kiosk->id && trail[2].address == kPhone);
        QCOMPARE(parts.audited("kiosk.hook_failed exit status 1"), std::size_t(1));
    }

    void aTokenThatNobodyHasIsNobodys() {
        TestServerParts parts;
        const auto lobby = *parts.registry.add("Lobby", "");
        QVERIFY(parts.registry.remove("Lobby"));
        QVERIFY(!KioskEvents(parts.core).authenticate(lobby.token));
        QVERIFY(!KioskEvents(parts.core).authenticate(KioskToken("")));
    }

    void whatNoKioskReportsIsRefused() {
        TestServerParts parts;
        KioskEvents events(parts.core);
        const auto kiosk = parts.registry.add("Lobby", "")->kiosk;
        for (const KioskEvent& event :
             {KioskEvent{"added"}, KioskEvent{""}, KioskEvent{"pin_refused", std::string(201, 'x')},
              KioskEvent{"pin_refused", "a\nb"}, KioskEvent{"pin_refused", "\x1b[31m"}})
            QVERIFY2(reasonOf(events.report(kiosk, event, kPhone)) == Reason::Malformed, event.event.c_str());
        QVERIFY(events.report(kiosk, {"pin_refused", std::string(200, 'x')}, kPhone));
        QCOMPARE(parts.auditTrail().size(), std::size_t(2));
    }

    void aKioskReportsThirtyTimesAMinuteAndNoOtherPaysForIt() {
        TestServerParts parts;
        KioskEvents events(parts.core);
        const auto noisy = parts.registry.add("Noisy", "")->kiosk;
        const auto quiet = parts.registry.add("Quiet", "")->kiosk;
        for (int i = 0; i < KioskEvents::kPerMinute; ++i)
            QVERIFY(events.report(noisy, {"pin_refused"}, kPhone));
        const auto refused = events.report(noisy, {"pin_refused"}, kPhone);
        QVERIFY(reasonOf(refused) == Reason::TooMany);
        QVERIFY(refused.error().retryAfter == seconds(2));
        QVERIFY(events.report(quiet, {"pin_refused"}, kPhone));
        parts.clock.advance(seconds(2));
        QVERIFY(events.report(noisy, {"pin_refused"}, kPhone));
        QCOMPARE(parts.audited("kiosk.pin_refused"), std::size_t(KioskEvents::kPerMinute + 2));
    }
};

QTEST_APPLESS_MAIN(TestKioskEvents)
#include "tst_kiosk_events.moc"
