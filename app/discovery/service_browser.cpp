#include "app/discovery/service_browser.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

namespace latchkey {

namespace {

const QString kAvahi = "org.freedesktop.Avahi";
const QString kServer = "org.freedesktop.Avahi.Server";
const QString kBrowser = "org.freedesktop.Avahi.ServiceBrowser";
const QString kResolver = "org.freedesktop.Avahi.ServiceResolver";

constexpr int kAnywhere = -1; // AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC
constexpr uint kNoFlags = 0;
constexpr qsizetype kTxt = 9; // in what a resolver has found

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
    m_bus.connect(kAvahi, {}, kResolver, "Found", this, SLOT(onFound(QDBusMessage)));
    m_bus.connect(kAvahi, {}, kResolver, "Failure", this, SLOT(onFailure(QDBusMessage)));
}

ServiceBrowser::~ServiceBrowser() {
    for (const auto& [place, resolver] : m_resolvers) free(resolver.path, kResolver);
    free(m_browser, kBrowser);
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
        const QDBusPendingReply<QDBusObjectPath> browser = *finished;
        if (browser.isError()) return stopWorking(browser.error().message());
        m_browser = browser.value().path();
        if (m_working) return;
        m_working = true;
        emit changed();
    });
}

void ServiceBrowser::stopWorking(const QString& reason) {
    m_heard.clear();
    m_resolvers.clear();
    m_browser.clear();
    m_working = false;
    emit unavailable(reason);
    emit changed();
}

// The daemon's object is not needed any more. No path: there is none.
void ServiceBrowser::free(const QString& path, const QString& interface) {
    if (!path.isEmpty()) m_bus.send(QDBusMessage::createMethodCall(kAvahi, path, interface, "Free"));
}

// What a browser says of a service begins as what a resolver says of it.
ServiceBrowser::Place ServiceBrowser::placeIn(const QDBusMessage& message) {
    const QList<QVariant> arguments = message.arguments();
    return {arguments.value(0).toInt(), arguments.value(1).toInt(), arguments.value(2).toString(),
            arguments.value(4).toString()};
}

void ServiceBrowser::onItemNew(const QDBusMessage& message) {
    const Place place = placeIn(message);
    drop(place);
    resolve(place);
}

void ServiceBrowser::onItemRemove(const QDBusMessage& message) {
    const Place place = placeIn(message);
    drop(place);
    if (m_heard.erase(place) > 0) emit changed();
    settleWhenResolved();
}

void ServiceBrowser::onAllForNow() {
    m_allForNow = true;
    settleWhenResolved();
}

void ServiceBrowser::settleWhenResolved() {
    const bool waiting =
        std::ranges::any_of(m_resolvers, [](const auto& entry) { return !entry.second.answered; });
    if (!m_allForNow || waiting) return;
    m_allForNow = false;
    emit settled();
}

// Not once: a server that has another key says so under the same name.
void ServiceBrowser::resolve(const Place& place) {
    auto call = QDBusMessage::createMethodCall(kAvahi, "/", kServer, "ServiceResolverNew");
    call << place.interface << place.protocol << place.name << QString(kServiceType) << place.domain
         << kAnywhere << kNoFlags;
    const int number = ++m_questions;
    m_resolvers[place].number = number;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, place, number](QDBusPendingCallWatcher* finished) {
                finished->deleteLater();
                const QDBusPendingReply<QDBusObjectPath> reply = *finished;
                const QString path = reply.isError() ? QString() : reply.value().path();
                // It may have gone meanwhile, or have come again.
                const auto resolver = m_resolvers.find(place);
                if (resolver == m_resolvers.end() || resolver->second.number != number)
                    return free(path, kResolver);
                resolver->second.path = path;
                if (reply.isError()) passOver(place, reply.error().message());
            });
}

void ServiceBrowser::drop(const Place& place) {
    if (const auto resolver = m_resolvers.extract(place)) free(resolver.mapped().path, kResolver);
}

void ServiceBrowser::onFound(const QDBusMessage& message) {
    const Place place = placeIn(message);
    const auto resolver = m_resolvers.find(place);
    if (resolver == m_resolvers.end()) return;
    std::vector<std::string> txt;
    for (const QByteArray& text : qdbus_cast<QList<QByteArray>>(message.arguments().value(kTxt)))
        txt.push_back(text.toStdString());
    auto announcement = ServerAnnouncement::parse(txt);
    if (!announcement) return passOver(place, QString::fromStdString(announcement.error()));
    resolver->second.answered = true;
    const auto heard = m_heard.find(place);
    if (heard == m_heard.end() || heard->second != *announcement) {
        m_heard.insert_or_assign(place, *std::move(announcement));
        emit changed();
    }
    settleWhenResolved();
}

void ServiceBrowser::onFailure(const QDBusMessage& message) {
    const auto resolver = std::ranges::find_if(
        m_resolvers, [&](const auto& entry) { return entry.second.path == message.path(); });
    if (resolver != m_resolvers.end()) passOver(resolver->first, message.arguments().value(0).toString());
}

void ServiceBrowser::passOver(const Place& place, const QString& reason) {
    m_resolvers[place].answered = true;
    emit passedOver(place.name, reason);
    if (m_heard.erase(place) > 0) emit changed();
    settleWhenResolved();
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
