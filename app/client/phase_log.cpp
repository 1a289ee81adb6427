#include "app/client/phase_log.h"

namespace latchkey {

namespace {

std::string_view toText(phase::Goodbye::Cause cause) {
    switch (cause) {
    case phase::Goodbye::Cause::SignedOut:
        return "signed_out";
    case phase::Goodbye::Cause::Over:
        return "over";
    case phase::Goodbye::Cause::Elsewhere:
        break;
    }
    return "elsewhere";
}

struct Writer {
    EventLog& log;

    void operator()(const phase::Connecting&) const { log.debug("session.connecting"); }
    void operator()(const phase::ShowingCode&) const { log.debug("code.shown"); }
    void operator()(const phase::PhoneHere&) const { log.info("code.scanned"); }
    void operator()(const phase::ShowingNumber&) const { log.info("code.scanned"); }
    void operator()(const phase::Approved&) const { log.info("login.approved"); }
    void operator()(const phase::Declined&) const { log.info("login.declined"); }
    void operator()(const phase::SignedIn& login) const {
        log.info("login.opened",
                 {{"user", login.dashboard->userId}, {"expires_in_s", login.dashboard->expiresIn.count()}});
    }
    void operator()(const phase::SigningOut& signingOut) const {
        if (signingOut.serverAway) {
            log.warning("login.sign_out_unconfirmed");
        } else {
            log.info("login.signing_out");
        }
    }
    void operator()(const phase::Goodbye& goodbye) const {
        log.info("login.ended", {{"cause", toText(goodbye.cause)}});
    }
    void operator()(const phase::Away& away) const {
        log.warning(away.cause == phase::Away::Cause::Unreachable ? "server.unreachable" : "server.faulty",
                    {{"reason", away.detail}});
    }
    void operator()(const phase::Refused& refused) const {
        log.error("server.refuses_screen", {{"reason", refused.reason}});
    }
    void operator()(const phase::WrongServer& wrong) const {
        log.error("server.not_trusted", {{"reason", wrong.reason}});
    }
};

} // namespace

void logPhase(EventLog& log, const LoginPhase& phase) {
    std::visit(Writer{log}, phase);
}

} // namespace latchkey
