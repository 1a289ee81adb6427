// A good answer with anything changed proves nothing any more, and nothing that is sent makes the verifiers
// stumble.
#include "passkeys.h"
#include "tests/support/cbor_writer.h"

#include <algorithm>
#include <functional>
#include <random>

using namespace latchkey;
namespace writer = latchkey::cbor_writer;

namespace {

// With all the parts that there can be.
SoftwareAuthenticator::Ceremony fullCeremony() {
    auto how = ceremony();
    how.counter = 1;
    how.extensions = writer::map({writer::text("credBlob"), writer::boolean(true)});
    how.format = "packed";
    how.statement = writer::map({writer::text("alg"), writer::integer(-7), writer::text("sig"),
                                 writer::bytes(Bytes(70, 0x30)), writer::text("x5c"),
                                 writer::array({writer::bytes(Bytes(20))})});
    return how;
}

PasskeyRegistration goodRegistration(const SoftwareAuthenticator& phone) {
    return answer(phone.enrol(fullCeremony()));
}

PasskeyAssertion goodAssertion(const SoftwareAuthenticator& phone) {
    auto how = fullCeremony();
    how.extensions = writer::map({writer::text("credBlob"), writer::bytes(Bytes(32, 0x22))});
    return answer(phone.signIn(how));
}

std::array<Bytes*, 2> partsOf(PasskeyRegistration& registration) {
    return {&registration.clientData, &registration.attestationObject};
}

std::array<Bytes*, 4> partsOf(PasskeyAssertion& assertion) {
    return {&assertion.credentialId, &assertion.clientData, &assertion.authenticatorData,
            &assertion.signature};
}

// Calls with the bytes cut at every place, or with a byte more or less there, or with a bit flipped: each
// one, or so many a byte.
void forEveryChange(Bytes& bytes, const std::function<void()>& call, int flipsPerByte = 8) {
    const Bytes good = bytes;
    for (std::size_t place = 0; place < good.size(); ++place) {
        const auto at = static_cast<std::ptrdiff_t>(place);
        for (int flip = 0; flip < flipsPerByte; ++flip) {
            const int bit = static_cast<int>(place + static_cast<std::size_t>(flip)) % 8;
            bytes[place] = static_cast<std::uint8_t>(good[place] ^ (1 << bit));
            call();
        }
        bytes.assign(good.begin(), good.begin() + at);
        call();
        bytes = good;
        bytes.erase(bytes.begin() + at);
        call();
        bytes = good;
        bytes.insert(bytes.begin() + at, 0xff);
        call();
        bytes = good;
    }
    bytes.push_back(0);
    call();
    bytes = good;
}

// Damages bytes, the same way in every run.
class Vandal {
  public:
    std::uint32_t below(std::uint32_t limit) { return m_random() % limit; }

    Bytes anyBytes(std::uint32_t most) {
        Bytes bytes(below(most + 1));
        for (std::uint8_t& byte : bytes) byte = anyByte();
        return bytes;
    }

    void damage(Bytes& bytes) {
        for (std::uint32_t changes = 1 + below(4); changes > 0; --changes) change(bytes);
    }

  private:
    // Often one that starts something large in CBOR.
    std::uint8_t anyByte() {
        constexpr std::array<std::uint8_t, 16> kStarts{0x1b, 0x3b, 0x58, 0x5b, 0x5f, 0x7b, 0x81, 0x9a,
                                                       0x9b, 0x9f, 0xa1, 0xba, 0xbb, 0xbf, 0xdb, 0xff};
        return below(2) == 0 ? kStarts[below(kStarts.size())] : static_cast<std::uint8_t>(m_random());
    }

    void change(Bytes& bytes) {
        const std::uint32_t size = static_cast<std::uint32_t>(bytes.size());
        const auto place = static_cast<std::ptrdiff_t>(below(size + 1));
        const auto length =
            static_cast<std::ptrdiff_t>(below(std::min(size - static_cast<std::uint32_t>(place), 40U) + 1));
        switch (below(4)) {
        case 0:
            bytes.insert(bytes.begin() + place, anyByte());
            break;
        case 1:
            bytes.erase(bytes.begin() + place, bytes.begin() + place + length);
            break;
        case 2: {
            const Bytes piece(bytes.begin() + place, bytes.begin() + place + length);
            bytes.insert(bytes.begin() + below(size + 1), piece.begin(), piece.end());
            break;
        }
        default:
            if (place < static_cast<std::ptrdiff_t>(size)) bytes[static_cast<std::size_t>(place)] = anyByte();
        }
    }

    std::mt19937 m_random{20260102};
};

void addAlgorithms() {
    QTest::addColumn<int>("algorithm");
    QTest::newRow("ES256") << static_cast<int>(Algorithm::Es256);
    QTest::newRow("EdDSA") << static_cast<int>(Algorithm::EdDsa);
    QTest::newRow("RS256") << static_cast<int>(Algorithm::Rs256);
}

} // namespace

class TestWebauthnTampered : public QObject {
    Q_OBJECT

  private slots:
    void refusesAnAssertionWithAnyChange_data() { addAlgorithms(); }
    void refusesAnAssertionWithAnyChange();
    void enrolsNoKeyButTheOneThatIsThere_data() { addAlgorithms(); }
    void enrolsNoKeyButTheOneThatIsThere();
    void refusesDamagedAssertions_data() { addAlgorithms(); }
    void refusesDamagedAssertions();
    void survivesDamagedRegistrations();
    void survivesAnyBytes();
};

