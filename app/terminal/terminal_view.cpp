#include "app/terminal/terminal_view.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <string_view>
#include <unistd.h>

namespace latchkey {

namespace {

// Text from the server must not steer the terminal.
QString printable(const std::string& text) {
    QString shown = QString::fromStdString(text);
    for (QChar& character : shown) {
        if (character.category() == QChar::Other_Control) character = QChar(' ');
    }
    return shown;
}

QString clockTime(std::chrono::sys_seconds instant) {
    const QDateTime local = QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count());
    return QLocale().toString(local.time(), QLocale::ShortFormat);
}

} // namespace

TerminalView::TerminalView(LoginSession& session, std::ostream& out, bool clears)
    : m_session(session), m_out(out), m_clears(clears) {
    connect(&session, &LoginSession::phaseChanged, this, &TerminalView::showPhase);
}

void TerminalView::takeLinesFrom(int descriptor) {
    m_input = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, [this, descriptor] {
        std::array<char, 256> typed{};
        const ssize_t length = read(descriptor, typed.data(), typed.size());
        if (length <= 0) {
            m_input->setEnabled(false);
        } else if (std::string_view(typed.data(), static_cast<std::size_t>(length)).find('\n') !=
                   std::string_view::npos) {
            m_session.loginOpen() ? m_session.signOut() : m_session.startOver();
        }
    });
}

void TerminalView::showPhase() {
    std::visit([this](const auto& phase) { present(phase); }, m_session.phase());
}

void TerminalView::clear() {
    if (m_clears) m_out << "\x1b[H\x1b[2J";
}

void TerminalView::say(const QString& text) {
    m_out << text.toStdString() << std::endl;
}

void TerminalView::present(const phase::Connecting&) {
    say(tr("Asking the server for a code …"));
}

void TerminalView::present(const phase::ShowingCode& phase) {
    clear();
    m_out << phase.code.matrix.toTerminal();
    say(tr("Scan to sign in: %1").arg(printable(phase.code.qrString)));
    if (const auto& typed = phase.code.typed) {
        say(tr("No camera? Open %1 and type %2").arg(printable(typed->address), printable(typed->code)));
    }
}

void TerminalView::present(const phase::PhoneHere&) {
    say(tr("A phone has opened the code."));
}

void TerminalView::present(const phase::ShowingNumber& phase) {
    clear();
    say(tr("A phone has opened the code. Tap this number on it: %1").arg(printable(phase.number)));
    say(tr("Not your phone? Press Enter to start over."));
}

void TerminalView::present(const phase::Approved&) {
    say(tr("Approved."));
}

void TerminalView::present(const phase::Declined&) {
    say(tr("Declined on the phone. Nobody was signed in. A new code follows."));
}

void TerminalView::present(const phase::SignedIn& phase) {
    clear();
    const DashboardAnswer& dashboard = *phase.dashboard;
    say(tr("Hello, %1").arg(printable(dashboard.userName)));
    say(tr("Signed in since %1, until %2. Press Enter to sign out.")
            .arg(clockTime(dashboard.since), clockTime(dashboard.until)));
    for (const std::string& notice : dashboard.notices) say(QStringLiteral("· ") + printable(notice));
}

void TerminalView::present(const phase::SigningOut& phase) {
    say(phase.serverAway ? tr("Signed out here; the server has yet to confirm.") : tr("Signing out …"));
}

void TerminalView::present(const phase::Goodbye&) {
    clear();
    say(tr("Signed out. Nothing of yours is left here."));
}

void TerminalView::present(const phase::Away& phase) {
    say(tr("The server is away: %1. Trying again …").arg(printable(phase.detail)));
}

void TerminalView::present(const phase::Refused& phase) {
    say(tr("The server refuses this screen: %1").arg(printable(phase.reason)));
}

void TerminalView::present(const phase::WrongServer& phase) {
    say(tr("This is not the server that this screen trusts: %1").arg(printable(phase.reason)));
}

} // namespace latchkey
