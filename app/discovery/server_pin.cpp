#include "app/discovery/server_pin.h"

#include "app/private_file.h"

namespace latchkey {

namespace {

constexpr std::size_t kLongestPin = 2048; // bytes

// Takes "name=value\n" off the front. Nothing where something else stands there.
std::optional<std::string> takeLine(std::string_view& text, std::string_view name) {
    const std::size_t end = text.find('\n');
    if (!text.starts_with(name) || end == std::string_view::npos) return std::nullopt;
    const std::string value(text.substr(name.size(), end - name.size()));
    text.remove_prefix(end + 1);
    return value;
}

Result<TrustedServer, std::string> parsePin(std::string_view text) {
    const auto url = takeLine(text, "url=");
    if (!url) return Failure{std::string("it does not begin with a line url=…")};
    auto address = WebAddress::parse(*url);
    if (!address) return Failure{"its url is no address: " + address.error()};
    TrustedServer server{*std::move(address), std::nullopt};
    if (server.address.secure()) {
        const auto digits = takeLine(text, "key=");
        if (!digits) return Failure{std::string("the line key=… of an https server is missing")};
        const auto key = KeyFingerprint::parse(*digits);
        if (!key) return Failure{"its key is none: " + key.error()};
        server.key = *key;
    }
    if (!text.empty()) return Failure{std::string("there is more in it than a server")};
    return server;
}

} // namespace

std::filesystem::path serverPinFile(const std::filesystem::path& stateFolder) {
    return stateFolder.empty() ? stateFolder : stateFolder / "trusted-server";
}

Result<std::optional<TrustedServer>, std::string> readServerPin(const std::filesystem::path& file) {
    std::error_code error;
    if (file.empty() || (!std::filesystem::exists(file, error) && !error))
        return std::optional<TrustedServer>();
    const auto content = readPrivateFile(file, kLongestPin);
    if (!content) return Failure{file.string() + ": " + content.error()};
    auto server = parsePin(content->reveal());
    if (!server) {
        return Failure{file.string() + ": " + server.error() +
                       "; forget what it holds with: latchkey-kiosk server forget"};
    }
    return std::optional(*std::move(server));
}

Outcome<std::string> writeServerPin(const std::filesystem::path& file, const TrustedServer& server) {
    if (file.empty()) return Failure{std::string("this account has no home to remember it in")};
    if (server.address.secure() != server.key.has_value())
        return Failure{std::string("an https server is trusted by its key, any other has none")};
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error); // else the next line says why
    std::string text = "url=" + server.address.text() + '\n';
    if (server.key) text += "key=" + server.key->text() + '\n';
    const auto written = writePrivateFile(file, text);
    if (!written) return Failure{file.string() + ": " + written.error()};
    return {};
}

} // namespace latchkey
