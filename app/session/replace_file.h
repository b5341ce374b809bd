// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

namespace coroscope::app {

/// Writes a file as a whole or not at all, and then says why: the old one stays as it is. Through a
/// symbolic link it replaces what the link points at.
[[nodiscard]] std::optional<QString> replaceFile(const QString& path, const QByteArray& bytes);

}  // namespace coroscope::app
