// A real HTTP server on 127.0.0.1 that remembers what it is asked and answers as it is told.
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

#include <string>

namespace latchkey::phone {

class LoopbackServer {
  public:
    struct Request {
        QByteArray line; // "POST /fast HTTP/1.1"
        QByteArray headers;
        QByteArray body;
    };

    LoopbackServer();

    // Answers with these bytes from now on. Empty: takes requests and never answers.
    void answerRaw(QByteArray bytes) { m_answer = std::move(bytes); }
    // status: "200 OK"; extraHeaders: whole lines, each with its line end.
    void answer(const QByteArray& status, const QByteArray& body, const QByteArray& extraHeaders = {});

    std::string url(const std::string& path) const;
    const QList<Request>& requests() const { return m_requests; }

  private:
    void serve(QTcpSocket& socket);

    QTcpServer m_listener;
    QByteArray m_answer;
    QList<Request> m_requests;
};

} // namespace latchkey::phone
