// The display client's side of a login: QR codes for its session, the session's state, the dashboard,
// sign-out.
//
// Knows no HTTP and no SQL. Thread-safe: it holds nothing of a session; what there is to remember is in the
// database, and begins with a phone. Throws DatabaseError when the database fails.
//
// A sid that is empty, unknown, ended or forged is no error here: it gets a fresh session, or is told
// "ended".
#pragma once

#include "common/wire.h"
#include "server/login/kiosk_registry.h"
#include "server/login/login_core.h"

#include <optional>
#include <string>

namespace latchkey {

class LoginService {
  public:
    // The core has to outlive the service.
    explicit LoginService(LoginCore& core);

    // A fresh challenge for the session of that sid, or for a fresh session when it has none, or when the sid
    // belongs to another kiosk. On failure, a sentence: the kiosk's token is wrong or missing.
    Result<QrCodeAnswer, std::string> getQrCode(const Sid& sid, const std::optional<KioskToken>& token);

    StatusAnswer status(const Sid& sid);

    // What the caller has heard of the session before.
    struct Known {
        SessionState state = SessionState::Waiting;
        std::string number{};
        std::string revision{}; // empty: it does not say, and is not told of another one until its time is up
    };
    // What there is when the caller does not know it, or when the deadline is past or the server stops; else
    // what to wait for before asking again.
    Result<StatusAnswer, PendingChange> news(const Sid& sid, const Known& known,
                                             std::chrono::steady_clock::time_point deadline);

    // Whether that session waits, as far as can be told without the database: nobody has opened its code.
    // What another process has changed a moment ago may be missing, as in the two above. Not before there is
    // something new, the deadline is past or the server stops; until then, what to wait for. A deadline that
    // is past: at once.
    Result<bool, PendingChange> stillWaits(const Session& session,
                                           std::chrono::steady_clock::time_point deadline);

    // Nullopt: the login is not active.
    std::optional<DashboardAnswer> dashboard(const Sid& sid);

    // Ends the login, if there is one; or sends a phone away that is about to approve one.
    void signOut(const Sid& sid, const std::string& clientAddress);

    // Why it cannot do its work with the database as it is, which is asked: a sentence for the operator;
    // empty: it can.
    std::string databaseTrouble();

    // Forgets logins and audit lines that are older than that, and what is of no use any more.
    void forgetOlderThan(std::chrono::seconds age);

  private:
    // What the database has of a session, at one time.
    struct Look {
        std::optional<Login> login;
        std::vector<std::string> groups; // of the user who is signed in
        std::optional<Scan> scan;        // none beside a login
        std::vector<TypedCode> asked;    // somebody typed these, and no screen has answered yet
    };

    bool isKnown(const Session& session) const;
    Look look(const Session& session);
    Look glance(const Session& session);
    StatusAnswer answerFor(const Sid& sid, const Session& session, const Look& look) const;
    SessionState stateOf(const Session& session, const Look& look) const;
    bool shows(const Session& session, const TypedCode& asked) const;
    void answerTypedCodes(const Session& session, const Look& look);

    LoginCore& m_core;
    KioskRegistry m_kiosks;
};

} // namespace latchkey
