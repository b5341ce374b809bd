// Tracebacks: collecting them, and printing them as CPython 3.11 does
// (Lib/traceback.py, Python/traceback.c).
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/suggestions.h"
#include "engine/runtime/traceback_markers.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

void addTraceback(Vm &vm, Frame *frame, const Instruction *ip) {
  if (!vm.pending) return;
  const bool first = !vm.pending->traceback;
  Ptr<Traceback> entry = vm.heap.make<Traceback>(vm.types.traceback);
  entry->next = std::move(vm.pending->traceback);
  entry->frame = Ptr<Frame>(frame);
  entry->instruction = static_cast<std::int32_t>(ip - frame->code->instructions);
  vm.pending->traceback = std::move(entry);
  if (first) vm.host.exceptionRaised(vm.pending.get(), frame);
}

namespace {

constexpr int kRecursiveCutoff = 3;  // Lib/traceback.py _RECURSIVE_CUTOFF

std::string formatEntry(Vm &vm, const Traceback *entry) {
  const Code *code = entry->frame->code;
  const scenario::Span span = entry->span();
  const std::string &file = code->source->fileName;
  std::string text = fmt::format("  File \"{}\", line {}, in {}\n", file, span.line, code->name->view());
  const std::string_view line = vm.host.sourceLine(file, span.line);
  const std::size_t begin = line.find_first_not_of(" \t\f");
  if (begin == std::string_view::npos) return text;
  const std::size_t end = line.find_last_not_of(" \t\f\r\n") + 1;
  text += fmt::format("    {}\n", line.substr(begin, end - begin));
  const std::string markers = tracebackMarkers(line, span);
  if (!markers.empty()) text += fmt::format("    {}\n", markers);
  return text;
}

std::string formatTraceback(Vm &vm, const Traceback *entry) {
  std::string text = "Traceback (most recent call last):\n";
  const Code *lastCode = nullptr;
  int lastLine = -1;
  int count = 0;
  const auto flush = [&] {
    if (count > kRecursiveCutoff) {
      const int more = count - kRecursiveCutoff;
      text += fmt::format("  [Previous line repeated {} more time{}]\n", more, more > 1 ? "s" : "");
    }
  };
  for (; entry; entry = entry->next.get()) {
    const Code *code = entry->frame->code;
    // Only the scenario's own code is shown, not that of modules that come with the engine.
    if (code->source->fileName.starts_with(kBundledPrefix)) continue;
    const int line = entry->span().line;
    if (code != lastCode || line != lastLine) {
      flush();
      lastCode = code;
      lastLine = line;
      count = 0;
    }
    if (++count > kRecursiveCutoff) continue;
    text += formatEntry(vm, entry);
  }
  flush();
  return text;
}

std::string typeText(Vm &vm, Type *type) {
  const Value module = dictGetStr(type->dict, vm.names.__module__);
  const std::string name(type->qualifiedName->view());
  if (!isStr(module) || viewOf(module) == "builtins" || viewOf(module) == "__main__") return name;
  return fmt::format("{}.{}", viewOf(module), name);
}

std::string notesText(Vm &vm, Exception *exception) {
  const Value notes = instanceGet(exception->attributes, vm.names.__notes__);
  if (!notes.is(vm.types.list)) return {};
  std::string text;
  for (Value note : notes.as<List>()->span()) {
    auto line = strText(vm, note);
    if (!line.isRaised()) text += *line + "\n";
  }
  return text;
}

void formatChain(Vm &vm, Exception *exception, std::set<Exception *> &seen, std::string &out) {
  // The oldest comes first. Long chains are walked without recursion.
  std::vector<std::pair<Exception *, bool>> chain{{exception, false}};
  seen.insert(exception);
  for (;;) {
    Exception *last = chain.back().first;
    if (last->cause) {
      if (!seen.insert(last->cause.get()).second) break;
      chain.emplace_back(last->cause.get(), true);
    } else if (last->context && !last->suppressContext) {
      if (!seen.insert(last->context.get()).second) break;
      chain.emplace_back(last->context.get(), false);
    } else {
      break;
    }
  }
  for (std::size_t i = chain.size(); i-- > 0;) {
    auto [each, isCause] = chain[i];
    if (each->traceback) out += formatTraceback(vm, each->traceback.get());
    out += formatExceptionOnly(vm, each);
    if (i == 0) break;
    out += isCause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                   : "\nDuring handling of the above exception, another exception occurred:\n\n";
  }
}

}  // namespace

std::string formatExceptionOnly(Vm &vm, Exception *exception) {
  const std::string text = exceptionText(vm, exception);
  std::string line = typeText(vm, exception->type);
  if (!text.empty()) line += ": " + text;
  line += suggestionFor(vm, exception);
  return line + "\n" + notesText(vm, exception);
}

std::string formatException(Vm &vm, Exception *exception) {
  std::string out;
  std::set<Exception *> seen;
  Ptr<Exception> saved = std::move(vm.pending);
  formatChain(vm, exception, seen, out);
  if (!vm.stopped()) vm.pending = std::move(saved);
  return out;
}

}  // namespace coroscope::runtime
