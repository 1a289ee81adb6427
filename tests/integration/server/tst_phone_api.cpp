// What the phone page calls, against the real server: every answer as it is on the wire.
#include "common/qr_string.h"
#include "tests/phone/lnurl_login.h"
#include "tests/support/server_process.h"
#include "tests/support/show_strings.h"
#include "tests/support/software_authenticator.h"
#include "tests/support/wire_client.h"

#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

#include <thread>

using namespace latchkey;

namespace {

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString base64Url(const Bytes& bytes) {
    return QString::fromStdString(toBase64Url(bytes));
}

} // namespace

class TestPhoneApi : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_client;
    TestWallet m_phone;

    void startServer(const QStringList& arguments = {}) {
        m_client.reset();
        m_server.reset();
        m_server = std::make_unique<ServerProcess>(arguments);
        m_client = std::make_unique<WireClient>(m_server->port());
    }
    WireClient::Answer call(const std::string& what, const QJsonObject& body) {
        return m_client->post("/api/phone/" + what, compact(body).toStdString());
    }
    QJsonObject administer(const QStringList& arguments) {
        const auto result = m_server->administer(arguments + QStringList{"--json"});
        if (result.exitStatus != 0) qFatal("%s", result.err.constData());
        return QJsonDocument::fromJson(result.out).object();
    }
    static void refused(const WireClient::Answer& answer, int status, const char* reason) {
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.json()["reason"].toString(), reason);
        QCOMPARE(answer.json()["status"].toInt(), status);
        QVERIFY(!answer.json()["message"].toString().isEmpty());
    }
    QString shownNumber(const QrCodeAnswer& code) {
        return m_client->status(code.sid).json()["number"].toString();
    }
    // A scan of the code whose number is picked.
    QString pickedScan(const QrCodeAnswer& code) {
        const QString scan =
            call("open", {{"challenge", QString::fromStdString(code.qr)}}).json()["scan"].toString();
        if (call("pick", {{"scan", scan}, {"number", shownNumber(code)}}).status != 200) qFatal("not picked");
        return scan;
    }
    // The page key's two members over the message.
    QJsonObject pageKey(const std::string& message) {
        const auto proof = std::get<RawEcdsaProof>(m_phone.rawProof(message).proof);
        return {{"public_key", QString::fromStdString(proof.publicKey)},
                {"signature", QString::fromStdString(proof.signature)}};
    }
    WireClient::Answer unlock(const QrCodeAnswer& code, const QString& scan) {
        QJsonObject body = pageKey(code.qr);
        body["challenge"] = QString::fromStdString(code.qr);
        if (!scan.isEmpty()) body["scan"] = scan;
        return m_client->post("/fast", compact(body).toStdString());
    }
    // The token of the enrolment link that a command has printed.
    static QString tokenOf(const QJsonObject& printed) {
        const QString link = printed.contains("enrolment")
                                 ? printed["enrolment"].toObject()["link"].toString()
                                 : printed["link"].toString();
        return link.section('#', 1);
    }

  private slots:
    void init() { startServer(); }
    void cleanup() {
        m_client.reset();
        m_server.reset();
    }

    void aPersonIsAddedEnrolsAndUnlocks() {
        const QJsonObject added = administer({"user", "add", "Ada Lovelace"});
        const QString link = added["enrolment"].toObject()["link"].toString();
        QVERIFY2(link.startsWith(QString::fromStdString(m_server->url()) + "/enrol#"), qPrintable(link));
        const QString token = tokenOf(added);

        const auto invitation = call("invitation", {{"invitation", token}});
        QCOMPARE(invitation.status, 200);
        QCOMPARE(invitation.json()["user"].toString(), "Ada Lovelace");
        QCOMPARE(invitation.json()["message"].toString(), link);
        QVERIFY(invitation.json()["expires_in"].toInt() > 800);
        QVERIFY(!invitation.json().contains("lightning")); // plain http

        QJsonObject body = pageKey(link.toStdString());
        body["invitation"] = token;
        body["label"] = "Ada's phone";
        const auto enrolled = call("enrol", body);
        QCOMPARE(enrolled.status, 200);
        QCOMPARE(enrolled.json()["you"].toObject()["state"].toString(), "enrolled");
        refused(call("enrol", body), 404, "invitation_ended");
        refused(call("invitation", {{"invitation", token}}), 404, "invitation_ended");

        const QrCodeAnswer code = m_client->freshCode();
        const QJsonObject device{{"kind", "page"},
                                 {"credential", QString::fromStdString(m_phone.publicKey())}};
        const auto opened =
            call("open", {{"challenge", QString::fromStdString(code.qr)}, {"device", device}});
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.json()["you"].toObject(),
                 (QJsonObject{{"state", "enrolled"}, {"name", "Ada Lovelace"}}));
        QCOMPARE(opened.json()["registration"].toString(), "closed");
        QCOMPARE(opened.json()["numbers"].toArray().size(), 3);
        QVERIFY(opened.json()["numbers"].toArray().contains(shownNumber(code)));
        QCOMPARE(m_client->status(code.sid).json()["state"].toString(), "scanned");

        const QString scan = opened.json()["scan"].toString();
        refused(unlock(code, {}), 403, "number_required");
        refused(unlock(code, scan), 403, "number_required");
        QCOMPARE(call("pick", {{"scan", scan}, {"number", shownNumber(code)}}).status, 200);
        const auto unlocked = unlock(code, scan);
        QCOMPARE(unlocked.status, 200);
        QCOMPARE(unlocked.json()["user"].toString(), "Ada Lovelace");
        QCOMPARE(m_client->dashboard(code.sid).json()["user"].toObject()["name"].toString(), "Ada Lovelace");

        const QByteArray list = m_server->administer({"device", "list"}).out;
        for (const char* part : {"phone page", "Ada's phone", "in use", "127.0.0.1"})
            QVERIFY2(list.contains(part), list);
        const QByteArray trail = m_server->administer({"audit", "--since", "1h"}).out;
        for (const char* event : {"user.invited", "device.enrolled", "invitation.refused", "login.approved"})
            QVERIFY2(trail.contains(event), trail);
        QVERIFY(!m_server->log().contains(token.toUtf8()));
        QVERIFY(!m_server->log().contains(scan.toUtf8()));
    }

    void anotherPhoneIsAddedAndRevoked() {
        const QString user = administer({"user", "add", "Ada"})["id"].toString();
        const QJsonObject printed = administer({"device", "enrol", user});
        QJsonObject body = pageKey(printed["link"].toString().toStdString());
        body["invitation"] = tokenOf(printed);
        const QString device = call("enrol", body).json()["device"].toString();
        const QrCodeAnswer code = m_client->freshCode();
        QCOMPARE(unlock(code, pickedScan(code)).status, 200);
        WireClient::Answer held;
        {
            std::jthread kiosk([&] {
                held = WireClient(m_server->port()).status(code.sid, "&wait=30&state=authenticated");
            });
            administer({"device", "revoke", device});
        }
        QCOMPARE(held.json()["state"].toString(), "ended");
        const QrCodeAnswer next = m_client->freshCode();
        refused(unlock(next, pickedScan(next)), 404, "not_enrolled");
    }

    void thePhoneLocksTheScreenThatItUnlocked() {
        const QString user = administer({"user", "add", "Ada"})["id"].toString();
        const QJsonObject printed = administer({"device", "enrol", user});
        QJsonObject body = pageKey(printed["link"].toString().toStdString());
        body["invitation"] = tokenOf(printed);
        QCOMPARE(call("enrol", body).status, 200);
        const QrCodeAnswer code = m_client->freshCode();
        const QString scan = pickedScan(code);
        refused(call("lock", {{"scan", scan}}), 404, "scan_ended");
        QCOMPARE(unlock(code, scan).status, 200);
        WireClient::Answer held;
        {
            std::jthread kiosk([&] {
                held = WireClient(m_server->port()).status(code.sid, "&wait=30&state=authenticated");
            });
            const auto locked = call("lock", {{"scan", scan}});
            QCOMPARE(locked.status, 200);
            QCOMPARE(locked.json()["status"].toInt(), 200);
        }
        QCOMPARE(held.json()["state"].toString(), "ended");
        QCOMPARE(m_client->dashboard(code.sid).status, 401);
        refused(call("lock", {{"scan", scan}}), 404, "scan_ended");
        const QByteArray trail = m_server->administer({"audit", "--since", "1h"}).out;
        QVERIFY2(trail.contains("login.locked_by_phone  user=" + user.toUtf8()), trail);
    }

    void aWrongNumberOrADeclineBurnsTheSession() {
        for (const bool declines : {false, true}) {
            const QrCodeAnswer code = m_client->freshCode();
            const auto opened = call("open", {{"challenge", QString::fromStdString(code.qr)}}).json();
            const QString scan = opened["scan"].toString();
            if (declines) {
                QCOMPARE(call("decline", {{"scan", scan}}).status, 200);
            } else {
                const QString number = shownNumber(code);
                QString wrong;
                for (const auto& choice : opened["numbers"].toArray())
                    if (choice.toString() != number) wrong = choice.toString();
                refused(call("pick", {{"scan", scan}, {"number", wrong}}), 403, "wrong_number");
            }
            QCOMPARE(m_client->status(code.sid).json()["state"].toString(), "declined");
            refused(call("open", {{"challenge", QString::fromStdString(code.qr)}}), 404, "already_used");
            refused(call("decline", {{"scan", scan}}), 404, "already_used");
        }
        const QByteArray trail = m_server->administer({"audit", "--since", "1h"}).out;
        QVERIFY2(trail.contains("login.wrong_number") && trail.contains("login.declined"), trail);
    }

    void aHeldPollHearsOfThePhoneAtOnce() {
        const QrCodeAnswer code = m_client->freshCode();
        WireClient::Answer held;
        {
            std::jthread kiosk(
                [&] { held = WireClient(m_server->port()).status(code.sid, "&wait=30&state=waiting"); });
            QCOMPARE(call("open", {{"challenge", QString::fromStdString(code.qr)}}).status, 200);
        }
        QCOMPARE(held.json()["state"].toString(), "scanned");
        // A poll that knows an older number is answered at once.
        const auto poll = m_client->status(code.sid, "&wait=30&state=scanned&number=00");
        QCOMPARE(poll.json()["number"], held.json()["number"]);
    }

    void aTypedCodeOpensTheSameSession() {
        const QrCodeAnswer code = m_client->freshCode();
        QCOMPARE(code.typedCodeAddress, m_server->url().substr(7) + "/c");
        WireClient::Answer found;
        {
            std::jthread phone([&] {
                WireClient client(m_server->port());
                found = client.post(
                    "/api/phone/code",
                    compact({{"code", QString::fromStdString(code.typedCode).toLower()}}).toStdString());
                client.post("/api/phone/open", compact({{"challenge", found.json()["qr"]}}).toStdString());
            });
            // The kiosk's held poll answers the question, and ends with the phone that is here then.
            QCOMPARE(m_client->status(code.sid, "&wait=30&state=waiting").json()["state"].toString(),
                     "scanned");
        }
        QCOMPARE(found.status, 200);
        QVERIFY(QrString::parse(found.json()["qr"].toString().toStdString())->sessionId ==
                QrString::parse(code.qr)->sessionId);
        refused(call("code", {{"code", QString::fromStdString(code.typedCode)}}), 404, "unknown_code");
        refused(call("code", {{"code", "12345678"}}), 400, "malformed");
    }

    void strangersRegisterAndWait() {
        startServer({"--registration", "approve"});
        const QrCodeAnswer code = m_client->freshCode();
        const QString scan = pickedScan(code);
        QJsonObject body = pageKey(code.qr);
        body["scan"] = scan;
        body["name"] = "Grace Hopper";
        const auto registered = call("register", body);
        QCOMPARE(registered.status, 200);
        QCOMPARE(registered.json()["you"].toObject()["state"].toString(), "pending");
        refused(unlock(code, scan), 404, "pending");
        QVERIFY(m_server->administer({"device", "list"}).out.contains("waits for \"device approve\""));
        administer({"device", "approve", registered.json()["device"].toString()});
        const auto standing =
            call("device", {{"kind", "page"}, {"credential", QString::fromStdString(m_phone.publicKey())}});
        QCOMPARE(standing.json()["you"].toObject()["state"].toString(), "enrolled");
        QCOMPARE(unlock(code, scan).status, 200);
        refused(call("register", body), 404, "scan_ended");
    }

    void registrationIsClosedUnlessTheOperatorOpensIt() {
        const QrCodeAnswer code = m_client->freshCode();
        QJsonObject body = pageKey(code.qr);
        body["scan"] = pickedScan(code);
        body["name"] = "Eve";
        refused(call("register", body), 403, "registration_closed");
    }

    void passkeysEnrolAndUnlock() {
        startServer({"--public-url", "https://lobby.example"});
        const SoftwareAuthenticator phone(SoftwareAuthenticator::Algorithm::Es256);
        const QJsonObject printed = administer({"user", "add", "Ada"});
        const QString link = printed["enrolment"].toObject()["link"].toString();
        QVERIFY(link.startsWith("https://lobby.example/enrol#"));
        const auto made = phone.enrol({.challenge = link.toStdString()});
        const auto enrolled = call("enrol", {{"invitation", tokenOf(printed)},
                                             {"client_data", base64Url(made.clientData)},
                                             {"attestation_object", base64Url(made.attestationObject)}});
        QCOMPARE(enrolled.status, 200);

        const QrCodeAnswer code = m_client->freshCode();
        const QJsonObject device{{"kind", "passkey"}, {"credential", base64Url(phone.credentialId())}};
        const auto opened =
            call("open", {{"challenge", QString::fromStdString(code.qr)}, {"device", device}}).json();
        QCOMPARE(opened["you"].toObject()["name"].toString(), "Ada");
        QCOMPARE(call("pick", {{"scan", opened["scan"]}, {"number", shownNumber(code)}}).status, 200);
        const auto proof = phone.signIn({.challenge = code.qr});
        QJsonObject body{{"credential_id", base64Url(proof.credentialId)},
                         {"client_data", base64Url(proof.clientData)},
                         {"authenticator_data", base64Url(proof.authenticatorData)},
                         {"signature", base64Url(proof.signature)},
                         {"challenge", QString::fromStdString(code.qr)},
                         {"scan", opened["scan"]}};
        const auto post = [&] { return m_client->post("/fast", compact(body).toStdString()); };
        body["signature"] = "not base64!";
        refused(post(), 400, "malformed");
        body["signature"] = base64Url(Bytes(64));
        refused(post(), 406, "signature_mismatch");
        body["signature"] = base64Url(proof.signature);
        QCOMPARE(post().status, 200);
        refused(post(), 404, "already_used");
        QVERIFY(m_server->administer({"device", "list"}).out.contains("passkey"));
    }

    void lightningWalletsEnrolAndUnlock() {
        startServer({"--public-url", "https://lobby.example"});
        const auto callBack = [&](const QString& scanned, const char* more = "") {
            const auto login = phone::LnurlLogin::of(scanned.toStdString());
            if (!login) qFatal("%s", login.error().c_str());
            const std::string url =
                phone::signedCallback(*login, phone::linkingKey(m_phone.key(), login->domain));
            return m_client->get(url.substr(login->origin.size()) + more);
        };
        const auto isError = [](const WireClient::Answer& answer) {
            return answer.status == 200 && answer.json()["status"].toString() == "ERROR" &&
                   !answer.json()["reason"].toString().isEmpty();
        };
        const QString token = tokenOf(administer({"user", "add", "Ada"}));
        const QrCodeAnswer code = m_client->freshCode();
        QVERIFY(isError(callBack(QString::fromStdString(code.qr))));
        const QString lnurl = call("invitation", {{"invitation", token}}).json()["lightning"].toString();
        QVERIFY(lnurl.startsWith("LNURL1"));
        QCOMPARE(callBack(lnurl).json(), (QJsonObject{{"status", "OK"}}));
        QVERIFY(isError(callBack(lnurl)));
        QVERIFY(isError(callBack(QString::fromStdString(code.qr), "&action=pay")));
        QCOMPARE(callBack(QString::fromStdString(code.qr), "&action=login").json()["status"].toString(),
                 "OK");
        QCOMPARE(m_client->status(code.sid).json()["state"].toString(), "authenticated");
        QVERIFY(isError(callBack(QString::fromStdString(code.qr))));
        QVERIFY(isError(m_client->get("/ln?tag=pay")));
        QVERIFY(isError(m_client->get("/ln?tag=login&k1=" + std::string(500, 'a'))));
        QVERIFY(m_server->administer({"device", "list"}).out.contains("Lightning wallet"));
    }

    void badRequestsAreToldWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* path, const char* body, const char* named) {
            QTest::addRow("%s %s", path, body) << QByteArray(path) << QByteArray(body) << QString(named);
        };
        row("open", "", "JSON object");
        row("open", "[]", "JSON object");
        row("open", "{}", "\"challenge\" is missing");
        row("open", "{\"challenge\":1}", "\"challenge\" is not a string");
        row("open", "{\"challenge\":\"x\",\"device\":1}", "in \"device\"");
        row("open", "{\"challenge\":\"x\",\"device\":{\"kind\":\"pigeon\",\"credential\":\"x\"}}",
            "\"kind\"");
        row("pick", "{\"scan\":\"x\"}", "\"number\" is missing");
        row("pick", "{\"scan\":\"x\",\"number\":\"123456789\"}", "\"number\" is longer");
        row("decline", "{}", "\"scan\" is missing");
        row("lock", "{}", "\"scan\" is missing");
        row("device", "{\"kind\":\"page\"}", "\"credential\" is missing");
        row("code", "{}", "\"code\" is missing");
        row("register", "{\"scan\":\"x\",\"name\":\"y\"}", "\"public_key\" is missing");
        row("register",
            "{\"scan\":\"x\",\"name\":\"y\",\"attestation_object\":\"!\",\"client_data\":\"e30\"}",
            "\"attestation_object\" is not base64url");
        row("invitation", "{}", "\"invitation\" is missing");
        row("enrol", "{\"invitation\":\"x\",\"public_key\":\"02\"}", "\"signature\" is missing");
    }
    void badRequestsAreToldWhatIsWrong() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto answer = m_client->post("/api/phone/" + path.toStdString(), body.toStdString());
        refused(answer, 400, "malformed");
        QVERIFY2(answer.json()["message"].toString().contains(named), answer.body.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPhoneApi)
#include "tst_phone_api.moc"
