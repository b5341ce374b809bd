#include "engine/runtime/context_types.h"

#include <fmt/format.h>

#include "engine/runtime/context.h"
#include "engine/runtime/context_table.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/generic_alias.h"

namespace coroscope::runtime {

namespace {

/// A type of which there are no subclasses, and whose instances are a T each.
template <class T, auto... members>
TypeSpec finalType(std::string_view name) {
    TypeSpec spec;
    spec.name = name;
    spec.flags = kTypeIsFinal;
    spec.instanceBytes = sizeof(T);
    spec.slots.destroy = destroyAs<T>;
    spec.slots.traverse = traverseMembers<members...>;
    return spec;
}

struct Token : Object {
    Ptr<ContextVar> variable;
    Ptr<Context> context;
    Ref oldValue;  ///< Unbound: it had none
    bool used = false;
};

// --- Context -------------------------------------------------------------------------------------

/// What a variable is in a context; Unbound if nothing. Borrowed.
Value valueIn(Vm& vm, const Context* context, Value variable) {
    return tableGet(vm, context->values.get(), variable);
}

Status checkKey(Vm& vm, Value key) {
    if (key.is(vm.contexts.variableType)) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("a ContextVar key was expected, got {}", CORO_TRY(reprText(vm, key))));
}

Ref contextConstruct(Vm& vm, Type* type, const Arguments& a) {
    if (a.total() > 0)
        return raise(vm, vm.exc.TypeError, "Context() does not accept any arguments");
    return makeInstance<Context>(vm, type).toRef();
}

/// A dict of a context's variables that nobody else sees.
Outcome<Ptr<Dict>> snapshot(Vm& vm, Value self) {
    return tableAsDict(vm, self.as<Context>()->values.get());
}

Ref contextCompare(Vm& vm, Value self, Value other, Comparison op) {
    if (!other.is(vm.contexts.contextType) ||
        (op != Comparison::Equal && op != Comparison::NotEqual))
        return Ref::notImplemented();
    const Ptr<Dict> mine = CORO_TRY(snapshot(vm, self));
    const Ptr<Dict> theirs = CORO_TRY(snapshot(vm, other));
    return compare(vm, mine.value(), theirs.value(), op);
}
Outcome<std::int64_t> contextHash(Vm& vm, Value) {
    return raise(vm, vm.exc.TypeError, "unhashable type: '_contextvars.Context'");
}
Outcome<std::int64_t> contextLength(Vm& vm, Value self) {
    return std::int64_t{tableCount(vm, self.as<Context>()->values.get())};
}
Ref contextGetItem(Vm& vm, Value self, Value key) {
    CORO_TRY(checkKey(vm, key));
    const Value found = valueIn(vm, self.as<Context>(), key);
    if (found.isUnbound()) return raiseWith(vm, vm.exc.KeyError, key);
    return found;
}
Outcome<bool> contextContains(Vm& vm, Value self, Value key) {
    CORO_TRY(checkKey(vm, key));
    return !valueIn(vm, self.as<Context>(), key).isUnbound();
}
Ref contextIterate(Vm& vm, Value self) { return iterate(vm, CORO_TRY(snapshot(vm, self)).value()); }

Ref contextGet(Vm& vm, const Arguments& a) {
    CORO_TRY(checkKey(vm, a[1]));
    const Value found = valueIn(vm, a[0].as<Context>(), a[1]);
    if (!found.isUnbound()) return found;
    return a.positional > 2 ? Ref(a[2]) : Ref::none();
}

/// keys(), values() and items(): iterators over what there is now.
Ref view(Vm& vm, Value self, std::string_view method) {
    Ref made = CORO_TRY(vm.callMethod(CORO_TRY(snapshot(vm, self)).value(), vm.intern(method)));
    return iterate(vm, made);
}
Ref contextKeys(Vm& vm, const Arguments& a) { return view(vm, a[0], "keys"); }
Ref contextValues(Vm& vm, const Arguments& a) { return view(vm, a[0], "values"); }
Ref contextItems(Vm& vm, const Arguments& a) { return view(vm, a[0], "items"); }

Ref contextCopy(Vm& vm, const Arguments& a) {
    Ptr<Context> copy = vm.heap.make<Context>(vm.contexts.contextType);
    copy->values = a[0].as<Context>()->values;
    return std::move(copy).toRef();
}

Ref contextRun(Vm& vm, const Arguments& a) {
    if (a.positional < 2)
        return raise(vm, vm.exc.TypeError, "run() missing 1 required positional argument");
    const Ptr<Context> context(a[0].as<Context>());
    CORO_TRY(enterContext(vm, context.get()));
    Ref result =
        vm.call(a[1], Arguments{a.values + 2, a.positional - 2, a.keywords, a.keywordNames});
    exitContext(vm, context.get());
    return result;
}

Type* makeContextType(Vm& vm) {
    TypeSpec spec =
        finalType<Context, &Context::values, &Context::previous>("_contextvars.Context");
    spec.slots.construct = contextConstruct;
    spec.slots.compare = contextCompare;
    spec.slots.hash = contextHash;
    spec.slots.length = contextLength;
    spec.slots.getItem = contextGetItem;
    spec.slots.contains = contextContains;
    spec.slots.iterate = contextIterate;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "run", contextRun, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "copy", contextCopy, 1, 1);
    addMethod(vm, type, "get", contextGet, 2, 3);
    addMethod(vm, type, "keys", contextKeys, 1, 1);
    addMethod(vm, type, "values", contextValues, 1, 1);
    addMethod(vm, type, "items", contextItems, 1, 1);
    return type;
}

