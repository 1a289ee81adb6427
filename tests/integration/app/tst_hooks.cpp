// Real scripts, run for a login.

#include "app/kiosk/hooks.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 30'000; // ms; for a busy machine, which takes long to start a program

} // namespace

class TestHooks : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void tellsTheProgramWhomItIsAbout();
    void givesTheProgramNothingElse();
    void runsNothingWhereNothingIsSet();
    void runsOneAfterTheOther();
    void saysTheFirstLinesAndReadsTheRest();
    void tellsOfAFailure_data();
    void tellsOfAFailure();
    void endsAProgramThatTakesTooLongWithWhatItStarted();
    void killsAProgramThatDoesNotListen();
    void givesALockItsTimeWhenTheProgramEnds();
    void refusesWhatCannotBeRun();

  private:
    std::filesystem::path script(const char* name, const std::string& body) const;
    void start(const std::string& onUnlock, const std::string& onLock = {});
    QString wroteBy(const char* name) const {
        return QString::fromStdString(contentOf(m_folder->file(name)));
    }

    const Hooks::Login m_ada{"u-1", "Ada \"$(id)\" Lovelace", "AAAA", "Front desk"};
    std::unique_ptr<ManualScheduler> m_scheduler;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Hooks> m_hooks;
    std::unique_ptr<QSignalSpy> m_said;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestHooks::init() {
    m_scheduler = std::make_unique<ManualScheduler>();
    m_folder = std::make_unique<TemporaryFolder>();
}

void TestHooks::cleanup() {
    m_hooks.reset();
    m_scheduler.reset();
}

std::filesystem::path TestHooks::script(const char* name, const std::string& body) const {
    const auto file =
        m_folder->write(name, "#!/bin/sh\ncd " + m_folder->path().string() + "\n" + body + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file;
}

void TestHooks::start(const std::string& onUnlock, const std::string& onLock) {
    HookSettings settings;
    if (!onUnlock.empty()) settings.onUnlock = script("unlock.sh", onUnlock);
    if (!onLock.empty()) settings.onLock = script("lock.sh", onLock);
    QProcessEnvironment environment;
    environment.insert("DISPLAY", ":7");
    environment.insert("LATCHKEY_KIOSK_SERVER", "https://lobby.test");
    m_hooks = std::make_unique<Hooks>(settings, *m_scheduler, environment);
    m_said = std::make_unique<QSignalSpy>(m_hooks.get(), &Hooks::said);
    m_failed = std::make_unique<QSignalSpy>(m_hooks.get(), &Hooks::failed);
    m_finished = std::make_unique<QSignalSpy>(m_hooks.get(), &Hooks::finished);
}

void TestHooks::tellsTheProgramWhomItIsAbout() {
    start("echo "
          "\"$LATCHKEY_EVENT|$LATCHKEY_USER_ID|$LATCHKEY_USER_NAME|$LATCHKEY_LOGIN_ID|$LATCHKEY_KIOSK|$"
          "DISPLAY|$#\" >said");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    QVERIFY(m_finished->wait(kPatience));
    QCOMPARE(wroteBy("said"), "unlock|u-1|Ada \"$(id)\" Lovelace|AAAA|Front desk|:7|0\n");
    QCOMPARE(m_failed->count(), 0);
}

void TestHooks::givesTheProgramNothingElse() {
    start("env >said; cat >>said");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    QVERIFY(m_finished->wait(kPatience)); // and so cat found the end of its input
    QVERIFY(!wroteBy("said").contains("LATCHKEY_KIOSK_SERVER"));
    QVERIFY(wroteBy("said").contains("PATH=/usr/local/bin:/usr/bin:/bin\n"));
}

void TestHooks::runsNothingWhereNothingIsSet() {
    start("touch said");
    m_hooks->run(Hooks::Event::Lock, m_ada);
    QVERIFY(!m_scheduler->untilNext());
}

void TestHooks::runsOneAfterTheOther() {
    QCOMPARE(mkfifo(m_folder->file("gate").c_str(), 0600), 0);
    start("read open <gate; echo unlocked >>said", "echo locked >>said");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    m_hooks->run(Hooks::Event::Lock, m_ada);
    m_folder->write("gate", "\n"); // waits until the first one reads it
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 2, kPatience);
    QCOMPARE(wroteBy("said"), "unlocked\nlocked\n");
}

