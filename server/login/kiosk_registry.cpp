#include "server/login/kiosk_registry.h"

#include "server/login/identity_rules.h"
#include "server/login/server_key.h"
#include "server/login/sid_codec.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/kiosks.h"
#include "server/store/logins.h"

namespace latchkey {

KioskRegistry::KioskRegistry(Database& database, Now now, RandomFill random)
    : m_database(database), m_now(std::move(now)), m_random(std::move(random)) {}

Result<KioskRegistry::Registration, std::string> KioskRegistry::add(std::string_view name,
                                                                    std::string_view place) {
    const auto goodName = checkName(name, "name");
    if (!goodName) return Failure{goodName.error()};
    const auto goodPlace = checkOptionalName(place, "place");
    if (!goodPlace) return Failure{goodPlace.error()};
    Bytes secret(32);
    m_random(secret);
    const KioskToken token(toBase64Url(secret));
    return m_database.write([&](Transaction& transaction) -> Result<Registration, std::string> {
        if (const auto known = kiosks::matching(transaction, *goodName)) {
            return Failure{"there is a kiosk \"" + known->name + "\" already (" + known->id.text() +
                           "); choose another name or remove that one first"};
        }
        const Kiosk kiosk{KioskId(makeId('k', SidCodec::kKioskIdBytes, m_random)), *goodName, *goodPlace,
                          sha256Hex(token.reveal()), m_now()};
        kiosks::insert(transaction, kiosk);
        audit_log::append(transaction,
                          {.at = m_now(), .event = "kiosk.added", .kioskId = kiosk.id, .detail = kiosk.name});
        return Registration{kiosk, token};
    });
}

std::vector<Kiosk> KioskRegistry::kiosks() {
    return m_database.read([](Transaction& transaction) { return kiosks::all(transaction); });
}

Result<Kiosk, std::string> KioskRegistry::remove(std::string_view named) {
    return m_database.write([&](Transaction& transaction) -> Result<Kiosk, std::string> {
        const auto kiosk = kiosks::matching(transaction, named);
        if (!kiosk)
            return Failure{"there is no kiosk \"" + std::string(named) + "\"; \"kiosk list\" shows them all"};
        logins::endAllOf(transaction, kiosk->id, m_now());
        kiosks::remove(transaction, kiosk->id);
        audit_log::append(
            transaction,
            {.at = m_now(), .event = "kiosk.removed", .kioskId = kiosk->id, .detail = kiosk->name});
        return *kiosk;
    });
}

std::optional<Kiosk> KioskRegistry::authenticate(const KioskToken& token) {
    const std::string hash = sha256Hex(token.reveal());
    return m_database.read(
        [&](Transaction& transaction) { return kiosks::withTokenHash(transaction, hash); });
}

} // namespace latchkey
