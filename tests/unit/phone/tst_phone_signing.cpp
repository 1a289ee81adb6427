#include "test_key.h"
#include "tests/phone/signing.h"

#include <QCryptographicHash>
#include <QTest>
#include <secp256k1.h>
#include <secp256k1_recovery.h>

using namespace latchkey;
using namespace latchkey::phone;

namespace {

QByteArray sha256Of(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

const unsigned char* data(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

// The hash of a signed message shorter than 253 bytes, worked out by other means than the code under test.
QByteArray messageHash(const QByteArray& message) {
    return sha256Of(sha256Of("\x18" + QByteArray("Bitcoin Signed Message:\n") +
                             QByteArray(1, static_cast<char>(message.size())) + message));
}

// The compressed public key that a base64 signed message recovers to under libsecp256k1; empty when none.
QByteArray recover(const std::string& signature, const QByteArray& message) {
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(signature));
    const int recoveryId = (bytes.at(0) - 27) & 3;
    secp256k1_ecdsa_recoverable_signature parsed;
    secp256k1_pubkey key;
    if (!secp256k1_ecdsa_recoverable_signature_parse_compact(secp256k1_context_static, &parsed,
                                                             data(bytes) + 1, recoveryId) ||
        !secp256k1_ecdsa_recover(secp256k1_context_static, &key, &parsed, data(messageHash(message)))) {
        return {};
    }
    QByteArray compressed(33, '\0');
    std::size_t size = 33;
    secp256k1_ec_pubkey_serialize(secp256k1_context_static,
                                  reinterpret_cast<unsigned char*>(compressed.data()), &size, &key,
                                  SECP256K1_EC_COMPRESSED);
    return compressed;
}

bool verifies(const WalletKey& key, const QByteArray& hash, const secp256k1_ecdsa_signature& signature) {
    secp256k1_pubkey parsed;
    const auto& bytes = key.publicKey().compressed;
    return secp256k1_ec_pubkey_parse(secp256k1_context_static, &parsed, bytes.data(), bytes.size()) == 1 &&
           secp256k1_ecdsa_verify(secp256k1_context_static, &signature, data(hash), &parsed) == 1;
}

} // namespace

class TestPhoneSigning : public QObject {
    Q_OBJECT

