// Modules and their import: Python/import.c, Lib/importlib, in the parts that a
// scenario can see. A name is looked for among the engine's own modules, then among
// the scenario's siblings (Host::findSource), and nowhere else.
#include <fmt/format.h>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"
#include "engine/language/subset_check.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"
#include "engine/scenario/source_text.h"

namespace coroscope::runtime {

namespace {

Ref moduleRepr(Vm &vm, Value self) {
  auto *module = self.as<Module>();
  const Value file = dictGetStr(module->dict.get(), vm.names.__file__);
  if (isStr(file)) return newStr(vm, fmt::format("<module '{}' from '{}'>", module->name->view(), viewOf(file)));
  return newStr(vm, fmt::format("<module '{}' (built-in)>", module->name->view()));
}

Ref moduleGetAttribute(Vm &vm, Value self, Str *name) {
  auto *module = self.as<Module>();
  Value found = dictGetStr(module->dict.get(), name);
  if (!found.isUnbound()) return found;
  if (name == vm.names.__dict__) return module->dict.toRef();
  Value fallback = dictGetStr(module->dict.get(), vm.names.__getattr__);
  if (!fallback.isUnbound()) return vm.call(fallback, {Value(name)});
  return genericGetAttribute(vm, self, name);
}

Status moduleSetAttribute(Vm &vm, Value self, Str *name, Value value) {
  Dict *dict = self.as<Module>()->dict.get();
  if (value.isUnbound()) {
    if (dictDeleteStr(vm, dict, name)) return kDone;
    return raise(vm, vm.exc.AttributeError, fmt::format("module '{}' has no attribute '{}'", self.as<Module>()->name->view(), name->view()));
  }
  dictSetStr(vm, dict, vm.intern(name), value);
  return kDone;
}

Raised raiseNoModule(Vm &vm, std::string_view name) {
  Ptr<Exception> exception = makeException(vm, vm.exc.ModuleNotFoundError, fmt::format("No module named {}", reprOfText(name)));
  exception->value = Ref(makeStr(vm, name).value());
  return raiseException(vm, std::move(exception));
}

/// Compiles and runs a sibling file as a module.
Ref runSibling(Vm &vm, Str *name, const std::string &fileName, std::string_view text) {
  auto code = compileForImport(vm, fileName, text);
  if (code.isRaised()) return Raised{};
  Ptr<Module> module;
  Ref result = vm.runModule(code.take(), name, &module);
  if (result.isRaised()) {
    dictDeleteStr(vm, vm.modules.get(), name);
    return Raised{};
  }
  return module.toRef();
}

/// One module of a dotted name, with its parents already imported.
Ref loadModule(Vm &vm, Str *name) {
  Value known = dictGetStr(vm.modules.get(), name);
  if (!known.isUnbound()) return known;
  Ref made = CORO_TRY(makeRuntimeModule(vm, name->view()));
  if (made.isUnbound()) made = CORO_TRY(vm.host.importModule(vm, name));
  if (made.isUnbound()) {
    std::string fileName, text;
    if (vm.host.findSource(name->view(), fileName, text)) made = CORO_TRY(runSibling(vm, name, fileName, text));
  }
  if (made.isUnbound()) return raiseNoModule(vm, name->view());
  dictSetStr(vm, vm.modules.get(), name, made);
  return made;
}

}  // namespace

Ref importName(Vm &vm, Str *name, int level, Value fromList, Dict *globals) {
  std::string full(name->view());
  if (level > 0) {
    // `from . import x`: relative to the package of the importing module.
    const Value package = dictGetStr(globals, vm.intern("__package__"));
    std::string base = isStr(package) ? std::string(viewOf(package)) : "";
    if (base.empty()) {
      return raise(vm, vm.exc.ImportError, "attempted relative import with no known parent package");
    }
    for (int i = 1; i < level; ++i) {
      const std::size_t dot = base.rfind('.');
      if (dot == std::string::npos) {
        return raise(vm, vm.exc.ImportError, "attempted relative import beyond top-level package");
      }
      base.resize(dot);
    }
    full = full.empty() ? base : base + "." + full;
  }
  Ref first, last;
  for (std::size_t dot = full.find('.');; dot = full.find('.', dot + 1)) {
    Str *part = vm.intern(std::string_view(full).substr(0, dot));
    Ref parent = last;
    last = CORO_TRY(loadModule(vm, part));
    if (first.isUnbound()) first = last;
    if (!parent.isUnbound()) {
      const std::size_t tail = part->view().rfind('.');
      CORO_TRY(setAttribute(vm, parent, vm.intern(part->view().substr(tail + 1)), last));
    }
    if (dot == std::string::npos) break;
  }
  if (fromList.isNone()) return level > 0 ? last : first;
  // `from package import module`: the names that are modules of it are imported as well.
  if (fromList.is(vm.types.tuple) && last.is(vm.types.module)) {
    for (Value item : fromList.as<Tuple>()->span()) {
      if (!isStr(item) || viewOf(item) == "*") continue;
      Module *package = last.as<Module>();
      if (!dictGetStr(package->dict.get(), item.as<Str>()).isUnbound()) continue;
      std::string fileName, text;
      const std::string child = fmt::format("{}.{}", full, viewOf(item));
      if (!vm.host.findSource(child, fileName, text)) continue;
      Ref module = CORO_TRY(loadModule(vm, vm.intern(child)));
      CORO_TRY(setAttribute(vm, last, item.as<Str>(), module));
    }
  }
  return last;
}

Ref importFrom(Vm &vm, Value module, Str *name) {
  Ref found = CORO_TRY(findAttribute(vm, module, name));
  if (!found.isUnbound()) return found;
  std::string moduleName = "?", place = "unknown location";
  if (module.is(vm.types.module)) {
    moduleName = module.as<Module>()->name->view();
    const Value file = dictGetStr(module.as<Module>()->dict.get(), vm.names.__file__);
    if (isStr(file)) place = viewOf(file);
  }
  Ptr<Exception> exception = makeException(
      vm, vm.exc.ImportError, fmt::format("cannot import name {} from {} ({})", reprOfText(name->view()), reprOfText(moduleName), place));
  exception->value = newStr(vm, moduleName);
  return raiseException(vm, std::move(exception));
}

Status importStar(Vm &vm, Value module, Dict *into) {
  if (!module.is(vm.types.module)) return kDone;
  Dict *dict = module.as<Module>()->dict.get();
  const Value all = dictGetStr(dict, vm.intern("__all__"));
  if (!all.isUnbound()) {
    Ref names = CORO_TRY(listFromIterable(vm, all));
    for (Value name : names.as<List>()->span()) {
      Ref value = CORO_TRY(getAttribute(vm, module, vm.intern(name.as<Str>())));
      dictSetStr(vm, into, vm.intern(name.as<Str>()), value);
    }
    return kDone;
  }
  std::uint32_t position = 0;
  Value key, value;
  while (dictNext(dict, position, key, value)) {
    if (isStr(key) && !viewOf(key).starts_with('_')) dictSetStr(vm, into, key.as<Str>(), value);
  }
  return kDone;
}

Outcome<std::shared_ptr<const CodeObject>> compileForImport(Vm &vm, const std::string &fileName, std::string_view text) {
  const auto refuse = [&vm](const scenario::Diagnostic &diagnostic) {
    Type *type = diagnostic.kind == "IndentationError" ? vm.exc.IndentationError
                 : diagnostic.kind == "TabError"       ? vm.exc.TabError
                                                       : vm.exc.SyntaxError;
    return raise(vm, type, fmt::format("{} ({}, line {})", diagnostic.message, diagnostic.file, diagnostic.span.line));
  };
  auto read = scenario::SourceText::fromBytes(fileName, text);
  if (const auto *diagnostic = std::get_if<scenario::Diagnostic>(&read)) return refuse(*diagnostic);
  const auto &source = std::get<scenario::SourceText>(read);
  const language::ParseResult parsed = language::parse(source);
  if (!parsed) return refuse(parsed.error);
  // What it imports is looked for when it gets there.
  language::ImportableModules anything;
  anything.isSibling = [](std::string_view, int) { return true; };
  const auto refused = language::checkSubset(*parsed.ast, source, anything);
  if (!refused.empty()) return refuse(refused.front());
  auto compiled = language::compile(*parsed.ast->module, fileName);
  if (const auto *diagnostic = std::get_if<scenario::Diagnostic>(&compiled)) return refuse(*diagnostic);
  return std::get<std::shared_ptr<const CodeObject>>(std::move(compiled));
}

Ref Vm::runModule(std::shared_ptr<const CodeObject> source, Str *name, Ptr<Module> *made) {
  Vm &vm = *this;
  const std::string fileName = source->fileName;
  Ptr<Module> module = makeModule(vm, name->view());
  Dict *dict = module->dict.get();
  dictSetStr(vm, dict, names.__file__, makeStr(vm, fileName).value());
  setValue(vm, dict, "__builtins__", modules ? Ref(dictGetStr(modules.get(), names.builtins)).isUnbound() ? Value::none() : dictGetStr(modules.get(), names.builtins) : Value::none());
  const std::size_t dot = name->view().rfind('.');
  const bool isPackage = fileName.ends_with("__init__.py");
  setValue(vm, dict, "__package__",
           name == names.__main__ ? Ref::none()
                                  : newStr(vm, isPackage ? name->view() : dot == std::string_view::npos ? "" : name->view().substr(0, dot)));
  dictSetStr(vm, modules.get(), name, module.value());
  if (made) *made = module;
  Ptr<Code> code = makeCode(vm, std::move(source));
  Ptr<Frame> frame = makeFrame(vm, code.get(), dict, nullptr);
  StepOutcome outcome = run(frame.detach());
  if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
  return Ref::none();
}

Ptr<Module> makeModule(Vm &vm, std::string_view name) {
  Ptr<Module> module = vm.heap.make<Module>(vm.types.module);
  module->dict = makeDict(vm);
  module->name = Ptr<Str>(vm.intern(name));
  dictSetStr(vm, module->dict.get(), vm.names.__name__, module->name.value());
  dictSetStr(vm, module->dict.get(), vm.names.__doc__, Value::none());
  return module;
}

void initModuleType(Vm &vm) {
  Slots slots;
  slots.destroy = destroyAs<Module>;
  slots.repr = moduleRepr;
  slots.getAttribute = moduleGetAttribute;
  slots.setAttribute = moduleSetAttribute;
  readyType(vm, vm.types.module, nullptr, kTypeNoConstruct, sizeof(Module), 0, slots);
}

void initCoreFunctions(Vm &vm) {
  initObjectMembers(vm);
  initDescriptorMembers(vm);
  initFunctionMembers(vm);
  addFunction(vm, vm.builtins.get(), "__build_class__", buildClass, 0, kAnyCount, kKeywords);
  setValue(vm, vm.builtins.get(), "__name__", Value(vm.names.builtins));
  Ptr<Module> module = vm.heap.make<Module>(vm.types.module);
  module->dict = vm.builtins;
  module->name = Ptr<Str>(vm.names.builtins);
  dictSetStr(vm, vm.modules.get(), vm.names.builtins, module.value());
}

}  // namespace coroscope::runtime
