// latchkey-server database …, the real program.
#include "tests/support/own_database.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>
#include <vector>

using namespace latchkey;

class TestDatabaseCommands : public QObject {
    Q_OBJECT

    std::unique_ptr<OwnDatabase> m_storage;
    std::unique_ptr<TemporaryFolder> m_folder;

    QString file(const char* name) const { return QString::fromStdString(m_folder->file(name).string()); }
    static QString text(const OwnDatabase& storage) { return QString::fromStdString(storage.text()); }

    ProgramResult run(const QStringList& arguments) const {
        return runProgram(LATCHKEY_SERVER_PROGRAM, arguments, m_folder->path());
    }
    ProgramResult on(const OwnDatabase& storage, const QStringList& arguments) const {
        return run(arguments + QStringList{"--database", text(storage)});
    }
    QStringList users(const QString& database) const {
        QStringList names;
        const auto listed = run({"user", "list", "--json", "--database", database});
        for (const QJsonValue& user : QJsonDocument::fromJson(listed.out).array())
            names += user.toObject()["name"].toString();
        return names;
    }
    static void refused(const ProgramResult& result, int status, const char* words) {
        QCOMPARE(result.exitStatus, status);
        QVERIFY2(result.err.contains(words), result.err);
    }

  private slots:
    void init() {
        m_storage = std::make_unique<OwnDatabase>();
        m_folder = std::make_unique<TemporaryFolder>();
        QCOMPARE(on(*m_storage, {"user", "add", "Ada"}).exitStatus, 0);
    }
    void cleanupTestCase() { m_storage.reset(); }

    void migrateSaysFromWhatToWhat() {
        const auto again = on(*m_storage, {"database", "migrate"});
        QCOMPARE(again.exitStatus, 0);
        QVERIFY2(again.out.contains("as it should be"), again.out);
        const auto first = run({"database", "migrate", "--json", "--database", "sqlite3:" + file("new.db")});
        const auto told = QJsonDocument::fromJson(first.out).object();
        QCOMPARE(told["from"].toInt(-1), 0);
        QVERIFY(told["to"].toInt() >= 4);
    }

    void aBackupBringsEverythingBack() {
        QCOMPARE(on(*m_storage, {"database", "backup", file("b.db")}).exitStatus, 0);
        using std::filesystem::perms;
        QVERIFY((std::filesystem::status(m_folder->file("b.db")).permissions() &
                 (perms::group_all | perms::others_all)) == perms::none);
        QCOMPARE(on(*m_storage, {"user", "add", "Bob"}).exitStatus, 0);
        refused(on(*m_storage, {"database", "restore", file("b.db")}), 1, "has data already");
        QCOMPARE(users(text(*m_storage)), QStringList({"Ada", "Bob"}));
        QCOMPARE(on(*m_storage, {"database", "restore", file("b.db"), "--replace"}).exitStatus, 0);
        QCOMPARE(users(text(*m_storage)), QStringList("Ada"));
    }

    void aBackupIsLeftAsItIs() {
        QCOMPARE(on(*m_storage, {"database", "backup", file("b.db")}).exitStatus, 0);
        const std::string before = contentOf(m_folder->file("b.db"));
        refused(on(*m_storage, {"database", "backup", file("b.db")}), 1, "exists already");
        const OwnDatabase other;
        QCOMPARE(on(other, {"database", "restore", file("b.db")}).exitStatus, 0);
        QCOMPARE(users(text(other)), QStringList("Ada"));
        QVERIFY(contentOf(m_folder->file("b.db")) == before);
    }

    void oneBackupToAFileIsMadeAtATime() {
        m_folder->write("b.db.partial", std::string(10'000, 'x')); // of one that was killed
        std::vector<ProgramResult> results(4);
        {
            std::vector<std::jthread> programs;
            for (ProgramResult& result : results)
                programs.emplace_back([&] { result = on(*m_storage, {"database", "backup", file("b.db")}); });
        }
        int made = 0;
        for (const ProgramResult& result : results) {
            if (result.exitStatus == 0)
                ++made;
            else
                QVERIFY2(result.err.contains("under way") || result.err.contains("exists already"),
                         result.err);
        }
        QCOMPARE(made, 1);
        QCOMPARE(users("sqlite3:" + file("b.db")), QStringList("Ada"));
        QVERIFY(!std::filesystem::exists(m_folder->file("b.db.partial")));
    }

    void copiesToTheOtherEngineAndRefusesATargetThatHasData() {
        const QString copy = "sqlite3:" + file("copy.db");
        const auto copied = run({"database", "copy", "--from", text(*m_storage), "--to", copy, "--json"});
        QCOMPARE(copied.exitStatus, 0);
        QCOMPARE(QJsonDocument::fromJson(copied.out).object()["rows"].toObject()["users"].toInt(), 1);
        QCOMPARE(users(copy), QStringList("Ada"));
        const OwnDatabase back;
        QCOMPARE(run({"database", "copy", "--from", copy, "--to", text(back)}).exitStatus, 0);
        QCOMPARE(users(text(back)), QStringList("Ada"));
        refused(run({"database", "copy", "--from", copy, "--to", text(back)}), 1, "has data already");
    }

    void whatItRefusesItNames() {
        refused(run({"database", "copy", "--from", "mysql:x", "--to", "sqlite3:y"}), 2, "--from");
        refused(run({"database", "copy", "--from", "sqlite3:" + file("none.db"), "--to",
                     "sqlite3:" + file("y.db")}),
                1, "no such file");
        refused(run({"database", "copy", "--from", text(*m_storage), "--to", text(*m_storage)}), 1,
                "into itself");
        refused(on(*m_storage, {"database", "restore", file("none.db")}), 1, "no such file");
        QVERIFY(!std::filesystem::exists(m_folder->file("none.db")));
        QCOMPARE(run({"database"}).exitStatus, 2);
    }

    void aServerThatCannotBeReachedIsNamedWithoutItsPassword() {
        const auto result = run({"user", "list", "--database", "postgresql://ada:s3cr3t@127.0.0.1:1/x"});
        refused(result, 1, "ada:***@127.0.0.1:1");
        QVERIFY2(!result.err.contains("s3cr3t"), result.err);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseCommands)
#include "tst_database_commands.moc"
