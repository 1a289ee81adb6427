// The program as a person runs it: exit statuses and what it prints.
#include "common/lnurl.h"
#include "qr_drawing.h"
#include "test_key.h"
#include "tests/phone/payload.h"
#include "tests/support/loopback_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey::phone;
using latchkey::LoopbackServer;

namespace {

constexpr const char* kWelcome = "{\"status\":200,\"message\":\"Welcome\"}";

struct Ran {
    int status = -1;
    QString out;
    QString err;
};

std::string qrStringAt(const std::string& base) {
    return base + "/fast?s=aa&c=bb&t=69ae8418";
}

// A callback of that server, as an LNURL.
std::string lnurlAt(const std::string& base, const std::string& more = {}) {
    return latchkey::toLnurl(base + "/ln?tag=login&k1=" + std::string(64, '5') + more);
}

} // namespace

class TestPhoneProgram : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesAKeyOnce() {
        const Ran first = run({"key", "new", "--json"});
        const Ran second = run({"key", "new"});

        QCOMPARE(first.status, 0);
        QVERIFY(QFile::exists(m_folder->filePath("latchkey/phone.key")));
        QCOMPARE(QJsonDocument::fromJson(first.out.toUtf8())["public_key"].toString().size(), 66);
        QCOMPARE(second.status, 1);
        QVERIFY(second.err.contains("--key FILE"));
    }

    void importsAndShowsAKeyWithoutItsSecret() {
        const QString secret = "4604b4b710fe91f584fff084e1a9159fe4f8408fff380596a604948474ce4fa3"; // BIP-84's
        const Ran imported = run({"key", "import"}, secret.toUtf8() + "\n");
        const Ran shown = run({"key", "show", "--json"});

        QCOMPARE(imported.status, 0);
        QVERIFY(imported.out.contains("p2wpkh              bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu\n"));
        QCOMPARE(shown.status, 0);
        const QJsonDocument key = QJsonDocument::fromJson(shown.out.toUtf8());
        QCOMPARE(key["public_key"].toString(),
                 QString("0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c"));
        QCOMPARE(key["addresses"].toObject().size(), 4);
        for (const QString& text : {imported.out, imported.err, shown.out, shown.err}) {
            QVERIFY(!text.contains(secret));
        }
    }

    void importRefusesWhatIsNoKey() {
        QCOMPARE(run({"key", "import"}, "hello\n").status, 1);
        QVERIFY(!QFile::exists(m_folder->filePath("latchkey/phone.key")));
    }

    void scansAnImage() { QCOMPARE(run({"scan", imageOf(kQrString)}).out, QString(kQrString) + "\n"); }

    void scanFailsWithAReasonWhereThereIsNoCode() {
        QImage blank(200, 200, QImage::Format_RGB32);
        blank.fill(Qt::white);
        const QString file = m_folder->filePath("blank.png");
        QVERIFY(blank.save(file));

        const Ran ran = run({"scan", file});

        QCOMPARE(ran.status, 1);
        QVERIFY(ran.err.contains("no QR code found in " + file));
    }

    void scanOfTheScreenNeedsADisplay_data() {
        QTest::addColumn<QString>("display");
        QTest::newRow("none") << "";
        QTest::newRow("one that is not there") << ":4242";
    }

    void scanOfTheScreenNeedsADisplay() {
        QFETCH(QString, display);
        m_display = display;

        const Ran ran = run({"scan", "--screen"});

        QCOMPARE(ran.status, 1);
        QVERIFY(ran.err.contains("DISPLAY") || ran.err.contains(display));
    }

    void signPrintsWhatApprovePosts() {
        LoopbackServer server;
        server.answer("/door/fast", LoopbackServer::Answer::json(kWelcome));
        const QString qr = QString::fromStdString(qrStringAt(server.address().text() + "/door"));
        run({"key", "new"});
        const QStringList options{"--shape", "public-key", "--signature", "compact"};

        const Ran printed = run(QStringList{"sign", qr} + options);
        const Ran approved = run(QStringList{"approve", qr} + options);

        QCOMPARE(printed.status, 0);
        QCOMPARE(approved.status, 0);
        QVERIFY(approved.out.contains(
            QString::fromStdString("Signing in at " + server.address().text() + " as ")));
        QVERIFY(approved.out.contains("Approved: 200 Welcome\n"));
        QCOMPARE(server.count("/door/fast"), 1);
        QCOMPARE(server.requests().front().body + '\n', printed.out.toUtf8());
    }

    void approvesTheLatchkeyCodeAmongOthers() {
        LoopbackServer server;
        server.answer("/fast", LoopbackServer::Answer::json(kWelcome));
        run({"key", "new"});
        QImage screen = drawScreen({1280, 720}, Qt::white, drawCode(qrStringAt(server.address().text()), 5));
        QPainter(&screen).drawImage(10, 10, drawCode("https://example.org/menu", 5));
        const QString file = m_folder->filePath("two.png");
        QVERIFY(screen.save(file));

        QCOMPARE(run({"approve", "--image", file}).status, 0);
        QCOMPARE(server.requests().size(), 1);
    }

    void aRefusalIsStatus1WithItsReason() {
        LoopbackServer server;
        server.answer("/fast", LoopbackServer::Answer::json(
                                   "{\"status\":404,\"message\":\"unknown \\u001b[2J key\"}", 404));
        run({"key", "new"});

        const Ran ran = run({"approve", QString::fromStdString(qrStringAt(server.address().text()))});

        QCOMPARE(ran.status, 1);
        QVERIFY(ran.err.contains("refused: 404 unknown ?[2J key"));
        QVERIFY(!ran.out.contains("Approved"));
    }

    void aPageInsteadOfAVerdictIsStatus1() {
        LoopbackServer server;
        server.answer("/fast", LoopbackServer::Answer::json("<html>Signed in</html>"));
        run({"key", "new"});

        QCOMPARE(run({"approve", QString::fromStdString(qrStringAt(server.address().text()))}).status, 1);
    }

    void doesNotSignWhatIsNoQrStringOfOurs() {
        run({"key", "new"});

        const Ran ran = run({"sign", "https://example.org/menu"});

        QCOMPARE(ran.status, 1);
        QVERIFY(ran.out.isEmpty());
    }

    void signsInAsALightningWallet() {
        LoopbackServer server;
        server.answer("/ln", LoopbackServer::Answer::json("{\"status\":\"OK\"}"));
        run({"key", "new"});

        const Ran ran =
            run({"lnurl", QString::fromStdString(lnurlAt(server.address().text(), "&action=link"))});

        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.startsWith(
            QString::fromStdString("Linking a key at " + server.address().text() + " as 0")));
        QVERIFY(ran.out.endsWith("{\"status\":\"OK\"}\n"));
        QCOMPARE(server.requests().size(), 1);
        const QByteArray key = ran.out.section('\n', 0, 0).section(' ', -1).toLatin1();
        QCOMPARE(server.count("/ln"), 1);
        QCOMPARE(server.requests().front().parameter("key").toLatin1(), key);
        QCOMPARE(server.requests().front().parameter("tag"), "login");
    }

    void findsTheLnurlOfAQrCode() {
        LoopbackServer server;
        server.answer("/ln", LoopbackServer::Answer::json("{\"status\":\"OK\"}"));
        run({"key", "new"});
        const std::string text =
            qrStringAt("https://lobby.example") + "&lightning=" + lnurlAt(server.address().text());

        const Ran ran = run({"lnurl", "--image", imageOf(text.c_str())});

        QCOMPARE(ran.status, 0);
        QVERIFY(
            ran.out.contains(QString::fromStdString("Signing in at " + server.address().text() + " as ")));
        QCOMPARE(server.requests().size(), 1);
    }

    void anErrorOfTheServiceIsStatus1WithItsReason() {
        LoopbackServer server;
        server.answer(
            "/ln", LoopbackServer::Answer::json("{\"status\":\"ERROR\",\"reason\":\"too \\u001b[2J late\"}"));
        run({"key", "new"});

        const Ran ran = run({"lnurl", QString::fromStdString(lnurlAt(server.address().text()))});

        QCOMPARE(ran.status, 1);
        QVERIFY(ran.err.contains("refused: too ?[2J late"));
        QVERIFY(!ran.out.contains("OK"));
    }

    void doesNotFollowAnLnurlToPlainHttp() {
        run({"key", "new"});

        const Ran ran = run({"lnurl", QString::fromStdString(lnurlAt("http://lobby.example"))});

        QCOMPARE(ran.status, 1);
        QVERIFY(ran.err.contains("neither https nor an onion service"));
    }

    void wrongUsageIsStatus2_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no key command") << QStringList{"key"};
        QTest::newRow("no source") << QStringList{"approve"};
        QTest::newRow("two sources") << QStringList{"approve", kQrString, "--screen"};
        QTest::newRow("no LNURL") << QStringList{"lnurl"};
        QTest::newRow("an option of another command") << QStringList{"lnurl", kQrString, "--form"};
        QTest::newRow("an unknown shape") << QStringList{"sign", kQrString, "--shape", "round"};
        QTest::newRow("a contradiction") << QStringList{"sign", kQrString, "--signature", "der"};
        QTest::newRow("another contradiction")
            << QStringList{"sign", kQrString, "--shape", "public-key", "--address-kind", "p2wpkh"};
        QTest::newRow("a name without an e-mail address") << QStringList{"sign", kQrString, "--name", "Ada"};
    }

    void wrongUsageIsStatus2() {
        QFETCH(QStringList, arguments);

        QCOMPARE(run(arguments).status, 2);
    }

    void explainsItself() {
        QCOMPARE(run({"--version"}).out, QString("latchkey-phone " LATCHKEY_VERSION "\n"));
        QVERIFY(run({"--help"}).out.contains("approve"));
        QVERIFY(run({"approve", "--help"}).out.contains("--address-kind"));
    }

  private:
    QString imageOf(const char* text) {
        const QString file = m_folder->filePath("code.png");
        return drawCode(text, 4).save(file) ? file : QString();
    }

    // Serves this process's own event loop meanwhile, so that a LoopbackServer can answer.
    Ran run(const QStringList& arguments, const QByteArray& input = {}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_DATA_HOME", m_folder->path());
        environment.insert("DISPLAY", m_display);
        environment.remove("WAYLAND_DISPLAY");
        environment.remove("QT_QPA_PLATFORM");
        process.setProcessEnvironment(environment);
        process.start(LATCHKEY_PHONE, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30000)) process.kill();
        const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return {status, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_display;
};

QTEST_GUILESS_MAIN(TestPhoneProgram)
#include "tst_phone_program.moc"
