#include "tests/e2e/kiosk/kiosk_stage.h"

#include <QTest>

#include <algorithm>

namespace latchkey {

using namespace std::chrono_literals;

namespace {

constexpr auto kCode = "/api/getqrcode";
constexpr auto kPoll = "/api/checkfast";
constexpr auto kDashboard = "/site/dashboard";
constexpr auto kSignOut = "/api/signout";

const Sid kSid("stage");
const std::chrono::sys_seconds kWall =
    std::chrono::sys_days(std::chrono::year(2026) / std::chrono::March / 10) + 10h + 42min;

const AnnouncedServer kSecureServer{
    "Latchkey on lobby",
    {*WebAddress::parse("https://lobby.example.org"),
     *KeyFingerprint::parse("4a91c70e5db823f6917cd04e6b3aa85f1297ee60c4d13b78059f42ac8d76e315")}};
const AnnouncedServer kPlainServer{"Latchkey on workshop",
                                   {*WebAddress::parse("http://192.168.1.20:8420"), std::nullopt}};

constexpr auto kPollIn = 5s;
constexpr auto kIdleLock = 60s;

using Answer = LoopbackServer::Answer;

QrCodeAnswer codeAnswer() {
    QrCodeAnswer answer{KioskStage::code().toStdString(), kSid, SessionState::Waiting, 120s, 30s, kPollIn};
    answer.typedCode = "BCDF-GHJK";
    answer.typedCodeAddress = "lobby.example.org/c";
    return answer;
}

DashboardAnswer dashboardAnswer() {
    const KioskLabel here{"Front desk", "Building A, ground floor"};
    const KioskLabel there{"Back door", "Building A"};
    const std::string phone = "Ada’s phone";
    DashboardAnswer answer;
    answer.userId = "u-7k3m9q2x";
    answer.userName = "Ada Lovelace";
    answer.deviceLabel = phone;
    answer.since = kWall;
    answer.until = kWall + 15min;
    answer.expiresIn = 15min;
    answer.kiosk = here;
    answer.tiles = {
        {"Canteen", "Today: **leek soup**, *rye bread*.\n\n- open until 14:00\n- second floor", "coffee", ""},
        {"Flu vaccination", "From 13:00 to 16:00 in room 2.14. Bring your badge.", "calendar", ""},
        {"Find your way", "The map of this building, to take along.", "map",
         KioskStage::link().toStdString()},
        {"Lift B", "Out of service until **Thursday**. Please use lift A.", "lift", ""},
    };
    answer.lastSignIn = SignIn{kWall - 22h, there, phone};
    answer.activity = {{kWall, "login.approved", here, phone},
                       {kWall - 21h, "login.signed_out", there, ""},
                       {kWall - 22h, "login.approved", there, phone},
                       {kWall - 50h, "device.enrolled", std::nullopt, phone}};
    return answer;
}

Appearance appearanceFor(const KioskStage::Setting& setting) {
    Appearance appearance;
    appearance.alwaysDark = setting.dark;
    appearance.light.motion = appearance.dark.motion = false;
    for (const Language& language : languages()) appearance.languages.append(language.tag);
    return appearance;
}

FittingSettings fittingSettings() {
    static const PinHash kPin =
        hashPin(PinDigits("271828"), [](std::span<std::uint8_t> salt) { std::ranges::fill(salt, 7); });
    FittingSettings settings;
    settings.idleLock = kIdleLock;
    settings.operatorPin = kPin;
    return settings;
}

} // namespace

KioskStage::KioskStage(const Setting& setting) : m_setting(setting), m_log(LogFormat::Text, LogLevel::Error) {
    m_server.answer(kCode, Answer::json(codeAnswer().toJson()));
    m_server.answer(kPoll, Answer::held());
    m_server.answer(kDashboard, Answer::json(dashboardAnswer().toJson()));
    m_server.answer(kSignOut, Answer::json("{}"));

    m_api = std::make_unique<ServerApi>(m_server.address(), KioskToken(), m_scheduler);
    m_session = std::make_unique<LoginSession>(*m_api, m_scheduler, [] { return 0.5; });
    m_language = std::make_unique<LanguageSwitch>(m_scheduler, setting.language);
    m_clock = std::make_unique<ClockCheck>(parts().now);
    m_api->setHeardTime([this](std::chrono::sys_seconds time) { m_clock->hear(time); });
    // Not the address of the server, whose port is another one each time.
    const WebAddress shown = *WebAddress::parse("https://lobby.example.org");
    showFaces(kioskFaces({*m_session, *m_clock, m_hooks, shown}));
    m_fittings = std::make_unique<KioskFittings>(fittingSettings(),
                                                 KioskFittings::Around{*m_session, m_scheduler, m_log},
                                                 m_window->theme(), *m_window);
}

LobbyParts KioskStage::parts() {
    return {m_scheduler, [] { return kWall; }, *m_language};
}

void KioskStage::showFaces(LobbyWindow::MakeFace makeFace) {
    m_fittings.reset();
    m_window.reset(); // and what has the focus with it
    m_window = std::make_unique<LobbyWindow>(parts(), appearanceFor(m_setting), std::move(makeFace));
    m_window->resize(m_setting.size);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get())) qFatal("the window does not come up");
}

