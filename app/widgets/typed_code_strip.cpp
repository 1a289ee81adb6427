#include "app/widgets/typed_code_strip.h"

#include <QStringList>

namespace latchkey {

namespace {

// As a screen reader is to say it: letter by letter.
QString spelled(const QString& code) {
    QStringList letters;
    for (const QChar character : code) {
        if (character != '-') letters.append(character);
    }
    return letters.join(' ');
}

} // namespace

TypedCodeStrip::TypedCodeStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_where(new FittedLabel(this)), m_code(new FittedLabel(this)) {
    m_where->setColour(theme.muted);
    m_code->setColour(theme.ink);
    m_code->setFace(Face::Code);
}

void TypedCodeStrip::setCode(const QString& code, const QString& address) {
    m_where->setText(tr("No camera? Open %1 and type").arg(address));
    m_code->setText(code);
    m_code->setAccessibleName(spelled(code));
}

void TypedCodeStrip::clear() {
    m_where->clear();
    m_code->clear();
}

int TypedCodeStrip::arrange(int width) {
    if (m_code->text().isEmpty()) return 0;
    const double unit = unitOf(*this);
    m_where->setStyle(2.5 * unit, QFont::Medium, 3);
    m_code->setStyle(4.6 * unit, QFont::Bold);
    const int padding = static_cast<int>(3.2 * unit);
    const int foot = static_cast<int>(1.6 * unit);
    const int inner = width - 2 * padding;
    int height = 0;
    if (width >= 56 * unit) {
        height = static_cast<int>(7.6 * unit);
        const int code = m_code->sizeFor(inner).width();
        m_where->setGeometry(padding, 0, inner - code - static_cast<int>(2.6 * unit), height);
        m_code->setGeometry(width - padding - code, 0, code, height);
    } else {
        const int line = static_cast<int>(6.4 * unit);
        height = 2 * line;
        m_where->setGeometry(padding, 0, inner, line);
        m_code->setGeometry(padding, line, inner, line);
    }
    return m_where->fits(m_where->size()) && m_code->fits(m_code->size()) ? height + foot : 0;
}

} // namespace latchkey
