// A small HTTP/1.1 server on a free loopback port that answers what the test scripts, for the faults a real
// server is too well-behaved to show: silence, nonsense, a slammed door, a restart.
//
// Runs in the test's own thread, from its event loop.
#pragma once

#include "common/web_address.h"
#include "tests/support/port_reservation.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrlQuery>

class QTcpSocket;

namespace latchkey {

class LoopbackServer : public QObject {
    Q_OBJECT

  public:
    struct Request {
        QByteArray method;
        QByteArray path; // without the query: the route
        QUrlQuery query;
        QMap<QByteArray, QByteArray> headers; // names in lower case
        QByteArray body;

        QString parameter(const char* name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
    };
    struct Answer {
        enum class Manner {
            Send, // the answer
            Hold, // nothing, until the test releases it
            Slam, // close the connection without a byte
            Raw,  // the body's bytes and nothing else, then close the connection
        };

        QByteArray body;
        int status = 200;
        QList<QByteArray> headers; // whole lines
        Manner manner = Manner::Send;
        qint64 missing = 0; // bytes of the body that are announced and never sent

        static Answer json(const std::string& text, int httpStatus = 200) {
            return {QByteArray::fromStdString(text), httpStatus, {}, Manner::Send, 0};
        }
        static Answer held() { return {{}, 200, {}, Manner::Hold, 0}; }
        static Answer slam() { return {{}, 200, {}, Manner::Slam, 0}; }
        static Answer raw(QByteArray bytes) { return {std::move(bytes), 200, {}, Manner::Raw, 0}; }
    };

    LoopbackServer();
    ~LoopbackServer() override { stop(); }

    // http://127.0.0.1:PORT; the port stays its own over stop() and restart().
    WebAddress address() const;

    // What the route answers from now on.
    void answer(const QByteArray& route, Answer answer) { m_answers[route] = std::move(answer); }
    // What it answers to its next request only, before whatever it answers from now on.
    void answerOnce(const QByteArray& route, Answer answer) { m_once[route].append(std::move(answer)); }
    // Answers every held request of the route. Returns how many there were.
    int release(const QByteArray& route, const Answer& answer);

    // Closes the port and every connection, held ones too.
    void stop();
    void restart();

    const QList<Request>& requests() const { return m_requests; }
    QList<Request> requests(const QByteArray& route) const;
    int count(const QByteArray& route) const { return static_cast<int>(requests(route).size()); }
    void forgetRequests() { m_requests.clear(); }

    // Requests of the route that are waiting for release().
    int held(const QByteArray& route) const;
    // The most requests that were ever unanswered at the same time.
    int mostAtOnce() const { return m_mostAtOnce; }

  signals:
    void requested();

  private:
    struct Waiting {
        QByteArray route;
        QPointer<QTcpSocket> socket;
    };

    void onConnection();
    void onReadable(QTcpSocket* socket);
    void serve(QTcpSocket* socket, Request request);
    void send(QTcpSocket* socket, const Answer& answer);

    const PortReservation m_port;
    QTcpServer m_listener;
    QMap<QByteArray, Answer> m_answers;
    QMap<QByteArray, QList<Answer>> m_once;
    QList<Request> m_requests;
    QList<Waiting> m_waiting;
    QMap<QTcpSocket*, QByteArray> m_buffers;
    int m_mostAtOnce = 0;
};

} // namespace latchkey
