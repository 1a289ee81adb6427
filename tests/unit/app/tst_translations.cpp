// Every language says everything, keeps what is filled in, and fits the screens that there are.

#include "app/language.h"
#include "app/views/dashboard_view.h"
#include "app/views/login_view.h"
#include "app/views/message_view.h"
#include "app/views/number_view.h"
#include "app/views/setup_view.h"
#include "app/views/trouble_face.h"
#include "tests/support/manual_scheduler.h"
#include "tests/support/temporary_folder.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <map>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

const Scheduler::Instant kNow{1h};
const QDateTime kWall(QDate(2026, 12, 29), QTime(19, 30));

struct Message {
    bool finished = true;
    bool hasPlural = false;
    QStringList texts{}; // one, or one for each plural form

    bool operator==(const Message&) const = default;
};

// By context and source text.
using Catalogue = std::map<QString, Message>;

Catalogue catalogueIn(const QString& file) {
    Catalogue catalogue;
    QFile ts(file);
    if (!ts.open(QIODevice::ReadOnly)) return catalogue;
    QXmlStreamReader xml(&ts);
    QString context;
    QString source;
    Message message;
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement()) continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            message = {.hasPlural = xml.attributes().value("numerus") == u"yes"};
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.finished = !xml.attributes().hasAttribute("type");
            if (!message.hasPlural) message.texts = {xml.readElementText()};
            catalogue[context + '|' + source] = message;
        } else if (xml.name() == u"numerusform") {
            catalogue[context + '|' + source].texts.append(xml.readElementText());
        }
    }
    return catalogue;
}

QString fileOf(const QString& tag) {
    return QStringLiteral(LATCHKEY_SOURCES "/resources/translations/latchkey_%1.ts").arg(tag);
}

// What the program's sources say now.
Catalogue wanted() {
    const TemporaryFolder folder;
    const QString file = QString::fromStdString(folder.file("latchkey_de.ts").string());
    QProcess lupdate;
    lupdate.start(LATCHKEY_LUPDATE,
                  {"-I", LATCHKEY_SOURCES, LATCHKEY_SOURCES "/app", "-ts", file, "-target-language", "de"});
    lupdate.waitForFinished();
    return catalogueIn(file);
}

QStringList placeholdersIn(const QString& text) {
    static const QRegularExpression kPlaceholder("%[n0-9]");
    QStringList found;
    for (auto match = kPlaceholder.globalMatch(text); match.hasNext();) found.append(match.next().captured());
    found.sort();
    return found;
}

phase::Code code() {
    const std::string qr = "https://lobby.test/fast?s=AAAAAAAAAAAAAAAAAAAAAA&c=AAAAAAAAAAAA&t=65ec1a3f";
    return {*QrMatrix::encode(qr), qr, kNow, kNow + 30s, phase::TypedCode{"BCDF-GHJK", "lobby.test/c"}};
}

phase::SignedIn login() {
    DashboardAnswer answer;
    answer.userName = "Ada Lovelace";
    answer.kiosk = KioskLabel{"Front desk", "Building A"};
    answer.deviceLabel = "Ada’s phone";
    return {std::make_shared<const DashboardAnswer>(answer), kNow + 12min};
}

// Everything that a screen without a server says.
std::vector<ChoicePhase> choicePhases() {
    using Cause = choice::Refused::Cause;
    const TrustedServer secure{*WebAddress::parse("https://lobby.example.org:8420"), KeyFingerprint({})};
    const TrustedServer plain{*WebAddress::parse("http://192.168.1.20:8420"), std::nullopt};
    const auto announced = [](const TrustedServer& server) {
        return AnnouncedServer{"Latchkey on lobby", {server.address, server.key}};
    };
    std::vector<ChoicePhase> phases{choice::Deaf{},
                                    choice::Offering{},
                                    choice::Offering{std::vector(4, announced(secure))},
                                    choice::Offering{std::vector(4, announced(plain))},
                                    choice::Checking{announced(secure)},
                                    choice::Asking{announced(secure), secure},
                                    choice::Asking{announced(plain), plain}};
    for (const Cause cause : {Cause::NoConnection, Cause::AnotherKey, Cause::NotKept})
        phases.push_back(choice::Refused{announced(secure), cause, secure.key->groups()});
    return phases;
}

// What is said and cannot be read whole.
QStringList cutIn(QWidget& view) {
    QStringList cut;
    for (const FittedLabel* label : view.findChildren<FittedLabel*>()) {
        if (label->isVisibleTo(&view) && !label->text().isEmpty() && !label->fits(label->size()))
            cut.append(label->text());
    }
    return cut;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

  private slots:
    void everyLanguageSaysEverything_data();
    void everyLanguageSaysEverything();
    void whatIsFilledInIsInEveryTranslation_data();
    void whatIsFilledInIsInEveryTranslation();
    void everythingFitsOnEveryScreen_data();
    void everythingFitsOnEveryScreen();

  private:
    void eachTranslation();
};