  private slots:
    void signsThePublishedMessage_data() {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("signature");
        const auto row = [](const char* name, const char* secret, const char* kind, const QString& message,
                            const char* signature) {
            QTest::newRow(name) << QString(secret) << QString(kind) << message << QString(signature);
        };
        // btclib, test_bms.py (from Bitcoin Core and Electrum)
        const char* a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
        row("btclib 1, p2pkh-uncompressed", a, "p2pkh-uncompressed", "test message",
            "G/iew/NhHV9V9MdUEn/LFOftaTy1ivGPKPKyMlr8OSokNC755fAxpSThNRivwTNsyY9vPUDTRYBPc2cmGd5d4y4=");
        row("btclib 1, p2pkh", a, "p2pkh", "test message",
            "H/iew/NhHV9V9MdUEn/LFOftaTy1ivGPKPKyMlr8OSokNC755fAxpSThNRivwTNsyY9vPUDTRYBPc2cmGd5d4y4=");
        const char* b = "35687eed35e44235053dce4c65dc23b11327ecee9acc51c90651e7072047f886";
        row("btclib 2, p2pkh", b, "p2pkh", "test message",
            "IFqUo4/sxBEFkfK8mZeeN56V13BqOc0D90oPBChF3gTqMXtNSCTN79UxC33kZ8Mi0cHy4zYCnQfCxTyLpMVXKeA=");
        row("btclib 2, p2pkh-uncompressed", b, "p2pkh-uncompressed", "test message",
            "HFqUo4/sxBEFkfK8mZeeN56V13BqOc0D90oPBChF3gTqMXtNSCTN79UxC33kZ8Mi0cHy4zYCnQfCxTyLpMVXKeA=");
        row("btclib 2, the empty message", b, "p2pkh", "",
            "IFh0InGTy8lLCs03yoUIpJU6MUbi0La/4abhVxyKcCsoUiF3RM7lg51rCqyoOZ8Yt43h8LZrmj7nwwO3HIfesiw=");
        row("btclib 2, spaces kept", b, "p2pkh", " test ",
            "IA59z13/HBhvMMJtNwT6K7vJByE40lQUdqEMYhX2tnZSD+IGQIoBGE+1IYGCHCyqHvTvyGeqJTUx5ywb4StuX0s=");
        const char* c = "e6b4925e97c368a8a53e96eb5f36dd244ce758827070aaf86b5088187160069e";
        row("btclib 3, p2sh-p2wpkh", c, "p2sh-p2wpkh", "test",
            "JBFyn+h9m3pWYbB4fBFKlRzBD4eJKojgCIZSNdhLKKHPSV2/WkeV7R7IOI0dpo3uGAEpCz9eepXLrA5kF35MXuU=");
        row("btclib 3, p2wpkh", c, "p2wpkh", "test",
            "KBFyn+h9m3pWYbB4fBFKlRzBD4eJKojgCIZSNdhLKKHPSV2/WkeV7R7IOI0dpo3uGAEpCz9eepXLrA5kF35MXuU=");
        // trezor-firmware, tests/device_tests/bitcoin/test_signmessage.py: keys 44'/0'/0'/0/0, 49'/0'/0'/0/0
        // and 84'/0'/0'/0/0 of the mnemonic "all all … all"
        row("trezor, p2pkh", "7a7370d3a2bd4b8e4f922ecf60132fc559b05a4c1747c5f4e1c153b90bd86e7a", "p2pkh",
            "This is an example of a signed message.",
            "IP2PL321I4/N0HfVIEw+aUnCYdcAJpzvwdnS3O9rlQI2MO5hf2yKz560DI7dcEycp06kr8OT9D81tOiVgyTL3Rw=");
        row("trezor, a message longer than 252 bytes",
            "7a7370d3a2bd4b8e4f922ecf60132fc559b05a4c1747c5f4e1c153b90bd86e7a", "p2pkh",
            QString("VeryLongMessage!").repeated(64),
            "IApGR2zrhNBu9XhIKAJvkiyIFfV6rIN7jAEwB8qKhGDbY++Rfb6669EIscgUu+6m2x8rIkGpWOU/5xXMhrGZ2cM=");
        row("trezor, p2sh-p2wpkh", "8d6183e662ab34194b87b420841302d7de604a316ddd7e36c0edec56533971e3",
            "p2sh-p2wpkh", "This is an example of a signed message.",
            "I3RN5FFvrFwUCAgBVmRRajL+rZTeiXdc7H4k28JP4TMHWsCTAcTMjhl76ktkgWYdW46b8Z2Le4o4Ls21PC7gdQ0=");
        row("trezor, p2wpkh", "479e782f2fd2339908f7cafceceb78e071ab534330d6eef5441e35c65ca58b3f", "p2wpkh",
            "This is an example of a signed message.",
            "KLVddgDZ6afipJFV3fPP2455bCB/qrgzAQ+kH7eCiIm8R89iNIp6qgkjwIMqWJ+rVB6PEutU+3EckOIwfw9msZQ=");
    }

    void signsThePublishedMessage() {
        QFETCH(QString, secret);
        QFETCH(QString, kind);
        QFETCH(QString, message);
        QFETCH(QString, signature);
        const WalletKey key = keyOf(secret.toStdString());

        const std::string made =
            signMessage(key, message.toStdString(), *addressKindFrom(kind.toStdString()));

        QCOMPARE(QString::fromStdString(made), signature);
    }

