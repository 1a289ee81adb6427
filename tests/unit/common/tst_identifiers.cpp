#include "common/event_log.h"
#include "common/identifiers.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <concepts>
#include <sstream>

using namespace latchkey;

template <class T>
concept Streamable = requires(std::ostream& stream, const T& value) {
    stream << value;
};

class TestIdentifiers : public QObject {
    Q_OBJECT

  private slots:
    void theCompilerTellsASidFromASessionId() {
        static_assert(!std::convertible_to<Sid, SessionId>);
        static_assert(!std::convertible_to<SessionId, Sid>);
        static_assert(!std::convertible_to<UserId, DeviceId>);
        static_assert(!std::convertible_to<std::string, Sid>);
    }

    void aSidHasNoWayIntoALogLineOrAStream() {
        static_assert(!Streamable<Sid> && !Streamable<KioskToken>);
        static_assert(!std::constructible_from<LogField, const char*, Sid>);
        static_assert(!std::convertible_to<Sid, std::string_view>);
        static_assert(std::constructible_from<LogField, const char*, std::string>);
    }

    void aMovedFromSidIsEmpty() {
        Sid first("a text that is too long to live inside of the string object itself");
        Sid second = std::move(first);
        QVERIFY(first.empty()); // NOLINT(bugprone-use-after-move): this is what is tested
        QVERIFY(!second.empty());
        first = std::move(second);
        QCOMPARE(first.reveal().size(), std::size_t(66));
    }

    void copiesAreEqualAndIndependent() {
        const Sid first("abc");
        Sid second = first;
        QVERIFY(first == second);
        second = Sid("def");
        QCOMPARE(first.reveal(), std::string("abc"));
    }
};

QTEST_APPLESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
