#include "app/client/event_reporter.h"

#include <QEventLoop>
#include <QTimer>

namespace latchkey {

EventReporter::EventReporter(ServerApi& api) : m_api(api) {}

void EventReporter::report(const KioskEvent& event) {
    m_waiting.push_back(event);
    if (idle()) next();
}

void EventReporter::next() {
    if (m_waiting.empty()) {
        emit settled();
        return;
    }
    const KioskEvent event = m_waiting.front();
    m_waiting.pop_front();
    m_call = m_api.report(event, [this](const Outcome<ApiFailure>& outcome) {
        m_call.reset();
        if (!outcome) emit failed(QString::fromStdString(outcome.error().sentence));
        next();
    });
}

void EventReporter::flush() {
    if (idle()) return;
    QEventLoop loop;
    connect(this, &EventReporter::settled, &loop, &QEventLoop::quit);
    QTimer::singleShot(kFlushWithin, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace latchkey
