#include "server/login/typed_code.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

#include <set>

using namespace latchkey;
using std::chrono::seconds;

class TestTypedCode : public QObject {
    Q_OBJECT

    TestServerParts m_parts;
    const TypedCodeCodec m_codes{m_parts.keys};
    const SessionId m_session{"abcdefghijklmnop"};
    const std::chrono::sys_seconds m_start{seconds(1'800'000'000)}; // a half-minute begins

  private slots:
    void hasTheFormThatPeopleType() {
        for (int i = 0; i < 1000; ++i) {
            const std::string code = m_codes.codeFor(SessionId("s" + std::to_string(i)), m_start);
            QCOMPARE(code.size(), std::size_t(9));
            QCOMPARE(code[4], '-');
            QCOMPARE(TypedCodeCodec::canonical(code), std::optional(code));
        }
    }

    void everyLetterIsAsLikely() {
        std::array<int, TypedCodeCodec::kAlphabet.size()> counts{};
        constexpr int codes = 5000;
        for (int i = 0; i < codes; ++i) {
            for (const char letter : m_codes.codeFor(SessionId("s" + std::to_string(i)), m_start)) {
                if (letter != '-') ++counts[TypedCodeCodec::kAlphabet.find(letter)];
            }
        }
        // 2000 expected, with a standard deviation of 44.
        for (const int count : counts)
            QVERIFY2(count > 1700 && count < 2300, qPrintable(QString::number(count)));
    }

    void isOneOfAllCodes() {
        std::set<std::string> seen;
        for (int i = 0; i < 5000; ++i)
            seen.insert(m_codes.codeFor(SessionId("s" + std::to_string(i)), m_start));
        QCOMPARE(seen.size(), std::size_t(5000));
    }

    void livesAsLongAsTheChallenge() {
        const std::string code = m_codes.codeFor(m_session, m_start + seconds(29));
        QCOMPARE(m_codes.codeFor(m_session, m_start), code);
        QVERIFY(m_codes.codeFor(m_session, m_start + seconds(30)) != code);
        QVERIFY(m_codes.isOf(code, m_session, m_start + seconds(119), seconds(120)));
        QVERIFY(!m_codes.isOf(code, m_session, m_start + seconds(120), seconds(120)));
        QVERIFY(!m_codes.isOf(code, m_session, m_start - seconds(1), seconds(120)));
        QVERIFY(m_codes.isOf(code, m_session, m_start + seconds(29), seconds(30)));
        QVERIFY(!m_codes.isOf(code, m_session, m_start + seconds(30), seconds(30)));
    }

    void belongsToItsSessionAndServer() {
        const std::string code = m_codes.codeFor(m_session, m_start);
        QVERIFY(!m_codes.isOf(code, SessionId("abcdefghijklmnoq"), m_start, seconds(120)));
        TestServerParts other;
        QVERIFY(!other.core.codecs()->typedCodes.isOf(code, m_session, m_start, seconds(120)));
    }

    void typingIsForgiven_data() {
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("code");
        QTest::newRow("as shown") << std::string("BCDF-GHJK") << std::string("BCDF-GHJK");
        QTest::newRow("lower case, no hyphen") << std::string("bcdfghjk") << std::string("BCDF-GHJK");
        QTest::newRow("spaces") << std::string(" bcdf ghjk ") << std::string("BCDF-GHJK");
        QTest::newRow("too short") << std::string("BCDF-GHJ") << std::string();
        QTest::newRow("too long") << std::string("BCDF-GHJKL") << std::string();
        QTest::newRow("a vowel") << std::string("BCDF-GHJA") << std::string();
        QTest::newRow("a digit") << std::string("BCDF-GHJ1") << std::string();
        QTest::newRow("nothing") << std::string() << std::string();
        QTest::newRow("not ASCII") << std::string("BCDF-GHJ\xC3\x84") << std::string();
    }
    void typingIsForgiven() {
        QFETCH(std::string, typed);
        QFETCH(std::string, code);
        QCOMPARE(TypedCodeCodec::canonical(typed).value_or(""), code);
    }
};

QTEST_APPLESS_MAIN(TestTypedCode)
#include "tst_typed_code.moc"
