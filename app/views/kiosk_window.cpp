#include "app/views/kiosk_window.h"

#include "app/views/backdrop.h"
#include "app/widgets/accessible_role.h"
#include "app/widgets/time_text.h"

#include <QCloseEvent>
#include <QPainter>

#include <utility>

namespace latchkey {

KioskWindow::KioskWindow(const FaceParts& parts, const Appearance& appearance)
    : m_parts(parts),
      m_appearance(appearance),
      m_theme(&m_appearance.themeAt(timeOfDay())),
      m_live(new LiveRegion(this)) {
    setAccessibleRole(*this, QAccessible::Window);
    setWindowTitle(tr("Latchkey"));
    setMinimumSize(480, 360);
    connect(&parts.language, &LanguageSwitch::changed, this, &KioskWindow::showFace);
    connect(&parts.session, &LoginSession::phaseChanged, this,
            [this] { m_parts.language.hold(m_parts.session.loginOpen()); });
    showFace();
    tick();
}

KioskWindow::~KioskWindow() = default;

void KioskWindow::showFace() {
    m_face.reset(); // before the next one takes its place in the order of focus
    m_face = std::make_unique<KioskFace>(m_parts, m_appearance, *m_theme, this);
    m_face->setHookFailed(m_hookFailed);
    m_face->setGeometry(rect().translated(m_shift));
    m_face->show();
    m_face->lower(); // below whatever stands over all faces
    connect(m_face.get(), &KioskFace::phaseShown, this, &KioskWindow::announceFace);
    announceFace();
    update();
    emit faceChanged();
}

// The same again, as for a code that follows another, is no news.
void KioskWindow::announceFace() {
    const QString sentence = m_face->announcement();
    if (!sentence.isEmpty() && std::exchange(m_faceSaid, sentence) != sentence) announce(sentence);
}

void KioskWindow::announce(const QString& sentence) {
    m_live->say(sentence);
    emit announced(sentence);
}

void KioskWindow::setHookFailed(bool failed) {
    m_hookFailed = failed;
    m_face->setHookFailed(failed);
}

void KioskWindow::setShift(QPoint offset) {
    m_shift = offset;
    m_face->move(offset);
}

QTime KioskWindow::timeOfDay() const {
    return localTime(m_parts.now()).time();
}

void KioskWindow::followTheHour() {
    const Theme* theme = &m_appearance.themeAt(timeOfDay());
    if (theme == m_theme) return;
    m_theme = theme;
    m_background = {};
    showFace();
}

// Once a second, on the second of the session's clock.
void KioskWindow::tick() {
    const auto minute = std::chrono::floor<std::chrono::minutes>(m_parts.now());
    if (std::exchange(m_minute, minute) != minute) {
        followTheHour();
        m_face->showMinute();
    }
    m_face->tick();
    m_nextTick = m_parts.scheduler.after(std::chrono::seconds(1), [this] { tick(); });
}

void KioskWindow::paintEvent(QPaintEvent*) {
    if (m_background.isNull()) m_background = paintedBackdrop(*this, m_appearance, *m_theme);
    QPainter(this).drawPixmap(0, 0, m_background);
}

void KioskWindow::resizeEvent(QResizeEvent*) {
    m_background = {};
    m_face->setGeometry(rect().translated(m_shift));
}

void KioskWindow::closeEvent(QCloseEvent* event) {
    event->ignore();
    emit closeRequested();
}

} // namespace latchkey
