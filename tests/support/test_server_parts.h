// A server's rules on a real database, with a clock that the test sets.
#pragma once

#include "server/login/approval_service.h"
#include "server/login/login_service.h"
#include "server/login/phone_enrolment.h"
#include "server/login/scan_service.h"
#include "server/store/database.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_wallet.h"

#include <atomic>
#include <memory>
#include <string>

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

struct TestServerParts {
    explicit TestServerParts(LoginPolicy policy = {}, std::string publicUrl = "http://192.168.1.20:8420")
        : database(*Database::open({folder.file("latchkey.db")})),
          key(*ServerKey::loadOrCreate(folder.file("server.key"), systemRandom())),
          enrolment(*database, clock.now(), systemRandom()),
          registry(*database, clock.now(), systemRandom()),
          core(key, std::move(publicUrl), *database, log, std::move(policy), clock.now(), systemRandom()),
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

    TemporaryFolder folder;
    TestClock clock;
    EventLog log{LogFormat::Text, LogLevel::Error};
    std::unique_ptr<Database> database;
    ServerKey key;
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
