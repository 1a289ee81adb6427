#include "server/http/tls_context.h"
#include "tests/support/show_strings.h"
#include "tests/support/tls_files.h"

#include <QTest>

#include <unistd.h>

using namespace latchkey;
using std::chrono::hours;
using Permissions = std::filesystem::perms;

class TestTlsIdentity : public QObject {
    Q_OBJECT

    TestAuthority m_authority;
    TemporaryFolder m_folder;

    TlsIdentity::Files write(const TestCertificate& made) const { return writeFiles(m_folder, made); }
    TlsIdentity issued(const TestAuthority::Order& order) const {
        return *TlsIdentity::load(write(m_authority.issue(order)));
    }

    template <class Value>
    static void verifyRefused(const Result<Value, std::string>& result, const std::string& words) {
        QVERIFY(!result);
        QVERIFY2(result.error().find(words) != std::string::npos, result.error().c_str());
    }

  private slots:
    void readsACertificateItsChainAndItsKey() {
        const auto made = m_authority.issue();
        const auto files = write({made.certificate + m_authority.certificate(), made.key});
        const auto identity = TlsIdentity::load(files);
        QVERIFY2(identity, identity ? "" : identity.error().c_str());
        QCOMPARE(identity->chain().size(), std::size_t(1));
        QVERIFY(identity->faults("localhost", systemNow()).empty());
    }

    void oneFileMayHoldBoth() {
        const auto made = m_authority.issue();
        const auto files = write({"", made.key + made.certificate});
        QVERIFY(TlsIdentity::load({files.key, files.key}));
    }

    void namesWhatIsWrongWithItsFiles() {
        const auto made = m_authority.issue();
        auto files = write(made);
        verifyRefused(TlsIdentity::load({m_folder.file("none.pem"), files.key}),
                      "none.pem: the certificate cannot be read: No such file");
        verifyRefused(TlsIdentity::load({files.certificate, m_folder.file("none.pem")}),
                      "none.pem: the key cannot be read: No such file");
        verifyRefused(TlsIdentity::load({m_folder.path(), files.key}), "no certificate in PEM form");
        verifyRefused(TlsIdentity::load({files.key, files.key}), "key.pem: there is no certificate");
        verifyRefused(TlsIdentity::load(write({made.certificate, made.certificate})),
                      "key.pem: there is no key in PEM form");

        std::string damaged = made.certificate;
        damaged.replace(damaged.find('\n') + 1, 4, "AAAA");
        verifyRefused(TlsIdentity::load(write({damaged, made.key})), "certificate 1 in this file is damaged");
        verifyRefused(TlsIdentity::load(write({made.certificate + damaged, made.key})),
                      "certificate 2 in this file is damaged");
    }

    void refusesAnotherCertificatesKey() {
        const auto made = m_authority.issue();
        verifyRefused(TlsIdentity::load(write({made.certificate, m_authority.issue().key})),
                      "this is not the key of the first certificate");
        verifyRefused(TlsIdentity::load(write({m_authority.certificate() + made.certificate, made.key})),
                      "the server's own certificate comes first");
    }

    void refusesAKeyWithAPassphraseInsteadOfAsking() {
        TestAuthority::Order order;
        order.passphrase = "secret";
        verifyRefused(TlsIdentity::load(write(m_authority.issue(order))), "asks for a passphrase");
    }

    void refusesAKeyThatOthersCanRead() {
        const auto files = write(m_authority.issue());
        for (const auto more :
             {Permissions::others_read, Permissions::group_write, Permissions::others_exec}) {
            std::filesystem::permissions(files.key, Permissions::owner_read | more);
            verifyRefused(TlsIdentity::load(files), "others can read the key");
        }
        // A group may read root's keys, as with Debian's group ssl-cert, but nobody else's.
        std::filesystem::permissions(files.key, Permissions::owner_read | Permissions::group_read);
        QCOMPARE(static_cast<bool>(TlsIdentity::load(files)), ::geteuid() == 0);
    }

    void findsFaultWithDates() {
        TestAuthority::Order order;
        order.validFrom = -hours(48);
        order.validUntil = -hours(24);
        const auto identity = issued(order);
        const auto faults = identity.faults("localhost", systemNow());
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY2(faults[0].find("expired at 20") != std::string::npos, faults[0].c_str());
        QVERIFY(identity.faults("localhost", systemNow() - hours(36)).empty());
        const auto early = identity.faults("localhost", systemNow() - hours(72));
        QCOMPARE(early.size(), std::size_t(1));
        QVERIFY2(early[0].find("not valid before 20") != std::string::npos, early[0].c_str());
    }

    void findsFaultWithTheHost() {
        TestAuthority::Order order;
        order.names = {"login.example.org", "*.lan.example.org", "192.0.2.20", "2001:db8::1"};
        const auto identity = issued(order);
        QCOMPARE(identity.names(),
                 std::string("login.example.org, *.lan.example.org, 192.0.2.20, 2001:db8::1"));
        for (const char* host :
             {"login.example.org", "front.lan.example.org", "192.0.2.20", "[2001:db8::1]"}) {
            QVERIFY2(identity.faults(host, systemNow()).empty(), host);
        }
        for (const char* host : {"example.org", "lan.example.org", "192.0.2.2", "[2001:db8::2]"}) {
            const auto faults = identity.faults(host, systemNow());
            QCOMPARE(faults.size(), std::size_t(1));
            QVERIFY2(faults[0].find(std::string("not for ") + host + " but for login") != std::string::npos,
                     faults[0].c_str());
        }
    }

    void aNameInTheSubjectAloneIsNone() {
        TestAuthority::Order order;
        order.names = {};
        const auto faults = issued(order).faults("Test server", systemNow());
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY2(faults[0].find("but for no name") != std::string::npos, faults[0].c_str());
    }

    void refusesAKeyThatIsTooWeak() {
        TestAuthority::Order order;
        order.rsaBits = 1024;
        verifyRefused(TlsContext::load(write(m_authority.issue(order)), systemNow), "key too small");
        order.rsaBits = 2048;
        QVERIFY(TlsContext::load(write(m_authority.issue(order)), systemNow));
    }
};

QTEST_APPLESS_MAIN(TestTlsIdentity)
#include "tst_tls_identity.moc"
