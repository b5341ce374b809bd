// The builtins that ask objects about themselves (Python/bltinmodule.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/builtins/builtins_internal.h"
#include "engine/runtime/listed_names.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

Ref builtinLen(Vm& vm, const Arguments& args) { return Ref::ofInt(CORO_TRY(length(vm, args[0]))); }
Ref builtinRepr(Vm& vm, const Arguments& args) { return repr(vm, args[0]); }
Ref builtinId(Vm& vm, const Arguments& args) { return Ref::ofInt(vm.idOf(args[0])); }
Ref builtinHash(Vm& vm, const Arguments& args) { return Ref::ofInt(CORO_TRY(hashOf(vm, args[0]))); }
Ref builtinCallable(Vm& vm, const Arguments& args) {
    return Ref::boolean(vm.typeOf(args[0])->slots.call != nullptr);
}

Ref builtinAscii(Vm& vm, const Arguments& args) { return asciiOf(vm, args[0]); }

Ref builtinFormat(Vm& vm, const Arguments& args) {
    if (args.positional > 1 && !isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("format() argument 2 must be str, not {}", typeName(vm, args[1])));
    }
    return formatValue(vm, args[0], args.positional > 1 ? viewOf(args[1]) : std::string_view());
}

Ref builtinIsInstance(Vm& vm, const Arguments& args) {
    return Ref::boolean(CORO_TRY(isInstance(vm, args[0], args[1])));
}
Ref builtinIsSubclass(Vm& vm, const Arguments& args) {
    return Ref::boolean(CORO_TRY(isSubclass(vm, args[0], args[1])));
}

Outcome<Str*> attributeName(Vm& vm, Value name) {
    if (!isStr(name)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("attribute name must be string, not '{}'", typeName(vm, name)));
    }
    return vm.intern(name.as<Str>());
}

Ref builtinGetAttr(Vm& vm, const Arguments& args) {
    Str* name = CORO_TRY(attributeName(vm, args[1]));
    if (args.positional == 2) return getAttribute(vm, args[0], name);
    Ref found = CORO_TRY(findAttribute(vm, args[0], name));
    return found.isUnbound() ? Ref(args[2]) : found;
}

Ref builtinHasAttr(Vm& vm, const Arguments& args) {
    Str* name = CORO_TRY(attributeName(vm, args[1]));
    return Ref::boolean(!CORO_TRY(findAttribute(vm, args[0], name)).isUnbound());
}

Ref builtinSetAttr(Vm& vm, const Arguments& args) {
    Str* name = CORO_TRY(attributeName(vm, args[1]));
    CORO_TRY(setAttribute(vm, args[0], name, args[2]));
    return Ref::none();
}

Ref builtinDelAttr(Vm& vm, const Arguments& args) {
    Str* name = CORO_TRY(attributeName(vm, args[1]));
    CORO_TRY(setAttribute(vm, args[0], name, Value()));
    return Ref::none();
}

Ref builtinGlobals(Vm& vm, const Arguments&) {
    if (!vm.frame) return makeDict(vm).toRef();
    return Value(vm.frame->globals);
}

Ref builtinLocals(Vm& vm, const Arguments&) {
    Frame* frame = vm.frame;
    if (!frame) return makeDict(vm).toRef();
    if (frame->names) return Value(frame->names);
    if (frame->code->kind == CodeKind::Module) return Value(frame->globals);
    Ptr<Dict> made = makeDict(vm);
    for (const auto& [name, value] : frameLocals(frame)) dictSetStr(vm, made.get(), name, value);
    return std::move(made).toRef();
}

Ref builtinVars(Vm& vm, const Arguments& args) {
    if (args.positional == 0) return builtinLocals(vm, args);
    Ref found = CORO_TRY(findAttribute(vm, args[0], vm.names.__dict__));
    if (found.isUnbound())
        return raise(vm, vm.exc.TypeError, "vars() argument must have __dict__ attribute");
    return found;
}

Ref builtinDir(Vm& vm, const Arguments& args) {
    Ptr<Dict> names = makeDict(vm);
    if (args.positional == 0) {
        Ref local = CORO_TRY(builtinLocals(vm, args));
        addNames(vm, names.get(), local.as<Dict>());
    } else {
        Value own = lookupInType(vm, vm.typeOf(args[0]), vm.names.__dir__);
        if (own.is(vm.types.function)) {
            Ref listed = CORO_TRY(listFromIterable(
                vm, CORO_TRY(vm.call(CORO_TRY(lookupSpecial(vm, args[0], vm.names.__dir__))))));
            CORO_TRY(listSort(vm, listed.as<List>(), Value(), false));
            return listed;
        }
        CORO_TRY(collectNames(vm, args[0], names.get()));
    }
    Ref listed = CORO_TRY(listFromIterable(vm, names.value()));
    CORO_TRY(listSort(vm, listed.as<List>(), Value(), false));
    return listed;
}

Ref builtinExit(Vm& vm, const Arguments& args) {
    return raiseWith(vm, vm.exc.SystemExit, args.positional ? args[0] : Value::none());
}

}  // namespace

void addObjectBuiltins(Vm& vm) {
    Dict* dict = vm.builtins.get();
    addFunction(vm, dict, "len", builtinLen, 1, 1);
    addFunction(vm, dict, "repr", builtinRepr, 1, 1);
    addFunction(vm, dict, "ascii", builtinAscii, 1, 1);
    addFunction(vm, dict, "format", builtinFormat, 1, 2);
    addFunction(vm, dict, "id", builtinId, 1, 1);
    addFunction(vm, dict, "hash", builtinHash, 1, 1);
    addFunction(vm, dict, "callable", builtinCallable, 1, 1);
    addFunction(vm, dict, "isinstance", builtinIsInstance, 2, 2);
    addFunction(vm, dict, "issubclass", builtinIsSubclass, 2, 2);
    addFunction(vm, dict, "getattr", builtinGetAttr, 2, 3);
    addFunction(vm, dict, "hasattr", builtinHasAttr, 2, 2);
    addFunction(vm, dict, "setattr", builtinSetAttr, 3, 3);
    addFunction(vm, dict, "delattr", builtinDelAttr, 2, 2);
    addFunction(vm, dict, "globals", builtinGlobals, 0, 0);
    addFunction(vm, dict, "locals", builtinLocals, 0, 0);
    addFunction(vm, dict, "vars", builtinVars, 0, 1);
    addFunction(vm, dict, "dir", builtinDir, 0, 1);
    addFunction(vm, dict, "exit", builtinExit, 0, 1);
    addFunction(vm, dict, "quit", builtinExit, 0, 1);
}

}  // namespace coroscope::runtime
