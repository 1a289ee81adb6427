#include "app/widgets/rich_label.h"

#include "app/widgets/accessible_role.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace latchkey {

namespace {

constexpr int kSmallestSize = 10; // pixels: legible at arm's length

// One that opens no file, whatever the text names.
class ClosedDocument : public QTextDocument {
  protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

// The foot of the last line that lies within the height.
double lastWholeLine(const QTextDocument& document, double height) {
    double foot = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QPointF origin = document.documentLayout()->blockBoundingRect(block).topLeft();
        for (int index = 0; index < block.layout()->lineCount(); ++index) {
            const double end = origin.y() + block.layout()->lineAt(index).rect().bottom();
            if (end > height + 1) return foot;
            foot = end;
        }
    }
    return foot;
}

} // namespace

RichLabel::RichLabel(const Theme& theme, QWidget* parent) : QWidget(parent), m_colour(theme.ink) {
    setAccessibleRole(*this, QAccessible::StaticText);
}

void RichLabel::setMarkdown(const QString& markdown) {
    if (m_markdown == markdown) return;
    m_markdown = markdown;
    ClosedDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownNoHTML);
    setAccessibleName(document.toPlainText());
    update();
}

void RichLabel::setPixelSize(double pixels) {
    m_pixelSize = std::max(static_cast<int>(pixels), kSmallestSize);
    update();
}

void RichLabel::layOut(QTextDocument& document, int pixelSize, int width) const {
    document.setDocumentMargin(0);
    document.setDefaultFont(themeFont(pixelSize));
    document.setIndentWidth(pixelSize * 1.2);
    QTextOption option = document.defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto); // an operator's text is of whatever language
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    document.setMarkdown(m_markdown, QTextDocument::MarkdownNoHTML);
    document.setTextWidth(width);
}

int RichLabel::heightFor(int width) const {
    if (m_markdown.isEmpty()) return 0;
    ClosedDocument document;
    layOut(document, m_pixelSize, width);
    return static_cast<int>(std::ceil(document.size().height()));
}

void RichLabel::paintEvent(QPaintEvent*) {
    if (m_markdown.isEmpty()) return;
    ClosedDocument document;
    const int smallest = std::max(m_pixelSize * 3 / 5, kSmallestSize);
    int size = m_pixelSize;
    layOut(document, size, width());
    while (document.size().height() > height() && size > smallest) layOut(document, --size, width());

    QPainter painter(this);
    painter.setClipRect(QRectF(0, 0, width(), lastWholeLine(document, height())));
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_colour);
    document.documentLayout()->draw(&painter, context);
}

} // namespace latchkey
