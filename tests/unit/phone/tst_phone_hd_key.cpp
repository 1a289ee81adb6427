#include "server/credentials/base58.h"
#include "server/credentials/hashing.h"
#include "tests/phone/hd_key.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::phone;

namespace {

// The 78 bytes of an extended key (BIP-32, "Serialization format"): the last 32 and 33 are the chain code and
// the key.
Bytes extendedKey(const std::string& text) {
    const auto bytes = fromBase58(text);
    if (!bytes || bytes->size() != 82) qFatal("no extended key: %s", text.c_str());
    const Bytes content(bytes->begin(), bytes->end() - 4);
    const Digest checksum = sha256d(content);
    if (!std::equal(bytes->end() - 4, bytes->end(), checksum.begin())) qFatal("mistyped: %s", text.c_str());
    return content;
}

std::string chainCodeIn(const std::string& text) {
    return toHex(ByteView(extendedKey(text)).subspan(13, 32));
}

std::string keyIn(const std::string& text) {
    return toHex(ByteView(extendedKey(text)).subspan(45, 33));
}

// The numbers of "m/0H/1".
std::vector<std::uint32_t> pathIn(const std::string& text) {
    std::vector<std::uint32_t> path;
    for (QString part : QString::fromStdString(text).split('/').mid(1)) {
        const bool isHardened = part.endsWith('H');
        if (isHardened) part.chop(1);
        path.push_back(part.toUInt() + (isHardened ? HdKey::kHardened : 0));
    }
    return path;
}

} // namespace

class TestPhoneHdKey : public QObject {
    Q_OBJECT

