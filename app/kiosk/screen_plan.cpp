#include "app/kiosk/screen_plan.h"

namespace latchkey {

ScreenPlan planScreens(const QList<ScreenInfo>& screens, const QString& output) {
    ScreenPlan plan;
    for (qsizetype at = 0; at < screens.size(); ++at) {
        if (screens[at].geometry.isEmpty()) continue; // what stands in for a screen while there is none
        const bool wanted = !output.isEmpty() && screens[at].name == output;
        if (!plan.login || wanted) plan.login = at;
        if (wanted) break;
    }
    if (!plan.login) return plan;
    const QRect login = screens[*plan.login].geometry;
    for (qsizetype at = 0; at < screens.size(); ++at) {
        const QRect geometry = screens[at].geometry;
        if (!geometry.isEmpty() && !geometry.intersects(login)) plan.covered.append(at);
    }
    return plan;
}

} // namespace latchkey
