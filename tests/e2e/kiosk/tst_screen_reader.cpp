// The kiosk as a screen reader hears it, on a real accessibility bus: what is there to read in each of its
// states, what is called out when one follows another, and that a keyboard gets everywhere.
#include "app/kiosk/operator_pin.h"
#include "common/wire.h"
#include "tests/e2e/kiosk/screen_reader.h"
#include "tests/e2e/kiosk/x_display.h"
#include "tests/support/eventually.h"
#include "tests/support/loopback_server.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <set>

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;

namespace {

constexpr int kPatience = 60'000; // ms; for a busy machine
constexpr auto kCheck = "/api/checkfast";

Answer code() {
    QrCodeAnswer answer{"https://lobby.test/fast?s=a&c=b&t=65ec1a3f",
                        Sid("sid1"),
                        SessionState::Waiting,
                        120s,
                        30s,
                        30s}; // one poll for a whole test
    answer.typedCode = "BCDF-GHJK";
    answer.typedCodeAddress = "lobby.test/c";
    return Answer::json(answer.toJson());
}

Answer dashboard() {
    DashboardAnswer answer;
    answer.userId = "u-1";
    answer.userName = "Ada Lovelace";
    answer.deviceLabel = "Ada's phone";
    answer.expiresIn = 900s;
    answer.kiosk = KioskLabel{"Front desk", "Building A"};
    answer.tiles = {{"Canteen", "Open until **14:00**.", "coffee", ""}};
    return Answer::json(answer.toJson());
}

const QString kScan = "Scan to sign in. Your phone is the key.";
const QString kUnlocked = "Unlocked. Your dashboard is open. Lock it when you are done.";

} // namespace

class TestScreenReader : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void readsTheSignInScreen();
    void callsOutEachStateOnce();
    void callsOutThatItDoesNotWork();
    void saysNothingWhileSecondsPass();
    void warnsThatItLocksTwiceAndNotEverySecond();
    void aKeyboardChoosesALanguage();
    void theOperatorsPadIsADialogue();

  private:
    void start(const QStringList& arguments = {});
    bool hears(const QString& sentence) {
        return eventually([&] { return m_reader->heard().contains(sentence); });
    }
    bool focuses(const QString& name) {
        return eventually([&] {
            const auto focused = m_reader->focused();
            return focused && focused->name == name;
        });
    }
    // The answer to the poll that is under way.
    void tell(SessionState state, const std::string& number = {});

    std::unique_ptr<VirtualDisplay> m_display;
    std::unique_ptr<ScreenReader> m_reader;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<QProcess> m_kiosk;
};

void TestScreenReader::init() {
    m_display = std::make_unique<VirtualDisplay>(QSize(1280, 720));
    m_reader = std::make_unique<ScreenReader>(m_display->environment());
    m_server = std::make_unique<LoopbackServer>();
    m_server->answer("/api/getqrcode", code());
    m_server->answer(kCheck, Answer::held());
    m_server->answer("/api/signout", Answer::json("{}"));
    m_server->answer("/site/dashboard", dashboard());
}

void TestScreenReader::cleanup() {
    if (m_kiosk) {
        ::kill(static_cast<pid_t>(m_kiosk->processId()), SIGTERM);
        if (!eventually([this] { return m_kiosk->state() == QProcess::NotRunning; })) m_kiosk->kill();
    }
    m_kiosk.reset();
    m_server.reset();
    m_reader.reset();
    m_display.reset();
}

void TestScreenReader::start(const QStringList& arguments) {
    m_kiosk = std::make_unique<QProcess>();
    m_kiosk->setProcessEnvironment(m_reader->environment());
    m_kiosk->start(LATCHKEY_KIOSK_PROGRAM,
                   QStringList{"--server", QString::fromStdString(m_server->address().text())} + arguments);
    QVERIFY(m_kiosk->waitForStarted(kPatience));
    QVERIFY(hears(kScan));
    QVERIFY(eventually([this] { return m_server->held(kCheck) == 1; }));
}

void TestScreenReader::tell(SessionState state, const std::string& number) {
    QVERIFY(eventually([this] { return m_server->held(kCheck) == 1; }));
    m_server->release(kCheck, Answer::json(StatusAnswer{Sid("sid1"), state, number}.toJson()));
}

void TestScreenReader::readsTheSignInScreen() {
    start();
    QVERIFY(m_reader->shows("heading", "Scan to sign in"));
    QVERIFY(m_reader->shows("graphic", "QR code to scan with a phone"));
    QVERIFY(m_reader->shows("label", "B C D F G H J K"));
    QVERIFY(m_reader->shows("push button", "Language: English"));
    QVERIFY(focuses("Scan to sign in"));
}

