// The cluster that packaging/cluster/run.sh starts, while its parts are killed: three servers on one
// PostgreSQL behind nginx. No login that a phone was told of is lost, and none is granted twice.
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/wire_client.h"

#include <QTest>

#include <atomic>
#include <csignal>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr int kPhones = 4;
constexpr int kLoginsOfEach = 15;
constexpr int kKillAfter = 8; // logins
constexpr int kPatience = 60'000;

// Whoever answers there, by a Unix socket.
class LocalClient {
  public:
    explicit LocalClient(const std::string& socket) : m_client(socket) {
        m_client.set_address_family(AF_UNIX);
        m_client.set_default_headers({{"Host", "localhost"}});
        m_client.set_read_timeout(30);
    }

    // Once. Status 0: there was no answer.
    WireClient::Answer get(const std::string& path) { return read(m_client.Get(path)); }
    WireClient::Answer post(const std::string& path, const std::string& json) {
        return read(m_client.Post(path, json, "application/json"));
    }
    // Until a server has answered that has its database.
    WireClient::Answer surelyGet(const std::string& path) {
        return surely([&] { return get(path); });
    }
    WireClient::Answer surelyPost(const std::string& path, const std::string& json) {
        return surely([&] { return post(path, json); });
    }

  private:
    static WireClient::Answer surely(const std::function<WireClient::Answer()>& ask) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(kPatience);
        WireClient::Answer answer;
        do answer = ask();
        while ((answer.status == 0 || answer.status >= 500) && std::chrono::steady_clock::now() < end);
        return answer;
    }
    static WireClient::Answer read(const httplib::Result& result) {
        if (!result) return {};
        return {result->status, result->body, result->headers};
    }

    httplib::Client m_client;
};

struct Granted {
    Sid sid;
    std::string session;
};

} // namespace

