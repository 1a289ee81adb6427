#include "app/kiosk/screen_awake.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>

#include <utility>

namespace latchkey {

namespace {

const QString kPortal = "org.freedesktop.portal.Desktop";
const QString kScreenSaver = "org.freedesktop.ScreenSaver";
const QString kLogind = "org.freedesktop.login1";
const QString kScreenSaverPath = "/org/freedesktop/ScreenSaver";
const QString kProgram = "latchkey-kiosk";
const QString kReason =
    "The screen shows a code to sign in with"; // for whoever asks the system, not translated

constexpr uint kSuspend = 4; // of the portal's flags
constexpr uint kIdle = 8;

} // namespace

ScreenAwake::ScreenAwake(QDBusConnection session, QDBusConnection system)
    : m_session(std::move(session)), m_system(std::move(system)) {
    m_sessionServices.setConnection(m_session);
    m_systemServices.setConnection(m_system);
    for (QDBusServiceWatcher* watcher : {&m_sessionServices, &m_systemServices})
        watcher->setWatchMode(QDBusServiceWatcher::WatchForRegistration);
    m_sessionServices.setWatchedServices({kPortal, kScreenSaver});
    m_systemServices.addWatchedService(kLogind);
    connect(&m_sessionServices, &QDBusServiceWatcher::serviceRegistered, this,
            [this](const QString& service) {
                if (service == kPortal) askPortal();
                if (service == kScreenSaver && m_portalRequest.isEmpty()) askScreenSaver();
            });
    connect(&m_systemServices, &QDBusServiceWatcher::serviceRegistered, this, &ScreenAwake::askLogind);
    askPortal();
    askLogind();
}

// The portal and the screen saver would notice by themselves that the connection is gone, but it may be
// shared.
ScreenAwake::~ScreenAwake() {
    if (!m_portalRequest.isEmpty()) {
        m_session.send(QDBusMessage::createMethodCall(kPortal, m_portalRequest,
                                                      "org.freedesktop.portal.Request", "Close"));
    }
    if (m_cookie != 0) {
        auto call = QDBusMessage::createMethodCall(kScreenSaver, kScreenSaverPath, kScreenSaver, "UnInhibit");
        m_session.send(call << m_cookie);
    }
}

void ScreenAwake::askPortal() {
    auto call = QDBusMessage::createMethodCall(kPortal, "/org/freedesktop/portal/desktop",
                                               "org.freedesktop.portal.Inhibit", "Inhibit");
    call << QString() << (kSuspend | kIdle) << QVariantMap{{"reason", kReason}};
    ask(
        "portal", m_session, call,
        [this](const QDBusMessage& answer) {
            m_portalRequest = QDBusPendingReply<QDBusObjectPath>(answer).value().path();
        },
        [this] { askScreenSaver(); });
}

void ScreenAwake::askScreenSaver() {
    auto call = QDBusMessage::createMethodCall(kScreenSaver, kScreenSaverPath, kScreenSaver, "Inhibit");
    ask("screensaver", m_session, call << kProgram << kReason,
        [this](const QDBusMessage& answer) { m_cookie = QDBusPendingReply<uint>(answer).value(); });
}

// It lets go when the descriptor is closed.
void ScreenAwake::askLogind() {
    auto call = QDBusMessage::createMethodCall(kLogind, "/org/freedesktop/login1",
                                               "org.freedesktop.login1.Manager", "Inhibit");
    call << "idle:sleep" << kProgram << kReason << "block";
    ask("logind", m_system, call, [this](const QDBusMessage& answer) {
        m_lock = QDBusPendingReply<QDBusUnixFileDescriptor>(answer).value();
    });
}

void ScreenAwake::ask(const QString& who, QDBusConnection bus, const QDBusMessage& call,
                      std::function<void(const QDBusMessage&)> onPromise, std::function<void()> otherwise) {
    if (!bus.isConnected()) { // such a call never ends
        const auto refuse = [this, who, reason = bus.lastError().message(), otherwise] {
            emit unavailable(who, reason);
            if (otherwise) otherwise();
        };
        QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
        return;
    }
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, who, onPromise = std::move(onPromise),
             otherwise = std::move(otherwise)](QDBusPendingCallWatcher* finished) {
                finished->deleteLater();
                if (!finished->isError()) {
                    onPromise(finished->reply());
                    emit held(who);
                    return;
                }
                emit unavailable(who, finished->error().message());
                if (otherwise) otherwise();
            });
}

} // namespace latchkey
