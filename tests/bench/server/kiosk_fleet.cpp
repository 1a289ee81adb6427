#include "tests/bench/server/kiosk_fleet.h"

#include <algorithm>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr auto kHold = 5s; // FAST's cadence
constexpr auto kAgainAfterAnError = 1s;
constexpr double kTooEarly_ms = -5;
constexpr std::size_t kPhones = 16;
constexpr std::size_t kKiosksOfAnAddress = 250;

double milliseconds(Clock::duration duration) {
    return Milliseconds(duration).count();
}

} // namespace

class KioskFleet::Kiosk {
  public:
    Kiosk(KioskFleet& fleet, in_addr_t from)
        : m_fleet(fleet), m_connection(fleet.m_loop, fleet.nextPort(), from) {}

    void askForCode() {
        const std::string sid = m_sid.empty() ? "null" : m_sid.reveal();
        m_connection.get("/api/getqrcode?sid=" + sid, [this](const HttpAnswer& answer) { onCode(answer); });
    }
    bool showsCode() const { return !m_qr.empty(); }
    // A code that nobody has approved yet, with a poll that waits for it.
    bool waits() const { return m_polling && !m_approvedAt && showsCode(); }

    const std::string& approvedNow() {
        m_approvedAt = Clock::now();
        return m_qr;
    }
    void notApproved() { m_approvedAt.reset(); }

  private:
    void onCode(const HttpAnswer& answer) {
        ++m_fleet.m_figures.codes;
        const auto code = QrCodeAnswer::parse(answer.body);
        if (answer.status != 200 || !code) return startOver("getqrcode: no code");
        if (code->state != SessionState::Waiting) return startOver("getqrcode: not waiting");
        if (!m_sid.empty() && code->sid.reveal() != m_sid.reveal())
            return startOver("getqrcode: another session");
        if (code->qr == m_qr) return startOver("getqrcode: the same code again");
        m_sid = code->sid;
        m_qr = code->qr;
        m_renewAt = Clock::now() + kCodeTime;
        poll();
    }

    void poll() {
        m_polling = true;
        m_due = Clock::now() + kHold;
        m_connection.get("/api/checkfast?sid=" + m_sid.reveal() + "&wait=5",
                         [this](const HttpAnswer& answer) { onStatus(answer); });
    }

    void onStatus(const HttpAnswer& answer) {
        m_polling = false;
        ++m_fleet.m_figures.polls;
        m_fleet.m_figures.ownLag_ms.push_back(milliseconds(Clock::now() - answer.arrived));
        const auto status = StatusAnswer::parse(answer.body);
        if (answer.status != 200 || !status) return startOver("checkfast: no status");
        if (status->sid.reveal() != m_sid.reveal()) return startOver("checkfast: another session");
        if (status->state == SessionState::Authenticated) return onUnlocked(answer.arrived);
        if (status->state != SessionState::Waiting) return startOver("checkfast: not waiting");
        const double late_ms = milliseconds(answer.arrived - m_due);
        if (late_ms < kTooEarly_ms) m_fleet.wrong("checkfast: answered early without news");
        m_fleet.m_figures.lateness_ms.push_back(late_ms);
        // A code that a phone approves just now is not taken away from it.
        !m_approvedAt&& Clock::now() >= m_renewAt ? askForCode() : poll();
    }

    void onUnlocked(Clock::time_point at) {
        if (!m_approvedAt) return startOver("checkfast: unlocked by nobody");
        m_fleet.m_figures.unlock_ms.push_back(milliseconds(at - *m_approvedAt));
        m_connection.get("/site/dashboard?sid=" + m_sid.reveal(), [this](const HttpAnswer& answer) {
            const auto dashboard = DashboardAnswer::parse(answer.body);
            if (answer.status != 200 || !dashboard || dashboard->userName.empty())
                return startOver("dashboard: none");
            ++m_fleet.m_figures.unlocks;
            signOut();
        });
    }

