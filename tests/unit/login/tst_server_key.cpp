#include "server/login/server_key.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace latchkey;

namespace {

RandomFill constantRandom(std::uint8_t value) {
    return [value](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, value); };
}

std::string fingerprint(const ServerKey& key) {
    return toHex(key.derive("test").mac(asBytes("x"), 32));
}

} // namespace

class TestServerKey : public QObject {
    Q_OBJECT

  private slots:
    void isMadeOnceForItsOwnerAlone() {
        const TemporaryFolder folder;
        const auto file = folder.file("state/server.key");
        const auto first = ServerKey::loadOrCreate(file, systemRandom());
        QVERIFY2(first, first ? "" : first.error().c_str());
        struct stat status {};
        QCOMPARE(::stat(file.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, static_cast<unsigned>(0600));
        QCOMPARE(contentOf(file).size(), std::size_t(65));
        const auto second = ServerKey::loadOrCreate(file, systemRandom());
        QCOMPARE(fingerprint(*second), fingerprint(*first));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}), 1);
    }

    void serversThatStartTogetherAgreeOnOneKey() {
        const TemporaryFolder folder;
        std::vector<std::string> prints(8);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < prints.size(); ++i) {
                threads.emplace_back([&, i] {
                    // As processes do, each drafts a file of its own name.
                    const auto key = ServerKey::loadOrCreate(folder.file("server.key"),
                                                             constantRandom(static_cast<std::uint8_t>(i)));
                    if (key) prints[i] = fingerprint(*key);
                });
            }
        }
        std::erase(prints,
                   std::string()); // threads of one process share their draft's name; the loser says so
        QVERIFY(!prints.empty());
        for (const std::string& print : prints) QCOMPARE(print, prints.front());
    }

    void refusesAKeyThatOthersCanRead() {
        const TemporaryFolder folder;
        const auto file = folder.file("server.key");
        QVERIFY(ServerKey::loadOrCreate(file, systemRandom()));
        for (const mode_t mode : {0640, 0604, 0660, 0601}) {
            ::chmod(file.c_str(), mode);
            const auto key = ServerKey::loadOrCreate(file, systemRandom());
            QVERIFY(!key);
            QVERIFY2(key.error().find("chmod 600") != std::string::npos, key.error().c_str());
        }
        ::chmod(file.c_str(), 0400);
        QVERIFY(ServerKey::loadOrCreate(file, systemRandom()));
    }

    void refusesAFileThatIsNoKey() {
        const TemporaryFolder folder;
        for (const std::string& content :
             {std::string(), std::string("hello\n"), std::string(62, 'a'), std::string(66, 'a'),
              std::string(64, 'g'), std::string(200, 'a')}) {
            const auto file = folder.write("server.key", content);
            ::chmod(file.c_str(), 0600);
            const auto key = ServerKey::loadOrCreate(file, systemRandom());
            QVERIFY(!key);
            QVERIFY2(key.error().find("not a Latchkey key file") != std::string::npos, key.error().c_str());
            QCOMPARE(contentOf(file), content); // never overwritten
        }
    }

    void saysWhyItCannotBeMade() {
        const TemporaryFolder folder;
        folder.write("file", "x");
        QVERIFY(!ServerKey::loadOrCreate(folder.file("file") / "server.key", systemRandom()));
    }

    void purposesHaveKeysOfTheirOwn() {
        const TemporaryFolder folder;
        const auto key = *ServerKey::loadOrCreate(folder.file("a"), constantRandom(1));
        const auto other = *ServerKey::loadOrCreate(folder.file("b"), constantRandom(2));
        const Bytes mac = key.derive("one").mac(asBytes("x"), 32);
        QVERIFY(mac == key.derive("one").mac(asBytes("x"), 32));
        QVERIFY(mac != key.derive("two").mac(asBytes("x"), 32));
        QVERIFY(mac != other.derive("one").mac(asBytes("x"), 32));
        QVERIFY(mac != key.derive("one").mac(asBytes("y"), 32));
    }

    // RFC 5869 without a salt over a key that is uniform already: HKDF-Expand alone. The expectation is
    // OpenSSL's: "openssl kdf" with EXPAND_ONLY and info "test", then HMAC-SHA-256 of "x" under that key.
    void derivesAsHkdfDoes() {
        const TemporaryFolder folder;
        const auto key = *ServerKey::loadOrCreate(folder.file("a"), constantRandom(1));
        QCOMPARE(fingerprint(key),
                 std::string("8b6a089b626723dea24e889297a9b5550e7b58bf6d2291514d5ba6cacacf0350"));
    }

    void hashesWithSha256() { // FIPS 180-4's example
        QCOMPARE(sha256Hex("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_APPLESS_MAIN(TestServerKey)
#include "tst_server_key.moc"
