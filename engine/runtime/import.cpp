// Modules and their import: Python/import.c, Lib/importlib, in the parts that a
// scenario can see. A name is looked for among the engine's own modules, then among
// the scenario's siblings (Host::findModule), and nowhere else.
#include <algorithm>

#include <fmt/format.h>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"
#include "engine/language/subset_check.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/standard_modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/mapping_proxy.h"
#include "engine/runtime/types_internal.h"
#include "engine/scenario/module_files.h"

namespace coroscope::runtime {

namespace {

Ref moduleRepr(Vm& vm, Value self) {
    auto* module = self.as<Module>();
    const Value file = dictGetStr(module->dict.get(), vm.names.__file__);
    if (isStr(file))
        return newStr(vm,
                      fmt::format("<module '{}' from '{}'>", module->name->view(), viewOf(file)));
    // One that the scenario made by types.ModuleType() has no loader, and says so.
    const Value loader = dictGetStr(module->dict.get(), vm.intern("__loader__"));
    const std::string_view origin = loader.isNone() ? "" : " (built-in)";
    return newStr(vm, fmt::format("<module '{}'{}>", module->name->view(), origin));
}

Ref moduleGetAttribute(Vm& vm, Value self, Str* name) {
    auto* module = self.as<Module>();
    Value found = dictGetStr(module->dict.get(), name);
    if (!found.isUnbound()) return found;
    if (name == vm.names.__dict__) return module->dict.toRef();
    Value fallback = dictGetStr(module->dict.get(), vm.names.__getattr__);
    if (!fallback.isUnbound()) return vm.call(fallback, {Value(name)});
    return genericGetAttribute(vm, self, name);
}

Status moduleSetAttribute(Vm& vm, Value self, Str* name, Value value) {
    Dict* dict = self.as<Module>()->dict.get();
    if (value.isUnbound()) {
        if (dictDeleteStr(vm, dict, name)) return kDone;
        return raise(vm, vm.exc.AttributeError,
                     fmt::format("module '{}' has no attribute '{}'",
                                 self.as<Module>()->name->view(), name->view()));
    }
    dictSetStr(vm, dict, vm.intern(name), value);
    return kDone;
}

Raised raiseModuleNotFound(Vm& vm, std::string_view name, std::string_view message) {
    Ptr<Exception> exception = makeException(vm, vm.exc.ModuleNotFoundError, message);
    exception->value = Ref(makeStr(vm, name).value());
    return raiseException(vm, std::move(exception));
}

/// Does code of the engine's own import? It never gets a file of the scenario's instead of a module
/// that comes with the engine.
bool importerIsBundled(const Vm& vm) { return vm.frame && isBundled(vm.frame); }

/// What the interpreter has in itself or has loaded before the scenario begins: no file stands in
/// for these (sys.builtin_module_names of Debian's CPython, and what its start-up imports).
bool isAlwaysBuiltIn(std::string_view name) {
    static constexpr std::string_view kNames[] = {
        "abc",         "array",     "atexit",       "binascii", "builtins", "cmath",     "codecs",
        "encodings",   "errno",     "faulthandler", "fcntl",    "gc",       "grp",       "io",
        "itertools",   "marshal",   "math",         "os",       "posix",    "posixpath", "pwd",
        "select",      "site",      "spwd",         "stat",     "sys",      "syslog",    "time",
        "unicodedata", "xxsubtype", "zipimport",    "zlib"};
    return std::ranges::binary_search(kNames, name);
}

/// Runs a file of the scenario's as a module. It is in sys.modules from its beginning, so that a
/// circular import finds what there is of it (importlib._bootstrap._load_unlocked).
Ref runFile(Vm& vm, Str* name, const scenario::ModuleFile& file) {
    using Kind = scenario::ModuleFile::Kind;
    Ptr<Module> module = makeModule(vm, name->view());
    Dict* dict = module->dict.get();
    const std::size_t dot = name->view().rfind('.');
    const std::string_view parent =
        dot == std::string_view::npos ? "" : name->view().substr(0, dot);
    setValue(vm, dict, "__package__",
             newStr(vm, file.kind == Kind::Module ? parent : name->view()));
    setValue(vm, dict, "__loader__", Value::none());
    setValue(vm, dict, "__spec__", Value::none());
    if (file.kind != Kind::Module) {
        Ptr<List> path = makeList(vm);
        for (const auto& folder : file.folders)
            CORO_TRY(listAppend(vm, path.get(), newStr(vm, folder.string())));
        setValue(vm, dict, "__path__", path.value());
    }
    if (file.kind == Kind::Namespace) {
        dictSetStr(vm, vm.modules.get(), name, module.value());
        return module.toRef();
    }
    dictSetStr(vm, dict, vm.names.__file__, makeStr(vm, file.fileName).value());
    setValue(vm, dict, "__cached__", Value::none());
    setValue(vm, dict, "__builtins__", dictGetStr(vm.modules.get(), vm.names.builtins));
    dictSetStr(vm, vm.modules.get(), name, module.value());
    module->initializing = true;
    const auto run = [&]() -> Status {
        if (!file.source())
            return raiseException(
                vm, makeSyntaxError(vm, std::get<scenario::Diagnostic>(file.content), nullptr));
        Ptr<Code> code =
            makeCode(vm, CORO_TRY(compileForImport(vm, file.fileName, *file.source())));
        Ptr<Frame> frame = makeFrame(vm, code.get(), dict, nullptr);
        if (vm.run(frame.detach()).kind == StepOutcome::Kind::Raised) return Raised{};
        return kDone;
    };
    const bool failed = run().isRaised();
    module->initializing = false;
    if (failed) {
        dictDeleteStr(vm, vm.modules.get(), name);
        return Raised{};
    }
    // It may have put something else in its place.
    Value made = dictGetStr(vm.modules.get(), name);
    return made.isUnbound() ? module.toRef() : Ref(made);
}

Value findModuleNamed(Vm& vm, std::string_view name) {
    return dictGetStr(vm.modules.get(), vm.intern(name));
}

/// A module that comes with the engine; Unbound if it is none.
Ref loadBuiltIn(Vm& vm, Str* name) {
    Ref made = CORO_TRY(makeRuntimeModule(vm, name->view()));
    if (made.isUnbound()) made = CORO_TRY(vm.host.importModule(vm, name));
    if (!made.isUnbound()) dictSetStr(vm, vm.modules.get(), name, made);
    return made;
}

/// One module of a dotted name, with its parents already imported: sys.path begins with the
/// scenario's folder, so that a file there hides a module of the library; a mere folder does not.
/// `bundled`: code of the engine's own asks, and is never given a file.
Ref loadModule(Vm& vm, Str* name, bool bundled) {
    Value known = dictGetStr(vm.modules.get(), name);
    if (known.isNone()) {
        return raiseModuleNotFound(
            vm, name->view(),
            fmt::format("import of {} halted; None in sys.modules", name->view()));
    }
    if (!known.isUnbound()) return known;
    const std::size_t dot = name->view().rfind('.');
    const Value parent =
        dot == std::string_view::npos ? Value() : findModuleNamed(vm, name->view().substr(0, dot));
    const Value parentFile = parent.is(vm.types.module)
                                 ? dictGetStr(parent.as<Module>()->dict.get(), vm.names.__file__)
                                 : Value();
    const bool inFile = isStr(parentFile) && !isBundledFile(viewOf(parentFile));
    const scenario::ModuleFile* file = nullptr;
    if (!bundled && !(dot == std::string_view::npos && isAlwaysBuiltIn(name->view()))) {
        file = vm.host.findModule(name->view());
    }
    if (file && file->kind != scenario::ModuleFile::Kind::Namespace)
        return runFile(vm, name, *file);
    Ref made;
    if (!inFile) made = CORO_TRY(loadBuiltIn(vm, name));
    if (made.isUnbound() && file) return runFile(vm, name, *file);
    if (!made.isUnbound()) return made;
    std::string message = fmt::format("No module named {}", reprOfText(name->view()));
    if (inFile && dictGetStr(parent.as<Module>()->dict.get(), vm.intern("__path__")).isUnbound()) {
        message += fmt::format("; {} is not a package", reprOfText(name->view().substr(0, dot)));
    }
    return raiseModuleNotFound(vm, name->view(), message);
}

/// The absolute name of what a relative import means (importlib._bootstrap._resolve_name,
/// __calc_package).
Outcome<std::string> resolveRelative(Vm& vm, std::string_view name, int level, Dict* globals) {
    Value package = dictGetStr(globals, vm.intern("__package__"));
    std::string base;
    if (isStr(package)) {
        base = viewOf(package);
    } else if (const Value own = dictGetStr(globals, vm.names.__name__); isStr(own)) {
        base = viewOf(own);
        if (dictGetStr(globals, vm.intern("__path__")).isUnbound()) {
            base.resize(base.find('.') == std::string::npos ? 0 : base.rfind('.'));
        }
    }
    if (base.empty()) {
        return raise(vm, vm.exc.ImportError,
                     "attempted relative import with no known parent package");
    }
    for (int i = 1; i < level; ++i) {
        const std::size_t dot = base.rfind('.');
        if (dot == std::string::npos) {
            return raise(vm, vm.exc.ImportError,
                         "attempted relative import beyond top-level package");
        }
        base.resize(dot);
    }
    return name.empty() ? base : fmt::format("{}.{}", base, name);
}

/// The modules of a dotted name, one after the other, each set as an attribute of the one before.
Status importChain(Vm& vm, std::string_view full, bool bundled, Ref& first, Ref& last) {
    for (std::size_t dot = full.find('.');; dot = full.find('.', dot + 1)) {
        Str* part = vm.intern(full.substr(0, dot));
        const bool isNew = dictGetStr(vm.modules.get(), part).isUnbound();
        Ref parent = last;
        last = CORO_TRY(loadModule(vm, part, bundled));
        if (first.isUnbound()) first = last;
        if (!parent.isUnbound() && isNew) {
            const std::size_t tail = part->view().rfind('.');
            CORO_TRY(setAttribute(vm, parent, vm.intern(part->view().substr(tail + 1)), last));
        }
        if (dot == std::string_view::npos) return kDone;
    }
}

/// `from package import module`: the names that are modules of it are imported as well
/// (importlib._bootstrap._handle_fromlist).
Status importFromList(Vm& vm, Value package, std::string_view packageName,
                      std::span<const Value> names, bool isAll) {
    for (Value item : names) {
        if (!isStr(item)) {
            const std::string where =
                isAll ? fmt::format("{}.__all__", packageName) : std::string("``from list''");
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("Item in {} must be str, not {}", where, vm.typeOf(item)->nameView()));
        }
        if (viewOf(item) == "*") {
            Ref all = isAll ? Ref() : CORO_TRY(findAttribute(vm, package, vm.intern("__all__")));
            if (all.isUnbound()) continue;
            Ref list = CORO_TRY(listFromIterable(vm, all));
            CORO_TRY(importFromList(vm, package, packageName, list.as<List>()->span(), true));
            continue;
        }
        if (!CORO_TRY(findAttribute(vm, package, item.as<Str>())).isUnbound()) continue;
        const std::string child = fmt::format("{}.{}", packageName, viewOf(item));
        if (!vm.host.findModule(child)) continue;
        Ref first, last;
        CORO_TRY(importChain(vm, child, false, first, last));
    }
    return kDone;
}

}  // namespace