    void signOut() {
        m_connection.post("/api/signout", SignOutRequest{m_sid}.toJson(), [this](const HttpAnswer& answer) {
            if (answer.status != 200) return startOver("signout: refused");
            forget();
            askForCode();
        });
    }

    void forget() {
        m_sid = Sid();
        m_qr.clear();
        m_approvedAt.reset();
    }

    void startOver(const std::string& why) {
        m_fleet.wrong(why);
        forget();
        m_fleet.m_loop.at(Clock::now() + kAgainAfterAnError, [this] { askForCode(); });
    }

    KioskFleet& m_fleet;
    HttpConnection m_connection;
    Sid m_sid;
    std::string m_qr;
    bool m_polling = false;
    Clock::time_point m_due;
    Clock::time_point m_renewAt;
    std::optional<Clock::time_point> m_approvedAt; // when the approval was sent
};

// Sends one approval at a time.
class KioskFleet::Phone {
  public:
    Phone(KioskFleet& fleet, const TestWallet& wallet)
        : m_fleet(fleet), m_wallet(wallet), m_connection(fleet.m_loop, fleet.nextPort()) {}

    bool busy() const { return m_busy; }
    void approve(Kiosk& kiosk) {
        m_busy = true;
        // Signed first: the person's time is none of the server's.
        const std::string payload = m_wallet.payload(kiosk.approvedNow()).toJson();
        kiosk.approvedNow();
        m_connection.post("/fast", payload, [this, &kiosk](const HttpAnswer& answer) {
            m_busy = false;
            const auto verdict = Verdict::parse(answer.body);
            if (answer.status == 200 && verdict && verdict->status == 200) return;
            m_fleet.wrong("approval: refused with " + std::to_string(answer.status));
            kiosk.notApproved();
        });
    }

  private:
    KioskFleet& m_fleet;
    const TestWallet& m_wallet;
    HttpConnection m_connection;
    bool m_busy = false;
};

KioskFleet::KioskFleet(EventLoop& loop, std::vector<std::uint16_t> ports,
                       const std::vector<TestWallet>& wallets)
    : m_loop(loop), m_ports(std::move(ports)) {
    for (std::size_t i = 0; i < kPhones; ++i)
        m_phones.push_back(std::make_unique<Phone>(*this, wallets[i % wallets.size()]));
}

KioskFleet::~KioskFleet() = default;

void KioskFleet::start(std::size_t kiosks, Clock::duration within) {
    const auto now = Clock::now();
    for (std::size_t i = 0; i < kiosks; ++i) {
        const in_addr_t from = INADDR_LOOPBACK + 256 + static_cast<in_addr_t>(i / kKiosksOfAnAddress);
        m_kiosks.push_back(std::make_unique<Kiosk>(*this, from));
        const auto when = now + within * i / kiosks;
        m_loop.at(when, [kiosk = m_kiosks.back().get()] { kiosk->askForCode(); });
    }
}

bool KioskFleet::allShowCodes() const {
    return std::ranges::all_of(m_kiosks, [](const auto& kiosk) { return kiosk->showsCode(); });
}

void KioskFleet::approve(double perSecond) {
    m_approveEvery =
        std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / perSecond));
    m_nextApproval = Clock::now();
    approveOne();
}

void KioskFleet::approveOne() {
    m_nextApproval += m_approveEvery;
    m_loop.at(m_nextApproval, [this] { approveOne(); });
    const auto phone = std::ranges::find_if_not(m_phones, [](const auto& phone) { return phone->busy(); });
    if (phone == m_phones.end()) return wrong("approval: every phone still waits for its answer");
    // The first that waits, from somewhere on.
    const std::size_t begin = m_random() % m_kiosks.size();
    for (std::size_t i = 0; i < m_kiosks.size(); ++i) {
        Kiosk& kiosk = *m_kiosks[(begin + i) % m_kiosks.size()];
        if (kiosk.waits()) return (*phone)->approve(kiosk);
    }
}

} // namespace latchkey::bench
