#include "server/store/row_window.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestRowWindow : public QObject {
    Q_OBJECT

    const RowWindow::Clock::time_point m_begin{};

  private slots:
    void aRowIsNewOnce() {
        RowWindow rows;
        QVERIFY(rows.isNew(7, m_begin));
        QVERIFY(!rows.isNew(7, m_begin));
    }

    void aSmallerNumberIsStillNewWithinTheWindow() {
        RowWindow rows;
        QVERIFY(rows.isNew(7, m_begin));
        rows.advance(m_begin + RowWindow::kWindow - 1s);
        QVERIFY(rows.floor() < 6);
        QVERIFY(rows.isNew(6, m_begin + RowWindow::kWindow - 1s));
    }

    void whatWasSeenLongEnoughAgoIsDoneWith() {
        RowWindow rows;
        QVERIFY(rows.isNew(7, m_begin));
        QVERIFY(rows.isNew(9, m_begin + 1s));
        rows.advance(m_begin + RowWindow::kWindow);
        QCOMPARE(rows.floor(), std::int64_t(7));
        QVERIFY(!rows.isNew(7, m_begin) && !rows.isNew(6, m_begin) && !rows.isNew(9, m_begin));
        QVERIFY(rows.isNew(8, m_begin));
    }

    // Seen later, the smaller number is done with no later than the larger one before it.
    void theFloorIsTheLargestThatIsDoneWith() {
        RowWindow rows;
        QVERIFY(rows.isNew(7, m_begin));
        QVERIFY(rows.isNew(6, m_begin + 10s));
        rows.advance(m_begin + RowWindow::kWindow);
        QCOMPARE(rows.floor(), std::int64_t(7));
        QVERIFY(!rows.isNew(6, m_begin + RowWindow::kWindow));
    }

    void onlyWhatIsMissingIsReadAgain() {
        RowWindow rows;
        for (const int id : {7, 8, 11}) QVERIFY(rows.isNew(id, m_begin));
        QCOMPARE(rows.after(), std::int64_t(11));
        QCOMPARE(rows.missing(), std::set<std::int64_t>({9, 10}));
        QVERIFY(rows.isNew(9, m_begin + 1s));
        QCOMPARE(rows.missing(), std::set<std::int64_t>({10}));
        rows.advance(m_begin + RowWindow::kWindow);
        QCOMPARE(rows.missing(), std::set<std::int64_t>());
        QCOMPARE(rows.after(), std::int64_t(11));
    }

    void whereTooManyAreMissingAllBehindTheFloorAreRead() {
        RowWindow rows;
        QVERIFY(rows.isNew(7, m_begin));
        rows.advance(m_begin + RowWindow::kWindow);
        QVERIFY(rows.isNew(1'000'000, m_begin + RowWindow::kWindow));
        QCOMPARE(rows.after(), std::int64_t(7));
        QCOMPARE(rows.missing(), std::set<std::int64_t>());
        QVERIFY(rows.isNew(500'000, m_begin + RowWindow::kWindow));
        rows.advance(m_begin + 2 * RowWindow::kWindow);
        QCOMPARE(rows.after(), std::int64_t(1'000'000));
    }
};

QTEST_APPLESS_MAIN(TestRowWindow)
#include "tst_row_window.moc"
