// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/look.h"

#include <QFrame>
#include <QLabel>
#include <QVariant>

namespace coroscope::app {

namespace {

constexpr auto kLook = "coroscopeLook";

}  // namespace

void setLook(QWidget& widget, Look look) {
    if (lookOf(&widget) == look) return;
    widget.setProperty(kLook, static_cast<int>(look));
    widget.update();
}

void setGround(QFrame& frame, Look look) {
    setLook(frame, look);
    frame.setFrameShape(QFrame::StyledPanel);
}

Look lookOf(const QWidget* widget) {
    return widget == nullptr ? Look::Plain : static_cast<Look>(widget->property(kLook).toInt());
}

void setMuted(QLabel& label) { label.setForegroundRole(QPalette::PlaceholderText); }

}  // namespace coroscope::app
