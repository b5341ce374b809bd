// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Work that the window waits for without standing still.

#include <functional>

#include <QString>

#include "engine/trace/text_sink.h"

class QWidget;

namespace coroscope::app {

/// Long enough that waiting for less needs no sign.
inline constexpr int kPatience = 500;  // milliseconds

/// Does `work` in another thread and comes back when it is done. What takes longer than `patience`
/// shows over `parent`, below `label`, how far it says that it is, and can be stopped: then the
/// function that it is given says no. A program that is asked to quit stops it, too, and quits
/// then.
void workShown(const std::function<void(const trace::GoOn&)>& work, const QString& label,
               QWidget* parent, int patience = kPatience);

}  // namespace coroscope::app
