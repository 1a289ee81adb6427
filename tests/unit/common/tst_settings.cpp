#include "common/settings.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;
using Kind = SettingSpec::Kind;

namespace {

std::vector<SettingSpec> specs() {
    return {
        {"listen", "HOST:PORT", "Where", Kind::Text, {"0.0.0.0:1"}},
        {"windowed", "", "How", Kind::Boolean, {"false"}},
        {"notices", "TEXT", "What", Kind::List, {}},
        {"limit", "N", "Much", Kind::Text, {"60"}},
    };
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

    TemporaryFolder m_folder;

    SettingSources sources() const {
        SettingSources sources;
        sources.environmentPrefix = "LATCHKEY_";
        sources.foreignPrefixes = {"LATCHKEY_KIOSK_"};
        return sources;
    }

    std::string refusalOf(const std::string& toml) const {
        SettingSources from = sources();
        from.files = {m_folder.write("bad.toml", toml)};
        const auto settings = Settings::load(specs(), from);
        return settings ? "accepted" : settings.error();
    }

  private slots:
    void theLastSourceThatNamesASettingWins() {
        SettingSources from = sources();
        from.files = {m_folder.write("1.toml", "listen = 'first:1'\nlimit = 7\nnotices = ['a', 'b']\n"),
                      m_folder.write("2.toml", "\nlisten = 'second:2'\nwindowed = true\n")};
        from.environment = {{"LATCHKEY_LIMIT", "8"}, {"OTHER", "x"}, {"LATCHKEY_KIOSK_SERVER", "x"}};
        from.flags = {{"listen", {"flag:4"}}};
        const auto settings = Settings::load(specs(), from);
        QVERIFY2(settings, settings ? "" : settings.error().c_str());
        QCOMPARE(settings->text("listen"), std::string("flag:4"));
        QCOMPARE(settings->value("listen").origin, std::string("--listen"));
        QCOMPARE(settings->text("limit"), std::string("8"));
        QCOMPARE(settings->value("limit").origin, std::string("LATCHKEY_LIMIT"));
        QVERIFY(settings->boolean("windowed"));
        QCOMPARE(settings->value("windowed").origin, m_folder.file("2.toml").string() + ":3");
        QVERIFY((settings->value("notices").items == std::vector<std::string>{"a", "b"}));
    }

    void defaultsApplyWhereNothingIsSaid() {
        SettingSources from = sources();
        from.files = {m_folder.file("absent.toml")};
        const auto settings = Settings::load(specs(), from);
        QVERIFY(settings);
        QCOMPARE(settings->text("listen"), std::string("0.0.0.0:1"));
        QCOMPARE(settings->value("listen").origin, std::string("default"));
        QVERIFY(!settings->boolean("windowed"));
    }

    void aFileThatWasNamedHasToBeThere() {
        SettingSources from = sources();
        from.filesMustExist = true;
        from.files = {m_folder.file("absent.toml")};
        const auto settings = Settings::load(specs(), from);
        QVERIFY(!settings);
        QVERIFY(settings.error().find("absent.toml: cannot be read") != std::string::npos);
    }

    void errorsNameFileLineAndKey() {
        const std::string file = m_folder.file("bad.toml").string();
        QCOMPARE(refusalOf("# x\nlisen = 'a'\n"),
                 file + ":2: unknown setting \"lisen\"; did you mean \"listen\"?");
        QCOMPARE(refusalOf("[server]\nlisten = 'a'\n"), file + ":1: unknown setting \"server\"");
        QCOMPARE(refusalOf("limit = 1.5\n"), file + ":1: limit has to be a string or a whole number");
        QCOMPARE(refusalOf("windowed = 'yes'\n"), file + ":1: windowed has to be true or false");
        QCOMPARE(refusalOf("notices = 1\n"), file + ":1: notices has to be a string or an array of strings");
        QVERIFY(refusalOf("listen = \n").find(file + ":1: not valid TOML") == 0);
        QVERIFY(refusalOf("listen = 'a'\nlisten = 'b'\n").find(file + ":2: not valid TOML") == 0);
    }

    void anUnknownVariableIsRefusedByName() {
        SettingSources from = sources();
        from.environment = {{"LATCHKEY_LISEN", "a"}};
        const auto settings = Settings::load(specs(), from);
        QVERIFY(!settings);
        QVERIFY(settings.error().find("LATCHKEY_LISEN") != std::string::npos);
    }

    void theEnvironmentHoldsListsAndBooleans() {
        SettingSources from = sources();
        from.environment = {{"LATCHKEY_NOTICES", "['a, b', \"c\"]"}, {"LATCHKEY_WINDOWED", "yes"}};
        auto settings = Settings::load(specs(), from);
        QVERIFY(settings);
        QVERIFY((settings->value("notices").items == std::vector<std::string>{"a, b", "c"}));
        QVERIFY(settings->boolean("windowed"));
        from.environment = {{"LATCHKEY_NOTICES", "one line"}};
        QVERIFY(
            (Settings::load(specs(), from)->value("notices").items == std::vector<std::string>{"one line"}));
        from.environment = {{"LATCHKEY_NOTICES", "[2001:db8::1]:8420"}}; // what listens has such addresses
        QVERIFY((Settings::load(specs(), from)->value("notices").items ==
                 std::vector<std::string>{"[2001:db8::1]:8420"}));
        from.environment = {{"LATCHKEY_WINDOWED", "perhaps"}};
        settings = Settings::load(specs(), from);
        QVERIFY(!settings && settings.error().find("LATCHKEY_WINDOWED") != std::string::npos);
        from.environment = {{"LATCHKEY_NOTICES", "['unclosed"}};
        QVERIFY(!Settings::load(specs(), from));
    }

    void describesEverySettingWithItsOrigin() {
        SettingSources from = sources();
        from.flags = {{"notices", {"say \"hi\""}}};
        const auto settings = Settings::load(specs(), from);
        QVERIFY(settings);
        QCOMPARE(settings->describe(), std::string("listen = \"0.0.0.0:1\"  # default\n"
                                                   "windowed = false  # default\n"
                                                   "notices = [\"say \\\"hi\\\"\"]  # --notices\n"
                                                   "limit = \"60\"  # default\n"));
    }

    void passwordsAreMaskedWhereverTheyAreShown() {
        QCOMPARE(maskPasswords("postgresql://u:p@ss@h/db"), std::string("postgresql://u:***@h/db"));
        QCOMPARE(maskPasswords("postgresql://u:p/ss@h/db?sslpassword=x&a=b&password=y"),
                 std::string("postgresql://u:***@h/db?sslpassword=***&a=b&password=***"));
        QCOMPARE(maskPasswords("http://h:8420/a@b:c"), std::string("http://h:8420/a@b:c"));
        QCOMPARE(maskPasswords("http://u@h"), std::string("http://u@h"));
        QCOMPARE(maskPasswords("plain"), std::string("plain"));
        SettingSources from = sources();
        from.flags = {{"listen", {"x://u:secret@h"}}};
        const auto settings = Settings::load(specs(), from);
        QVERIFY(settings->describe().find("secret") == std::string::npos);
        QVERIFY(settings->refusal("listen", "no").find("secret") == std::string::npos);
    }

    void configurationFilesFollowTheXdgRules() {
        using Paths = std::vector<std::filesystem::path>;
        QVERIFY((configurationFiles({{"XDG_CONFIG_HOME", "/x"}, {"HOME", "/h"}}, "a.toml") ==
                 Paths{"/etc/latchkey/a.toml", "/x/latchkey/a.toml"}));
        QVERIFY((configurationFiles({{"XDG_CONFIG_HOME", "relative"}, {"HOME", "/h"}}, "a.toml") ==
                 Paths{"/etc/latchkey/a.toml", "/h/.config/latchkey/a.toml"}));
        QVERIFY((configurationFiles({}, "a.toml") == Paths{"/etc/latchkey/a.toml"}));
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
