// The pieces of which reports of exceptions are made; for whole ones see exceptions.h.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/runtime/exceptions.h"
#include "engine/runtime/traceback_markers.h"

namespace coroscope::runtime {

struct ReportOptions {
    /// So many entries of each traceback at most: the first ones or, below 0, the last ones.
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
    bool chain = true;  ///< with causes and contexts
    /// With "Did you mean" and with notes: the interpreter's own report of what nobody caught has
    /// both, Lib/traceback.py of 3.11 the notes alone.
    bool hints = false;
    bool notes = true;
    PrintedBy by = PrintedBy::Library;
};

/// A whole report as Lib/traceback.py's TracebackException.format gives it, piece by piece.
[[nodiscard]] std::vector<std::string> formatReport(Vm& vm, Exception* exception,
                                                    const ReportOptions& options);
/// The same in one piece, as logging.exception() prints it.
[[nodiscard]] std::string formatLogged(Vm& vm, Exception* exception);
/// Takes the pending exception, which nobody can catch, and tells of it on standard error:
/// "Exception ignored in: …" with the repr of `culprit`, or `otherwise` if that fails; then this
/// exception alone (Python/errors.c, _PyErr_WriteUnraisableMsg).
void reportIgnored(Vm& vm, Value culprit, std::string_view otherwise);
/// The entries of a traceback that are shown: those of the scenario's own code, not of modules
/// that come with the engine.
[[nodiscard]] std::vector<const Traceback*> shownEntries(const Traceback* first,
                                                         std::int64_t limit);
/// Their texts, with their source lines and markers.
[[nodiscard]] std::vector<std::string> formatEntries(Vm& vm, const Traceback* first,
                                                     std::int64_t limit, PrintedBy by);

/// What the traceback of a SystemExit is once nobody has caught it: the interpreter ends without
/// giving it the frames that had no handler on its way (Python/pythonrun.c, handle_system_exit).
void keepOnlyWhatWasCaught(Exception* exception);

/// An exception that is thrown into a coroutine which awaits while it handles another one loses
/// there the frames since its last handler (Python/errors.c, _PyErr_ChainStackItem). `before`: the
/// traceback that it was thrown with, which it keeps.
void loseFramesOfThrow(Exception* exception, const Traceback* before);
/// Will what is now leaving, out of a native function that it was thrown into, lose frames so?
[[nodiscard]] bool losesFramesOfThrow(const Vm& vm);

}  // namespace coroscope::runtime
