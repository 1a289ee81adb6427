#include "server/credentials/credential.h"

#include <QtTest>

#include <set>
#include <string>

using namespace latchkey;

namespace {

constexpr ProofError kMalformed[] = {
    ProofError::AddressMalformed,       ProofError::AddressChecksum,        ProofError::AddressOtherNetwork,
    ProofError::AddressKindUnsupported, ProofError::PublicKeyNotHex,        ProofError::PublicKeyLength,
    ProofError::PublicKeyNotOnCurve,    ProofError::SignatureNotBase64,     ProofError::SignatureNotHex,
    ProofError::SignatureLength,        ProofError::SignatureHeader,        ProofError::SignatureNotStrictDer,
    ProofError::SignatureOutOfRange,    ProofError::PublicKeyNotCompressed, ProofError::ChallengeNotK1};
constexpr ProofError kWrong[] = {ProofError::HeaderAddressMismatch, ProofError::KeyNotRecovered,
                                 ProofError::SignatureMismatch};

} // namespace

class TestProofError : public QObject {
    Q_OBJECT

  private slots:
    void tellsABadTextFromAWrongProof() {
        for (const ProofError error : kMalformed) QVERIFY2(isMalformed(error), toText(error).data());
        for (const ProofError error : kWrong) QVERIFY2(!isMalformed(error), toText(error).data());
    }

    void hasASentenceOfItsOwnForEveryReason() {
        std::set<std::string_view> sentences;
        for (const ProofError error : kMalformed) sentences.insert(toText(error));
        for (const ProofError error : kWrong) sentences.insert(toText(error));

        QCOMPARE(sentences.size(), std::size(kMalformed) + std::size(kWrong));
        for (const std::string_view sentence : sentences) {
            QVERIFY(sentence.size() > 10);
            QVERIFY(!sentence.ends_with('.'));
        }
    }

    void namesTheKindsAsTheStoreDoes() {
        QCOMPARE(std::string(toText(Credential::Kind::Address)), std::string("address"));
        QCOMPARE(std::string(toText(Credential::Kind::PublicKey)), std::string("public_key"));
        QCOMPARE(std::string(toText(Credential::Kind::Page)), std::string("page"));
        QCOMPARE(std::string(toText(Credential::Kind::Passkey)), std::string("passkey"));
        QCOMPARE(std::string(toText(Credential::Kind::Wallet)), std::string("wallet"));
    }
};

QTEST_APPLESS_MAIN(TestProofError)
#include "tst_proof_error.moc"
