#include "server/store/history.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::history {

namespace {

// No name: no kiosk is registered under the id (any more).
std::optional<KioskLabel> kioskFrom(const std::optional<std::string>& name, const std::string& place) {
    return name ? std::optional(KioskLabel{*name, place}) : std::nullopt;
}

SignIn signInFromRow(Instant at, std::optional<std::string> kiosk, std::string place, std::string device) {
    return {at, kioskFrom(kiosk, place), std::move(device)};
}

Activity activityFromRow(Instant at, std::string event, std::optional<std::string> kiosk, std::string place,
                         std::string device) {
    return {at, std::move(event), kioskFrom(kiosk, place), std::move(device)};
}

} // namespace

std::optional<SignIn> signInBefore(Transaction& transaction, const Login& login) {
    const long long approvedAt = toNumber(login.approvedAt);
    return readFirst(
        (transaction.session().prepare
             << "SELECT l.approved_at, k.name, k.place, d.label FROM logins l "
                "LEFT JOIN kiosks k ON k.id = l.kiosk_id LEFT JOIN devices d ON d.id = l.device_id "
                "WHERE l.user_id = :user_id AND l.approved_at <= :approved_at AND l.session_id <> "
                ":session_id "
                "ORDER BY l.approved_at DESC LIMIT 1",
         soci::use(login.userId.text()), soci::use(approvedAt), soci::use(login.sessionId.text())),
        signInFromRow);
}

std::vector<Activity> of(Transaction& transaction, const UserId& user, int most) {
    return readAll(
        (transaction.session().prepare
             << "SELECT a.at, a.event, k.name, k.place, d.label FROM audit a "
                "LEFT JOIN kiosks k ON k.id = a.kiosk_id LEFT JOIN devices d ON d.id = a.device_id "
                "WHERE a.user_id = :user_id AND (a.event LIKE 'login.%' OR a.event LIKE 'device.%') "
                "ORDER BY a.id DESC LIMIT :most",
         soci::use(user.text()), soci::use(most)),
        activityFromRow);
}

} // namespace latchkey::history
