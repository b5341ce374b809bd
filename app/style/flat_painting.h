// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The shapes of the flat style, each painted from its option alone.

#include <QPalette>

#include "app/style/look.h"

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionComplex;
class QStyleOptionTab;
class QStyleOptionSlider;
class QStyleOptionMenuItem;

namespace coroscope::app {

void paintButton(QPainter& painter, const QStyleOption& option, Look look, bool isDefault);
/// `palette` with the colour that the text of such a button has.
[[nodiscard]] QPalette buttonPalette(const QStyleOption& option, Look look, bool isDefault);
/// The ground of a frame or label.
void paintGround(QPainter& painter, const QStyleOption& option, Look look);
void paintField(QPainter& painter, const QStyleOption& option);
/// Around a field that something else fills.
void paintFieldBorder(QPainter& painter, const QStyleOption& option);
void paintCheckBox(QPainter& painter, const QStyleOption& option);
/// A rectangle with a border of its own: menus and tooltips.
void paintSheet(QPainter& painter, const QStyleOption& option);

/// Where the text of a tab stands within the tab.
[[nodiscard]] QRect tabText(const QStyleOptionTab& tab);
void paintTabShape(QPainter& painter, const QStyleOptionTab& tab);
void paintTabLabel(QPainter& painter, const QStyleOptionTab& tab);

void paintSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& handle);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& handle);
void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item);

/// Soft, under what is chosen or pointed at.
[[nodiscard]] QColor softAccent(const QPalette& palette);
void paintSoft(QPainter& painter, const QRect& place, const QPalette& palette);

}  // namespace coroscope::app
