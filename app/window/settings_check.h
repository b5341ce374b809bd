// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

namespace coroscope::app {

/// What is wrong with the file of the settings, as a sentence for the user; nothing if all is well.
/// What can be read of a damaged file is used all the same, and the first change writes it anew; so
/// a copy of it is kept beside it. To be asked before anything else looks at the settings: only who
/// reads the file is told.
[[nodiscard]] std::optional<QString> troubleOfSettings();

}  // namespace coroscope::app
