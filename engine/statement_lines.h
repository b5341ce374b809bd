// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Which lines of a program's text are one statement, and which statements are of one function.

#include <vector>

#include "engine/scenario/source_text.h"

namespace coroscope {

/// The lines of a statement; of one that holds others (`if`, `for`, `async with` …), those before
/// its first.
struct StatementLines {
    int first = 0;     ///< from 1; of a definition that of its first decorator
    int last = 0;      ///< of the statement's own lines
    int end = 0;       ///< the last line of all that it holds
    int function = 0;  ///< the first line of the definition around it, or its own; 0: the module
    int loop = -1;     ///< the number of the innermost loop around it in that; -1: none
    friend bool operator==(const StatementLines&, const StatementLines&) = default;
};

/// In the order of the text; empty of a text that is not Python.
[[nodiscard]] std::vector<StatementLines> statementLines(const scenario::SourceText& source);

}  // namespace coroscope
