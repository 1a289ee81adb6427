#include "test_key.h"
#include "tests/phone/payload.h"

#include <QTest>
#include <QUrlQuery>

using namespace latchkey;
using namespace latchkey::phone;

namespace {

QString sign(const PayloadOptions& options) {
    return QString::fromStdString(Payload::sign(keyOf(smallestKeyHex()), kQrString, options).toJson());
}

// The members in this order, without white space; for texts that JSON need not escape.
QString object(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string json;
    for (const auto& [name, text] : members) {
        json += (json.empty() ? "{\"" : ",\"") + name + "\":\"" + text + "\"";
    }
    return QString::fromStdString(json + "}");
}

const std::string kGenerator = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

} // namespace

class TestPhonePayload : public QObject {
    Q_OBJECT

  private slots:
    void theAddressShapeIsExactlyFastsFirst() {
        const std::string signature = signMessage(keyOf(smallestKeyHex()), kQrString, AddressKind::P2pkh);

        QCOMPARE(sign({}), object({{"address", "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH"},
                                   {"signature", signature},
                                   {"message", kQrString}}));
    }

    void theAddressAndTheHeaderAreOfTheSameKind() {
        PayloadOptions options;
        options.addressKind = AddressKind::P2wpkh;
        const Payload payload = Payload::sign(keyOf(smallestKeyHex()), kQrString, options);

        QCOMPARE(payload.fields()[0].second, std::string("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"));
        QVERIFY(fromBase64(payload.fields()[1].second)->front() >= 39);
    }

    void thePublicKeyShapeIsExactlyFastsSecond_data() {
        QTest::addColumn<bool>("compact");
        QTest::newRow("der") << false;
        QTest::newRow("compact") << true;
    }

    void thePublicKeyShapeIsExactlyFastsSecond() {
        QFETCH(bool, compact);
        PayloadOptions options;
        options.shape = PayloadShape::PublicKey;
        options.signatureForm = compact ? SignatureForm::Compact : SignatureForm::Der;
        const std::string signature =
            signChallenge(keyOf(smallestKeyHex()), kQrString, options.signatureForm);

        QCOMPARE(sign(options),
                 object({{"public_key", kGenerator}, {"signature", signature}, {"challenge", kQrString}}));
    }

    void aRegistrationAddsNameAndEmail() {
        PayloadOptions options;
        options.registrant = Registrant{"Ada \"Countess\" Lovelace", "ada@example.org"};

        QVERIFY(sign(options).endsWith(
            ",\"name\":\"Ada \\\"Countess\\\" Lovelace\",\"email\":\"ada@example.org\"}"));
    }

    void theFormSaysTheSameAsTheJson() {
        PayloadOptions options;
        options.registrant = Registrant{"Zoë & Co + =", "zoe@example.org"};
        const Payload payload = Payload::sign(keyOf(smallestKeyHex()), kQrString, options);

        const QUrlQuery form(QString::fromStdString(payload.toForm()));

        QCOMPARE(form.queryItems().size(), qsizetype(payload.fields().size()));
        for (const auto& [name, text] : payload.fields()) {
            QCOMPARE(form.queryItemValue(QString::fromStdString(name), QUrl::FullyDecoded),
                     QString::fromStdString(text));
        }
    }

    void theDestinationIsTheQrStringWithoutItsQuery_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("origin");
        QTest::newRow("https") << "https://kiosk.example"
                               << "https://kiosk.example";
        QTest::newRow("a port") << "http://10.0.0.7:8420"
                                << "http://10.0.0.7:8420";
        QTest::newRow("a prefix") << "https://kiosk.example/door/2"
                                  << "https://kiosk.example";
        QTest::newRow("IPv6") << "http://[fd00::7]:8420"
                              << "http://[fd00::7]:8420";
    }

    void theDestinationIsTheQrStringWithoutItsQuery() {
        QFETCH(QString, base);
        QFETCH(QString, origin);

        const auto destination = Destination::of((base + "/fast?s=aa&c=bb&t=69ae8418").toStdString());

        QVERIFY(destination);
        QCOMPARE(QString::fromStdString(destination->origin), origin);
        QCOMPARE(QString::fromStdString(destination->webhook), base + "/fast");
    }

    void refusesWhatIsNoQrStringOfOurs_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("another URL") << "https://example.org/menu?s=aa&c=bb&t=69ae8418";
        QTest::newRow("no secret") << "https://kiosk.example/fast?s=aa&t=69ae8418";
        QTest::newRow("another scheme") << "ftp://kiosk.example/fast?s=aa&c=bb&t=69ae8418";
        QTest::newRow("no scheme") << "kiosk.example/fast?s=aa&c=bb&t=69ae8418";
        QTest::newRow("a user name that looks like a host")
            << "https://kiosk.example@evil.example/fast?s=aa&c=bb&t=69ae8418";
        QTest::newRow("something after it") << "https://kiosk.example/fast?s=aa&c=bb&t=69ae8418#x";
    }

    void refusesWhatIsNoQrStringOfOurs() {
        QFETCH(QString, text);

        QVERIFY(!Destination::of(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestPhonePayload)
#include "tst_phone_payload.moc"
