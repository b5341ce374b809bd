// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// SVG by QPainter, where QSvgGenerator will not do: with groups that have ids and titles, and
/// small (shapes that look the same and follow one another are one path). Words are text, nothing
/// is raster. The same calls give the same bytes.

#include <memory>

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

namespace coroscope::app {

class SvgEngine;

/// A number as SVG has it: with at most two decimals, which is more than a screen or a printer
/// shows.
[[nodiscard]] QByteArray svgNumber(double value);
/// A text as XML, without what XML may not hold: controls and two that are no characters.
[[nodiscard]] QByteArray svgText(const QString& text);
/// The same line without what is not to be seen: every reader of a figure shows it alike.
[[nodiscard]] QString plainLine(const QString& text);

class SvgDevice final : public QPaintDevice {
public:
    SvgDevice(const QSizeF& size, const QString& title, const QString& description);
    ~SvgDevice() override;

    /// What is painted until the `endGroup` that belongs to it; `title` is what viewers show when
    /// the pointer is on it, and may be empty.
    void beginGroup(const QString& id, const QString& title);
    void endGroup();

    /// The document, when all is painted; `more` comes last, as it is.
    [[nodiscard]] QByteArray document(const QByteArray& more = {}) const;

    [[nodiscard]] QPaintEngine* paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF size_;
    QString title_;
    QString description_;
    std::unique_ptr<SvgEngine> engine_;
};

}  // namespace coroscope::app
