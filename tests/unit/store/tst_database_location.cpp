#include "server/store/database_location.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

namespace {

const PostgresServer& server(const DatabaseLocation& location) {
    return std::get<PostgresServer>(location.place);
}

} // namespace

class TestDatabaseLocation : public QObject {
    Q_OBJECT

  private slots:
    void readsAFile() {
        const auto location = DatabaseLocation::parse("sqlite3:/var/lib/x.db");
        QCOMPARE(location->file()->path.string(), std::string("/var/lib/x.db"));
        QCOMPARE(location->text(), std::string("sqlite3:/var/lib/x.db"));
    }

    void readsAServer() {
        const auto location =
            DatabaseLocation::parse("postgres://ada@db.example.org:5433/lobby?sslmode=verify-full");
        QVERIFY(location && !location->file());
        QCOMPARE(location->text(),
                 std::string("postgresql://ada@db.example.org:5433/lobby?sslmode=verify-full"));
        const std::string uri = server(*location).uri.reveal();
        for (const char* part :
             {"user=ada", "host=db.example.org", "port=5433", "dbname=lobby", "sslmode=verify-full",
              "connect_timeout=3", "target_session_attrs=read-write"})
            QVERIFY2(uri.find(part) != std::string::npos, uri.c_str());
    }

    void whatTheOperatorSaysGoesBeforeTheDefaults() {
        const auto location =
            DatabaseLocation::parse("postgresql:///x?connect_timeout=9&application_name=a b");
        QVERIFY(server(*location).uri.reveal().find("connect_timeout=9") != std::string::npos);
        QVERIFY(server(*location).uri.reveal().find("application_name=a%20b") != std::string::npos);
    }

    void listensUnlessItIsToldNotTo() {
        QVERIFY(server(*DatabaseLocation::parse("postgresql://h/x")).listens);
        QVERIFY(server(*DatabaseLocation::parse("postgresql://h/x?listen=yes")).listens);
        for (const char* text : {"postgresql://h/x?listen=no", "postgresql://h/x?listen=no&sslmode=require",
                                 "postgresql://h/x?sslmode=require&listen=no"})
            QVERIFY2(!server(*DatabaseLocation::parse(text)).listens, text);
        QVERIFY(!DatabaseLocation::parse("postgresql://h/x?listen=perhaps"));
    }

    void showsNoPassword() {
        for (const char* text : {"postgresql://ada:s3cr3t@h/x", "postgresql://ada@h/x?password=s3cr3t",
                                 "postgresql://ada@h/x?sslpassword=s3cr3t"}) {
            const auto location = DatabaseLocation::parse(text);
            QVERIFY2(location->text().find("s3cr3t") == std::string::npos, location->text().c_str());
            QVERIFY(server(*location).uri.reveal().find("s3cr3t") != std::string::npos);
        }
    }

    // libpq would name the host "cret@h", the port "a" or the token "%ret".
    void refusesAPasswordThatIsNotEncodedWithoutSayingIt() {
        for (const char* text : {"postgresql://ada:s3@cret@h/x", "postgresql://ada:a/s3cret@h/x",
                                 "postgresql://ada:s3c%ret@h/x"}) {
            const auto location = DatabaseLocation::parse(text);
            QVERIFY2(!location, text);
            QVERIFY2(location.error().find("ret@") == std::string::npos, location.error().c_str());
            QVERIFY2(location.error().find("%") != std::string::npos, location.error().c_str());
        }
    }

    void refusesWhatItDoesNotKnow() {
        for (const char* text : {"sqlite3:", "/var/lib/x.db", "mysql:x", "postgresql:x", ""}) {
            const auto location = DatabaseLocation::parse(text);
            QVERIFY2(!location, text);
            QVERIFY(location.error().find("sqlite3:PATH") != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(TestDatabaseLocation)
#include "tst_database_location.moc"
