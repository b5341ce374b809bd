// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The icons of `resources/icons`, drawn in any colour.

#include <QIcon>
#include <QString>

namespace coroscope::app {

/// The icon `resources/icons/<name>.svg` with its ink drawn in `color`
/// (disabled: in a paler one). Empty when there is none of that name.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);

}  // namespace coroscope::app
