#include "app/views/kiosk_face.h"

#include "app/widgets/arrangement.h"
#include "app/widgets/time_text.h"
#include "common/qr_string.h"

#include <QApplication>

#include <algorithm>

namespace latchkey {

KioskFace::KioskFace(const FaceParts& parts, const Appearance& appearance, const Theme& theme,
                     QWidget* parent)
    : QWidget(parent),
      m_parts(parts),
      m_theme(theme),
      m_mark(new Emblem(theme, this)),
      m_logo(new Picture(appearance.logo, this)),
      m_brand(new FittedLabel(this)),
      m_clock(new FittedLabel(this)),
      m_screenName(new FittedLabel(this)),
      m_serverName(new FittedLabel(this)),
      m_attention(new FittedLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_login(new LoginView(theme)),
      m_number(new NumberView(theme)),
      m_dashboard(new DashboardView(theme)),
      m_message(new MessageView(theme)),
      m_welcome(new WelcomeView(theme, parts.scheduler, this)) {
    m_mark->setSign(Icon::Key, Emblem::Tone::Strong);
    m_mark->setVisible(appearance.logo.isNull());
    m_logo->setVisible(!appearance.logo.isNull());
    m_logo->setAccessibleName(appearance.name);
    m_brand->setText(appearance.name);
    m_brand->setColour(theme.ink);
    m_clock->setColour(theme.ink);
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_screenName->setColour(theme.muted);
    m_serverName->setColour(theme.muted);
    m_serverName->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_serverName->setText(QString::fromStdString(parts.server.text()));
    m_attention->setColour(theme.alarm);
    for (QWidget* view : {static_cast<QWidget*>(m_login), static_cast<QWidget*>(m_number),
                          static_cast<QWidget*>(m_dashboard), static_cast<QWidget*>(m_message)}) {
        m_stack->addWidget(view);
    }
    offerLanguages(appearance);
    LoginSession& session = parts.session;
    connect(m_number, &NumberView::startOverRequested, &session, &LoginSession::startOver);
    connect(m_dashboard, &DashboardView::signOutRequested, &session, &LoginSession::signOut);
    connect(m_message, &MessageView::signOutRequested, &session, &LoginSession::signOut);
    connect(&session, &LoginSession::phaseChanged, this, &KioskFace::showPhase);
    connect(&parts.clock, &ClockCheck::changed, this, &KioskFace::showConcerns);
    showConcerns();
    showPhase();
    showMinute();
}

void KioskFace::offerLanguages(const Appearance& appearance) {
    if (appearance.languages.size() < 2) return;
    const QString current = m_parts.language.current();
    const auto language = std::ranges::find(languages(), current, &Language::tag);
    m_languageButton = new BigButton(m_theme, language->ownName, this, BigButton::Tone::Quiet);
    m_languageButton->setSign(Icon::Globe);
    m_languageButton->setAccessibleName(tr("Language: %1").arg(language->ownName));
    m_languageSheet = new LanguageSheet(m_theme, appearance.languages, current, this);
    connect(m_languageButton, &QPushButton::clicked, m_languageSheet, &LanguageSheet::open);
    connect(m_languageSheet, &LanguageSheet::left, m_languageButton, qOverload<>(&QWidget::setFocus));
    // Queued: the face that has the button is going to be replaced.
    connect(m_languageSheet, &LanguageSheet::chosen, &m_parts.language, &LanguageSwitch::choose,
            Qt::QueuedConnection);
}

void KioskFace::showPhase() {
    // First of all: what was somebody's is off the screen before anything else comes on.
    if (!std::holds_alternative<phase::SignedIn>(m_parts.session.phase())) {
        m_dashboard->clear();
        m_welcome->clear();
    }
    std::visit([this](const auto& phase) { present(phase); }, m_parts.session.phase());
    emit phaseShown();
}

void KioskFace::bringUp(QWidget* view) {
    const bool another = m_stack->currentWidget() != view;
    m_stack->setCurrentWidget(view);
    if (another && m_languageSheet) m_languageSheet->hide();
    // Whoever has gone on to something that is still there, here or over the face, stays with it.
    const QWidget* const focused = QApplication::focusWidget();
    if (another ? !overAllFaces(focused) : !focused || !focused->isVisible()) view->setFocus();
}

bool KioskFace::overAllFaces(const QWidget* widget) const {
    return widget && widget->isVisible() && widget != window() && widget != this && !isAncestorOf(widget);
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
    m_login->showCode(phase.code, m_parts.scheduler.now());
    bringUp(m_login);
}

void KioskFace::present(const phase::PhoneHere& phase) {
    nameScreen(phase.code);
    m_login->showPhoneHere(phase.code, m_parts.scheduler.now());
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
    m_dashboard->setLogin(phase, m_parts.scheduler.now(), wallTime());
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
    m_message->showAway(phase, {wallTime(), m_parts.scheduler.now()});
    bringUp(m_message);
}

void KioskFace::present(const phase::Refused& phase) {
    m_message->showRefused(phase, m_parts.scheduler.now());
    bringUp(m_message);
}

// The code says which screen the server takes this one for.
void KioskFace::nameScreen(const phase::Code& code) {
    const auto parsed = QrString::parse(code.qrString);
    const bool registered = parsed && !parsed->kioskId.empty();
    m_screenName->setText(registered ? tr("Screen %1").arg(QString::fromStdString(parsed->kioskId.text()))
                                     : tr("Unregistered screen"));
}

void KioskFace::setHookFailed(bool failed) {
    m_hookFailed = failed;
    showConcerns();
}

// What nobody in the lobby can mend, in the place of the names; with a wrong clock nobody gets in soon, so
// that goes first.
void KioskFace::showConcerns() {
    QString text = clockProblem();
    if (text.isEmpty() && m_hookFailed) {
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

QDateTime KioskFace::wallTime() const {
    return localTime(m_parts.now());
}

void KioskFace::showMinute() {
    m_clock->setText(wallTime().toString(QStringLiteral("HH:mm")));
}

void KioskFace::tick() {
    const auto now = m_parts.scheduler.now();
    const QWidget* const view = m_stack->currentWidget(); // the others are told the time when they are shown
    if (view == m_login) m_login->tick(now);
    if (view == m_dashboard) m_dashboard->tick(now);
    if (view == m_message) m_message->tick(now);
}

void KioskFace::resizeEvent(QResizeEvent*) {
    const double unit = unitOf(*this);
    const int margin = static_cast<int>(5 * unit);
    const int top = static_cast<int>(12 * unit);
    const int bottom = static_cast<int>(8 * unit);
    const int half = (width() - 2 * margin) / 2;
    const int drop = static_cast<int>(unit);

    m_brand->setStyle(3.4 * unit, QFont::DemiBold);
    m_clock->setStyle(4 * unit, QFont::Medium);
    for (FittedLabel* label : {m_screenName, m_serverName}) label->setStyle(2.1 * unit, QFont::Normal);
    m_attention->setStyle(2.3 * unit, QFont::DemiBold, 2);

    const int mark = static_cast<int>(5.6 * unit);
    const int high = static_cast<int>(7 * unit);
    const int logo = std::min(m_logo->widthFor(high), half / 2);
    m_mark->setGeometry(margin, (top - mark) / 2 + drop, mark, mark);
    m_logo->setGeometry(margin, (top - high) / 2 + drop, logo, high);
    const int indent = (m_mark->isHidden() ? logo : mark) + static_cast<int>(1.6 * unit);
    m_brand->setGeometry(margin + indent, drop, half - indent, top);

    const int clock = static_cast<int>(14 * unit);
    m_clock->setGeometry(width() - margin - clock, drop, clock, top);
    if (m_languageButton) {
        const QSize button(static_cast<int>(26 * unit), static_cast<int>(7.4 * unit));
        m_languageButton->setGeometry(
            {{width() - margin - clock - button.width(), drop + (top - button.height()) / 2}, button});
    }
    m_stack->setGeometry(0, top, width(), height() - top - bottom);
    m_screenName->setGeometry(margin, height() - bottom, half, bottom);
    m_serverName->setGeometry(width() - margin - half, height() - bottom, half, bottom);
    m_attention->setGeometry(margin, height() - bottom, width() - 2 * margin, bottom);
    m_welcome->setGeometry(m_stack->geometry());
    if (m_languageSheet) m_languageSheet->setGeometry(rect());
    mirrorWhereRightToLeft(*this);
}

} // namespace latchkey
