// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What asyncio's names mean, in a sentence each: for tooltips and for completion.

#include <string_view>
#include <vector>

#include <QString>

namespace coroscope::app {

struct HelpEntry {
    const char* name;       ///< as it is written: `asyncio.sleep`
    const char* signature;  ///< `asyncio.sleep(delay, result=None)`
    const char* text;
};

[[nodiscard]] const std::vector<HelpEntry>& helpEntries();

/// The entry of a dotted name, or of the last part of one (`sleep`, `loop.create_future`); null
/// when there is none.
[[nodiscard]] const HelpEntry* helpOn(const QString& name);

/// What is told of a column of a line: the entry of the dotted name up to the part there, else of
/// the whole name; null: nothing.
[[nodiscard]] const HelpEntry* helpAt(const QString& line, int column);

/// The dotted name around a column of a line: `asyncio.gather`.
[[nodiscard]] QString dottedNameAt(const QString& line, int column);

}  // namespace coroscope::app
