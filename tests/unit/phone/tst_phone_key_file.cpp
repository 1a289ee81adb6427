#include "test_key.h"
#include "tests/phone/key_file.h"
#include "tests/phone/secret_input.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::phone;

namespace {

unsigned modeOf(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0U;
}

void write(const std::filesystem::path& path, const QByteArray& text, unsigned mode = 0600) {
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(::chmod(path.c_str(), mode), 0);
}

QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestPhoneKeyFile : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aStoredKeyIsReadBack() {
        const WalletKey key = *WalletKey::generate();
        QVERIFY(storeKey(file(), key));

        const auto loaded = loadKey(file());

        QVERIFY(loaded);
        QCOMPARE(loaded->secretText().reveal(), key.secretText().reveal());
        QVERIFY(loaded->publicKey().compressed == key.publicKey().compressed);
    }

    void isForItsOwnersEyesOnlyWhateverTheUmask() {
        const mode_t before = ::umask(0);
        const auto stored = storeKey(folder() / "deep" / "phone.key", keyOf(smallestKeyHex()));
        ::umask(before);

        QVERIFY(stored);
        QCOMPARE(modeOf(folder() / "deep" / "phone.key"), 0600U);
        QCOMPARE(modeOf(folder() / "deep"), 0700U);
    }

    void neverOverwritesAKey() {
        QVERIFY(storeKey(file(), keyOf(smallestKeyHex())));
        const QByteArray before = contentOf(file());

        const auto second = storeKey(file(), *WalletKey::generate());

        QVERIFY(!second);
        QVERIFY(contains(second.error(), "--key FILE"));
        QCOMPARE(contentOf(file()), before);
    }

    void doesNotFollowADanglingLinkWhenItCreates() {
        std::filesystem::create_symlink(folder() / "elsewhere", file());

        QVERIFY(!storeKey(file(), keyOf(smallestKeyHex())));
        QVERIFY(!std::filesystem::exists(folder() / "elsewhere"));
    }

    void refusesAFileThatOthersMayTouch_data() {
        QTest::addColumn<unsigned>("mode");
        QTest::newRow("group reads") << 0640U;
        QTest::newRow("others read") << 0604U;
        QTest::newRow("group writes") << 0620U;
        QTest::newRow("all do") << 0666U;
    }

    void refusesAFileThatOthersMayTouch() {
        QFETCH(unsigned, mode);
        write(file(), QByteArray::fromStdString(smallestKeyHex()), mode);

        const auto loaded = loadKey(file());

        QVERIFY(!loaded);
        QVERIFY(contains(loaded.error(), "chmod 600"));
    }

    void saysHowToMakeAMissingKey() {
        const auto loaded = loadKey(file());

        QVERIFY(!loaded);
        QVERIFY(contains(loaded.error(), "key new"));
    }

    void refusesAFolder() { QVERIFY(!loadKey(folder())); }

    void doesNotHangOnAPipe() {
        QCOMPARE(::mkfifo(file().c_str(), 0600), 0);

        QVERIFY(!loadKey(file()));
    }

    void refusesWhatIsNoKeyWithoutQuotingIt_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray(62, 'a');
        QTest::newRow("long") << QByteArray(66, 'a');
        QTest::newRow("not hex") << QByteArray(64, 'x');
        QTest::newRow("zero") << QByteArray(64, '0');
        QTest::newRow("the group's order")
            << QByteArray("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        QTest::newRow("endless") << QByteArray(100000, 'a');
    }

    void refusesWhatIsNoKeyWithoutQuotingIt() {
        QFETCH(QByteArray, text);
        write(file(), text);

        const auto loaded = loadKey(file());

        QVERIFY(!loaded);
        QVERIFY(text.isEmpty() || !contains(loaded.error(), text.left(62).toStdString()));
    }

    void newKeysDiffer() {
        QVERIFY(WalletKey::generate()->publicKey().compressed !=
                WalletKey::generate()->publicKey().compressed);
    }

    void aKeyThatWasMovedFromIsWiped() {
        WalletKey key = keyOf(smallestKeyHex());
        const WalletKey moved = std::move(key);

        QCOMPARE(key.secretText().reveal(), std::string(64, '0'));
        QCOMPARE(moved.secretText().reveal(), smallestKeyHex());
    }

    void readsASecretFromTheFirstLineWithoutBlanks() {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        QCOMPARE(::write(ends[1], " abc\t\r\nnext\n", 12), 12);
        ::close(ends[1]);

        const SecretKeyText line = readSecretLine(ends[0]);
        ::close(ends[0]);

        QCOMPARE(line.reveal(), std::string("abc"));
    }

    void theDefaultFileFollowsTheXdgBaseDirectories() {
        QCOMPARE(defaultKeyFile("/data", "/home/ada"), std::filesystem::path("/data/latchkey/phone.key"));
        QCOMPARE(defaultKeyFile("", "/home/ada"),
                 std::filesystem::path("/home/ada/.local/share/latchkey/phone.key"));
        QCOMPARE(defaultKeyFile("relative", "/home/ada"),
                 std::filesystem::path("/home/ada/.local/share/latchkey/phone.key"));
        QVERIFY(!defaultKeyFile("", ""));
    }

  private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    std::filesystem::path file() const { return folder() / "phone.key"; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPhoneKeyFile)
#include "tst_phone_key_file.moc"