// --- ContextVar ----------------------------------------------------------------------------------

Ref variableConstruct(Vm& vm, Type* type, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"", "default"};
    Value bound[2];
    if (a.positional == 0) {
        return raise(vm, vm.exc.TypeError,
                     "ContextVar() takes exactly 1 positional argument (0 given)");
    }
    if (a.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("ContextVar() takes at most 1 positional argument ({} given)",
                                 a.positional));
    }
    CORO_TRY(bindArguments(vm, "ContextVar", a, kNames, 1, 1, bound, 1));
    if (!isStr(bound[0])) return raise(vm, vm.exc.TypeError, "context variable name must be a str");
    Ptr<ContextVar> made = makeInstance<ContextVar>(vm, type);
    made->name = bound[0];
    made->defaultValue = bound[1];
    return std::move(made).toRef();
}

Ref variableRepr(Vm& vm, Value self) {
    auto* variable = self.as<ContextVar>();
    std::string text = "<ContextVar name=" + CORO_TRY(reprText(vm, variable->name));
    if (!variable->defaultValue.isUnbound())
        text += " default=" + CORO_TRY(reprText(vm, variable->defaultValue));
    return newStr(vm, fmt::format("{} at {:#x}>", text, vm.idOf(self)));
}

Ref variableGet(Vm& vm, const Arguments& a) {
    const Value found = valueIn(vm, currentContext(vm), a[0]);
    if (!found.isUnbound()) return found;
    if (a.positional > 1) return a[1];
    const Ref& otherwise = a[0].as<ContextVar>()->defaultValue;
    if (otherwise.isUnbound()) return raiseWith(vm, vm.exc.LookupError, a[0]);
    return otherwise;
}

Ref variableSet(Vm& vm, const Arguments& a) {
    Context* context = currentContext(vm);
    Ptr<Token> token = vm.heap.make<Token>(vm.contexts.tokenType);
    token->variable = Ptr<ContextVar>(a[0].as<ContextVar>());
    token->context = Ptr<Context>(context);
    token->oldValue = valueIn(vm, context, a[0]);
    CORO_TRY(tableSet(vm, context->values, a[0], a[1]));
    return std::move(token).toRef();
}

