// Tracebacks: collecting them, and printing them as CPython 3.11 does
// (Lib/traceback.py, Python/traceback.c).
#include "engine/runtime/traceback.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/runtime/exception_group.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/native.h"
#include "engine/runtime/suggestions.h"
#include "engine/runtime/traceback_markers.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

void addTraceback(Vm& vm, Frame* frame, const Instruction* ip) {
    if (!vm.pending) return;
    // What a bundled module raises and catches by itself is no event of the scenario.
    bool reachesScenario = !isBundled(frame);
    for (Traceback* inner = vm.pending->traceback.get(); inner && reachesScenario;
         inner = inner->next.get()) {
        reachesScenario = isBundled(inner->frame.get());
    }
    Ptr<Traceback> entry = vm.heap.make<Traceback>(vm.types.traceback);
    entry->next = std::move(vm.pending->traceback);
    entry->frame = Ptr<Frame>(frame);
    entry->instruction = static_cast<std::int32_t>(ip - frame->code->instructions);
    vm.pending->traceback = std::move(entry);
    if (reachesScenario) vm.host.exceptionRaised(vm.pending.get(), frame);
}

namespace {

bool hasHandler(const Code* code, std::ptrdiff_t instruction) {
    return std::ranges::any_of(code->source->exceptionTable, [&](const auto& range) {
        return instruction >= range.begin && instruction < range.end;
    });
}

bool hasHandler(const Traceback* entry) {
    return hasHandler(entry->frame->code, entry->instruction);
}

/// The frame of a coroutine or generator, which is the outermost one of a task's step: who runs
/// that catches and raises again.
bool isResumed(const Traceback* entry) {
    return entry->frame->code->kind >= language::CodeKind::Generator;
}

template <class Stays>
void loseFramesUntil(Exception* exception, Stays stays) {
    const Traceback* entry = exception->traceback.get();
    while (entry && !stays(entry)) entry = entry->next.get();
    exception->traceback = Ptr<Traceback>(const_cast<Traceback*>(entry));
}

}  // namespace

void keepOnlyWhatWasCaught(Exception* exception) {
    loseFramesUntil(exception,
                    [](const Traceback* entry) { return hasHandler(entry) || isResumed(entry); });
}

void loseFramesOfThrow(Exception* exception, const Traceback* before) {
    loseFramesUntil(exception, [before](const Traceback* entry) {
        return entry == before || hasHandler(entry);
    });
}

bool losesFramesOfThrow(const Vm& vm) {
    for (const Frame* frame = vm.frame; frame && frame->generator; frame = frame->back) {
        if (frame->generator->exceptions.handled) return true;
        if (hasHandler(frame->code, frame->ip - frame->code->instructions)) return false;
    }
    return false;
}

namespace {

constexpr int kRecursiveCutoff = 3;  // Lib/traceback.py _RECURSIVE_CUTOFF

/// When the interpreter ends and the modules have gone, it cannot open files any more
/// (Python/traceback.c, _Py_DisplaySourceLine needs `io`).
bool canReadSource(Vm& vm, PrintedBy by) {
    return by != PrintedBy::Interpreter ||
           !dictGetStr(vm.modules.get(), vm.names.__main__).isUnbound();
}

std::string formatEntry(Vm& vm, const Traceback* entry, PrintedBy by) {
    const Code* code = entry->frame->code;
    const scenario::Span span = entry->span();
    const std::string& file = code->source->fileName;
    std::string text =
        fmt::format("  File \"{}\", line {}, in {}\n", file, span.line, code->name->view());
    if (!canReadSource(vm, by)) return text;
    const std::string_view line = vm.host.sourceLine(file, span.line);
    const std::size_t begin = line.find_first_not_of(" \t\f");
    if (begin == std::string_view::npos) return text;
    const std::size_t end =
        by == PrintedBy::Interpreter ? line.size() : line.find_last_not_of(" \t\f\r\n") + 1;
    text += fmt::format("    {}\n", line.substr(begin, end - begin));
    const std::string markers = tracebackMarkers(line, span, by);
    if (!markers.empty()) text += fmt::format("    {}\n", markers);
    return text;
}

/// Is there a frame of the scenario's? A traceback of others alone is not shown, not even its
/// title.
bool hasOwnEntry(const Traceback* entry) {
    while (entry && isBundled(entry->frame.get())) entry = entry->next.get();
    return entry != nullptr;
}

}  // namespace

