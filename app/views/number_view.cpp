#include "app/views/number_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"

#include <QResizeEvent>

#include <algorithm>

namespace latchkey {

NumberView::NumberView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_shade(new Panel(theme.line, theme.line, this)),
      m_card(new Panel(theme.card, theme.card, this)),
      m_number(new FittedLabel(m_card)),
      m_emblem(new Emblem(theme, this)),
      m_status(new FittedLabel(this)),
      m_headline(new FittedLabel(this)),
      m_explanation(new FittedLabel(this)),
      m_notYours(new FittedLabel(this)),
      m_startOver(new BigButton(theme, tr("Start over"), this, BigButton::Tone::Quiet)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_headline, QAccessible::Heading);
    m_number->setColour(theme.accent);
    m_number->setAlignment(Qt::AlignCenter);
    m_emblem->setSign(Emblem::Sign::Phone, Emblem::Tone::Strong);
    m_status->setText(tr("A phone has opened the code"));
    m_status->setColour(theme.accent);
    m_headline->setText(tr("Tap this number on your phone"));
    m_headline->setColour(theme.ink);
    setAccessibleName(m_headline->text());
    m_explanation->setText(tr("Your phone asks which number you see."));
    m_explanation->setColour(theme.muted);
    m_notYours->setText(tr("Not your phone?"));
    m_notYours->setColour(theme.muted);
    m_startOver->setAccessibleDescription(m_notYours->text());
    setFocusProxy(m_startOver);
    connect(m_startOver, &QPushButton::clicked, this, &NumberView::startOverRequested);
}

void NumberView::setNumber(const phase::ShowingNumber& phase) {
    const QString number = QString::fromStdString(phase.number);
    m_number->setText(number);
    m_announcement =
        tr("A phone has opened the code. Tap the number %1 on your phone. Not your phone? Start over.")
            .arg(number);
    arrange();
}

void NumberView::resizeEvent(QResizeEvent*) {
    arrange();
}

void NumberView::arrange() {
    const double unit = unitOf(*this);
    wide(size()) ? arrangeBeside(unit) : arrangeBelow(unit);
    mirrorWhereRightToLeft(*this);
}

void NumberView::styleWords(double unit) {
    m_status->setStyle(3 * unit, QFont::DemiBold);
    m_headline->setStyle(9 * unit, QFont::Bold, 3);
    m_explanation->setStyle(3.8 * unit, QFont::Normal, 2);
    m_notYours->setStyle(3.2 * unit, QFont::Medium);
}

// Words and the way out on the left; the number on the right, where the code was.
void NumberView::arrangeBeside(double unit) {
    const int margin = static_cast<int>(std::min(10 * unit, width() * 0.06));
    const int room = height() - static_cast<int>(6 * unit);
    const int side = static_cast<int>(
        std::clamp((width() - 2.0 * margin) / 2, 45 * unit, std::min(65 * unit, room * 1.0)));
    placeCard({width() - margin - side, (room - side) / 2, side, side}, unit);

    const int columnWidth = width() - 2 * margin - side - static_cast<int>(6 * unit);
    const int gap = static_cast<int>(6 * unit);
    const int wayOut = placeWayOut({margin, 0}, columnWidth, Qt::AlignLeft, unit);
    const double size = shrunkToFit(unit * m_theme.textScale, room - gap - wayOut, [&](double wanted) {
        return placeWords({margin, 0, columnWidth, room}, Qt::AlignLeft, wanted);
    });
    const int words = placeWords({margin, 0, columnWidth, room}, Qt::AlignLeft, size);
    const int top = std::max((room - words - gap - wayOut) / 2, 0);
    placeWords({margin, top, columnWidth, room}, Qt::AlignLeft, size);
    placeWayOut({margin, top + words + gap}, columnWidth, Qt::AlignLeft, unit);
}