Ref variableReset(Vm& vm, const Arguments& a) {
    if (!a[1].is(vm.contexts.tokenType)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("expected an instance of Token, got {}", CORO_TRY(reprText(vm, a[1]))));
    }
    auto* token = a[1].as<Token>();
    Context* context = currentContext(vm);
    const auto refuse = [&](Type* type, std::string_view why) -> Ref {
        return raise(vm, type, fmt::format("{} {}", CORO_TRY(reprText(vm, a[1])), why));
    };
    if (token->used) return refuse(vm.exc.RuntimeError, "has already been used once");
    if (token->variable.get() != a[0].object)
        return refuse(vm.exc.ValueError, "was created by a different ContextVar");
    if (token->context.get() != context)
        return refuse(vm.exc.ValueError, "was created in a different Context");
    token->used = true;
    if (token->oldValue.isUnbound()) {
        CORO_TRY(tableDelete(vm, context->values, a[0]));
    } else {
        CORO_TRY(tableSet(vm, context->values, a[0], token->oldValue));
    }
    return Ref::none();
}

Type* makeVariableType(Vm& vm) {
    TypeSpec spec = finalType<ContextVar, &ContextVar::defaultValue>("_contextvars.ContextVar");
    spec.slots.construct = variableConstruct;
    spec.slots.repr = variableRepr;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "get", variableGet, 1, 2);
    addMethod(vm, type, "set", variableSet, 2, 2);
    addMethod(vm, type, "reset", variableReset, 2, 2);
    // A member of C, not a property: hence the words.
    addGetter(
        vm, type, "name", [](Vm&, Value self) -> Ref { return self.as<ContextVar>()->name; },
        [](Vm& v, Value, Value) -> Status {
            return raise(v, v.exc.AttributeError, "readonly attribute");
        });
    addClassGetItem(vm, type);
    return type;
}

// --- Token ---------------------------------------------------------------------------------------

Ref tokenConstruct(Vm& vm, Type*, const Arguments&) {
    return raise(vm, vm.exc.RuntimeError, "Tokens can only be created by ContextVars");
}

Ref tokenRepr(Vm& vm, Value self) {
    auto* token = self.as<Token>();
    return newStr(vm, fmt::format("<Token{} var={} at {:#x}>", token->used ? " used" : "",
                                  CORO_TRY(reprText(vm, token->variable.value())), vm.idOf(self)));
}

Type* makeTokenType(Vm& vm) {
    TypeSpec spec =
        finalType<Token, &Token::variable, &Token::context, &Token::oldValue>("_contextvars.Token");
    spec.slots.construct = tokenConstruct;
    spec.slots.repr = tokenRepr;
    Type* type = makeType(vm, spec);
    addGetter(vm, type, "var", [](Vm&, Value self) { return self.as<Token>()->variable.toRef(); });
    addGetter(vm, type, "old_value", [](Vm& v, Value self) -> Ref {
        const Ref& old = self.as<Token>()->oldValue;
        return old.isUnbound() ? v.contexts.missing : old;
    });
    addClassGetItem(vm, type);
    return type;
}

Type* makeMissingType(Vm& vm) {
    TypeSpec spec = finalType<Object>("Token.MISSING");
    spec.flags |= kTypeNoConstruct;
    spec.slots.repr = [](Vm& v, Value) { return newStr(v, "<Token.MISSING>"); };
    return makeType(vm, spec);
}

Ref copyCurrent(Vm& vm, const Arguments&) { return copyContext(vm).toRef(); }

}  // namespace

void makeContextTypes(Vm& vm) {
    Contexts& contexts = vm.contexts;
    if (contexts.contextType) return;
    contexts.contextType = makeContextType(vm);
    contexts.variableType = makeVariableType(vm);
    contexts.tokenType = makeTokenType(vm);
    contexts.missingType = makeMissingType(vm);
    contexts.missing = vm.heap.make<Object>(contexts.missingType).toRef();
    setValue(vm, contexts.tokenType->dict, "MISSING", contexts.missing);
}

Ref makeContextvarsModule(Vm& vm) {
    makeContextTypes(vm);
    Ptr<Module> module = makeModule(vm, "contextvars");
    Dict* dict = module->dict.get();
    setValue(vm, dict, "Context", Value(vm.contexts.contextType));
    setValue(vm, dict, "ContextVar", Value(vm.contexts.variableType));
    setValue(vm, dict, "Token", Value(vm.contexts.tokenType));
    addFunction(vm, dict, "copy_context", copyCurrent, 0, 0);
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