std::vector<const Traceback*> shownEntries(const Traceback* entry, std::int64_t limit) {
    std::vector<const Traceback*> shown;
    for (; entry; entry = entry->next.get()) {
        if (!isBundled(entry->frame.get())) shown.push_back(entry);
    }
    const auto count = static_cast<std::int64_t>(shown.size());
    if (limit >= 0 && limit < count) shown.resize(static_cast<std::size_t>(limit));
    if (limit < 0 && -limit < count) shown.erase(shown.begin(), shown.begin() + (count + limit));
    return shown;
}

std::vector<std::string> formatEntries(Vm& vm, const Traceback* first, std::int64_t limit,
                                       PrintedBy by) {
    std::vector<std::string> texts;
    const Code* lastCode = nullptr;
    int lastLine = -1;
    int count = 0;
    const auto flush = [&] {
        if (count > kRecursiveCutoff) {
            const int more = count - kRecursiveCutoff;
            texts.push_back(fmt::format("  [Previous line repeated {} more time{}]\n", more,
                                        more > 1 ? "s" : ""));
        }
    };
    for (const Traceback* entry : shownEntries(first, limit)) {
        const Code* code = entry->frame->code;
        const int line = entry->span().line;
        if (code != lastCode || line != lastLine) {
            flush();
            lastCode = code;
            lastLine = line;
            count = 0;
        }
        if (++count > kRecursiveCutoff) continue;
        texts.push_back(formatEntry(vm, entry, by));
    }
    flush();
    return texts;
}

namespace {

std::string typeText(Vm& vm, Type* type) {
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    const std::string name(type->qualifiedName->view());
    if (!isStr(module) || viewOf(module) == "builtins" || viewOf(module) == "__main__") return name;
    return fmt::format("{}.{}", viewOf(module), name);
}

std::string notesText(Vm& vm, Exception* exception) {
    const Value notes = instanceGet(exception->attributes, vm.names.__notes__);
    if (!notes.is(vm.types.list)) return {};
    std::string text;
    const Ptr<Tuple> each =
        makeTuple(vm, notes.as<List>()->span());  // their str may change the list
    for (Value note : each->span()) {
        auto line = strText(vm, note);
        text += (line.isRaised() ? "<note str() failed>" : *line) + "\n";
    }
    return text;
}

/// `ValueError: x` and a hint.
std::string messageLines(Vm& vm, Exception* exception, const ReportOptions& options) {
    std::string text = exceptionText(vm, exception), line;
    if (exception->type->isSubtypeOf(vm.exc.SyntaxError)) {
        line = syntaxErrorPlace(vm, exception);
        // Where it is has been said then.
        auto args = exception->args->span();
        if (!line.empty() && !args.empty() && isStr(args[0])) text = viewOf(args[0]);
    }
    line += typeText(vm, exception->type);
    if (!text.empty()) line += ": " + text;
    if (options.hints) line += suggestionFor(vm, exception);
    return line + "\n";
}

/// A whole report, groups drawn as trees (Lib/traceback.py, TracebackException.format).
class Report {
public:
    Report(Vm& vm, const ReportOptions& options) : vm_(vm), options_(options) {}

