// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Everything that the timeline draws, each with a word on what it means.

#include <vector>

#include <QFrame>
#include <QString>

#include "app/timeline/chart_layout.h"
#include "app/timeline/draw_list.h"

namespace coroscope::app {

/// One row of the key.
struct Sign {
    QString words;
    /// What it looks like, drawn as the timeline draws it; all within `room`.
    DrawList picture;
};

/// All signs, drawn for rooms of this size below one another; `view` gives scale and palette.
[[nodiscard]] std::vector<Sign> allSigns(const ChartView& view, QSizeF room);

/// The sheet that shows them; a click or Escape puts it away.
class LegendKey final : public QFrame {
    Q_OBJECT

public:
    LegendKey(const ChartView& view, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int columnWidth() const;

    ChartView view_;
    ChartFonts fonts_;
    std::vector<Sign> signs_;
    int rows_ = 1;
};

}  // namespace coroscope::app
