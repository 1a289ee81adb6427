// A lobby's night in fast motion: the real window with its fittings, on a real session on a server in this
// process, with a clock that the test moves. Nothing of it may cost the morning anything: no memory, no
// widget, no call that is still arranged; and nothing is ever asked for late, early or twice.
//
// In the tests of the client rather than of the whole, because what is measured is this process.

#include "app/kiosk_fittings.h"
#include "app/views/kiosk_face.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_scheduler.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QMap>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <fstream>
#include <malloc.h>
#include <stdexcept>
#include <string>

#if defined(__SANITIZE_ADDRESS__)
#define LATCHKEY_ADDRESS_SANITIZER
#include <sanitizer/allocator_interface.h>
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LATCHKEY_SANITIZED
#endif

using namespace latchkey;
using namespace std::chrono_literals;

using Answer = LoopbackServer::Answer;
using Duration = Scheduler::Duration;

namespace {

constexpr auto kCode = "/api/getqrcode";
constexpr auto kCheck = "/api/checkfast";
constexpr auto kBoard = "/site/dashboard";
constexpr auto kOut = "/api/signout";

constexpr auto kEvery = 5s; // between codes, and between polls: 10,000 of them make a long night
constexpr auto kIdleLock = 17s;
constexpr double kJitter = 0.44;  // attempts to come back then never fall on a whole second, as the ticks do
constexpr int kPatience = 20'000; // ms, for a busy machine to get one answer through

constexpr auto kServerIsBack = 1600ms; // after the screen has said that it is away

// A round has everything that a night has, in the night's proportions, and ends as it began; it loses the
// server once.
constexpr int kRefreshes = 100;
constexpr int kVisits = 10;
constexpr int kWarmUp = 8; // rounds: until every cache is as full as it gets
// Rounds whose stocks are compared, rather than that of one: rounds differ by their number, and a cache that
// lets go by the wall clock, as Qt's of fonts does, is smaller for a moment.
constexpr int kCompared = 4;
// A quarter of a night shows what grows; a whole one takes two minutes.
int rounds() {
    constexpr int kWholeNight = 100;
    return qEnvironmentVariableIsSet("LATCHKEY_WHOLE_NIGHT") ? kWholeNight : kWholeNight / 4;
}

// What the process holds.
struct Stock {
    std::size_t heap; // bytes that are allocated
    std::size_t own;  // bytes of memory that belong to it alone
    qsizetype widgets;
    qsizetype objects; // below the window
    std::size_t calls; // arranged with the scheduler
};
using Stocks = std::array<Stock, kCompared>;

std::size_t heapInUse() {
#ifdef LATCHKEY_ADDRESS_SANITIZER
    return __sanitizer_get_current_allocated_bytes(); // which has an allocator of its own
#else
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd; // small ones and those that have a mapping of their own
#endif
}

// Wherever the system has put it. Pages of files are not in it, which it drops and reads again as it likes.
std::size_t ownMemory() {
    malloc_trim(0);
    std::size_t own = 0;
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::size_t kilobytes = 0;
        if ((word == "RssAnon:" || word == "VmSwap:") && status >> kilobytes) own += kilobytes * 1024;
    }
    return own;
}

// By how much both the most and the least of the later ones are more than those of the earlier, in per cent:
// what is lost is in either, and what a cache takes or lets go by the wall clock may be in one. What is less
// is no fault.
double growth(const Stocks& before, const Stocks& after, std::size_t Stock::*memory) {
    const auto percent = [&](const Stock& earlier, const Stock& later) {
        return 100 * (static_cast<double>(later.*memory) / static_cast<double>(earlier.*memory) - 1);
    };
    const auto [least, most] = std::ranges::minmax(before, {}, memory);
    const auto [leastLater, mostLater] = std::ranges::minmax(after, {}, memory);
    return std::min(percent(least, leastLater), percent(most, mostLater));
}

// It cannot go on: the client is not where it has to be.
struct Stuck : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Plays the rounds, and writes down whatever does not come at its time.
class WholeNight {
  public:
    enum class Leaves { ByTheButton, ByWalkingAway };

    WholeNight();

    void start();
    // Plays so many rounds. Returns what there is after each of the last ones.
    Stocks play(int rounds);

    const QStringList& faults() const { return m_faults; }

    // What it came to.
    int refreshes = 0; // in quiet hours, without anybody at the screen
    int visits = 0;
    int restarts = 0;
    Duration quiet{}; // the quiet hours
    int quietCodes = 0, quietPolls = 0;
    Scheduler::Instant began{}; // the first code
    Duration passed() const { return m_scheduler.now() - began; }

