#include "app/discovery/server_pin.h"
#include "app/private_file.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;

namespace {

const TrustedServer kSecure{*WebAddress::parse("https://lobby.test:8420"), KeyFingerprint({0x3f, 0x2a})};
const TrustedServer kPlain{*WebAddress::parse("http://192.168.1.20:8420"), std::nullopt};

} // namespace

class TestServerPin : public QObject {
    Q_OBJECT

  private slots:
    void keepsWhatItIsGiven();
    void pinsNothingWhereThereIsNoFile();
    void makesAFileForItsOwnerAlone();
    void refusesToPinHttpsWithoutAKey();
    void refusesAFileThatIsNoPin_data();
    void refusesAFileThatIsNoPin();

  private:
    TemporaryFolder m_folder;
};

void TestServerPin::keepsWhatItIsGiven() {
    const auto file = m_folder.file("new/trusted-server");
    for (const TrustedServer& server : {kSecure, kPlain}) {
        QVERIFY(bool(writeServerPin(file, server)));
        const auto read = readServerPin(file);
        QVERIFY(bool(read) && *read);
        QVERIFY((*read)->address == server.address);
        QVERIFY((*read)->key == server.key);
    }
}

void TestServerPin::pinsNothingWhereThereIsNoFile() {
    const auto read = readServerPin(m_folder.file("none"));
    QVERIFY(bool(read) && !*read);
    const auto nowhere = readServerPin(serverPinFile({}));
    QVERIFY(bool(nowhere) && !*nowhere);
}

void TestServerPin::makesAFileForItsOwnerAlone() {
    const auto file = m_folder.file("private");
    QVERIFY(bool(writeServerPin(file, kSecure)));
    QVERIFY(std::filesystem::status(file).permissions() == std::filesystem::perms(0600));
    std::filesystem::permissions(file, std::filesystem::perms(0640));
    QVERIFY(!readServerPin(file));
}

void TestServerPin::refusesToPinHttpsWithoutAKey() {
    QVERIFY(!writeServerPin(m_folder.file("keyless"), {kSecure.address, std::nullopt}));
    QVERIFY(!std::filesystem::exists(m_folder.file("keyless")));
}

void TestServerPin::refusesAFileThatIsNoPin_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray key = "key=" + QByteArray(64, 'a') + '\n';
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no url") << key;
    QTest::newRow("no address") << QByteArray("url=lobby\n");
    QTest::newRow("https without a key") << QByteArray("url=https://lobby.test\n");
    QTest::newRow("cut off") << QByteArray("url=https://lobby.test\nkey=aaaa");
    QTest::newRow("short key") << QByteArray("url=https://lobby.test\nkey=aaaa\n");
    QTest::newRow("http with a key") << "url=http://lobby.test\n" + key;
    QTest::newRow("more") << "url=https://lobby.test\n" + key + "more\n";
}

void TestServerPin::refusesAFileThatIsNoPin() {
    QFETCH(QByteArray, content);
    const auto file = m_folder.file("broken");
    QVERIFY(bool(writePrivateFile(file, content.toStdString())));
    const auto read = readServerPin(file);
    QVERIFY(!read);
    QVERIFY(read.error().find("latchkey-kiosk server forget") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestServerPin)
#include "tst_server_pin.moc"
