// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The strip below the lanes: the whole run in small, and which part of it is in view. Drag it to
/// pan, click to go there.

#include <memory>
#include <optional>

#include <QWidget>

#include "app/style/told.h"
#include "app/timeline/lane_model.h"
#include "app/timeline/palette.h"

namespace coroscope::app {

class OverviewBar final : public QWidget, public Told {
    Q_OBJECT

public:
    explicit OverviewBar(QWidget* parent = nullptr);

    void setModel(std::shared_ptr<const LaneModel> model);
    void setColours(const Palette& palette);
    /// What is in view of [first, last], and where the run's playhead stands; all values of `axis`.
    void setView(AxisKind axis, double first, double last, double begin, double end,
                 double playhead);
    /// Hides what lies after the playhead.
    void setVeiled(bool veiled);
    /// What the run comes to grief by, in a word or two; empty: by nothing.
    void setTrouble(const QString& what);
    /// Where on the axis it does.
    void setTroubleAt(std::optional<double> value);
    /// Where that mark is drawn, in this widget's pixels.
    [[nodiscard]] std::optional<QRectF> troubleMark() const;
    [[nodiscard]] QString told() const override;

Q_SIGNALS:
    /// The view should begin there (it keeps its width).
    void moveRequested(double begin);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    /// A value of the axis in words; what lies beside the run is meant to be its end.
    [[nodiscard]] QString placeWords(double value) const;
    [[nodiscard]] double toX(double value) const;
    [[nodiscard]] double toValue(double x) const;

    std::shared_ptr<const LaneModel> model_;
    Palette palette_ = Palette::of(lightScheme());
    AxisKind axis_ = AxisKind::Time;
    double first_ = 0;
    double last_ = 1;
    double begin_ = 0;
    double end_ = 1;
    double playhead_ = 0;
    bool veiled_ = false;
    std::optional<double> trouble_;
    QString troubleWords_;
    double grabbedAt_ = 0;  ///< of the thumb, as an axis value from its begin
};

}  // namespace coroscope::app
