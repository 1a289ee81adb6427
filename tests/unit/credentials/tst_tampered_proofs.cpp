// A good proof with anything changed is refused, and nothing that is sent makes the verifiers stumble.
#include "reason.h"
#include "server/credentials/raw_ecdsa.h"
#include "server/credentials/signed_message.h"
#include "signer.h"

#include <algorithm>
#include <functional>
#include <random>

using namespace latchkey;

namespace {

const std::string kMessage = "https://lobby.example/fast?s=session&c=secret&t=65f0a1b2&k=lobby";

// Calls with every text that differs from the given one by a bit.
void forEveryFlippedBit(std::string text, const std::function<void(const std::string&)>& call) {
    for (char& character : text) {
        for (int bit = 0; bit < 8; ++bit) {
            character = static_cast<char>(character ^ (1 << bit));
            call(text);
            character = static_cast<char>(character ^ (1 << bit));
        }
    }
}

void forEveryFlippedBit(Bytes bytes, const std::function<void(const Bytes&)>& call) {
    for (std::uint8_t& byte : bytes) {
        for (int bit = 0; bit < 8; ++bit) {
            byte = static_cast<std::uint8_t>(byte ^ (1 << bit));
            call(bytes);
            byte = static_cast<std::uint8_t>(byte ^ (1 << bit));
        }
    }
}

// Damages texts, the same way in every run.
class Vandal {
  public:
    std::string damage(std::string text) {
        for (std::uint32_t changes = 1 + below(4); changes > 0; --changes) change(text);
        return text;
    }

    std::string anyText(std::uint32_t longest) {
        std::string text(below(longest + 1), '\0');
        for (char& character : text) character = anyCharacter();
        return text;
    }

    std::uint32_t below(std::uint32_t limit) { return m_random() % limit; }

  private:
    // Mostly characters that some alphabet has, so that the damage gets past the first check.
    char anyCharacter() {
        constexpr std::string_view kLikely = "0123456789abcdefABCDEFGHJKLMNPQRSTUVWXYZghijkmnopqrstuvwxyz+/=";
        if (below(8) == 0) return static_cast<char>(m_random());
        return kLikely[below(static_cast<std::uint32_t>(kLikely.size()))];
    }

    void change(std::string& text) {
        const std::uint32_t place = below(static_cast<std::uint32_t>(text.size()) + 1);
        switch (below(5)) {
        case 0:
            text.insert(place, 1, anyCharacter());
            break;
        case 1:
            text.erase(place, 1);
            break;
        case 2:
            text.erase(place, below(8));
            break;
        case 3:
            text.insert(place, text.substr(below(place + 1), below(8)));
            break;
        default:
            if (place < text.size()) text[place] = anyCharacter();
        }
    }

    std::mt19937 m_random{20260101};
};

} // namespace

class TestTamperedProofs : public QObject {
    Q_OBJECT

  private slots:
    void refusesASignedMessageWithAnyBitFlipped_data();
    void refusesASignedMessageWithAnyBitFlipped();
    void refusesARawSignatureWithAnyBitFlipped_data();
    void refusesARawSignatureWithAnyBitFlipped();

    void refusesDamagedSignedMessages();
    void refusesDamagedRawSignatures();
    void survivesAnyText();
};

void TestTamperedProofs::refusesASignedMessageWithAnyBitFlipped_data() {
    QTest::addColumn<int>("scheme");
    for (const Scheme scheme : kSchemes) {
        QTest::addRow("scheme %d", static_cast<int>(scheme)) << static_cast<int>(scheme);
    }
}

