#include "server/store/passkeys.h"

#include "server/store/database.h"
#include "server/store/row_reading.h"

namespace latchkey::passkeys {

namespace {

constexpr auto fromRow = recordOf<StoredPasskey, DeviceId, int, std::string, std::uint32_t>;

} // namespace

void insert(Transaction& transaction, const StoredPasskey& passkey) {
    const long long counter = passkey.counter;
    transaction.session() << "INSERT INTO passkeys (device_id, algorithm, public_key, counter) "
                             "VALUES (:device_id, :algorithm, :public_key, :counter)",
        soci::use(passkey.deviceId.text()), soci::use(passkey.algorithm), soci::use(passkey.publicKey),
        soci::use(counter);
}

std::optional<StoredPasskey> find(Transaction& transaction, const DeviceId& id) {
    return readFirst((transaction.session().prepare
                          << "SELECT device_id, algorithm, public_key, counter FROM passkeys "
                             "WHERE device_id = :device_id",
                      soci::use(id.text())),
                     fromRow);
}

void setCounter(Transaction& transaction, const DeviceId& id, std::uint32_t counter) {
    const long long number = counter;
    transaction.session() << "UPDATE passkeys SET counter = :counter WHERE device_id = :device_id",
        soci::use(number), soci::use(id.text());
}

} // namespace latchkey::passkeys
