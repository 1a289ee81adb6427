// The signs and little drawings of the display client: SVG files of resources/icons, all by one hand, each in
// the one colour that it is asked for.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace latchkey {

enum class Icon {
    // What kind of news something is.
    Check,
    Cross,
    Dots,
    Exclamation,
    Key,
    Phone,
    Lock,
    Globe,
    // The steps of signing in.
    Camera,
    Scan,
    Approve,
    // What an operator's tile can have; by name, see DashboardTile.
    Info,
    Clock,
    Calendar,
    Map,
    Lift,
    Parking,
    Coffee,
    Wifi,
    Door,
    People,
    Warning,
};

// "calendar" is Icon::Calendar. Nothing for a name that this program does not know.
std::optional<Icon> iconNamed(const QString& name);

// Fills the square with the icon, in that colour.
void paintIcon(QPainter& painter, Icon icon, const QRectF& square, const QColor& colour);

} // namespace latchkey
