// What the reception does before anybody can sign in.
#pragma once

#include "tests/support/server_process.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace latchkey {

// Runs the phone's program with these arguments.
using PhoneProgram = std::function<ProgramResult(const QStringList& arguments)>;

// Ada Lovelace has a key on her phone, and the reception has enrolled its address (P2WPKH). Returns the key's
// file, in the server's folder; fails the test and returns an empty one when either refuses.
QString enrolAda(ServerProcess& server, const PhoneProgram& phone);

} // namespace latchkey
