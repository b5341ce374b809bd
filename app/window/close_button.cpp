// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/close_button.h"

#include <QEvent>

#include "app/style/icons.h"
#include "app/style/look.h"
#include "app/style/theme.h"

namespace coroscope::app {

CloseButton::CloseButton(const QString& what, QWidget* parent) : QToolButton(parent) {
    setLook(*this, Look::Flat);
    setIconSize({13, 13});
    setFocusPolicy(Qt::TabFocus);
    setToolTip(what);
    setAccessibleName(what);
    applyTheme();
}

void CloseButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) applyTheme();
}

void CloseButton::applyTheme() {
    setIcon(app::icon(QStringLiteral("close"), schemeOf(palette()).muted));
}

}  // namespace coroscope::app
