#include "server/login/session_index.h"

#include <QTest>

using namespace latchkey;
using std::chrono::seconds;

namespace {

const SessionId kOne("one");
const SessionId kTwo("two");

TypedCode asked(const char* code, int at) {
    return {code, "192.168.1.0", Instant(seconds(at)), 1, {}};
}

QStringList codesSince(const SessionIndex& index, int at) {
    QStringList codes;
    for (const TypedCode& code : index.askedSince(Instant(seconds(at))))
        codes.append(QString::fromStdString(code.code));
    return codes;
}

} // namespace

class TestSessionIndex : public QObject {
    Q_OBJECT

  private slots:
    void hasWhatWasAdded() {
        SessionIndex index;
        QVERIFY(!index.has(kOne));
        index.add(kOne);
        QVERIFY(index.has(kOne));
        QVERIFY(!index.has(kTwo));
    }

    void knowsTheCodesThatWereTypedLately() {
        SessionIndex index;
        index.add(asked("EARLY", 10));
        index.add(asked("LATE", 20));
        QCOMPARE(codesSince(index, 0), QStringList({"EARLY", "LATE"}));
        QCOMPARE(codesSince(index, 11), QStringList({"LATE"}));
        QCOMPARE(codesSince(index, 21), QStringList());
    }

    void whatIsReadTakesThePlaceOfWhatWasAddedBefore() {
        SessionIndex index;
        index.add(kOne);
        index.add(asked("EARLY", 10));
        index.reload([&] {
            if (!index.has(kOne)) qFatal("it is gone before there is anything in its place");
            return SessionIndex::Content{{kTwo}, {asked("READ", 10)}};
        });
        QVERIFY(!index.has(kOne));
        QVERIFY(index.has(kTwo));
        QCOMPARE(codesSince(index, 0), QStringList({"READ"}));
    }

    // Which what was read may be older than.
    void whatIsAddedWhileItIsReadStays() {
        SessionIndex index;
        index.reload([&] {
            index.add(kOne);
            index.add(asked("NEW", 10));
            return SessionIndex::Content{{kTwo}, {}};
        });
        QVERIFY(index.has(kOne) && index.has(kTwo));
        QCOMPARE(codesSince(index, 0), QStringList({"NEW"}));
        index.reload([] { return SessionIndex::Content(); }); // by now it is among what is read, or forgotten
        QVERIFY(!index.has(kOne));
        QCOMPARE(codesSince(index, 0), QStringList());
    }

    void aFailureToReadLosesNothing() {
        SessionIndex index;
        index.add(kOne);
        QVERIFY_EXCEPTION_THROWN(
            index.reload([]() -> SessionIndex::Content { throw std::runtime_error("no database"); }),
            std::runtime_error);
        QVERIFY(index.has(kOne));
    }
};

QTEST_APPLESS_MAIN(TestSessionIndex)
#include "tst_session_index.moc"
