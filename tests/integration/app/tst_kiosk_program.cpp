// The program itself, started as an operator starts it.

#include "app/client/server_api.h"
#include "tests/support/loopback_server.h"
#include "tests/support/notify_socket.h"
#include "tests/support/temporary_file.h"
#include "tests/support/temporary_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

class TestKioskProgram : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void tellsItsVersion();
    void checksItsConfig();
    void leavesWithTwoAndOneSentenceOnABadSetting();
    void showsABadSettingInALobbyUntilItIsMended();
    void keepsNothingOfAPersonsInItsMemoryAfterTheLock();
    void sendsItsTokenAndLogsNeitherItNorTheSid();
    void logsThatAPhoneIsHereAndNotItsNumber();
    void writesAReportWithoutSecretsOnSigusr1();
    void signsOutAndLeavesInOrderWhenTerminated();
    void leavesInTwoSecondsWhenTheServerIsSilent();

  private:
    void run(const QStringList& arguments);
    void signIn();
    int timesInMemory(const QString& words);
    QString log();

    TemporaryFolder m_state;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<QProcess> m_program;
};

void TestKioskProgram::init() {
    m_server = std::make_unique<LoopbackServer>();
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("XDG_CONFIG_HOME", "/nonexistent");
    environment.insert("XDG_STATE_HOME", QString::fromStdString(m_state.path().string()));
    environment.remove("STATE_DIRECTORY");
    m_program->setProcessEnvironment(environment);

    const Sid sid("private-sid");
    const QrCodeAnswer code{
        "https://lobby.test/fast?s=a&c=b&t=1", sid, SessionState::Authenticated, 120s, 30s, 5s};
    m_server->answer("/api/getqrcode", Answer::json(code.toJson()));
    m_server->answer("/api/checkfast", Answer::held());
    DashboardAnswer dashboard;
    dashboard.userId = "u-1";
    dashboard.userName = "Ada";
    dashboard.expiresIn = 900s;
    m_server->answer("/site/dashboard", Answer::json(dashboard.toJson()));
    m_server->answer("/api/signout", Answer::json("{}"));
}

void TestKioskProgram::cleanup() {
    if (m_program->state() != QProcess::NotRunning) {
        m_program->kill();
        m_program->waitForFinished();
    }
    m_program.reset();
    m_server.reset();
}

void TestKioskProgram::run(const QStringList& arguments) {
    m_program->start(LATCHKEY_KIOSK_PROGRAM, arguments);
    QVERIFY(m_program->waitForStarted());
}

void TestKioskProgram::signIn() {
    run({"--server", QString::fromStdString(m_server->address().text()), "--windowed"});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->held("/api/checkfast"), 1, 30000);
}

QString TestKioskProgram::log() {
    return QString::fromUtf8(m_program->readAllStandardError());
}

void TestKioskProgram::tellsItsVersion() {
    run({"--version"});
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_program->exitCode(), 0);
    QCOMPARE(m_program->readAllStandardOutput().trimmed(), "latchkey-kiosk " LATCHKEY_VERSION);
}

void TestKioskProgram::checksItsConfig() {
    run({"config", "check", "--server", "https://LOBBY.test/"});
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_program->exitCode(), 0);
    QVERIFY(m_program->readAllStandardOutput().contains("# --server\n"));
}

void TestKioskProgram::leavesWithTwoAndOneSentenceOnABadSetting() {
    run({"--server", "lobby"});
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_program->exitCode(), 2);
    const QString said = log();
    QVERIFY2(said.startsWith("latchkey-kiosk: --server: server: \"lobby\" is refused: "), qPrintable(said));
    QCOMPARE(said.count('\n'), 1);
}

void TestKioskProgram::showsABadSettingInALobbyUntilItIsMended() {
    const auto settings = m_state.write("kiosk.toml", "server = \"lobby\"\n");
    const NotifySocket serviceManager; // which makes it a lobby
    QProcessEnvironment environment = m_program->processEnvironment();
    environment.insert("NOTIFY_SOCKET", qEnvironmentVariable("NOTIFY_SOCKET"));
    m_program->setProcessEnvironment(environment);
    run({"--config", QString::fromStdString(settings.string())});
    const auto pid = m_program->processId();
    QString said;
    QTRY_VERIFY_WITH_TIMEOUT((said += log()).contains("settings.refused"), 30000);
    QVERIFY2(said.contains("\\\"lobby\\\" is refused"), qPrintable(said));
    m_state.write("kiosk.toml", "server = \"" + m_server->address().text() + "\"\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_server->held("/api/checkfast"), 1, 30000);
    QCOMPARE(m_program->processId(), pid);
    m_program->terminate(); // which it hears as it did before
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_program->exitCode(), 0);
}

void TestKioskProgram::keepsNothingOfAPersonsInItsMemoryAfterTheLock() {
    if (QString(LATCHKEY_SANITIZE) != "") QSKIP("a sanitizer's allocator keeps what is freed");
    const QString secret = "Nimblewick"; // short enough for a std::string to keep it inside itself
    DashboardAnswer dashboard;
    dashboard.userId = "u-1";
    dashboard.userName = secret.toStdString();
    dashboard.expiresIn = 900s;
    std::string text; // long enough not to be written over by whatever comes next
    for (int line = 0; line < 100; ++line) text += "- **" + secret.toStdString() + "** has mail\n";
    for (int tile = 0; tile < 8; ++tile)
        dashboard.tiles.push_back({"For " + secret.toStdString(), text, "", ""});
    m_server->answer("/site/dashboard", Answer::json(dashboard.toJson()));
    signIn();
    QVERIFY(timesInMemory(secret) > 0);
    const QrCodeAnswer code{
        "https://lobby.test/fast?s=a&c=b&t=1", Sid("next"), SessionState::Waiting, 120s, 30s, 5s};
    m_server->answer("/api/getqrcode", Answer::json(code.toJson()));
    m_server->release("/api/checkfast",
                      Answer::json(StatusAnswer{Sid("null"), SessionState::Ended, ""}.toJson()));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->held("/api/checkfast"), 1, 30000); // after the goodbye
    QCOMPARE(timesInMemory(secret), 0);
}

