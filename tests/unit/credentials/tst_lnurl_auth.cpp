#include "reason.h"
#include "server/credentials/lnurl_auth.h"
#include "signer.h"

#include <algorithm>
#include <random>

using namespace latchkey;
using namespace std::string_literals;

namespace {

// LUD-04, "Signature check examples".
const std::string kK1 = "e2af6254a8df433264fa23f67eb8188635d15ce883e8fc020989d5f82ae6f11e";
const std::string kKey = "02c3b844b8104f0c1b15c507774c9ba7fc609f58f343b9b149122e944dd20c9362";
const std::string kSignature = "304402203767faf494f110b139293d9bab3c50e07b3bf33c463d4aa767256cd09132dc51"
                               "02205821f8efacdb5c595b92ada255876d9201e126e2f31a140d44561cc1f7e9e43d";

// The group's order (SEC 2 §2.4.1).
const std::string kOrder = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
const std::string kSmallInteger = "020101";

std::string upperCase(const std::string& text) {
    return QByteArray::fromStdString(text).toUpper().toStdString();
}

std::string sequence(const std::string& hex) {
    return "30" + toHex(Bytes{static_cast<std::uint8_t>(hex.size() / 2)}) + hex;
}

Bytes withHighS(Bytes compact) {
    Number s{};
    std::copy(compact.begin() + 32, compact.end(), s.begin());
    s = negated(s);
    std::copy(s.begin(), s.end(), compact.begin() + 32);
    return compact;
}

Number numberOf(const std::string& hex) {
    Number number{};
    std::ranges::copy(*fromHex(hex), number.begin());
    return number;
}

} // namespace

class TestLnurlAuth : public QObject {
    Q_OBJECT

  private slots:
    void acceptsThePublishedSignature() {
        const auto proven = verifyLnurlAuth(kK1, kSignature, kKey);

        QCOMPARE(reasonOf(proven), kAccepted);
        QCOMPARE(proven->kind, Credential::Kind::Wallet);
        QCOMPARE(proven->text, kKey);
    }

    void acceptsHexOfEitherCase() {
        const auto proven = verifyLnurlAuth(upperCase(kK1), upperCase(kSignature), upperCase(kKey));

        QCOMPARE(reasonOf(proven), kAccepted);
        QCOMPARE(proven->text, kKey);
    }

    void acceptsEveryKeyWithLowAndHighS() {
        for (std::uint32_t seed = 0; seed < 100; ++seed) {
            const Signer signer(seed);
            const Number k1 = sha256Of("k1 " + std::to_string(seed));
            const Bytes compact = signer.sign(k1);
            const std::string key = toHex(signer.publicKey());

            QCOMPARE(reasonOf(verifyLnurlAuth(toHex(k1), toHex(toDer(compact)), key)), kAccepted);
            QCOMPARE(reasonOf(verifyLnurlAuth(toHex(k1), toHex(toDer(withHighS(compact))), key)), kAccepted);
        }
    }

    void refusesAnotherKeyOrChallenge() {
        const Reason mismatch = ProofError::SignatureMismatch;
        QCOMPARE(reasonOf(verifyLnurlAuth(kK1, kSignature, toHex(Signer(1).publicKey()))), mismatch);
        QCOMPARE(reasonOf(verifyLnurlAuth(std::string(64, '0'), kSignature, kKey)), mismatch);
        QCOMPARE(reasonOf(verifyLnurlAuth(kK1, kSignature, "03" + kKey.substr(2))), mismatch);
        // k1 is signed as it is: not its hash, not its hex.
        const Signer signer(2);
        for (const Number& digest : {sha256Of(kK1), sha256Of("x")}) {
            const std::string signature = toHex(toDer(signer.sign(digest)));
            QCOMPARE(reasonOf(verifyLnurlAuth(kK1, signature, toHex(signer.publicKey()))), mismatch);
        }
        const std::string good = toHex(toDer(signer.sign(numberOf(kK1))));
        QCOMPARE(reasonOf(verifyLnurlAuth(kK1, good, toHex(signer.publicKey()))), kAccepted);
    }

