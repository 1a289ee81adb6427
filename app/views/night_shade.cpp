#include "app/views/night_shade.h"

#include <QEvent>
#include <QPainter>

namespace latchkey {

NightShade::NightShade(int brightness, QWidget* window) : QWidget(window), m_brightness(brightness) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(window->rect());
    window->installEventFilter(this);
    hide();
}

void NightShade::paintEvent(QPaintEvent*) {
    QColor dark(Qt::black);
    dark.setAlphaF(1 - m_brightness / 100.0);
    QPainter(this).fillRect(rect(), dark);
}

bool NightShade::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return false;
}

} // namespace latchkey
