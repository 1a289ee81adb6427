#include "app/views/lobby_face.h"

#include "app/widgets/arrangement.h"
#include "app/widgets/time_text.h"

#include <QApplication>

#include <algorithm>

namespace latchkey {

LobbyFace::LobbyFace(const FaceSetting& setting)
    : QWidget(setting.window),
      m_parts(setting.parts),
      m_theme(setting.theme),
      m_mark(new Emblem(m_theme, this)),
      m_logo(new Picture(setting.appearance.logo, this)),
      m_brand(new FittedLabel(this)),
      m_clock(new FittedLabel(this)) {
    const QString& name = setting.appearance.name;
    const bool hasLogo = !setting.appearance.logo.isNull();
    m_mark->setSign(Icon::Key, Emblem::Tone::Strong);
    m_mark->setVisible(!hasLogo);
    m_logo->setVisible(hasLogo);
    m_logo->setAccessibleName(name);
    m_brand->setText(name);
    m_brand->setColour(m_theme.ink);
    m_clock->setColour(m_theme.ink);
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (setting.appearance.languages.size() > 1) offerLanguages(setting.appearance.languages);
    showMinute();
}

void LobbyFace::offerLanguages(const QStringList& tags) {
    const QString current = language().current();
    const auto spoken = std::ranges::find(languages(), current, &Language::tag);
    m_languageButton = new BigButton(m_theme, spoken->ownName, this, BigButton::Tone::Quiet);
    m_languageButton->setSign(Icon::Globe);
    m_languageButton->setAccessibleName(tr("Language: %1").arg(spoken->ownName));
    m_languageSheet = new LanguageSheet(m_theme, tags, current, this);
    connect(m_languageButton, &QPushButton::clicked, m_languageSheet, &LanguageSheet::open);
    connect(m_languageSheet, &LanguageSheet::left, m_languageButton, qOverload<>(&QWidget::setFocus));
    // Queued: the face that has the button is going to be replaced.
    connect(m_languageSheet, &LanguageSheet::chosen, &language(), &LanguageSwitch::choose,
            Qt::QueuedConnection);
}

void LobbyFace::focusOn(QWidget& view, bool another) {
    if (another && m_languageSheet) m_languageSheet->hide();
    const QWidget* const focused = QApplication::focusWidget();
    if (another ? !overAllFaces(focused) : !focused || !focused->isVisible()) view.setFocus();
}

bool LobbyFace::overAllFaces(const QWidget* widget) const {
    return widget && widget->isVisible() && widget->window() == window() && widget != window() &&
           !isAncestorOf(widget);
}

QDateTime LobbyFace::wallTime() const {
    return localTime(m_parts.now());
}

void LobbyFace::showMinute() {
    m_clock->setText(wallTime().toString(QStringLiteral("HH:mm")));
}

void LobbyFace::resizeEvent(QResizeEvent*) {
    const int top = static_cast<int>(12 * unitOf(*this));
    arrangeTop(top);
    arrangeBody(rect().adjusted(0, top, 0, 0));
    if (m_languageSheet) m_languageSheet->setGeometry(rect());
    mirrorWhereRightToLeft(*this);
}

void LobbyFace::arrangeTop(int height) {
    const double unit = unitOf(*this);
    const int margin = static_cast<int>(5 * unit);
    const int half = (width() - 2 * margin) / 2;
    const int drop = static_cast<int>(unit);
    m_brand->setStyle(3.4 * unit, QFont::DemiBold);
    m_clock->setStyle(4 * unit, QFont::Medium);

    const int mark = static_cast<int>(5.6 * unit);
    const int high = static_cast<int>(7 * unit);
    const int logo = std::min(m_logo->widthFor(high), half / 2);
    m_mark->setGeometry(margin, (height - mark) / 2 + drop, mark, mark);
    m_logo->setGeometry(margin, (height - high) / 2 + drop, logo, high);
    const int indent = (m_mark->isHidden() ? logo : mark) + static_cast<int>(1.6 * unit);
    m_brand->setGeometry(margin + indent, drop, half - indent, height);

    const int clock = static_cast<int>(14 * unit);
    m_clock->setGeometry(width() - margin - clock, drop, clock, height);
    if (!m_languageButton) return;
    const QSize button(static_cast<int>(26 * unit), static_cast<int>(7.4 * unit));
    m_languageButton->setGeometry(
        {{width() - margin - clock - button.width(), drop + (height - button.height()) / 2}, button});
}

} // namespace latchkey
