// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/flat_painting.h"

#include <algorithm>

#include <QPainter>
#include <QStyleOption>

#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr double kButtonRadius = 5;
constexpr double kItemRadius = 4;

/// A filled box with a border of one pixel; either colour may be absent.
void paintBox(QPainter& painter, const QRect& place, const QColor& fill, const QColor& border,
              double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

bool has(const QStyleOption& option, QStyle::State state) { return option.state.testFlags(state); }

/// Fill and border of a button.
struct Coat {
    QColor fill;
    QColor border;
};

Coat coatOf(const QStyleOption& option, Look look, bool isDefault, const Scheme& theme) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken);
    const bool on = has(option, QStyle::State_On);
    const bool hovered = enabled && has(option, QStyle::State_MouseOver);
    const QColor held = has(option, QStyle::State_HasFocus) ? theme.accent
                        : hovered                           ? theme.faint
                                                            : QColor();
    switch (look) {
        case Look::Flat:
            return {hovered || down ? theme.accentSoft : QColor(),
                    has(option, QStyle::State_HasFocus) ? theme.accent : QColor()};
        case Look::Segment:
            return {on ? theme.pane : QColor(), held.isValid() ? held
                                                : on           ? theme.border
                                                               : QColor()};
        case Look::Choice:
            return {on ? theme.accentSoft : QColor(),
                    hovered && !has(option, QStyle::State_HasFocus) ? theme.border : held};
        default: break;
    }
    if ((look == Look::Primary || isDefault) && enabled) {
        return {theme.accent, has(option, QStyle::State_HasFocus) ? theme.ink : theme.accent};
    }
    const QColor rest = look == Look::Small ? theme.pane : theme.raised;
    return {down || on ? theme.accentSoft : rest, held.isValid() ? held : theme.border};
}

/// What cannot be filled in has no more than a hint of one.
QColor fieldBorder(const QStyleOption& option) {
    const Scheme& theme = schemeOf(option.palette);
    if (!has(option, QStyle::State_Enabled)) return theme.grid;
    return has(option, QStyle::State_HasFocus) ? theme.accent : theme.border;
}

}  // namespace

QColor softAccent(const QPalette& palette) { return schemeOf(palette).accentSoft; }

void paintSoft(QPainter& painter, const QRect& place, const QPalette& palette) {
    paintBox(painter, place, softAccent(palette), {}, kItemRadius);
}

void paintButton(QPainter& painter, const QStyleOption& option, Look look, bool isDefault) {
    const Coat coat = coatOf(option, look, isDefault, schemeOf(option.palette));
    paintBox(painter, option.rect, coat.fill, coat.border,
             look == Look::Segment || look == Look::Choice ? kItemRadius : kButtonRadius);
}

QPalette buttonPalette(const QStyleOption& option, Look look, bool isDefault) {
    QPalette palette = option.palette;
    if (!has(option, QStyle::State_Enabled)) return palette;
    const Scheme& theme = schemeOf(palette);
    if (look == Look::Primary || isDefault) {
        palette.setColor(QPalette::ButtonText, theme.accentInk);
    } else if (look == Look::Segment || look == Look::Choice) {
        const bool on = has(option, QStyle::State_On);
        palette.setColor(QPalette::ButtonText, on ? theme.ink : theme.muted);
    }
    return palette;
}

void paintGround(QPainter& painter, const QStyleOption& option, Look look) {
    const Scheme& theme = schemeOf(option.palette);
    const QRect& place = option.rect;
    switch (look) {
        case Look::Pane: paintBox(painter, place, theme.pane, theme.border, 8); break;
        case Look::Segments: paintBox(painter, place, theme.raised, theme.border, 6); break;
        case Look::Header:
            painter.fillRect(place, theme.pane);
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.border);
            break;
        case Look::Good:
        case Look::Trouble: {
            const bool good = look == Look::Good;
            paintBox(painter, place, good ? theme.accentSoft : theme.troubleSoft, {}, kItemRadius);
            painter.fillRect(place.left(), place.top(), 4, place.height(),
                             good ? theme.accent : theme.trouble);
            break;
        }
        default: break;
    }
}

void paintField(QPainter& painter, const QStyleOption& option) {
    const Scheme& theme = schemeOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    paintBox(painter, option.rect, enabled ? theme.pane : theme.backdrop, fieldBorder(option),
             kButtonRadius);
}

