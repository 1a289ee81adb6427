#include "app/client/event_reporter.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

using Answer = LoopbackServer::Answer;

namespace {

constexpr auto kEvent = "/api/kiosk/event";

}

class TestEventReporter : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void provesItselfWithTheToken();
    void tellsOneAfterAnother();
    void goesOnAfterOneThatCannotBeTold();
    void staysUntilAllIsTold();
    void hasNothingToWaitForWhenAllIsTold();

  private:
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<EventReporter> m_reporter;
};

void TestEventReporter::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_server = std::make_unique<LoopbackServer>();
    m_api = std::make_unique<ServerApi>(m_server->address(), KioskToken("tok-9"), *m_scheduler);
    m_reporter = std::make_unique<EventReporter>(*m_api);
    m_server->answer(kEvent, Answer::json("{}"));
}

void TestEventReporter::cleanup() {
    m_reporter.reset();
    m_api.reset();
    m_server.reset();
    m_scheduler.reset();
}

void TestEventReporter::provesItselfWithTheToken() {
    QSignalSpy settled(m_reporter.get(), &EventReporter::settled);
    m_reporter->report({"pin_refused", "2 in a row"});
    QTRY_COMPARE(settled.count(), 1);
    const auto request = m_server->requests(kEvent).first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.headers.value("authorization"), "Bearer tok-9");
    const auto event = KioskEvent::parse(request.body.toStdString());
    QVERIFY(bool(event));
    QCOMPARE(event->event, "pin_refused");
    QCOMPARE(event->detail, "2 in a row");
}

void TestEventReporter::tellsOneAfterAnother() {
    QSignalSpy settled(m_reporter.get(), &EventReporter::settled);
    for (const char* event : {"pin_refused", "pin_locked", "operator_exit"}) m_reporter->report({event});
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(m_server->mostAtOnce(), 1);
    QCOMPARE(m_server->count(kEvent), 3);
    QVERIFY(m_server->requests(kEvent).last().body.contains("operator_exit"));
}

void TestEventReporter::goesOnAfterOneThatCannotBeTold() {
    QSignalSpy settled(m_reporter.get(), &EventReporter::settled);
    QSignalSpy failed(m_reporter.get(), &EventReporter::failed);
    m_server->answerOnce(kEvent, Answer::json(Verdict{401, "this kiosk is not known here"}.toJson(), 401));
    m_reporter->report({"pin_refused"});
    m_reporter->report({"pin_locked"});
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toString(), "this kiosk is not known here");
    QCOMPARE(m_server->count(kEvent), 2);
}

void TestEventReporter::staysUntilAllIsTold() {
    m_reporter->report({"operator_exit"});
    m_reporter->flush();
    QCOMPARE(m_server->count(kEvent), 1);
    QVERIFY(m_reporter->idle());
}

void TestEventReporter::hasNothingToWaitForWhenAllIsTold() {
    m_reporter->flush();
    QVERIFY(m_reporter->idle());
    QCOMPARE(m_server->count(kEvent), 0);
}

QTEST_GUILESS_MAIN(TestEventReporter)
#include "tst_event_reporter.moc"
