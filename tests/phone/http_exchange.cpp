#include "tests/phone/http_exchange.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

namespace latchkey::phone {

namespace {

// What is waited for is one sentence; a server that sends more than this does not mean us.
constexpr qint64 kLargestAnswer = qint64{64} * 1024;

enum class Cut { None, TooLate, TooLarge };

QNetworkRequest requestFor(const std::string& url) {
    QNetworkRequest request(QUrl(QString::fromStdString(url), QUrl::StrictMode));
    request.setHeader(QNetworkRequest::UserAgentHeader, "latchkey-phone/" LATCHKEY_VERSION);
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

// Runs the event loop until the reply is complete or has to be cut short.
Cut waitFor(QNetworkReply& reply, std::chrono::milliseconds limit) {
    Cut cut = Cut::None;
    const auto cutShort = [&](Cut reason) {
        if (cut != Cut::None || reply.isFinished()) return;
        cut = reason;
        reply.abort();
    };
    QEventLoop loop;
    QTimer::singleShot(limit, &loop, [&] { cutShort(Cut::TooLate); });
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, [&] {
        if (reply.bytesAvailable() > kLargestAnswer) cutShort(Cut::TooLarge);
    });
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply.isFinished()) loop.exec();
    return cut;
}

Result<HttpAnswer, std::string> answerIn(QNetworkReply& reply) {
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const int httpStatus = status.toInt();
    const bool refusedByHttp = httpStatus >= 400; // Qt counts these as errors; their bodies are still good
    if (!status.isValid() || (reply.error() != QNetworkReply::NoError && !refusedByHttp)) {
        return Failure{reply.errorString().toStdString()};
    }
    if (httpStatus >= 300 && httpStatus < 400) {
        return Failure{"the server answered HTTP " + std::to_string(httpStatus) +
                       ", a redirect, which a signed proof does not follow"};
    }
    return HttpAnswer{httpStatus, reply.readAll().toStdString()};
}

using Send = std::function<QNetworkReply*(QNetworkAccessManager&)>;

Result<HttpAnswer, std::string> exchange(const Send& send, std::chrono::milliseconds limit) {
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    const std::unique_ptr<QNetworkReply> reply(send(network));
    switch (waitFor(*reply, limit)) {
    case Cut::TooLate:
        return Failure{"no answer within " + std::to_string(limit.count()) + " ms"};
    case Cut::TooLarge:
        return Failure{std::string("the answer is far too long to be one")};
    case Cut::None:
        break;
    }
    return answerIn(*reply);
}

} // namespace

Result<HttpAnswer, std::string> httpGet(const std::string& url, std::chrono::milliseconds limit) {
    return exchange([&](QNetworkAccessManager& network) { return network.get(requestFor(url)); }, limit);
}

Result<HttpAnswer, std::string> httpPost(const std::string& url, const std::string& contentType,
                                         const std::string& body, std::chrono::milliseconds limit) {
    QNetworkRequest request = requestFor(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromStdString(contentType));
    return exchange(
        [&](QNetworkAccessManager& network) {
            return network.post(request, QByteArray::fromStdString(body));
        },
        limit);
}

} // namespace latchkey::phone
