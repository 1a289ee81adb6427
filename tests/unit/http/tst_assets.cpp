#include "resources/embedded_files.h"
#include "server/http/assets.h"
#include "server/http/pages.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <thread>

using namespace latchkey;

class TestAssets : public QObject {
    Q_OBJECT

    httplib::Server m_server;
    std::thread m_serving;
    int m_port = 0;

    httplib::Result get(const std::string& path, const std::string& encodings) {
        httplib::Client client("127.0.0.1", m_port);
        client.set_decompress(false);
        return client.Get(path, {{"Accept-Encoding", encodings}});
    }

  private slots:
    void initTestCase() {
        m_server.set_default_headers({{"Cache-Control", "no-store"}});
        installAssets(m_server);
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_serving = std::thread([this] { m_server.listen_after_bind(); });
    }

    void cleanupTestCase() {
        m_server.stop();
        m_serving.join();
    }

    void comeCompressedToWhoeverTakesThat() {
        for (const char* encodings : {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8"}) {
            const auto script = get("/site/phone.js", encodings);
            QVERIFY(script);
            QCOMPARE(script->get_header_value("Content-Encoding"), std::string("gzip"));
            QCOMPARE(script->get_header_value("Vary"), std::string("Accept-Encoding"));
            QVERIFY(script->body == embeddedFile("site/phone.js.gz"));
        }
    }

    void comeAsTheyAreToOthers() {
        for (const char* encodings : {"identity", "gzip;q=0", "gzip;q=0.0, br", "deflate", ""}) {
            const auto script = get("/site/phone.js", encodings);
            QVERIFY(script);
            QVERIFY(!script->has_header("Content-Encoding"));
            QVERIFY(script->body == embeddedFile("site/phone.js"));
        }
    }

    void areKeptForGoodUnderTheAddressThatNamesTheirVersion() {
        const std::string kept = "public, max-age=31536000, immutable";
        for (const char* file : {"phone.js", "phone.css", "signs.svg", "latchkey.svg"}) {
            const std::string path = std::string("/site/") + file;
            const std::string version(embeddedVersion("site/" + std::string(file)));
            const auto named = get(path + "?v=" + version, "gzip");
            QCOMPARE(named->get_header_value_count("Cache-Control"), std::size_t(1));
            QCOMPARE(named->get_header_value("Cache-Control"), kept);
            for (const char* query : {"", "?v=", "?v=0123456789ab"}) {
                const auto other = get(path + query, "gzip");
                QCOMPARE(other->status, 200);
                QCOMPARE(other->get_header_value("Cache-Control"), std::string("no-store"));
            }
        }
    }

    void pagesUseThoseAddresses() {
        const PageLanguages languages;
        const std::string page = pages::typedCode({}, languages.all().front());
        for (const char* file : {"phone.js", "phone.css", "latchkey.svg"}) {
            const std::string name = std::string("site/") + file;
            const std::string address = name + "?v=" + std::string(embeddedVersion(name));
            QVERIFY2(page.find('"' + address + '"') != std::string::npos, file);
        }
        QVERIFY(pages::preload().find(embeddedVersion("site/phone.css")) != std::string::npos);
    }

    void haveTheirTypes() {
        QCOMPARE(get("/site/phone.js", "gzip")->get_header_value("Content-Type"),
                 std::string("text/javascript; charset=utf-8"));
        QCOMPARE(get("/site/phone.css", "gzip")->get_header_value("Content-Type"),
                 std::string("text/css; charset=utf-8"));
        QCOMPARE(get("/site/signs.svg", "gzip")->get_header_value("Content-Type"),
                 std::string("image/svg+xml"));
    }
};

QTEST_APPLESS_MAIN(TestAssets)
#include "tst_assets.moc"
