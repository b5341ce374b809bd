// SyntaxError and its kind: Objects/exceptions.c (PySyntaxErrorObject), and how one is printed
// (Python/pythonrun.c, print_exception_file_and_line and print_error_text).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"
#include "engine/scenario/source_text.h"

namespace coroscope::runtime {

namespace {

/// The second argument is (filename, lineno, offset, text, end_lineno, end_offset).
enum Detail : std::size_t { kFileName, kLine, kOffset, kText, kEndLine, kEndOffset };

Value messageOf(Exception* exception) {
    auto args = exception->args->span();
    return args.empty() ? Value::none() : args[0];
}

template <std::size_t kIndex>
Value detail(Exception* exception) {
    auto args = exception->args->span();
    if (args.size() != 2 || !hasFlag(args[1], kTypeIsTuple)) return Value::none();
    auto details = args[1].as<Tuple>()->span();
    return kIndex < details.size() ? details[kIndex] : Value::none();
}

template <std::size_t kIndex>
void addDetail(Vm& vm, std::string_view name) {
    addGetter(vm, vm.exc.SyntaxError, name,
              [](Vm&, Value self) { return Ref(detail<kIndex>(self.as<Exception>())); });
}

Ref syntaxErrorStr(Vm& vm, Value self) {
    auto* exception = self.as<Exception>();
    std::string text = CORO_TRY(strText(vm, messageOf(exception)));
    const Value file = detail<kFileName>(exception), line = detail<kLine>(exception);
    std::string_view name = isStr(file) ? viewOf(file) : std::string_view();
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
    if (isStr(file) && line.isSmallInt())
        return newStr(vm, fmt::format("{} ({}, line {})", text, name, line.integer));
    if (isStr(file)) return newStr(vm, fmt::format("{} ({})", text, name));
    if (line.isSmallInt()) return newStr(vm, fmt::format("{} (line {})", text, line.integer));
    return newStr(vm, text);
}

std::int64_t numberOr(Value value, std::int64_t otherwise) {
    return value.isSmallInt() ? value.integer : otherwise;
}

}  // namespace

Ptr<Exception> makeSyntaxError(Vm& vm, const scenario::Diagnostic& diagnostic,
                               const scenario::SourceText* source) {
    Type* type = diagnostic.kind == "IndentationError" ? vm.exc.IndentationError
                 : diagnostic.kind == "TabError"       ? vm.exc.TabError
                 : diagnostic.kind == "MemoryError"    ? vm.exc.MemoryError
                 : diagnostic.kind == "RecursionError" ? vm.exc.RecursionError
                                                       : vm.exc.SyntaxError;
    if (!type->isSubtypeOf(vm.exc.SyntaxError)) return makeException(vm, type, diagnostic.message);
    const scenario::Span& span = diagnostic.span;
    const auto column = [&](int line, int byte) {
        return Value::ofInt((source ? source->characterColumn(line, byte) : byte) + 1);
    };
    Ref file = newStr(vm, diagnostic.file);
    Ref text = source && span.known() ? newStr(vm, std::string(source->line(span.line)) + "\n")
                                      : Ref::none();
    const Value details[] = {
        file, Value::ofInt(span.line),    column(span.line, span.column),
        text, Value::ofInt(span.endLine), column(span.endLine, span.endColumn)};
    Ref message = newStr(vm, diagnostic.message);
    Ptr<Tuple> place = makeTuple(vm, details);
    const Value args[] = {message, place.value()};
    return makeException(vm, type, args);
}

std::string syntaxErrorPlace(Vm&, Exception* exception) {
    const Value file = detail<kFileName>(exception), line = detail<kLine>(exception),
                source = detail<kText>(exception);
    if (!line.isSmallInt()) return {};
    std::string out = fmt::format("  File \"{}\", line {}\n",
                                  isStr(file) ? viewOf(file) : "<string>", line.integer);
    if (!isStr(source)) return out;
    std::string_view text = viewOf(source);
    text = text.substr(0, text.find('\n'));
    const std::size_t indent = std::min(text.find_first_not_of(" \t\f"), text.size());
    out += fmt::format("    {}\n", text.substr(indent));
    const std::int64_t begin =
        numberOr(detail<kOffset>(exception), 0) - 1 - static_cast<std::int64_t>(indent);
    if (begin < 0) return out;
    const bool oneLine = numberOr(detail<kEndLine>(exception), line.integer) == line.integer;
    std::int64_t end = oneLine ? numberOr(detail<kEndOffset>(exception), 0) - 1
                               : static_cast<std::int64_t>(text.size());
    end = std::max(end - static_cast<std::int64_t>(indent), begin + 1);
    return out + fmt::format("    {}{}\n", std::string(static_cast<std::size_t>(begin), ' '),
                             std::string(static_cast<std::size_t>(end - begin), '^'));
}

void initSyntaxErrorType(Vm& vm) {
    Type* type = vm.exc.SyntaxError;
    for (Type* each : {type, vm.exc.IndentationError, vm.exc.TabError})
        each->slots.str = syntaxErrorStr;
    addGetter(vm, type, "msg",
              [](Vm&, Value self) { return Ref(messageOf(self.as<Exception>())); });
    addDetail<kFileName>(vm, "filename");
    addDetail<kLine>(vm, "lineno");
    addDetail<kOffset>(vm, "offset");
    addDetail<kText>(vm, "text");
    addDetail<kEndLine>(vm, "end_lineno");
    addDetail<kEndOffset>(vm, "end_offset");
}

}  // namespace coroscope::runtime
