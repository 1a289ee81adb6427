// One connection's channel, driven by hand.
#include "server/http/tls_context.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"
#include "tests/support/tls_client.h"
#include "tests/support/tls_files.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <future>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace latchkey;
using Progress = Channel::Progress;

namespace {

// A non-blocking connection to this machine, seen from the server. Not Qt's: those read by themselves.
class Accepted {
  public:
    explicit Accepted(int listener) {
        waitUntilReadable(listener);
        m_socket = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
    }
    ~Accepted() { ::close(m_socket); }
    Accepted(const Accepted&) = delete;
    Accepted& operator=(const Accepted&) = delete;

    int socket() const { return m_socket; }
    void waitUntilReadable() const { waitUntilReadable(m_socket); }
    std::size_t unreadBytes() const {
        std::array<char, 65'536> bytes{};
        const ssize_t count = ::recv(m_socket, bytes.data(), bytes.size(), MSG_PEEK);
        return count > 0 ? static_cast<std::size_t>(count) : 0;
    }

  private:
    static void waitUntilReadable(int socket) {
        pollfd entry{socket, POLLIN, 0};
        if (::poll(&entry, 1, 30'000) != 1) qFatal("nothing arrives");
    }

    int m_socket;
};

} // namespace

class TestTlsChannel : public QObject {
    Q_OBJECT

    TestAuthority m_authority;
    TemporaryFolder m_folder;
    TestClock m_clock;
    QTcpServer m_listener;
    std::shared_ptr<TlsContext> m_context;

    int listener() const { return static_cast<int>(m_listener.socketDescriptor()); }

    // A client's plain bytes, and what open() makes of them.
    Progress openAfter(const QByteArray& bytes) {
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, m_listener.serverPort());
        if (!client.waitForConnected(30'000)) qFatal("not connected");
        const Accepted server(listener());
        const auto channel = m_context->channel(server.socket());
        if (channel->open() != Progress::WantsRead) qFatal("nothing was sent yet");
        client.write(bytes);
        client.waitForBytesWritten(30'000);
        if (bytes.isEmpty()) client.disconnectFromHost();
        server.waitUntilReadable();
        return channel->open();
    }

  private slots:
    void initTestCase() {
        QVERIFY(m_listener.listen(QHostAddress::LocalHost));
        m_context = *TlsContext::load(writeFiles(m_folder, m_authority.issue()), m_clock.now());
    }

    void tellsAHandshakeFromPlainHttp() {
        QCOMPARE(openAfter("GET / HTTP/1.1\r\n\r\n"), Progress::NotEncrypted);
        QCOMPARE(openAfter("P"), Progress::NotEncrypted);
        QCOMPARE(openAfter(QByteArray("\x16\x03\x01", 3)), Progress::WantsRead);
        QCOMPARE(openAfter("get / http/1.1\r\n\r\n"), Progress::Closed);
        QCOMPARE(openAfter(""), Progress::Closed);
    }

    // Else a client that sends them without end would keep a thread from looking at its deadlines.
    void aReadTakesOneKeyUpdateAtATime() {
        auto connecting = std::async(std::launch::async, [this] {
            return std::make_unique<TlsClient>(m_listener.serverPort(),
                                               TlsClient::Options{.trusted = m_authority.certificate()});
        });
        const Accepted server(listener());
        const auto channel = m_context->channel(server.socket());
        while (channel->open() != Progress::Done) server.waitUntilReadable();
        const auto client = connecting.get();
        QCOMPARE(client->problem(), std::string());

        QVERIFY(client->updateKey());
        server.waitUntilReadable();
        const std::size_t one = server.unreadBytes();
        for (int i = 0; i < 99; ++i) QVERIFY(client->updateKey());
        QTRY_COMPARE(server.unreadBytes(), 100 * one);
        std::array<char, 100> bytes{};
        QCOMPARE(channel->read(bytes).progress, Progress::WantsRead);
        QCOMPARE(server.unreadBytes(), 99 * one);

        QVERIFY(client->write("hello"));
        Channel::Transfer transfer{Progress::WantsRead};
        while (transfer.progress == Progress::WantsRead) transfer = channel->read(bytes);
        QCOMPARE(transfer.progress, Progress::Done);
        QCOMPARE(std::string(bytes.data(), transfer.bytes), std::string("hello"));
    }
};

QTEST_GUILESS_MAIN(TestTlsChannel)
#include "tst_tls_channel.moc"
