// latchkey-phone: a scan client without a phone. One function a command.
#include "tests/phone/command_line.h"
#include "tests/phone/key_file.h"
#include "tests/phone/lnurl_login.h"
#include "tests/phone/qr_reader.h"
#include "tests/phone/qr_source.h"
#include "tests/phone/secret_input.h"

#include <QGuiApplication>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace latchkey::phone {

namespace {

constexpr int kApproved = 0;
constexpr int kRefused = 1;

// A text from outside on one line of a terminal: control characters could rewrite what it shows.
std::string printable(std::string text) {
    for (char& character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (code < 0x20 || code == 0x7f) character = '?';
    }
    return text;
}

int refuse(const std::string& reason) {
    std::cerr << "latchkey-phone: " << printable(reason) << '\n';
    return kRefused;
}

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

Result<std::filesystem::path, std::string> keyFile(const CommandLine& line) {
    if (!line.keyFile.empty()) return std::filesystem::path(line.keyFile);
    const auto file = defaultKeyFile(environment("XDG_DATA_HOME"), environment("HOME"));
    if (!file)
        return Failure{std::string("neither XDG_DATA_HOME nor HOME is set; name the key with --key FILE")};
    return *file;
}

Result<WalletKey, std::string> existingKey(const CommandLine& line) {
    const auto file = keyFile(line);
    if (!file) return Failure{file.error()};
    return loadKey(*file);
}

void printKey(const WalletKey& key, const std::filesystem::path& file, bool asJson) {
    nlohmann::ordered_json addresses;
    for (const AddressKind kind : kAddressKinds) {
        addresses[std::string(toText(kind))] = addressOf(key.publicKey(), kind);
    }
    const std::string publicKey = toHex(key.publicKey().compressed);
    if (asJson) {
        const nlohmann::ordered_json object{
            {"key_file", file.string()}, {"public_key", publicKey}, {"addresses", addresses}};
        std::cout << object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return;
    }
    const auto row = [](std::string label, const std::string& value) {
        label.resize(20, ' ');
        std::cout << label << value << '\n';
    };
    row("key file", file.string());
    row("public key", publicKey);
    for (const auto& [kind, address] : addresses.items()) row(kind, address.get<std::string>());
}

int keepKey(const CommandLine& line, const Result<WalletKey, std::string>& key) {
    if (!key) return refuse(key.error());
    const auto file = keyFile(line);
    if (!file) return refuse(file.error());
    if (const auto stored = storeKey(*file, *key); !stored) return refuse(stored.error());
    printKey(*key, *file, line.json);
    return 0;
}

int importKey(const CommandLine& line) {
    if (::isatty(STDIN_FILENO)) std::cerr << "The secret key (64 hex digits, not shown), then Enter: ";
    return keepKey(line, WalletKey::parse(readSecretLine(STDIN_FILENO)));
}

int showKey(const CommandLine& line) {
    const auto key = existingKey(line);
    if (!key) return refuse(key.error());
    printKey(*key, *keyFile(line), line.json);
    return 0;
}

// Every QR code in the image or on the screen; a failure when there is none.
Result<std::vector<std::string>, std::string> scannedTexts(const CommandLine& line) {
    std::vector<QImage> pictures;
    if (line.screen) {
        auto screens = grabScreens();
        if (!screens) return Failure{screens.error()};
        pictures = *std::move(screens);
    } else {
        auto image = readImageFile(line.imageFile);
        if (!image) return Failure{image.error()};
        pictures.push_back(*std::move(image));
    }
    std::vector<std::string> texts;
    for (const QImage& picture : pictures) {
        for (std::string& text : readQrCodes(picture)) texts.push_back(std::move(text));
    }
    if (texts.empty()) {
        return Failure{"no QR code found " + (line.screen ? "on the screen" : "in " + line.imageFile)};
    }
    return texts;
}

int scan(const CommandLine& line) {
    const auto texts = scannedTexts(line);
    if (!texts) return refuse(texts.error());
    for (const std::string& text : *texts) std::cout << printable(text) << '\n';
    return 0;
}

// The one text that the command is about: one that `read` makes something of, out of all that there are.
template <class Read>
auto theOneText(const CommandLine& line, const Read& read) -> decltype(read(std::string())) {
    std::vector<std::string> texts{line.qrString};
    if (line.screen || !line.imageFile.empty()) {
        auto scanned = scannedTexts(line);
        if (!scanned) return Failure{scanned.error()};
        texts = *std::move(scanned);
    }
    std::vector<std::string> ours;
    for (const std::string& text : texts) {
        if (read(text)) ours.push_back(text);
    }
    if (ours.empty()) {
        return Failure{"\"" + texts.front() + "\" can not be signed: " + read(texts.front()).error()};
    }
    if (ours.size() > 1) {
        return Failure{std::string("there are several Latchkey codes; approve one of the texts that "
                                   "'latchkey-phone scan' prints")};
    }
    return read(ours.front());
}

// The one Latchkey QR string.
Result<std::string, std::string> qrString(const CommandLine& line) {
    return theOneText(line, [](const std::string& text) -> Result<std::string, std::string> {
        const auto destination = Destination::of(text);
        if (!destination) return Failure{destination.error()};
        return text;
    });
}

int sign(const CommandLine& line) {
    const auto text = qrString(line);
    if (!text) return refuse(text.error());
    const auto key = existingKey(line);
    if (!key) return refuse(key.error());
    const Payload payload = Payload::sign(*key, *text, line.payload);
    std::cout << (line.encoding == PayloadEncoding::Json ? payload.toJson() : payload.toForm()) << '\n';
    return 0;
}

int approve(const CommandLine& line) {
    const auto text = qrString(line);
    if (!text) return refuse(text.error());
    const auto key = existingKey(line);
    if (!key) return refuse(key.error());
    const auto destination = Destination::of(*text);
    const Payload payload = Payload::sign(*key, *text, line.payload);
    std::cout << "Signing in at " << destination->origin << " as " << payload.fields().front().second
              << std::endl;
    const auto answer = submit(destination->webhook, payload, line.encoding);
    if (!answer) return refuse("not approved: " + answer.error());
    const std::string said = std::to_string(answer->verdict.status) + " " + answer->verdict.message;
    if (!answer->approved()) return refuse("refused: " + said);
    std::cout << "Approved: " << printable(said) << '\n';
    return kApproved;
}

// What the person agrees to; LUD-04 wants it said.
std::string_view doing(std::string_view action) {
    if (action == "register") return "Registering at ";
    if (action == "link") return "Linking a key at ";
    if (action == "auth") return "Allowing something at ";
    return "Signing in at ";
}

int lnurl(const CommandLine& line) {
    const auto login = theOneText(line, [](const std::string& text) { return LnurlLogin::of(text); });
    if (!login) return refuse(login.error());
    const auto wallet = existingKey(line);
    if (!wallet) return refuse(wallet.error());
    const WalletKey key = linkingKey(*wallet, login->domain);
    std::cout << doing(login->action) << login->origin << " as " << toHex(key.publicKey().compressed)
              << std::endl;
    const auto answer = callBack(signedCallback(*login, key));
    if (!answer) return refuse("not signed in: " + answer.error());
    if (!answer->ok) return refuse("refused: " + answer->reason);
    std::cout << "{\"status\":\"OK\"}\n";
    return kApproved;
}

int run(const CommandLine& line) {
    switch (line.command) {
    case Command::KeyNew:
        return keepKey(line, WalletKey::generate());
    case Command::KeyShow:
        return showKey(line);
    case Command::KeyImport:
        return importKey(line);
    case Command::Scan:
        return scan(line);
    case Command::Approve:
        return approve(line);
    case Command::Sign:
        return sign(line);
    case Command::Lnurl:
        return lnurl(line);
    }
    return kUsageError;
}

// Pictures need Qt's graphics; everything else runs without them, and without their needs.
std::unique_ptr<QCoreApplication> applicationFor(const CommandLine& line, int& argc, char** argv) {
    if (!line.screen && line.imageFile.empty()) return std::make_unique<QCoreApplication>(argc, argv);
    line.screen ? preferX11Platform() : preferOffscreenPlatform();
    return std::make_unique<QGuiApplication>(argc, argv);
}

int runCommandLine(int argc, char** argv) {
    const auto parsed = parseCommandLine(argc, argv);
    if (const int* status = std::get_if<int>(&parsed)) return *status;
    const CommandLine& line = std::get<CommandLine>(parsed);
    const auto application = applicationFor(line, argc, argv);
    return run(line);
}

} // namespace

} // namespace latchkey::phone

int main(int argc, char** argv) {
    try {
        return latchkey::phone::runCommandLine(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "latchkey-phone: " << error.what() << '\n';
        return 1;
    }
}