namespace {

/// `__import__(name, globals, locals, fromlist, level)`: always on behalf of the scenario.
Ref builtinImport(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"name", "globals", "locals", "fromlist", "level"};
    Value values[5];
    CORO_TRY(bindArguments(vm, "__import__", a, kNames, 1, 5, values));
    if (!isStr(values[0])) return raise(vm, vm.exc.TypeError, "module name must be a string");
    const std::int64_t level = values[4].isUnbound() ? 0 : CORO_TRY(asIndex(vm, values[4]));
    if (level < 0) return raise(vm, vm.exc.ValueError, "level must be >= 0");
    std::string full(viewOf(values[0]));
    if (level > 0) {
        Ref globals = values[1].is(vm.types.dict) ? Ref(values[1]) : makeDict(vm).toRef();
        full = CORO_TRY(resolveRelative(
            vm, full, static_cast<int>(std::min<std::int64_t>(level, 100)), globals.as<Dict>()));
    }
    if (full.empty()) return raise(vm, vm.exc.ValueError, "Empty module name");
    Ref names = values[3].isUnbound() || values[3].isNone()
                    ? makeTuple(vm, 0).toRef()
                    : CORO_TRY(tupleFromIterable(vm, values[3]));
    Ref first, last;
    CORO_TRY(importChain(vm, full, false, first, last));
    if (names.as<Tuple>()->count == 0) return level > 0 ? last : first;
    if (last.is(vm.types.module) &&
        !dictGetStr(last.as<Module>()->dict.get(), vm.intern("__path__")).isUnbound()) {
        CORO_TRY(importFromList(vm, last, full, names.as<Tuple>()->span(), false));
    }
    return last;
}

}  // namespace

