#include "app/kiosk/operator_pin.h"
#include "app/kiosk/pin_command.h"
#include "tests/support/temporary_file.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <algorithm>
#include <pty.h>
#include <sstream>
#include <sys/ioctl.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace latchkey;

namespace {

void fillWithSevens(std::span<std::uint8_t> bytes) {
    std::ranges::fill(bytes, std::uint8_t(7));
}

// What setPin() says to somebody who types this.
struct Typed {
    Typed(const std::filesystem::path& file, std::string_view lines) {
        int ends[2]{};
        if (pipe(ends) != 0 || write(ends[1], lines.data(), lines.size()) < 0) qFatal("no pipe");
        close(ends[1]);
        std::ostringstream messages;
        exitStatus = setPin(file, ends[0], messages, fillWithSevens);
        close(ends[0]);
        said = QString::fromStdString(messages.str());
    }
    int exitStatus = -1;
    QString said;
};

} // namespace

class TestOperatorPin : public QObject {
    Q_OBJECT

  private slots:
    void takesAPinThatNobodyGuesses_data();
    void takesAPinThatNobodyGuesses();
    void refusesAPinThatIsTriedFirst_data();
    void refusesAPinThatIsTriedFirst();
    void knowsThePinAgainAndNoOther();
    void hashesWithArgon2idAndTheSaltItIsGiven();
    void noHashMatchesNoPin();
    void setWritesAFileThatNobodyElseCanRead();
    void setWritesNothingUnlessBothAreTheSame();
    void setShowsNothingOfThePinOnATerminal();
    void refusesAFileThatOthersCanRead();
    void refusesAFileThatHoldsNoPin_data();
    void refusesAFileThatHoldsNoPin();
    void oneAttemptCostsLittle();
};

void TestOperatorPin::takesAPinThatNobodyGuesses_data() {
    QTest::addColumn<QString>("pin");
    for (const char* pin : {"271828", "314159265358", "135790", "100200"}) QTest::newRow(pin) << pin;
}

void TestOperatorPin::takesAPinThatNobodyGuesses() {
    QFETCH(QString, pin);
    QVERIFY(bool(checkNewPin(PinDigits(pin.toStdString()))));
}

void TestOperatorPin::refusesAPinThatIsTriedFirst_data() {
    QTest::addColumn<QString>("pin");
    QTest::addColumn<QString>("reason");
    for (const char* pin : {"000000", "123456", "987654", "890123", "121212", "123123", "112211"})
        QTest::newRow(pin) << pin << "one of the first PINs";
    for (const char* pin : {"27182", "3141592653589", "27182x", "27 1828", ""})
        QTest::newRow(*pin ? pin : "nothing") << pin << "6 to 12 digits";
}

void TestOperatorPin::refusesAPinThatIsTriedFirst() {
    QFETCH(QString, pin);
    QFETCH(QString, reason);
    const auto checked = checkNewPin(PinDigits(pin.toStdString()));
    QVERIFY(!checked);
    QVERIFY2(checked.error().find(reason.toStdString()) != std::string::npos, checked.error().c_str());
}

void TestOperatorPin::knowsThePinAgainAndNoOther() {
    const PinHash hash = hashPin(PinDigits("271828"), fillWithSevens);
    QVERIFY(matches(hash, PinDigits("271828")));
    for (const char* other : {"271829", "27182", "2718281", ""}) QVERIFY(!matches(hash, PinDigits(other)));
}

void TestOperatorPin::hashesWithArgon2idAndTheSaltItIsGiven() {
    const PinHash hash = hashPin(PinDigits("271828"), fillWithSevens);
    QVERIFY(hash.reveal().starts_with("$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$"));
    QVERIFY(hash != hashPin(PinDigits("271828"),
                            [](std::span<std::uint8_t> salt) { std::ranges::fill(salt, std::uint8_t(8)); }));
}

