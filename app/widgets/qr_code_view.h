// A QR code on its own white card, drawn to be scanned: black on white in any theme, every module the same
// whole number of device pixels (also where the device pixel ratio is a fraction), the quiet zone of four
// modules always kept, nothing on top, and as large as the square allows. Without a code, the bare card.
//
// A code that follows another of its size fades in over it, for a quarter of a second, in as few pictures as
// look smooth; where nothing may move, it is there at once. A code that is taken off is gone at once.
#pragma once

#include "app/widgets/theme.h"
#include "common/qr_matrix.h"

#include <QVariantAnimation>
#include <QWidget>

#include <optional>

namespace latchkey {

class QrCodeView : public QWidget {
    Q_OBJECT

  public:
    QrCodeView(const Theme& theme, QWidget* parent);

    void setCode(const QrMatrix& matrix);
    void clear();
    // The code is the only one there: none is fading.
    bool settled() const { return !m_before.has_value(); }
    bool hasCode() const { return m_matrix.has_value(); }

    // Of the card's rounded corners, in pixels, for what stands around it.
    double cornerRadius() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int modulesAcross() const;
    QRect middle() const;

    Theme m_theme;
    std::optional<QrMatrix> m_matrix;
    std::optional<QrMatrix> m_before; // while the code fades in over this one
    QVariantAnimation m_fade;         // its steps, from 0
    int m_fadeStep = 0;               // that is on the screen
};

} // namespace latchkey
