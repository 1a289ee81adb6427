#include "common/qr_matrix.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

class TestQrMatrix : public QObject {
    Q_OBJECT

  private slots:
    void hasTheThreeFinderPatterns() {
        const auto matrix = QrMatrix::encode("http://192.168.1.20:8420/fast");
        QVERIFY(matrix);
        const int last = matrix->size() - 1;
        for (const auto& [x, y] : {std::pair(0, 0), std::pair(last - 6, 0), std::pair(0, last - 6)}) {
            for (int i = 0; i < 7; ++i) QVERIFY(matrix->dark(x + i, y) && matrix->dark(x, y + i));
            for (int i = 1; i < 6; ++i) QVERIFY(!matrix->dark(x + i, y + 1));
            QVERIFY(matrix->dark(x + 3, y + 3));
        }
        QVERIFY(!matrix->dark(last, last) || !matrix->dark(last - 6, last));
    }

    void isLightOutside() {
        const auto matrix = QrMatrix::encode("x");
        QVERIFY(matrix);
        QVERIFY(!matrix->dark(-1, 0) && !matrix->dark(0, -1));
        QVERIFY(!matrix->dark(matrix->size(), 0) && !matrix->dark(0, matrix->size()));
    }

    void aTypicalQrStringStaysSmall() {
        // A LAN address and a registered kiosk: every character makes the code denser.
        const auto matrix = QrMatrix::encode(
            "http://192.168.100.200:8420/fast?s=0123456789abcdef&c=0123456789abcdef&t=6926d1f0&k=k1234567");
        QVERIFY(matrix);
        QVERIFY2(matrix->size() <= 41, qPrintable(QString::number(matrix->size())));
    }

    void refusesWhatNoCodeHolds() {
        const auto matrix = QrMatrix::encode(std::string(3000, 'x'));
        QVERIFY(!matrix);
        QVERIFY(matrix.error().find("3000 bytes") != std::string::npos);
    }

    void drawsItsModulesAsSvgAndForATerminal() {
        const auto matrix = QrMatrix::encode("terminal");
        QVERIFY(matrix);
        const std::string side = std::to_string(matrix->size() + 8);
        QVERIFY(matrix->toSvg().find("viewBox=\"0 0 " + side + " " + side + "\"") != std::string::npos);
        QVERIFY(matrix->toSvg().find("M4 4h1v1h-1z") != std::string::npos);
        const QString terminal = QString::fromStdString(matrix->toTerminal());
        QCOMPARE(terminal.count('\n'), (matrix->size() + 8 + 1) / 2);
        QVERIFY(terminal.contains(QStringLiteral("█")) && terminal.contains(QStringLiteral("▀")));
    }
};

QTEST_APPLESS_MAIN(TestQrMatrix)
#include "tst_qr_matrix.moc"