  private:
    template <class P>
    const P* at() const {
        return std::get_if<P>(&m_session.phase());
    }
    bool arranged(Duration fromNow) const;
    bool showsTheCode() const;
    bool watchesTheDashboard(Duration nextPoll = kEvery) const;

    void playRound(int number);
    Stock takeStock() const;

    void offerCode(SessionState state = SessionState::Waiting);
    void answerStatus(SessionState state, const std::string& number = {});
    void offerDashboard();

    void pass(Duration duration, const QByteArrayList& expected, const std::function<bool()>& settled);
    void expect(const QByteArrayList& expected, const std::function<bool()>& settled);
    void fault(const QString& what, const QByteArrayList& asked);

    void refresh();
    void signIn();
    void signOut(Leaves how);
    void visit(Leaves how);
    void loseTheServer();
    void restartAtTheCode();
    void restartAtTheDashboard();

    Now wallClock() const;

    ManualScheduler m_scheduler;
    LoopbackServer m_server;
    ServerApi m_api{m_server.address(), KioskToken(), m_scheduler};
    LoginSession m_session{m_api, m_scheduler, [] { return kJitter; }};
    LanguageSwitch m_language{m_scheduler, "en"};
    ClockCheck m_clock{wallClock()};
    EventLog m_log{LogFormat::Text, LogLevel::Error};
    HookCheck m_hooks;
    std::unique_ptr<LobbyWindow> m_window;
    std::unique_ptr<KioskFittings> m_fittings;

    QByteArrayList m_asked;        // routes, since the last look
    QMap<QByteArray, int> m_count; // requests of each, from the beginning
    QStringList m_faults;
    int m_number = 0; // of the session
};

WholeNight::WholeNight() {
    QObject::connect(&m_server, &LoopbackServer::requested, [this] {
        m_asked.append(m_server.requests().last().path);
        ++m_count[m_asked.last()];
        m_server.forgetRequests();
    });
    m_server.answer(kOut, Answer::json("{}"));

    Appearance appearance;
    appearance.languages = {"en", "de", "ar"};
    appearance.darkHours = parseTimesOfDay("19:00-07:00");
    appearance.light.motion = appearance.dark.motion = false; // what moves, moves in real time
    m_window = std::make_unique<LobbyWindow>(LobbyParts{m_scheduler, wallClock(), m_language}, appearance,
                                             kioskFaces({m_session, m_clock, m_hooks, m_server.address()}));
    FittingSettings settings;
    settings.idleLock = kIdleLock;
    m_fittings = std::make_unique<KioskFittings>(
        settings, KioskFittings::Around{m_session, m_scheduler, m_log}, m_window->theme(), *m_window);
    QObject::connect(m_window.get(), &LobbyWindow::faceChanged,
                     [this] { m_fittings->dress(m_window->theme()); });
    m_window->resize(1280, 720);
    m_window->show(); // without ScreenFittings: they would ask a real desktop to keep its screen awake
}

// Noon when the test begins.
Now WholeNight::wallClock() const {
    return [this, begin = m_scheduler.now()] {
        return std::chrono::sys_seconds(12h) +
               std::chrono::floor<std::chrono::seconds>(m_scheduler.now() - begin);
    };
}

// ---- the server ----

