#include "app/views/tile_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"

#include <algorithm>
#include <cmath>

namespace latchkey {

namespace {

constexpr int kSmallestModule = 2; // pixels: a phone does not tell smaller ones apart

}

TileView::TileView(const Theme& theme, const DashboardTile& tile, QWidget* parent)
    : Panel(theme.card, theme.line, parent),
      m_sign(new Emblem(theme, this)),
      m_title(new FittedLabel(this)),
      m_text(new RichLabel(theme, this)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_title, QAccessible::Heading);
    const auto icon = iconNamed(QString::fromStdString(tile.icon));
    m_sign->setVisible(icon.has_value());
    if (icon) m_sign->setSign(*icon, Emblem::Tone::Soft);
    m_title->setText(QString::fromStdString(tile.title));
    m_title->setColour(theme.ink);
    setAccessibleName(m_title->text());
    m_text->setMarkdown(QString::fromStdString(tile.text));
    if (tile.link.empty()) return;
    if (const auto matrix = QrMatrix::encode(tile.link)) {
        m_code = new QrCodeView(theme, this);
        m_code->setCode(*matrix);
        m_modules = matrix->size() + 2 * QrMatrix::kQuietZone;
        m_code->setAccessibleName(tr("QR code: %1").arg(QString::fromStdString(tile.link)));
    }
}

void TileView::style(double unit) const {
    m_title->setStyle(2.9 * unit, QFont::DemiBold, 2);
    m_text->setPixelSize(2.5 * unit);
}

TileView::Measures TileView::measuresFor(int width, double unit) const {
    Measures measures{};
    measures.padding = static_cast<int>(2 * unit);
    measures.gap = static_cast<int>(1.2 * unit);
    if (m_code) {
        // Whole pixels a module, so that none of the room is lost.
        const double wanted = std::min(15 * unit, width / 3.0);
        const int module = std::max(static_cast<int>(std::lround(wanted / m_modules)), kSmallestModule);
        measures.code = std::min(module * m_modules, width / 2);
    }
    measures.column = width - 2 * measures.padding - (m_code ? measures.code + measures.gap : 0);
    const int sign = m_sign->isHidden() ? 0 : static_cast<int>(4.6 * unit);
    const int words = std::max(measures.column - (sign ? sign + measures.gap : 0), 1);
    measures.title = std::max(sign, m_title->sizeFor(words).height());
    return measures;
}

int TileView::heightFor(int width, double unit) const {
    style(unit);
    const Measures measures = measuresFor(width, unit);
    const int text = m_text->heightFor(measures.column);
    const int words = measures.title + (text ? measures.gap + text : 0);
    return std::max(words, measures.code) + 2 * measures.padding;
}

void TileView::arrange(double unit) {
    style(unit);
    const Measures measures = measuresFor(width(), unit);
    setRadius(1.6 * unit);
    const int left = measures.padding;
    const int sign = m_sign->isHidden() ? 0 : static_cast<int>(4.6 * unit);
    const int indent = sign ? sign + measures.gap : 0;
    m_sign->setGeometry(left, measures.padding, sign, sign);
    m_title->setGeometry(left + indent, measures.padding, measures.column - indent, measures.title);
    const int top = measures.padding + measures.title + measures.gap;
    m_text->setGeometry(left, top, measures.column, std::max(height() - top - measures.padding, 0));
    if (m_code) {
        const int side = std::min(measures.code, height() - 2 * measures.padding);
        m_code->setGeometry(width() - measures.padding - side, measures.padding, side, side);
    }
    mirrorWhereRightToLeft(*this);
}

} // namespace latchkey