void paintFieldBorder(QPainter& painter, const QStyleOption& option) {
    paintBox(painter, option.rect, {}, fieldBorder(option), kButtonRadius);
}

/// An empty one must be seen, too: on the dark and the black ground only its border is.
void paintCheckBox(QPainter& painter, const QStyleOption& option) {
    const Scheme& theme = schemeOf(option.palette);
    const int side = std::min({option.rect.width(), option.rect.height(), 16});
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor ink = enabled ? theme.muted : theme.grid;
    paintBox(painter, box, enabled ? theme.pane : theme.backdrop,
             has(option, QStyle::State_HasFocus) ? theme.accent : ink, 3);
    if (!has(option, QStyle::State_On)) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tick = enabled ? theme.accent : theme.faint;
    painter.setPen(QPen(tick, std::max(1.8, side / 8.0), Qt::SolidLine, Qt::RoundCap));
    const QPointF from = box.topLeft();
    const double unit = side / 16.0;
    const QPointF points[] = {from + QPointF(4, 8.5) * unit, from + QPointF(7, 11.5) * unit,
                              from + QPointF(12.5, 5) * unit};
    painter.drawPolyline(points, 3);
    painter.restore();
}

void paintSheet(QPainter& painter, const QStyleOption& option) {
    const Scheme& theme = schemeOf(option.palette);
    painter.save();
    painter.setPen(theme.border);
    painter.setBrush(theme.pane);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

QRect tabText(const QStyleOptionTab& tab) {
    // A tab that can be closed has its button at the right.
    const int button = tab.rightButtonSize.width();
    return button > 0 ? tab.rect.adjusted(16, 4, -(button + 16), -5)
                      : tab.rect.adjusted(2, 6, -20, -6);
}

void paintTabShape(QPainter& painter, const QStyleOptionTab& tab) {
    if (!has(tab, QStyle::State_Selected)) return;
    const QRect text = tabText(tab);
    if (has(tab, QStyle::State_HasFocus)) {
        paintBox(painter, tab.rect.adjusted(0, 0, 0, -3), {}, schemeOf(tab.palette).accent,
                 kButtonRadius);
    }
    const int right = tab.rightButtonSize.isEmpty() ? text.right() + 2 : tab.rect.right() - 10;
    painter.fillRect(
        QRect(QPoint(text.left() - 2, tab.rect.bottom() - 1), QPoint(right, tab.rect.bottom())),
        schemeOf(tab.palette).accent);
}

void paintTabLabel(QPainter& painter, const QStyleOptionTab& tab) {
    const Scheme& theme = schemeOf(tab.palette);
    const bool strong = has(tab, QStyle::State_Selected) ||
                        (has(tab, QStyle::State_MouseOver) && has(tab, QStyle::State_Enabled));
    painter.setPen(strong ? theme.ink : theme.muted);
    painter.drawText(tabText(tab), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic,
                     tab.text);
}

void paintSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& handle) {
    const Scheme& theme = schemeOf(slider.palette);
    if (has(slider, QStyle::State_HasFocus)) {
        paintBox(painter, slider.rect, {}, theme.accent, kButtonRadius);
    }
    const bool flat = slider.orientation == Qt::Horizontal;
    const QPoint middle = flat ? QPoint(handle.center().x(), slider.rect.center().y())
                               : QPoint(slider.rect.center().x(), handle.center().y());
    const QRect groove = flat ? QRect(slider.rect.left(), middle.y() - 1, slider.rect.width(), 4)
                              : QRect(middle.x() - 1, slider.rect.top(), 4, slider.rect.height());
    paintBox(painter, groove, theme.grid, {}, 2);
    paintBox(painter, QRect(middle - QPoint(6, 6), QSize(14, 14)),
             has(slider, QStyle::State_Enabled) ? theme.accent : theme.faint, {}, 7);
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& handle) {
    const Scheme& theme = schemeOf(bar.palette);
    if (bar.maximum <= bar.minimum) return;
    const bool held = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                      has(bar, QStyle::State_MouseOver);
    paintBox(painter, handle.adjusted(1, 1, -1, -1), held ? theme.faint : theme.grid, {}, 4);
}

void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item) {
    painter.fillRect(item.rect, schemeOf(item.palette).pane);
    if (has(item, QStyle::State_Selected)) paintSoft(painter, item.rect, item.palette);
    painter.setPen(item.palette.color(QPalette::WindowText));
    painter.drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     item.text);
}

}  // namespace coroscope::app
