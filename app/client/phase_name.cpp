#include "app/client/phase_name.h"

namespace latchkey {

namespace {

struct Namer {
    std::string_view operator()(const phase::Connecting&) const { return "connecting"; }
    std::string_view operator()(const phase::ShowingCode&) const { return "showing a code"; }
    std::string_view operator()(const phase::PhoneHere&) const { return "a phone has opened the code"; }
    std::string_view operator()(const phase::ShowingNumber&) const { return "showing the number to match"; }
    std::string_view operator()(const phase::Approved&) const { return "approved"; }
    std::string_view operator()(const phase::Declined&) const { return "declined"; }
    std::string_view operator()(const phase::SignedIn&) const { return "signed in"; }
    std::string_view operator()(const phase::SigningOut&) const { return "signing out"; }
    std::string_view operator()(const phase::Goodbye&) const { return "signed out"; }
    std::string_view operator()(const phase::Away& away) const {
        return away.cause == phase::Away::Cause::Unreachable ? "the server cannot be reached"
                                                             : "the server's answers make no sense";
    }
    std::string_view operator()(const phase::Refused&) const { return "the server refuses this screen"; }
    std::string_view operator()(const phase::WrongServer&) const {
        return "the server is not the trusted one";
    }
};

} // namespace

std::string_view phaseName(const LoginPhase& phase) {
    return std::visit(Namer{}, phase);
}

} // namespace latchkey
