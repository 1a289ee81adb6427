// Asks a server over real HTTP and understands the answers.
#pragma once

#include "common/encoding.h"
#include "common/wire.h"
#include "tests/support/test_wallet.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <httplib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace latchkey {

class WireClient {
  public:
    struct Answer {
        int status = 0; // 0: no answer
        std::string body;
        httplib::Headers headers;

        QJsonObject json() const { return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object(); }
        std::string header(const std::string& name) const {
            const auto found = headers.find(name);
            return found == headers.end() ? std::string() : found->second;
        }
    };

    explicit WireClient(int port) : WireClient("http://127.0.0.1:" + std::to_string(port)) {}
    // authority: the file with the only certificate authority to trust.
    WireClient(const std::string& origin, const std::filesystem::path& authority) : WireClient(origin) {
        m_client.set_ca_cert_path(authority.c_str());
    }

    Answer get(const std::string& path, const httplib::Headers& headers = {}) {
        return read(m_client.Get(path, headers));
    }
    Answer post(const std::string& path, const std::string& body,
                const std::string& type = "application/json", const httplib::Headers& headers = {}) {
        return read(m_client.Post(path, headers, body, type));
    }
    Answer options(const std::string& path, const httplib::Headers& headers) {
        httplib::Request request;
        request.method = "OPTIONS";
        request.path = path;
        request.headers = headers;
        return read(m_client.send(request));
    }

    // A fresh code; throws when the server gives none.
    QrCodeAnswer freshCode(const httplib::Headers& headers = {}) {
        const auto answer = QrCodeAnswer::parse(get("/api/getqrcode?sid=null", headers).body);
        if (!answer) throw std::runtime_error(answer.error());
        return *answer;
    }
    Answer status(const Sid& sid, const std::string& more = {}) {
        return get("/api/checkfast?sid=" + sid.reveal() + more);
    }
    Answer dashboard(const Sid& sid) { return get("/site/dashboard?sid=" + sid.reveal()); }
    Answer approve(const TestWallet& wallet, const std::string& qr) {
        return post("/fast", wallet.payload(qr).toJson());
    }
    Answer signOut(const Sid& sid) { return post("/api/signout", SignOutRequest{sid}.toJson()); }

  private:
    explicit WireClient(const std::string& origin) : m_client(origin) {
        m_client.set_read_timeout(60);
        m_client.set_keep_alive(true);
    }

    static Answer read(const httplib::Result& result) {
        if (!result) return {};
        return {result->status, result->body, result->headers};
    }

    httplib::Client m_client;
};

} // namespace latchkey