// The words, the number, the way out, one below the other, the air shared out between them.
void NumberView::arrangeBelow(double unit) {
    const int margin = static_cast<int>(8 * unit);
    const int columnWidth = width() - 2 * margin;
    const int wayOut = placeWayOut({margin, 0}, columnWidth, Qt::AlignHCenter, unit);
    const int wordsRoom = height() - wayOut - static_cast<int>(52 * unit);
    const double size = shrunkToFit(unit * m_theme.textScale, wordsRoom, [&](double wanted) {
        return placeWords({margin, 0, columnWidth, height()}, Qt::AlignHCenter, wanted);
    });
    const int words = placeWords({margin, 0, columnWidth, height()}, Qt::AlignHCenter, size);
    const int rest = height() - words - wayOut;
    const int side = static_cast<int>(std::clamp(rest - 12 * unit, 40 * unit, 84 * unit));
    const int gap = std::max((rest - side) / 4, 0);
    placeWords({margin, gap, columnWidth, height()}, Qt::AlignHCenter, size);
    placeCard({(width() - side) / 2, words + 2 * gap, side, side}, unit);
    placeWayOut({margin, words + side + 3 * gap}, columnWidth, Qt::AlignHCenter, unit);
}

void NumberView::placeCard(QRect area, double unit) {
    const int edge = std::max(static_cast<int>(0.15 * unit), 1);
    m_shade->setGeometry(area.adjusted(-edge, -edge, edge, edge));
    m_shade->setRadius(area.width() / 22.0 + edge);
    m_card->setGeometry(area);
    m_card->setRadius(area.width() / 22.0);
    m_number->setGeometry(m_card->rect());
    m_number->setStyle(0.66 * area.width(), QFont::Bold);
}

// Returns how much of the area's height it takes.
int NumberView::placeWords(QRect area, Qt::Alignment alignment, double unit) {
    styleWords(unit);
    const int disc = static_cast<int>(6 * unit);
    const int between = static_cast<int>(1.8 * unit);
    const int status = m_status->sizeFor(area.width() - disc - between).width();
    const int left = alignment == Qt::AlignHCenter
                         ? area.left() + (area.width() - disc - between - status) / 2
                         : area.left();
    m_emblem->setGeometry(left, area.top(), disc, disc);
    m_status->setGeometry(left + disc + between, area.top(), status, disc);

    m_headline->setAlignment(alignment | Qt::AlignTop);
    m_explanation->setAlignment(alignment | Qt::AlignTop);
    const int headlineTop = disc + static_cast<int>(3 * unit);
    const int headline = m_headline->sizeFor(area.width()).height();
    const int explanationTop = headlineTop + headline + static_cast<int>(1.6 * unit);
    const int explanation = m_explanation->sizeFor(area.width()).height();
    m_headline->setGeometry(area.left(), area.top() + headlineTop, area.width(), headline);
    m_explanation->setGeometry(area.left(), area.top() + explanationTop, area.width(), explanation);
    return explanationTop + explanation;
}

// The question, and the button as its answer: beside it, or below where there is no room. Returns how much
// height they take.
int NumberView::placeWayOut(QPoint topLeft, int width, Qt::Alignment alignment, double unit) {
    const QSize button(std::min(static_cast<int>(38 * unit), width), static_cast<int>(12.5 * unit));
    const int gap = static_cast<int>(3 * unit);
    const QSize question = m_notYours->sizeFor(width);
    const bool beside = question.width() + gap + button.width() <= width;
    const int used = beside ? question.width() + gap + button.width() : button.width();
    const int left = topLeft.x() + (alignment == Qt::AlignHCenter ? (width - used) / 2 : 0);
    if (beside) {
        m_notYours->setGeometry(left, topLeft.y(), question.width(), button.height());
        m_startOver->setGeometry({{left + question.width() + gap, topLeft.y()}, button});
        return button.height();
    }
    const int line = question.height() + static_cast<int>(unit);
    m_notYours->setGeometry(left, topLeft.y(), width, question.height());
    m_startOver->setGeometry({{left, topLeft.y() + line}, button});
    return line + button.height();
}

} // namespace latchkey
