#pragma once

/// The program whose run a trace is: what its files are called, and where in them an event
/// happened. A trace knows files of the scenario's own by the paths that tracebacks show; who reads
/// an exported run sees their short names.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

struct ProgramFile {
    std::string name;  ///< its path below the scenario's folder
    std::string text;  ///< empty: not known
};

struct TracedProgram {
    std::string title;
    std::vector<ProgramFile> files;  ///< the scenario's own first, then those that it may import

    [[nodiscard]] std::string_view mainName() const {
        return files.empty() ? std::string_view() : std::string_view(files.front().name);
    }
};

/// A line of one of the program's files.
struct FileLine {
    std::size_t file = 0;
    std::uint32_t line = 0;  ///< 0: unknown

    friend auto operator<=>(const FileLine&, const FileLine&) = default;
};

/// Where the events of a run happened: the innermost of the program's own frames.
class ProgramPlaces {
public:
    static constexpr std::size_t kUnknownFile = static_cast<std::size_t>(-1);

    /// Keeps both: they have to live as long.
    ProgramPlaces(const Trace& trace, const TracedProgram& program)
        : trace_(trace), program_(program) {}

    /// `kUnknownFile`: in an imported file that the program does not list.
    [[nodiscard]] FileLine at(EventIndex event, std::uint32_t ownLine) const;
    [[nodiscard]] FileLine at(EventIndex event) const { return at(event, trace_[event].line); }
    /// The name of a file at whose line an event happened.
    [[nodiscard]] std::string_view nameOf(const FileLine& place, EventIndex event) const;

private:
    [[nodiscard]] std::size_t numberOf(TextId file) const;

    const Trace& trace_;
    const TracedProgram& program_;
    mutable std::unordered_map<TextId, std::size_t> numbers_;
};

}  // namespace coroscope::trace
