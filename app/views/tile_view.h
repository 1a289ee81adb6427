// One of the operator's tiles on a dashboard: a title with a sign, a text, and perhaps a link to take along
// as a QR code.
#pragma once

#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/qr_code_view.h"
#include "app/widgets/rich_label.h"
#include "app/widgets/theme.h"
#include "common/wire.h"

namespace latchkey {

class TileView : public Panel {
    Q_OBJECT

  public:
    // With a link that no QR code can hold, the tile goes without.
    TileView(const Theme& theme, const DashboardTile& tile, QWidget* parent);

    // How high it wants to be at that width; unit: of its texts, see unitOf().
    int heightFor(int width, double unit) const;
    // Places what is on it, in the size it has.
    void arrange(double unit);

  private:
    struct Measures {
        int padding;
        int gap;
        int title;  // height
        int code;   // side; 0 without one
        int column; // width of the words
    };
    Measures measuresFor(int width, double unit) const;
    void style(double unit) const;

    Emblem* m_sign;
    FittedLabel* m_title;
    RichLabel* m_text;
    QrCodeView* m_code = nullptr;
    int m_modules = 0; // on the code's side, with its quiet zone
};

} // namespace latchkey
