// Where connections come in: TCP ports and Unix sockets, side by side, and those that a service manager hands
// over.
#include "tests/support/eventually.h"
#include "tests/support/running_front.h"
#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTest>

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

const QByteArray kHello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

ListenAddress unixAt(const std::filesystem::path& path) {
    return {.host = {}, .port = 0, .path = path.string()};
}

std::unique_ptr<QLocalSocket> connectTo(const std::filesystem::path& path) {
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(QString::fromStdString(path.string()));
    if (!socket->waitForConnected(30'000)) qFatal("not connected");
    return socket;
}

// A Unix socket that listens there, until the test closes it; its file stays.
int leaveUnixSocket(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(socket, 1) != 0)
        qFatal("no Unix socket");
    return socket;
}

// As many files as this process has now, until it is gone.
class NoMoreFiles {
  public:
    NoMoreFiles() {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int next = ::dup(STDERR_FILENO); // the lowest number that is free
        ::close(next);
        const rlimit now{static_cast<rlim_t>(next), m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &now);
    }
    ~NoMoreFiles() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoMoreFiles(const NoMoreFiles&) = delete;
    NoMoreFiles& operator=(const NoMoreFiles&) = delete;

  private:
    rlimit m_before{};
};

} // namespace

class TestListener : public QObject {
    Q_OBJECT

  private slots:
    void servesAUnixSocketBesideAPort() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "http";
        {
            const RunningFront front(
                2, {}, [&](BoundedServer& server) { server.listen(*Listener::open(unixAt(path))); });
            struct stat file {};
            QCOMPARE(::stat(path.c_str(), &file), 0);
            QCOMPARE(file.st_mode & 0777U, 0660U);
            const auto local = connectTo(path);
            local->write(
                "POST /echo HTTP/1.1\r\nX-Forwarded-For: 203.0.113.7\r\nContent-Length: 3\r\n\r\nabc");
            QVERIFY(readUntil(*local, "abc from 203.0.113.7").startsWith("HTTP/1.1 200"));
            local->write("POST /echo HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
            QVERIFY(readUntil(*local, "abc from 127.0.0.1").startsWith("HTTP/1.1 200"));
            const auto tcp = front.connect();
            tcp->write(kHello);
            QVERIFY(readUntil(*tcp, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
        QVERIFY(!std::filesystem::exists(path));
    }

    // They are all a proxy's, which stands for many clients.
    void theBoundOfAnAddressIsNotThatOfAUnixSocket() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "http";
        const RunningFront front(2, {}, [&](BoundedServer& server) {
            server.listen(*Listener::open(unixAt(path)));
            server.setConnectionLimits({3, 1});
        });
        std::array<std::unique_ptr<QLocalSocket>, 3> clients;
        for (auto& client : clients) {
            client = connectTo(path);
            client->write(kHello);
            QVERIFY(readUntil(*client, "\r\n\r\nhello").startsWith("HTTP/1.1 200"));
        }
        QVERIFY(readToTheEnd(*connectTo(path)).startsWith("HTTP/1.1 503"));
    }

    void replacesASocketThatWasLeftBehind() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "http";
        ::close(leaveUnixSocket(path));
        QVERIFY(Listener::open(unixAt(path)));
    }

    void leavesAloneWhatIsNotItsOwn() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "http";
        const int other = leaveUnixSocket(path);
        const auto answered = Listener::open(unixAt(path));
        QVERIFY(!answered);
        QVERIFY2(answered.error().find("another server answers there") != std::string::npos,
                 answered.error().c_str());
        ::close(other);

        const auto file = folder.write("notes", "text");
        const auto refused = Listener::open(unixAt(file));
        QVERIFY(!refused);
        QVERIFY2(refused.error().find("no socket") != std::string::npos, refused.error().c_str());
        QVERIFY(std::filesystem::exists(file));
    }

    void saysWhyItCannotListen() {
        const TemporaryFolder folder;
        const auto problem = [](const ListenAddress& address) {
            const auto listener = Listener::open(address);
            return QByteArray(listener ? "" : listener.error().c_str());
        };
        const QByteArray folderGone = problem(unixAt(folder.path() / "none" / "http"));
        QVERIFY2(folderGone.contains("No such file or directory"), folderGone);
        const QByteArray longPath = problem(unixAt(folder.path() / std::string(120, 'x')));
        QVERIFY2(longPath.contains("longer than a Unix socket's may be"), longPath);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QByteArray inUse = problem({"127.0.0.1", other.serverPort()});
        QVERIFY2(inUse.contains("Address already in use"), inUse);
        const QByteArray notOurs = problem({"192.0.2.77", 8420});
        QVERIFY2(notOurs.startsWith("cannot listen on 192.0.2.77:8420: Cannot assign"), notOurs);
    }

