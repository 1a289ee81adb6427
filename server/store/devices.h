// The table of devices. A device is one public key of one user.
#pragma once

#include "server/store/records.h"

#include <string_view>
#include <vector>

namespace latchkey {

class Transaction;

namespace devices {

void insert(Transaction& transaction, const Device& device);
std::optional<Device> find(Transaction& transaction, const DeviceId& id);
// The device that has this key and was not revoked.
std::optional<Device> withCredential(Transaction& transaction, std::string_view kind,
                                     std::string_view credential);
// That, and whose it is.
struct Owned {
    Device device;
    User user;
};
std::optional<Owned> ownedWithCredential(Transaction& transaction, std::string_view kind,
                                         std::string_view credential);
std::vector<Device> all(Transaction& transaction); // the revoked ones too, oldest first
std::vector<Device> ofUser(Transaction& transaction, const UserId& id);
void revoke(Transaction& transaction, const DeviceId& id, Instant at);
// A pending device may be used from now on.
void approve(Transaction& transaction, const DeviceId& id);

} // namespace devices

} // namespace latchkey
