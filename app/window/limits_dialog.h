// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QDialog>

#include "engine/scenario/limits.h"

class QSpinBox;

namespace coroscope::app {

/// What a run may use, as the settings have it; the usual limits where they say nothing sensible.
[[nodiscard]] scenario::Limits limitsOfSettings();
void saveLimits(const scenario::Limits& limits);

/// Asks what a run may use before it is cut off.
class LimitsDialog final : public QDialog {
    Q_OBJECT

public:
    explicit LimitsDialog(const scenario::Limits& limits, QWidget* parent = nullptr);

    [[nodiscard]] scenario::Limits limits() const;

private:
    void showLimits(const scenario::Limits& limits);

    std::vector<QSpinBox*> fields_;
};

}  // namespace coroscope::app
