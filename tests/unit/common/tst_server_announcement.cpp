#include "common/server_announcement.h"

#include <QTest>

using namespace latchkey;

namespace {

const WebAddress kUrl = *WebAddress::parse("https://lobby.test:8420/latchkey");
const KeyFingerprint kKey({0x3f, 0x2a, 0x91});

using Txt = std::vector<std::string>;

} // namespace

class TestServerAnnouncement : public QObject {
    Q_OBJECT

  private slots:
    void saysItsVersionFirst();
    void comesBackAsItWasSaid();
    void takesKeysInAnyCaseAndPassesOthersOver();
    void refusesWhatIsNoServer_data();
    void refusesWhatIsNoServer();
    void doesNotAnnounceAUrlThatIsTooLong();
    void showsAFingerprintInGroupsOfFour();
};

void TestServerAnnouncement::saysItsVersionFirst() {
    const auto txt = ServerAnnouncement{kUrl, kKey}.toTxt();
    QVERIFY(*txt == Txt({"txtvers=1", "url=https://lobby.test:8420/latchkey", "id=" + kKey.text()}));
}

void TestServerAnnouncement::comesBackAsItWasSaid() {
    for (const std::optional<KeyFingerprint>& key : {std::optional(kKey), std::optional<KeyFingerprint>()}) {
        const ServerAnnouncement said{kUrl, key};
        const auto heard = ServerAnnouncement::parse(*said.toTxt());
        QVERIFY(bool(heard) && *heard == said);
    }
}

void TestServerAnnouncement::takesKeysInAnyCaseAndPassesOthersOver() {
    const auto heard = ServerAnnouncement::parse(
        {"TxtVers=1", "", "flag", "new=thing", "URL=http://a.test", "url=http://b.test"});
    QVERIFY(bool(heard));
    QCOMPARE(heard->url.text(), "http://a.test");
}

void TestServerAnnouncement::refusesWhatIsNoServer_data() {
    QTest::addColumn<Txt>("txt");
    const std::string id = "id=" + kKey.text();
    QTest::newRow("nothing") << Txt();
    QTest::newRow("another version") << Txt{"txtvers=2", "url=http://a.test"};
    QTest::newRow("no url") << Txt{"txtvers=1"};
    QTest::newRow("no address") << Txt{"txtvers=1", "url=javascript:alert(1)"};
    QTest::newRow("no fingerprint") << Txt{"txtvers=1", "url=https://a.test", "id=abc"};
    QTest::newRow("a key without TLS") << Txt{"txtvers=1", "url=http://a.test", id};
}

void TestServerAnnouncement::refusesWhatIsNoServer() {
    QFETCH(Txt, txt);
    QVERIFY(!ServerAnnouncement::parse(txt));
}

void TestServerAnnouncement::doesNotAnnounceAUrlThatIsTooLong() {
    const std::string host = "https://lobby.test/";
    const auto announcementOf = [&](std::size_t size) {
        return ServerAnnouncement{*WebAddress::parse(host + std::string(size - host.size(), 'a')), {}};
    };
    QVERIFY(bool(announcementOf(251).toTxt()));
    QVERIFY(!announcementOf(252).toTxt());
}

void TestServerAnnouncement::showsAFingerprintInGroupsOfFour() {
    const std::string groups = kKey.groups();
    QVERIFY(groups.starts_with("3F2A 9100 0000 "));
    QCOMPARE(groups.size(), std::size_t(16 * 4 + 15));
    QVERIFY(!KeyFingerprint::parse(groups));
    QVERIFY(*KeyFingerprint::parse(kKey.text()) == kKey);
}

QTEST_APPLESS_MAIN(TestServerAnnouncement)
#include "tst_server_announcement.moc"
