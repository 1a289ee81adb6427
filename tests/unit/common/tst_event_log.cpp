#include "common/event_log.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <functional>
#include <unistd.h>

using namespace latchkey;

namespace {

// What the work writes to standard error.
QByteArray captured(const std::function<void()>& work) {
    const TemporaryFolder folder;
    const int saved = ::dup(STDERR_FILENO);
    const int file = ::open(folder.file("log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ::dup2(file, STDERR_FILENO);
    work();
    ::dup2(saved, STDERR_FILENO);
    ::close(file);
    ::close(saved);
    return QByteArray::fromStdString(contentOf(folder.file("log")));
}

} // namespace

class TestEventLog : public QObject {
    Q_OBJECT

  private slots:
    void writesOneLineAnEventForAPerson() {
        const QByteArray text = captured([] {
            EventLog log(LogFormat::Text, LogLevel::Info);
            log.info("login.approved", {{"user", "u1"}, {"name", "Ada Lovelace"}, {"tries", 3}});
        });
        const QRegularExpression shape(
            R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info login\.approved user=u1 name="Ada Lovelace" tries=3\n$)");
        QVERIFY2(shape.match(text).hasMatch(), text);
    }

    void handsWhatItWritesToAListener() {
        QByteArray heard;
        captured([&] {
            EventLog log(LogFormat::Text, LogLevel::Info);
            log.setListener([&](LogLevel level, std::string_view line) {
                heard += QByteArray(line.data(), static_cast<qsizetype>(line.size()));
                heard += level == LogLevel::Warning ? "!" : "?";
            });
            log.debug("not.written");
            log.warning("a.b", {{"tries", 3}});
        });
        QCOMPARE(heard, QByteArray("a.b tries=3!"));
    }

    void writesJsonLinesForAMachine() {
        const QByteArray text = captured([] {
            EventLog log(LogFormat::Json, LogLevel::Info);
            log.warning("a.b", {{"text", "x \"y\"\n"}, {"number", 7}});
        });
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        QCOMPARE(json["level"].toString(), QString("warning"));
        QCOMPARE(json["event"].toString(), QString("a.b"));
        QCOMPARE(json["text"].toString(), QString("x \"y\"\n"));
        QCOMPARE(json["number"].toInt(), 7);
        QVERIFY(json.contains("time"));
        QCOMPARE(text.count('\n'), 1);
    }

    void aValueCannotForgeALine() {
        for (const LogFormat format : {LogFormat::Text, LogFormat::Json}) {
            const QByteArray text = captured([format] {
                EventLog log(format, LogLevel::Info);
                log.info("a.b", {{"name", "x\n2026-01-01T00:00:00.000Z info login.approved user=root"}});
            });
            QCOMPARE(text.count('\n'), 1);
        }
    }

    void dropsWhatIsBelowItsLevel() {
        const QByteArray text = captured([] {
            EventLog log(LogFormat::Text, LogLevel::Warning);
            log.info("not.this");
            log.setLevel(LogLevel::Debug);
            log.debug("but.this");
        });
        QVERIFY(!text.contains("not.this") && text.contains("but.this"));
    }
};

QTEST_APPLESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
