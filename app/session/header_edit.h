// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Changes in the header of a scenario's text.

#include <QString>
#include <QStringList>

namespace coroscope::app {

/// What the header says that `input()` gives, line by line; nothing where it has no such list or
/// cannot be read.
[[nodiscard]] QStringList standardInputOf(const QString& text);

/// The text with another such list in its header, all else as it was; without lines, without the
/// list. A text without a header gets one.
[[nodiscard]] QString withStandardInput(const QString& text, const QStringList& lines);

}  // namespace coroscope::app
