// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What is to be exported, and how it is to look, with the figure beside it as it will be.

#include <array>
#include <memory>
#include <optional>
#include <string>

#include <QDialog>
#include <QTimer>

#include "app/export/figure.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace coroscope::app {

class FigurePreview;

class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    /// `onView`: the stretch of time that the timeline shows, in seconds; none: all of it.
    ExportDialog(ExportedRun run, const ExportOptions& options,
                 std::optional<std::array<double, 2>> onView, QWidget* parent = nullptr);

    [[nodiscard]] ExportOptions options() const;
    [[nodiscard]] const Format& format() const;

public Q_SLOTS:
    /// Puts the figure on the clipboard, as SVG and as pixels.
    void copyFigure();

private:
    void addPart(QFormLayout& form);
    void addLooks(QFormLayout& form, const ExportOptions& options);
    void addSizes(QFormLayout& form, const ExportOptions& options);
    void addSeries(QFormLayout& form, const ExportOptions& options);
    void addTasks();
    void chooseTasks(Qt::CheckState state);
    void connectAll();
    void fitScreen();
    /// A little later, so that typing is not waited for.
    void changed();
    void refresh();
    void enableWhatMatters();
    /// Of the figure that is shown, copied and dragged away.
    [[nodiscard]] ExportOptions shownWishes(const trace::Excerpt& excerpt) const;
    /// Each says what else there is to know of what is shown.
    [[nodiscard]] QString showFigure(const trace::Excerpt& excerpt);
    [[nodiscard]] QString showText(const trace::Excerpt& excerpt);
    /// What of several figures there would be; or nothing, if `trouble` says why there are none.
    [[nodiscard]] std::optional<FigureMoment> firstMoment(const trace::Excerpt& excerpt,
                                                          QString* trouble) const;
    [[nodiscard]] std::optional<trace::Excerpt> excerpt(QString* trouble = nullptr) const;

    ExportedRun run_;
    std::shared_ptr<const LaneModel> model_;
    std::optional<std::array<double, 2>> onView_;
    QTimer soon_;

    QComboBox* format_;
    QComboBox* part_;
    QDoubleSpinBox* from_;
    QDoubleSpinBox* to_;
    QListWidget* tasks_;
    QComboBox* axis_;
    QComboBox* theme_;
    QLineEdit* caption_;
    QCheckBox* legend_;
    QCheckBox* source_;
    QDoubleSpinBox* width_;
    QDoubleSpinBox* fontSize_;
    QDoubleSpinBox* pixelRatio_;
    QCheckBox* transparent_;
    QComboBox* page_;
    QComboBox* storyboard_;
    QLineEdit* moments_;
    QCheckBox* animate_;
    QDoubleSpinBox* fps_;
    QDoubleSpinBox* duration_;
    QStackedWidget* previews_;
    FigurePreview* figure_;
    QPlainTextEdit* text_;
    QLabel* trouble_;
    QPushButton* copy_;
    QPushButton* save_;
};

}  // namespace coroscope::app
