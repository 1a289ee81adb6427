#include "app/client/server_api.h"

#include "app/client/tls_key.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

namespace latchkey {

namespace {

constexpr qint64 kLargestAnswer = 1 << 20;    // bytes
constexpr std::chrono::seconds kPatience{10}; // for an answer, beyond its hold

// For a query.
QString encoded(const std::string& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(text)));
}

// As a query parameter; without a sid it says FAST's word for "no session".
QString sidQuery(const Sid& sid) {
    return "sid=" + (sid.empty() ? QStringLiteral("null") : encoded(sid.reveal()));
}

class NoCookies : public QNetworkCookieJar {
  public:
    QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

// In our own words, because Qt's repeat the URL and with it the sid.
std::string unreachableSentence(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return "the server refuses connections";
    case QNetworkReply::HostNotFoundError:
        return "the server's name cannot be resolved";
    case QNetworkReply::RemoteHostClosedError:
        return "the server closed the connection without an answer";
    case QNetworkReply::SslHandshakeFailedError:
        return "no secure connection to the server";
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return "this machine has no network";
    default:
        return "no connection to the server (network error " + std::to_string(error) + ")";
    }
}

ApiFailure statusFailure(int status, const QByteArray& body) {
    const auto kind = status == 401 ? ApiFailure::Kind::Refused : ApiFailure::Kind::ServerError;
    const auto verdict = Verdict::parse(std::string_view(body.constData(), static_cast<size_t>(body.size())));
    if (verdict && !verdict->message.empty()) return {kind, verdict->message};
    return {kind, "the server answered with HTTP status " + std::to_string(status)};
}

const ApiFailure kAnotherKey{
    ApiFailure::Kind::WrongServer,
    "the server has another TLS key than the one that this screen was told to trust; if that is right, run "
    "\"latchkey-kiosk server forget\" and choose it anew"};

// One reply, from its start to its one answer. Owns the reply.
class WatchedReply : public QObject, public PendingCall {
  public:
    using Finished = std::function<void(Result<std::string, ApiFailure>)>;

    // key: what the server's has to be; nothing: any.
    WatchedReply(QNetworkReply* reply, const std::optional<KeyFingerprint>& key, Scheduler& scheduler,
                 Scheduler::Duration limit, Finished finished)
        : m_reply(reply), m_key(key), m_finished(std::move(finished)) {
        // The one moment before anything is sent.
        connect(reply, &QNetworkReply::encrypted, this, [this] {
            if (!hasTheKey()) finish(Failure{kAnotherKey});
        });
        reply->setReadBufferSize(kLargestAnswer + 1);
        connect(reply, &QNetworkReply::readyRead, this, [this] {
            if (m_reply->bytesAvailable() > kLargestAnswer) {
                finish(
                    Failure{ApiFailure{ApiFailure::Kind::NotUnderstood, "the answer is longer than 1 MiB"}});
            }
        });
        connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
            if (!errors.isEmpty()) m_tlsProblem = errors.first().errorString().toStdString();
        });
        connect(reply, &QNetworkReply::finished, this, [this] { finish(outcome()); });
        m_limit = scheduler.after(limit, [this] {
            finish(Failure{ApiFailure{ApiFailure::Kind::Unreachable, "the server does not answer in time"}});
        });
    }

    ~WatchedReply() override { drop(); }

  private:
    Result<std::string, ApiFailure> outcome() {
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        if (!m_tlsProblem.empty()) {
            return Failure{
                ApiFailure{ApiFailure::Kind::Unreachable, "no secure connection: " + m_tlsProblem}};
        }
        // A connection that is used again says nothing of its handshake.
        if (status.isValid() && !hasTheKey()) return Failure{kAnotherKey};
        const QByteArray body = m_reply->readAll();
        if (status.isValid() && status.toInt() / 100 != 2)
            return Failure{statusFailure(status.toInt(), body)};
        if (m_reply->error() != QNetworkReply::NoError) {
            return Failure{ApiFailure{ApiFailure::Kind::Unreachable, unreachableSentence(m_reply->error())}};
        }
        return body.toStdString();
    }

    bool hasTheKey() const {
        return !m_key || fingerprintOf(m_reply->sslConfiguration().peerCertificate()) == m_key;
    }

    // The last thing this object does: the callback may destroy it.
    void finish(Result<std::string, ApiFailure> result) {
        drop();
        const Finished finished = std::exchange(m_finished, nullptr);
        finished(std::move(result));
    }

    void drop() {
        m_limit.cancel();
        if (!m_reply) return;
        QNetworkReply* reply = std::exchange(m_reply, nullptr);
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }

    QPointer<QNetworkReply> m_reply;
    std::optional<KeyFingerprint> m_key;
    Finished m_finished;
    Scheduler::Call m_limit;
    std::string m_tlsProblem;
};

