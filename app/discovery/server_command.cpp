#include "app/discovery/server_command.h"

#include "app/client/boottime_scheduler.h"
#include "app/discovery/key_probe.h"
#include "app/discovery/server_pin.h"
#include "app/discovery/service_browser.h"

#include <QEventLoop>

#include <algorithm>
#include <ostream>

namespace latchkey {

namespace {

int refuse(const ServerCommandStreams& streams, const std::string& reason) {
    streams.messages << "latchkey-kiosk: " << reason << '\n';
    return 1;
}

// What a server calls itself is a stranger's text, and a terminal obeys control characters.
std::string plain(const QString& text) {
    std::u32string characters = text.toStdU32String();
    std::ranges::replace_if(
        characters, [](char32_t character) { return !QChar::isPrint(character); },
        char32_t(QChar::ReplacementCharacter));
    return QString::fromStdU32String(characters).toStdString();
}

Result<KeyFingerprint, std::string> keyOf(const WebAddress& server) {
    BoottimeScheduler scheduler;
    QEventLoop loop;
    Result<KeyFingerprint, std::string> shown = Failure{std::string()};
    const KeyProbe probe(server, scheduler, [&](Result<KeyFingerprint, std::string> key) {
        shown = std::move(key);
        loop.quit();
    });
    loop.exec();
    return shown;
}

} // namespace

int findServers(const ServerCommandStreams& streams) {
    ServiceBrowser browser(QDBusConnection::systemBus());
    QEventLoop loop;
    QString problem;
    QObject::connect(&browser, &ServiceBrowser::unavailable, &loop, [&](const QString& reason) {
        problem = reason;
        loop.exit(1);
    });
    QObject::connect(&browser, &ServiceBrowser::settled, &loop, &QEventLoop::quit);
    browser.start();
    if (loop.exec() != 0) {
        return refuse(streams, "servers cannot be looked for: " + problem.toStdString() +
                                   "; install and start avahi-daemon, or set server");
    }
    const auto servers = browser.servers();
    if (servers.empty()) return refuse(streams, "no server announces itself on this network");
    for (const AnnouncedServer& server : servers) {
        streams.out << server.says.url.text() << '\t' << plain(server.name) << '\t'
                    << (server.says.key ? server.says.key->groups() : "-") << '\n';
    }
    return 0;
}

int trustServer(const std::string& url, const std::filesystem::path& pinFile,
                const ServerCommandStreams& streams) {
    const auto address = WebAddress::parse(url);
    if (!address) return refuse(streams, "\"" + url + "\": " + address.error());
    TrustedServer server{*address, std::nullopt};
    if (address->secure()) {
        const auto key = keyOf(*address);
        if (!key) return refuse(streams, address->text() + ": " + key.error());
        server.key = *key;
    }
    if (const auto written = writeServerPin(pinFile, server); !written)
        return refuse(streams, written.error());
    streams.out << "Trusted from now on: " << address->text() << '\n';
    if (server.key) {
        streams.out << "Its key, to compare with the server's log: " << server.key->groups() << '\n';
    } else {
        streams.messages << "latchkey-kiosk: without https nothing but the address is pinned; whoever can "
                            "change this network's traffic can answer in its place\n";
    }
    return 0;
}

int forgetServer(const std::filesystem::path& pinFile, const ServerCommandStreams& streams) {
    std::error_code error;
    const bool removed = std::filesystem::remove(pinFile, error);
    if (error) return refuse(streams, pinFile.string() + ": it cannot be removed: " + error.message());
    streams.out << (removed ? "Forgotten: " : "There is none to forget: ") << pinFile.string() << '\n';
    return 0;
}

} // namespace latchkey