void TestScreenReader::callsOutEachStateOnce() {
    start();
    const QString number =
        "A phone has opened the code. Tap the number 42 on your phone. Not your phone? Start over.";
    tell(SessionState::Scanned, "42");
    QVERIFY(hears(number));
    QVERIFY(m_reader->shows("heading", "Tap this number on your phone"));
    QVERIFY(m_reader->shows("label", "42"));
    QVERIFY(focuses("Start over"));

    const QString declined = "Declined on the phone. Nobody was signed in. A fresh code comes in a moment.";
    tell(SessionState::Declined);
    QVERIFY(hears(declined));
    QVERIFY(m_reader->shows("heading", "Declined on the phone"));
    QVERIFY(eventually([&] { return m_reader->heard().count(kScan) == 2; }));

    m_server->answer("/site/dashboard", Answer::held());
    tell(SessionState::Authenticated);
    const QString approved = "Approved. Opening your dashboard…";
    QVERIFY(hears(approved));
    m_server->release("/site/dashboard", dashboard());
    QVERIFY(hears(kUnlocked));
    QVERIFY(m_reader->shows("heading", "Ada Lovelace"));
    QVERIFY(m_reader->shows("heading", "Canteen"));
    QVERIFY(m_reader->shows("label", "Open until 14:00."));
    QVERIFY(focuses("Lock"));

    m_server->answer("/api/signout", Answer::held());
    m_display->press("Return");
    const QString signedOut = "You are signed out. This screen shows nothing of yours any more.";
    QVERIFY(hears(signedOut));
    m_server->answer("/api/signout", Answer::json("{}"));
    m_server->release("/api/signout", Answer::json("{}")); // before the kiosk gives this one up
    const QString goodbye = "Goodbye. You are signed out. This screen shows nothing of yours any more.";
    QVERIFY(hears(goodbye));
    QVERIFY(eventually([&] { return m_reader->heard().count(kScan) == 3; }));

    QCOMPARE(m_reader->heard(),
             QStringList({kScan, number, declined, kScan, approved, kUnlocked, signedOut, goodbye, kScan}));
}

void TestScreenReader::callsOutThatItDoesNotWork() {
    start();
    m_server->stop();
    const QString away = "Signing in does not work just now. This screen keeps trying by itself.";
    QVERIFY(hears(away));
    QVERIFY(m_reader->shows("heading", "Back in a moment"));
    QVERIFY(focuses("Back in a moment"));
    m_server->restart();
    const Verdict unknown{401, "this server serves registered screens only"};
    m_server->answer("/api/getqrcode", Answer::json(unknown.toJson(), 401));
    m_server->answer(kCheck, Answer::json(unknown.toJson(), 401));
    const QString refused = "This screen is not in service. Its server does not accept it. Please tell "
                            "whoever looks after this screen.";
    QVERIFY(hears(refused));
    QVERIFY(m_reader->shows("heading", "This screen is not in service"));
    QVERIFY(m_reader->shows("label", QString::fromStdString(unknown.message)));
    QCOMPARE(m_reader->heard(), QStringList({kScan, away, refused}));
}

void TestScreenReader::saysNothingWhileSecondsPass() {
    start();
    m_reader->forget();
    std::set<QByteArray> pictures; // the countdown under the code is in each of them
    QVERIFY(eventually([&] {
        const QImage picture = m_display->screenshot();
        pictures.insert({reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes()});
        return pictures.size() >= 4;
    }));
    QCOMPARE(m_reader->heard(), QStringList());
    const QStringList chatter = m_reader->changes().filter(QRegularExpression("code|comes|New"));
    QVERIFY2(chatter.isEmpty(), qPrintable(chatter.join('\n')));
}

void TestScreenReader::warnsThatItLocksTwiceAndNotEverySecond() {
    start({"--idle-lock", "15s"});
    tell(SessionState::Authenticated);
    QVERIFY(hears(kUnlocked));
    m_reader->forget();
    QVERIFY(hears("You are signed out. This screen shows nothing of yours any more."));
    // How many seconds are left when it is said depends on the machine, too.
    const QStringList calls = m_reader->heard().filter("This screen locks");
    QVERIFY2(calls.size() == 2, qPrintable(calls.join('\n')));
    QVERIFY2(calls[0].startsWith("Still there? This screen locks in "), qPrintable(calls[0]));
    QVERIFY2(calls[1].startsWith("This screen locks in "), qPrintable(calls[1]));
}

void TestScreenReader::aKeyboardChoosesALanguage() {
    start();
    m_display->press("Tab");
    QVERIFY(focuses("No camera? Open lobby.test/c and type B C D F G H J K"));
    m_display->press("Tab");
    QVERIFY(focuses("Language: English"));
    m_display->press("Return");
    QVERIFY(focuses("English"));
    QVERIFY(m_reader->shows("dialog", "Languages"));
    m_display->press("Escape");
    QVERIFY(focuses("Language: English"));
    m_display->press("space");
    QVERIFY(focuses("English"));
    m_display->press("Tab");
    QVERIFY(focuses("Deutsch"));
    m_display->press("Return");
    QVERIFY(hears("Zum Anmelden scannen. Ihr Telefon ist der Schlüssel."));
    QVERIFY(m_reader->shows("heading", "Zum Anmelden scannen"));
}

void TestScreenReader::theOperatorsPadIsADialogue() {
    const TemporaryFolder folder;
    const PinHash hash =
        hashPin(PinDigits("271828"), [](std::span<std::uint8_t> salt) { std::ranges::fill(salt, 7); });
    const auto file = folder.write("pin", hash.reveal() + '\n');
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    start({"--operator-pin-file", QString::fromStdString(file.string())});
    m_display->tap({5, 5}, 5);
    QVERIFY(focuses("Operator's PIN"));
    QVERIFY(m_reader->shows("dialog", "Operator's PIN"));
    QVERIFY(m_reader->shows("push button", "Erase"));
    for (const char* key : {"1", "2", "3", "4", "5", "6", "Return"}) m_display->press(key);
    QVERIFY(hears("Wrong PIN"));
    m_display->press("Tab");
    QVERIFY(focuses("0"));
    m_display->press("Escape");
    QVERIFY(focuses("Scan to sign in"));
}

QTEST_GUILESS_MAIN(TestScreenReader)
#include "tst_screen_reader.moc"
