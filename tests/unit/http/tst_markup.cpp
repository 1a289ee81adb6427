#include "server/http/markup.h"
#include "tests/support/show_strings.h"

#include <QTest>

using namespace latchkey;

class TestMarkup : public QObject {
    Q_OBJECT

  private slots:
    void rendersWhatATileMayHave_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("markup");
        const auto row = [](const char* text, const char* markup) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(markup);
        };
        row("", "");
        row("\n \n", "");
        row("one\ntwo\r\n\nthree", "<p>one two</p><p>three</p>");
        row("**bold** and *italic*", "<p><strong>bold</strong> and <em>italic</em></p>");
        row("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>");
        row("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>");
        row("**a *b***", "<p><strong>a <em>b</em></strong></p>");
        row("***both***", "<p><strong><em>both</em></strong></p>");
        row("*a*b*c*", "<p><em>a</em>b<em>c</em></p>");
        row("- one\n- *two*\n  goes on\n\nafter",
            "<ul><li>one</li><li><em>two</em> goes on</li></ul><p>after</p>");
        row("before\n- one", "<p>before</p><ul><li>one</li></ul>");
    }
    void rendersWhatATileMayHave() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, markup);
        QCOMPARE(tileMarkup(text.toStdString()), markup.toStdString());
    }

    void whatIsNoMarkupStaysAsItIs_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"2 * 3 * 4", "a * b", "**open", "*", "**", "****", "* *", "** **", "-x",
                                 "1. one", "# no heading", "[no](link)", "_no_", "`no`", "a\\b"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void whatIsNoMarkupStaysAsItIs() {
        QFETCH(QByteArray, text);
        QCOMPARE(tileMarkup(text.toStdString()), "<p>" + text.toStdString() + "</p>");
    }

    void htmlIsEscapedWhereverItIs() {
        QCOMPARE(tileMarkup("<b> **<i>** & \"x\"\n- '<u>'"),
                 std::string("<p>&lt;b&gt; <strong>&lt;i&gt;</strong> &amp; &quot;x&quot;</p>"
                             "<ul><li>&#39;&lt;u&gt;&#39;</li></ul>"));
    }

    // Whatever an operator pastes: nothing takes long, and every element that is opened is closed.
    void stressfulStarsEndWell() {
        for (const std::string part : {"*", "**", "*a", "**a", "* a*", "***a b**"}) {
            std::string text;
            while (text.size() < 2000) text += part;
            const QByteArray markup = QByteArray::fromStdString(tileMarkup(text));
            QCOMPARE(markup.count("<em>"), markup.count("</em>"));
            QCOMPARE(markup.count("<strong>"), markup.count("</strong>"));
        }
    }
};

QTEST_APPLESS_MAIN(TestMarkup)
#include "tst_markup.moc"
