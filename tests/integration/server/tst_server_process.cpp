// The server as a process: how it starts, reloads, stops, and what it says when it cannot.
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QTcpSocket>
#include <QTest>

#include <array>
#include <csignal>
#include <thread>

using namespace latchkey;

class TestServerProcess : public QObject {
    Q_OBJECT

  private slots:
    void tellsFirstWhichUrlPhonesOpen() {
        ServerProcess server;
        QList<QByteArray> lines = server.log().split('\n');
        lines.removeIf([](const QByteArray& line) { return line.contains("server.few_files"); });
        const QJsonObject first = QJsonDocument::fromJson(lines.value(0)).object();
        QCOMPARE(first["event"].toString(), "server.started");
        QCOMPARE(first["phones_open"].toString().toStdString(), server.url());
        // A loopback address is of no use to a phone.
        QVERIFY(server.waitForLog("server.not_reachable"));
    }

    void usesThePublicUrlItIsGiven() {
        ServerProcess server({"--public-url", "https://Login.Example.org/"});
        QVERIFY(WireClient(server.port()).freshCode().qr.starts_with("https://login.example.org/fast?s="));
        QVERIFY(!server.log().contains("server.not_reachable"));
        QVERIFY(
            WireClient(server.port()).get("/api/getqrcode?sid=null").header("Set-Cookie").find("; Secure") !=
            std::string::npos);
    }

    void aRestartKeepsSessionsAndLogins() {
        ServerProcess server;
        const TestWallet ada;
        QCOMPARE(server.administer({"user", "add", "Ada"}).exitStatus, 0);
        QCOMPARE(
            server.administer({"device", "add", "Ada", "--address", QString::fromStdString(ada.address())})
                .exitStatus,
            0);
        const auto approved = WireClient(server.port()).freshCode();
        const auto waiting = WireClient(server.port()).freshCode();
        QCOMPARE(WireClient(server.port()).approve(ada, approved.qr).status, 200);
        QCOMPARE(server.terminate(), 0);
        server.start();
        WireClient client(server.port());
        QCOMPARE(client.status(approved.sid).json()["state"].toString(), "authenticated");
        QCOMPARE(client.status(waiting.sid).json()["state"].toString(), "waiting");
        QCOMPARE(client.approve(ada, waiting.qr).status, 200);
    }

    void endsHeldPollsWhenItIsToldToStop() {
        ServerProcess server;
        const auto code = WireClient(server.port()).freshCode();
        WireClient::Answer held;
        int status = -1;
        {
            std::jthread polling([&] { held = WireClient(server.port()).status(code.sid, "&wait=30"); });
            // The answer to a later request shows that the poll is being held, or about to be.
            QCOMPARE(WireClient(server.port()).status(code.sid).status, 200);
            status = server.terminate();
        }
        QCOMPARE(status, 0);
        QVERIFY(server.log().contains("server.stopped"));
        // Answered, or refused while connecting: never cut off in the middle.
        QVERIFY(held.status == 0 || held.json()["state"].toString() == "waiting");
    }

