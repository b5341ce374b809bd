// What the module traceback needs of the engine. The rest is bundled Python.
#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traceback.h"

namespace coroscope::runtime {

namespace {

Outcome<std::int64_t> limitFrom(Vm& vm, Value value) {
    if (value.isNone()) return ReportOptions{}.limit;
    return asIndex(vm, value);
}

Ref listOfTexts(Vm& vm, const std::vector<std::string>& texts) {
    Ptr<List> list = makeList(vm);
    for (const std::string& text : texts) {
        Ref item = CORO_TRY(newStr(vm, text));
        CORO_TRY(listAppend(vm, list.get(), item));
    }
    return std::move(list).toRef();
}

Status checkException(Vm& vm, Value value) {
    if (isException(value)) return kDone;
    return raise(vm, vm.exc.TypeError, "an exception is needed");
}

/// report(exception, limit, chain): its pieces.
Ref report(Vm& vm, const Arguments& a) {
    CORO_TRY(checkException(vm, a[0]));
    ReportOptions options;
    options.limit = CORO_TRY(limitFrom(vm, a[1]));
    options.chain = CORO_TRY(truth(vm, a[2]));
    auto pieces = formatReport(vm, a[0].as<Exception>(), options);
    if (vm.stopped()) return Raised{};
    return listOfTexts(vm, pieces);
}

/// last_lines(exception): `ValueError: x` and its notes.
Ref lastLines(Vm& vm, const Arguments& a) {
    CORO_TRY(checkException(vm, a[0]));
    return newStr(vm, formatExceptionOnly(vm, a[0].as<Exception>()));
}

const Traceback* tracebackFrom(Vm& vm, Value value) {
    return value.is(vm.types.traceback) ? value.as<Traceback>() : nullptr;
}

/// entry_texts(traceback, limit)
Ref entryTexts(Vm& vm, const Arguments& a) {
    return listOfTexts(vm, formatEntries(vm, tracebackFrom(vm, a[0]), CORO_TRY(limitFrom(vm, a[1])),
                                         PrintedBy::Library));
}

/// entries(traceback, limit): (file, line, name, text of the line) of each.
Ref entries(Vm& vm, const Arguments& a) {
    Ptr<List> list = makeList(vm);
    for (const Traceback* entry :
         shownEntries(tracebackFrom(vm, a[0]), CORO_TRY(limitFrom(vm, a[1])))) {
        const Code* code = entry->frame->code;
        const int line = entry->span().line;
        Ref file = CORO_TRY(newStr(vm, code->source->fileName));
        Ref text = CORO_TRY(newStr(vm, vm.host.sourceLine(code->source->fileName, line)));
        const Value items[] = {file, Value::ofInt(line), code->name.value(), text};
        CORO_TRY(listAppend(vm, list.get(), makeTuple(vm, items).value()));
    }
    return std::move(list).toRef();
}

/// source_line(file, line); empty where it is not known.
Ref sourceLine(Vm& vm, const Arguments& a) {
    if (!isStr(a[0])) return raise(vm, vm.exc.TypeError, "a file name must be str");
    const std::int64_t line = CORO_TRY(asIndex(vm, a[1]));
    if (line < 1 || line > INT32_MAX) return newStr(vm, "");
    return newStr(vm, vm.host.sourceLine(viewOf(a[0]), static_cast<int>(line)));
}

/// source_lines(file): all of them; none where the file is not known.
Ref sourceLines(Vm& vm, const Arguments& a) {
    if (!isStr(a[0])) return raise(vm, vm.exc.TypeError, "a file name must be str");
    std::vector<std::string> lines;
    for (int line = 1;; ++line) {
        const std::string_view text = vm.host.sourceLine(viewOf(a[0]), line);
        if (text.data() == nullptr) return listOfTexts(vm, lines);
        lines.push_back(std::string(text) + '\n');
    }
}

/// is_own(code): is it the scenario's own code?
Ref isOwn(Vm& vm, const Arguments& a) {
    return Ref::boolean(a[0].is(vm.types.code) &&
                        !isBundledFile(a[0].as<Code>()->source->fileName));
}

}  // namespace

Ref makeTracebackParts(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "_traceback");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "report", report, 3, 3);
    addFunction(vm, dict, "last_lines", lastLines, 1, 1);
    addFunction(vm, dict, "entry_texts", entryTexts, 2, 2);
    addFunction(vm, dict, "entries", entries, 2, 2);
    addFunction(vm, dict, "source_line", sourceLine, 2, 2);
    addFunction(vm, dict, "source_lines", sourceLines, 1, 1);
    addFunction(vm, dict, "is_own", isOwn, 1, 1);
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
