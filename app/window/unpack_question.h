// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace coroscope::app {

class ScenarioDocument;

/// Names the files that saving a lesson as a Python file would write beside it, and asks whether
/// they may be. True if there is nothing to ask.
[[nodiscard]] bool mayUnpack(const ScenarioDocument& document, const QString& path,
                             QWidget* parent);

}  // namespace coroscope::app