void TestTranslations::eachTranslation() {
    QTest::addColumn<QString>("tag");
    for (const Language& language : languages()) {
        if (language.tag != "en") QTest::newRow(qPrintable(language.tag)) << language.tag;
    }
}

void TestTranslations::everyLanguageSaysEverything_data() {
    eachTranslation();
}

void TestTranslations::everyLanguageSaysEverything() {
    QFETCH(QString, tag);
    static const Catalogue kWanted = wanted();
    QVERIFY(kWanted.size() > 50);
    const Catalogue have = catalogueIn(fileOf(tag));
    for (const auto& [text, message] : kWanted) {
        const auto found = have.find(text);
        QVERIFY2(found != have.end(), qPrintable(text));
        QVERIFY2(found->second.finished, qPrintable(text));
        QCOMPARE(found->second.hasPlural, message.hasPlural);
        for (const QString& form : found->second.texts) QVERIFY2(!form.trimmed().isEmpty(), qPrintable(text));
    }
    for (const auto& [text, message] : have) QVERIFY2(kWanted.contains(text), qPrintable("unused: " + text));
}

void TestTranslations::whatIsFilledInIsInEveryTranslation_data() {
    eachTranslation();
}

void TestTranslations::whatIsFilledInIsInEveryTranslation() {
    QFETCH(QString, tag);
    for (const auto& [text, message] : catalogueIn(fileOf(tag))) {
        for (const QString& form : message.texts)
            QVERIFY2(placeholdersIn(form) == placeholdersIn(text), qPrintable(text + " → " + form));
    }
}

void TestTranslations::everythingFitsOnEveryScreen_data() {
    QTest::addColumn<QString>("tag");
    for (const Language& language : languages()) QTest::newRow(qPrintable(language.tag)) << language.tag;
}

void TestTranslations::everythingFitsOnEveryScreen() {
    QFETCH(QString, tag);
    ManualScheduler scheduler;
    LanguageSwitch speaks(scheduler, tag);
    const LobbyParts parts{scheduler, [] { return std::chrono::sys_seconds(12h); }, speaks};
    const SettingsWatch noSettings(
        "", [] { return std::nullopt; }, scheduler);
    Appearance appearance;
    for (const Language& language : languages()) appearance.languages.append(language.tag);
    for (const QSize screen : {QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 720), QSize(800, 480)}) {
        QWidget window;
        window.resize(screen);
        LoginView loginView(Theme(), &window);
        NumberView number(Theme(), &window);
        DashboardView dashboard(Theme(), &window);
        MessageView message(Theme(), &window);
        SetupView setup(Theme(), &window);
        const int room = screen.height() - std::min(screen.width(), screen.height()) / 5;
        for (QWidget* view : {static_cast<QWidget*>(&loginView), static_cast<QWidget*>(&number),
                              static_cast<QWidget*>(&dashboard), static_cast<QWidget*>(&message),
                              static_cast<QWidget*>(&setup)}) {
            view->resize(screen.width(), room);
            view->show();
        }
        const auto whole = [&](QWidget& view) {
            QVERIFY2(cutIn(view).isEmpty(),
                     qPrintable(QString("%1x%2: ").arg(screen.width()).arg(screen.height()) +
                                cutIn(view).join("; ")));
        };
        loginView.showCode(code(), kNow);
        QVERIFY(loginView.findChild<TypedCodeStrip*>()->isVisibleTo(&loginView));
        whole(loginView);
        loginView.showPhoneHere(code(), kNow);
        whole(loginView);
        number.setNumber({"42"});
        whole(number);
        dashboard.setLogin(login(), kNow, kWall);
        whole(dashboard);
        message.showDeclined();
        whole(message);
        message.showSigningOut({true});
        whole(message);
        message.showGoodbye({phase::Goodbye::Cause::Elsewhere});
        whole(message);
        message.showAway({phase::Away::Cause::Unreachable, "", kNow - 48h, kNow + 8s, true}, {kWall, kNow});
        whole(message);
        message.showRefused({"", kNow + 8s}, kNow);
        whole(message);
        message.showWrongServer({"", kNow + 8s}, kNow);
        whole(message);
        TroubleFace trouble({parts, appearance, appearance.light, &window}, noSettings);
        trouble.resize(screen);
        trouble.grab(); // lays it out
        whole(trouble);
        for (const ChoicePhase& phase : choicePhases()) {
            setup.show(phase);
            setup.grab(); // a card places its words when it is drawn
            whole(setup);
        }
    }
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
