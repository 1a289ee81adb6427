// A server that stays in one state, for looking at the display client's screens:
//
//   stand_in_server waiting|scanned|number|authenticated|declined|refused|faulty [NAME [NOTICE]...]
//
// prints its address and serves until it is stopped. With "number" a phone is here and has a number to match;
// "fast" waits like "waiting", as a server that knows nothing but FAST; "lightning" too, with a QR string
// that a Lightning wallet also understands, and so a denser code.
#include "common/wire.h"
#include "tests/support/loopback_server.h"

#include <QCoreApplication>

#include <iostream>

namespace {

using namespace latchkey;
using namespace std::chrono_literals;
using Answer = LoopbackServer::Answer;

Answer dashboard(const QStringList& arguments) {
    DashboardAnswer answer;
    answer.userId = "u-7k3m9q2x";
    answer.userName = arguments.value(2, "Ada Lovelace").toStdString();
    answer.deviceLabel = "Ada's phone";
    answer.since = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    answer.until = answer.since + 15min;
    answer.expiresIn = 15min;
    answer.kiosk = KioskLabel{"Front desk", "Building A, ground floor"};
    answer.tiles = {
        {"Canteen", "Today: **leek soup**, *rye bread*.\n\n- open until 14:00\n- second floor", "coffee", ""},
        {"Flu vaccination", "From 13:00 to 16:00 in room 2.14. Bring your badge.", "calendar", ""},
        {"Find your way", "The map of this building, to take along.", "map", "https://lobby.example.org/map"},
        {"Lift B", "Out of service until **Thursday**. Please use lift A.", "lift", ""},
    };
    answer.lastSignIn = SignIn{answer.since - 22h, KioskLabel{"Back door", "Building A"}, "Ada's phone"};
    answer.activity = {
        {answer.since, "login.approved", answer.kiosk, "Ada's phone"},
        {answer.since - 21h, "login.signed_out", KioskLabel{"Back door", "Building A"}, ""},
        {answer.since - 22h, "login.approved", KioskLabel{"Back door", "Building A"}, "Ada's phone"},
        {answer.since - 50h, "device.enrolled", std::nullopt, "Ada's phone"}};
    for (const QString& notice : arguments.mid(3)) answer.notices.push_back(notice.toStdString());
    return Answer::json(answer.toJson());
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString word = arguments.value(1, "waiting");
    const Sid sid("stand-in");
    const auto state = word == "number"
                           ? SessionState::Scanned
                           : sessionStateFrom(word.toStdString()).value_or(SessionState::Waiting);

    LoopbackServer server;
    QrCodeAnswer code;
    code.qr =
        "https://lobby.example.org/fast?s=Zk3vQ0pXb8mJYw2hT1rLcA&c=9uFq7sWzK4nE&t=65ec1a3f&k=k-4c8d1f0a";
    if (word == "lightning") code.qr += "&lightning=LNURL1" + std::string(220, 'Q');
    code.sid = sid;
    code.state = state == SessionState::Authenticated ? state : SessionState::Waiting;
    code.expiresIn = 120s;
    code.refreshIn = 30s;
    code.pollIn = 5s;
    if (word != "fast") {
        code.typedCode = "BCDF-GHJK";
        code.typedCodeAddress = "lobby.example.org/c";
    }
    server.answer("/api/getqrcode", Answer::json(code.toJson()));
    server.answer("/api/checkfast",
                  Answer::json(StatusAnswer{sid, state, word == "number" ? "42" : ""}.toJson()));
    server.answer("/site/dashboard", dashboard(arguments));
    server.answer("/api/signout", Answer::json("{}"));
    if (word == "refused") {
        const Verdict verdict{401,
                              "this server serves registered screens only, and this one has sent no token"};
        server.answer("/api/getqrcode", Answer::json(verdict.toJson(), verdict.status));
    }
    if (word == "faulty") server.answer("/api/getqrcode", Answer::json("", 503));
    std::cout << server.address().text() << std::endl;
    return QCoreApplication::exec();
}
