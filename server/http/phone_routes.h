// What the phone page calls: /api/phone/…, JSON in and out.
//
// Refusals are {"status","message","reason"}; the reasons are those of server/login/refusal.h.
#pragma once

#include "server/login/phone_enrolment.h"
#include "server/login/scan_service.h"

#include <httplib.h>

#include <functional>
#include <semaphore>
#include <string>

namespace latchkey {

class PhoneRoutes {
  public:
    static constexpr int kMostWaiting = 8;

    // waiting: typed codes that may be waited for at a time, each by a thread (at most kMostWaiting). The
    // services have to outlive the routes, and the routes the server.
    PhoneRoutes(LoginCore& core, ScanService& scans, PhoneEnrolment& enrolment, int waiting);

    void install(httplib::Server& server);

  private:
    using Request = httplib::Request;
    using Response = httplib::Response;

    void open(const Request& request, Response& response);
    void pick(const Request& request, Response& response);
    void decline(const Request& request, Response& response);
    void lock(const Request& request, Response& response);
    void standing(const Request& request, Response& response);
    void typedCode(const Request& request, Response& response);
    void registerHere(const Request& request, Response& response);
    void invitation(const Request& request, Response& response);
    void enrol(const Request& request, Response& response);

    LoginCore& m_core;
    ScanService& m_scans;
    PhoneEnrolment& m_enrolment;
    std::counting_semaphore<kMostWaiting> m_waiting;
};

} // namespace latchkey
