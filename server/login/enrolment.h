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

#include <map>
#include <optional>
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
        std::vector<std::string> groups; // by name
        std::vector<Device> devices;
    };
    struct DeviceDetails {
        Device device;
        User owner;
        std::optional<Login> lastLogin; // that it approved
    };
    // A link with which somebody adds a phone to a user. The token is told here and nowhere else.
    struct Invited {
        User user;
        InvitationToken token;
        Instant expiresAt;
    };
    static constexpr std::chrono::minutes kInvitationLifetime{15};

    Result<User, std::string> addUser(std::string_view name, std::string_view email);
    std::vector<User> users();
    Result<UserDetails, std::string> user(std::string_view named);
    Result<User, std::string> removeUser(std::string_view named);
    Result<User, std::string> setUserEnabled(std::string_view named, bool enabled);

    // Groups say which tiles a user's dashboard has. Each hands the user back.
    Result<User, std::string> addToGroup(std::string_view userNamed, std::string_view group);
    Result<User, std::string> removeFromGroup(std::string_view userNamed, std::string_view group);
    // Those of every user who is in one, by the user's id.
    std::map<std::string, std::vector<std::string>> groups();

    Result<Device, std::string> addDevice(std::string_view userNamed, const Credential& credential,
                                          std::string_view label);
    std::vector<DeviceDetails> devices();
    Result<std::vector<DeviceDetails>, std::string> devicesOf(std::string_view userNamed);
    Result<Device, std::string> revokeDevice(std::string_view id);
    // A phone that registered itself may unlock from now on.
    Result<Device, std::string> approveDevice(std::string_view id);

    Result<Invited, std::string> invite(std::string_view userNamed);

    // The parts that enrolment by phone shares; inside the caller's transaction.
    // Without an audit line.
    Result<Device, std::string> insertDevice(Transaction& transaction, const User& owner,
                                             const Credential& credential, std::string_view label,
                                             bool pending = false);
    // A person who registers with a phone. With its audit line.
    struct NewUser {
        std::string name;
        std::string email{};
        Credential credential;
        std::string label{};
        bool pending = false;
    };
    Result<Device, std::string> registerUser(Transaction& transaction, const NewUser& newUser,
                                             const std::string& clientAddress);

  private:
    Result<User, std::string> insertUser(Transaction& transaction, std::string_view name,
                                         std::string_view email);
    Result<User, std::string> resolve(Transaction& transaction, std::string_view named);
    Result<Device, std::string> existing(Transaction& transaction, std::string_view id);

    Database& m_database;
    Now m_now;
    RandomFill m_random;
};

} // namespace latchkey
