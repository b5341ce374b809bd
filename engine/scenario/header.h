#pragma once

/// What a scenario says about itself.
///
/// The header is TOML in comments, in the form of PEP 723's inline metadata:
///
///     # /// coroscope
///     # title = "Three sleepers"
///     # level = 1
///     # [cost]
///     # free = 100_000
///     # ///
///
/// To Python it is a comment. A file has at most one; it may stand anywhere.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/scenario/diagnostic.h"
#include "engine/scenario/source_text.h"
#include "engine/scenario/span.h"

namespace coroscope::scenario {

/// What code costs in virtual time (`[cost]`).
struct Cost {
    /// Instructions of a step that take no time.
    std::uint64_t freeInstructions = 100'000;
    /// Virtual seconds for each one after those; 0: code is free.
    double secondsPerInstruction = 50e-9;
};

/// A teaching note beside a line of the source (`[[note]]`).
struct Note {
    int line = 0;  ///< of the file, from 1
    std::string text;
    Span writtenAt = {};  ///< where the header says its line
};

/// A question to answer before going on (`[[question]]`).
struct Question {
    int line = 0;  ///< where it is asked; 0: before the start
    std::string text;
    std::vector<std::string> choices;  ///< empty: a free answer
    std::string answer;
    Span writtenAt = {};  ///< where the header says its line; unknown: it does not
};

struct Header {
    bool present = false;  ///< is there one in the file?
    std::string title;
    std::string summary;
    std::string category;
    int level = 0;  ///< 1 first lesson … 3 advanced; 0: not said
    std::uint64_t seed = 0;
    std::vector<std::string> standardInput;  ///< what `input()` gives, line by line
    Cost cost;
    /// The table `[network]` as TOML text, for whoever simulates the network.
    std::string network;
    std::vector<Note> notes;
    std::vector<Question> questions;

    /// Reads the header of a file; a file without one has the defaults. What is
    /// wrong (not TOML, an unknown key, a value of a wrong type or out of its
    /// range) comes back as a Diagnostic at its place in the file.
    [[nodiscard]] static std::variant<Header, Diagnostic> read(const SourceText& source);
};

/// The name in `names` that `word` was probably meant to be: the one that takes
/// the fewest changes of a letter; empty if all take more than a third of its
/// length.
[[nodiscard]] std::string_view nearestName(std::string_view word,
                                           const std::vector<std::string_view>& names);

}  // namespace coroscope::scenario