Ref importName(Vm& vm, Str* name, int level, Value fromList, Dict* globals) {
    std::string full(name->view());
    if (level > 0) full = CORO_TRY(resolveRelative(vm, name->view(), level, globals));
    Ref first, last;
    CORO_TRY(importChain(vm, full, importerIsBundled(vm), first, last));
    const bool takesNames = fromList.is(vm.types.tuple) && fromList.as<Tuple>()->count > 0;
    if (!takesNames) return level > 0 ? last : first;
    if (last.is(vm.types.module) &&
        !dictGetStr(last.as<Module>()->dict.get(), vm.intern("__path__")).isUnbound()) {
        CORO_TRY(importFromList(vm, last, full, fromList.as<Tuple>()->span(), false));
    }
    return last;
}

Ref importFrom(Vm& vm, Value module, Str* name) {
    Ref found = CORO_TRY(findAttribute(vm, module, name));
    if (!found.isUnbound()) return found;
    std::string moduleName = "<unknown module name>", place = "unknown location", how;
    if (module.is(vm.types.module)) {
        const auto* of = module.as<Module>();
        if (const Value own = dictGetStr(of->dict.get(), vm.names.__name__); isStr(own))
            moduleName = viewOf(own);
        // A submodule that is still being imported is no attribute of its package yet.
        const Value inTheMaking =
            findModuleNamed(vm, fmt::format("{}.{}", moduleName, name->view()));
        if (!inTheMaking.isUnbound()) return inTheMaking;
        const Value file = dictGetStr(of->dict.get(), vm.names.__file__);
        const StandardModule* standard = standardModule(moduleName);
        if (isStr(file)) {
            place = viewOf(file);
        } else if (standard && !standard->file.empty()) {
            place = standard->file;
        }
        if (of->initializing) how = "partially initialized module ";
    }
    const std::string_view why = how.empty() ? "" : " (most likely due to a circular import)";
    Ptr<Exception> exception = makeException(
        vm, vm.exc.ImportError,
        fmt::format("cannot import name {} from {}{}{} ({})", reprOfText(name->view()), how,
                    reprOfText(moduleName), why, place));
    exception->value = newStr(vm, moduleName);
    return raiseException(vm, std::move(exception));
}

