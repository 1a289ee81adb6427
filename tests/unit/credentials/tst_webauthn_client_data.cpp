#include "passkeys.h"
#include "server/credentials/client_data.h"

#include <set>

using namespace latchkey;

namespace {

const std::string kType = "\"type\":\"webauthn.get\"";
const std::string kOrigin = "\"origin\":\"https://lobby.example\"";

std::string challengeMember(const std::string& challenge = kChallenge) {
    return "\"challenge\":\"" + toBase64Url(asBytes(challenge)) + '"';
}

// What a browser writes, and behind it further members.
std::string clientData(const std::string& further = "") {
    return '{' + kType + ',' + challengeMember() + ',' + kOrigin + further + '}';
}

Refusal check(const std::string& json) {
    return refusalOf(checkClientData(asBytes(json), Ceremony::Assertion, kChallenge, kUs.origin));
}

} // namespace

class TestWebauthnClientData : public QObject {
    Q_OBJECT

  private slots:
    void takesWhatABrowserMayWrite_data();
    void takesWhatABrowserMayWrite();
    void refusesWhatIsNotClientData_data();
    void refusesWhatIsNotClientData();
    void refusesAnotherType_data();
    void refusesAnotherType();
    void tellsTheTwoCeremoniesApart();
    void refusesAnotherChallenge_data();
    void refusesAnotherChallenge();
    void takesAnyBytesForAChallenge();
    void refusesAnotherOrigin_data();
    void refusesAnotherOrigin();
    void refusesAPageInsideAnotherOne_data();
    void refusesAPageInsideAnotherOne();
    void takesTheLastOfMembersOfOneName();
    void hasASentenceOfItsOwnForEveryReason();
};

void TestWebauthnClientData::takesWhatABrowserMayWrite_data() {
    QTest::addColumn<std::string>("json");
    QTest::newRow("the least") << clientData();
    QTest::newRow("not in a frame") << clientData(",\"crossOrigin\":false");
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + clientData();
    QTest::newRow("white space") << " {\n\t" + kType + " , " + challengeMember() + ",\r\n" + kOrigin + " } ";
    QTest::newRow("another order") << '{' + kOrigin + ',' + challengeMember() + ',' + kType + '}';
    QTest::newRow("escapes") << "{\"\\u0074ype\":\"webauthn\\u002eget\"," + challengeMember() +
                                    ",\"origin\":\"https:\\/\\/lobby.example\"}";
    QTest::newRow("Chromium's reminder") << clientData(
        ",\"other_keys_can_be_added_here\":\"do not compare clientDataJSON against a template\"");
    QTest::newRow("no token binding") << clientData(",\"tokenBinding\":{\"status\":\"supported\"}");
    QTest::newRow("members of any kind") << clientData(",\"a\":[1,{\"b\":null}],\"c\":-1.5e300,\"\":true");
}

void TestWebauthnClientData::takesWhatABrowserMayWrite() {
    QFETCH(const std::string, json);
    QCOMPARE(check(json), kTaken);
}

void TestWebauthnClientData::refusesWhatIsNotClientData_data() {
    QTest::addColumn<std::string>("json");
    const std::string good = clientData();
    QTest::newRow("nothing") << std::string();
    QTest::newRow("cut short") << good.substr(0, good.size() - 1);
    QTest::newRow("something behind it") << good + "x";
    QTest::newRow("a zero byte behind it") << good + '\0';
    QTest::newRow("a second object behind it") << good + "{}";
    QTest::newRow("two byte order marks") << "\xef\xbb\xbf\xef\xbb\xbf" + good;
    QTest::newRow("UTF-16") << std::string("{\0\"\0", 4);
    QTest::newRow("broken UTF-8") << clientData(",\"a\":\"\xff\"");
    QTest::newRow("a comma too many") << clientData(",");
    QTest::newRow("a comment") << "/* */" + good;
    QTest::newRow("in an array") << '[' + good + ']';
    QTest::newRow("text") << std::string("\"webauthn.get\"");
    QTest::newRow("null") << std::string("null");
    QTest::newRow("two thousand arrays") << std::string(2000, '[');
    QTest::newRow("no type") << '{' + challengeMember() + ',' + kOrigin + '}';
    QTest::newRow("no challenge") << '{' + kType + ',' + kOrigin + '}';
    QTest::newRow("no origin") << '{' + kType + ',' + challengeMember() + '}';
    QTest::newRow("a type that is no text") << "{\"type\":7," + challengeMember() + ',' + kOrigin + '}';
    QTest::newRow("a challenge that is no text") << '{' + kType + ",\"challenge\":[]," + kOrigin + '}';
    QTest::newRow("an origin that is no text") << '{' + kType + ',' + challengeMember() + ",\"origin\":null}";
    QTest::newRow("crossOrigin as text") << clientData(",\"crossOrigin\":\"false\"");
    QTest::newRow("crossOrigin as a number") << clientData(",\"crossOrigin\":0");
    QTest::newRow("crossOrigin as null") << clientData(",\"crossOrigin\":null");
    QTest::newRow("names in upper case")
        << "{\"TYPE\":\"webauthn.get\"," + challengeMember() + ',' + kOrigin + '}';
}

