#include "app/command_line.h"
#include "app/kiosk_settings.h"
#include "tests/support/temporary_file.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;

namespace {

using Environment = std::map<std::string, std::string>;
using Flags = std::map<std::string, std::vector<std::string>>;

const std::string kServer = "https://lobby.test";

// Without the machine's own files and variables.
Result<KioskSettings, std::string> load(const Flags& flags, Environment environment = {},
                                        const std::string& file = {}) {
    environment.emplace("XDG_CONFIG_HOME", "/nonexistent");
    return loadKioskSettings(flags, file, std::move(environment));
}

QString errorOf(const Result<KioskSettings, std::string>& settings) {
    return settings ? QString("no error") : QString::fromStdString(settings.error());
}

} // namespace

class TestKioskSettings : public QObject {
    Q_OBJECT

  private slots:
    void needsNothingButAServer();
    void looksForAServerWhereNoneIsSet();
    void takesThePinnedServerWhereNoneIsSet();
    void refusesAPinThatOthersCanRead();
    void readsTheNamedFileAndItOnly();
    void takesTheNamedFileFromTheEnvironment();
    void refusesANamedFileThatIsNotThere();
    void letsTheCommandLineWin();
    void namesThePlaceOfABadValue_data();
    void namesThePlaceOfABadValue();
    void namesAMisspeltVariable();
    void readsATokenAndTrimsIt();
    void refusesATokenFileThatOthersCanRead_data();
    void refusesATokenFileThatOthersCanRead();
    void refusesATokenFileThatHoldsNoToken_data();
    void refusesATokenFileThatHoldsNoToken();
    void refusesATokenFileThatIsAFolder();
    void describesTheSettingsWithoutTheToken();
    void readsTheCommandLine();
    void checksTheConfigWithFlagsAnywhere();
    void leavesWithTwoOnAnUnknownFlag();
};

void TestKioskSettings::needsNothingButAServer() {
    const auto settings = load({}, {{"LATCHKEY_KIOSK_SERVER", kServer}});
    QVERIFY2(bool(settings), qPrintable(errorOf(settings)));
    QCOMPARE(settings->server->address.text(), kServer);
    QVERIFY(settings->token.empty());
    QVERIFY(!settings->windowed);
    QCOMPARE(settings->logFormat, LogFormat::Text);
    QCOMPARE(settings->logLevel, LogLevel::Info);
    QCOMPARE(settings->fittings.idleLock, std::chrono::minutes(1));
}

void TestKioskSettings::looksForAServerWhereNoneIsSet() {
    const TemporaryFolder state;
    const auto settings = load({}, {{"STATE_DIRECTORY", state.path().string()}});
    QVERIFY2(bool(settings), qPrintable(errorOf(settings)));
    QVERIFY(!settings->server);
}

void TestKioskSettings::takesThePinnedServerWhereNoneIsSet() {
    const TemporaryFolder state;
    const TrustedServer pinned{*WebAddress::parse(kServer), KeyFingerprint({1, 2, 3})};
    QVERIFY(bool(writeServerPin(serverPinFile(state.path()), pinned)));
    const Environment environment{{"STATE_DIRECTORY", state.path().string()}};
    const auto found = load({}, environment);
    QVERIFY2(bool(found), qPrintable(errorOf(found)));
    QCOMPARE(found->server->address.text(), kServer);
    QVERIFY(found->server->key == pinned.key);
    QVERIFY(found->source.describe().find("trusted-server") != std::string::npos);
    const auto set = load({{"server", {"https://other.test"}}}, environment);
    QCOMPARE(set->server->address.host(), "other.test");
    QVERIFY(!set->server->key);
}

void TestKioskSettings::refusesAPinThatOthersCanRead() {
    const TemporaryFolder state;
    const auto file = serverPinFile(state.path());
    QVERIFY(bool(writeServerPin(file, {*WebAddress::parse("http://lobby.test"), std::nullopt})));
    std::filesystem::permissions(file, std::filesystem::perms(0644));
    QVERIFY(errorOf(load({}, {{"STATE_DIRECTORY", state.path().string()}})).contains("chmod 600"));
}