Status importStar(Vm& vm, Value module, Dict* into) {
    if (!module.is(vm.types.module)) return kDone;
    Dict* dict = module.as<Module>()->dict.get();
    const Value all = dictGetStr(dict, vm.intern("__all__"));
    if (!all.isUnbound()) {
        Ref names = CORO_TRY(listFromIterable(vm, all));
        for (Value name : names.as<List>()->span()) {
            if (!isStr(name)) {
                return raise(
                    vm, vm.exc.TypeError,
                    fmt::format("Item in {}.__all__ must be str, not {}",
                                module.as<Module>()->name->view(), vm.typeOf(name)->nameView()));
            }
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

Outcome<std::shared_ptr<const CodeObject>> compileForImport(Vm& vm, const std::string& fileName,
                                                            const scenario::SourceText& source) {
    const auto refuse = [&](const scenario::Diagnostic& diagnostic) {
        return raiseException(vm, makeSyntaxError(vm, diagnostic, &source));
    };
    const language::ParseResult parsed = language::parse(source);
    if (!parsed) return refuse(parsed.error);
    // What it imports is looked for when it gets there.
    language::ImportableModules anything;
    anything.isSibling = [](std::string_view, int) { return true; };
    const auto refused = language::checkSubset(*parsed.ast, source, anything);
    if (!refused.empty()) return refuse(refused.front());
    auto compiled = language::compile(*parsed.ast->module, fileName);
    if (const auto* diagnostic = std::get_if<scenario::Diagnostic>(&compiled))
        return refuse(*diagnostic);
    return std::get<std::shared_ptr<const CodeObject>>(std::move(compiled));
}

Ref Vm::runModule(std::shared_ptr<const CodeObject> source, Str* name, Ptr<Module>* made) {
    Vm& vm = *this;
    Ptr<Module> module = makeModule(vm, name->view());
    Dict* dict = module->dict.get();
    const bool isMain = name == names.__main__;
    setValue(vm, dict, "__package__", isMain ? Ref::none() : newStr(vm, ""));
    setValue(vm, dict, "__loader__", Value::none());
    setValue(vm, dict, "__spec__", Value::none());
    if (isMain) {
        mainGlobals = dict;
        dictSetStr(vm, dict, names.__annotations__, makeDict(vm).value());
    }
    setValue(vm, dict, "__builtins__", dictGetStr(modules.get(), names.builtins));
    dictSetStr(vm, dict, names.__file__, makeStr(vm, source->fileName).value());
    if (isMain) setValue(vm, dict, "__cached__", Value::none());
    dictSetStr(vm, modules.get(), name, module.value());
    if (made) *made = module;
    Ptr<Code> code = makeCode(vm, std::move(source));
    Ptr<Frame> frame = makeFrame(vm, code.get(), dict, nullptr);
    StepOutcome outcome = run(frame.detach());
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    return Ref::none();
}

Ptr<Module> makeModule(Vm& vm, std::string_view name) {
    Ptr<Module> module = vm.heap.make<Module>(vm.types.module);
    module->dict = makeDict(vm);
    module->name = Ptr<Str>(vm.intern(name));
    dictSetStr(vm, module->dict.get(), vm.names.__name__, module->name.value());
    dictSetStr(vm, module->dict.get(), vm.names.__doc__, Value::none());
    return module;
}

namespace {

/// types.ModuleType(name, doc=None): module___init___impl (Objects/moduleobject.c).
Ref moduleConstruct(Vm& vm, Type*, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"name", "doc"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "module", args, kNames, 1, 2, bound));
    if (!isStr(bound[0])) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("module() argument 'name' must be str, not {}", typeName(vm, bound[0])));
    }
    Ptr<Module> module = makeModule(vm, viewOf(bound[0]));
    Dict* dict = module->dict.get();
    if (!bound[1].isUnbound()) dictSetStr(vm, dict, vm.names.__doc__, bound[1]);
    for (const std::string_view name : {"__package__", "__loader__", "__spec__"})
        setValue(vm, dict, name, Value::none());
    return std::move(module).toRef();
}

}  // namespace

