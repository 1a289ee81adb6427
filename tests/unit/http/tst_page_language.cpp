#include "server/http/page_language.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

class TestPageLanguage : public QObject {
    Q_OBJECT

    const PageLanguages m_languages;

    std::string chosen(std::string_view wanted, std::string_view accepted) const {
        return m_languages.choose(wanted, accepted).tag();
    }

  private slots:
    void speaksTheBrowsersLanguage() {
        QCOMPARE(chosen("", "de"), std::string("de"));
        QCOMPARE(chosen("", "de-CH-1996"), std::string("de"));
        QCOMPARE(chosen("", "PT-br"), std::string("pt"));
        QCOMPARE(chosen("", "zh-CN,zh;q=0.9,en;q=0.8"), std::string("zh"));
        QCOMPARE(chosen("", "zh-Hans-x-a-b"), std::string("zh"));
    }

    void prefersWhatWeighsMost() {
        QCOMPARE(chosen("", "fr;q=0.5, de;q=0.9, es;q=0.1"), std::string("de"));
        QCOMPARE(chosen("", "fr;q=0.8, de"), std::string("de"));
        QCOMPARE(chosen("", "it, nl"), std::string("it"));
        QCOMPARE(chosen("", "fi, sv;q=0.9, nl;q=0.1"), std::string("nl"));
    }

    void isEnglishForWhoeverAsksForNoneOfThem() {
        for (const char* accepted : {"", "*", "fi", "fi, sv", "x", "-", "dex", "d", "english"}) {
            QCOMPARE(chosen("", accepted), std::string("en"));
        }
    }

    void leavesOutWhatIsNotAcceptable() {
        QCOMPARE(chosen("", "de;q=0, fr;q=0.1"), std::string("fr"));
        QCOMPARE(chosen("", "de;q=0.000"), std::string("en"));
    }

    void anAddressThatNamesALanguageGoesFirst() {
        QCOMPARE(chosen("he", "de"), std::string("he"));
        QCOMPARE(chosen("he-IL", "de"), std::string("he"));
        QCOMPARE(chosen("klingon", "de"), std::string("de"));
    }

    void takesAnyHeader() {
        for (const char* accepted :
             {",,,", ";;;", "de;q=", "de;q=2", "de;q=0.x", "de;q=nan", "--", "de;q=0.12345"}) {
            QVERIFY(!chosen(accepted, accepted).empty());
        }
        QCOMPARE(chosen("", "\t de \t;\t q=0.4 , , fr ; q=0.3"), std::string("de"));
        QCOMPARE(chosen("", std::string(100'000, '-') + "," + std::string(100'000, 'a')), std::string("en"));
    }

    void everyCatalogueSaysItsOwnLanguage() {
        QVERIFY(m_languages.all().size() == 15);
        for (const PageLanguage& language : m_languages.all()) {
            QVERIFY(language.text("lang").starts_with(language.tag()));
        }
    }

    void aKeyThatIsMissingIsAMistakeInTheProgram() {
        QVERIFY_EXCEPTION_THROWN(m_languages.all().front().text("no.such.key"), std::out_of_range);
    }
};

QTEST_APPLESS_MAIN(TestPageLanguage)
#include "tst_page_language.moc"
