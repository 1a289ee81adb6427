#include "qr_drawing.h"
#include "test_key.h"
#include "tests/phone/qr_reader.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTransform>

using namespace latchkey::phone;

namespace {

using Texts = std::vector<std::string>;

const Texts kOne{kQrString};

} // namespace

class TestPhoneQrReader : public QObject {
    Q_OBJECT

  private slots:
    void readsAScreenshotOfAKiosk_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("moduleSize");
        QTest::addColumn<QColor>("surround");
        for (const QSize size : {QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 720), QSize(3840, 2160)}) {
            for (const int moduleSize : {2, 3, 4, 6, 9, 12, 24, 36}) {
                const int side = drawCode(kQrString, 1).width() * moduleSize;
                if (side > std::min(size.width(), size.height())) continue;
                for (const char* surround : {"white", "black", "#2a7fff"}) {
                    QTest::addRow("%dx%d, %d px a module, on %s", size.width(), size.height(), moduleSize,
                                  surround)
                        << size << moduleSize << QColor(surround);
                }
            }
        }
    }

    void readsAScreenshotOfAKiosk() {
        QFETCH(QSize, size);
        QFETCH(int, moduleSize);
        QFETCH(QColor, surround);
        const QImage screen = drawScreen(size, surround, drawCode(kQrString, moduleSize));

        QCOMPARE(readQrCodes(screen), kOne);
    }

    void readsOnePixelAModule() { QCOMPARE(readQrCodes(drawCode(kQrString, 1)), kOne); }

    void readsALargeCodeThatFillsTheImage() { QCOMPARE(readQrCodes(drawCode(kQrString, 40)), kOne); }

    void readsATurnedScreen_data() {
        QTest::addColumn<int>("degrees");
        for (const int degrees : {90, 180, 270, 5, 45}) QTest::addRow("%d degrees", degrees) << degrees;
    }

    void readsATurnedScreen() {
        QFETCH(int, degrees);
        const QImage screen = drawScreen({1280, 720}, Qt::white, drawCode(kQrString, 8));

        QCOMPARE(readQrCodes(screen.transformed(QTransform().rotate(degrees), Qt::SmoothTransformation)),
                 kOne);
    }

    void readsASmallTurnedCode() {
        const QImage screen = drawScreen({1100, 1000}, QColor("#10202c"), drawCode(kQrString, 2));

        QCOMPARE(readQrCodes(screen.transformed(QTransform().rotate(17), Qt::SmoothTransformation)), kOne);
    }

    void readsAScreenshotThatWasScaled_data() {
        QTest::addColumn<double>("factor");
        for (const double factor : {0.4, 0.75, 1.25, 1.7}) QTest::addRow("times %.2f", factor) << factor;
    }

    void readsAScreenshotThatWasScaled() {
        QFETCH(double, factor);
        const QImage screen = drawScreen({1920, 1080}, QColor("#10202c"), drawCode(kQrString, 8));
        const QSize size = (QSizeF(screen.size()) * factor).toSize();

        QCOMPARE(readQrCodes(screen.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)), kOne);
    }

    void readsThemeColoursAndLightOnDark_data() {
        QTest::addColumn<QColor>("dark");
        QTest::addColumn<QColor>("light");
        QTest::newRow("navy on cream") << QColor("#0b2545") << QColor("#fdf6e3");
        QTest::newRow("grey on white") << QColor("#606060") << QColor("white");
        QTest::newRow("white on black") << QColor("white") << QColor("black");
    }

    void readsThemeColoursAndLightOnDark() {
        QFETCH(QColor, dark);
        QFETCH(QColor, light);

        QCOMPARE(readQrCodes(drawScreen({1280, 720}, light, drawCode(kQrString, 6, {dark, light}))), kOne);
    }

    void transparentCountsAsWhite() {
        QCOMPARE(readQrCodes(drawCode(kQrString, 6, {Qt::black, Qt::transparent})), kOne);
    }

    void readsEveryPixelFormatOfQImage_data() {
        QTest::addColumn<int>("format");
        for (int format = QImage::Format_Mono; format < QImage::NImageFormats; ++format) {
            if (format == QImage::Format_Alpha8) continue; // an image that is all transparency
            QTest::addRow("format %d", format) << format;
        }
    }

    void readsEveryPixelFormatOfQImage() {
        QFETCH(int, format);
        const QImage screen = drawScreen({401, 399}, Qt::white, drawCode(kQrString, 5));

        QCOMPARE(readQrCodes(screen.convertToFormat(static_cast<QImage::Format>(format))), kOne);
    }

    void findsEveryCodeOnce() {
        QImage screen = drawScreen({1920, 1080}, QColor("#10202c"), drawCode("in the middle", 6));
        QPainter painter(&screen);
        painter.drawImage(20, 20, drawCode(kQrString, 5));
        painter.drawImage(1500, 700, drawCode(kQrString, 5));
        painter.end();

        Texts texts = readQrCodes(screen);

        std::ranges::sort(texts);
        QCOMPARE(texts, (Texts{kQrString, "in the middle"}));
    }

    void findsNothingWhereThereIsNoCode() {
        QVERIFY(readQrCodes(QImage()).empty());
        QVERIFY(readQrCodes(QImage(1, 1, QImage::Format_RGB32)).empty());
        QVERIFY(
            readQrCodes(drawScreen({1280, 720}, Qt::white, QImage(100, 100, QImage::Format_RGB32))).empty());
    }

    void findsNothingInNoise() {
        QRandomGenerator random(1);
        QImage noise(400, 300, QImage::Format_Grayscale8);
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x)
                noise.scanLine(y)[x] = static_cast<uchar>(random.generate());
        }

        QVERIFY(readQrCodes(noise).empty());
    }

    void findsNothingInHalfACode() {
        const QImage code = drawCode(kQrString, 6);

        QVERIFY(readQrCodes(code.copy(0, 0, code.width() / 2, code.height())).empty());
    }
};

QTEST_GUILESS_MAIN(TestPhoneQrReader)
#include "tst_phone_qr_reader.moc"
