// A server's rules on a real database, with a clock that the test sets.
#pragma once

#include "server/login/approval_service.h"
#include "server/login/login_service.h"
#include "server/login/phone_enrolment.h"
#include "server/login/scan_service.h"
#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "tests/support/own_database.h"
#include "tests/support/test_wallet.h"

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace latchkey {

class TestClock {
  public:
    Now now() {
        return [this] { return std::chrono::sys_seconds(std::chrono::seconds(m_seconds)); };
    }
    std::chrono::sys_seconds instant() const {
        return std::chrono::sys_seconds(std::chrono::seconds(m_seconds));
    }
    void advance(std::chrono::seconds by) { m_seconds += by.count(); }

  private:
    std::atomic<long long> m_seconds = 1'800'000'000;
};

// The address that the phones of the tests call from.
inline const std::string kPhone = "192.168.1.50";

// Why it was refused, which it has to be.
template <class Outcome>
Refusal::Reason reasonOf(const Outcome& outcome) {
    if (outcome) qFatal("it was not refused");
    return outcome.error().reason;
}

struct TestServerParts {
    explicit TestServerParts(LoginPolicy policy = {},
                             const std::string& publicUrl = "http://192.168.1.20:8420")
        : database(storage.open()),
          enrolment(*database, clock.now(), systemRandom()),
          registry(*database, clock.now(), systemRandom()),
          core(keys, *WebAddress::parse(publicUrl), *database, log, std::move(policy), clock.now(),
               systemRandom()),
          logins(core),
          approvals(core),
          scans(core),
          phones(core) {}

    // A user with that wallet's address.
    User enrol(const TestWallet& wallet, const std::string& name = "Ada Lovelace") {
        const User user = *enrolment.addUser(name, "");
        devices.push_back(*enrolment.addDevice(user.id.text(), *parseAddress(wallet.address()), "phone"));
        return user;
    }

    QrCodeAnswer freshCode() { return *logins.getQrCode({}, std::nullopt); }

    // As a screen whose poll is held.
    StatusAnswer waitForStatus(const Sid& sid, const LoginService::Known& known,
                               std::chrono::seconds atMost) {
        const auto deadline = std::chrono::steady_clock::now() + atMost;
        for (;;) {
            const auto news = logins.news(sid, known, deadline);
            if (news) return *news;
            news.error().watch->wait(news.error().until);
        }
    }

    // A screen whose code a phone has opened, and whose number it has picked.
    struct PickedScreen {
        QrCodeAnswer code;
        std::string scan; // the phone's token
    };
    PickedScreen pickedScreen() {
        PickedScreen screen{freshCode(), ""};
        screen.scan = scans.open(screen.code.qr, kPhone)->token;
        if (!scans.pick(screen.scan, logins.status(screen.code.sid).number, kPhone)) qFatal("not picked");
        return screen;
    }

    std::vector<AuditEntry> auditTrail() {
        return database->read([](Transaction& t) { return audit_log::after(t, 0, Instant(), 10'000); });
    }
    // Its lines of that event, or "event detail".
    std::size_t audited(const std::string& line) {
        const auto trail = auditTrail();
        return static_cast<std::size_t>(std::ranges::count_if(trail, [&](const AuditEntry& entry) {
            return entry.event == line || entry.event + " " + entry.detail == line;
        }));
    }

    OwnDatabase storage;
    TestClock clock;
    EventLog log{LogFormat::Text, LogLevel::Error};
    std::unique_ptr<Database> database;
    KeyRing keys{ServerKey::generate(systemRandom())};
    Enrolment enrolment;
    KioskRegistry registry;
    LoginCore core;
    LoginService logins;
    ApprovalService approvals;
    ScanService scans;
    PhoneEnrolment phones;
    std::vector<Device> devices; // in the order of enrol()
};

} // namespace latchkey
