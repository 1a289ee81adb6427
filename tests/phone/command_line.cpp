#include "tests/phone/command_line.h"

#include <CLI/CLI.hpp>

namespace latchkey::phone {

namespace {

// The texts as they are typed, before they mean something.
struct Typed {
    std::string shape = "address";
    std::string addressKind = "p2pkh";
    std::string signatureForm = "der";
    bool form = false;
    std::string name;
    std::string email;
};

void addKeyFile(CLI::App& command, CommandLine& line) {
    command.add_option("--key", line.keyFile, "The key file; default $XDG_DATA_HOME/latchkey/phone.key")
        ->type_name("FILE");
}

void addKeyCommands(CLI::App& app, CommandLine& line) {
    CLI::App* key = app.add_subcommand("key", "Make, show or import the key that this wallet signs with");
    key->require_subcommand(1);
    const auto add = [&](const char* name, Command command, const char* help, const char* example) {
        CLI::App* subcommand = key->add_subcommand(name, help);
        subcommand->footer(example);
        subcommand->callback([&line, command] { line.command = command; });
        addKeyFile(*subcommand, line);
        subcommand->add_flag("--json", line.json, "Print one JSON object, for programs");
    };
    add("new", Command::KeyNew, "Make a new key, store it and print its public half",
        "Never overwrites a key. Example:\n  latchkey-phone key new --key /tmp/guest.key");
    add("show", Command::KeyShow, "Print the public key and its addresses",
        "Example:\n  latchkey-phone key show --json");
    add("import", Command::KeyImport, "Read a secret key (64 hex digits) on standard input and store it",
        "Never overwrites a key. Example:\n  latchkey-phone key import --key /tmp/guest.key < secret.txt");
}

void addScan(CLI::App& app, CommandLine& line) {
    CLI::App* scan =
        app.add_subcommand("scan", "Print the text of every QR code in an image or on the screen");
    scan->footer("Examples:\n  latchkey-phone scan photo.png\n  DISPLAY=:0 latchkey-phone scan --screen");
    scan->callback([&line] { line.command = Command::Scan; });
    CLI::Option_group* source = scan->add_option_group("Source");
    source->add_option("image", line.imageFile, "An image file")->type_name("FILE");
    source->add_flag("--screen", line.screen, "Read the X11 screen that DISPLAY names");
    source->require_option(1);
}

void addQrStringSource(CLI::App& command, CommandLine& line) {
    CLI::Option_group* source = command.add_option_group("Source");
    source->add_option("qr_string", line.qrString, "The text of the QR code")->type_name("TEXT");
    source->add_option("--image", line.imageFile, "Take it from an image file")->type_name("FILE");
    source->add_flag("--screen", line.screen, "Take it from the X11 screen that DISPLAY names");
    source->require_option(1);
}

void addPayloadOptions(CLI::App& command, Typed& typed) {
    std::vector<std::string> kinds;
    for (const AddressKind kind : kAddressKinds) kinds.emplace_back(toText(kind));
    command
        .add_option("--shape", typed.shape, "What proves the key: a Bitcoin signed message, or plain ECDSA")
        ->check(CLI::IsMember({"address", "public-key"}))
        ->capture_default_str();
    command.add_option("--address-kind", typed.addressKind, "The address of shape 'address'")
        ->check(CLI::IsMember(kinds))
        ->capture_default_str();
    command.add_option("--signature", typed.signatureForm, "The signature of shape 'public-key'")
        ->check(CLI::IsMember({"der", "compact"}))
        ->capture_default_str();
    command.add_flag("--form", typed.form, "Form fields instead of JSON");
    CLI::Option* name =
        command.add_option("--name", typed.name, "Register under this name (FAST registration)");
    CLI::Option* email = command.add_option("--email", typed.email, "Register with this e-mail address");
    name->needs(email);
    email->needs(name);
}

void addSigningCommands(CLI::App& app, CommandLine& line, Typed& typed) {
    CLI::App* approve =
        app.add_subcommand("approve", "Sign a QR string and post it to the server it leads to");
    approve->footer("Exit status: 0 the server approved, 1 it refused or something failed, 2 wrong usage.\n"
                    "Examples:\n"
                    "  latchkey-phone approve 'http://kiosk.example/fast?s=…&c=…&t=…'\n"
                    "  latchkey-phone approve --screen --address-kind p2wpkh\n"
                    "  latchkey-phone approve --image photo.png --shape public-key --signature compact");
    approve->callback([&line] { line.command = Command::Approve; });
    CLI::App* sign = app.add_subcommand("sign", "Print what 'approve' would post, without posting it");
    sign->footer("Example:\n"
                 "  latchkey-phone sign \"$QR\" |\n"
                 "    curl --json @- \"${QR%%\\?*}\"");
    sign->callback([&line] { line.command = Command::Sign; });
    for (CLI::App* command : {approve, sign}) {
        addQrStringSource(*command, line);
        addKeyFile(*command, line);
        addPayloadOptions(*command, typed);
    }
}

void addLnurl(CLI::App& app, CommandLine& line) {
    CLI::App* lnurl = app.add_subcommand("lnurl", "Sign in as a Lightning wallet does (LNURL-auth)");
    lnurl->footer(
        "Takes an LNURL, alone or in a QR string that ends in lightning=LNURL1…, and signs it with a\n"
        "key for that server alone, which is derived from the key file (BIP-32, LUD-05).\n"
        "Exit status: 0 the server said OK, 1 it refused or something failed, 2 wrong usage.\n"
        "Examples:\n"
        "  latchkey-phone lnurl LNURL1DP68GURN8GHJ7…\n"
        "  latchkey-phone lnurl --screen");
    lnurl->callback([&line] { line.command = Command::Lnurl; });
    addQrStringSource(*lnurl, line);
    addKeyFile(*lnurl, line);
}

// Options that contradict the shape would be passed over in silence; say so instead.
void refuseContradictions(const CLI::App& app) {
    for (const CLI::App* command : app.get_subcommands()) {
        if (command->get_name() != "approve" && command->get_name() != "sign") continue;
        const bool publicKey = command->get_option("--shape")->as<std::string>() == "public-key";
        const char* idle = publicKey ? "--address-kind" : "--signature";
        if (command->count(idle) > 0) {
            throw CLI::ValidationError(idle, publicKey ? "means nothing with --shape public-key"
                                                       : "means something with --shape public-key only");
        }
    }
}

void interpret(const Typed& typed, CommandLine& line) {
    line.payload.shape = typed.shape == "address" ? PayloadShape::Address : PayloadShape::PublicKey;
    line.payload.addressKind = addressKindFrom(typed.addressKind).value_or(AddressKind::P2pkh);
    line.payload.signatureForm = typed.signatureForm == "der" ? SignatureForm::Der : SignatureForm::Compact;
    if (!typed.email.empty()) line.payload.registrant = Registrant{typed.name, typed.email};
    line.encoding = typed.form ? PayloadEncoding::Form : PayloadEncoding::Json;
}

} // namespace

std::variant<CommandLine, int> parseCommandLine(int argc, char** argv) {
    CommandLine line;
    Typed typed;
    CLI::App app(
        "A wallet for Latchkey on the command line: reads the QR code of a kiosk, signs it, sends it.",
        "latchkey-phone");
    app.footer("A first login:\n"
               "  latchkey-phone key new              # enrol one of the printed addresses at the server\n"
               "  latchkey-phone approve --screen\n"
               "Each command explains itself: latchkey-phone approve --help");
    app.set_version_flag("--version", "latchkey-phone " LATCHKEY_VERSION);
    app.require_subcommand(1);
    addKeyCommands(app, line);
    addScan(app, line);
    addSigningCommands(app, line, typed);
    addLnurl(app, line);
    try {
        app.parse(argc, argv);
        refuseContradictions(app);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kUsageError;
    }
    interpret(typed, line);
    return line;
}

} // namespace latchkey::phone
