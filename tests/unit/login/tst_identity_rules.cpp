#include "server/login/identity_rules.h"
#include "server/login/server_key.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <set>

using namespace latchkey;

class TestIdentityRules : public QObject {
    Q_OBJECT

  private slots:
    void takesNamesOfTheWholeWorldTrimmed() {
        for (const char* name :
             {"Ada", "李小龙", "Åsa Öberg", "أحمد", "👩‍🔬 Dr. Nguyễn", "O'Brien-<b>"}) {
            QCOMPARE(*checkName(name, "name"), std::string(name));
        }
        QCOMPARE(*checkName("  Ada  ", "name"), std::string("Ada"));
        QVERIFY(checkName(std::string(100, 'x'), "name"));
    }

    void refusesNamesWithTheCause_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char* name, const std::string& text, const char* cause) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(cause);
        };
        row("empty", "", "the name is empty");
        row("blank", "   ", "the name is empty");
        row("long", std::string(101, 'x'), "longer than 100");
        row("line feed", "a\nb", "control character");
        row("null", std::string("a\0b", 3), "control character");
        row("escape", "\x1b[31m", "control character");
        row("right-to-left override", "abc\u202Edef", "control character");
        row("isolate", "\u2066a", "control character");
        row("line separator", "a\u2028b", "control character");
        row("truncated", "\xC3", "UTF-8");
        row("overlong", "\xC0\xAF", "UTF-8");
        row("surrogate", "\xED\xA0\x80", "UTF-8");
        row("too high", "\xF5\x80\x80\x80", "UTF-8");
        row("stray continuation", "a\x80", "UTF-8");
    }
    void refusesNamesWithTheCause() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cause);
        const auto checked = checkName(text.toStdString(), "name");
        QVERIFY(!checked);
        QVERIFY2(checked.error().find(cause.toStdString()) != std::string::npos, checked.error().c_str());
    }

    void anEmailIsOptionalButHasToLookLikeOne() {
        QCOMPARE(*checkEmail(""), std::string());
        QCOMPARE(*checkEmail(" ada@example.org "), std::string("ada@example.org"));
        for (const char* text :
             {"ada", "@example.org", "ada@", "a da@example.org", "ada@exa\nmple.org", "\xff@x"}) {
            QVERIFY2(!checkEmail(text), text);
        }
        QVERIFY(!checkEmail(std::string(250, 'a') + "@b.cd"));
    }

    void aGroupsNameIsAWordForFiles() {
        for (const char* name : {"staff", "night-shift", "a", "lab2"})
            QCOMPARE(*checkGroupName(name), std::string(name));
        QVERIFY(checkGroupName(std::string(32, 'a')));
        for (const char* name : {"", "Staff", "2lab", "-x", "a b", "a_b", " staff", "ärzte", "a\n"})
            QVERIFY2(!checkGroupName(name), name);
        QVERIFY(!checkGroupName(std::string(33, 'a')));
        QVERIFY(checkGroupName("Staff").error().find("\"Staff\" is not a group's name; write") == 0);
    }

    void idsTellWhatTheyNameAndDoNotRepeat() {
        std::set<std::string> ids;
        for (int i = 0; i < 1000; ++i) {
            const std::string id = makeId('u', 12, systemRandom());
            QCOMPARE(id.size(), std::size_t(12));
            QCOMPARE(id[0], 'u');
            QVERIFY(id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz", 1) == std::string::npos);
            ids.insert(id);
        }
        QCOMPARE(ids.size(), std::size_t(1000));
    }
};

QTEST_APPLESS_MAIN(TestIdentityRules)
#include "tst_identity_rules.moc"