void TestOperatorPin::noHashMatchesNoPin() {
    QVERIFY(!matches(PinHash(), PinDigits()));
    QVERIFY(!matches(PinHash("271828"), PinDigits("271828")));
}

void TestOperatorPin::setWritesAFileThatNobodyElseCanRead() {
    const TemporaryFolder folder;
    const auto file = folder.write("pin", "an older one, readable by all");
    const Typed typed(file, "271828\r\n271828\n");
    QVERIFY2(typed.exitStatus == 0, qPrintable(typed.said));
    using std::filesystem::perms;
    QCOMPARE(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
    const auto hash = readPinFile(file);
    QVERIFY2(bool(hash), hash ? "" : hash.error().c_str());
    QVERIFY(matches(*hash, PinDigits("271828")));
}

void TestOperatorPin::setWritesNothingUnlessBothAreTheSame() {
    const TemporaryFolder folder;
    for (const char* lines : {"271828\n271829\n", "271828\n", "123456\n123456\n", ""}) {
        const Typed typed(folder.file("pin"), lines);
        QCOMPARE(typed.exitStatus, 1);
        QVERIFY2(typed.said.contains("latchkey-kiosk: "), qPrintable(typed.said));
        QVERIFY(!std::filesystem::exists(folder.file("pin")));
    }
}

void TestOperatorPin::setShowsNothingOfThePinOnATerminal() {
    const TemporaryFolder folder;
    int keyboard = -1;
    int terminal = -1;
    QCOMPARE(openpty(&keyboard, &terminal, nullptr, nullptr, nullptr), 0);
    std::ostringstream messages;
    int exitStatus = -1;
    std::thread program([&] { exitStatus = setPin(folder.file("pin"), terminal, messages, fillWithSevens); });
    // Typed only once the echo is off: what is in the line before that is flushed.
    termios mode{};
    do {
        std::this_thread::yield();
        tcgetattr(terminal, &mode);
    } while ((mode.c_lflag & ECHO) != 0);
    QCOMPARE(write(keyboard, "271828\n271828\n", 14), 14);
    program.join();
    QCOMPARE(exitStatus, 0);
    tcgetattr(terminal, &mode);
    QVERIFY((mode.c_lflag & ECHO) != 0);
    int echoed = 0;
    QCOMPARE(ioctl(keyboard, FIONREAD, &echoed), 0);
    QByteArray screen(echoed, '\0');
    if (echoed > 0) QCOMPARE(read(keyboard, screen.data(), static_cast<std::size_t>(echoed)), echoed);
    QVERIFY2(!screen.contains("271828"), screen.constData());
    close(keyboard);
    close(terminal);
}

void TestOperatorPin::refusesAFileThatOthersCanRead() {
    const PinHash hash = hashPin(PinDigits("271828"), fillWithSevens);
    const TemporaryFile file(QByteArray::fromStdString(hash.reveal()), QFile::ReadOwner | QFile::ReadGroup);
    const auto read = readPinFile(file.path());
    QVERIFY(!read);
    QVERIFY(read.error().find("chmod 600") != std::string::npos);
}

void TestOperatorPin::refusesAFileThatHoldsNoPin_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("the PIN itself") << QByteArray("271828\n");
    QTest::newRow("a hash cut short") << QByteArray("$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcH");
    QTest::newRow("too long") << QByteArray(5000, 'x');
}

void TestOperatorPin::refusesAFileThatHoldsNoPin() {
    QFETCH(QByteArray, content);
    const TemporaryFile file(content);
    QVERIFY(!readPinFile(file.path()));
}

void TestOperatorPin::oneAttemptCostsLittle() {
    const PinHash hash = hashPin(PinDigits("271828"), fillWithSevens);
    QBENCHMARK {
        matches(hash, PinDigits("271829"));
    }
}

QTEST_GUILESS_MAIN(TestOperatorPin)
#include "tst_operator_pin.moc"