void WholeNight::offerCode(SessionState state) {
    const std::string number = std::to_string(100'000 + ++m_number);
    const QrCodeAnswer answer{"https://lobby.test/fast?s=public" + number + "&c=challenge" + number +
                                  "&t=65ec1a3f&k=k1",
                              Sid("sid" + number),
                              state,
                              120s,
                              kEvery,
                              kEvery};
    m_server.answer(kCode, Answer::json(answer.toJson()));
}

void WholeNight::answerStatus(SessionState state, const std::string& number) {
    const Sid sid("sid" + std::to_string(100'000 + m_number));
    m_server.answer(kCheck, Answer::json(StatusAnswer{sid, state, number}.toJson()));
}

// Another person's, with another number of tiles.
void WholeNight::offerDashboard() {
    DashboardAnswer answer;
    answer.userId = "u-" + std::to_string(100'000 + visits);
    answer.userName = "Visitor " + std::to_string(100'000 + visits);
    answer.since = wallClock()();
    answer.until = answer.since + 900s;
    answer.expiresIn = 900s;
    answer.notices = {"Lift B is out of service until Thursday."};
    for (int tile = 0; tile <= visits % 5; ++tile) {
        answer.tiles.push_back(
            {"Tile " + std::to_string(tile), "For **" + answer.userName + "**:\n\n- one\n- two",
             std::string(kTileIcons[static_cast<std::size_t>(tile)]), "https://lobby.test/" + answer.userId});
    }
    m_server.answer(kBoard, Answer::json(answer.toJson()));
}

// ---- time ----

bool WholeNight::arranged(Duration fromNow) const {
    return std::ranges::count(m_scheduler.arranged(), m_scheduler.now() + fromNow) > 0;
}

bool WholeNight::showsTheCode() const {
    const auto* showing = at<phase::ShowingCode>();
    const std::string newest = "challenge" + std::to_string(100'000 + m_number);
    return showing && showing->code.qrString.find(newest) != std::string::npos &&
           showing->code.nextAt == m_scheduler.now() + kEvery && arranged(kEvery);
}

bool WholeNight::watchesTheDashboard(Duration nextPoll) const {
    return at<phase::SignedIn>() && arranged(nextPoll);
}

// Lets time pass. Nothing may be asked for until it is over, and then, while it stands still, exactly this.
void WholeNight::pass(Duration duration, const QByteArrayList& expected,
                      const std::function<bool()>& settled) {
    m_scheduler.advance(duration - 1ms);
    QCoreApplication::processEvents();
    if (!m_asked.isEmpty()) fault("too early", m_asked);
    m_scheduler.advance(1ms);
    expect(expected, settled);
}

void WholeNight::expect(const QByteArrayList& expected, const std::function<bool()>& settled) {
    QTimer alarm; // wakes the event loop when there is nothing else that does
    alarm.start(kPatience / 10);
    QElapsedTimer waited;
    waited.start();
    while (m_asked.size() < expected.size() || !settled()) {
        if (waited.elapsed() > kPatience) {
            throw Stuck("after " + std::to_string(passed().count()) + " ms, asked for " +
                        m_asked.join(' ').toStdString() + " instead of " + expected.join(' ').toStdString());
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the loop of main() would
    }
    if (m_asked != expected) fault("expected " + expected.join(' '), m_asked);
    m_asked.clear();
}

void WholeNight::fault(const QString& what, const QByteArrayList& asked) {
    m_faults.append(QString("after %1 ms, %2: %3").arg(passed().count()).arg(what, asked.join(' ')));
}

// ---- what happens ----

void WholeNight::start() {
    offerCode();
    answerStatus(SessionState::Waiting);
    m_session.start();
    expect({kCode, kCheck}, [this] { return showsTheCode(); });
    began = m_scheduler.now();
}

void WholeNight::refresh() {
    offerCode();
    answerStatus(SessionState::Waiting);
    pass(kEvery, {kCode, kCheck}, [this] { return showsTheCode(); });
    ++refreshes;
}

void WholeNight::signIn() {
    offerCode();
    answerStatus(SessionState::Scanned, "42");
    pass(kEvery, {kCode, kCheck}, [this] { return at<phase::ShowingNumber>() && arranged(1s); });
    offerDashboard();
    answerStatus(SessionState::Authenticated);
    pass(1s, {kCheck, kBoard, kCheck}, [this] { return watchesTheDashboard(); });
}

void WholeNight::signOut(Leaves how) {
    const auto isGone = [this] { return at<phase::Goodbye>() && arranged(LoginSession::kGoodbyeFor); };
    if (how == Leaves::ByTheButton) {
        m_window->findChild<DashboardView*>()->findChild<BigButton*>()->click();
        expect({kOut}, isGone);
    } else {
        for (int poll = 0; poll < kIdleLock / kEvery; ++poll)
            pass(kEvery, {kCheck}, [this] { return watchesTheDashboard(); });
        pass(kIdleLock % kEvery, {kOut}, isGone);
    }
    offerCode();
    answerStatus(SessionState::Waiting);
    pass(LoginSession::kGoodbyeFor, {kCode, kCheck}, [this] { return showsTheCode(); });
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->text().contains("Visitor")) fault("a name is left: " + label->text(), {});
    }
    ++visits;
}

void WholeNight::visit(Leaves how) {
    signIn();
    signOut(how);
}

// A request fails when it is due, and then each attempt at its time, until the screen says so.
void WholeNight::loseTheServer() {
    m_server.stop();
    pass(kEvery, {}, [this] { return arranged(440ms); });
    pass(440ms, {}, [this] { return arranged(880ms); });
    pass(880ms, {}, [this] { return arranged(1760ms); });
    pass(1760ms, {}, [this] { return arranged(3520ms); });
    pass(1920ms, {}, [this] { return at<phase::Away>() && arranged(kServerIsBack); }); // 5 s after the first
    m_server.restart();
    ++restarts;
}

void WholeNight::restartAtTheCode() {
    loseTheServer();
    offerCode();
    answerStatus(SessionState::Waiting);
    pass(kServerIsBack, {kCode, kCheck}, [this] { return showsTheCode(); });
}

void WholeNight::restartAtTheDashboard() {
    signIn();
    loseTheServer();
    --m_number; // the same session goes on
    offerCode(SessionState::Authenticated);
    pass(kServerIsBack, {kCode, kBoard}, [this] { return watchesTheDashboard(1s); });
    pass(1s, {kCheck}, [this] { return watchesTheDashboard(); });
    signOut(Leaves::ByTheButton);
}

void WholeNight::playRound(int number) {
    const auto quietSince = m_scheduler.now();
    const auto before = m_count;
    for (int count = 0; count < kRefreshes; ++count) {
        if (count == 10) m_language.choose(number % 2 == 0 ? "de" : "ar"); // and it goes back by itself
        refresh();
    }
    quietCodes += m_count[kCode] - before[kCode];
    quietPolls += m_count[kCheck] - before[kCheck];
    quiet += m_scheduler.now() - quietSince;
    for (int count = 0; count < kVisits - number % 2; ++count)
        visit(count % 2 == 0 ? Leaves::ByTheButton : Leaves::ByWalkingAway);
    number % 2 == 0 ? restartAtTheCode() : restartAtTheDashboard();
}

Stocks WholeNight::play(int rounds) {
    Stocks stocks{};
    for (int round = 0; round < rounds; ++round) {
        playRound(round);
        if (const int compared = round - (rounds - kCompared); compared >= 0)
            stocks[static_cast<std::size_t>(compared)] = takeStock();
    }
    return stocks;
}

Stock WholeNight::takeStock() const {
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return {heapInUse(), ownMemory(), QApplication::allWidgets().size(),
            m_window->findChildren<QObject*>().size(), m_scheduler.arranged().size()};
}

} // namespace

class TestWholeNight : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void cleanupTestCase();

    void isANight();
    void asksForEverythingWhenItIsDueAndOnce();
    void leavesNoViewBehind();
    void leavesNoCallArranged();
    void keepsTheHeapFlat();
    void keepsItsOwnMemoryFlat();

  private:
    std::unique_ptr<WholeNight> m_night;
    Stocks m_before{};
    Stocks m_after{};
};

void TestWholeNight::initTestCase() {
    qputenv("TZ", "UTC");
    try {
        m_night = std::make_unique<WholeNight>();
        m_night->start();
        m_before = m_night->play(kWarmUp);
        m_after = m_night->play(rounds());
    } catch (const Stuck& stuck) {
        QFAIL(stuck.what());
    }
    for (const Stocks& stocks : {m_before, m_after}) {
        for (const Stock& stock : stocks)
            qInfo("heap %zu bytes, own memory %zu bytes", stock.heap, stock.own);
    }
}

void TestWholeNight::cleanupTestCase() {
    m_night.reset();
}

void TestWholeNight::isANight() {
    QCOMPARE(m_night->refreshes, (kWarmUp + rounds()) * kRefreshes);
    QCOMPARE(m_night->visits, (kWarmUp + rounds()) * kVisits);
    QCOMPARE(m_night->restarts, kWarmUp + rounds());
    QVERIFY(m_night->passed() > m_night->quiet);
}

void TestWholeNight::asksForEverythingWhenItIsDueAndOnce() {
    QCOMPARE(m_night->faults(), QStringList());
    QCOMPARE(m_night->quietCodes, m_night->quiet / kEvery);
    QCOMPARE(m_night->quietPolls, m_night->quiet / kEvery);
}

void TestWholeNight::leavesNoViewBehind() {
    QCOMPARE(m_after.back().widgets, m_before.back().widgets);
    QCOMPARE(m_after.back().objects, m_before.back().objects);
}

void TestWholeNight::leavesNoCallArranged() {
    QCOMPARE(m_after.back().calls, m_before.back().calls);
}

void TestWholeNight::keepsTheHeapFlat() {
    const double grown = growth(m_before, m_after, &Stock::heap);
    QVERIFY2(grown < 2, qPrintable(QString("by %1 %").arg(grown)));
}

void TestWholeNight::keepsItsOwnMemoryFlat() {
#ifdef LATCHKEY_SANITIZED
    QSKIP("a sanitizer holds back what was freed, and keeps a shadow of all memory");
#endif
    const double grown = growth(m_before, m_after, &Stock::own);
    QVERIFY2(grown < 2, qPrintable(QString("by %1 %").arg(grown)));
}

QTEST_MAIN(TestWholeNight)
#include "tst_whole_night.moc"
