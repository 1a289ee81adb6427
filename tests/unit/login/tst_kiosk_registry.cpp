#include "server/login/kiosk_registry.h"
#include "tests/support/show_strings.h"
#include "tests/support/test_server_parts.h"

#include <QTest>

using namespace latchkey;

class TestKioskRegistry : public QObject {
    Q_OBJECT

  private slots:
    void aTokenProvesItsKioskAndOnlyItsHashIsStored() {
        TestServerParts parts;
        const auto lobby = parts.registry.add("Lobby", "Ground floor");
        const auto lab = parts.registry.add("Lab", "");
        QVERIFY(lobby && lab);
        QCOMPARE(lobby->token.reveal().size(), std::size_t(43));
        QVERIFY(parts.registry.authenticate(lobby->token)->id == lobby->kiosk.id);
        QVERIFY(parts.registry.authenticate(lab->token)->id == lab->kiosk.id);
        QVERIFY(!parts.registry.authenticate(KioskToken("guess")));
        QVERIFY(!parts.registry.authenticate(KioskToken()));
        QVERIFY(!parts.registry.authenticate(KioskToken(lobby->kiosk.tokenHash)));
        QVERIFY(parts.storage.content().find(lobby->token.reveal()) ==
                std::string::npos);
        QVERIFY(parts.storage.content().find(lobby->kiosk.tokenHash) !=
                std::string::npos);
    }

    void idsFitIntoASid() {
        TestServerParts parts;
        const auto kiosk = parts.registry.add("Lobby", "");
        QCOMPARE(kiosk->kiosk.id.text().size(), SidCodec::kKioskIdBytes);
    }

    void twoKiosksCannotShareAName() {
        TestServerParts parts;
        QVERIFY(parts.registry.add("Lobby", ""));
        const auto again = parts.registry.add("LOBBY", "");
        QVERIFY(!again);
        QVERIFY(again.error().find("already") != std::string::npos);
        QVERIFY(!parts.registry.add("", ""));
    }

    void aRemovedKiosksTokenIsWorthNothing() {
        TestServerParts parts;
        const auto kiosk = parts.registry.add("Lobby", "");
        QVERIFY(parts.registry.remove("lobby"));
        QVERIFY(!parts.registry.authenticate(kiosk->token));
        QVERIFY(parts.registry.kiosks().empty());
        QVERIFY(!parts.registry.remove("lobby"));
        QVERIFY(parts.registry.add("Lobby", ""));
    }
};

QTEST_APPLESS_MAIN(TestKioskRegistry)
#include "tst_kiosk_registry.moc"
