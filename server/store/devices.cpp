#include "server/store/devices.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::devices {

namespace {

constexpr const char* kSelect =
    "SELECT id, user_id, kind, credential, label, created_at, revoked_at, pending FROM devices ";

constexpr auto fromRow = recordOf<Device, DeviceId, UserId, std::string, std::string, std::string, Instant,
                                  std::optional<Instant>, bool>;

Owned ownedFromRow(DeviceId id, std::string kind, std::string credential, std::string label,
                   Instant createdAt, std::optional<Instant> revokedAt, bool pending, UserId userId,
                   std::string name, std::string email, bool enabled, Instant userCreatedAt) {
    return {{std::move(id), userId, std::move(kind), std::move(credential), std::move(label), createdAt,
             revokedAt, pending},
            {std::move(userId), std::move(name), std::move(email), enabled, userCreatedAt}};
}

} // namespace

void insert(Transaction& transaction, const Device& device) {
    const int pending = device.pending ? 1 : 0;
    transaction.session()
        << "INSERT INTO devices (id, user_id, kind, credential, label, created_at, pending) "
           "VALUES (:id, :user_id, :kind, :credential, :label, :created_at, :pending)",
        soci::use(device.id.text()), soci::use(device.userId.text()), soci::use(device.kind),
        soci::use(device.credential), soci::use(device.label), soci::use(toNumber(device.createdAt)),
        soci::use(pending);
}

std::optional<Device> find(Transaction& transaction, const DeviceId& id) {
    return readFirst((transaction.session().prepare << kSelect << "WHERE id = :id", soci::use(id.text())),
                     fromRow);
}

std::optional<Device> withCredential(Transaction& transaction, std::string_view kind,
                                     std::string_view credential) {
    const std::string wantedKind(kind);
    const std::string wanted(credential);
    return readFirst((transaction.session().prepare
                          << kSelect
                          << "WHERE kind = :kind AND credential = :credential AND revoked_at IS NULL",
                      soci::use(wantedKind), soci::use(wanted)),
                     fromRow);
}

std::optional<Owned> ownedWithCredential(Transaction& transaction, std::string_view kind,
                                         std::string_view credential) {
    const std::string wantedKind(kind);
    const std::string wanted(credential);
    return readFirst(
        (transaction.session().prepare
             << "SELECT d.id, d.kind, d.credential, d.label, d.created_at, d.revoked_at, d.pending, "
                "u.id, u.name, u.email, u.enabled, u.created_at "
                "FROM devices d JOIN users u ON u.id = d.user_id "
                "WHERE d.kind = :kind AND d.credential = :credential AND d.revoked_at IS NULL",
         soci::use(wantedKind), soci::use(wanted)),
        ownedFromRow);
}

std::vector<Device> all(Transaction& transaction) {
    return readAll((transaction.session().prepare << kSelect << "ORDER BY created_at, id"), fromRow);
}

std::vector<Device> ofUser(Transaction& transaction, const UserId& id) {
    return readAll(
        (transaction.session().prepare << kSelect << "WHERE user_id = :user_id ORDER BY created_at, id",
         soci::use(id.text())),
        fromRow);
}

void revoke(Transaction& transaction, const DeviceId& id, Instant at) {
    transaction.session() << "UPDATE devices SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL",
        soci::use(toNumber(at)), soci::use(id.text());
}

void approve(Transaction& transaction, const DeviceId& id) {
    transaction.session() << "UPDATE devices SET pending = 0 WHERE id = :id", soci::use(id.text());
}

} // namespace latchkey::devices