QString KioskStage::code() {
    return QStringLiteral(
        "https://lobby.example.org/fast?s=Zk3vQ0pXb8mJYw2hT1rLcA&c=9uFq7sWzK4nE&t=65ec1a3f&k=k-4c8d1f0a");
}

QString KioskStage::link() {
    return QStringLiteral("https://lobby.example.org/map");
}

QImage KioskStage::picture() {
    return m_window->grab().toImage();
}

QRect KioskStage::codeIn(const QImage& picture) const {
    const auto* card = m_window->findChild<LoginView*>()->findChild<QrCodeView*>();
    const QRect place(card->mapTo(m_window.get(), QPoint()), card->size());
    const qreal ratio = picture.devicePixelRatio();
    const QRect area = QRectF(place.topLeft() * ratio, place.size() * ratio).toAlignedRect() & picture.rect();
    QRect black;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (picture.pixelColor(x, y) == QColor(Qt::black)) black |= QRect(x, y, 1, 1);
        }
    }
    return black;
}

void KioskStage::start() {
    m_session->start();
    QTRY_COMPARE(m_server.held(kPoll), 1);
}

void KioskStage::answerPoll(SessionState state, const std::string& number) {
    QCOMPARE(m_server.release(kPoll, Answer::json(StatusAnswer{kSid, state, number}.toJson())), 1);
}

void KioskStage::pressSignOut() {
    m_window->findChild<DashboardView*>()->findChild<BigButton*>()->click();
}

// While it holds a poll, on a whole second. The session has noticed when its next attempt is due in half a
// second; what else is due comes later.
void KioskStage::stopServer() {
    m_server.stop();
    QTRY_COMPARE(m_scheduler.untilNext().value(), Scheduler::Duration(500ms));
}

Scheduler::Instant KioskStage::nextTry() const {
    return std::get<phase::Away>(m_session->phase()).nextTry;
}

// What it says of the next attempt then is the same whenever this attempt happens to have failed.
void KioskStage::letTheNextAttemptFail() {
    const auto before = nextTry();
    m_scheduler.advance(before - m_scheduler.now());
    QTRY_VERIFY(nextTry() > before);
}

void KioskStage::connecting() {
    m_server.answer(kCode, Answer::held());
    m_session->start();
    QTRY_COMPARE(m_server.held(kCode), 1);
    QVERIFY(in<phase::Connecting>());
}

void KioskStage::waiting() {
    start();
    m_scheduler.advance(8s); // of the code's 30
    QVERIFY(in<phase::ShowingCode>());
}

void KioskStage::phoneHere() {
    waiting();
    answerPoll(SessionState::Scanned);
    QTRY_VERIFY(in<phase::PhoneHere>());
}

void KioskStage::number() {
    waiting();
    answerPoll(SessionState::Scanned, "42");
    QTRY_VERIFY(in<phase::ShowingNumber>());
}

void KioskStage::approved() {
    m_server.answer(kDashboard, Answer::held());
    start();
    answerPoll(SessionState::Authenticated);
    QTRY_COMPARE(m_server.held(kDashboard), 1);
    QVERIFY(in<phase::Approved>());
}

void KioskStage::welcome() {
    start();
    answerPoll(SessionState::Authenticated);
    QTRY_VERIFY(in<phase::SignedIn>());
    m_signedInAt = m_scheduler.now();
    QTRY_COMPARE(m_server.held(kPoll), 1);
    QVERIFY(m_window->findChild<WelcomeView*>()->isVisible());
}

void KioskStage::dashboard() {
    welcome();
    m_scheduler.advance(2s);
    QVERIFY(!m_window->findChild<WelcomeView*>()->isVisible());
}

void KioskStage::declined() {
    start();
    answerPoll(SessionState::Declined);
    QTRY_VERIFY(in<phase::Declined>());
}