// How often the program has the words in its memory, as the network and as Qt spell them.
int TestKioskProgram::timesInMemory(const QString& words) {
    const QByteArray narrow = words.toUtf8();
    const QByteArray wide(reinterpret_cast<const char*>(words.utf16()), words.size() * 2);
    const QString process = QString("/proc/%1/").arg(m_program->processId());
    QFile maps(process + "maps");
    QFile memory(process + "mem");
    if (!maps.open(QFile::ReadOnly) || !memory.open(QFile::ReadOnly | QFile::Unbuffered))
        qFatal("the memory of the program cannot be read");
    int times = 0;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QByteArray range = line.split(' ').value(0);
        if (!line.contains(" rw") || !range.contains('-')) continue;
        const qint64 begin = range.split('-')[0].toLongLong(nullptr, 16);
        const qint64 end = range.split('-')[1].toLongLong(nullptr, 16);
        if (!memory.seek(begin)) continue;
        const QByteArray bytes = memory.read(end - begin);
        times += static_cast<int>(bytes.count(narrow) + bytes.count(wide));
    }
    return times;
}

void TestKioskProgram::sendsItsTokenAndLogsNeitherItNorTheSid() {
    const TemporaryFile token("private-token\n");
    run({"--server", QString::fromStdString(m_server->address().text()), "--kiosk-token-file",
         QString::fromStdString(token.path()), "--log-level", "debug", "--log-format", "json"});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->held("/api/checkfast"), 1, 30000);
    QCOMPARE(m_server->requests("/api/getqrcode").first().headers.value("authorization"),
             "Bearer private-token");
    m_program->terminate();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    const QString said = log();
    QVERIFY(said.contains("\"event\":\"login.opened\""));
    for (const char* word : {"private", "Ada"}) QVERIFY2(!said.contains(word), qPrintable(said));
}

void TestKioskProgram::logsThatAPhoneIsHereAndNotItsNumber() {
    const Sid sid("private-sid");
    const QrCodeAnswer code{"https://lobby.test/fast?s=a&c=b&t=1", sid, SessionState::Waiting, 120s, 30s, 5s};
    m_server->answer("/api/getqrcode", Answer::json(code.toJson()));
    m_server->answer("/api/checkfast", Answer::held());
    m_server->answerOnce("/api/checkfast",
                         Answer::json(StatusAnswer{sid, SessionState::Scanned, "42"}.toJson()));
    run({"--server", QString::fromStdString(m_server->address().text()), "--log-level", "debug",
         "--log-format", "json"});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->held("/api/checkfast"), 1, 30000);
    m_program->terminate();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QJsonObject scanned;
    for (const QString& line : log().split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line.toUtf8()).object();
        if (entry["event"] == "code.scanned") scanned = entry;
    }
    QCOMPARE(scanned.keys(), QStringList({"event", "level", "time"}));
}

void TestKioskProgram::writesAReportWithoutSecretsOnSigusr1() {
    const TemporaryFile token("private-token\n");
    run({"--server", QString::fromStdString(m_server->address().text()), "--windowed", "--kiosk-token-file",
         QString::fromStdString(token.path()), "--log-level", "debug"});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->held("/api/checkfast"), 1, 30000);
    ::kill(static_cast<pid_t>(m_program->processId()), SIGUSR1);
    QString said;
    QTRY_VERIFY_WITH_TIMEOUT((said += log()).contains("diagnostics.written"), 30000);
    QCOMPARE(m_program->state(), QProcess::Running);

    const QDir folder(QString::fromStdString(m_state.file("latchkey").string()));
    const QStringList files = folder.entryList({"latchkey-kiosk-diagnostics-*.txt"}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const std::string report = contentOf(folder.filePath(files.first()).toStdString());
    for (const char* fact : {"phase signed in for ", "kiosk.started", "login.opened", "kiosk_token_file = "})
        QVERIFY2(report.find(fact) != std::string::npos, report.c_str());
    for (const char* secret : {"private-sid", "private-token", "Ada"})
        QVERIFY2(report.find(secret) == std::string::npos, report.c_str());
}

void TestKioskProgram::signsOutAndLeavesInOrderWhenTerminated() {
    signIn();
    m_program->terminate();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program->exitCode(), 0);
    QCOMPARE(m_server->count("/api/signout"), 1);
    QVERIFY(log().contains("kiosk.stopped"));
}

void TestKioskProgram::leavesInTwoSecondsWhenTheServerIsSilent() {
    m_server->answer("/api/signout", Answer::held());
    signIn();
    ::kill(static_cast<pid_t>(m_program->processId()), SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_program->exitCode(), 0);
    QCOMPARE(m_server->count("/api/signout"), 1);
}

QTEST_GUILESS_MAIN(TestKioskProgram)
#include "tst_kiosk_program.moc"
