// A port that nobody else is given, and that servers take in turns.
#include "server/http/listener.h"
#include "tests/support/port_reservation.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <memory>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

using namespace latchkey;

namespace {

// On no other program's address.
const char* const kAddress = "127.0.0.77";

// What comes of asking the system for any port of that address, where it has only this one to choose from.
// 0: it is given; else errno. None: the system cannot be asked so.
std::optional<int> askForAny(std::uint16_t only, bool sharing) {
    constexpr int kLocalPortRange = 51; // IP_LOCAL_PORT_RANGE, since Linux 6.3
    const std::shared_ptr<const int> socket(new int(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                                            [](const int* number) {
                                                ::close(*number);
                                                delete number;
                                            });
    const std::uint32_t range = std::uint32_t(only) << 16 | only;
    if (::setsockopt(*socket, IPPROTO_IP, kLocalPortRange, &range, sizeof range) != 0) return std::nullopt;
    const int reuse = sharing ? 1 : 0;
    ::setsockopt(*socket, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(QHostAddress(kAddress).toIPv4Address());
    return ::bind(*socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? 0 : errno;
}

bool reaches(const QString& address, std::uint16_t port) {
    QTcpSocket client;
    client.connectToHost(QHostAddress(address), port);
    return client.waitForConnected(30'000);
}

} // namespace

class TestPortReservation : public QObject {
    Q_OBJECT

    static void addAddresses() {
        QTest::addColumn<QString>("address");
        for (const char* address : {"127.0.0.1", kAddress}) QTest::newRow(address) << address;
        if (QTcpServer().listen(QHostAddress::LocalHostIPv6)) QTest::newRow("::1") << "::1";
    }

  private slots:
    void whoAsksForAnyPortIsNotGivenIt_data() {
        QTest::addColumn<bool>("sharing");
        QTest::newRow("sharing ports") << true;
        QTest::newRow("not sharing") << false;
    }
    void whoAsksForAnyPortIsNotGivenIt() {
        QFETCH(bool, sharing);
        auto reservation = std::make_unique<PortReservation>(kAddress);
        const std::uint16_t port = reservation->port();
        const auto problem = askForAny(port, sharing);
        if (!problem) QSKIP("this system chooses from all ports");
        QCOMPARE(*problem, EADDRINUSE);
        reservation.reset();
        QCOMPARE(askForAny(port, sharing), 0);
    }

    void whoConnectsIsRefusedWhileNobodyListens_data() { addAddresses(); }
    void whoConnectsIsRefusedWhileNobodyListens() {
        QFETCH(QString, address);
        const PortReservation reservation(address.toStdString());
        QVERIFY(reservation.port() > 0);
        QTcpSocket client;
        client.connectToHost(QHostAddress(address), reservation.port());
        QVERIFY(!client.waitForConnected(30'000));
        QCOMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void serversTakeItOneAfterTheOther_data() { addAddresses(); }
    void serversTakeItOneAfterTheOther() {
        QFETCH(QString, address);
        const PortReservation reservation(address.toStdString());
        for (int round = 0; round < 3; ++round) {
            {
                QTcpServer theirs;
                QVERIFY2(theirs.listen(QHostAddress(address), reservation.port()),
                         qPrintable(theirs.errorString()));
                QVERIFY(reaches(address, reservation.port()));
                QVERIFY(!Listener::open({address.toStdString(), reservation.port(), {}}));
            }
            const auto ours = Listener::open({address.toStdString(), reservation.port(), {}});
            QVERIFY2(ours, ours ? "" : ours.error().c_str());
            QVERIFY(reaches(address, reservation.port()));
            QVERIFY(!QTcpServer().listen(QHostAddress(address), reservation.port()));
        }
    }

    void refusesWhatIsNoAddressOfThisMachine() {
        QVERIFY_EXCEPTION_THROWN(PortReservation("192.0.2.77"), std::system_error);
        QVERIFY_EXCEPTION_THROWN(PortReservation("lobby.example.org"), std::runtime_error);
    }
};

QTEST_GUILESS_MAIN(TestPortReservation)
#include "tst_port_reservation.moc"
