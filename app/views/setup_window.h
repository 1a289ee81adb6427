// The window of a screen that has no server yet: whose screen it is, and the view of the choice. It stays
// until it is let go, as the one that comes after it.
#pragma once

#include "app/views/appearance.h"
#include "app/views/setup_view.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/picture.h"

#include <QPixmap>
#include <QTime>
#include <QWidget>

namespace latchkey {

class SetupWindow : public QWidget {
    Q_OBJECT

  public:
    // timeOfDay: says whether it is dark or light.
    SetupWindow(const Appearance& appearance, const QTime& timeOfDay);

    const Theme& theme() const { return m_theme; }
    SetupView& view() { return *m_view; }

  signals:
    // Somebody closed the window. It stays until whoever listens lets it go.
    void closeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    Appearance m_appearance;
    const Theme& m_theme; // of the appearance
    Emblem* m_mark;
    Picture* m_logo;
    FittedLabel* m_brand;
    SetupView* m_view;
    QPixmap m_background; // as large as the window; null: not painted yet
};

} // namespace latchkey
