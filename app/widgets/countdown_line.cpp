#include "app/widgets/countdown_line.h"

#include "app/widgets/arrangement.h"

namespace latchkey {

CountdownLine::CountdownLine(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_ring(new CountdownRing(theme, this)), m_sentence(new FittedLabel(this)) {
    m_ring->hide();
    m_sentence->setColour(theme.muted);
}

void CountdownLine::setAccessibleText(const QString& accessibleText) {
    m_sentence->setAccessibleName(accessibleText);
}

void CountdownLine::showLeft(double left, const QString& sentence) {
    m_ring->setFraction(left);
    say(sentence, true);
}

void CountdownLine::showSentence(const QString& sentence) {
    say(sentence, false);
}

// Another number in the same sentence is as wide, but for how many digits it has.
void CountdownLine::say(const QString& sentence, bool withRing) {
    const bool asWide = sentence.size() == m_sentence->text().size() && withRing == !m_ring->isHidden();
    m_sentence->setText(sentence);
    m_ring->setVisible(withRing);
    if (!asWide) arrange();
}

void CountdownLine::place(QRect area, double pixelSize, QFont::Weight weight) {
    setGeometry(area);
    m_sentence->setStyle(pixelSize, weight);
    arrange();
}

void CountdownLine::arrange() {
    const int ring = m_ring->isHidden() ? 0 : height();
    const int gap = ring * 6 / 17;
    const int sentence = m_sentence->sizeFor(width() - ring - gap).width();
    const int left = (width() - ring - gap - sentence) / 2;
    m_ring->setGeometry(left, 0, ring, ring);
    m_sentence->setGeometry(left + ring + gap, 0, sentence, height());
    mirrorWhereRightToLeft(*this);
}

} // namespace latchkey
