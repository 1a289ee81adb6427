// The one window of the program. It shows a face in the theme of the hour and the language that somebody
// chose, and stays until it is let go.
#pragma once

#include "app/views/appearance.h"
#include "app/views/lobby_face.h"
#include "app/widgets/live_region.h"

#include <QPixmap>
#include <QWidget>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace latchkey {

class LobbyWindow : public QWidget {
    Q_OBJECT

  public:
    // The face that this window is there for.
    using MakeFace = std::function<std::unique_ptr<LobbyFace>(const FaceSetting&)>;

    LobbyWindow(const LobbyParts& parts, const Appearance& appearance, MakeFace makeFace);
    ~LobbyWindow() override;

    // What the face is shown in now.
    const Theme& theme() const { return *m_theme; }

    // Where the face goes, from where it belongs: against burn-in.
    void setShift(QPoint offset);

    // Has screen readers say it, whatever they are at.
    void announce(const QString& sentence);

  signals:
    // A sentence that a screen reader says now, in the language shown: what has changed on the screen.
    // Nothing private is in it.
    void announced(const QString& sentence);
    // Another face, in another theme or language: whatever stands over it has to follow.
    void faceChanged();
    // Somebody closed the window. It stays until whoever listens lets it go.
    void closeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void showFace();
    void announceFace();
    void tick();
    void followTheHour();
    QTime timeOfDay() const;

    LobbyParts m_parts;
    Appearance m_appearance;
    MakeFace m_makeFace;
    const Theme* m_theme;                                                // of the appearance
    std::optional<std::chrono::sys_time<std::chrono::minutes>> m_minute; // of the last tick
    LiveRegion* m_live;
    QString m_faceSaid; // the last of the faces' announcements
    QPoint m_shift;
    QPixmap m_background; // as large as the window; null: not painted yet
    std::unique_ptr<LobbyFace> m_face;
    Scheduler::Call m_nextTick;
};

} // namespace latchkey