void initModuleType(Vm& vm) {
    Slots slots;
    slots.construct = moduleConstruct;
    slots.destroy = destroyAs<Module>;
    slots.traverse = traverseMembers<&Module::dict>;
    slots.repr = moduleRepr;
    slots.getAttribute = moduleGetAttribute;
    slots.setAttribute = moduleSetAttribute;
    readyType(vm, vm.types.module, nullptr, kTypeIsFinal, sizeof(Module), 0, slots);
}

void initCoreFunctions(Vm& vm) {
    initObjectMembers(vm);
    initDescriptorMembers(vm);
    initMappingProxyType(vm);
    initFunctionMembers(vm);
    addFunction(vm, vm.builtins.get(), "__build_class__", buildClass, 0, kAnyCount, kKeywords);
    addFunction(vm, vm.builtins.get(), "__import__", builtinImport, 0, kAnyCount, kKeywords);
    setValue(vm, vm.builtins.get(), "__name__", Value(vm.names.builtins));
    Ptr<Module> module = vm.heap.make<Module>(vm.types.module);
    module->dict = vm.builtins;
    module->name = Ptr<Str>(vm.names.builtins);
    dictSetStr(vm, vm.modules.get(), vm.names.builtins, module.value());
}

}  // namespace coroscope::runtime
