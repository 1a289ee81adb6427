#include "app/client/phase_name.h"

namespace latchkey {

namespace {

struct Namer {
    std::string_view operator()(const phase::Connecting&) const { return "connecting"; }
    std::string_view operator()(const phase::ShowingCode&) const { return "showing_code"; }
    std::string_view operator()(const phase::PhoneHere&) const { return "phone_here"; }
    std::string_view operator()(const phase::ShowingNumber&) const { return "showing_number"; }
    std::string_view operator()(const phase::Approved&) const { return "approved"; }
    std::string_view operator()(const phase::Declined&) const { return "declined"; }
    std::string_view operator()(const phase::SignedIn&) const { return "signed_in"; }
    std::string_view operator()(const phase::SigningOut&) const { return "signing_out"; }
    std::string_view operator()(const phase::Goodbye&) const { return "goodbye"; }
    std::string_view operator()(const phase::Away&) const { return "away"; }
    std::string_view operator()(const phase::Refused&) const { return "refused"; }
};

} // namespace

std::string_view phaseName(const LoginPhase& phase) {
    return std::visit(Namer{}, phase);
}

} // namespace latchkey
