#include "app/views/kiosk_window.h"

#include "common/qr_string.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QPainter>

namespace latchkey {

KioskWindow::KioskWindow(LoginSession& session, Scheduler& scheduler, Now now, const WebAddress& server)
    : m_session(session),
      m_scheduler(scheduler),
      m_now(std::move(now)),
      m_mark(new Emblem(m_theme, this)),
      m_brand(new FittedLabel(this)),
      m_clock(new FittedLabel(this)),
      m_screenName(new FittedLabel(this)),
      m_serverName(new FittedLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_login(new LoginView(m_theme)),
      m_number(new NumberView(m_theme)),
      m_dashboard(new DashboardView(m_theme)),
      m_message(new MessageView(m_theme)) {
    setWindowTitle(tr("Latchkey"));
    setMinimumSize(480, 360);
    m_mark->setSign(Emblem::Sign::Key, Emblem::Tone::Strong);
    m_brand->setText(tr("Latchkey"));
    m_brand->setColour(m_theme.ink);
    m_clock->setColour(m_theme.ink);
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_screenName->setColour(m_theme.muted);
    m_serverName->setColour(m_theme.muted);
    m_serverName->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_serverName->setText(QString::fromStdString(server.text()));
    for (QWidget* view : {static_cast<QWidget*>(m_login), static_cast<QWidget*>(m_number),
                          static_cast<QWidget*>(m_dashboard), static_cast<QWidget*>(m_message)}) {
        m_stack->addWidget(view);
    }
    connect(m_number, &NumberView::startOverRequested, &session, &LoginSession::startOver);
    connect(m_dashboard, &DashboardView::signOutRequested, &session, &LoginSession::signOut);
    connect(m_message, &MessageView::signOutRequested, &session, &LoginSession::signOut);
    connect(&session, &LoginSession::phaseChanged, this, &KioskWindow::showPhase);
    showPhase();
    tick();
}

void KioskWindow::showPhase() {
    // First of all: what was somebody's is off the screen before anything else comes on.
    if (!std::holds_alternative<phase::SignedIn>(m_session.phase())) m_dashboard->clear();
    std::visit([this](const auto& phase) { present(phase); }, m_session.phase());
}

void KioskWindow::present(const phase::Connecting&) {
    m_login->showConnecting();
    m_stack->setCurrentWidget(m_login);
}

void KioskWindow::present(const phase::ShowingCode& phase) {
    nameScreen(phase.code);
    m_login->showCode(phase.code, m_scheduler.now());
    m_stack->setCurrentWidget(m_login);
}

void KioskWindow::present(const phase::PhoneHere& phase) {
    nameScreen(phase.code);
    m_login->showPhoneHere(phase.code, m_scheduler.now());
    m_stack->setCurrentWidget(m_login);
}

void KioskWindow::present(const phase::ShowingNumber& phase) {
    m_number->setNumber(phase);
    m_stack->setCurrentWidget(m_number);
    m_number->setFocus();
}

void KioskWindow::present(const phase::Approved&) {
    m_login->showApproved();
    m_stack->setCurrentWidget(m_login);
}

void KioskWindow::present(const phase::Declined&) {
    m_message->showDeclined();
    m_stack->setCurrentWidget(m_message);
}

void KioskWindow::present(const phase::SignedIn& phase) {
    m_dashboard->setLogin(phase, m_scheduler.now());
    m_stack->setCurrentWidget(m_dashboard);
    m_dashboard->setFocus();
}

void KioskWindow::present(const phase::SigningOut& phase) {
    m_message->showSigningOut(phase);
    m_stack->setCurrentWidget(m_message);
}

void KioskWindow::present(const phase::Away& phase) {
    m_message->showAway(phase, m_scheduler.now());
    m_stack->setCurrentWidget(m_message);
    if (phase.loginOpen) m_message->setFocus();
}

void KioskWindow::present(const phase::Refused& phase) {
    m_message->showRefused(phase, m_scheduler.now());
    m_stack->setCurrentWidget(m_message);
}

// The code says which screen the server takes this one for.
void KioskWindow::nameScreen(const phase::Code& code) {
    const auto parsed = QrString::parse(code.qrString);
    const bool registered = parsed && !parsed->kioskId.empty();
    m_screenName->setText(registered ? tr("Screen %1").arg(QString::fromStdString(parsed->kioskId.text()))
                                     : tr("Unregistered screen"));
}

// Once a second, on the second of the session's clock.
void KioskWindow::tick() {
    const auto now = m_scheduler.now();
    m_clock->setText(
        QDateTime::fromSecsSinceEpoch(m_now().time_since_epoch().count()).time().toString("HH:mm"));
    m_login->tick(now);
    m_dashboard->tick(now);
    m_message->tick(now);
    m_nextTick = m_scheduler.after(std::chrono::seconds(1), [this] { tick(); });
}

void KioskWindow::paintEvent(QPaintEvent*) {
    QLinearGradient gradient(0, 0, 0, height());
    gradient.setColorAt(0, m_theme.backgroundTop);
    gradient.setColorAt(1, m_theme.backgroundBottom);
    QPainter(this).fillRect(rect(), gradient);
}

void KioskWindow::resizeEvent(QResizeEvent*) {
    const double unit = unitOf(*this);
    const int margin = static_cast<int>(5 * unit);
    const int top = static_cast<int>(12 * unit);
    const int bottom = static_cast<int>(8 * unit);
    const int half = (width() - 2 * margin) / 2;
    const int mark = static_cast<int>(5.6 * unit);
    const int indent = mark + static_cast<int>(1.6 * unit);

    m_brand->setStyle(3.4 * unit, QFont::DemiBold);
    m_clock->setStyle(4 * unit, QFont::Medium);
    m_screenName->setStyle(2.1 * unit, QFont::Normal);
    m_serverName->setStyle(2.1 * unit, QFont::Normal);
    m_mark->setGeometry(margin, (top - mark) / 2 + static_cast<int>(unit), mark, mark);
    m_brand->setGeometry(margin + indent, static_cast<int>(unit), half - indent, top);
    m_clock->setGeometry(width() - margin - half, static_cast<int>(unit), half, top);
    m_stack->setGeometry(0, top, width(), height() - top - bottom);
    m_screenName->setGeometry(margin, height() - bottom, half, bottom);
    m_serverName->setGeometry(width() - margin - half, height() - bottom, half, bottom);
}

void KioskWindow::closeEvent(QCloseEvent* event) {
    event->ignore();
    emit closeRequested();
}

} // namespace latchkey
