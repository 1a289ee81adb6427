#include "app/views/kiosk_face.h"

#include "app/widgets/arrangement.h"
#include "common/qr_string.h"

#include <algorithm>

namespace latchkey {

KioskFace::KioskFace(const FaceSetting& setting, const KioskParts& parts)
    : LobbyFace(setting),
      m_parts(parts),
      m_screenName(new FittedLabel(this)),
      m_serverName(new FittedLabel(this)),
      m_attention(new FittedLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_login(new LoginView(theme())),
      m_number(new NumberView(theme())),
      m_dashboard(new DashboardView(theme())),
      m_message(new MessageView(theme())),
      m_welcome(new WelcomeView(theme(), scheduler(), this)) {
    m_screenName->setColour(theme().muted);
    m_serverName->setColour(theme().muted);
    m_serverName->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_serverName->setText(QString::fromStdString(parts.server.text()));
    m_attention->setColour(theme().alarm);
    for (QWidget* view : {static_cast<QWidget*>(m_login), static_cast<QWidget*>(m_number),
                          static_cast<QWidget*>(m_dashboard), static_cast<QWidget*>(m_message)}) {
        m_stack->addWidget(view);
    }
    LoginSession& session = parts.session;
    connect(m_number, &NumberView::startOverRequested, &session, &LoginSession::startOver);
    connect(m_dashboard, &DashboardView::signOutRequested, &session, &LoginSession::signOut);
    connect(m_message, &MessageView::signOutRequested, &session, &LoginSession::signOut);
    connect(&session, &LoginSession::phaseChanged, this, &KioskFace::showPhase);
    connect(&parts.clock, &ClockCheck::changed, this, &KioskFace::showConcerns);
    connect(&parts.hooks, &HookCheck::changed, this, &KioskFace::showConcerns);
    showConcerns();
    showPhase();
}

void KioskFace::showPhase() {
    // First of all: what was somebody's is off the screen before anything else comes on.
    if (!std::holds_alternative<phase::SignedIn>(m_parts.session.phase())) {
        m_dashboard->clear();
        m_welcome->clear();
    }
    language().hold(m_parts.session.loginOpen());
    std::visit([this](const auto& phase) { present(phase); }, m_parts.session.phase());
    emit shownAnew();
}

void KioskFace::bringUp(QWidget* view) {
    const bool another = m_stack->currentWidget() != view;
    m_stack->setCurrentWidget(view);
    focusOn(*view, another);
}

QString KioskFace::announcement() const {
    const QWidget* const view = m_stack->currentWidget();
    if (view == m_number) return m_number->announcement();
    if (view == m_dashboard) return m_dashboard->announcement();
    if (view == m_message) return m_message->announcement();
    return m_login->announcement();
}

void KioskFace::present(const phase::Connecting&) {
    m_login->showConnecting();
    bringUp(m_login);
}

void KioskFace::present(const phase::ShowingCode& phase) {
    nameScreen(phase.code);
    m_login->showCode(phase.code, scheduler().now());
    bringUp(m_login);
}

void KioskFace::present(const phase::PhoneHere& phase) {
    nameScreen(phase.code);
    m_login->showPhoneHere(phase.code, scheduler().now());
    bringUp(m_login);
}

void KioskFace::present(const phase::ShowingNumber& phase) {
    m_number->setNumber(phase);
    bringUp(m_number);
}

void KioskFace::present(const phase::Approved&) {
    m_message->showApproved();
    bringUp(m_message);
}

void KioskFace::present(const phase::Declined&) {
    m_message->showDeclined();
    bringUp(m_message);
}

void KioskFace::present(const phase::SignedIn& phase) {
    m_dashboard->setLogin(phase, scheduler().now(), wallTime());
    bringUp(m_dashboard);
    if (phase.fresh) m_welcome->greet(QString::fromStdString(phase.dashboard->userName));
}

void KioskFace::present(const phase::SigningOut& phase) {
    m_message->showSigningOut(phase);
    bringUp(m_message);
}

void KioskFace::present(const phase::Goodbye& phase) {
    m_message->showGoodbye(phase);
    bringUp(m_message);
}

void KioskFace::present(const phase::Away& phase) {
    m_message->showAway(phase, {wallTime(), scheduler().now()});
    bringUp(m_message);
}

void KioskFace::present(const phase::Refused& phase) {
    m_message->showRefused(phase, scheduler().now());
    bringUp(m_message);
}

void KioskFace::present(const phase::WrongServer& phase) {
    m_message->showWrongServer(phase, scheduler().now());
    bringUp(m_message);
}

// The code says which screen the server takes this one for.
void KioskFace::nameScreen(const phase::Code& code) {
    const auto parsed = QrString::parse(code.qrString);
    const bool registered = parsed && !parsed->kioskId.empty();
    m_screenName->setText(registered ? tr("Screen %1").arg(QString::fromStdString(parsed->kioskId.text()))
                                     : tr("Unregistered screen"));
}

// What nobody in the lobby can mend, in the place of the names; with a wrong clock nobody gets in soon, so
// that goes first.
void KioskFace::showConcerns() {
    QString text = clockProblem();
    if (text.isEmpty() && m_parts.hooks.failed()) {
        text =
            tr("A program that belongs to this screen has failed. Please tell whoever looks after it: what "
               "happened is in its log.");
    }
    m_attention->setText(text);
    m_attention->setVisible(!text.isEmpty());
    m_screenName->setVisible(text.isEmpty());
    m_serverName->setVisible(text.isEmpty());
}

QString KioskFace::clockProblem() const {
    const auto off = m_parts.clock.off();
    if (!off) return {};
    const auto minutes = static_cast<int>(
        std::max(std::chrono::round<std::chrono::minutes>(std::chrono::abs(*off)).count(), std::int64_t{1}));
    return (off->count() > 0 ? tr("This screen’s clock is %n min ahead of its server’s.", nullptr, minutes)
                             : tr("This screen’s clock is %n min behind its server’s.", nullptr, minutes)) +
           ' ' + tr("Please tell whoever looks after it: the time has to be set (timedatectl).");
}

void KioskFace::tick() {
    const auto now = scheduler().now();
    const QWidget* const view = m_stack->currentWidget(); // the others are told the time when they are shown
    if (view == m_login) m_login->tick(now);
    if (view == m_dashboard) m_dashboard->tick(now);
    if (view == m_message) m_message->tick(now);
}

void KioskFace::arrangeBody(const QRect& body) {
    const double unit = unitOf(*this);
    const int margin = static_cast<int>(5 * unit);
    const int bottom = static_cast<int>(8 * unit);
    const int half = (width() - 2 * margin) / 2;
    for (FittedLabel* label : {m_screenName, m_serverName}) label->setStyle(2.1 * unit, QFont::Normal);
    m_attention->setStyle(2.3 * unit, QFont::DemiBold, 2);

    m_stack->setGeometry(body.adjusted(0, 0, 0, -bottom));
    m_screenName->setGeometry(margin, height() - bottom, half, bottom);
    m_serverName->setGeometry(width() - margin - half, height() - bottom, half, bottom);
    m_attention->setGeometry(margin, height() - bottom, width() - 2 * margin, bottom);
    m_welcome->setGeometry(m_stack->geometry());
}

LobbyWindow::MakeFace kioskFaces(const KioskParts& parts) {
    return [parts](const FaceSetting& setting) { return std::make_unique<KioskFace>(setting, parts); };
}

} // namespace latchkey
