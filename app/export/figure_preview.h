// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include "app/export/figure.h"

namespace coroscope::app {

/// Shows a figure as large as there is room for.
class FigurePreview final : public QWidget {
    Q_OBJECT

public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void show(const Figure& figure);

    [[nodiscard]] QSize sizeHint() const override { return {720, 480}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage image_;  ///< as large as the figure, so that no hairline is lost
};

}  // namespace coroscope::app