class TestCluster : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<QProcess> m_cluster;
    TestWallet m_ada;

    std::string place(const std::string& name) const { return (m_folder->path() / name).string(); }
    pid_t pidOf(const std::string& name) const {
        pid_t pid = 0;
        std::ifstream(place("pids/" + name)) >> pid;
        return pid;
    }
    QStringList administer(QStringList arguments) const {
        QString folder = QString::fromStdString(m_folder->path().string());
        folder.replace("/", "%2F");
        const auto result =
            runProgram(LATCHKEY_SERVER_PROGRAM,
                       arguments << "--database"
                                 << "postgresql://latchkey@" + folder + "%2Fdatabase/latchkey",
                       m_folder->path());
        if (result.exitStatus != 0) qFatal("%s", result.err.constData());
        return QString::fromUtf8(result.out).split('\n', Qt::SkipEmptyParts);
    }

    // A code from one server, approved at another, looked for at a third; or what went wrong.
    Result<Granted, std::string> login(LocalClient& front, bool again) const {
        const auto code = QrCodeAnswer::parse(front.surelyGet("/api/getqrcode?sid=null").body);
        if (!code) return Failure{code.error()};
        const std::string payload = m_ada.payload(code->qr).toJson();
        // 404 only where an approval that nobody was told of was stored nevertheless.
        const auto approval = front.surelyPost("/fast", payload);
        if (approval.status != 200 && approval.status != 404) return Failure{"approval: " + approval.body};
        if (const std::string state = pollUntilAuthenticated(front, code->sid); !state.empty())
            return Failure{"approval: " + approval.body + ", then: " + state};
        if (!again) return granted(*code);
        const auto second = front.surelyPost("/fast", payload);
        if (second.status != 404) return Failure{"the same again: " + second.body};
        return granted(*code);
    }
    // Empty, or what it was told in the end. Without its database a node says what it knew before.
    static std::string pollUntilAuthenticated(LocalClient& front, const Sid& sid) {
        std::string answer;
        const bool done = eventually([&] {
            answer = front.surelyGet("/api/checkfast?sid=" + sid.reveal() + "&wait=10").body;
            const auto status = StatusAnswer::parse(answer);
            return status && status->state == SessionState::Authenticated;
        });
        return done ? std::string() : answer;
    }
    static Granted granted(const QrCodeAnswer& code) {
        const std::size_t begin = code.qr.find("?s=") + 3;
        return {code.sid, code.qr.substr(begin, code.qr.find('&', begin) - begin)};
    }

  private slots:
    void init() {
        m_folder = std::make_unique<TemporaryFolder>();
        m_cluster = std::make_unique<QProcess>();
        m_cluster->setProcessChannelMode(QProcess::MergedChannels);
        m_cluster->start(LATCHKEY_CLUSTER_SCRIPT,
                         {"--port", "0", "--folder", QString::fromStdString(m_folder->path().string()),
                          "--bin", QFileInfo(LATCHKEY_SERVER_PROGRAM).path()});
        QByteArray said;
        QVERIFY2(eventually([&] {
                     said += m_cluster->readAll();
                     return said.contains("Three servers") || m_cluster->state() == QProcess::NotRunning;
                 }),
                 said);
        QVERIFY2(m_cluster->state() == QProcess::Running, said);
        administer({"user", "add", "Ada"});
        administer({"device", "add", "Ada", "--address", QString::fromStdString(m_ada.address())});
    }
    void cleanup() {
        m_cluster->terminate();
        QVERIFY(m_cluster->waitForFinished(kPatience));
        QCOMPARE(m_cluster->exitCode(), 0);
        for (const char* name : {"postgres", "node-1", "node-2", "node-3", "nginx"})
            QVERIFY2(::kill(pidOf(name), 0) != 0, name);
    }

    void noLoginIsLostAndNoneIsGrantedTwice() {
        std::mutex mutex;
        std::vector<Granted> granted; // guarded by it
        QByteArray problem;           // the same
        std::atomic<int> logins = 0;
        std::atomic<bool> failed = false;
        std::vector<std::jthread> phones;
        for (int phone = 0; phone < kPhones; ++phone) {
            phones.emplace_back([&] {
                LocalClient front(place("front"));
                for (int i = 0; i < kLoginsOfEach; ++i) {
                    auto done = login(front, i % 4 == 0);
                    const std::lock_guard lock(mutex);
                    if (!done) problem = done.error().c_str();
                    failed = !problem.isEmpty();
                    if (failed) return;
                    granted.push_back(*std::move(done));
                    ++logins;
                }
            });
        }
        int killed = 0;
        for (const char* victim : {"node-1", "postgres", "node-2", "node-3", "postgres", "node-1"}) {
            QVERIFY(eventually([&] { return logins >= kKillAfter * (killed + 1) || failed; }));
            QVERIFY2(!failed, problem);
            // It may be about to be started again, having ended for want of a database.
            pid_t pid = 0;
            QVERIFY(eventually([&] {
                pid = pidOf(victim);
                return pid > 1 && ::kill(pid, SIGKILL) == 0;
            }));
            QVERIFY(eventually([&] { return pidOf(victim) != pid; }));
            ++killed;
        }
        for (auto& phone : phones) phone.join();
        QVERIFY2(!failed, problem);
        QCOMPARE(granted.size(), std::size_t(kPhones * kLoginsOfEach));

        for (const char* node : {"node-1", "node-2", "node-3"}) {
            LocalClient client(place(node));
            for (const Granted& login : granted) {
                const std::string state = pollUntilAuthenticated(client, login.sid);
                QVERIFY2(state.empty(), state.c_str());
            }
        }
        std::map<std::string, int> approvals; // by session_ID, of the audit trail
        for (const QString& line : administer({"audit", "--json"})) {
            const QJsonObject entry = QJsonDocument::fromJson(line.toUtf8()).object();
            if (entry["event"] == "login.approved") ++approvals[entry["session_id"].toString().toStdString()];
        }
        for (const Granted& login : granted) QCOMPARE(approvals[login.session], 1);
        for (const auto& [session, times] : approvals) QCOMPARE(times, 1);
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
