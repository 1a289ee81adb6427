// Reads what the phone page posts.
#pragma once

#include "common/result.h"
#include "server/credentials/credential.h"
#include "server/login/phone_enrolment.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace latchkey {

// The members of a JSON object, each a text. Remembers the first thing that was wrong.
class PhoneRequest {
  public:
    explicit PhoneRequest(const std::string& body);
    ~PhoneRequest();

    // A sentence that names the member; empty: everything that was read is well-formed.
    const std::string& problem() const { return m_problem; }

    std::string text(const char* name, std::size_t mostBytes);
    std::string optionalText(const char* name, std::size_t mostBytes);

    // {"kind","credential"}, in this object or in the member of that name.
    struct Key {
        Credential::Kind kind = Credential::Kind::Page;
        std::string credential;
    };
    Key key();
    std::optional<Key> optionalKey(const char* member);

    // A page key's {"public_key","signature"}, or a new passkey's {"client_data","attestation_object"}.
    NewKeyProof newKey();

  private:
    explicit PhoneRequest(const nlohmann::json& object);
    Bytes bytes(const char* name, std::size_t mostBytes); // base64url without padding
    void complain(const std::string& problem);

    std::unique_ptr<nlohmann::json> m_object;
    std::string m_problem;
};

} // namespace latchkey
