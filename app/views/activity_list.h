// What happened lately with a person's own devices, newest first: when, what and where. So that whoever did
// not do it notices.
#pragma once

#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"
#include "common/wire.h"

#include <QDateTime>

#include <vector>

namespace latchkey {

// "Front desk, Building A"; what an unregistered screen is called where there is none.
QString placeName(const std::optional<KioskLabel>& kiosk);

class ActivityList : public Panel {
    Q_OBJECT

  public:
    ActivityList(const Theme& theme, QWidget* parent);

    // wall: what time it is here. Passes over events that this program has no words for.
    void setActivity(const std::vector<Activity>& activity, const QDateTime& wall);
    void clear() { setActivity({}, {}); }
    bool empty() const { return m_rows.empty(); }

    // How high it wants to be; unit: of its texts, see unitOf().
    int heightFor(double unit) const;
    // Places what is on it, in the size it has: as many rows as there is room for.
    void arrange(double unit);

  private:
    struct Row {
        FittedLabel* time;
        FittedLabel* what;
        FittedLabel* where;
    };
    FittedLabel* makeLabel(const QString& text, const QColor& colour);

    Theme m_theme;
    FittedLabel* m_title;
    std::vector<Row> m_rows;
};

} // namespace latchkey
