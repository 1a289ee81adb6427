// Users and their devices, as an operator manages them. Every change writes its audit line with it, and takes
// effect at once on a running server: a disabled user's or revoked device's logins end in the same
// transaction.
//
// A user is named by id, name or e-mail address. Every refusal is a sentence for the operator.
#pragma once

#include "common/clock.h"
#include "common/result.h"
#include "server/credentials/credential.h"
#include "server/store/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

class Database;
class Transaction;

class Enrolment {
  public:
    Enrolment(Database& database, Now now, RandomFill random);

    struct UserDetails {
        User user;
        std::vector<Device> devices;
    };
    struct DeviceDetails {
        Device device;
        User owner;
        std::optional<Instant> lastUsedAt;
    };

    Result<User, std::string> addUser(std::string_view name, std::string_view email);
    std::vector<User> users();
    Result<UserDetails, std::string> user(std::string_view named);
    Result<User, std::string> removeUser(std::string_view named);
    Result<User, std::string> setUserEnabled(std::string_view named, bool enabled);

    Result<Device, std::string> addDevice(std::string_view userNamed, const Credential& credential,
                                          std::string_view label);
    std::vector<DeviceDetails> devices();
    Result<std::vector<DeviceDetails>, std::string> devicesOf(std::string_view userNamed);
    Result<Device, std::string> revokeDevice(std::string_view id);

    // The parts that registration by phone shares; inside the caller's transaction, without an audit line.
    Result<User, std::string> insertUser(Transaction& transaction, std::string_view name,
                                         std::string_view email);
    Result<Device, std::string> insertDevice(Transaction& transaction, const User& owner,
                                             const Credential& credential, std::string_view label);

  private:
    Result<User, std::string> resolve(Transaction& transaction, std::string_view named);

    Database& m_database;
    Now m_now;
    RandomFill m_random;
};

} // namespace latchkey
