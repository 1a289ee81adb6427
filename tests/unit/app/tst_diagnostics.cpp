#include "app/client/phase_name.h"
#include "app/kiosk/diagnostics.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

std::chrono::sys_seconds morning() {
    return std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) + 8h + 30min;
}

} // namespace

class TestDiagnostics : public QObject {
    Q_OBJECT

  private slots:
    void saysWhatTheTerminalIs();
    void saysWhereTheSessionStands();
    void namesAPhaseAndNothingOfWhatItHolds();
    void keepsTheLastLinesOfTheLog();
    void keepsNothingThatAnOperatorsProgramSaid();
    void writesAFileThatNobodyElseCanRead();
    void writesElsewhereWhereTheFolderCannotBe();

  private:
    ManualScheduler m_scheduler;
};

void TestDiagnostics::saysWhatTheTerminalIs() {
    const LogRing log(morning);
    const Diagnostics diagnostics("server = \"https://lobby.test\"  # --server\n", log, m_scheduler, morning);
    const QString report = QString::fromStdString(diagnostics.report());
    for (const char* fact :
         {"2026-03-09T08:30:00Z", "latchkey-kiosk " LATCHKEY_VERSION, "Qt 6.", "platform offscreen",
          "screen ", ", primary", "text in ", "VmRSS:", "server = \"https://lobby.test\"  # --server"}) {
        QVERIFY2(report.contains(fact), qPrintable(fact + (" is missing in " + report)));
    }
}

void TestDiagnostics::saysWhereTheSessionStands() {
    const LogRing log(morning);
    Diagnostics diagnostics("", log, m_scheduler, morning);
    diagnostics.onPhase("connecting");
    m_scheduler.advance(5s);
    diagnostics.onPhase("showing_code");
    diagnostics.onPhase("showing_code");
    m_scheduler.advance(7s);
    const QString report = QString::fromStdString(diagnostics.report());
    QVERIFY(report.contains("running for 12 s\nphase showing_code for 7 s\n"));
    QVERIFY(report.contains("entered connecting 1 times\nentered showing_code 2 times\n"));
}

void TestDiagnostics::namesAPhaseAndNothingOfWhatItHolds() {
    DashboardAnswer dashboard;
    dashboard.userName = "Ada Lovelace";
    const phase::SignedIn login{std::make_shared<const DashboardAnswer>(dashboard), {}};
    QVERIFY(phaseName(login) == "signed in");
    QVERIFY(phaseName(phase::ShowingNumber{"42"}) == "showing the number to match");
    QVERIFY(phaseName(phase::Connecting()) == "connecting");
}

void TestDiagnostics::keepsTheLastLinesOfTheLog() {
    LogRing log(morning);
    for (int line = 0; line < 250; ++line) log.add(LogLevel::Warning, "event" + std::to_string(line));
    QCOMPARE(log.lines().size(), LogRing::kLines);
    QCOMPARE(log.lines().front(), "2026-03-09T08:30:00Z warning event50");
    const Diagnostics diagnostics("", log, m_scheduler, morning);
    QVERIFY(diagnostics.report().ends_with("warning event249\n"));
}

void TestDiagnostics::keepsNothingThatAnOperatorsProgramSaid() {
    LogRing log(morning);
    log.add(LogLevel::Debug, "hook.said line=\"mounting /home/ada\"");
    log.add(LogLevel::Debug, "\"event\":\"hook.said\",\"line\":\"mounting /home/ada\"");
    QVERIFY(log.lines().empty());
}

void TestDiagnostics::writesAFileThatNobodyElseCanRead() {
    const TemporaryFolder folder;
    const LogRing log(morning);
    const Diagnostics diagnostics("", log, m_scheduler, morning);
    const auto file = diagnostics.write(folder.file("state/latchkey"));
    QVERIFY2(bool(file), file ? "" : file.error().c_str());
    QCOMPARE(file->string(),
             folder.file("state/latchkey/latchkey-kiosk-diagnostics-2026-03-09T083000Z.txt").string());
    using std::filesystem::perms;
    QCOMPARE(std::filesystem::status(*file).permissions(), perms::owner_read | perms::owner_write);
    QVERIFY(contentOf(*file).starts_with("Latchkey's display client, "));
}

void TestDiagnostics::writesElsewhereWhereTheFolderCannotBe() {
    const TemporaryFolder folder;
    folder.write("state", "a file");
    qputenv("TMPDIR", folder.path().c_str());
    const LogRing log(morning);
    const Diagnostics diagnostics("", log, m_scheduler, morning);
    for (const std::filesystem::path& place : {folder.file("state/latchkey"), std::filesystem::path()}) {
        const auto file = diagnostics.write(place);
        QVERIFY2(bool(file), file ? "" : file.error().c_str());
        QCOMPARE(file->parent_path().string(), folder.path().string());
    }
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
