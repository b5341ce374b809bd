// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope::app {

/// A whole number as it is written everywhere: `12,345`.
inline QString countText(qulonglong number) {
    QString text = QString::number(number);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QLatin1Char(','));
    return text;
}

/// `1 item`, `3 items`: a number with the word for one or for several.
inline QString counted(qint64 number, const QString& one, const QString& several) {
    return countText(static_cast<qulonglong>(number)) + QLatin1Char(' ') +
           (number == 1 ? one : several);
}

}  // namespace coroscope::app
