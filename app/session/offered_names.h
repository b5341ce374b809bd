// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a program may use by name, as the engine knows it.

#include <QString>
#include <QStringList>

namespace coroscope::app {

/// The names that a module offers; none: it is no module that can be imported.
[[nodiscard]] QStringList offeredNamesOf(const QString& module);

/// What tasks, futures, the loop, locks, queues … have.
[[nodiscard]] QStringList offeredMethodNames();

/// Finds out in another thread what both take a while for when they are asked for the first time.
void learnOfferedNames();

}  // namespace coroscope::app
