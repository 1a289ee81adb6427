#include "tests/bench/server/approval_load.h"

#include "common/wire.h"
#include "tests/bench/server/process.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>

namespace latchkey::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 120s;
constexpr auto kUntilPollsAreHeld = 1s;

double milliseconds(Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

class Approvals::Run {
  public:
    Run(const ApprovalLoad& load, const std::vector<TestWallet>& wallets)
        : m_load(load), m_due(load.ports.size()) {
        for (const std::uint16_t port : load.ports)
            m_askers.push_back(std::make_unique<HttpConnection>(m_loop, port));
        for (std::size_t i = 0; i < load.phones; ++i)
            m_phones.push_back({i % load.ports.size(),
                                std::make_unique<HttpConnection>(m_loop, load.ports[i % load.ports.size()])});
        for (std::size_t i = 0; i < load.approvals; ++i) makeCode(wallets[i % wallets.size()]);
        if (!load.screensWait) return;
        for (Code& code : m_codes) {
            code.screen = std::make_unique<HttpConnection>(m_loop, load.ports[code.screenNode]);
            poll(code);
        }
        m_loop.runUntil(Clock::now() + kUntilPollsAreHeld);
    }

    ApprovalFigures measure() {
        m_begin = Clock::now();
        m_load.perSecond > 0 ? approveSteadily() : approveAllAtOnce();
        const std::size_t unlocks = m_load.screensWait ? m_codes.size() : 0;
        if (!m_loop.runUntil(m_begin + kPatience,
                             [&] { return m_approved == m_codes.size() && m_unlocked == unlocks; }))
            giveUp("approvals: some are not answered");
        return summary();
    }

  private:
    struct Code {
        std::size_t screenNode = 0;
        std::size_t phoneNode = 0;
        Sid sid{};
        std::string payload{};
        std::unique_ptr<HttpConnection> screen{};
        std::optional<Clock::time_point> sent{}, answered{}, unlocked{};
    };
    struct Phone {
        std::size_t node;
        std::unique_ptr<HttpConnection> connection;
        bool busy = false;
    };

    void makeCode(const TestWallet& wallet) {
        Code& code = m_codes.emplace_back();
        code.phoneNode = m_codes.size() % m_load.ports.size();
        code.screenNode = (code.phoneNode + 1) % m_load.ports.size();
        bool made = false;
        m_askers[code.screenNode]->get("/api/getqrcode?sid=null", [&](const HttpAnswer& answer) {
            const auto parsed = QrCodeAnswer::parse(answer.body);
            if (!parsed) giveUp("getqrcode: " + parsed.error());
            code.sid = parsed->sid;
            code.payload = wallet.payload(parsed->qr).toJson();
            made = true;
        });
        if (!m_loop.runUntil(Clock::now() + kPatience, [&] { return made; })) giveUp("getqrcode: no answer");
    }

    void poll(Code& code) {
        code.screen->get("/api/checkfast?sid=" + code.sid.reveal() + "&wait=30",
                         [this, &code](const HttpAnswer& answer) { onStatus(code, answer); });
    }

    void onStatus(Code& code, const HttpAnswer& answer) {
        const auto status = StatusAnswer::parse(answer.body);
        if (answer.status != 200 || !status) giveUp("checkfast: no status");
        if (status->state == SessionState::Waiting) return poll(code);
        if (status->state != SessionState::Authenticated || !code.sent)
            giveUp("checkfast: unlocked by nobody");
        code.unlocked = answer.arrived;
        ++m_unlocked;
    }

    void approveAllAtOnce() {
        for (Code& code : m_codes) m_due[code.phoneNode].push_back(&code);
        for (Phone& phone : m_phones) next(phone);
    }

    void approveSteadily() {
        for (std::size_t i = 0; i < m_codes.size(); ++i) {
            const std::chrono::duration<double> after(static_cast<double>(i) / m_load.perSecond);
            m_loop.at(m_begin + std::chrono::duration_cast<Clock::duration>(after),
                      [this, &code = m_codes[i]] { becomesDue(code); });
        }
    }

    void becomesDue(Code& code) {
        m_due[code.phoneNode].push_back(&code);
        for (Phone& phone : m_phones)
            if (phone.node == code.phoneNode && !phone.busy) return next(phone);
    }

    void next(Phone& phone) {
        auto& due = m_due[phone.node];
        if (due.empty()) return;
        Code& code = *due.front();
        due.pop_front();
        phone.busy = true;
        code.sent = Clock::now();
        phone.connection->post("/fast", code.payload, [this, &phone, &code](const HttpAnswer& answer) {
            const auto verdict = Verdict::parse(answer.body);
            if (answer.status != 200 || !verdict || verdict->status != 200)
                giveUp("approval: refused with " + std::to_string(answer.status));
            code.answered = answer.arrived;
            ++m_approved;
            phone.busy = false;
            next(phone);
        });
    }

    ApprovalFigures summary() const {
        ApprovalFigures figures;
        Clock::time_point last = m_begin;
        for (const Code& code : m_codes) {
            last = std::max(last, *code.answered);
            figures.answer_ms.push_back(milliseconds(*code.answered - *code.sent));
            if (!code.unlocked) continue;
            figures.unlock_ms.push_back(milliseconds(*code.unlocked - *code.sent));
            figures.unlockSinceAnswer_ms.push_back(milliseconds(*code.unlocked - *code.answered));
        }
        figures.perSecond = static_cast<double>(m_codes.size()) / (milliseconds(last - m_begin) / 1000);
        return figures;
    }

    const ApprovalLoad m_load;
    EventLoop m_loop;
    std::vector<std::unique_ptr<HttpConnection>> m_askers; // one a server
    std::vector<Phone> m_phones;
    std::deque<Code> m_codes;             // they stay where they are
    std::vector<std::deque<Code*>> m_due; // by server: to be approved, as soon as a phone of it is free
    Clock::time_point m_begin;
    std::size_t m_approved = 0;
    std::size_t m_unlocked = 0;
};

Approvals::Approvals(const ApprovalLoad& load, const std::vector<TestWallet>& wallets)
    : m_run(std::make_unique<Run>(load, wallets)) {}

Approvals::~Approvals() = default;

ApprovalFigures Approvals::measure() {
    return m_run->measure();
}

} // namespace latchkey::bench
