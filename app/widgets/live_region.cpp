#include "app/widgets/live_region.h"

#include "app/widgets/accessible_role.h"

namespace latchkey {

// Nothing to see, and still shown: a reader passes over what is hidden.
LiveRegion::LiveRegion(QWidget* parent) : QWidget(parent) {
    setAccessibleRole(*this, QAccessible::Notification);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(1, 1);
}

void LiveRegion::say(const QString& sentence) {
    setAccessibleName(sentence);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, sentence);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Assertive); // the screen is another one now
#else
    QAccessibleEvent event(this, QAccessible::ObjectShow);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace latchkey
