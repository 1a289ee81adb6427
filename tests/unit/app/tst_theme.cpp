#include "app/widgets/theme.h"

#include <QTest>

using namespace latchkey;

class TestTheme : public QObject {
    Q_OBJECT

  private slots:
    void contrastIsWcags_data();
    void contrastIsWcags();
    void everyTextCanBeReadInBothThemes();
    void anAccentBringsItsOwnShades();
    void anAccentThatCannotBeReadIsNamed();
    void aBackgroundThatCannotBeReadOnIsNamed();
    void aCodesPaperIsWhiteInEveryTheme();
};

void TestTheme::contrastIsWcags_data() {
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("the same") << QColor(1, 2, 3) << QColor(1, 2, 3) << 1.0;
    QTest::newRow("the lightest gray that passes on white")
        << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
    QTest::newRow("red on white") << QColor(Qt::red) << QColor(Qt::white) << 4.0;
}

void TestTheme::contrastIsWcags() {
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY(qAbs(contrastRatio(a, b) - ratio) < 0.005);
    QCOMPARE(contrastRatio(a, b), contrastRatio(b, a));
}

void TestTheme::everyTextCanBeReadInBothThemes() {
    QCOMPARE(legibilityProblem(Theme::light()), std::nullopt);
    QCOMPARE(legibilityProblem(Theme::dark()), std::nullopt);
}

void TestTheme::anAccentBringsItsOwnShades() {
    const Theme navy = Theme::light().withAccent(QColor("#1d3f8f"));
    QCOMPARE(legibilityProblem(navy), std::nullopt);
    QCOMPARE(navy.onAccent, QColor(Qt::white));
    const Theme amber = Theme::dark().withAccent(QColor("#ffc857"));
    QCOMPARE(legibilityProblem(amber), std::nullopt);
    QVERIFY(contrastRatio(amber.onAccent, amber.accent) > 7);
}

void TestTheme::anAccentThatCannotBeReadIsNamed() {
    const auto problem = legibilityProblem(Theme::light().withAccent(QColor("#ffc857")));
    QVERIFY(problem);
    QVERIFY2(problem->contains("#ffc857") && problem->contains("4.5 : 1"), qPrintable(*problem));
}

void TestTheme::aBackgroundThatCannotBeReadOnIsNamed() {
    const auto problem = legibilityProblem(Theme::light().withBackground(QColor("#5a6a66")));
    QVERIFY(problem && problem->contains("the background (#5a6a66)"));
}

void TestTheme::aCodesPaperIsWhiteInEveryTheme() {
    QCOMPARE(Theme::light().paper, QColor(Qt::white));
    QCOMPARE(Theme::dark().paper, QColor(Qt::white));
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
