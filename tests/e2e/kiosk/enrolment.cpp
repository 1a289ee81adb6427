#include "tests/e2e/kiosk/enrolment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace latchkey {

QString enrolAda(ServerProcess& server, const PhoneProgram& phone) {
    const QString keyFile = QString::fromStdString(server.folder().file("ada.key").string());
    const auto made = phone({"key", "new", "--key", keyFile, "--json"});
    if (!QTest::qVerify(made.exitStatus == 0, "the phone has a key", made.err, __FILE__, __LINE__)) return {};
    const QJsonObject addresses = QJsonDocument::fromJson(made.out).object()["addresses"].toObject();
    const auto user = server.administer({"user", "add", "Ada Lovelace"});
    const auto device = server.administer({"device", "add", "Ada Lovelace", "--address",
                                           addresses["p2wpkh"].toString(), "--label", "Ada's phone"});
    const bool enrolled = user.exitStatus == 0 && device.exitStatus == 0;
    if (!QTest::qVerify(enrolled, "Ada is enrolled", user.err + device.err, __FILE__, __LINE__)) return {};
    return keyFile;
}

} // namespace latchkey
