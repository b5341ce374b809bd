// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/told.h"

#include <QAccessibleWidget>
#include <QTimer>
#include <QWidget>

namespace coroscope::app {

/// Asks the widget at each call whether it is a Told still: as it is being destroyed it is none.
class ToldInterface final : public QAccessibleWidget {
public:
    ToldInterface(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    [[nodiscard]] QString text(QAccessible::Text which) const override {
        const auto* told = dynamic_cast<const Told*>(widget());
        const bool asked = which == QAccessible::Description && told != nullptr;
        return asked ? told->told() : QAccessibleWidget::text(which);
    }

    [[nodiscard]] static QAccessibleInterface* make(const QString&, QObject* object) {
        auto* widget = qobject_cast<QWidget*>(object);
        const auto* told = dynamic_cast<const Told*>(widget);
        return told == nullptr ? nullptr : new ToldInterface(widget, told->role_);
    }
};

Told::Told(QAccessible::Role role) : role_(role) {
    static const bool installed = [] {
        QAccessible::installFactory(&ToldInterface::make);
        return true;
    }();
    Q_UNUSED(installed);
}

void Told::tellSoon(QWidget& self) {
    // While a run is played, nobody can listen to more.
    constexpr int kSoon = 150;
    if (telling_ || !QAccessible::isActive() || !self.isVisible()) return;
    telling_ = true;
    QTimer::singleShot(kSoon, &self, [this, &self] {
        telling_ = false;
        QAccessibleEvent event(&self, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    });
}

}  // namespace coroscope::app