// Reads the body as T and hands either on.
template <class T>
auto parsing(ServerApi::Answered<T> answered) {
    return [answered = std::move(answered)](Result<std::string, ApiFailure> body) {
        if (!body) return answered(Failure{body.error()});
        auto answer = T::parse(*body);
        if (!answer) {
            return answered(Failure{ApiFailure{ApiFailure::Kind::NotUnderstood,
                                               "the server's answer is not understood: " + answer.error()}});
        }
        answered(*std::move(answer));
    };
}

} // namespace

ServerApi::ServerApi(WebAddress server, KioskToken token, Scheduler& scheduler)
    : m_server(std::move(server)), m_token(std::move(token)), m_scheduler(scheduler) {
    m_network.setCookieJar(new NoCookies);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

QNetworkRequest ServerApi::request(std::string_view path, const QString& query) const {
    QUrl url(QString::fromStdString(m_server.text() + std::string(path)));
    if (!query.isEmpty()) url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // so that a MiB is a MiB
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("latchkey-kiosk/" LATCHKEY_VERSION));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

ServerApi::Pending ServerApi::watch(QNetworkReply* reply, Scheduler::Duration limit, Finished finished) {
    return std::make_unique<WatchedReply>(reply, m_key, m_scheduler, limit, std::move(finished));
}

void ServerApi::hearTime(QNetworkReply* reply) {
    if (!m_heardTime) return;
    QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, [this, reply] {
        QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(reply->rawHeader("Date")),
                                                 QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        time.setTimeSpec(Qt::UTC);
        if (time.isValid())
            m_heardTime(std::chrono::sys_seconds(std::chrono::seconds(time.toSecsSinceEpoch())));
    });
}

ServerApi::Pending ServerApi::getQrCode(const Sid& sid, Answered<QrCodeAnswer> answered) {
    QNetworkRequest asked = request("/api/getqrcode", sidQuery(sid));
    authorize(asked);
    QNetworkReply* reply = m_network.get(asked);
    hearTime(reply);
    return watch(reply, kPatience, parsing<QrCodeAnswer>(std::move(answered)));
}

ServerApi::Pending ServerApi::checkStatus(const StatusAnswer& known, std::chrono::seconds hold,
                                          Answered<StatusAnswer> answered) {
    QString query = sidQuery(known.sid) + "&wait=" + QString::number(hold.count()) +
                    "&state=" + QString::fromStdString(std::string(toText(known.state)));
    // Also where there is none: then a first number is a change that the server need not hold back.
    if (known.state == SessionState::Scanned) query += "&number=" + encoded(known.number);
    if (!known.revision.empty()) query += "&revision=" + encoded(known.revision);
    return watch(m_network.get(request("/api/checkfast", query)), hold + kPatience,
                 parsing<StatusAnswer>(std::move(answered)));
}

ServerApi::Pending ServerApi::dashboard(const Sid& sid, Answered<DashboardAnswer> answered) {
    QNetworkReply* reply = m_network.get(request("/site/dashboard", sidQuery(sid)));
    hearTime(reply);
    return watch(reply, kPatience, parsing<DashboardAnswer>(std::move(answered)));
}

ServerApi::Pending ServerApi::signOut(const Sid& sid, Done done) {
    return post(request("/api/signout", QString()), SignOutRequest{sid}.toJson(), std::move(done));
}

ServerApi::Pending ServerApi::report(const KioskEvent& event, Done done) {
    QNetworkRequest asked = request("/api/kiosk/event", QString());
    authorize(asked);
    return post(std::move(asked), event.toJson(), std::move(done));
}

ServerApi::Pending ServerApi::post(QNetworkRequest request, const std::string& json, Done done) {
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return watch(m_network.post(request, QByteArray::fromStdString(json)), kPatience,
                 [done = std::move(done)](const Result<std::string, ApiFailure>& answer) {
                     if (!answer) return done(Failure{answer.error()});
                     done({});
                 });
}

void ServerApi::authorize(QNetworkRequest& request) const {
    if (!m_token.empty())
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_token.reveal()));
}

} // namespace latchkey