void TestWebauthnClientData::refusesWhatIsNotClientData() {
    QFETCH(const std::string, json);
    QCOMPARE(check(json), Refusal(WebAuthnError::ClientDataMalformed));
}

void TestWebauthnClientData::refusesAnotherType_data() {
    QTest::addColumn<std::string>("type");
    for (const char* type : {"webauthn.create", "webauthn.GET", "webauthn.get ", "webauthn.gets", "webauthn",
                             "get", "payment.get", "navigator.id.getAssertion", ""}) {
        QTest::newRow(type) << std::string(type);
    }
}

void TestWebauthnClientData::refusesAnotherType() {
    QFETCH(const std::string, type);
    QCOMPARE(check("{\"type\":\"" + type + "\"," + challengeMember() + ',' + kOrigin + '}'),
             Refusal(WebAuthnError::OtherCeremony));
}

void TestWebauthnClientData::tellsTheTwoCeremoniesApart() {
    const std::string made = "{\"type\":\"webauthn.create\"," + challengeMember() + ',' + kOrigin + '}';
    const auto asCreated = [](const std::string& json) {
        return refusalOf(checkClientData(asBytes(json), Ceremony::Registration, kChallenge, kUs.origin));
    };
    QCOMPARE(asCreated(made), kTaken);
    QCOMPARE(asCreated(clientData()), Refusal(WebAuthnError::OtherCeremony));
}

void TestWebauthnClientData::refusesAnotherChallenge_data() {
    QTest::addColumn<std::string>("text");
    const std::string good = toBase64Url(asBytes(kChallenge));
    std::string upper = kChallenge;
    upper[0] = 'H';
    QTest::newRow("nothing") << std::string();
    QTest::newRow("another session's")
        << toBase64Url(asBytes("https://lobby.example/fast?s=other&c=secret&t=65f0a1b2&k=lobby"));
    QTest::newRow("its beginning") << toBase64Url(asBytes(kChallenge.substr(0, kChallenge.size() - 1)));
    QTest::newRow("more behind it") << toBase64Url(asBytes(kChallenge + "&x=1"));
    QTest::newRow("another case") << toBase64Url(asBytes(upper));
    QTest::newRow("not encoded") << kChallenge;
    QTest::newRow("padded") << good + "=";
    QTest::newRow("cut in its text") << good.substr(0, good.size() - 1);
    QTest::newRow("encoded twice") << toBase64Url(asBytes(good));
}

void TestWebauthnClientData::refusesAnotherChallenge() {
    QFETCH(const std::string, text);
    QCOMPARE(check('{' + kType + ",\"challenge\":\"" + text + "\"," + kOrigin + '}'),
             Refusal(WebAuthnError::OtherChallenge));
}

void TestWebauthnClientData::takesAnyBytesForAChallenge() {
    std::string challenge;
    for (int byte = 0; byte < 256; ++byte) challenge += static_cast<char>(byte);
    const std::string json = '{' + kType + ',' + challengeMember(challenge) + ',' + kOrigin + '}';
    QCOMPARE(refusalOf(checkClientData(asBytes(json), Ceremony::Assertion, challenge, kUs.origin)), kTaken);
    challenge.back() = 'x';
    QCOMPARE(refusalOf(checkClientData(asBytes(json), Ceremony::Assertion, challenge, kUs.origin)),
             Refusal(WebAuthnError::OtherChallenge));
}

