// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/flat_style.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QDialog>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

#include "app/style/flat_painting.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

/// Room that a control leaves around its contents, on both sides together, its border included.
QSize roomAround(Look look) {
    switch (look) {
        case Look::Flat: return {9, 9};
        case Look::Small: return {21, 9};
        case Look::Segment: return {37, 11};
        case Look::Choice: return {21, 7};
        default: return {23, 13};
    }
}

/// Of a field, on one side.
QMargins fieldMargins(Look look) {
    return look == Look::Small ? QMargins(7, 2, 7, 2) : QMargins(8, 4, 8, 4);
}

constexpr QMargins kListItem(6, 4, 6, 4);
constexpr int kDialogButtonWidth = 90;
constexpr int kShortestHandle = 26;

bool isDefault(const QStyleOption& option) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    return button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

/// Whether the border of the widget, or its ground, says where the focus is.
bool showsFocusItself(const QWidget* widget) {
    return qobject_cast<const QPushButton*>(widget) != nullptr ||
           qobject_cast<const QToolButton*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr;
}

bool isField(const QWidget* widget) { return qobject_cast<const QLineEdit*>(widget) != nullptr; }

bool isList(const QWidget* widget) { return qobject_cast<const QListWidget*>(widget) != nullptr; }

/// The palette of a list or menu whose chosen item is soft instead of loud.
QPalette softlyChosen(QPalette palette) {
    palette.setColor(QPalette::Highlight, softAccent(palette));
    palette.setColor(QPalette::HighlightedText, palette.color(QPalette::Text));
    return palette;
}

/// The handle of a scroll bar that has no arrows.
QRect scrollHandle(const QStyleOptionSlider& bar) {
    const bool flat = bar.orientation == Qt::Horizontal;
    const int room = flat ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64{bar.maximum} - bar.minimum;
    if (range <= 0) return bar.rect;
    const auto share = static_cast<int>(qint64{room} * bar.pageStep / (range + bar.pageStep));
    const int length = std::clamp(share, std::min(kShortestHandle, room), room);
    const int at = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                   room - length, bar.upsideDown);
    return flat ? QRect(bar.rect.left() + at, bar.rect.top(), length, bar.rect.height())
                : QRect(bar.rect.left(), bar.rect.top() + at, bar.rect.width(), length);
}

