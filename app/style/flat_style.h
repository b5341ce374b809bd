// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How the controls of the window are drawn: Fusion, flat, in the colours of the palette.
///
/// A style and no style sheet, because Qt polishes every widget anew whenever a sheet changes, and
/// a theme or a size of type that changes would hold the window for a quarter of a second. Nothing
/// here depends on the theme: colours come from the palette of what is drawn, sizes from its font.

#include <QProxyStyle>

namespace coroscope::app {

class FlatStyle final : public QProxyStyle {
    Q_OBJECT

public:
    FlatStyle();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl part, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& contents,
                                         const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* more) const override;
};

}  // namespace coroscope::app
