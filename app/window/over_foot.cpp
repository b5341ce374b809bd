// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/over_foot.h"

#include <algorithm>

#include <QEvent>
#include <QWidget>

namespace coroscope::app {

OverFoot::OverFoot(QWidget& strip, QWidget& ground)
    : QObject(&strip), strip_(strip), ground_(ground) {
    strip_.installEventFilter(this);
    ground_.installEventFilter(this);
}

void OverFoot::setActive(bool active) {
    active_ = active;
    place();
}

bool OverFoot::eventFilter(QObject* watched, QEvent* event) {
    const bool resized = watched == &ground_ && event->type() == QEvent::Resize;
    const bool changed = watched == &strip_ &&
                         (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest);
    if (resized || changed) place();
    return false;
}

void OverFoot::place() {
    if (!active_ || strip_.isHidden()) return;
    constexpr int kMargin = 6;
    constexpr int kBelow = 1;  // the legend is covered whole, what is above it stays in view
    const QRect ground(ground_.mapTo(strip_.parentWidget(), QPoint()), ground_.size());
    const int width = std::max(0, ground.width() - 2 * kMargin);
    const int height =
        strip_.hasHeightForWidth() ? strip_.heightForWidth(width) : strip_.sizeHint().height();
    strip_.setGeometry(ground.left() + kMargin, ground.bottom() + 1 - kBelow - height, width,
                       height);
    strip_.raise();
}

}  // namespace coroscope::app
