#include "server/store/row_window.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestRowWindow : public QObject {
    Q_OBJECT

    using Numbers = std::vector<std::int64_t>;

    const RowWindow::Clock::time_point m_begin{};
    RowWindow m_rows;

    static Numbers lastOf(const Numbers& numbers, int count) {
        return {numbers.end() - count, numbers.end()};
    }

  private slots:
    void init() { m_rows = {}; }

    void aRowIsNewOnce() {
        QVERIFY(m_rows.isNew(7, m_begin));
        QVERIFY(!m_rows.isNew(7, m_begin));
    }

    void aSmallerNumberIsStillNewWithinTheWindow() {
        QVERIFY(m_rows.isNew(7, m_begin));
        m_rows.advance(m_begin + RowWindow::kWindow - 1s);
        QVERIFY(m_rows.floor() < 6);
        QVERIFY(m_rows.isNew(6, m_begin + RowWindow::kWindow - 1s));
    }

    void whatWasSeenLongEnoughAgoIsDoneWith() {
        QVERIFY(m_rows.isNew(7, m_begin));
        QVERIFY(m_rows.isNew(9, m_begin + 1s));
        m_rows.advance(m_begin + RowWindow::kWindow);
        QCOMPARE(m_rows.floor(), std::int64_t(7));
        QVERIFY(!m_rows.isNew(7, m_begin) && !m_rows.isNew(6, m_begin) && !m_rows.isNew(9, m_begin));
        QVERIFY(m_rows.isNew(8, m_begin));
    }

    // Seen later, the smaller number is done with no later than the larger one before it.
    void theFloorIsTheLargestThatIsDoneWith() {
        QVERIFY(m_rows.isNew(7, m_begin));
        QVERIFY(m_rows.isNew(6, m_begin + 10s));
        m_rows.advance(m_begin + RowWindow::kWindow);
        QCOMPARE(m_rows.floor(), std::int64_t(7));
        QVERIFY(!m_rows.isNew(6, m_begin + RowWindow::kWindow));
    }

    void whatIsMissingIsLookedForEachTimeWhileItIsYoung() {
        for (const int id : {7, 8, 11}) QVERIFY(m_rows.isNew(id, m_begin));
        const auto reading = [&](auto later) { return m_rows.reading(m_begin + later).numbers; };
        reading(0ms); // all of them; from here on, the young ones
        QCOMPARE(m_rows.reading(m_begin + 1ms).after, std::int64_t(11));
        QCOMPARE(lastOf(reading(2ms), 2), Numbers({9, 10}));
        QVERIFY(m_rows.isNew(9, m_begin + 3ms));
        QCOMPARE(lastOf(reading(4ms), 2), Numbers({6, 10}));
        QCOMPARE(reading(RowWindow::kSoon), Numbers());
    }

    void whatIsMissingForLongIsLookedForNowAndThen() {
        for (const int id : {7, 9}) QVERIFY(m_rows.isNew(id, m_begin));
        m_rows.reading(m_begin);
        const auto later = m_begin + RowWindow::kNowAndThen;
        QCOMPARE(m_rows.reading(later - 1ms).numbers, Numbers());
        QCOMPARE(m_rows.reading(later).numbers, Numbers({1, 2, 3, 4, 5, 6, 8}));
        QCOMPARE(m_rows.reading(later + 1ms).numbers, Numbers());
    }

    void whatIsMissingIsGivenUpWithTheRowBehindIt() {
        for (const int id : {7, 9}) QVERIFY(m_rows.isNew(id, m_begin));
        QVERIFY(m_rows.isNew(11, m_begin + 1s));
        m_rows.advance(m_begin + RowWindow::kWindow);
        QCOMPARE(m_rows.reading(m_begin + RowWindow::kWindow).numbers, Numbers({10}));
        m_rows.advance(m_begin + RowWindow::kWindow + 1s);
        QCOMPARE(m_rows.reading(m_begin + RowWindow::kWindow + 1s).numbers, Numbers());
    }

    // Of a table whose beginning was removed: transactions that were on their way when it was read first.
    void whatWasOnItsWayAtTheBeginningIsNew() {
        QVERIFY(m_rows.isNew(1'000'000, m_begin));
        QCOMPARE(m_rows.reading(m_begin).numbers.back(), std::int64_t(999'999));
        QVERIFY(m_rows.isNew(999'998, m_begin));
        QVERIFY(!m_rows.isNew(1, m_begin));
    }

    void whereTooManyAreMissingAllBehindTheFloorAreReadNowAndThen() {
        QVERIFY(m_rows.isNew(7, m_begin));
        m_rows.advance(m_begin + RowWindow::kWindow);
        const auto later = m_begin + RowWindow::kWindow;
        QVERIFY(m_rows.isNew(1'000'000, later));
        const auto all = m_rows.reading(later);
        QCOMPARE(all.after, std::int64_t(7));
        QCOMPARE(all.numbers, Numbers());
        QCOMPARE(m_rows.reading(later + 1ms).after,
                 std::int64_t(1'000'000)); // young, and too many all the same
        QCOMPARE(m_rows.reading(later + 1ms).numbers, Numbers());
        QVERIFY(m_rows.isNew(500'000, later));
        QVERIFY(!m_rows.isNew(500'000, later));
        QCOMPARE(m_rows.reading(later + RowWindow::kSoon).after, std::int64_t(1'000'000));
        m_rows.advance(later + RowWindow::kWindow);
        QCOMPARE(m_rows.reading(later + RowWindow::kWindow).after, std::int64_t(1'000'000));
    }
};

QTEST_APPLESS_MAIN(TestRowWindow)
#include "tst_row_window.moc"