void TestKioskSettings::readsTheNamedFileAndItOnly() {
    const TemporaryFile file("server = \"https://from-file.test\"\nwindowed = true\nlog_format = \"json\"\n");
    const auto settings = load({}, {}, file.path());
    QVERIFY2(bool(settings), qPrintable(errorOf(settings)));
    QCOMPARE(settings->server->address.host(), "from-file.test");
    QVERIFY(settings->windowed);
    QCOMPARE(settings->logFormat, LogFormat::Json);
}

void TestKioskSettings::takesTheNamedFileFromTheEnvironment() {
    const TemporaryFile file("server = \"https://from-file.test\"\n");
    const auto settings = load({}, {{"LATCHKEY_KIOSK_CONFIG", file.path()}});
    QVERIFY2(bool(settings), qPrintable(errorOf(settings)));
    QCOMPARE(settings->server->address.host(), "from-file.test");
}

void TestKioskSettings::refusesANamedFileThatIsNotThere() {
    QVERIFY(errorOf(load({{"server", {kServer}}}, {}, "/nonexistent/kiosk.toml"))
                .startsWith("/nonexistent/kiosk.toml: "));
}

void TestKioskSettings::letsTheCommandLineWin() {
    const TemporaryFile file("server = \"https://from-file.test\"\n");
    const auto settings =
        load({{"server", {kServer}}}, {{"LATCHKEY_KIOSK_SERVER", "https://other.test"}}, file.path());
    QCOMPARE(settings->server->address.text(), kServer);
}

void TestKioskSettings::namesThePlaceOfABadValue_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("names");
    QTest::newRow("server") << QByteArray("server = \"lobby\"") << ":1: server: \"lobby\" is refused";
    QTest::newRow("format") << QByteArray("server = \"https://a.test\"\nlog_format = \"xml\"")
                            << ":2: log_format: \"xml\"";
    QTest::newRow("level") << QByteArray("server = \"https://a.test\"\nlog_level = \"loud\"")
                           << ":2: log_level: \"loud\"";
    QTest::newRow("no idle lock") << QByteArray("server = \"https://a.test\"\nidle_lock = 0")
                                  << ":2: idle_lock: \"0\"";
    QTest::newRow("idle lock") << QByteArray("server = \"https://a.test\"\nidle_lock = \"2h\"")
                               << ":2: idle_lock: \"2h\" is refused: it has to be a duration of 15s to 1h";
    QTest::newRow("hook") << QByteArray("server = \"https://a.test\"\non_lock = \"hook.sh\"")
                          << ":2: on_lock: \"hook.sh\" is refused: it has to be the absolute path";
    const QByteArray speech = "server = \"https://a.test\"\nspeech = true\nspeech_program = ";
    QTest::newRow("speech") << speech + "\"/nowhere/say\""
                            << ":3: speech_program: \"/nowhere/say\" is refused";
    QTest::newRow("no speech") << speech + "\"\""
                               << ":3: speech_program: \"\" is refused";
    QTest::newRow("night") << QByteArray("server = \"https://a.test\"\ndim_at_night = \"22-6\"")
                           << ":2: dim_at_night: \"22-6\" is refused";
    for (const char* share : {"29%", "101%", "40", "x%", "%"}) {
        QTest::newRow(share) << QByteArray("server = \"https://a.test\"\ndim_to = \"") + share + '"'
                             << QString(":2: dim_to: \"%1\" is refused").arg(share);
    }
    QTest::newRow("windowed") << QByteArray("windowed = \"maybe\"") << ":1: windowed has to be true or false";
    QTest::newRow("unknown") << QByteArray("sever = \"x\"") << "did you mean \"server\"?";
}

void TestKioskSettings::namesThePlaceOfABadValue() {
    QFETCH(QByteArray, content);
    QFETCH(QString, names);
    const TemporaryFile file(content);
    const QString error = errorOf(load({}, {}, file.path()));
    QVERIFY2(error.startsWith(QString::fromStdString(file.path())) && error.contains(names),
             qPrintable(error));
}

