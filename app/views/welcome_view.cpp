#include "app/views/welcome_view.h"

#include "app/widgets/arrangement.h"

#include <QResizeEvent>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int kFade = 280; // ms

}

WelcomeView::WelcomeView(const Theme& theme, Scheduler& scheduler, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_scheduler(scheduler),
      m_card(new Panel(theme.card, theme.accent, this)),
      m_check(new Emblem(theme, m_card)),
      m_welcome(new FittedLabel(m_card)),
      m_name(new FittedLabel(m_card)),
      m_opacity(new QGraphicsOpacityEffect(this)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGraphicsEffect(m_opacity);
    m_opacity->setEnabled(false);
    m_check->setSign(Icon::Check, Emblem::Tone::Strong);
    m_welcome->setText(tr("Welcome"));
    m_welcome->setColour(theme.muted);
    m_name->setColour(theme.ink);
    m_welcome->setAlignment(Qt::AlignCenter);
    m_name->setAlignment(Qt::AlignCenter);
    m_fade.setStartValue(1.0);
    m_fade.setEndValue(0.0);
    m_fade.setDuration(kFade);
    connect(&m_fade, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { m_opacity->setOpacity(value.toDouble()); });
    connect(&m_fade, &QVariantAnimation::finished, this, &WelcomeView::clear);
    hide();
}

void WelcomeView::greet(const QString& name) {
    clear();
    m_name->setText(name);
    m_over = m_scheduler.after(kLasts, [this] { fade(); });
    arrange();
    show();
    raise();
}

void WelcomeView::clear() {
    m_over.cancel();
    m_fade.stop();
    m_opacity->setEnabled(false);
    m_name->clear();
    hide();
}

void WelcomeView::fade() {
    if (!m_theme.motion) return clear();
    m_opacity->setOpacity(1);
    m_opacity->setEnabled(true);
    m_fade.start();
}

void WelcomeView::resizeEvent(QResizeEvent*) {
    arrange();
}

void WelcomeView::arrange() {
    const double unit = unitOf(*this);
    const QSize card(std::min(static_cast<int>(76 * unit), width()),
                     std::min(static_cast<int>(50 * unit), height()));
    m_card->setGeometry(QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
    m_card->setRadius(3 * unit);
    m_welcome->setStyle(4 * unit * m_theme.textScale, QFont::Normal);
    m_name->setStyle(6 * unit * m_theme.textScale, QFont::Bold, 2);
    // One below the other, close together, in the middle of the card.
    const int padding = static_cast<int>(4 * unit);
    const int inner = card.width() - 2 * padding;
    const int disc = static_cast<int>(18 * unit);
    const int gap = static_cast<int>(2 * unit);
    const int line = static_cast<int>(6 * unit);
    const int above = disc + gap + line;
    const int name = std::min(m_name->sizeFor(inner).height(), card.height() - above - padding);
    const int top = (card.height() - above - name) / 2;
    m_check->setGeometry((card.width() - disc) / 2, top, disc, disc);
    m_welcome->setGeometry(padding, top + disc + gap, inner, line);
    m_name->setGeometry(padding, top + above, inner, name);
}

} // namespace latchkey