    // RFC 6979 over secp256k1 and SHA-256: the vectors that btcd, bitcoinjs-lib and bitcoin-s share.
    void signsThePublishedChallenge_data() {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("challenge");
        QTest::addColumn<QString>("signature");
        QTest::newRow("key 1") << QString::fromStdString(smallestKeyHex())
                               << "Everything should be made as simple as possible, but not simpler."
                               << "3044022033a69cd2065432a30f3d1ce4eb0d59b8ab58c74f27c41a7fdb5696ad4e6108c9"
                                  "02206f807982866f785d3f6418d24163ddae117b7db4d5fdf0071de069fa54342262";
        QTest::newRow("key 1, r with its top bit set")
            << QString::fromStdString(smallestKeyHex())
            << "All those moments will be lost in time, like tears in rain. Time to die..."
            << "30450221008600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b"
               "0220547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21";
        QTest::newRow("the largest key")
            << "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140"
            << "Satoshi Nakamoto"
            << "3045022100fd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6a"
               "f2d002206b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93"
               "bed5";
    }

    void signsThePublishedChallenge() {
        QFETCH(QString, secret);
        QFETCH(QString, challenge);
        QFETCH(QString, signature);

        const std::string made =
            signChallenge(keyOf(secret.toStdString()), challenge.toStdString(), SignatureForm::Der);

        QCOMPARE(QString::fromStdString(made), signature);
    }

    void everySignedMessageRecoversToItsKey() {
        for (int count = 0; count < 32; ++count) {
            const WalletKey key = *WalletKey::generate();
            const auto& expected = key.publicKey().compressed;
            for (const AddressKind kind : kAddressKinds) {
                const std::string signature = signMessage(key, kQrString, kind);

                QCOMPARE(recover(signature, kQrString),
                         QByteArray(reinterpret_cast<const char*>(expected.data()), 33));
            }
        }
    }

    void theHeaderNamesTheKindOfAddress() {
        const WalletKey key = keyOf(smallestKeyHex());
        const auto header = [&](AddressKind kind) {
            return (fromBase64(signMessage(key, kQrString, kind)).value().front() - 27) / 4;
        };
        QCOMPARE(header(AddressKind::P2pkhUncompressed), 0);
        QCOMPARE(header(AddressKind::P2pkh), 1);
        QCOMPARE(header(AddressKind::P2shP2wpkh), 2);
        QCOMPARE(header(AddressKind::P2wpkh), 3);
    }

    void everySignedChallengeVerifiesInBothForms() {
        const QByteArray hash = sha256Of(kQrString);
        for (int count = 0; count < 32; ++count) {
            const WalletKey key = *WalletKey::generate();
            const Bytes der = *fromHex(signChallenge(key, kQrString, SignatureForm::Der));
            const Bytes compact = *fromHex(signChallenge(key, kQrString, SignatureForm::Compact));
            secp256k1_ecdsa_signature signature;

            QVERIFY(secp256k1_ecdsa_signature_parse_der(secp256k1_context_static, &signature, der.data(),
                                                        der.size()));
            QVERIFY(verifies(key, hash, signature));
            QCOMPARE(compact.size(), std::size_t{64});
            QVERIFY(secp256k1_ecdsa_signature_parse_compact(secp256k1_context_static, &signature,
                                                            compact.data()));
            QVERIFY(verifies(key, hash, signature));
        }
    }

    void aSignatureDoesNotVerifyUnderAnotherKey() {
        const Bytes compact =
            *fromHex(signChallenge(*WalletKey::generate(), kQrString, SignatureForm::Compact));
        secp256k1_ecdsa_signature signature;
        QVERIFY(
            secp256k1_ecdsa_signature_parse_compact(secp256k1_context_static, &signature, compact.data()));

        QVERIFY(!verifies(*WalletKey::generate(), sha256Of(kQrString), signature));
    }
};

QTEST_GUILESS_MAIN(TestPhoneSigning)
#include "tst_phone_signing.moc"
