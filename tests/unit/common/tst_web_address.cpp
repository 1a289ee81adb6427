#include "common/web_address.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

class TestWebAddress : public QObject {
    Q_OBJECT

  private slots:
    void hasOneCanonicalForm_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* text, const char* canonical) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(canonical);
        };
        row("http://192.168.1.20:8420", "http://192.168.1.20:8420");
        row("HTTPS://Login.Example.ORG/", "https://login.example.org");
        row("http://h:80", "http://h");
        row("https://h:443/a/b//", "https://h/a/b");
        row("http://h:443", "http://h:443");
        row("http://[FE80::1]:8420", "http://[fe80::1]:8420");
    }
    void hasOneCanonicalForm() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto address = WebAddress::parse(text.toStdString());
        QVERIFY2(address, address ? "" : address.error().c_str());
        QCOMPARE(address->text(), canonical.toStdString());
        QCOMPARE(WebAddress::parse(address->text())->text(), address->text());
    }

    void refusesWithTheCause_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char* text, const char* cause) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(cause);
        };
        row("", "http://");
        row("192.168.1.20:8420", "http://");
        row("ftp://h", "http://");
        row("http://", "host");
        row("http://:8420", "host");
        row("http://[::1", "host");
        row("http://h:0", "port");
        row("http://h:65536", "port");
        row("http://h:", "port");
        row("http://h:8x", "port");
        row("http://user@h", "user name");
        row("http://h?a=b", "query");
        row("http://h/#a", "fragment");
        row("http://h h", "character");
    }
    void refusesWithTheCause() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cause);
        const auto address = WebAddress::parse(text.toStdString());
        QVERIFY(!address);
        QVERIFY2(address.error().find(cause.toStdString()) != std::string::npos, address.error().c_str());
    }

    void readsListenAddresses() {
        QCOMPARE(ListenAddress::parse("0.0.0.0:8420")->text(), std::string("0.0.0.0:8420"));
        QCOMPARE(ListenAddress::parse("[::]:0")->host, std::string("::"));
        QCOMPARE(ListenAddress::parse("[::]:0")->text(), std::string("[::]:0"));
        QCOMPARE(ListenAddress::parse("unix:/run/latchkey/http")->path, std::string("/run/latchkey/http"));
        QCOMPARE(ListenAddress::parse("unix:/run/latchkey/http")->text(),
                 std::string("unix:/run/latchkey/http"));
        for (const char* text : {"", "8420", ":8420", "h", "h:", "h:x", "h:65536", "::1:80", "[]:80", "unix:", "unix:http"}) {
            QVERIFY2(!ListenAddress::parse(text), text);
        }
    }
};

QTEST_APPLESS_MAIN(TestWebAddress)
#include "tst_web_address.moc"
