#include "app/widgets/qr_code_view.h"
#include "tests/support/qr_in_picture.h"

#include <QPainter>
#include <QTest>

using namespace latchkey;

namespace {

const char* const kText =
    "https://lobby.example.org/fast?s=Zk3vQ0pXb8mJYw2hT1rLcA&c=9uFq7sWzK4nE&t=65ec1a3f&k=k-4c8d1f0a";
const char* const kTextBefore =
    "https://lobby.example.org/fast?s=Zk3vQ0pXb8mJYw2hT1rLcA&c=0qWs8Kd3Lm7x&t=65ec1a21&k=k-4c8d1f0a";

// What a screen with this device pixel ratio shows of the view, which begins at an odd place.
QImage pictureOf(QrCodeView& view, double ratio) {
    const QPoint corner(7, 3);
    const QSize logical = view.size() + QSize(20, 20);
    QImage picture((QSizeF(logical) * ratio).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    picture.fill(QColor(0x20, 0x30, 0x40)); // dark surroundings
    QPainter painter(&picture);
    view.render(&painter, corner, QRegion(), QWidget::DrawChildren);
    return picture;
}

bool black(const QImage& picture, int x, int y) {
    return picture.pixelColor(x, y) == QColor(Qt::black);
}

// Where the black of the code begins and ends.
QRect extentOf(const QImage& picture) {
    QRect extent;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (black(picture, x, y)) extent |= QRect(x, y, 1, 1);
        }
    }
    return extent;
}

} // namespace

class TestQrCodeView : public QObject {
    Q_OBJECT

  private slots:
    void drawsWholePixelModules_data();
    void drawsWholePixelModules();
    void keepsTheQuietZoneOnADarkScreen();
    void isAsLargeAsTheSquareAllows();
    void isBlackOnWhiteInADarkTheme();
    void drawsTheLargestCode();
    void showsNoCodeOnceCleared();
    void fadesFromOneCodeToTheNext();
    void whatIsDarkInBothStaysDarkWhileOneFadesIntoTheOther();
    void aCodeOfAnotherSizeIsThereAtOnce();
    void changesAtOnceWhereNothingMayMove();
    void isGoneAtOnceWhenClearedWhileItFades();
    void hasAnAccessibleName();
};

void TestQrCodeView::drawsWholePixelModules_data() {
    QTest::addColumn<int>("side");
    QTest::addColumn<double>("ratio");
    for (const int side : {216, 331, 500, 756}) {
        for (const double ratio : {1.0, 1.25, 1.5, 1.75, 2.0}) {
            QTest::addRow("%d at %.2f", side, ratio) << side << ratio;
        }
    }
}

void TestQrCodeView::drawsWholePixelModules() {
    QFETCH(int, side);
    QFETCH(double, ratio);
    const QrMatrix matrix = *QrMatrix::encode(kText);
    QrCodeView view(Theme(), nullptr);
    view.resize(side, side);
    view.setCode(matrix);
    const QImage picture = pictureOf(view, ratio);

    const QRect extent = extentOf(picture);
    QCOMPARE(extent.width(), extent.height());
    QCOMPARE(extent.width() % matrix.size(), 0);
    const int module = extent.width() / matrix.size();
    for (int y = 0; y < extent.height(); ++y) {
        for (int x = 0; x < extent.width(); ++x) {
            const QColor expected = matrix.dark(x / module, y / module) ? Qt::black : Qt::white;
            if (picture.pixelColor(extent.topLeft() + QPoint(x, y)) != expected) {
                QFAIL(qPrintable(QString("pixel %1, %2 is not its module's").arg(x).arg(y)));
            }
        }
    }
    QCOMPARE(readQrCode(picture), kText);
}

void TestQrCodeView::keepsTheQuietZoneOnADarkScreen() {
    const QrMatrix matrix = *QrMatrix::encode(kText);
    QrCodeView view(Theme(), nullptr);
    view.resize(400, 400);
    view.setCode(matrix);
    for (const double ratio : {1.0, 1.25, 1.5}) {
        const QImage picture = pictureOf(view, ratio);
        const QRect extent = extentOf(picture);
        const int zone = QrMatrix::kQuietZone * extent.width() / matrix.size();
        for (int along = 0; along < extent.width(); ++along) {
            for (int depth = 1; depth <= zone; ++depth) {
                QCOMPARE(picture.pixelColor(extent.left() + along, extent.top() - depth), QColor(Qt::white));
                QCOMPARE(picture.pixelColor(extent.left() + along, extent.bottom() + depth),
                         QColor(Qt::white));
                QCOMPARE(picture.pixelColor(extent.left() - depth, extent.top() + along), QColor(Qt::white));
                QCOMPARE(picture.pixelColor(extent.right() + depth, extent.top() + along), QColor(Qt::white));
            }
        }
    }
}