    void refusesWhatIsMalformed_data() {
        QTest::addColumn<std::string>("k1");
        QTest::addColumn<std::string>("signature");
        QTest::addColumn<std::string>("key");
        QTest::addColumn<Reason>("reason");
        const auto k1 = [](const char* name, const std::string& text) {
            QTest::newRow(name) << text << kSignature << kKey << Reason(ProofError::ChallengeNotK1);
        };
        const auto signature = [](const char* name, const std::string& text, ProofError reason) {
            QTest::newRow(name) << kK1 << text << kKey << Reason(reason);
        };
        const auto key = [](const char* name, const std::string& text, ProofError reason) {
            QTest::newRow(name) << kK1 << kSignature << text << Reason(reason);
        };
        k1("no k1", "");
        k1("k1 of 31 bytes", kK1.substr(2));
        k1("k1 of 33 bytes", kK1 + "00");
        k1("k1 of half a byte", kK1.substr(1));
        k1("k1 is no hex", "0x" + kK1.substr(2));
        key("no key", "", ProofError::PublicKeyLength);
        key("a key that is no hex", "hello", ProofError::PublicKeyNotHex);
        key("a key of 32 bytes", kKey.substr(2), ProofError::PublicKeyLength);
        key("an uncompressed key", toHex(Signer(3).uncompressedPublicKey()),
            ProofError::PublicKeyNotCompressed);
        key("a key of another prefix", "04" + kKey.substr(2), ProofError::PublicKeyNotOnCurve);
        key("a key off the curve", "02" + std::string(63, '0') + "5", ProofError::PublicKeyNotOnCurve);
        signature("no signature", "", ProofError::SignatureNotStrictDer);
        signature("a signature that is no hex", kSignature.substr(1), ProofError::SignatureNotHex);
        signature("64 bytes", toHex(Signer(4).sign(numberOf(kK1))), ProofError::SignatureNotStrictDer);
        signature("a byte behind", kSignature + "01", ProofError::SignatureNotStrictDer);
        signature("a padded r", sequence("02210037" + kSignature.substr(10)),
                  ProofError::SignatureNotStrictDer);
        signature("a negative s", sequence(kSmallInteger + "0201ff"), ProofError::SignatureNotStrictDer);
        signature("r is zero", sequence("020100" + kSmallInteger), ProofError::SignatureOutOfRange);
        signature("s is the order", sequence(kSmallInteger + "022100" + kOrder),
                  ProofError::SignatureOutOfRange);
    }
    void refusesWhatIsMalformed() {
        QFETCH(std::string, k1);
        QFETCH(std::string, signature);
        QFETCH(std::string, key);
        QFETCH(Reason, reason);
        QCOMPARE(reasonOf(verifyLnurlAuth(k1, signature, key)), reason);
    }

    void refusesEverySingleChangedBit() {
        for (const std::string* part : {&kK1, &kSignature, &kKey}) {
            Bytes bytes = *fromHex(*part);
            for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
                const auto flip = static_cast<std::uint8_t>(1U << bit % 8);
                bytes[bit / 8] ^= flip;
                const std::string changed = toHex(bytes);
                const auto checked =
                    verifyLnurlAuth(part == &kK1 ? changed : kK1, part == &kSignature ? changed : kSignature,
                                    part == &kKey ? changed : kKey);
                QVERIFY(!checked);
                bytes[bit / 8] ^= flip;
            }
        }
    }

    void survivesGarbage() {
        std::mt19937 random(4);
        const auto garbage = [&random](std::size_t longest) {
            std::string text(random() % longest, '0');
            const bool isHex = random() % 4 != 0;
            for (char& character : text) {
                character = isHex ? "0123456789abcdefAB"[random() % 18] : static_cast<char>(random());
            }
            return text;
        };
        for (int round = 0; round < 5000; ++round) {
            const std::string der = sequence(garbage(120));
            QVERIFY(!verifyLnurlAuth(garbage(80), garbage(200), garbage(150)));
            QVERIFY(!verifyLnurlAuth(kK1, der.substr(0, random() % (der.size() + 1)), kKey));
        }
    }
};

QTEST_APPLESS_MAIN(TestLnurlAuth)
#include "tst_lnurl_auth.moc"