    void add(Exception* exception) {
        seen_.insert(exception);
        auto chain = chainOf(exception);
        if (!options_.chain) chain.resize(1);
        for (std::size_t i = chain.size(); i-- > 0;) {
            auto [each, isCause] = chain[i];
            const bool needClose = needClose_;
            addOne(each);
            if (i == 0) break;
            // Where the two differ: Python/pythonrun.c, print_chained, and Lib/traceback.py.
            if (options_.hints) needClose_ = needClose;
            emit(isCause
                     ? "\nThe above exception was the direct cause of the following exception:\n\n"
                     : "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
    }
    std::vector<std::string> take() { return std::move(out_); }

private:
    static constexpr std::size_t kMaxGroupWidth = 15;
    static constexpr int kMaxGroupDepth = 10;

    /// An exception with what it came from, the oldest last. Long chains are walked without
    /// recursion.
    std::vector<std::pair<Exception*, bool>> chainOf(Exception* exception) {
        std::vector<std::pair<Exception*, bool>> chain{{exception, false}};
        for (;;) {
            Exception* last = chain.back().first;
            if (last->cause) {
                if (!seen_.insert(last->cause.get()).second) break;
                chain.emplace_back(last->cause.get(), true);
            } else if (last->context && !last->suppressContext) {
                if (!seen_.insert(last->context.get()).second) break;
                chain.emplace_back(last->context.get(), false);
            } else {
                break;
            }
        }
        return chain;
    }

    void addOne(Exception* exception) {
        if (isExceptionGroup(vm_, exception)) {
            if (depth_ > kMaxGroupDepth) {
                emit(fmt::format("... (max_group_depth is {})\n", kMaxGroupDepth));
            } else {
                addGroup(exception);
            }
            return;
        }
        if (hasOwnEntry(exception->traceback.get())) {
            emit("Traceback (most recent call last):\n");
            emitEntries(exception);
        }
        addMessage(exception);
    }

    void addMessage(Exception* exception) {
        std::string text = messageLines(vm_, exception, options_);
        const std::string notes = options_.notes ? notesText(vm_, exception) : std::string();
        if (options_.hints && depth_ > 0) {
            // The interpreter's own report has a margin before the first line of a message alone.
            out_.push_back(fmt::format("{}| {}", indent(), text));
            text.clear();
        }
        text += notes;
        if (!text.empty()) emit(text);
    }

    void addGroup(Exception* group) {
        const bool outermost = depth_ == 0;
        if (outermost) ++depth_;
        if (hasOwnEntry(group->traceback.get())) {
            emit("Exception Group Traceback (most recent call last):\n", outermost ? '+' : '|');
            emitEntries(group);
        }
        addMessage(group);
        const auto members = exceptionsOf(group);
        const std::size_t shown = std::min(members.size(), kMaxGroupWidth + 1);
        needClose_ = false;
        for (std::size_t i = 0; i < shown; ++i) {
            const bool last = i + 1 == shown;
            if (last) needClose_ = true;  // a group inside may close the frame as well
            const bool truncated = i >= kMaxGroupWidth;
            out_.push_back(fmt::format("{}{}+---------------- {} ----------------\n", indent(),
                                       i == 0 ? "+-" : "  ",
                                       truncated ? std::string("...") : std::to_string(i + 1)));
            ++depth_;
            if (truncated) {
                const std::size_t more = members.size() - kMaxGroupWidth;
                emit(fmt::format("and {} more exception{}\n", more, more > 1 ? "s" : ""));
            } else {
                add(members[i].as<Exception>());
            }
            if (last && needClose_) {
                out_.push_back(indent() + "+------------------------------------\n");
                needClose_ = false;
            }
            --depth_;
        }
        if (outermost) depth_ = 0;
    }

    [[nodiscard]] std::string indent() const {
        return std::string(static_cast<std::size_t>(depth_) * 2, ' ');
    }

    /// Inside of a group every line has a margin.
    void emit(std::string_view text, char margin = '|') {
        if (depth_ == 0) {
            out_.emplace_back(text);
            return;
        }
        std::string piece;
        while (!text.empty()) {
            const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
            piece += fmt::format("{}{} {}", indent(), margin, text.substr(0, length));
            text.remove_prefix(length);
        }
        out_.push_back(std::move(piece));
    }

    void emitEntries(const Exception* exception) {
        for (const std::string& text :
             formatEntries(vm_, exception->traceback.get(), options_.limit, options_.by))
            emit(text);
    }

    Vm& vm_;
    ReportOptions options_;
    std::set<Exception*> seen_;
    std::vector<std::string> out_;
    int depth_ = 0;
    bool needClose_ = false;
};

}  // namespace

std::string formatExceptionOnly(Vm& vm, Exception* exception) {
    return messageLines(vm, exception, {}) + notesText(vm, exception);
}

std::vector<std::string> formatReport(Vm& vm, Exception* exception, const ReportOptions& options) {
    Report report(vm, options);
    Ptr<Exception> saved = std::move(vm.pending);
    report.add(exception);
    if (!vm.stopped()) vm.pending = std::move(saved);
    return report.take();
}

namespace {
std::string formatJoined(Vm& vm, Exception* exception, const ReportOptions& options) {
    return fmt::format("{}", fmt::join(formatReport(vm, exception, options), ""));
}
}  // namespace

std::string formatException(Vm& vm, Exception* exception) {
    return formatJoined(vm, exception, {.hints = true, .by = PrintedBy::Interpreter});
}

std::string formatLogged(Vm& vm, Exception* exception) { return formatJoined(vm, exception, {}); }

void reportIgnored(Vm& vm, Value culprit, std::string_view otherwise) {
    // What no frame of Python's has raised is told with the one that runs.
    if (!vm.pending->traceback && vm.frame && !vm.host.isInLibrary())
        addTraceback(vm, vm.frame, vm.frame->ip);
    const Ptr<Exception> exception = takePending(vm);
    const auto text = reprText(vm, culprit);
    writeReport(vm, fmt::format("Exception ignored in: {}\n{}",
                                text.isRaised() ? otherwise : std::string_view(*text),
                                formatJoined(vm, exception.get(),
                                             {.chain = false,
                                              .notes = false,
                                              .by = PrintedBy::Interpreter})));
}

}  // namespace coroscope::runtime
