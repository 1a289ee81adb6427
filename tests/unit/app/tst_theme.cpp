#include "app/widgets/theme.h"

#include <QTest>

#include <cmath>

using namespace latchkey;

namespace {

// WCAG 2.1: relative luminance.
double luminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

  private slots:
    void everyTextStandsOutFromItsGround_data();
    void everyTextStandsOutFromItsGround();
    void aCodesCardIsWhite();
};

void TestTheme::everyTextStandsOutFromItsGround_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    const Theme theme;
    const QMap<QString, QColor> grounds{
        {"top", theme.backgroundTop}, {"bottom", theme.backgroundBottom}, {"card", theme.card}};
    const QMap<QString, QColor> texts{{"ink", theme.ink}, {"muted", theme.muted}, {"accent", theme.accent}};
    for (const QString& text : texts.keys()) {
        for (const QString& ground : grounds.keys()) {
            QTest::newRow(qPrintable(text + " on " + ground)) << texts[text] << grounds[ground];
        }
    }
    QTest::newRow("ink on soft accent") << theme.ink << theme.accentSoft;
    QTest::newRow("accent on soft accent") << theme.accent << theme.accentSoft;
    QTest::newRow("accent on line") << theme.accent << theme.line;
    QTest::newRow("on accent") << theme.onAccent << theme.accent;
    QTest::newRow("on accent, pressed") << theme.onAccent << theme.accentPressed;
    QTest::newRow("alarm on soft alarm") << theme.alarm << theme.alarmSoft;
    QTest::newRow("muted on line") << theme.muted << theme.line;
}

void TestTheme::everyTextStandsOutFromItsGround() {
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
}

void TestTheme::aCodesCardIsWhite() {
    QCOMPARE(Theme().card, QColor(Qt::white));
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
