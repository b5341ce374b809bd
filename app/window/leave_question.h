// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace coroscope::app {

/// What is to become of unsaved changes.
enum class Leave { Save, Discard, Stay };

/// Asks that about the files of these names, in one question; without any nothing is asked, and
/// nothing is to be saved: `Discard`.
[[nodiscard]] Leave askToLeave(const QStringList& names, QWidget* parent);

}  // namespace coroscope::app
