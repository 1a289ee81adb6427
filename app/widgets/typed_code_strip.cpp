#include "app/widgets/typed_code_strip.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace latchkey {

namespace {

// What one is about as long as.
constexpr QLatin1String kUsualCode("BCDF-GHJK");
constexpr QLatin1String kUsualAddress("sign-in.example/c");

// As a screen reader is to say it: letter by letter.
QString spelled(const QString& code) {
    QStringList letters;
    for (const QChar character : code) {
        if (character != '-') letters.append(character);
    }
    return letters.join(' ');
}

// On one line where it fits one: word joiners close the places where an address may break (UAX #14).
QString unbroken(const QString& address) {
    QString joined;
    for (const QChar character : address) {
        joined += character;
        if (character == '/' || character == '-' || character == ':' || character == '.')
            joined += QChar(0x2060);
    }
    return joined;
}

} // namespace

TypedCodeStrip::TypedCodeStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_ring(theme.paperInk), m_where(new FittedLabel(this)), m_code(new FittedLabel(this)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setFocusPolicy(Qt::TabFocus);
    m_where->setColour(theme.paperMuted);
    m_code->setColour(theme.paperInk);
    m_code->setFace(Face::Code);
}

void TypedCodeStrip::setCode(const QString& code, const QString& address) {
    const QString where = tr("No camera? Open %1 and type");
    m_where->setText(where.arg(unbroken(address)));
    m_where->setAccessibleName(where.arg(address));
    m_code->setText(code);
    m_code->setAccessibleName(spelled(code));
    setAccessibleName(where.arg(address) + ' ' + spelled(code));
}

void TypedCodeStrip::clear() {
    m_where->clear();
    m_code->clear();
}

void TypedCodeStrip::keepRoom() {
    if (m_code->text().isEmpty()) setCode(kUsualCode, kUsualAddress);
}

// Nothing to press, but a reader's way to the code.
void TypedCodeStrip::paintEvent(QPaintEvent*) {
    if (!hasFocus()) return;
    const double ring = height() / 20.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_ring, ring));
    const QRectF outline = QRectF(rect()).adjusted(ring, ring / 2, -ring, -ring / 2);
    painter.drawRoundedRect(outline, outline.height() / 4, outline.height() / 4);
}

int TypedCodeStrip::arrange(int width) {
    if (m_code->text().isEmpty()) return 0;
    const double unit = unitOf(*this);
    m_where->setStyle(2.5 * unit, QFont::Medium, 3);
    m_code->setStyle(4.6 * unit, QFont::Bold);
    const int padding = static_cast<int>(3.2 * unit);
    const int foot = static_cast<int>(1.2 * unit);
    const int inner = width - 2 * padding;
    const int high = static_cast<int>(7.2 * unit);
    if (width >= 56 * unit && placeBeside({padding, 0, inner, high}, unit)) return high + foot;
    const int line = static_cast<int>(6.4 * unit);
    return placeBelow({padding, 0, inner, line}) ? 2 * line + foot : 0;
}

// Whether both fit whole.
bool TypedCodeStrip::placeBeside(QRect line, double unit) {
    const int code = m_code->sizeFor(line.width()).width();
    const int where = std::max(line.width() - code - static_cast<int>(2.6 * unit), 0);
    m_where->setGeometry(line.left(), line.top(), where, line.height());
    m_code->setGeometry(line.left() + line.width() - code, line.top(), code, line.height());
    mirrorWhereRightToLeft(*this);
    return m_where->fits(m_where->size()) && m_code->fits(m_code->size());
}

bool TypedCodeStrip::placeBelow(QRect line) {
    m_where->setGeometry(line);
    m_code->setGeometry(line.translated(0, line.height()));
    return m_where->fits(line.size()) && m_code->fits(line.size());
}

} // namespace latchkey