void TestKioskSettings::namesAMisspeltVariable() {
    QVERIFY(errorOf(load({}, {{"LATCHKEY_KIOSK_SEVER", kServer}})).contains("LATCHKEY_KIOSK_SEVER"));
}

void TestKioskSettings::readsATokenAndTrimsIt() {
    const TemporaryFile file(" tok-9\r\n");
    const auto settings = load({{"server", {kServer}}, {"kiosk_token_file", {file.path()}}});
    QVERIFY2(bool(settings), qPrintable(errorOf(settings)));
    QVERIFY(settings->token == KioskToken("tok-9"));
}

void TestKioskSettings::refusesATokenFileThatOthersCanRead_data() {
    QTest::addColumn<QFile::Permissions>("permissions");
    QTest::newRow("group") << (QFile::ReadOwner | QFile::ReadGroup);
    QTest::newRow("everybody") << (QFile::ReadOwner | QFile::ReadOther);
    QTest::newRow("writable by others") << (QFile::ReadOwner | QFile::WriteOther);
}

void TestKioskSettings::refusesATokenFileThatOthersCanRead() {
    QFETCH(QFile::Permissions, permissions);
    const TemporaryFile file("tok-9", permissions);
    const QString error = errorOf(load({{"server", {kServer}}, {"kiosk_token_file", {file.path()}}}));
    QVERIFY2(error.startsWith("--kiosk-token-file: ") && error.contains("chmod 600"), qPrintable(error));
}

void TestKioskSettings::refusesATokenFileThatHoldsNoToken_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray("\n\n");
    QTest::newRow("two lines") << QByteArray("tok\r\nX-Injected: header");
    QTest::newRow("not ASCII") << QByteArray("t\xc3\xb6k");
    QTest::newRow("too long") << QByteArray(5000, 'x');
}

void TestKioskSettings::refusesATokenFileThatHoldsNoToken() {
    QFETCH(QByteArray, content);
    const TemporaryFile file(content);
    QVERIFY(!readTokenFile(file.path()));
}

void TestKioskSettings::refusesATokenFileThatIsAFolder() {
    const auto token = readTokenFile("/");
    QVERIFY(!token);
    QCOMPARE(token.error(), "it is not a file");
}

void TestKioskSettings::describesTheSettingsWithoutTheToken() {
    const TemporaryFile file("very-private");
    const auto settings = load({{"server", {kServer}}, {"kiosk_token_file", {file.path()}}});
    const QString description = QString::fromStdString(settings->source.describe());
    QVERIFY(description.contains("server = \"https://lobby.test\"  # --server\n"));
    QVERIFY(description.contains("windowed = false  # default\n"));
    QVERIFY(!description.contains("very-private"));
}

void TestKioskSettings::readsTheCommandLine() {
    const char* const argv[] = {"latchkey-kiosk", "--server", "https://a.test",
                                "--windowed",     "--config", "/c.toml"};
    const auto line = parseCommandLine(std::size(argv), argv);
    QVERIFY(bool(line));
    QCOMPARE(line->action, CommandLine::Action::Run);
    QCOMPARE(line->configFile, "/c.toml");
    QVERIFY(line->flags == (Flags{{"server", {"https://a.test"}}, {"windowed", {"true"}}}));
}

void TestKioskSettings::checksTheConfigWithFlagsAnywhere() {
    const char* const argv[] = {"latchkey-kiosk", "config", "check", "--server", "https://a.test"};
    const auto line = parseCommandLine(std::size(argv), argv);
    QVERIFY(bool(line));
    QCOMPARE(line->action, CommandLine::Action::CheckConfig);
    QVERIFY(line->flags == (Flags{{"server", {"https://a.test"}}}));
}

void TestKioskSettings::leavesWithTwoOnAnUnknownFlag() {
    const char* const argv[] = {"latchkey-kiosk", "--nonsense"};
    const auto line = parseCommandLine(std::size(argv), argv);
    QVERIFY(!line);
    QCOMPARE(line.error(), 2);
}

QTEST_GUILESS_MAIN(TestKioskSettings)
#include "tst_kiosk_settings.moc"
