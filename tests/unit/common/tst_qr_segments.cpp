#include "common/qr_segments.h"
#include "tests/support/show_strings.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace latchkey;
using namespace std::string_literals;
using Mode = QrSegment::Mode;

Q_DECLARE_METATYPE(std::vector<QrSegment>)

namespace {

constexpr std::string_view kAlphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"; // table 5

bool canHold(const QrSegment& segment) {
    const auto in = [](std::string_view set) {
        return [set](char character) { return set.find(character) != std::string_view::npos; };
    };
    if (segment.mode == Mode::Numeric) return std::ranges::all_of(segment.text, in("0123456789"));
    return segment.mode == Mode::Byte || std::ranges::all_of(segment.text, in(kAlphanumeric));
}

// ISO/IEC 18004 §7.4.3 to §7.4.5.
int bits(const std::vector<QrSegment>& segments, int version) {
    int total = 0;
    for (const auto& [mode, text] : segments) {
        const int size = static_cast<int>(text.size());
        constexpr int kDigitsLeft[] = {0, 4, 7};
        total += qrHeaderBits(mode, version);
        if (mode == Mode::Numeric) total += size / 3 * 10 + kDigitsLeft[size % 3];
        if (mode == Mode::Alphanumeric) total += size / 2 * 11 + size % 2 * 6;
        if (mode == Mode::Byte) total += size * 8;
    }
    return total;
}

// By trying every segment that may come last, for every beginning of the text.
int fewestBits(std::string_view text, int version) {
    std::vector<int> fewest{0};
    for (std::size_t end = 1; end <= text.size(); ++end) {
        fewest.push_back(INT_MAX);
        for (std::size_t start = 0; start < end; ++start) {
            for (const Mode mode : {Mode::Numeric, Mode::Alphanumeric, Mode::Byte}) {
                const QrSegment last{mode, text.substr(start, end - start)};
                if (canHold(last)) fewest[end] = std::min(fewest[end], fewest[start] + bits({last}, version));
            }
        }
    }
    return fewest.back();
}

std::string joined(const std::vector<QrSegment>& segments) {
    std::string text;
    for (const QrSegment& segment : segments) text += segment.text;
    return text;
}

} // namespace

class TestQrSegments : public QObject {
    Q_OBJECT

  private slots:
    void splitsWhereItPays_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::vector<QrSegment>>("segments");
        const auto row = [](const char* name, const std::string& text, std::vector<QrSegment> segments) {
            QTest::newRow(name) << text << std::move(segments);
        };
        row("nothing", "", {});
        row("digits", "0123456789", {{Mode::Numeric, "0123456789"}});
        row("upper case", "LNURL1DP68GURN8GHJ7", {{Mode::Alphanumeric, "LNURL1DP68GURN8GHJ7"}});
        row("lower case", "lnurl1", {{Mode::Byte, "lnurl1"}});
        row("a few upper-case letters", "abcDEFghi", {{Mode::Byte, "abcDEFghi"}});
        row("a fallback", "https://h/?lightning=LNURL1DP68GURN8GHJ7UM9",
            {{Mode::Byte, "https://h/?lightning="}, {Mode::Alphanumeric, "LNURL1DP68GURN8GHJ7UM9"}});
        row("many digits", "tel:00000000000000000000",
            {{Mode::Byte, "tel:"}, {Mode::Numeric, "00000000000000000000"}});
        row("UTF-8", "z\xc3\xbcrich", {{Mode::Byte, "z\xc3\xbcrich"}});
    }
    void splitsWhereItPays() {
        QFETCH(std::string, text);
        QFETCH(std::vector<QrSegment>, segments);
        for (const int version : {1, 10, 27}) QVERIFY(splitForQrCode(text, version) == segments);
    }

    void countsAsTheStandardDoes() {
        QCOMPARE(qrHeaderBits(Mode::Numeric, 1), 14);
        QCOMPARE(qrHeaderBits(Mode::Alphanumeric, 9), 13);
        QCOMPARE(qrHeaderBits(Mode::Byte, 9), 12);
        QCOMPARE(qrHeaderBits(Mode::Byte, 10), 20);
        QCOMPARE(qrHeaderBits(Mode::Alphanumeric, 26), 15);
        QCOMPARE(qrHeaderBits(Mode::Numeric, 27), 18);
        QCOMPARE(qrHeaderBits(Mode::Byte, 40), 20);
    }

    void noOtherSplitTakesFewerBits() {
        std::mt19937 random(18004);
        std::size_t mostSegments = 0;
        for (int round = 0; round < 200; ++round) {
            std::string text;
            while (text.size() < 60) text.append(1 + random() % 12, "07AZ:az\xfc"[random() % 8]);
            const int version = std::array{1, 10, 27}[random() % 3];
            const auto segments = splitForQrCode(text, version);
            QVERIFY(std::ranges::all_of(segments, canHold));
            QCOMPARE(joined(segments), text);
            QVERIFY2(bits(segments, version) == fewestBits(text, version), text.c_str());
            mostSegments = std::max(mostSegments, segments.size());
        }
        QVERIFY(mostSegments > 4);
    }

    void losesNothingOfAnyText() {
        std::mt19937 random(7);
        for (int round = 0; round < 1000; ++round) {
            std::string text(random() % 300, '\0');
            const bool anything = random() % 2 == 0;
            char run = 'x';
            for (char& character : text) {
                if (random() % 10 == 0) run = kAlphanumeric[random() % kAlphanumeric.size()];
                character = anything ? static_cast<char>(random()) : run;
            }
            for (const int version : {1, 10, 27}) {
                const auto segments = splitForQrCode(text, version);
                QCOMPARE(joined(segments), text);
                QVERIFY(std::ranges::all_of(segments, canHold));
                QVERIFY(bits(segments, version) <= bits({{Mode::Byte, text}}, version) || text.empty());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestQrSegments)
#include "tst_qr_segments.moc"
