// The registered display clients, and the token each proves itself with.
#pragma once

#include "common/clock.h"
#include "common/identifiers.h"
#include "common/result.h"
#include "server/store/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

class Database;

class KioskRegistry {
  public:
    KioskRegistry(Database& database, Now now, RandomFill random);

    struct Registration {
        Kiosk kiosk;
        KioskToken token; // 256 random bits, base64url; only its hash is stored
    };

    // On failure: a sentence for the operator.
    Result<Registration, std::string> add(std::string_view name, std::string_view place);
    std::vector<Kiosk> kiosks();
    // Also ends the logins on that kiosk.
    Result<Kiosk, std::string> remove(std::string_view named);

    // Nullopt: no kiosk has this token.
    std::optional<Kiosk> authenticate(const KioskToken& token);

  private:
    Database& m_database;
    Now m_now;
    RandomFill m_random;
};

} // namespace latchkey
