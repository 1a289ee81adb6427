// The login session on a text terminal, for a machine without a display: the QR code as characters, the
// number to match, who is signed in, and Enter to start over or to sign out.
#pragma once

#include "app/client/login_session.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <ostream>

namespace latchkey {

class TerminalView : public QObject {
    Q_OBJECT

  public:
    // out: where to write; clears: it is a terminal that understands ECMA-48, so each code replaces the last.
    TerminalView(LoginSession& session, std::ostream& out, bool clears);

    // Reads lines from the descriptor; each one signs out, or starts over while a number is shown. Stops at
    // the end of the input.
    void takeLinesFrom(int descriptor);

  private:
    void showPhase();
    void clear();
    void say(const QString& text);

    void present(const phase::Connecting&);
    void present(const phase::ShowingCode& phase);
    void present(const phase::PhoneHere&);
    void present(const phase::ShowingNumber& phase);
    void present(const phase::Approved&);
    void present(const phase::Declined&);
    void present(const phase::SignedIn& phase);
    void present(const phase::SigningOut& phase);
    void present(const phase::Goodbye& phase);
    void present(const phase::Away& phase);
    void present(const phase::Refused& phase);
    void present(const phase::WrongServer& phase);

    LoginSession& m_session;
    std::ostream& m_out;
    bool m_clears;
    std::unique_ptr<QSocketNotifier> m_input;
};

} // namespace latchkey
