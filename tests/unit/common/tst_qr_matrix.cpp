#include "common/lnurl.h"
#include "common/qr_matrix.h"
#include "tests/phone/qr_reader.h"
#include "tests/support/show_strings.h"
#include "tests/unit/phone/qr_drawing.h"

#include <QTest>
#include <qrcodegen.hpp>

#include <random>

using namespace latchkey;

namespace {

std::string textOf(std::mt19937& random, std::string_view alphabet, std::size_t length) {
    std::string text;
    while (text.size() < length) text += alphabet[random() % alphabet.size()];
    return text;
}

// A server whose host has 20 characters, and a registered kiosk.
const std::string kQrString =
    "https://lobby.example.office/fast?s=0123456789abcdef&c=0123456789abcdef&t=6926d1f0&k=k1234567";
const std::string kWithLnurl =
    kQrString + "&lightning=" +
    toLnurl("https://lobby.example.office/ln?tag=login&k1=" + std::string(64, '5') + "&k=k1234567");

// The text as one segment, which is what the library makes of it by itself.
int sizeInOneSegment(const std::string& text) {
    return qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM).getSize();
}

} // namespace

class TestQrMatrix : public QObject {
    Q_OBJECT

  private slots:
    void hasTheThreeFinderPatterns() {
        const auto matrix = QrMatrix::encode("http://192.168.1.20:8420/fast");
        QVERIFY(matrix);
        const auto isFinder = [&](int x, int y) { // ISO/IEC 18004 §6.3.3
            bool matches = true;
            for (int i = 0; i < 49; ++i) {
                const int ring = std::max(std::abs(i % 7 - 3), std::abs(i / 7 - 3));
                matches = matches && matrix->dark(x + i % 7, y + i / 7) == (ring != 2);
            }
            return matches;
        };
        const int far = matrix->size() - 7;
        QVERIFY(isFinder(0, 0) && isFinder(far, 0) && isFinder(0, far));
        QVERIFY(!isFinder(far, far));
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

    void anLnurlCostsFewerModulesThanItsBytes() {
        QCOMPARE(QrMatrix::encode(kQrString)->size(), 41);
        QCOMPARE(QrMatrix::encode(kWithLnurl)->size(), 61);
        QCOMPARE(sizeInOneSegment(kWithLnurl), 69);
    }

    void isNeverLargerThanInOneSegment() {
        std::mt19937 random(40);
        for (int round = 0; round < 60; ++round) {
            std::string text;
            for (auto parts = 1 + random() % 5; parts > 0; --parts) {
                const std::string_view alphabet =
                    std::array<std::string_view, 3>{"0123456789", "ABCXYZ0189:/", "abcxyz&=?"}[random() % 3];
                text += textOf(random, alphabet, random() % 200);
            }
            QVERIFY2(QrMatrix::encode(text)->size() <= sizeInOneSegment(text), text.c_str());
        }
    }

    void aPhoneReadsWhatWasEncoded_data() {
        QTest::addColumn<std::string>("text");
        QTest::newRow("a QR string") << kQrString;
        QTest::newRow("a QR string with an LNURL") << kWithLnurl;
        QTest::newRow("an LNURL") << toLnurl(kQrString);
        std::mt19937 random(25);
        for (int round = 0; round < 40; ++round) {
            std::string text;
            for (auto parts = 2 + random() % 5; parts > 0; --parts) {
                const std::string_view alphabet = std::array<std::string_view, 3>{
                    "0123456789", "ABCXYZ0189 $%*+-./:", "abcxyz&=?_!"}[random() % 3];
                text += textOf(random, alphabet, 1 + random() % 80);
            }
            QTest::addRow("%d: %zu characters", round, text.size()) << text;
        }
    }
    void aPhoneReadsWhatWasEncoded() {
        QFETCH(std::string, text);
        const auto texts = phone::readQrCodes(phone::drawCode(text, 4));
        QCOMPARE(texts.size(), 1U);
        QCOMPARE(texts.front(), text);
    }

    void keepsBytesThatAreZero() {
        QVERIFY(*QrMatrix::encode(std::string("a\0b", 3)) != *QrMatrix::encode("a"));
    }

    void holdsAsMuchAsTheStandardSays() { // table 7, version 40-M
        QVERIFY(QrMatrix::encode(std::string(5596, '7')));
        QVERIFY(!QrMatrix::encode(std::string(5597, '7')));
        QVERIFY(QrMatrix::encode(std::string(3391, 'A')));
        QVERIFY(!QrMatrix::encode(std::string(3392, 'A')));
        QVERIFY(QrMatrix::encode(std::string(2331, 'a')));
        QVERIFY(!QrMatrix::encode(std::string(2332, 'a')));
        QVERIFY(!QrMatrix::encode(std::string(1 << 20, '7')));
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