  private slots:
    // BIP-32, "Test Vectors", 1 to 4.
    void derivesThePublishedKeys_data() {
        QTest::addColumn<std::string>("seed");
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("publicKey");
        QTest::addColumn<std::string>("secretKey");
        int vector = 0;
        std::string seed;
        const auto row = [&](const char* path, const char* publicKey, const char* secretKey) {
            QTest::addRow("%d: %s", vector, path)
                << seed << std::string(path) << std::string(publicKey) << std::string(secretKey);
        };
        vector = 1;
        seed = "000102030405060708090a0b0c0d0e0f";
        row("m",
            "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGh"
            "ePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jP"
            "PqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi");
        row("m/0H",
            "xpub68Gmy5EdvgibQVfPdqkBBCHxA5htiqg55crXYuXoQRKfDBFA1WE"
            "jWgP6LHhwBZeNK1VTsfTFUHCdrfp1bgwQ9xv5ski8PX9rL2dZXvgGDnw",
            "xprv9uHRZZhk6KAJC1avXpDAp4MDc3sQKNxDiPvvkX8Br5ngLNv1Txv"
            "Uxt4cV1rGL5hj6KCesnDYUhd7oWgT11eZG7XnxHrnYeSvkzY7d2bhkJ7");
        row("m/0H/1",
            "xpub6ASuArnXKPbfEwhqN6e3mwBcDTgzisQN1wXN9BJcM47sSikHjJf"
            "3UFHKkNAWbWMiGj7Wf5uMash7SyYq527Hqck2AxYysAA7xmALppuCkwQ",
            "xprv9wTYmMFdV23N2TdNG573QoEsfRrWKQgWeibmLntzniatZvR9BmL"
            "nvSxqu53Kw1UmYPxLgboyZQaXwTCg8MSY3H2EU4pWcQDnRnrVA1xe8fs");
        row("m/0H/1/2H",
            "xpub6D4BDPcP2GT577Vvch3R8wDkScZWzQzMMUm3PWbmWvVJrZwQY4V"
            "UNgqFJPMM3No2dFDFGTsxxpG5uJh7n7epu4trkrX7x7DogT5Uv6fcLW5",
            "xprv9z4pot5VBttmtdRTWfWQmoH1taj2axGVzFqSb8C9xaxKymcFzXB"
            "DptWmT7FwuEzG3ryjH4ktypQSAewRiNMjANTtpgP4mLTj34bhnZX7UiM");
        row("m/0H/1/2H/2",
            "xpub6FHa3pjLCk84BayeJxFW2SP4XRrFd1JYnxeLeU8EqN3vDfZmbqB"
            "qaGJAyiLjTAwm6ZLRQUMv1ZACTj37sR62cfN7fe5JnJ7dh8zL4fiyLHV",
            "xprvA2JDeKCSNNZky6uBCviVfJSKyQ1mDYahRjijr5idH2WwLsEd4Hs"
            "b2Tyh8RfQMuPh7f7RtyzTtdrbdqqsunu5Mm3wDvUAKRHSC34sJ7in334");
        row("m/0H/1/2H/2/1000000000",
            "xpub6H1LXWLaKsWFhvm6RVpEL9P4KfRZSW7abD2ttkWP3SSQvnyA8FS"
            "VqNTEcYFgJS2UaFcxupHiYkro49S8yGasTvXEYBVPamhGW6cFJodrTHy",
            "xprvA41z7zogVVwxVSgdKUHDy1SKmdb533PjDz7J6N6mV6uS3ze1ai8"
            "FHa8kmHScGpWmj4WggLyQjgPie1rFSruoUihUZREPSL39UNdE3BBDu76");
        vector = 2;
        seed = "fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a2"
               "9f9c999693908d8a8784817e7b7875726f6c696663605d5a5754514e4b484542";
        row("m",
            "xpub661MyMwAqRbcFW31YEwpkMuc5THy2PSt5bDMsktWQcFF8syAmRU"
            "apSCGu8ED9W6oDMSgv6Zz8idoc4a6mr8BDzTJY47LJhkJ8UB7WEGuduB",
            "xprv9s21ZrQH143K31xYSDQpPDxsXRTUcvj2iNHm5NUtrGiGG5e2DtA"
            "LGdso3pGz6ssrdK4PFmM8NSpSBHNqPqm55Qn3LqFtT2emdEXVYsCzC2U");
        row("m/0",
            "xpub69H7F5d8KSRgmmdJg2KhpAK8SR3DjMwAdkxj3ZuxV27CprR9Lgp"
            "eyGmXUbC6wb7ERfvrnKZjXoUmmDznezpbZb7ap6r1D3tgFxHmwMkQTPH",
            "xprv9vHkqa6EV4sPZHYqZznhT2NPtPCjKuDKGY38FBWLvgaDx45zo9W"
            "QRUT3dKYnjwih2yJD9mkrocEZXo1ex8G81dwSM1fwqWpWkeS3v86pgKt");
        row("m/0/2147483647H",
            "xpub6ASAVgeehLbnwdqV6UKMHVzgqAG8Gr6riv3Fxxpj8ksbH9ebxaE"
            "yBLZ85ySDhKiLDBrQSARLq1uNRts8RuJiHjaDMBU4Zn9h8LZNnBC5y4a",
            "xprv9wSp6B7kry3Vj9m1zSnLvN3xH8RdsPP1Mh7fAaR7aRLcQMKTR2v"
            "idYEeEg2mUCTAwCd6vnxVrcjfy2kRgVsFawNzmjuHc2YmYRmagcEPdU9");
        row("m/0/2147483647H/1",
            "xpub6DF8uhdarytz3FWdA8TvFSvvAh8dP3283MY7p2V4SeE2wyWmG5m"
            "g5EwVvmdMVCQcoNJxGoWaU9DCWh89LojfZ537wTfunKau47EL2dhHKon",
            "xprv9zFnWC6h2cLgpmSA46vutJzBcfJ8yaJGg8cX1e5StJh45BBciYT"
            "RXSd25UEPVuesF9yog62tGAQtHjXajPPdbRCHuWS6T8XA2ECKADdw4Ef");
        row("m/0/2147483647H/1/2147483646H",
            "xpub6ERApfZwUNrhLCkDtcHTcxd75RbzS1ed54G1LkBUHQVHQKqhMkh"
            "gbmJbZRkrgZw4koxb5JaHWkY4ALHY2grBGRjaDMzQLcgJvLJuZZvRcEL",
            "xprvA1RpRA33e1JQ7ifknakTFpgNXPmW2YvmhqLQYMmrj4xJXXWYpDP"
            "S3xz7iAxn8L39njGVyuoseXzU6rcxFLJ8HFsTjSyQbLYnMpCqE2VbFWc");
        row("m/0/2147483647H/1/2147483646H/2",
            "xpub6FnCn6nSzZAw5Tw7cgR9bi15UV96gLZhjDstkXXxvCLsUXBGXPd"
            "SnLFbdpq8p9HmGsApME5hQTZ3emM2rnY5agb9rXpVGyy3bdW6EEgAtqt",
            "xprvA2nrNbFZABcdryreWet9Ea4LvTJcGsqrMzxHx98MMrotbir7yrK"
            "CEXw7nadnHM8Dq38EGfSh6dqA9QWTyefMLEcBYJUuekgW4BYPJcr9E7j");
        vector = 3;
        seed = "4b381541583be4423346c643850da4b320e46a87ae3d2a4e6da11eba819cd4ac"
               "ba45d239319ac14f863b8d5ab5a0d0c64d2e8a1e7d1457df2e5a3c51c73235be";
        row("m",
            "xpub661MyMwAqRbcEZVB4dScxMAdx6d4nFc9nvyvH3v4gJL378CSRZi"
            "YmhRoP7mBy6gSPSCYk6SzXPTf3ND1cZAceL7SfJ1Z3GC8vBgp2epUt13",
            "xprv9s21ZrQH143K25QhxbucbDDuQ4naNntJRi4KUfWT7xo4EKsHt2Q"
            "JDu7KXp1A3u7Bi1j8ph3EGsZ9Xvz9dGuVrtHHs7pXeTzjuxBrCmmhgC6");
        row("m/0H",
            "xpub68NZiKmJWnxxS6aaHmn81bvJeTESw724CRDs6HbuccFQN9Ku14V"
            "QrADWgqbhhTHBaohPX4CjNLf9fq9MYo6oDaPPLPxSb7gwQN3ih19Zm4Y",
            "xprv9uPDJpEQgRQfDcW7BkF7eTya6RPxXeJCqCJGHuCJ4GiRVLzkTXB"
            "AJMu2qaMWPrS7AANYqdq6vcBcBUdJCVVFceUvJFjaPdGZ2y9WACViL4L");
        vector = 4;
        seed = "3ddd5602285899a946114506157c7997e5444528f3003f6134712147db19b678";
        row("m",
            "xpub661MyMwAqRbcGczjuMoRm6dXaLDEhW1u34gKenbeYqAix21mdUK"
            "Jyuyu5F1rzYGVxyL6tmgBUAEPrEz92mBXjByMRiJdba9wpnN37RLLAXa",
            "xprv9s21ZrQH143K48vGoLGRPxgo2JNkJ3J3fqkirQC2zVdk5Dgd5w1"
            "4S7fRDyHH4dWNHUgkvsvNDCkvAwcSHNAQwhwgNMgZhLtQC63zxwhQmRv");
        row("m/0H",
            "xpub69AUMk3qDBi3uW1sXgjCmVjJ2G6WQoYSnNHyzkmdCHEhSZ4tBok"
            "37xfFEqHd2AddP56Tqp4o56AePAgCjYdvpW2PU2jbUPFKsav5ut6Ch1m",
            "xprv9vB7xEWwNp9kh1wQRfCCQMnZUEG21LpbR9NPCNN1dwhiZkjjeGR"
            "naALmPXCX7SgjFTiCTT6bXes17boXtjq3xLpcDjzEuGLQBM5ohqkao9G");
        row("m/0H/1H",
            "xpub6BJA1jSqiukeaesWfxe6sNK9CCGaujFFSJLomWHprUL9DePQ4JD"
            "kM5d88n49sMGJxrhpjazuXYWdMf17C9T5XnxkopaeS7jGk1GyyVziaMt",
            "xprv9xJocDuwtYCMNAo3Zw76WENQeAS6WGXQ55RCy7tDJ8oALr4FWku"
            "VoHJeHVAcAqiZLE7Je3vZJHxspZdFHfnBEjHqU5hG1Jaj32dVoS6XLT1");
    }
    void derivesThePublishedKeys() {
        QFETCH(std::string, seed);
        QFETCH(std::string, path);
        QFETCH(std::string, publicKey);
        QFETCH(std::string, secretKey);

        const HdKey key = HdKey::master(*fromHex(seed)).descendant(pathIn(path));

        QCOMPARE("00" + toHex(key.secret()), keyIn(secretKey));
        QCOMPARE(toHex(key.chainCode()), chainCodeIn(secretKey));
        QCOMPARE(toHex(key.key().publicKey().compressed), keyIn(publicKey));
        QCOMPARE(chainCodeIn(publicKey), chainCodeIn(secretKey));
    }

    void hardenedAndNormalChildrenDiffer() {
        const HdKey master = HdKey::master(Bytes(32, 7));
        QVERIFY(master.child(0).secret() != master.child(HdKey::kHardened).secret());
        QVERIFY(master.child(0).secret() != master.child(1).secret());
        QVERIFY(master.descendant({}).secret() == master.secret());
    }
};

QTEST_APPLESS_MAIN(TestPhoneHdKey)
#include "tst_phone_hd_key.moc"
