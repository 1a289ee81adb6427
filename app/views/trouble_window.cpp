#include "app/views/trouble_window.h"

#include "app/views/backdrop.h"

#include <QCloseEvent>
#include <QPainter>

namespace latchkey {

TroubleWindow::TroubleWindow() : m_message(new MessageView(m_appearance.light, this)) {
    setWindowTitle(tr("Latchkey"));
    setMinimumSize(480, 360);
}

void TroubleWindow::showProblem(const QString& problem, Scheduler::Instant nextLook, Scheduler::Instant now) {
    m_message->showProblem(
        tr("Its settings cannot be used as they are. Please tell whoever looks after this screen."), problem,
        nextLook, now);
    m_message->setFocus();
}

void TroubleWindow::paintEvent(QPaintEvent*) {
    if (m_background.isNull()) m_background = paintedBackdrop(*this, m_appearance, m_appearance.light);
    QPainter(this).drawPixmap(0, 0, m_background);
}

void TroubleWindow::resizeEvent(QResizeEvent*) {
    m_background = {};
    m_message->setGeometry(rect());
}

void TroubleWindow::closeEvent(QCloseEvent* event) {
    event->ignore(); // there is nothing else to show
}

} // namespace latchkey
