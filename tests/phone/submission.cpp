#include "tests/phone/submission.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace latchkey::phone {

namespace {

// A Verdict is one sentence; a server that sends more than this does not mean us.
constexpr qint64 kLargestAnswer = qint64{64} * 1024;

enum class Cut { None, TooLate, TooLarge };

QNetworkRequest requestFor(const std::string& webhook, PayloadEncoding encoding) {
    QNetworkRequest request(QUrl(QString::fromStdString(webhook), QUrl::StrictMode));
    request.setHeader(QNetworkRequest::ContentTypeHeader, encoding == PayloadEncoding::Json
                                                              ? "application/json"
                                                              : "application/x-www-form-urlencoded");
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

Result<WebhookAnswer, std::string> judge(QNetworkReply& reply) {
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const int httpStatus = status.toInt();
    const bool refusedByHttp = httpStatus >= 400; // Qt counts these as errors; their bodies are still good
    if (!status.isValid() || (reply.error() != QNetworkReply::NoError && !refusedByHttp)) {
        return Failure{reply.errorString().toStdString()};
    }
    const std::string saidHttp = "the server answered HTTP " + std::to_string(httpStatus);
    if (httpStatus >= 300 && httpStatus < 400) {
        return Failure{saidHttp + ", a redirect, which a signed proof does not follow"};
    }
    auto verdict = Verdict::parse(reply.readAll().toStdString());
    if (!verdict) return Failure{saidHttp + " with something that is not a verdict: " + verdict.error()};
    return WebhookAnswer{httpStatus, *std::move(verdict)};
}

} // namespace

Result<WebhookAnswer, std::string> submit(const std::string& webhook, const Payload& payload,
                                          PayloadEncoding encoding, std::chrono::milliseconds limit) {
    const std::string body = encoding == PayloadEncoding::Json ? payload.toJson() : payload.toForm();
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    const std::unique_ptr<QNetworkReply> reply(
        network.post(requestFor(webhook, encoding), QByteArray::fromStdString(body)));
    switch (waitFor(*reply, limit)) {
    case Cut::TooLate:
        return Failure{"no answer within " + std::to_string(limit.count()) + " ms"};
    case Cut::TooLarge:
        return Failure{std::string("the answer is far too long to be a verdict")};
    case Cut::None:
        break;
    }
    return judge(*reply);
}

} // namespace latchkey::phone