void TestWebauthnTampered::refusesAnAssertionWithAnyChange() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    const auto passkey = verifyRegistration(goodRegistration(phone), kChallenge, kUs);
    QCOMPARE(refusalOf(passkey), kTaken);
    auto assertion = goodAssertion(phone);
    QCOMPARE(refusalOf(verifyAssertion(assertion, kChallenge, kUs, *passkey)), kTaken);
    int taken = 0;

    for (Bytes* part : partsOf(assertion)) {
        forEveryChange(*part, [&] {
            if (verifyAssertion(assertion, kChallenge, kUs, *passkey)) ++taken;
        });
    }

    QCOMPARE(taken, 0);
}

// Nothing signs a registration without attestation, so that a change can make another passkey of it. What is
// taken has to be the key and the id that are in the bytes now, whole.
void TestWebauthnTampered::enrolsNoKeyButTheOneThatIsThere() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    auto registration = goodRegistration(phone);
    const auto contains = [&](const std::string& base64Url) {
        const Bytes wanted = *fromBase64Url(base64Url);
        // The coordinates, or the modulus and the exponent, are apart in COSE.
        const std::size_t piece = Algorithm(algorithm) == Algorithm::Rs256 ? 256 : 32;
        const auto& whole = registration.attestationObject;
        for (std::size_t from = 0; from < wanted.size(); from += piece) {
            const ByteView part = ByteView(wanted).subspan(from, std::min(piece, wanted.size() - from));
            if (std::ranges::search(whole, part).empty()) return false;
        }
        return true;
    };
    int taken = 0;
    int strange = 0;

    for (Bytes* part : partsOf(registration)) {
        forEveryChange(
            *part,
            [&] {
                const auto passkey = verifyRegistration(registration, kChallenge, kUs);
                if (!passkey) return;
                ++taken;
                if (!contains(passkey->publicKey) || !contains(passkey->credential.text)) ++strange;
            },
            1);
    }

    QVERIFY(taken > 0); // the model, the statement, the id, ...
    QCOMPARE(strange, 0);
}

void TestWebauthnTampered::refusesDamagedAssertions() {
    QFETCH(const int, algorithm);
    const auto& phone = phoneWith(Algorithm(algorithm));
    const auto passkey = verifyRegistration(goodRegistration(phone), kChallenge, kUs);
    const auto good = goodAssertion(phone);
    Vandal vandal;
    for (int round = 0; round < 3000; ++round) {
        auto assertion = good;
        Bytes& part = *partsOf(assertion)[vandal.below(4)];
        const Bytes before = part;
        vandal.damage(part);

        const bool isTaken{verifyAssertion(assertion, kChallenge, kUs, *passkey)};

        QCOMPARE(isTaken, part == before);
    }
}

void TestWebauthnTampered::survivesDamagedRegistrations() {
    Vandal vandal;
    int refused = 0;
    for (std::size_t round = 0; round < 10'000; ++round) {
        auto registration = goodRegistration(phoneWith(kAlgorithms[round % kAlgorithms.size()]));
        vandal.damage(*partsOf(registration)[vandal.below(2)]);
        if (!verifyRegistration(registration, kChallenge, kUs)) ++refused;
    }
    QVERIFY(refused > 5000);
}

void TestWebauthnTampered::survivesAnyBytes() {
    Vandal vandal;
    const SoftwareAuthenticator phone;
    const auto passkey = verifyRegistration(goodRegistration(phone), kChallenge, kUs);
    const auto good = goodAssertion(phone);
    auto head = SoftwareAuthenticator::authenticatorData(ceremony(), {});
    int taken = 0;
    for (int round = 0; round < 5000; ++round) {
        const Bytes any = vandal.anyBytes(300);
        // At the start of every part, and where the new key and the extensions begin.
        head[32] = static_cast<std::uint8_t>(vandal.below(256));
        const Bytes data = writer::join({head, any});
        auto registration = answer(phone.enrolWith(ceremony(), data));
        if (verifyRegistration(registration, kChallenge, kUs)) ++taken;
        registration.attestationObject = any;
        if (verifyRegistration(registration, kChallenge, kUs)) ++taken;
        registration.clientData = any;
        if (verifyRegistration(registration, kChallenge, kUs)) ++taken;
        if (!any.empty() &&
            verifyAssertion(answer(phone.signInWith(data, good.clientData)), kChallenge, kUs, *passkey)) {
            // Signed by the phone itself: good if it is an extension map that nothing is behind.
            const bool isMap = (head[32] & SoftwareAuthenticator::kExtensions) != 0 && any[0] >> 5 == 5;
            QVERIFY(isMap);
        }
        for (Bytes PasskeyAssertion::*part :
             {&PasskeyAssertion::clientData, &PasskeyAssertion::authenticatorData,
              &PasskeyAssertion::signature}) {
            auto assertion = good;
            assertion.*part = any;
            if (verifyAssertion(assertion, kChallenge, kUs, *passkey)) ++taken;
        }
    }
    QCOMPARE(taken, 0);
}

QTEST_APPLESS_MAIN(TestWebauthnTampered)
#include "tst_webauthn_tampered.moc"