QRect scrollPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const QRect handle = scrollHandle(bar);
    const bool flat = bar.orientation == Qt::Horizontal;
    QRect rest = bar.rect;
    switch (part) {
        case QStyle::SC_ScrollBarSlider: return handle;
        case QStyle::SC_ScrollBarGroove: return bar.rect;
        case QStyle::SC_ScrollBarSubPage:
            flat ? rest.setRight(handle.left() - 1) : rest.setBottom(handle.top() - 1);
            return rest;
        case QStyle::SC_ScrollBarAddPage:
            flat ? rest.setLeft(handle.right() + 1) : rest.setTop(handle.bottom() + 1);
            return rest;
        default: return {};
    }
}

}  // namespace

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FlatStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) view->setFrameShape(QFrame::NoFrame);
    if (auto* tabs = qobject_cast<QTabBar*>(widget)) tabs->setDrawBase(false);
    if (qobject_cast<QScrollBar*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                              QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case PE_PanelButtonTool:
        case PE_PanelButtonCommand:
            return paintButton(*painter, *option, lookOf(widget), isDefault(*option));
        case PE_PanelLineEdit:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame != nullptr && frame->lineWidth > 0) {
                return paintField(*painter, *option);
            }
            break;
        case PE_IndicatorCheckBox: return paintCheckBox(*painter, *option);
        case PE_Widget:
            if (lookOf(widget) != Look::Sheet) break;
            [[fallthrough]];
        case PE_PanelMenu:
        case PE_PanelTipLabel: return paintSheet(*painter, *option);
        case PE_FrameFocusRect:
            if (showsFocusItself(widget)) return;
            break;
        case PE_PanelItemViewItem:
            if (!isList(widget)) break;
            if (option->state.testFlag(State_Selected)) {
                paintSoft(*painter, option->rect, option->palette);
            }
            return;
        case PE_FrameMenu:
        case PE_IndicatorHeaderArrow:
        case PE_PanelScrollAreaCorner: return;
        default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    const auto drawWith = [&](auto changed, const QPalette& palette) {
        changed.palette = palette;
        QProxyStyle::drawControl(element, &changed, painter, widget);
    };
    switch (element) {
        case CE_ShapedFrame:
            if (lookOf(widget) == Look::Plain) break;
            return paintGround(*painter, *option, lookOf(widget));
        case CE_TabBarTabShape:
            return paintTabShape(*painter, *qstyleoption_cast<const QStyleOptionTab*>(option));
        case CE_TabBarTabLabel:
            return paintTabLabel(*painter, *qstyleoption_cast<const QStyleOptionTab*>(option));
        case CE_PushButtonLabel:
            return drawWith(*qstyleoption_cast<const QStyleOptionButton*>(option),
                            buttonPalette(*option, lookOf(widget), isDefault(*option)));
        case CE_MenuBarItem:
            return paintMenuBarItem(*painter,
                                    *qstyleoption_cast<const QStyleOptionMenuItem*>(option));
        case CE_MenuBarEmptyArea:
        case CE_HeaderEmptyArea: return painter->fillRect(option->rect, option->palette.base());
        case CE_MenuItem:
            return drawWith(*qstyleoption_cast<const QStyleOptionMenuItem*>(option),
                            softlyChosen(option->palette));
        case CE_ItemViewItem:
            if (!isList(widget)) break;
            return drawWith(*qstyleoption_cast<const QStyleOptionViewItem*>(option),
                            softlyChosen(option->palette));
        case CE_HeaderSection:
            painter->fillRect(option->rect, option->palette.base());
            return painter->fillRect(option->rect.left(), option->rect.bottom(),
                                     option->rect.width(), 1, option->palette.midlight());
        case CE_HeaderLabel: {
            QPalette palette = option->palette;
            palette.setColor(QPalette::ButtonText, palette.color(QPalette::PlaceholderText));
            return drawWith(*qstyleoption_cast<const QStyleOptionHeader*>(option), palette);
        }
        case CE_Splitter:
            if (option->state.testFlag(State_MouseOver)) {
                painter->fillRect(option->rect, softAccent(option->palette));
            }
            return;
        default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider != nullptr) {
        return paintScrollBar(*painter, *slider, scrollHandle(*slider));
    }
    if (control == CC_Slider && slider != nullptr && slider->tickPosition == 0) {
        return paintSlider(*painter, *slider,
                           subControlRect(CC_Slider, option, SC_SliderHandle, widget));
    }
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control == CC_ToolButton && button != nullptr &&
        !button->features.testFlag(QStyleOptionToolButton::HasMenu)) {
        const Look look = lookOf(widget);
        paintButton(*painter, *button, look, false);
        QStyleOptionToolButton label = *button;
        label.palette = buttonPalette(*button, look, false);
        if (look == Look::Segment && label.state.testFlag(State_On)) label.font = bold(label.font);
        return drawControl(CE_ToolButtonLabel, &label, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox) paintFieldBorder(*painter, *option);
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption* option,
                                const QWidget* widget) const {
    switch (element) {
        case SE_TabBarTabText: return tabText(*qstyleoption_cast<const QStyleOptionTab*>(option));
        case SE_HeaderLabel: return option->rect.adjusted(7, 3, -7, -3);
        case SE_LineEditContents:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame != nullptr && frame->lineWidth > 0) {
                return option->rect.marginsRemoved(fieldMargins(lookOf(widget)));
            }
            break;
        case SE_ItemViewItemText:
        case SE_ItemViewItemDecoration:
        case SE_ItemViewItemCheckIndicator:
            if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
                item != nullptr && isList(widget)) {
                QStyleOptionViewItem inner = *item;
                inner.rect = inner.rect.marginsRemoved(kListItem);
                return QProxyStyle::subElementRect(element, &inner, widget);
            }
            break;
        default: break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl part, const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        control == CC_ScrollBar && slider != nullptr) {
        return scrollPart(*slider, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                  const QSize& contents, const QWidget* widget) const {
    switch (type) {
        case CT_ToolButton: return contents + roomAround(lookOf(widget));
        case CT_PushButton: {
            const QSize size = contents + QSize(20, 10);
            const bool inDialog = widget != nullptr && qobject_cast<QDialog*>(widget->window());
            return inDialog ? size.expandedTo({kDialogButtonWidth, 0}) : size;
        }
        case CT_LineEdit:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame != nullptr && frame->lineWidth > 0) {
                return contents.grownBy(fieldMargins(lookOf(widget)));
            }
            break;
        case CT_MenuBarItem: return contents + QSize(18, 8);
        case CT_TabBarTab: {
            const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
            return tab->rightButtonSize.isEmpty() ? contents : contents + QSize(14, 0);
        }
        case CT_ItemViewItem: {
            const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
            if (isList(widget)) return size.grownBy(kListItem);
            return qobject_cast<const QTreeView*>(widget) != nullptr ? size + QSize(4, 2) : size;
        }
        case CT_HeaderSection:
            return QProxyStyle::sizeFromContents(type, option, contents, widget) + QSize(6, 0);
        default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                           const QWidget* widget) const {
    switch (metric) {
        case PM_DefaultFrameWidth:
            // A ground is under its contents, whose layout leaves the room.
            if (lookOf(widget) != Look::Plain && !isField(widget)) return 0;
            break;
        case PM_ScrollBarExtent: return 10;
        case PM_ScrollBarSliderMin: return kShortestHandle;
        case PM_SliderThickness:
        case PM_SliderControlThickness: return 16;
        case PM_SliderLength: return 14;
        case PM_MenuBarHMargin: return 12;
        case PM_MenuBarVMargin: return 2;
        case PM_MenuBarItemSpacing:
        case PM_MenuBarPanelWidth: return 0;
        case PM_MenuPanelWidth: return 1;
        case PM_MenuHMargin:
        case PM_MenuVMargin:
        case PM_ToolTipLabelFrameWidth: return 5;
        case PM_TabBarTabHSpace: return 22;
        case PM_TabBarTabVSpace: return 12;
        case PM_TabBarTabOverlap:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarBaseOverlap: return 0;
        case PM_HeaderMargin: return 4;
        case PM_HeaderMarkSize: return 0;
        default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* more) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    return QProxyStyle::styleHint(hint, option, widget, more);
}

}  // namespace coroscope::app
