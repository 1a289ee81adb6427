// What the services of this folder share: the codecs, the database, the policy, the book of refusals and the
// signal that something changed. One of these stands behind all services of a server.
//
// Thread-safe. Everything that a reference is taken to has to outlive it.
#pragma once

#include "common/clock.h"
#include "common/event_log.h"
#include "common/web_address.h"
#include "common/wire.h"
#include "server/credentials/webauthn.h"
#include "server/login/address_limiter.h"
#include "server/login/challenge.h"
#include "server/login/change_signal.h"
#include "server/login/login_policy.h"
#include "server/login/login_tally.h"
#include "server/login/refusal.h"
#include "server/login/session_index.h"
#include "server/login/sid_codec.h"
#include "server/login/typed_code.h"
#include "server/store/change.h"
#include "server/store/records.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace latchkey {

class Database;
class Transaction;

// A server's keys, and everything that it mints and checks by them.
struct Codecs {
    KeyRing keys;
    SidCodec sids;
    ChallengeCodec challenges;
    TypedCodeCodec typedCodes;
};

class LoginCore {
  public:
    // address: what phones open.
    LoginCore(const KeyRing& keys, const WebAddress& address, Database& database, EventLog& log,
              LoginPolicy policy, Now now, RandomFill random);

    // Can be replaced while the server runs. Raises the signal.
    void setPolicy(LoginPolicy policy);
    std::shared_ptr<const LoginPolicy> policy() const;

    // Can be replaced while the server runs, by one that has other keys to come.
    void setKeys(const KeyRing& keys);
    std::shared_ptr<const Codecs> codecs() const;

    // Whether Lightning wallets can follow our LNURLs, and are meant to.
    bool servesLightning() const;

    QrString mintChallenge(const Session& session) const;

    // That the message is one of our QR strings and still fresh.
    Result<QrString, Refusal> checkChallenge(std::string_view message) const;
    // The refusal of a challenge in either form.
    static Failure<Refusal> refuseChallenge(ChallengeError error);

    // The kiosk whose code it is; none for an unregistered screen. Refuses one that was removed since.
    static Result<std::optional<KioskLabel>, Refusal> kioskOf(Transaction& transaction, const KioskId& kiosk);

    // Makes the session useless for good: nobody can approve it after that. False when it was approved or
    // burnt before. Writes the audit line, `why` in it.
    bool burn(Transaction& transaction, const SessionId& session, const KioskId& kiosk, std::string_view why,
              const std::string& clientAddress) const;

    // To be told by whoever has changed something in the database, so that those who wait for it have another
    // look: a session; a code that somebody typed (the screens that show it are to answer it); or what
    // another process has changed, as ChangeFeed tells. Throws DatabaseError when that cannot be read.
    void changed(const SessionId& session);
    void changed(const TypedCode& asked);
    void changedElsewhere(const std::vector<Change>& changes);
    // Everything may have changed: the sessions are read anew, and all have another look.
    void lookAnew();
    // Reads anew which sessions the database has anything of; nobody has to look for that.
    void readSessions();

    // Where a refusal is told of in the audit trail.
    struct Occasion {
        std::string_view event; // "login.refused"
        bool audited = false;   // it was about something of ours: somebody saw a real screen or a real link
        SessionId session{};
        KioskId kiosk{};
        UserId user{};
    };
    // Logs the refusal, counts it, and counts it against the address. Hands it back, or TooMany in its place,
    // which has no audit line: nobody gets to fill the disk.
    Refusal record(const Refusal& refusal, const Occasion& occasion, const std::string& clientAddress);

    const std::string publicUrl;
    const RelyingParty relyingParty; // whom passkeys are made for
    Database& database;
    EventLog& log;
    const Now now;
    const RandomFill random;
    // Raised on every change of a session, by its session_ID, and when a typed code is answered, by the code;
    // closed when the server stops.
    ChangeSignal changes;
    SessionIndex sessions;
    LoginTally tally;

  private:
    SessionIndex::Content indexContent();
    void typedCodeChangedElsewhere(const std::string& code);

    const bool m_walletsFollow; // LNURLs to the public URL
    AddressLimiter m_limiter;
    mutable std::mutex m_replaceable; // guards the pointers
    std::shared_ptr<const LoginPolicy> m_policy;
    std::shared_ptr<const Codecs> m_codecs;
};

// 128 unpredictable bits, base64url, for a token that is stored only as its hash.
std::string makeToken(const RandomFill& random);

} // namespace latchkey
