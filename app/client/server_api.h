// The calls of the wire that a display client makes, over HTTP/1.1 (Qt Network).
//
// Every call answers exactly once, from the event loop, unless its PendingCall is destroyed first: then
// never. Nothing is kept between calls: no cookies, no cache, and a redirect is not followed but a failure. A
// call is over after its hold plus ten seconds at the latest, and an answer of more than 1 MiB is dropped.
// TLS certificates are checked against the machine's authorities, without a way around it; where a key is
// demanded, no request is sent to a server with another one.
#pragma once

#include "app/client/scheduler.h"
#include "common/key_fingerprint.h"
#include "common/result.h"
#include "common/web_address.h"
#include "common/wire.h"

#include <QNetworkAccessManager>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

class QNetworkReply;
class QNetworkRequest;

namespace latchkey {

struct ApiFailure {
    enum class Kind {
        Unreachable,   // no answer: the machine, the network, TLS, or too slow
        WrongServer,   // not the one to be trusted: it was told nothing
        Refused,       // 401: the server knows who asks, or not, and says no
        ServerError,   // any other status that is not a success
        NotUnderstood, // a success with something that is not the wire's
    };
    Kind kind = Kind::Unreachable;
    // For a person; the server's own sentence where it sent one. Never holds a sid or a token.
    std::string sentence;
};

// A call under way. Destroying it cancels the call.
class PendingCall {
  public:
    virtual ~PendingCall() = default;
};

class ServerApi {
  public:
    template <class T>
    using Answered = std::function<void(Result<T, ApiFailure>)>;
    using Done = std::function<void(Outcome<ApiFailure>)>;
    using Pending = std::unique_ptr<PendingCall>;

    // token: what getqrcode is asked with; empty for an unregistered screen. The scheduler has to outlive
    // this.
    ServerApi(WebAddress server, KioskToken token, Scheduler& scheduler);

    const WebAddress& server() const { return m_server; }

    // From the next call on: the key that an https server has to have.
    void demandKey(const KeyFingerprint& key) { m_key = key; }

    // Who wants to know what time the server says it is, with every answer that it does not hold back.
    using HeardTime = std::function<void(std::chrono::sys_seconds)>;
    void setHeardTime(HeardTime heard) { m_heardTime = std::move(heard); }

    // GET /api/getqrcode. An empty sid asks for a fresh session.
    [[nodiscard]] Pending getQrCode(const Sid& sid, Answered<QrCodeAnswer> answered);

    // GET /api/checkfast, for the session of the known answer. The server may hold its answer for as long as
    // state, number and revision are the known ones, and for `hold` at most; zero asks for an answer at once.
    [[nodiscard]] Pending checkStatus(const StatusAnswer& known, std::chrono::seconds hold,
                                      Answered<StatusAnswer> answered);

    // GET /site/dashboard.
    [[nodiscard]] Pending dashboard(const Sid& sid, Answered<DashboardAnswer> answered);

    // POST /api/signout.
    [[nodiscard]] Pending signOut(const Sid& sid, Done done);

    // POST /api/kiosk/event: a line for the audit trail. Refused for an unregistered screen.
    [[nodiscard]] Pending report(const KioskEvent& event, Done done);

  private:
    using Finished = std::function<void(Result<std::string, ApiFailure>)>;

    Pending post(QNetworkRequest request, const std::string& json, Done done);
    void authorize(QNetworkRequest& request) const;
    QNetworkRequest request(std::string_view path, const QString& query) const;
    void hearTime(QNetworkReply* reply);
    Pending watch(QNetworkReply* reply, Scheduler::Duration limit, Finished finished);

    WebAddress m_server;
    KioskToken m_token;
    Scheduler& m_scheduler;
    HeardTime m_heardTime;
    std::optional<KeyFingerprint> m_key;
    QNetworkAccessManager m_network;
};

} // namespace latchkey