    void reloadsWhatCanBeReloaded() {
        const TemporaryFolder folder;
        const auto file = folder.write("server.toml", "kiosks = 'any'\n");
        ServerProcess server({"--config", QString::fromStdString(file.string())});
        WireClient client(server.port());
        QCOMPARE(client.get("/api/getqrcode?sid=null").status, 200);

        folder.write("server.toml", "kiosks = 'registered'\nworkers = 8\n");
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.reloaded"));
        QVERIFY(server.log().contains("config.needs_restart") && server.log().contains("workers"));
        QCOMPARE(client.get("/api/getqrcode?sid=null").status, 401);

        folder.write("server.toml", "kiosk = 'any'\n");
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("config.refused"));
        QCOMPARE(client.get("/api/getqrcode?sid=null").status, 401); // the last good settings stay
    }

    void takesOtherKeysWithoutAnotherStart() {
        ServerProcess server;
        WireClient client(server.port());
        QString file;
        qsizetype reloads = 0;
        const auto keyCommand = [&](const QStringList& arguments) {
            const auto done = server.administer(QStringList{"key"} + arguments + QStringList{"--json"});
            QVERIFY2(done.exitStatus == 0, done.err);
            file = QJsonDocument::fromJson(done.out)["file"].toString();
            server.signal(SIGHUP);
            ++reloads;
            QVERIFY(eventually([&] { return server.log().count("config.reloaded") == reloads; }, 30'000));
        };
        const auto before = client.freshCode();
        const QString old =
            QJsonDocument::fromJson(server.administer({"key", "list", "--json"}).out)[0]["key"].toString();
        keyCommand({"rotate", "--from", "0s"});
        const auto after = client.freshCode();
        keyCommand({"forget", old});
        QCOMPARE(client.status(before.sid).json()["state"].toString(), "ended");
        QCOMPARE(client.status(after.sid).json()["state"].toString(), "waiting");
        keyCommand({"rotate"});
        QVERIFY2(server.log().contains("next_from"), server.log());
        QCOMPARE(client.status(after.sid).json()["state"].toString(), "waiting");

        const std::string keys = contentOf(file.toStdString());
        std::ofstream(file.toStdString()) << "nonsense";
        server.signal(SIGHUP);
        QVERIFY(server.waitForLog("keys.refused"));
        QCOMPARE(client.status(after.sid).json()["state"].toString(), "waiting"); // the last good ones stay
        QVERIFY(!server.log().contains(keys.substr(0, 64).c_str()));
    }

    void turnsAwayOneConnectionTooManyAndSaysSo() {
        ServerProcess server({"--max-connections-per-address", "2"});
        std::array<QTcpSocket, 3> sockets;
        for (QTcpSocket& socket : sockets) {
            socket.connectToHost("127.0.0.1", static_cast<quint16>(server.port()));
            QVERIFY(socket.waitForConnected());
        }
        QVERIFY(sockets.back().waitForReadyRead());
        QVERIFY(sockets.back().readAll().startsWith("HTTP/1.1 503"));
        QVERIFY(server.waitForLog("server.too_many_connections"));
    }

    void saysWhyItCannotStart_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown flag") << QStringList{"--lisen", "x"} << 2 << QByteArray("--lisen");
        QTest::newRow("bad address") << QStringList{"--listen", "8420"} << 2
                                     << QByteArray("--listen: listen: \"8420\" is refused");
        QTest::newRow("bad url") << QStringList{"--public-url", "login"} << 2 << QByteArray("http://");
        QTest::newRow("bad database")
            << QStringList{"--database", "mysql:x"} << 2 << QByteArray("sqlite3:PATH");
        QTest::newRow("bad window") << QStringList{"--challenge-window", "10m"} << 2
                                    << QByteArray("30s to 2m");
        QTest::newRow("absent file") << QStringList{"--config", "/nonexistent.toml"} << 2
                                     << QByteArray("/nonexistent.toml");
        QTest::newRow("address not ours") << QStringList{"--listen", "192.0.2.77:8420"} << 1
                                          << QByteArray("cannot listen on 192.0.2.77:8420");
        QTest::newRow("folder not ours")
            << QStringList{"--database", "sqlite3:/proc/x/latchkey.db"} << 1 << QByteArray("/proc/x");
    }
    void saysWhyItCannotStart() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, words);
        const TemporaryFolder folder;
        const auto result =
            runProgram(LATCHKEY_SERVER_PROGRAM, QStringList{"serve"} + arguments, folder.path());
        QCOMPARE(result.exitStatus, status);
        QVERIFY2(result.err.contains(words), result.err);
    }

    void twoServersCannotShareAPort() {
        ServerProcess server;
        const TemporaryFolder folder;
        const auto second =
            runProgram(LATCHKEY_SERVER_PROGRAM,
                       {"serve", "--listen", "127.0.0.1:" + QString::number(server.port())}, folder.path());
        QCOMPARE(second.exitStatus, 1);
        QVERIFY2(second.err.contains("Address already in use"), second.err);
    }

    void refusesAKeyThatOthersCanRead() {
        ServerProcess server;
        QCOMPARE(server.terminate(), 0);
        const auto key = server.folder().file(".local/state/latchkey/server.key");
        std::filesystem::permissions(key, std::filesystem::perms::others_read,
                                     std::filesystem::perm_options::add);
        const auto result =
            runProgram(LATCHKEY_SERVER_PROGRAM, {"serve", "--listen", "127.0.0.1:0"}, server.folder().path());
        QCOMPARE(result.exitStatus, 1);
        QVERIFY2(result.err.contains("chmod 600"), result.err);
    }
};

QTEST_GUILESS_MAIN(TestServerProcess)
#include "tst_server_process.moc"
