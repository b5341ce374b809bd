// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QImage>
#include <QPoint>
#include <QTemporaryDir>
#include <QWidget>

#include "app/export/figure_pages.h"

class QMimeData;

namespace coroscope::app {

/// Shows a figure as large as there is room for. It can be dragged out, to a program that
/// takes pictures or files.
class FigurePreview final : public QWidget {
    Q_OBJECT

public:
    explicit FigurePreview(QWidget* parent = nullptr);
    ~FigurePreview() override;

    /// `pages`: those on which it will be, of which the first is shown; null: it is on none.
    void show(const Figure& figure, const ExportOptions& options,
              const FigurePages* pages = nullptr);
    /// There is none, for that reason.
    void clear(const QString& why);
    /// What is dragged: SVG, pixels, and an SVG file that is there as long as this widget.
    [[nodiscard]] std::unique_ptr<QMimeData> dragged() const;

    [[nodiscard]] QSize sizeHint() const override { return {720, 480}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QString draggedFile(const QByteArray& svg) const;

    QString why_;   ///< there is no figure
    QImage image_;  ///< as large as the figure, so that no hairline is lost
    std::optional<Figure> figure_;
    ExportOptions options_;
    QPoint pressedAt_;
    QTemporaryDir folder_;
};

}  // namespace coroscope::app
