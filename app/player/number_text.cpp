// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/player/number_text.h"

#include "engine/trace/describe.h"

namespace coroscope::app {

QString secondsText(double seconds) { return QString::fromStdString(trace::secondsText(seconds)); }

QString speedText(double speed) { return QString::number(speed, 'g', 6) + QChar(0x00D7); }

}  // namespace coroscope::app
