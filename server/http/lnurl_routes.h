// What Lightning wallets call back (LUD-04): GET /ln?tag=login&k1&sig&key[&k][&action][&name].
//
// Answers {"status":"OK"} or {"status":"ERROR","reason"}, always with HTTP status 200: wallets look no
// further when it is another.
#pragma once

#include "server/login/approval_service.h"
#include "server/login/phone_enrolment.h"

#include <httplib.h>

namespace latchkey {

class LnurlRoutes {
  public:
    // The services have to outlive the routes, and the routes the server.
    LnurlRoutes(ApprovalService& approvals, PhoneEnrolment& enrolment);

    void install(httplib::Server& server);

  private:
    Outcome<Refusal> callback(const httplib::Request& request);

    ApprovalService& m_approvals;
    PhoneEnrolment& m_enrolment;
};

} // namespace latchkey
