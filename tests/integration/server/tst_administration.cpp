// The administration commands, beside a running server.
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/wire_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <thread>

using namespace latchkey;

class TestAdministration : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    TestWallet m_ada;

    QJsonObject json(const QStringList& arguments) const {
        const auto result = m_server->administer(arguments + QStringList{"--json"});
        if (result.exitStatus != 0) qFatal("%s", result.err.constData());
        return QJsonDocument::fromJson(result.out).object();
    }
    void refused(const QStringList& arguments, int status, const char* words) const {
        const auto result = m_server->administer(arguments);
        QCOMPARE(result.exitStatus, status);
        QVERIFY2(result.err.contains(words), result.err);
        QVERIFY2(result.out.isEmpty(), result.out);
    }

  private slots:
    void init() { m_server = std::make_unique<ServerProcess>(); }
    void cleanup() { m_server.reset(); }

    void usersAndDevicesComeAndGo() {
        const QString user =
            json({"user", "add", "Ada Lovelace", "--email", "ada@example.org"})["id"].toString();
        const QString device =
            json({"device", "add", user, "--address", QString::fromStdString(m_ada.address())})["id"]
                .toString();
        const QJsonObject shown = json({"user", "show", "ada lovelace"});
        QCOMPARE(shown["devices"].toArray()[0].toObject()["id"].toString(), device);
        QVERIFY(m_server->administer({"user", "list"}).out.contains("Ada Lovelace"));
        QVERIFY(m_server->administer({"device", "list"}).out.contains(m_ada.address().c_str()));
        QVERIFY(m_server->administer({"device", "list", "ada@example.org"}).out.contains(device.toUtf8()));
        QCOMPARE(json({"user", "disable", user})["enabled"].toBool(), false);
        QCOMPARE(json({"user", "enable", user})["enabled"].toBool(), true);
        QVERIFY(!json({"device", "revoke", device})["revoked_at"].toString().isEmpty());
        QVERIFY(m_server->administer({"user", "remove", user}).out.contains("removed user " + user.toUtf8()));
        refused({"user", "show", user}, 1, "there is no user");
    }

    void usersAreInGroups() {
        json({"user", "add", "Ada"});
        QVERIFY(m_server->administer({"user", "group", "add", "Ada", "staff"})
                    .out.startsWith("added to group staff: user "));
        QCOMPARE(json({"user", "show", "Ada"})["groups"].toArray(), QJsonArray{"staff"});
        QVERIFY(m_server->administer({"user", "show", "Ada"}).out.contains("groups: staff"));
        const auto listed = QJsonDocument::fromJson(m_server->administer({"user", "list", "--json"}).out);
        QCOMPARE(listed.array()[0].toObject()["groups"].toArray(), QJsonArray{"staff"});
        QVERIFY(m_server->administer({"user", "list"}).out.contains("staff"));
        json({"user", "group", "remove", "Ada", "staff"});
        QVERIFY(json({"user", "show", "Ada"})["groups"].toArray().isEmpty());
        refused({"user", "group", "remove", "Ada", "staff"}, 1, "is not in group \"staff\"");
        refused({"user", "group", "add", "Ada", "Staff!"}, 1, "is not a group's name");
        QVERIFY(m_server->administer({"audit"}).out.contains("user.group_added"));
    }

    void whatItRefusesItNames() {
        refused({"user", "add", ""}, 1, "name is empty");
        refused({"user", "show", "nobody"}, 1, "there is no user \"nobody\"");
        json({"user", "add", "Bob"});
        json({"user", "add", "bob"});
        refused({"user", "remove", "Bob"}, 1, "names 2 users");
        refused({"device", "add", "Bob", "--address", "1BitcoinEaterAddressDontSendf59kuF"}, 1, "--address:");
        refused({"device", "add", "Bob", "--public-key", "02"}, 1, "--public-key:");
        refused({"device", "revoke", "d1"}, 1, "there is no device");
        refused({"kiosk", "remove", "Lobby"}, 1, "there is no kiosk");
        refused({"audit", "--since", "yesterday"}, 2, "--since");
        refused({"user", "list", "--database", "mysql:x"}, 2, "sqlite3:PATH");
        QCOMPARE(m_server->administer({"user"}).exitStatus, 2);
        QCOMPARE(m_server->administer({"device", "add", "Bob"}).exitStatus, 2);
        QCOMPARE(
            m_server->administer({"device", "add", "Bob", "--address", "a", "--public-key", "b"}).exitStatus,
            2);
        QCOMPARE(m_server->administer({"--help"}).exitStatus, 0);
    }

    void aKiosksTokenIsShownOnce() {
        const QString token = json({"kiosk", "add", "Lobby", "--place", "Ground floor"})["token"].toString();
        QCOMPARE(token.size(), 43);
        QVERIFY(!m_server->administer({"kiosk", "list", "--json"}).out.contains(token.toUtf8()));
        QVERIFY(m_server->administer({"kiosk", "list"}).out.contains("Ground floor"));
        QCOMPARE(json({"kiosk", "remove", "lobby"})["name"].toString(), "Lobby");
    }

    void keysFollowOneAnother() {
        const auto count = [&] {
            return QJsonDocument::fromJson(m_server->administer({"key", "list", "--json"}).out)
                .array()
                .size();
        };
        const auto key = [&](qsizetype index) {
            return QJsonDocument::fromJson(m_server->administer({"key", "list", "--json"}).out)[index]
                .toObject();
        };
        const QString first = key(0)["key"].toString();
        QCOMPARE(count(), 1);
        QCOMPARE(key(0)["state"].toString(), "in force");
        QVERIFY(key(0)["from"].isNull());

        const QString next = json({"key", "rotate", "--from", "2100-01-01"})["key"].toString();
        QVERIFY(next != first);
        QCOMPARE(key(1)["key"].toString(), next);
        QCOMPARE(key(1)["from"].toString(), "2100-01-01T00:00:00Z");
        QCOMPARE(key(1)["state"].toString(), "to come");
        refused({"key", "rotate"}, 1, "is still to come");
        refused({"key", "forget", first}, 1, "is in force");
        QVERIFY(
            m_server->administer({"key", "forget", next}).out.startsWith("removed the key " + next.toUtf8()));
        QCOMPARE(count(), 1);

        QVERIFY(m_server->administer({"key", "rotate", "--from", "0s"})
                    .out.contains("looks at the file each minute"));
        QCOMPARE(key(0)["state"].toString(), "old");
        QVERIFY(key(0)["used_until"].isString());
        QCOMPARE(key(1)["state"].toString(), "in force");
        QVERIFY(m_server->administer({"key", "list"}).out.contains("old, what it made is good until 2"));
        QCOMPARE(json({"key", "forget", first})["key"].toString(), first);

        refused({"key", "forget", first}, 1, "there is no key");
        refused({"key", "rotate", "--from", "tomorrow"}, 2, "neither a duration from now");
        refused({"key", "rotate", "--from", "2026-01-01"}, 2, "is past");
        refused({"key", "rotate", "--key-file", "nowhere.key"}, 1, "there is no key file yet");
    }

    // "Within a second": the held poll is answered because of it, not because its time is up.
    void disablingAUserReachesARunningKioskAtOnce() {
        const QString user = json({"user", "add", "Ada"})["id"].toString();
        json({"device", "add", user, "--address", QString::fromStdString(m_ada.address())});
        WireClient kiosk(m_server->port());
        const auto code = kiosk.freshCode();
        QCOMPARE(kiosk.approve(m_ada, code.qr).status, 200);
        QElapsedTimer timer;
        WireClient::Answer held;
        {
            std::jthread polling([&] {
                timer.start();
                held = WireClient(m_server->port()).status(code.sid, "&wait=30&state=authenticated");
            });
            json({"user", "disable", user});
        }
        QCOMPARE(held.json()["state"].toString(), "ended");
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(kiosk.dashboard(code.sid).status, 401);
    }

    void theAuditTrailTellsWhatHappened() {
        json({"user", "add", "Ada"});
        json({"device", "add", "Ada", "--address", QString::fromStdString(m_ada.address())});
        WireClient kiosk(m_server->port());
        const auto code = kiosk.freshCode();
        QCOMPARE(kiosk.approve(m_ada, code.qr).status, 200);
        QCOMPARE(kiosk.signOut(code.sid).status, 200);
        const QByteArray trail = m_server->administer({"audit", "--since", "1h"}).out;
        qsizetype at = 0;
        for (const char* event : {"user.added", "device.added", "login.approved", "login.signed_out"}) {
            at = trail.indexOf(event, at);
            QVERIFY2(at >= 0, trail);
        }
        QVERIFY(trail.contains("from=127.0.0.1"));
        QVERIFY(m_server->administer({"audit", "--since", "2999-01-01"}).out.isEmpty());
    }

    void theAuditTrailCanBeFollowed() {
        json({"user", "add", "Ada"});
        QProcess follow;
        QProcessEnvironment environment;
        environment.insert("HOME", QString::fromStdString(m_server->folder().path().string()));
        follow.setProcessEnvironment(environment);
        follow.start(LATCHKEY_SERVER_PROGRAM, {"audit", "--follow", "--json"});
        QByteArray seen;
        const auto sees = [&](const char* text) {
            for (QElapsedTimer timer =
                     [] {
                         QElapsedTimer t;
                         t.start();
                         return t;
                     }();
                 timer.elapsed() < 30'000;) {
                seen += follow.readAllStandardOutput();
                if (seen.contains(text)) return true;
                follow.waitForReadyRead(100);
            }
            return false;
        };
        QVERIFY(sees("user.added"));
        json({"user", "disable", "Ada"});
        QVERIFY(sees("user.disabled"));
        ::kill(static_cast<pid_t>(follow.processId()), SIGINT);
        QVERIFY(follow.waitForFinished(30'000));
        QCOMPARE(follow.exitStatus(), QProcess::NormalExit);
        QCOMPARE(follow.exitCode(), 0);
    }

    void configCheckShowsWhatIsInForceAndWhereItComesFrom() {
        const TemporaryFolder folder;
        const auto file = QString::fromStdString(folder.write("s.toml", "login_lifetime = '20m'\n").string());
        const auto result = m_server->administer({"config", "check", "--config", file, "--workers", "8"});
        QCOMPARE(result.exitStatus, 0);
        QVERIFY2(result.out.contains("login_lifetime = \"20m\"  # " + file.toUtf8() + ":1\n"), result.out);
        QVERIFY(result.out.contains("workers = \"8\"  # --workers\n"));
        QVERIFY(result.out.contains("kiosks = \"any\"  # default\n"));
        QVERIFY(result.out.contains("latchkey/server.key"));
        folder.write("s.toml", "login_lifetime = '20m'\nlogin_lifetme = 1\n");
        const auto bad = m_server->administer({"config", "check", "--config", file});
        QCOMPARE(bad.exitStatus, 2);
        QVERIFY2(bad.err.contains(file.toUtf8() + ":2: unknown setting \"login_lifetme\""), bad.err);
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
