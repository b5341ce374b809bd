// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/output/output_file.h"

namespace coroscope::app {

/// What `write` writes, packed by gzip (RFC 1952), without a moment of writing: the same text gives
/// the same bytes. Memory is bounded.
void writeGzipped(const Writing& write, trace::TextSink& sink);

}  // namespace coroscope::app
