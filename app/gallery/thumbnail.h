// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a picture the size of a stamp: a line for each task, a pill for each of its steps.

#include <QRectF>

#include "app/style/theme.h"
#include "engine/trace/trace.h"

class QPainter;

namespace coroscope::app {

void paintThumbnail(QPainter& painter, const QRectF& room, const trace::Trace& trace,
                    const Scheme& theme);

}  // namespace coroscope::app
