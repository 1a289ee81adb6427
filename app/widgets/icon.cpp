#include "app/widgets/icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

struct Named {
    Icon icon;
    const char* name;
};

constexpr std::array kIcons{
    Named{Icon::Check, "check"},     Named{Icon::Cross, "cross"},
    Named{Icon::Dots, "dots"},       Named{Icon::Exclamation, "exclamation"},
    Named{Icon::Key, "key"},         Named{Icon::Phone, "phone"},
    Named{Icon::Lock, "lock"},       Named{Icon::Globe, "globe"},
    Named{Icon::Camera, "camera"},   Named{Icon::Scan, "scan"},
    Named{Icon::Approve, "approve"}, Named{Icon::Info, "info"},
    Named{Icon::Clock, "clock"},     Named{Icon::Calendar, "calendar"},
    Named{Icon::Map, "map"},         Named{Icon::Lift, "lift"},
    Named{Icon::Parking, "parking"}, Named{Icon::Coffee, "coffee"},
    Named{Icon::Wifi, "wifi"},       Named{Icon::Door, "door"},
    Named{Icon::People, "people"},   Named{Icon::Warning, "warning"},
};

QByteArray drawingOf(Icon icon) {
    const auto* named =
        std::ranges::find_if(kIcons, [icon](const Named& candidate) { return candidate.icon == icon; });
    QFile file(QString(":/icons/%1.svg").arg(named->name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::optional<Icon> iconNamed(const QString& name) {
    for (const Named& named : kIcons) {
        if (name == named.name) return named.icon;
    }
    return std::nullopt;
}

void paintIcon(QPainter& painter, Icon icon, const QRectF& square, const QColor& colour) {
    QSvgRenderer renderer(drawingOf(icon).replace("currentColor", colour.name().toLatin1()));
    renderer.render(&painter, square);
}

} // namespace latchkey
