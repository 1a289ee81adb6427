#include "test_key.h"
#include "tests/phone/addresses.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::phone;

class TestPhoneAddresses : public QObject {
    Q_OBJECT

  private slots:
    void derivesThePublishedAddress_data() {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("address");
        const auto row = [](const char* name, const char* secret, const char* kind, const char* address) {
            QTest::newRow(name) << QString(secret) << QString(kind) << QString(address);
        };
        // The generator's own addresses, as wallets' test suites have them; the bech32 one is BIP-173's
        // example.
        const std::string one = smallestKeyHex();
        row("1, p2pkh", one.c_str(), "p2pkh", "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH");
        row("1, p2pkh-uncompressed", one.c_str(), "p2pkh-uncompressed", "1EHNa6Q4Jz2uvNExL497mE43ikXhwF6kZm");
        row("1, p2sh-p2wpkh", one.c_str(), "p2sh-p2wpkh", "3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN");
        row("1, p2wpkh", one.c_str(), "p2wpkh", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
        // btclib, test_bms.py (from Bitcoin Core and Electrum)
        const char* a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
        row("btclib 1, p2pkh", a, "p2pkh", "14dD6ygPi5WXdwwBTt1FBZK3aD8uDem1FY");
        row("btclib 1, p2pkh-uncompressed", a, "p2pkh-uncompressed", "1HUBHMij46Hae75JPdWjeZ5Q7KaL7EFRSD");
        const char* b = "35687eed35e44235053dce4c65dc23b11327ecee9acc51c90651e7072047f886";
        row("btclib 2, p2pkh", b, "p2pkh", "1DAag8qiPLHh6hMFVu9qJQm9ro1HtwuyK5");
        row("btclib 2, p2pkh-uncompressed", b, "p2pkh-uncompressed", "19f7adDYqhHSJm2v7igFWZAqxXHj1vUa3T");
        // BIP-49's test vector, whose script hash is published with testnet's version byte
        row("BIP-49", "c9bdb49cfbaedca21c4b1f3a7803c34636b1d7dc55a717132443fc3f4c5867e8", "p2sh-p2wpkh",
            "36NvZTcMsMowbt78wPzJaHHWaNiyR73Y4g");
        // BIP-84's test vector
        row("BIP-84", "4604b4b710fe91f584fff084e1a9159fe4f8408fff380596a604948474ce4fa3", "p2wpkh",
            "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu");
    }

    void derivesThePublishedAddress() {
        QFETCH(QString, secret);
        QFETCH(QString, kind);
        QFETCH(QString, address);
        const WalletKey key = keyOf(secret.toStdString());

        const std::string derived = addressOf(key.publicKey(), *addressKindFrom(kind.toStdString()));

        QCOMPARE(QString::fromStdString(derived), address);
    }

    void everyKindIsReadBackFromItsName() {
        for (const AddressKind kind : kAddressKinds) QVERIFY(addressKindFrom(toText(kind)) == kind);
    }

    void refusesAnUnknownKind() {
        QVERIFY(!addressKindFrom("p2tr"));
        QVERIFY(!addressKindFrom(""));
    }
};

QTEST_GUILESS_MAIN(TestPhoneAddresses)
#include "tst_phone_addresses.moc"
