#include "common/state_folder.h"

#include <QTest>

using namespace latchkey;

class TestStateFolder : public QObject {
    Q_OBJECT

  private slots:
    void takesTheFirstPlaceThatTheEnvironmentNames_data();
    void takesTheFirstPlaceThatTheEnvironmentNames();
};

using Environment = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Environment)

void TestStateFolder::takesTheFirstPlaceThatTheEnvironmentNames_data() {
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<std::string>("folder");
    const Environment home{{"HOME", "/home/ada"}};
    QTest::newRow("home") << home << std::string("/home/ada/.local/state/latchkey");
    QTest::newRow("XDG") << Environment{{"HOME", "/home/ada"}, {"XDG_STATE_HOME", "/state"}}
                         << std::string("/state/latchkey");
    QTest::newRow("XDG says to pass over what is not absolute")
        << Environment{{"HOME", "/home/ada"}, {"XDG_STATE_HOME", "state"}}
        << std::string("/home/ada/.local/state/latchkey");
    QTest::newRow("systemd") << Environment{{"XDG_STATE_HOME", "/state"}, {"STATE_DIRECTORY", "/a:/b"}}
                             << std::string("/a");
    QTest::newRow("nowhere") << Environment() << std::string();
}

void TestStateFolder::takesTheFirstPlaceThatTheEnvironmentNames() {
    QFETCH(Environment, environment);
    QFETCH(std::string, folder);
    QCOMPARE(stateFolder(environment).string(), folder);
}

QTEST_GUILESS_MAIN(TestStateFolder)
#include "tst_state_folder.moc"
