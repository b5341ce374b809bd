// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Settings that the disk does not make anybody wait for.
///
/// QSettings writes its file when an object of it goes, and asks the disk to have it for certain:
/// mostly some milliseconds, but seconds while other programs write much. Here the change is there
/// at once for whoever reads a QSettings, and another thread writes it a little later, at the
/// latest when the program ends.

#include <functional>

#include <QSettings>

namespace coroscope::app {

/// Changes settings, as much as `change` likes. For the GUI thread.
void keepSettings(const std::function<void(QSettings&)>& change);

void keepSetting(const QString& key, const QVariant& value);

}  // namespace coroscope::app