void TestWebauthnClientData::refusesAnotherOrigin_data() {
    QTest::addColumn<std::string>("origin");
    for (const char* origin : {"http://lobby.example",
                               "https://lobby.example:443",
                               "https://lobby.example:8420",
                               "https://lobby.example/",
                               "https://lobby.example/fast",
                               "https://lobby.example.",
                               "https://LOBBY.example",
                               "HTTPS://lobby.example",
                               "https://lobby.example.evil.example",
                               "https://evil-lobby.example",
                               "https://phish.lobby.example",
                               "https://example",
                               "https://lobby.exampl",
                               "https://lobby.example@evil.example",
                               "https://evil.example/https://lobby.example",
                               "https://lobby.example\\u0000",
                               "https://lobby\\u2024example",
                               " https://lobby.example",
                               "lobby.example",
                               "null",
                               "",
                               "android:apk-key-hash:7d1043473d55bfa90e8530d35801d4e381bc69f0"}) {
        QTest::newRow(origin) << std::string(origin);
    }
}

void TestWebauthnClientData::refusesAnotherOrigin() {
    QFETCH(const std::string, origin);
    QCOMPARE(check('{' + kType + ',' + challengeMember() + ",\"origin\":\"" + origin + "\"}"),
             Refusal(WebAuthnError::OtherOrigin));
}

void TestWebauthnClientData::refusesAPageInsideAnotherOne_data() {
    QTest::addColumn<std::string>("further");
    QTest::newRow("says so") << std::string(",\"crossOrigin\":true");
    QTest::newRow("and in which") << std::string(
        ",\"crossOrigin\":true,\"topOrigin\":\"https://evil.example\"");
    QTest::newRow("only in which") << std::string(",\"topOrigin\":\"https://evil.example\"");
    QTest::newRow("contradicts itself")
        << std::string(",\"crossOrigin\":false,\"topOrigin\":\"https://evil.example\"");
}

void TestWebauthnClientData::refusesAPageInsideAnotherOne() {
    QFETCH(const std::string, further);
    QCOMPARE(check(clientData(further)), Refusal(WebAuthnError::CrossOrigin));
}

void TestWebauthnClientData::takesTheLastOfMembersOfOneName() {
    QCOMPARE(check("{\"type\":\"webauthn.create\"," + clientData().substr(1)), kTaken);
    QCOMPARE(check(clientData(",\"type\":\"webauthn.create\"")), Refusal(WebAuthnError::OtherCeremony));
    QCOMPARE(check(clientData(",\"origin\":\"https://evil.example\"")), Refusal(WebAuthnError::OtherOrigin));
}

void TestWebauthnClientData::hasASentenceOfItsOwnForEveryReason() {
    using E = WebAuthnError;
    const std::set<E> malformed{E::TooLarge,
                                E::ClientDataMalformed,
                                E::AttestationObjectMalformed,
                                E::AuthenticatorDataMalformed,
                                E::CredentialIdLength,
                                E::AlgorithmUnsupported,
                                E::KeyMalformed,
                                E::KeyNotOnCurve,
                                E::RsaKeyUnsupported};
    const std::set<E> wrong{E::OtherCeremony,     E::OtherChallenge,   E::OtherOrigin,     E::CrossOrigin,
                            E::OtherRelyingParty, E::UserNotPresent,   E::UserNotVerified, E::OtherPasskey,
                            E::StoredKeyUnusable, E::SignatureMismatch};
    std::set<std::string_view> sentences;

    for (const E error : malformed) QVERIFY2(isMalformed(error), toText(error).data());
    for (const E error : wrong) QVERIFY2(!isMalformed(error), toText(error).data());
    for (const E error : malformed) sentences.insert(toText(error));
    for (const E error : wrong) sentences.insert(toText(error));

    QCOMPARE(sentences.size(), malformed.size() + wrong.size());
    for (const std::string_view sentence : sentences) {
        QVERIFY(sentence.size() > 10);
        QVERIFY(!sentence.ends_with('.'));
    }
}

QTEST_APPLESS_MAIN(TestWebauthnClientData)
#include "tst_webauthn_client_data.moc"
