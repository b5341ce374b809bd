// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/player/number_text.h"

namespace coroscope::app {

QString secondsText(double seconds) {
    QString text = QString::number(seconds, 'f', 9);
    while (text.endsWith(QLatin1Char('0'))) text.chop(1);
    if (text.endsWith(QLatin1Char('.'))) text.chop(1);
    return text + QStringLiteral(" s");
}

QString countText(qulonglong count) {
    QString text = QString::number(count);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QChar(0x2009));
    return text;
}

QString speedText(double speed) { return QString::number(speed, 'g', 6) + QChar(0x00D7); }

}  // namespace coroscope::app
