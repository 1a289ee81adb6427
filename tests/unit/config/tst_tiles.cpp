#include "server/config/tiles.h"
#include "tests/support/show_strings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;

class TestTiles : public QObject {
    Q_OBJECT

    const TemporaryFolder m_folder;

    Result<std::vector<Tile>, std::string> load(const std::string& content) const {
        return loadTiles(m_folder.write("tiles.toml", content));
    }

  private slots:
    void readsEveryKeyInTheOrderOfTheFile() {
        const auto tiles =
            load("[[tile]]\ntitle = \" Wi-Fi \"\ntext = '''\n**lobby**\n'''\nicon = \"wifi\"\n"
                 "link = \"https://wifi.example.org:8443/a?b=c#d\"\ngroups = [\"staff\", \"lab\"]\n"
                 "[[tile]]\ntitle = \"Lunch\"\n");
        QVERIFY2(tiles, tiles ? "" : tiles.error().c_str());
        QCOMPARE(tiles->size(), std::size_t(2));
        QVERIFY((tiles->at(0).shown ==
                 DashboardTile{"Wi-Fi", "**lobby**\n", "wifi", "https://wifi.example.org:8443/a?b=c#d"}));
        QVERIFY((tiles->at(0).groups == std::vector<std::string>{"staff", "lab"}));
        QVERIFY((tiles->at(1).shown == DashboardTile{"Lunch", "", "", ""}));
        QVERIFY(tiles->at(1).groups.empty());
    }

    void noFileIsNoTilesAndAMissingOneIsAMistake() {
        QVERIFY(loadTiles({})->empty());
        QVERIFY(load("# nothing yet\n")->empty());
        const auto missing = loadTiles(m_folder.file("absent.toml"));
        QVERIFY(!missing);
        QVERIFY2(missing.error().find("absent.toml: cannot be read: there is no such file") !=
                     std::string::npos,
                 missing.error().c_str());
        QVERIFY(!loadTiles(m_folder.path()));
    }

    void refusesWithFileLineKeyAndFix_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* content, const char* named) {
            QTest::newRow(content) << QByteArray(content) << QByteArray(named);
        };
        row("[[tile]]\ntitle = \"a\"\ncolour = 1\n",
            ":3: colour: a tile has no such key; it has title, text, icon, link, groups");
        row("[[tile]]\ntext = \"a\"\n", ":1: title: the title is empty; write title = ");
        row("[[tile]]\ntitle = \" \"\n", ":2: title: the title is empty");
        row("[[tile]]\ntitle = \"a\\nb\"\n", ":2: title: the title has a control character");
        row("[[tile]]\ntitle = 1\n", ":2: title: it is not a string");
        row("[[tile]]\ntitle = \"a\"\ntext = [\"b\"]\n", ":3: text: it is not a string");
        row("[[tile]]\ntitle = \"a\"\nicon = \"Wifi\"\n",
            ":3: icon: there is no icon \"Wifi\"; write one of: info, ");
        row("[[tile]]\ntitle = \"a\"\nlink = \"lobby.example\"\n",
            ":3: link: \"lobby.example\" is not a web address");
        row("[[tile]]\ntitle = \"a\"\nlink = \"javascript:alert(1)\"\n", ":3: link: ");
        row("[[tile]]\ntitle = \"a\"\nlink = \"ftp://a.example/\"\n", ":3: link: ");
        row("[[tile]]\ntitle = \"a\"\nlink = \"https://a:b@c.example/\"\n", ":3: link: ");
        row("[[tile]]\ntitle = \"a\"\nlink = \"https://a.example/ b\"\n", ":3: link: ");
        row("[[tile]]\ntitle = \"a\"\ngroups = \"staff\"\n",
            ":3: groups: it is not a list of groups; write groups = ");
        row("[[tile]]\ntitle = \"a\"\ngroups = []\n", ":3: groups: it is not a list of groups");
        row("[[tile]]\ntitle = \"a\"\ngroups = [\"Staff\"]\n", ":3: groups: \"Staff\" is not a group's name");
        row("[[tile]]\ntitle = \"a\"\ngroups = [7]\n", ":3: groups: ");
        row("\n[tile]\ntitle = \"a\"\n", ":2: tile: this file has [[tile]] tables only");
        row("tiles = 1\n", ":1: tiles: this file has [[tile]] tables only");
        row("[[tile]\n", ":1: not valid TOML: ");
    }
    void refusesWithFileLineKeyAndFix() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, named);
        const auto tiles = load(content.toStdString());
        QVERIFY(!tiles);
        const std::string expected = m_folder.file("tiles.toml").string() + named.toStdString();
        QVERIFY2(tiles.error().starts_with(expected), tiles.error().c_str());
    }

    void whatIsTooMuchIsRefused() {
        const std::string head = "[[tile]]\ntitle = \"a\"\n";
        QVERIFY(load(head + "text = \"" + std::string(2000, 'x') + "\"\n"));
        QVERIFY(load(head + "text = \"" + std::string(2001, 'x') + "\"\n")
                    .error()
                    .find(":3: text: it is longer") != std::string::npos);
        QVERIFY(!load(head + "link = \"https://a.example/" + std::string(500, 'x') + "\"\n"));
        std::string many;
        for (int i = 0; i < 50; ++i) many += head;
        QCOMPARE(load(many)->size(), std::size_t(50));
        QVERIFY(load(many + head).error().find("more than 50") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTiles)
#include "tst_tiles.moc"
