#include "tests/bench/server/many_users.h"

#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/users.h"
#include "tests/bench/server/process.h"

#include <string_view>

namespace latchkey::bench {

namespace {

// A name for each place, from 0 to below 1, in the same order: so each table and index grows at its end, and
// filling it takes no time. Of the digits of a SegWit address (BIP-173), so that real ones are among them.
std::string nameAt(double place) {
    constexpr std::string_view digits = "023456789acdefghjklmnpqrstuvwxyz";
    constexpr std::size_t length = 38;
    std::string name;
    while (name.size() < length) {
        place *= static_cast<double>(digits.size());
        const auto digit = static_cast<std::size_t>(place);
        name += digits[digit];
        place -= static_cast<double>(digit);
    }
    return name;
}

void enrol(Transaction& transaction, const std::string& id, const std::string& address) {
    users::insert(transaction,
                  {.id = UserId(id), .name = "User " + id, .email = {}, .enabled = true, .createdAt = {}});
    Device device;
    device.id = DeviceId(id);
    device.userId = UserId(id);
    device.kind = toText(Credential::Kind::Address);
    device.credential = address;
    devices::insert(transaction, device);
}

} // namespace

void enrolAmongMany(const std::string& database, std::size_t users, const std::vector<TestWallet>& wallets) {
    const auto opened = Database::open(*DatabaseLocation::parse(database));
    if (!opened) giveUp(opened.error());
    const auto place = [](std::size_t i, std::size_t all) {
        return static_cast<double>(i) / static_cast<double>(all);
    };
    (*opened)->maintain([&](Transaction& transaction) {
        for (std::size_t i = 0; i < users - wallets.size(); ++i) {
            const std::string name = nameAt(place(i, users));
            enrol(transaction, name, "bc1q" + name);
        }
        for (std::size_t i = 0; i < wallets.size(); ++i)
            enrol(transaction, nameAt(place(i, wallets.size())) + "w", wallets[i].address());
    });
}

} // namespace latchkey::bench
