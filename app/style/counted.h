// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope::app {

/// `1 item`, `3 items`: a number with the word for one or for several.
inline QString counted(qint64 number, const QString& one, const QString& several) {
    return QString::number(number) + QLatin1Char(' ') + (number == 1 ? one : several);
}

}  // namespace coroscope::app
