// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A lesson: a scenario with all that goes along with it, as one file. What that file is made of:
/// see this room's README.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/scenario/packed_files.h"

namespace coroscope::app {

/// A lane of the timeline: that of a task or a worker, by its number.
struct LessonLane {
    bool worker = false;
    std::uint32_t number = 0;

    friend auto operator<=>(const LessonLane&, const LessonLane&) = default;
};

/// How a lesson is shown when it is opened.
struct LessonView {
    bool steps = false;  ///< on the axis of steps, not of time
    /// What of the axis is in view: seconds, or numbers of steps; none: all of it.
    std::optional<double> from;
    std::optional<double> to;
    std::optional<std::uint64_t> playhead;  ///< the event at which it stands
    std::vector<LessonLane> pinned;         ///< on top, in this order
    std::vector<LessonLane> hidden;
    std::vector<LessonLane> folded;  ///< what these tasks created is not shown

    friend bool operator==(const LessonView&, const LessonView&) = default;
};

/// Lines at which a run pauses, of the lesson's files by their names; each has some.
using LessonBreakpoints = std::map<std::string, std::set<int>>;

struct Lesson {
    std::string mainFile = "main.py";  ///< one of `files`
    scenario::PackedFiles files;
    std::string notes;  ///< Markdown
    LessonView view;
    std::vector<std::uint64_t> bookmarks;  ///< events, in their order
    LessonBreakpoints breakpoints;

    [[nodiscard]] const std::string& mainText() const { return files.find(mainFile)->second; }

    friend bool operator==(const Lesson&, const Lesson&) = default;
};

inline constexpr std::string_view kLessonExtension = ".coroscope";
/// The notes, among its files.
inline constexpr const char* kLessonNotes = "notes.md";
/// The newest version; older ones are read, and written where they can say it all.
inline constexpr std::int64_t kLessonVersion = 3;
/// The largest file that is read, in bytes.
inline constexpr std::size_t kLargestLesson = 32U << 20;

/// Whether a file is to be read as a lesson, by its name or by how it begins.
[[nodiscard]] bool isLessonName(std::string_view path);
[[nodiscard]] bool isLessonContent(std::string_view bytes);

/// The lesson in a file's bytes; or what is wrong, as the rest of a sentence that begins with the
/// file's name: "was made by a newer Coroscope …".
[[nodiscard]] std::variant<Lesson, std::string> readLesson(std::string_view bytes);

/// The bytes of its file; the same lesson gives the same.
[[nodiscard]] std::string writeLesson(const Lesson& lesson);
/// Why a file of these bytes could not be opened again, as `readLesson` says it; none: it can be.
/// To be asked before a good file is replaced by it.
[[nodiscard]] std::optional<std::string> problemOfLesson(std::string_view bytes);

/// What the main file of a lesson is called that is made of the file `name`.
[[nodiscard]] std::string mainFileOf(const std::string& name);

}  // namespace coroscope::app
