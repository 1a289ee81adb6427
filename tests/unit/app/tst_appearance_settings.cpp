#include "app/appearance_settings.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace latchkey;

namespace {

using Flags = std::map<std::string, std::vector<std::string>>;

Result<Appearance, std::string> appearance(const Flags& flags) {
    SettingSources sources;
    sources.flags = flags;
    return appearanceFrom(*Settings::load(appearanceSettingSpecs(), sources));
}

QString errorOf(const Flags& flags) {
    const auto result = appearance(flags);
    return result ? QString("no error") : QString::fromStdString(result.error());
}

} // namespace

class TestAppearanceSettings : public QObject {
    Q_OBJECT

  private slots:
    void isLatchkeysOwnWithoutSettings();
    void isDarkByScheduleOnly();
    void takesColoursTextSizeAndMotion();
    void readsALogo_data();
    void readsALogo();
    void namesABadValue_data();
    void namesABadValue();
    void refusesColoursThatCannotBeReadInAThemeInUse();
    void refusesAPictureThatHidesTheText();
    void takesACalmPicture();
    void offersTheLanguagesInTheOperatorsOrder();

  private:
    std::string picture(const char* name, const QColor& left, const QColor& right);

    TemporaryFolder m_folder;
};

std::string TestAppearanceSettings::picture(const char* name, const QColor& left, const QColor& right) {
    QImage image(400, 200, QImage::Format_RGB32);
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) image.setPixelColor(x, y, x < 200 ? left : right);
    }
    const std::string file = m_folder.file(name).string();
    image.save(QString::fromStdString(file));
    return file;
}

void TestAppearanceSettings::isLatchkeysOwnWithoutSettings() {
    const auto plain = appearance({});
    QVERIFY2(bool(plain), qPrintable(errorOf({})));
    QCOMPARE(plain->name, "Latchkey");
    QVERIFY(plain->logo.isNull());
    QCOMPARE(plain->themeAt(QTime(23, 0)).ink, Theme::light().ink);
    QCOMPARE(plain->languages.size(), 15);
    QVERIFY(plain->light.motion);
}

void TestAppearanceSettings::isDarkByScheduleOnly() {
    const auto always = appearance({{"theme", {"dark"}}});
    QCOMPARE(always->themeAt(QTime(12, 0)).ink, Theme::dark().ink);
    const auto scheduled = appearance({{"theme", {"schedule"}}, {"dark_hours", {"20:00-06:00"}}});
    QCOMPARE(scheduled->themeAt(QTime(12, 0)).ink, Theme::light().ink);
    QCOMPARE(scheduled->themeAt(QTime(20, 0)).ink, Theme::dark().ink);
}

void TestAppearanceSettings::takesColoursTextSizeAndMotion() {
    const auto own = appearance({{"name", {"City Clinic"}},
                                 {"accent", {"#1d3f8f"}},
                                 {"background", {"#ffffff"}},
                                 {"text_scale", {"150%"}},
                                 {"reduced_motion", {"true"}}});
    QVERIFY(bool(own));
    QCOMPARE(own->name, "City Clinic");
    QCOMPARE(own->light.accent, QColor("#1d3f8f"));
    QCOMPARE(own->light.backgroundBottom, QColor(Qt::white));
    QCOMPARE(own->light.textScale, 1.5);
    QVERIFY(!own->light.motion);
    QVERIFY(!own->dark.motion);
}

void TestAppearanceSettings::readsALogo_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("a photograph") << QByteArray("logo.png");
    QTest::newRow("a drawing") << QByteArray("logo.svg");
}

void TestAppearanceSettings::readsALogo() {
    QFETCH(QByteArray, name);
    std::string file = picture("logo.png", Qt::red, Qt::blue);
    if (name.endsWith("svg")) {
        file = m_folder.write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
                                          "<rect width='20' height='20' fill='red'/></svg>");
    }
    const auto with = appearance({{"logo", {file}}});
    QVERIFY(bool(with));
    QCOMPARE(with->logo.width(), 2 * with->logo.height());
    QCOMPARE(with->logo.pixelColor(with->logo.width() / 4, with->logo.height() / 2), QColor(Qt::red));
}

void TestAppearanceSettings::namesABadValue_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char* key, const char* value, const char* named) {
        QTest::addRow("%s %s", key, value) << QByteArray(key) << QByteArray(value) << QByteArray(named);
    };
    row("theme", "purple", "light, dark or schedule");
    row("dark_hours", "dusk", "19:00-07:00");
    row("accent", "green", "#0a6655");
    row("accent", "#12345", "#0a6655");
    row("dark_background", "#gggggg", "#0a6655");
    row("text_scale", "90%", "100%");
    row("text_scale", "201%", "200%");
    row("text_scale", "big", "100%");
    row("logo", "/nonexistent.png", "PNG, JPEG or SVG");
    row("background_picture", "/dev/null", "PNG, JPEG or SVG");
    row("language", "xx", "en, de, fr");
    row("languages", "xx", "en, de, fr");
}

void TestAppearanceSettings::namesABadValue() {
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, named);
    const QString error = errorOf({{key.toStdString(), {value.toStdString()}}});
    QVERIFY2(error.startsWith("--" + QString(key).replace('_', '-') + ":"), qPrintable(error));
    QVERIFY2(error.contains(named), qPrintable(error));
}

void TestAppearanceSettings::refusesColoursThatCannotBeReadInAThemeInUse() {
    const QString error = errorOf({{"accent", {"#ffc857"}}});
    QVERIFY2(error.contains("4.5 : 1") && error.contains("#ffc857"), qPrintable(error));
    QVERIFY(!appearance({{"accent", {"#ffc857"}}, {"theme", {"schedule"}}}));
    QVERIFY(bool(appearance({{"accent", {"#ffc857"}}, {"theme", {"dark"}}}))); // nobody sees it
    QVERIFY(bool(appearance({{"dark_accent", {"#ffc857"}}, {"theme", {"dark"}}})));
    QVERIFY(!appearance({{"dark_accent", {"#1d3f8f"}}, {"theme", {"schedule"}}}));
}

void TestAppearanceSettings::refusesAPictureThatHidesTheText() {
    const std::string harsh = picture("harsh.png", Qt::black, Qt::white);
    const QString error = errorOf({{"background_picture", {harsh}}});
    QVERIFY2(error.contains("background") && error.contains("calmer picture"), qPrintable(error));
}

void TestAppearanceSettings::takesACalmPicture() {
    const std::string calm = picture("calm.png", QColor("#dfe9e6"), QColor("#c8d8d2"));
    const auto with = appearance({{"background_picture", {calm}}});
    QVERIFY2(bool(with), qPrintable(errorOf({{"background_picture", {calm}}})));
    QCOMPARE(with->background.size(), QSize(400, 200));
}

void TestAppearanceSettings::offersTheLanguagesInTheOperatorsOrder() {
    const auto two = appearance({{"languages", {"fr", "de", "fr"}}, {"language", {"de"}}});
    QCOMPARE(two->languages, QStringList({"fr", "de"}));
    QVERIFY(errorOf({{"languages", {"fr", "de"}}}).contains("not among them"));
}

QTEST_MAIN(TestAppearanceSettings)
#include "tst_appearance_settings.moc"
