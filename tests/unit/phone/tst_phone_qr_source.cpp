#include "qr_drawing.h"
#include "test_key.h"
#include "tests/phone/qr_reader.h"
#include "tests/phone/qr_source.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey::phone;

namespace {

bool says(const std::string& reason, const char* part) {
    return reason.find(part) != std::string::npos;
}

} // namespace

class TestPhoneQrSource : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        qunsetenv("WAYLAND_DISPLAY");
        qunsetenv("DISPLAY");
    }

    void readsAnImageFileWhateverItsNameEndsIn_data() {
        QTest::addColumn<QByteArray>("format");
        for (const char* format : {"png", "jpg", "bmp", "ppm"}) QTest::newRow(format) << QByteArray(format);
    }

    void readsAnImageFileWhateverItsNameEndsIn() {
        QFETCH(QByteArray, format);
        const QString file = m_folder.filePath("screenshot.dat");
        QVERIFY(drawCode(kQrString, 4).convertToFormat(QImage::Format_RGB32).save(file, format.constData()));

        const auto image = readImageFile(file.toStdString());

        QVERIFY(image);
        QCOMPARE(readQrCodes(*image), std::vector<std::string>{kQrString});
    }

    void saysWhyAFileCanNotBeRead() {
        const std::string missing = m_folder.filePath("missing.png").toStdString();

        const auto image = readImageFile(missing);

        QVERIFY(!image);
        QVERIFY(says(image.error(), missing.c_str()));
    }

    void withoutADisplayItSaysWhatToSet() {
        const auto screens = grabScreens();

        QVERIFY(!screens);
        QVERIFY(says(screens.error(), "DISPLAY"));
        QVERIFY(says(screens.error(), "screenshot"));
    }

    void onWaylandItSaysWhy() {
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        qputenv("DISPLAY", ":0");

        const auto screens = grabScreens();

        QVERIFY(!screens);
        QVERIFY(says(screens.error(), "Wayland"));
    }

    void aDisplayThatCanNotBeReachedIsNamed() {
        qputenv("DISPLAY", ":4242");

        const auto screens = grabScreens();

        QVERIFY(!screens);
        QVERIFY(says(screens.error(), ":4242"));
    }

    void theOffscreenPlatformGivesWayToAChoice() {
        qputenv("QT_QPA_PLATFORM", "minimal");
        preferOffscreenPlatform();
        QCOMPARE(qgetenv("QT_QPA_PLATFORM"), QByteArray("minimal"));

        qunsetenv("QT_QPA_PLATFORM");
        preferOffscreenPlatform();
        QCOMPARE(qgetenv("QT_QPA_PLATFORM"), QByteArray("offscreen"));
    }

    void theX11PlatformIsTriedOnlyWhereThereIsADisplay() {
        preferX11Platform();
        QCOMPARE(qgetenv("QT_QPA_PLATFORM"), QByteArray("offscreen"));

        qputenv("DISPLAY", ":4242");
        preferX11Platform();
        QCOMPARE(qgetenv("QT_QPA_PLATFORM"), QByteArray("xcb;offscreen"));
    }

  private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestPhoneQrSource)
#include "tst_phone_qr_source.moc"