void TestTamperedProofs::refusesASignedMessageWithAnyBitFlipped() {
    QFETCH(const int, scheme);
    const Signer signer(100);
    const std::string address = signer.address(Scheme(scheme));
    const std::string signature = signer.signMessage(Scheme(scheme), kMessage);
    QCOMPARE(reasonOf(verifySignedMessage(address, signature, kMessage)), kAccepted);
    int accepted = 0;

    forEveryFlippedBit(address, [&](const std::string& flipped) {
        if (verifySignedMessage(flipped, signature, kMessage)) ++accepted;
    });
    forEveryFlippedBit(signature, [&](const std::string& flipped) {
        if (verifySignedMessage(address, flipped, kMessage)) ++accepted;
    });
    forEveryFlippedBit(*fromBase64(signature), [&](const Bytes& flipped) {
        if (verifySignedMessage(address, toBase64(flipped), kMessage)) ++accepted;
    });
    forEveryFlippedBit(kMessage, [&](const std::string& flipped) {
        if (verifySignedMessage(address, signature, flipped)) ++accepted;
    });

    QCOMPARE(accepted, 0);
}

void TestTamperedProofs::refusesARawSignatureWithAnyBitFlipped_data() {
    QTest::addColumn<bool>("isDer");
    QTest::newRow("compact") << false;
    QTest::newRow("DER") << true;
}

void TestTamperedProofs::refusesARawSignatureWithAnyBitFlipped() {
    QFETCH(const bool, isDer);
    const Signer signer(101);
    const Bytes key = signer.publicKey();
    const Bytes compact = signer.sign(sha256Of(kMessage));
    const Bytes signature = isDer ? toDer(compact) : compact;
    QCOMPARE(reasonOf(verifyRawEcdsa(toHex(key), toHex(signature), kMessage)), kAccepted);
    int accepted = 0;

    forEveryFlippedBit(key, [&](const Bytes& flipped) {
        if (verifyRawEcdsa(toHex(flipped), toHex(signature), kMessage)) ++accepted;
    });
    forEveryFlippedBit(signature, [&](const Bytes& flipped) {
        if (verifyRawEcdsa(toHex(key), toHex(flipped), kMessage)) ++accepted;
    });
    forEveryFlippedBit(kMessage, [&](const std::string& flipped) {
        if (verifyRawEcdsa(toHex(key), toHex(signature), flipped)) ++accepted;
    });

    QCOMPARE(accepted, 0);
}

void TestTamperedProofs::refusesDamagedSignedMessages() {
    Vandal vandal;
    for (std::uint32_t round = 0; round < 3000; ++round) {
        const Signer signer(round % 16);
        const Scheme scheme = kSchemes[round % kSchemes.size()];
        std::array proof{signer.address(scheme), signer.signMessage(scheme, kMessage), kMessage};
        const auto good = proof;
        std::string& part = proof[vandal.below(3)];
        part = vandal.damage(part);

        const bool isAccepted{verifySignedMessage(proof[0], proof[1], proof[2])};

        QCOMPARE(isAccepted, proof == good);
    }
}

void TestTamperedProofs::refusesDamagedRawSignatures() {
    Vandal vandal;
    for (std::uint32_t round = 0; round < 3000; ++round) {
        const Signer signer(round % 16);
        const Bytes compact = signer.sign(sha256Of(kMessage));
        std::array proof{toHex(signer.publicKey()), toHex(round % 2 ? compact : toDer(compact)), kMessage};
        const auto good = proof;
        std::string& part = proof[vandal.below(3)];
        part = vandal.damage(part);
        // Hex means the same in either case.
        const bool isSame = QString::fromStdString(proof[0]).toLower().toStdString() == good[0] &&
                            QString::fromStdString(proof[1]).toLower().toStdString() == good[1] &&
                            proof[2] == good[2];

        const bool isAccepted{verifyRawEcdsa(proof[0], proof[1], proof[2])};

        QCOMPARE(isAccepted, isSame);
    }
}

void TestTamperedProofs::survivesAnyText() {
    Vandal vandal;
    int accepted = 0;
    for (int round = 0; round < 10'000; ++round) {
        const std::string first = vandal.anyText(100);
        const std::string second = vandal.anyText(150);
        const std::string message = vandal.anyText(300);
        if (parseAddress(first) || parsePublicKey(first)) ++accepted;
        if (verifySignedMessage(first, second, message) || verifyRawEcdsa(first, second, message)) ++accepted;
    }
    QCOMPARE(accepted, 0);
}

QTEST_APPLESS_MAIN(TestTamperedProofs)
#include "tst_tampered_proofs.moc"