void TestQrCodeView::isAsLargeAsTheSquareAllows() {
    const QrMatrix matrix = *QrMatrix::encode(kText);
    QrCodeView view(Theme(), nullptr);
    const int modules = matrix.size() + 2 * QrMatrix::kQuietZone;
    for (const int perModule : {4, 9}) {
        view.resize(perModule * modules, perModule * modules + 50);
        view.setCode(matrix);
        QCOMPARE(extentOf(pictureOf(view, 1)).width(), perModule * matrix.size());
    }
}

void TestQrCodeView::isBlackOnWhiteInADarkTheme() {
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    QrCodeView view(Theme(), nullptr);
    view.setPalette(dark);
    view.resize(300, 300);
    view.setCode(*QrMatrix::encode(kText));
    QCOMPARE(readQrCode(pictureOf(view, 1)), kText);
    QCOMPARE(pictureOf(view, 1).pixelColor(7 + 150, 3 + 2), QColor(Qt::white));
}

void TestQrCodeView::drawsTheLargestCode() {
    const QrMatrix matrix = *QrMatrix::encode(std::string(2300, 'x'));
    QCOMPARE(matrix.size(), 177);
    QrCodeView view(Theme(), nullptr);
    view.resize(400, 400);
    view.setCode(matrix);
    QCOMPARE(extentOf(pictureOf(view, 1)).width(), 2 * 177);
}

void TestQrCodeView::showsNoCodeOnceCleared() {
    QrCodeView view(Theme(), nullptr);
    view.resize(300, 300);
    view.setCode(*QrMatrix::encode(kText));
    view.clear();
    QVERIFY(!view.hasCode());
    QVERIFY(extentOf(pictureOf(view, 1)).isNull());
}

void TestQrCodeView::fadesFromOneCodeToTheNext() {
    QrCodeView view{Theme(), nullptr};
    view.resize(400, 400);
    view.show();
    view.setCode(*QrMatrix::encode(kTextBefore));
    QVERIFY(view.settled()); // nothing to fade from
    view.setCode(*QrMatrix::encode(kText));
    QVERIFY(!view.settled());
    QTRY_VERIFY(view.settled());
    QCOMPARE(readQrCode(view.grab().toImage()), kText);
}

void TestQrCodeView::whatIsDarkInBothStaysDarkWhileOneFadesIntoTheOther() {
    QrCodeView view{Theme(), nullptr};
    view.resize(400, 400);
    view.show();
    view.setCode(*QrMatrix::encode(kTextBefore));
    const QRect code = extentOf(view.grab().toImage());
    QSet<QRgb> between;
    const auto greys = [&] { return between.size() > 2; }; // and black, and white
    // A machine that stands still can miss a fade, and is shown another one.
    for (int fade = 0; fade < 20 && !greys(); ++fade) {
        view.setCode(*QrMatrix::encode(fade % 2 == 0 ? kText : kTextBefore));
        while (!view.settled()) {
            const QImage picture = view.grab().toImage();
            QVERIFY(black(picture, code.left(), code.top())); // of the finder pattern
            for (int x = code.left(); x <= code.right(); ++x)
                between.insert(picture.pixel(x, code.center().y()));
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
    QVERIFY(greys());
}

void TestQrCodeView::aCodeOfAnotherSizeIsThereAtOnce() {
    QrCodeView view{Theme(), nullptr};
    view.resize(400, 400);
    view.show();
    view.setCode(*QrMatrix::encode("short"));
    view.setCode(*QrMatrix::encode(kText));
    QVERIFY(view.settled());
    QCOMPARE(readQrCode(view.grab().toImage()), kText);
}

void TestQrCodeView::changesAtOnceWhereNothingMayMove() {
    Theme still;
    still.motion = false;
    QrCodeView view{still, nullptr};
    view.resize(400, 400);
    view.show();
    view.setCode(*QrMatrix::encode(kTextBefore));
    view.setCode(*QrMatrix::encode(kText));
    QVERIFY(view.settled());
    QCOMPARE(readQrCode(view.grab().toImage()), kText);
}

void TestQrCodeView::isGoneAtOnceWhenClearedWhileItFades() {
    QrCodeView view{Theme(), nullptr};
    view.resize(400, 400);
    view.show();
    view.setCode(*QrMatrix::encode(kTextBefore));
    view.setCode(*QrMatrix::encode(kText));
    view.clear();
    QVERIFY(view.settled());
    QCOMPARE(extentOf(view.grab().toImage()), QRect());
}

void TestQrCodeView::hasAnAccessibleName() {
    QVERIFY(!QrCodeView(Theme(), nullptr).accessibleName().isEmpty());
}

QTEST_MAIN(TestQrCodeView)
#include "tst_qr_code_view.moc"