    // Who came meanwhile is served when there are files again.
    void goesOnWhenThereWereNoFilesLeft() {
        const RunningFront front(2);
        const auto before = front.connect();
        before->write(kHello);
        QVERIFY(readUntil(*before, "\r\n\r\nhello").startsWith("HTTP/1.1 200")); // it has its own files
        auto listener = Listener::open({"127.0.0.1", 0});
        QVERIFY(listener);
        const auto clientOf = [](int port) {
            const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(static_cast<std::uint16_t>(port));
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            return [=] {
                return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
                           ? socket
                           : -1;
            };
        };
        const auto toListener = clientOf(listener->address().port);
        const auto toFront = clientOf(front.port());
        int client = -1;
        {
            const NoMoreFiles none;
            QVERIFY(toListener() >= 0);
            const auto arrival = listener->accept();
            QVERIFY(!arrival && arrival.error() == Listener::Nothing::NoRoom);
            client = toFront();
            QVERIFY(client >= 0);
            QCOMPARE(::write(client, kHello.constData(), static_cast<std::size_t>(kHello.size())),
                     static_cast<ssize_t>(kHello.size()));
        }
        std::array<char, 16> answer{};
        QVERIFY(::read(client, answer.data(), answer.size()) > 0);
        QVERIFY(QByteArray(answer.data(), answer.size()).startsWith("HTTP/1.1 200"));
        QVERIFY(listener->accept());
        QVERIFY(listener->accept().error() == Listener::Nothing::Waits);
        ::close(client);
    }

    void theServerTakesWhatTheServiceManagerHandsIt() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "handed";
        const int handed = leaveUnixSocket(path);
        auto tcp = Listener::open({"127.0.0.1", 0});
        QVERIFY(tcp);
        QProcess server;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", QString::fromStdString(folder.path().string()));
        environment.insert("LISTEN_FDS", "2");
        server.setProcessEnvironment(environment);
        server.setProcessChannelMode(QProcess::MergedChannels);
        const int port = tcp->socket();
        server.setChildProcessModifier([=] { // the two are apart, and neither is 3 or 4 already
            if (::dup2(handed, 3) < 0 || ::dup2(port, 4) < 0) ::_exit(99);
        });
        QVERIFY(handed > 4 && port > 4);
        server.start(
            "sh", {"-c", "LISTEN_PID=$$ exec \"$0\" serve --listen 192.0.2.77:1", LATCHKEY_SERVER_PROGRAM});
        QByteArray log;
        QVERIFY(eventually([&] {
            log += server.readAll();
            return log.count("server.listening") == 2 || server.state() == QProcess::NotRunning;
        }));
        QVERIFY2(log.contains(("address=unix:" + path.string()).c_str()), log);
        const QByteArray tcpAddress = "127.0.0.1:" + QByteArray::number(tcp->address().port);
        QVERIFY2(log.contains("phones_open=http://" + tcpAddress), log);
        const auto local = connectTo(path);
        local->write("GET /api/health HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(readUntil(*local, "}").startsWith("HTTP/1.1 200"));
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", tcp->address().port);
        socket.write("GET /api/health HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten(30'000));
        QVERIFY(readUntil(socket, "}").startsWith("HTTP/1.1 200"));
        server.terminate();
        QVERIFY(server.waitForFinished(30'000));
        QCOMPARE(server.exitCode(), 0);
        QVERIFY(std::filesystem::exists(path)); // it is the service manager's
        ::close(handed);
    }

    void aServerBehindAProxyAloneHasToKnowItsUrl() {
        const TemporaryFolder folder;
        const QString listen = "unix:" + QString::fromStdString((folder.path() / "http").string());
        const auto result = runProgram(LATCHKEY_SERVER_PROGRAM, {"serve", "--listen", listen}, folder.path());
        QCOMPARE(result.exitStatus, 1);
        QVERIFY2(result.err.contains("no phone can open unix:"), result.err);
        QVERIFY2(result.err.contains("--public-url"), result.err);
        QVERIFY(!std::filesystem::exists(folder.path() / "http"));
    }

    void aServerListensWhereverItIsTold() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "http";
        ServerProcess server({"--listen", "unix:" + QString::fromStdString(path.string())});
        QVERIFY(server.waitForLog(("unix:" + path.string()).c_str()));
        const auto local = connectTo(path);
        local->write("GET /api/health HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(readUntil(*local, "}").startsWith("HTTP/1.1 200"));
        server.kill();
        server.start(); // over the file that was left behind
        const auto again = connectTo(path);
        again->write("GET /api/health HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(readUntil(*again, "}").startsWith("HTTP/1.1 200"));
        QCOMPARE(server.terminate(), 0);
        QVERIFY(!std::filesystem::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
