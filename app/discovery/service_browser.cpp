#include "app/discovery/service_browser.h"

#include <QDBusArgument>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

namespace latchkey {

namespace {

const QString kAvahi = "org.freedesktop.Avahi";
const QString kServer = "org.freedesktop.Avahi.Server";
const QString kBrowser = "org.freedesktop.Avahi.ServiceBrowser";

constexpr int kAnywhere = -1; // AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC
constexpr uint kNoFlags = 0;
constexpr qsizetype kTxt = 9; // in the answer of ResolveService

} // namespace

ServiceBrowser::ServiceBrowser(QDBusConnection bus) : m_bus(std::move(bus)) {
    m_daemon.setConnection(m_bus);
    m_daemon.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_daemon.addWatchedService(kAvahi);
    connect(&m_daemon, &QDBusServiceWatcher::serviceRegistered, this, &ServiceBrowser::browse);
    connect(&m_daemon, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { stopWorking("avahi-daemon has ended"); });
    // Of whatever browser: its first news comes before the answer that names it.
    m_bus.connect(kAvahi, {}, kBrowser, "ItemNew", this, SLOT(onItemNew(QDBusMessage)));
    m_bus.connect(kAvahi, {}, kBrowser, "ItemRemove", this, SLOT(onItemRemove(QDBusMessage)));
    m_bus.connect(kAvahi, {}, kBrowser, "AllForNow", this, SLOT(onAllForNow()));
}

void ServiceBrowser::start() {
    if (m_bus.isConnected()) return browse();
    // Not at once: whoever starts it listens afterwards.
    QMetaObject::invokeMethod(
        this, [this] { stopWorking(m_bus.lastError().message()); }, Qt::QueuedConnection);
}

// The call also has the bus start the daemon, where it is installed.
void ServiceBrowser::browse() {
    auto call = QDBusMessage::createMethodCall(kAvahi, "/", kServer, "ServiceBrowserNew");
    call << kAnywhere << kAnywhere << QString(kServiceType) << QString() << kNoFlags;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        finished->deleteLater();
        if (finished->isError()) return stopWorking(finished->error().message());
        if (m_working) return;
        m_working = true;
        emit changed();
    });
}

void ServiceBrowser::stopWorking(const QString& reason) {
    m_heard.clear();
    m_asked.clear();
    m_working = false;
    emit unavailable(reason);
    emit changed();
}

ServiceBrowser::Place ServiceBrowser::placeIn(const QDBusMessage& message) {
    const QList<QVariant> arguments = message.arguments();
    return {arguments.value(0).toInt(), arguments.value(1).toInt(), arguments.value(2).toString(),
            arguments.value(4).toString()};
}

void ServiceBrowser::onItemNew(const QDBusMessage& message) {
    resolve(placeIn(message));
}

void ServiceBrowser::onItemRemove(const QDBusMessage& message) {
    const Place place = placeIn(message);
    m_asked.erase(place);
    if (m_heard.erase(place) > 0) emit changed();
}

void ServiceBrowser::onAllForNow() {
    m_allForNow = true;
    settleWhenResolved();
}

void ServiceBrowser::settleWhenResolved() {
    if (!m_allForNow || m_unanswered > 0) return;
    m_allForNow = false;
    emit settled();
}

void ServiceBrowser::resolve(const Place& place) {
    auto call = QDBusMessage::createMethodCall(kAvahi, "/", kServer, "ResolveService");
    call << place.interface << place.protocol << place.name << QString(kServiceType) << place.domain
         << kAnywhere << kNoFlags;
    const int question = ++m_questions;
    m_asked[place] = question;
    ++m_unanswered;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, place, question](QDBusPendingCallWatcher* finished) {
                finished->deleteLater();
                --m_unanswered;
                // It may have gone meanwhile, or have come again with other news.
                const auto asked = m_asked.find(place);
                if (asked != m_asked.end() && asked->second == question) hear(place, finished->reply());
                settleWhenResolved();
            });
}

void ServiceBrowser::hear(const Place& place, const QDBusMessage& answer) {
    if (answer.type() == QDBusMessage::ErrorMessage)
        return emit passedOver(place.name, answer.errorMessage());
    std::vector<std::string> txt;
    for (const QByteArray& text : qdbus_cast<QList<QByteArray>>(answer.arguments().value(kTxt)))
        txt.push_back(text.toStdString());
    auto announcement = ServerAnnouncement::parse(txt);
    if (!announcement) return emit passedOver(place.name, QString::fromStdString(announcement.error()));
    m_heard.insert_or_assign(place, *std::move(announcement));
    emit changed();
}

std::vector<AnnouncedServer> ServiceBrowser::servers() const {
    std::vector<AnnouncedServer> servers;
    for (const auto& [place, says] : m_heard) {
        const bool known = std::ranges::any_of(servers, [&](const AnnouncedServer& server) {
            return server.name == place.name && server.says == says;
        });
        if (!known) servers.push_back({place.name, says});
    }
    std::ranges::stable_sort(
        servers, [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; },
        &AnnouncedServer::name);
    return servers;
}

} // namespace latchkey
