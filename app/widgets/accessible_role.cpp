#include "app/widgets/accessible_role.h"

#include <QAccessibleWidget>
#include <QLabel>

namespace latchkey {

namespace {

constexpr const char* kRole = "latchkeyAccessibleRole";

class Interface : public QAccessibleWidget {
  public:
    Interface(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    // Not the focus that a part of it has.
    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        if (widget()->focusProxy()) state.focused = false;
        return state;
    }

    QString text(QAccessible::Text kind) const override {
        const QString said = QAccessibleWidget::text(kind);
        const auto* label = qobject_cast<const QLabel*>(widget());
        return kind == QAccessible::Name && said.isEmpty() && label ? label->text() : said;
    }
};

QAccessibleInterface* interfaceFor(const QString&, QObject* object) {
    const QVariant role = object ? object->property(kRole) : QVariant();
    auto* widget = qobject_cast<QWidget*>(object);
    if (!role.isValid() || !widget) return nullptr;
    return new Interface(widget, static_cast<QAccessible::Role>(role.toInt())); // Qt's
}

} // namespace

void setAccessibleRole(QWidget& widget, QAccessible::Role role) {
    QAccessible::installFactory(interfaceFor); // once, however often
    widget.setProperty(kRole, static_cast<int>(role));
}

} // namespace latchkey
