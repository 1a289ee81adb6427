#include "server/login/enrolment.h"

#include "server/login/identity_rules.h"
#include "server/login/login_core.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/groups.h"
#include "server/store/invitations.h"
#include "server/store/logins.h"
#include "server/store/users.h"

namespace latchkey {

namespace {

// 55 bits: a clash is not seen in a lifetime, and would only be refused.
constexpr std::size_t kIdCharacters = 12;

std::vector<Enrolment::DeviceDetails> detailed(Transaction& transaction, std::vector<Device> devices) {
    std::vector<Enrolment::DeviceDetails> details;
    for (Device& device : devices) {
        User owner = users::find(transaction, device.userId).value_or(User{});
        auto lastLogin = logins::lastApprovalBy(transaction, device.id);
        details.push_back({std::move(device), std::move(owner), std::move(lastLogin)});
    }
    return details;
}

} // namespace

Enrolment::Enrolment(Database& database, Now now, RandomFill random)
    : m_database(database), m_now(std::move(now)), m_random(std::move(random)) {}

Result<User, std::string> Enrolment::resolve(Transaction& transaction, std::string_view named) {
    const auto found = users::matching(transaction, named);
    for (const User& user : found) {
        if (user.id.text() == named) return user;
    }
    if (found.empty()) {
        return Failure{"there is no user \"" + std::string(named) + "\"; \"user list\" shows them all"};
    }
    if (found.size() > 1) {
        std::string ids;
        for (const User& user : found) ids += (ids.empty() ? "" : ", ") + user.id.text();
        return Failure{"\"" + std::string(named) + "\" names " + std::to_string(found.size()) +
                       " users; give the id of the one you mean: " + ids};
    }
    return found.front();
}

Result<User, std::string> Enrolment::insertUser(Transaction& transaction, std::string_view name,
                                                std::string_view email) {
    const auto goodName = checkName(name, "name");
    if (!goodName) return Failure{goodName.error()};
    const auto goodEmail = checkEmail(email);
    if (!goodEmail) return Failure{goodEmail.error()};
    if (!goodEmail->empty() && users::withEmail(transaction, *goodEmail)) {
        return Failure{"the e-mail address " + *goodEmail + " belongs to a user already"};
    }
    const User user{UserId(makeId('u', kIdCharacters, m_random)), *goodName, *goodEmail, true, m_now()};
    users::insert(transaction, user);
    return user;
}

Result<Device, std::string> Enrolment::insertDevice(Transaction& transaction, const User& owner,
                                                    const Credential& credential, std::string_view label,
                                                    bool pending) {
    const auto goodLabel = checkOptionalName(label, "label");
    if (!goodLabel) return Failure{goodLabel.error()};
    const std::string kind(toText(credential.kind));
    if (const auto known = devices::withCredential(transaction, kind, credential.text)) {
        return Failure{"this key is device " + known->id.text() + " of user " + known->userId.text() +
                       " already; revoke that one first"};
    }
    const Device device{DeviceId(makeId('d', kIdCharacters, m_random)),
                        owner.id,
                        kind,
                        credential.text,
                        *goodLabel,
                        m_now(),
                        std::nullopt,
                        pending};
    devices::insert(transaction, device);
    return device;
}

Result<Device, std::string> Enrolment::registerUser(Transaction& transaction, const NewUser& newUser,
                                                    const std::string& clientAddress) {
    const auto user = insertUser(transaction, newUser.name, newUser.email);
    if (!user) return Failure{user.error()};
    auto device = insertDevice(transaction, *user, newUser.credential, newUser.label, newUser.pending);
    if (device) {
        audit_log::append(transaction, {.at = m_now(),
                                        .event = "user.registered",
                                        .userId = user->id,
                                        .deviceId = device->id,
                                        .address = clientAddress,
                                        .detail = user->name});
    }
    return device;
}

Result<User, std::string> Enrolment::addUser(std::string_view name, std::string_view email) {
    return m_database.write([&](Transaction& transaction) {
        auto user = insertUser(transaction, name, email);
        if (user) {
            audit_log::append(
                transaction,
                {.at = m_now(), .event = "user.added", .userId = user->id, .detail = user->name});
        }
        return user;
    });
}

std::vector<User> Enrolment::users() {
    return m_database.read([](Transaction& transaction) { return users::all(transaction); });
}

Result<Enrolment::UserDetails, std::string> Enrolment::user(std::string_view named) {
    return m_database.read([&](Transaction& transaction) -> Result<UserDetails, std::string> {
        const auto user = resolve(transaction, named);
        if (!user) return Failure{user.error()};
        return UserDetails{*user, groups::ofUser(transaction, user->id),
                           devices::ofUser(transaction, user->id)};
    });
}

Result<User, std::string> Enrolment::removeUser(std::string_view named) {
    return m_database.write([&](Transaction& transaction) {
        auto user = resolve(transaction, named);
        if (user) {
            logins::endAllOf(transaction, user->id, m_now());
            users::remove(transaction, user->id);
            audit_log::append(
                transaction,
                {.at = m_now(), .event = "user.removed", .userId = user->id, .detail = user->name});
        }
        return user;
    });
}

Result<User, std::string> Enrolment::setUserEnabled(std::string_view named, bool enabled) {
    return m_database.write([&](Transaction& transaction) {
        auto user = resolve(transaction, named);
        if (user && user->enabled != enabled) {
            users::setEnabled(transaction, user->id, enabled);
            if (!enabled) logins::endAllOf(transaction, user->id, m_now());
            audit_log::append(transaction, {.at = m_now(),
                                            .event = enabled ? "user.enabled" : "user.disabled",
                                            .userId = user->id,
                                            .detail = user->name});
            user->enabled = enabled;
        }
        return user;
    });
}

Result<User, std::string> Enrolment::addToGroup(std::string_view userNamed, std::string_view group) {
    const auto name = checkGroupName(group);
    if (!name) return Failure{name.error()};
    return m_database.write([&](Transaction& transaction) {
        auto user = resolve(transaction, userNamed);
        if (user && groups::add(transaction, user->id, *name)) {
            audit_log::append(
                transaction,
                {.at = m_now(), .event = "user.group_added", .userId = user->id, .detail = *name});
        }
        return user;
    });
}

Result<User, std::string> Enrolment::removeFromGroup(std::string_view userNamed, std::string_view group) {
    const std::string name(group);
    return m_database.write([&](Transaction& transaction) -> Result<User, std::string> {
        auto user = resolve(transaction, userNamed);
        if (!user) return user;
        if (!groups::remove(transaction, user->id, name)) {
            return Failure{"user " + user->id.text() + " is not in group \"" + name +
                           "\"; \"user show\" tells which ones the user is in"};
        }
        audit_log::append(transaction,
                          {.at = m_now(), .event = "user.group_removed", .userId = user->id, .detail = name});
        return user;
    });
}

std::map<std::string, std::vector<std::string>> Enrolment::groups() {
    return m_database.read([](Transaction& transaction) { return groups::all(transaction); });
}

Result<Device, std::string> Enrolment::addDevice(std::string_view userNamed, const Credential& credential,
                                                 std::string_view label) {
    return m_database.write([&](Transaction& transaction) -> Result<Device, std::string> {
        const auto owner = resolve(transaction, userNamed);
        if (!owner) return Failure{owner.error()};
        auto device = insertDevice(transaction, *owner, credential, label);
        if (device) {
            audit_log::append(transaction, {.at = m_now(),
                                            .event = "device.added",
                                            .userId = owner->id,
                                            .deviceId = device->id,
                                            .detail = device->kind + " " + device->credential});
        }
        return device;
    });
}

std::vector<Enrolment::DeviceDetails> Enrolment::devices() {
    return m_database.read(
        [](Transaction& transaction) { return detailed(transaction, devices::all(transaction)); });
}

Result<std::vector<Enrolment::DeviceDetails>, std::string> Enrolment::devicesOf(std::string_view userNamed) {
    return m_database.read([&](Transaction& transaction) -> Result<std::vector<DeviceDetails>, std::string> {
        const auto owner = resolve(transaction, userNamed);
        if (!owner) return Failure{owner.error()};
        return detailed(transaction, devices::ofUser(transaction, owner->id));
    });
}

Result<Device, std::string> Enrolment::existing(Transaction& transaction, std::string_view id) {
    if (auto device = devices::find(transaction, DeviceId(std::string(id)))) return *std::move(device);
    return Failure{"there is no device \"" + std::string(id) + "\"; \"device list\" shows them all"};
}

Result<Device, std::string> Enrolment::approveDevice(std::string_view id) {
    return m_database.write([&](Transaction& transaction) -> Result<Device, std::string> {
        auto device = existing(transaction, id);
        if (!device || !device->pending) return device;
        if (device->revokedAt)
            return Failure{"device " + device->id.text() + " was revoked; it has to register again"};
        device->pending = false;
        devices::approve(transaction, device->id);
        audit_log::append(transaction, {.at = m_now(),
                                        .event = "device.approved",
                                        .userId = device->userId,
                                        .deviceId = device->id,
                                        .detail = device->credential});
        return device;
    });
}

Result<Enrolment::Invited, std::string> Enrolment::invite(std::string_view userNamed) {
    return m_database.write([&](Transaction& transaction) -> Result<Invited, std::string> {
        auto user = resolve(transaction, userNamed);
        if (!user) return Failure{user.error()};
        if (!user->enabled) return Failure{"user " + user->id.text() + " is disabled; enable the user first"};
        Invited invited{*std::move(user), InvitationToken(makeToken(m_random)),
                        m_now() + kInvitationLifetime};
        invitations::insert(transaction, {sha256Hex(invited.token.reveal()), invited.user.id, m_now(),
                                          invited.expiresAt, std::nullopt});
        audit_log::append(
            transaction,
            {.at = m_now(), .event = "user.invited", .userId = invited.user.id, .detail = invited.user.name});
        return invited;
    });
}

Result<Device, std::string> Enrolment::revokeDevice(std::string_view id) {
    return m_database.write([&](Transaction& transaction) -> Result<Device, std::string> {
        auto device = existing(transaction, id);
        if (!device || device->revokedAt) return device;
        device->revokedAt = m_now();
        devices::revoke(transaction, device->id, *device->revokedAt);
        logins::endAllOf(transaction, device->id, *device->revokedAt);
        audit_log::append(transaction, {.at = *device->revokedAt,
                                        .event = "device.revoked",
                                        .userId = device->userId,
                                        .deviceId = device->id,
                                        .detail = device->credential});
        return *device;
    });
}

} // namespace latchkey
