#include "app/views/lobby_window.h"

#include "app/views/backdrop.h"
#include "app/widgets/accessible_role.h"
#include "app/widgets/time_text.h"

#include <QCloseEvent>
#include <QPainter>

#include <utility>

namespace latchkey {

LobbyWindow::LobbyWindow(const LobbyParts& parts, const Appearance& appearance, MakeFace makeFace)
    : m_parts(parts),
      m_appearance(appearance),
      m_makeFace(std::move(makeFace)),
      m_theme(&m_appearance.themeAt(timeOfDay())),
      m_live(new LiveRegion(this)) {
    setAccessibleRole(*this, QAccessible::Window);
    setWindowTitle(tr("Latchkey"));
    setMinimumSize(480, 360);
    connect(&parts.language, &LanguageSwitch::changed, this, &LobbyWindow::showFace);
    showFace();
    tick();
}

LobbyWindow::~LobbyWindow() = default;

void LobbyWindow::showFace() {
    m_face.reset(); // before the next one takes its place in the order of focus
    m_face = m_makeFace({m_parts, m_appearance, *m_theme, this});
    m_face->setGeometry(rect().translated(m_shift));
    m_face->show();
    m_face->lower(); // below whatever stands over all faces
    connect(m_face.get(), &LobbyFace::shownAnew, this, &LobbyWindow::announceFace);
    announceFace();
    update();
    emit faceChanged();
}

// The same again, as for a code that follows another, is no news.
void LobbyWindow::announceFace() {
    const QString sentence = m_face->announcement();
    if (!sentence.isEmpty() && std::exchange(m_faceSaid, sentence) != sentence) announce(sentence);
}

void LobbyWindow::announce(const QString& sentence) {
    m_live->say(sentence);
    emit announced(sentence);
}

void LobbyWindow::setShift(QPoint offset) {
    m_shift = offset;
    m_face->move(offset);
}

QTime LobbyWindow::timeOfDay() const {
    return localTime(m_parts.now()).time();
}

void LobbyWindow::followTheHour() {
    const Theme* theme = &m_appearance.themeAt(timeOfDay());
    if (theme == m_theme) return;
    m_theme = theme;
    m_background = {};
    showFace();
}

// Once a second, on the second of the scheduler's clock.
void LobbyWindow::tick() {
    const auto minute = std::chrono::floor<std::chrono::minutes>(m_parts.now());
    if (std::exchange(m_minute, minute) != minute) {
        followTheHour();
        m_face->showMinute();
    }
    m_face->tick();
    m_nextTick = m_parts.scheduler.after(std::chrono::seconds(1), [this] { tick(); });
}

void LobbyWindow::paintEvent(QPaintEvent*) {
    if (m_background.isNull()) m_background = paintedBackdrop(*this, m_appearance, *m_theme);
    QPainter(this).drawPixmap(0, 0, m_background);
}

void LobbyWindow::resizeEvent(QResizeEvent*) {
    m_background = {};
    m_face->setGeometry(rect().translated(m_shift));
}

void LobbyWindow::closeEvent(QCloseEvent* event) {
    event->ignore();
    emit closeRequested();
}

} // namespace latchkey
