#include "server/http/webhook_payload.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <algorithm>

using namespace latchkey;

namespace {

// Single quotes for double ones. Not raw strings: Qt 6.4's moc loses its way in them.
std::string json(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

std::string messageOf(const ProofSubmission& submission) {
    if (const auto* proof = std::get_if<SignedMessageProof>(&submission.proof)) return proof->message;
    return std::get<RawEcdsaProof>(submission.proof).challenge;
}

constexpr const char* kJson = "application/json";
constexpr const char* kForm = "application/x-www-form-urlencoded; charset=utf-8";

} // namespace

class TestWebhookPayload : public QObject {
    Q_OBJECT

  private slots:
    void readsASignedMessage() {
        const auto read = parseWebhookPayload(
            kJson,
            json("{'address':'1A','signature':'c2ln','message':'http://h/fast?s=a','csrf':{'deep':[1]}}"));
        QVERIFY2(read, read ? "" : read.error().c_str());
        const auto& proof = std::get<SignedMessageProof>(read->proof);
        QCOMPARE(proof.address, std::string("1A"));
        QCOMPARE(proof.signature, std::string("c2ln"));
        QCOMPARE(messageOf(*read), std::string("http://h/fast?s=a"));
        QVERIFY(read->name.empty() && read->email.empty());
    }

    void readsRawEcdsaWithRegistration() {
        const auto read = parseWebhookPayload(
            kJson, json("{'public_key':'02','signature':'30','challenge':'c','name':'Ada','email':null}"));
        QVERIFY(read);
        const auto& proof = std::get<RawEcdsaProof>(read->proof);
        QCOMPARE(proof.publicKey, std::string("02"));
        QCOMPARE(messageOf(*read), std::string("c"));
        QCOMPARE(read->name, std::string("Ada"));
    }

    void readsFormFields() {
        const auto read = parseWebhookPayload(
            kForm, "address=1A&signature=a%2Bb%3D&message=http%3A%2F%2Fh%2Ffast%3Fs%3Da&name=Ada+L");
        QVERIFY(read);
        QCOMPARE(std::get<SignedMessageProof>(read->proof).signature, std::string("a+b="));
        QCOMPARE(messageOf(*read), std::string("http://h/fast?s=a"));
        QCOMPARE(read->name, std::string("Ada L"));
    }

    void readsAPasskeysAssertion() {
        const auto read = parseWebhookPayload(
            kJson,
            json("{'credential_id':'AQI','client_data':'e30','authenticator_data':'AA','signature':'_w',"
                 "'challenge':'m','scan':'t'}"));
        QVERIFY2(read, read ? "" : read.error().c_str());
        const auto& proof = std::get<PasskeyProof>(read->proof);
        QVERIFY((proof.assertion.credentialId == Bytes{1, 2}));
        QVERIFY((proof.assertion.clientData == Bytes{'{', '}'}));
        QVERIFY((proof.assertion.authenticatorData == Bytes{0}));
        QVERIFY((proof.assertion.signature == Bytes{0xff}));
        QCOMPARE(proof.challenge, std::string("m"));
        QCOMPARE(read->scan, std::string("t"));
    }

    void namesWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* type, const std::string& body, const char* named) {
            QTest::addRow("%d %s", static_cast<int>(body.size()), named)
                << QByteArray(type) << QByteArray::fromStdString(body) << QByteArray(named);
        };
        row(kJson, "", "not a JSON object");
        row(kJson, "[]", "not a JSON object");
        row(kJson, "{", "not a JSON object");
        row(kJson, "\"x\"", "not a JSON object");
        row(kJson, "{}", "either");
        row(kJson, json("{'address':'a','public_key':'b','signature':'s','message':'m','challenge':'m'}"),
            "either");
        row(kJson, json("{'address':'a','message':'m'}"), "\"signature\" is missing");
        row(kJson, json("{'address':'a','signature':'s'}"), "\"message\" is missing");
        row(kJson, json("{'signature':'s','message':'m'}"), "\"address\" is missing");
        row(kJson, json("{'signature':'s','challenge':'m'}"), "\"public_key\" is missing");
        row(kJson, json("{'address':'','signature':'s','message':'m'}"), "\"address\" is missing");
        row(kJson, json("{'address':1,'signature':'s','message':'m'}"), "\"address\" is not a string");
        row(kJson, json("{'address':'a','signature':['s'],'message':'m'}"), "\"signature\" is not a string");
        row(kJson, "{\"address\":\"a\",\"signature\":\"s\",\"message\":\"" + std::string(2049, 'm') + "\"}",
            "\"message\" is longer");
        row(kJson, json("{'credential_id':'AA','address':'a','signature':'s','message':'m'}"), "either");
        row(kJson, json("{'credential_id':'AA','client_data':'AA','signature':'s','challenge':'m'}"),
            "\"authenticator_data\" is missing");
        row(kJson,
            json("{'credential_id':'A=','client_data':'AA','authenticator_data':'AA','signature':'s','"
                 "challenge':'m'}"),
            "\"credential_id\" is not base64url");
        row(kJson, std::string(60'000, '['), "not a JSON object");
        row(kForm, "address=%zz", "percent");
        row(kForm, "address=%4", "percent");
        row(kForm, "&&&", "either");
    }
    void namesWhatIsWrong() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, named);
        const auto read = parseWebhookPayload(type.toStdString(), body.toStdString());
        QVERIFY(!read);
        QVERIFY2(read.error().find(named.toStdString()) != std::string::npos, read.error().c_str());
    }

    void theFirstFieldOfANameCounts() {
        const auto fields = parseForm("a=1&a=2&b&=c&d=");
        QVERIFY(fields);
        QCOMPARE(fields->at("a"), std::string("1"));
        QCOMPARE(fields->at("b"), std::string());
        QCOMPARE(fields->at("d"), std::string());
    }
};

QTEST_APPLESS_MAIN(TestWebhookPayload)
#include "tst_webhook_payload.moc"
