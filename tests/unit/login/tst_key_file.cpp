#include "server/login/key_file.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <thread>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

const std::chrono::sys_seconds kNow{seconds(1'800'000'000)};

std::string idIn(const Result<KeyRing, std::string>& ring) {
    if (!ring) qFatal("%s", ring.error().c_str());
    return ring->entries().front().key.id();
}

Outcome<std::string> rotateAt(KeyRing& ring, std::chrono::sys_seconds from) {
    return ring.rotate(ServerKey::generate(systemRandom()), from, from);
}

std::ptrdiff_t filesBeside(const std::filesystem::path& file) {
    return std::distance(std::filesystem::directory_iterator(file.parent_path()), {}) - 1;
}

mode_t modeOf(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) qFatal("there is no such file");
    return status.st_mode & 0777;
}

} // namespace

class TestKeyFile : public QObject {
    Q_OBJECT

    TemporaryFolder m_folder;
    std::filesystem::path m_path;

  private slots:
    void init() {
        static int number = 0;
        m_path = m_folder.file("state-" + std::to_string(++number)) / "server.key";
    }

    void isMadeOnceForItsOwnerAlone() {
        KeyFile file(m_path);
        const std::string id = idIn(file.loadOrCreate(systemRandom()));
        QCOMPARE(modeOf(m_path), mode_t(0600));
        QCOMPARE(contentOf(m_path).size(), std::size_t(65));
        QCOMPARE(idIn(KeyFile(m_path).loadOrCreate(systemRandom())), id);
        QCOMPARE(filesBeside(m_path), 0);
    }

    void serversThatStartTogetherAgreeOnOneKey() {
        std::vector<std::string> ids(8);
        {
            std::vector<std::jthread> threads;
            for (std::string& id : ids) {
                threads.emplace_back([&] {
                    const auto ring = KeyFile(m_path).loadOrCreate(systemRandom());
                    id = ring ? ring->entries().front().key.id() : ring.error();
                });
            }
        }
        const std::string agreed = idIn(KeyFile(m_path).load());
        for (const std::string& id : ids) QCOMPARE(id, agreed);
        QCOMPARE(filesBeside(m_path), 0);
    }

    void isNotMadeByWhoOnlyReads() {
        QVERIFY(!KeyFile(m_path).load());
        QVERIFY(!KeyFile(m_path).change([](KeyRing&) { return Outcome<std::string>(); }));
        QVERIFY(!std::filesystem::exists(m_path));
    }

    void isRefusedWhenOthersCanReadIt() {
        KeyFile file(m_path);
        QVERIFY(file.loadOrCreate(systemRandom()));
        for (const mode_t mode : {0640, 0604, 0660, 0601}) {
            ::chmod(m_path.c_str(), mode);
            const auto ring = file.load();
            QVERIFY(!ring);
            QVERIFY2(ring.error().find("chmod 600") != std::string::npos, ring.error().c_str());
        }
        ::chmod(m_path.c_str(), 0400);
        QVERIFY(file.load());
    }

    void isRefusedWhenItHoldsSomethingElse() {
        for (const std::string& content :
             {std::string(), std::string("hello\n"), std::string(62, 'a'), std::string(100'000, 'a')}) {
            const auto path = m_folder.write("server.key", content);
            ::chmod(path.c_str(), 0600);
            const auto ring = KeyFile(path).loadOrCreate(systemRandom());
            QVERIFY(!ring);
            QVERIFY2(ring.error().find("not a Latchkey key file") != std::string::npos, ring.error().c_str());
            QCOMPARE(contentOf(path), content); // never overwritten
        }
    }

    void saysWhyItCannotBeMade() {
        m_folder.write("file", "x");
        QVERIFY(!KeyFile(m_folder.file("file") / "server.key").loadOrCreate(systemRandom()));
    }

    void isReplacedWhole() {
        KeyFile file(m_path);
        const std::string first = idIn(file.loadOrCreate(systemRandom()));
        const auto ring = file.change([](KeyRing& keys) { return rotateAt(keys, kNow); });
        QVERIFY2(ring, ring ? "" : ring.error().c_str());
        QCOMPARE(ring->entries().size(), std::size_t(2));
        const auto read = KeyFile(m_path).load();
        QVERIFY(read);
        QCOMPARE(read->reveal(), ring->reveal());
        QCOMPARE(idIn(read), first);
        QCOMPARE(modeOf(m_path), mode_t(0600));
        QCOMPARE(filesBeside(m_path), 0);
    }

    void isLeftAsItIsWhereTheWorkFails() {
        KeyFile file(m_path);
        QVERIFY(file.loadOrCreate(systemRandom()));
        const std::string before = contentOf(m_path);
        const auto refused = file.change([](KeyRing& keys) -> Outcome<std::string> {
            if (auto rotated = rotateAt(keys, kNow); !rotated) return rotated;
            return Failure{std::string("not today")};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error(), std::string("not today"));
        QCOMPARE(contentOf(m_path), before);
    }

    void aLinkStaysOne() {
        KeyFile file(m_path);
        QVERIFY(file.loadOrCreate(systemRandom()));
        const auto link = m_path.parent_path() / "link";
        std::filesystem::create_symlink(m_path, link);
        QVERIFY(KeyFile(link).change([](KeyRing& keys) { return rotateAt(keys, kNow); }));
        QVERIFY(std::filesystem::is_symlink(link));
        QCOMPARE(KeyFile(m_path).load()->entries().size(), std::size_t(2));
    }

    void changesAtTheSameTimeAreAllMade() {
        QVERIFY(KeyFile(m_path).loadOrCreate(systemRandom()));
        std::atomic<int> hour = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    (void)KeyFile(m_path).change(
                        [&](KeyRing& keys) { return rotateAt(keys, kNow + hours(++hour)); });
                });
            }
        }
        QCOMPARE(KeyFile(m_path).load()->entries().size(), std::size_t(9));
    }

    void knowsWhenItHasChanged() {
        KeyFile file(m_path);
        QVERIFY(file.loadOrCreate(systemRandom()));
        QVERIFY(!file.changed());
        QVERIFY(KeyFile(m_path).change([](KeyRing& keys) { return rotateAt(keys, kNow); }));
        QVERIFY(file.changed());
        QVERIFY(file.load());
        QVERIFY(!file.changed());
        std::filesystem::remove(m_path);
        QVERIFY(file.changed());
        QVERIFY(!file.load());
        QVERIFY(!file.changed()); // it is told of once
    }
};

QTEST_APPLESS_MAIN(TestKeyFile)
#include "tst_key_file.moc"