void TestHooks::saysTheFirstLinesAndReadsTheRest() {
    start("echo hello; echo oops >&2; head -c 300000 /dev/zero | tr '\\0' x; echo; seq 1 100000; touch done");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    QVERIFY(m_finished->wait(kPatience));
    QVERIFY(std::filesystem::exists(m_folder->file("done")));
    QCOMPARE(m_said->count(), ChildProgram::kLinesSaid);
    QCOMPARE((*m_said)[0].first().toString(), "hello");
    QCOMPARE((*m_said)[1].first().toString(), "oops");
    QCOMPARE((*m_said)[2].first().toString(), QString(ChildProgram::kLongestLine, 'x'));
}

void TestHooks::tellsOfAFailure_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("exit status") << "exit 3"
                                 << "unlock.sh: exit status 3";
    QTest::newRow("signal") << "kill -9 $$"
                            << "unlock.sh: ended by signal 9";
}

void TestHooks::tellsOfAFailure() {
    QFETCH(QString, body);
    QFETCH(QString, sentence);
    start(body.toStdString());
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    QVERIFY(m_finished->wait(kPatience));
    QCOMPARE(m_failed->count(), 1);
    QVERIFY2(m_failed->first().first().toString().endsWith(sentence),
             qPrintable(m_failed->first().first().toString()));
}

void TestHooks::endsAProgramThatTakesTooLongWithWhatItStarted() {
    // As the kiosk does, whose children would inherit it.
    sigset_t held;
    sigset_t before;
    sigemptyset(&held);
    sigaddset(&held, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &held, &before);
    start("sleep 1000 & echo $!; wait");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    QTRY_COMPARE_WITH_TIMEOUT(m_said->count(), 1, kPatience);
    const pid_t child = m_said->first().first().toInt();
    QVERIFY(child > 0 && kill(child, 0) == 0);
    m_scheduler->advance(10s);
    QVERIFY(m_finished->count() == 1 || m_finished->wait(kPatience));
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    QVERIFY(m_failed->first().first().toString().endsWith("still running after 10 s, ended"));
    const auto isGone = [child] { // or waits for its new parent to notice
        const std::string status = contentOf("/proc/" + std::to_string(child) + "/stat");
        return status.empty() || status.find(") Z ") != std::string::npos;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isGone(), kPatience);
}

void TestHooks::killsAProgramThatDoesNotListen() {
    start("trap '' TERM; echo ready; while :; do sleep 1000; done");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    QTRY_COMPARE_WITH_TIMEOUT(m_said->count(), 1, kPatience);
    m_scheduler->advance(10s + ChildProgram::kGrace);
    QVERIFY(m_finished->count() == 1 || m_finished->wait(kPatience));
    QVERIFY(m_failed->first().first().toString().contains("still running"));
}

void TestHooks::givesALockItsTimeWhenTheProgramEnds() {
    start("echo unlocked >>said", "echo locked >>said");
    m_hooks->run(Hooks::Event::Unlock, m_ada);
    m_hooks->run(Hooks::Event::Lock, m_ada);
    m_hooks.reset();
    QCOMPARE(wroteBy("said"), "unlocked\nlocked\n");
}

void TestHooks::refusesWhatCannotBeRun() {
    const auto reason = [](const std::filesystem::path& program) {
        const auto checked = checkHook(program);
        return checked ? std::string() : checked.error();
    };
    QVERIFY(bool(checkHook(script("good.sh", "true"))));
    QVERIFY(reason("bin/hook").starts_with("it has to be the absolute path"));
    QVERIFY(reason("/nonexistent/hook").starts_with("there is no such file"));
    QVERIFY(reason(m_folder->path()).starts_with("it is not a file"));
    const auto file = script("bad.sh", "true");
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    QVERIFY(reason(file).find("chmod +x") != std::string::npos);
    std::filesystem::permissions(file, std::filesystem::perms(0777));
    QVERIFY(reason(file).find("chmod o-w") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestHooks)
#include "tst_hooks.moc"
