#include "app/views/setup_window.h"

#include "app/views/backdrop.h"
#include "app/widgets/arrangement.h"

#include <QCloseEvent>
#include <QPainter>

#include <algorithm>

namespace latchkey {

SetupWindow::SetupWindow(const Appearance& appearance, const QTime& timeOfDay)
    : m_appearance(appearance),
      m_theme(m_appearance.themeAt(timeOfDay)),
      m_mark(new Emblem(m_theme, this)),
      m_logo(new Picture(appearance.logo, this)),
      m_brand(new FittedLabel(this)),
      m_view(new SetupView(m_theme, this)) {
    setWindowTitle(tr("Latchkey"));
    setMinimumSize(480, 360);
    m_mark->setSign(Icon::Key, Emblem::Tone::Strong);
    m_mark->setVisible(appearance.logo.isNull());
    m_logo->setVisible(!appearance.logo.isNull());
    m_logo->setAccessibleName(appearance.name);
    m_brand->setText(appearance.name);
    m_brand->setColour(m_theme.ink);
}

void SetupWindow::paintEvent(QPaintEvent*) {
    if (m_background.isNull()) m_background = paintedBackdrop(*this, m_appearance, m_theme);
    QPainter(this).drawPixmap(0, 0, m_background);
}

// The line on top has the place that it has on a KioskFace, so that nothing jumps when that one comes.
void SetupWindow::resizeEvent(QResizeEvent*) {
    m_background = {};
    const double unit = unitOf(*this);
    const int margin = static_cast<int>(5 * unit);
    const int top = static_cast<int>(12 * unit);
    const int drop = static_cast<int>(unit);
    const int half = (width() - 2 * margin) / 2;
    const int mark = static_cast<int>(5.6 * unit);
    const int high = static_cast<int>(7 * unit);
    const int logo = std::min(m_logo->widthFor(high), half / 2);
    m_mark->setGeometry(margin, (top - mark) / 2 + drop, mark, mark);
    m_logo->setGeometry(margin, (top - high) / 2 + drop, logo, high);
    const int indent = (m_mark->isHidden() ? logo : mark) + static_cast<int>(1.6 * unit);
    m_brand->setStyle(3.4 * unit, QFont::DemiBold);
    m_brand->setGeometry(margin + indent, drop, half - indent, top);
    m_view->setGeometry(0, top, width(), height() - top - static_cast<int>(4 * unit));
    mirrorWhereRightToLeft(*this);
}

void SetupWindow::closeEvent(QCloseEvent* event) {
    event->ignore();
    emit closeRequested();
}

} // namespace latchkey
