// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPalette;
class QWidget;

namespace coroscope::app {

/// What is laid over something that belongs to an older text than the one in view.
[[nodiscard]] QColor veilColor(const QPalette& palette);

/// Makes all that the widget shows pale, or shows it plainly again. It can be used as before.
void setVeiled(QWidget& widget, bool veiled);
[[nodiscard]] bool isVeiled(const QWidget& widget);

}  // namespace coroscope::app