void KioskStage::goodbye() {
    dashboard();
    pressSignOut();
    QTRY_VERIFY(in<phase::Goodbye>());
}

void KioskStage::signingOutWithTheServerAway() {
    dashboard();
    stopServer();
    pressSignOut();
    const auto knowsThatItIsAway = [this] {
        const auto* phase = std::get_if<phase::SigningOut>(&m_session->phase());
        return phase && phase->serverAway;
    };
    QTRY_VERIFY(knowsThatItIsAway());
}

void KioskStage::away() {
    m_server.stop();
    m_session->start();
    QTRY_VERIFY(in<phase::Away>());
    for (int attempt = 0; attempt < 5; ++attempt) letTheNextAttemptFail();
}

void KioskStage::awayWhileSignedIn() {
    dashboard();
    stopServer();
    m_scheduler.advance(kPollIn); // the dashboard goes, and an attempt is under way
    QVERIFY(in<phase::Away>());
    QTRY_VERIFY(nextTry() > m_scheduler.now());
    for (int attempt = 0; attempt < 4; ++attempt) letTheNextAttemptFail();
}

void KioskStage::refused() {
    const Verdict verdict{401, "this server serves registered screens only, and this one has sent no token"};
    m_server.answer(kCode, Answer::json(verdict.toJson(), verdict.status));
    m_session->start();
    QTRY_VERIFY(in<phase::Refused>());
}

void KioskStage::clockOff() {
    Answer answer = Answer::json(codeAnswer().toJson());
    answer.headers = {"Date: Tue, 10 Mar 2026 10:46:00 GMT"}; // four minutes ahead
    m_server.answer(kCode, answer);
    waiting();
    QVERIFY(m_clock->off());
}

void KioskStage::idleWarning() {
    dashboard();
    while (m_scheduler.now() - m_signedInAt < kIdleLock - 9s) {
        m_scheduler.advance(kPollIn);
        answerPoll(SessionState::Authenticated);
        QTRY_COMPARE(m_server.held(kPoll), 1);
    }
    QVERIFY(m_window->findChild<IdleWarning*>()->isVisible());
}

void KioskStage::pinPad() {
    waiting();
    for (int tap = 0; tap < CornerGesture::kTaps; ++tap)
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, {3, 3});
    QTRY_VERIFY(m_window->findChild<PinView*>()->isVisible());
    QTest::keyClicks(m_window->findChild<PinView*>(), "271");
}

void KioskStage::languageSheet() {
    waiting();
    auto* sheet = m_window->findChild<LanguageSheet*>();
    for (BigButton* button : m_window->findChildren<BigButton*>()) {
        if (button->accessibleName().startsWith("Language:")) button->click();
    }
    QVERIFY(sheet->isVisible());
}

// Nobody announces a server to this screen: the view is told what there would be.
void KioskStage::choose(const ChoicePhase& phase) {
    m_browser = std::make_unique<ServiceBrowser>(QDBusConnection(QString()));
    m_choice = std::make_unique<ServerChoice>(*m_browser, std::filesystem::path(), m_scheduler);
    showFaces([this](const FaceSetting& setting) { return std::make_unique<SetupFace>(setting, *m_choice); });
    m_window->findChild<SetupView*>()->show(phase);
}

void KioskStage::lookingForServers() {
    choose(choice::Offering{});
}

void KioskStage::choosingAServer() {
    choose(choice::Offering{
        {kSecureServer, kPlainServer, {"Latchkey on clinic", kSecureServer.says}, kPlainServer}});
}

void KioskStage::trustingASecureServer() {
    choose(choice::Asking{kSecureServer, {kSecureServer.says.url, kSecureServer.says.key}});
}

void KioskStage::trustingAPlainServer() {
    choose(choice::Asking{kPlainServer, {kPlainServer.says.url, std::nullopt}});
}

void KioskStage::refusingAServer() {
    choose(
        choice::Refused{kSecureServer, choice::Refused::Cause::AnotherKey, kSecureServer.says.key->groups()});
}

void KioskStage::settingsTrouble() {
    const std::string problem = "/etc/latchkey/kiosk.toml:12: idle_lock: \"soon\" is refused: a number of "
                                "seconds from 15 to 3600 is wanted";
    m_settings = std::make_unique<SettingsWatch>(
        problem, [] { return std::nullopt; }, m_scheduler);
    showFaces(
        [this](const FaceSetting& setting) { return std::make_unique<TroubleFace>(setting, *m_settings); });
    m_scheduler.advance(3s);
}

} // namespace latchkey
