// functools.partial and reduce (Modules/_functoolsmodule.c). The rest of functools is bundled
// Python.
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

/// lru_cache.cpp
[[nodiscard]] Type* makeLruCacheType(Vm& vm);

namespace {

struct Partial : Object {
    Attributes attributes;
    Ref function;
    Ptr<Tuple> args;
    Ptr<Dict> keywords;
};

void destroyPartial(Object* object) {
    Type* type = object->type;
    auto* partial = static_cast<Partial*>(object);
    clearAttributes(partial->attributes);
    partial->~Partial();
    type->vm->heap.freeObject(object, type->instanceBytes);
    if (type->has(kTypeIsClass)) releaseInstanceType(type);
}

Ref partialConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.positional < 1) {
        return raise(vm, vm.exc.TypeError, "type 'partial' takes at least one argument");
    }
    if (!vm.typeOf(args[0])->slots.call)
        return raise(vm, vm.exc.TypeError, "the first argument must be callable");
    void* memory = vm.heap.allocateObject(type->instanceBytes);
    auto* raw = new (memory) Partial;
    raw->type = type;
    if (type->has(kTypeIsClass)) retain(static_cast<Object*>(type));
    Ptr<Partial> made = Ptr<Partial>::steal(raw);
    std::vector<Value> items(args.values + 1, args.values + args.positional);
    made->keywords = makeDict(vm);
    made->function = args[0];
    // A partial of a partial is one partial of the function within.
    if (args[0].isObject() && args[0].object->type == type && !type->has(kTypeIsClass)) {
        auto* inner = args[0].as<Partial>();
        auto before = inner->args->span();
        items.insert(items.begin(), before.begin(), before.end());
        made->keywords = dictCopy(vm, inner->keywords.get());
        made->function = inner->function;
    }
    made->args = makeTuple(vm, items);
    for (std::uint32_t k = 0; k < args.keywords; ++k) {
        dictSetStr(vm, made->keywords.get(), args.keywordNames[k].as<Str>(),
                   args.values[args.positional + k]);
    }
    return std::move(made).toRef();
}

Ref partialCall(Vm& vm, Value self, const Arguments& args) {
    auto* partial = self.as<Partial>();
    std::vector<Value> values(partial->args->span().begin(), partial->args->span().end());
    values.insert(values.end(), args.values, args.values + args.positional);
    const auto positional = static_cast<std::uint32_t>(values.size());
    std::vector<Value> names;
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(partial->keywords.get(), position, key, value)) {
        names.emplace_back(Value(vm.intern(key.as<Str>())));
        values.push_back(value);
    }
    for (std::uint32_t k = 0; k < args.keywords; ++k) {
        const Value given = args.values[args.positional + k];
        std::size_t at = 0;
        while (at < names.size() && !names[at].identical(args.keywordNames[k])) ++at;
        if (at < names.size()) {
            values[positional + at] = given;
        } else {
            names.push_back(args.keywordNames[k]);
            values.push_back(given);
        }
    }
    Ref keep(self);
    return vm.call(partial->function,
                   Arguments{values.data(), positional, static_cast<std::uint32_t>(names.size()),
                             names.data()});
}

Ref partialRepr(Vm& vm, Value self) {
    auto* partial = self.as<Partial>();
    ReprGuard guard(self);
    if (guard.recursive) return newStr(vm, "...");
    Type* type = partial->type;
    GrowingText text(vm, type->has(kTypeIsClass) ? type->qualifiedName->view()
                                                 : std::string_view("functools.partial"));
    CORO_TRY(text.append("(" + CORO_TRY(reprText(vm, partial->function))));
    const Ptr<Tuple> arguments = partial->args;  // a repr may give the partial others
    for (Value item : arguments->span()) CORO_TRY(text.append(", " + CORO_TRY(reprText(vm, item))));
    const Ptr<Dict> keywords = partial->keywords;
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(keywords.get(), position, key, value)) {
        const Ref name(key), argument(value);
        const std::string shown = CORO_TRY(strText(vm, name));
        CORO_TRY(text.append(fmt::format(", {}={}", shown, CORO_TRY(reprText(vm, argument)))));
    }
    CORO_TRY(text.append(")"));
    return text.toStr();
}

/// functools.reduce
Ref reduce(Vm& vm, const Arguments& args) {
    Ref iterator = iterate(vm, args[1]);
    if (iterator.isRaised()) {
        if (vm.pending && vm.pending->type == vm.exc.TypeError) {
            vm.pending.reset();
            return raise(vm, vm.exc.TypeError, "reduce() arg 2 must support iteration");
        }
        return Raised{};
    }
    Ref result = args.positional > 2 ? Ref(args[2]) : CORO_TRY(next(vm, iterator));
    if (result.isUnbound()) {
        return raise(vm, vm.exc.TypeError, "reduce() of empty iterable with no initial value");
    }
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return result;
        if (!burnFuel(vm, 1)) return Raised{};
        result = CORO_TRY(vm.call(args[0], {result, item}));
    }
}

}  // namespace

Ref makeFunctoolsParts(Vm& vm) {
    TypeSpec spec;
    spec.name = "functools.partial";
    spec.flags = kTypeInstancesHaveAttributes;
    spec.instanceBytes = sizeof(Partial);
    spec.attributesOffset = sizeof(Object);
    spec.slots.destroy = destroyPartial;
    spec.slots.traverse = traverseMembers<&Partial::function, &Partial::args, &Partial::keywords>;
    spec.slots.construct = partialConstruct;
    spec.slots.call = partialCall;
    spec.slots.repr = partialRepr;
    Type* type = makeType(vm, spec);
    addGetter(vm, type, "func",
              [](Vm&, Value self) -> Ref { return self.as<Partial>()->function; });
    addGetter(vm, type, "args", [](Vm&, Value self) { return self.as<Partial>()->args.toRef(); });
    addGetter(vm, type, "keywords",
              [](Vm&, Value self) { return self.as<Partial>()->keywords.toRef(); });
    Ptr<Module> module = makeModule(vm, "_functools");
    setValue(vm, module->dict.get(), "partial", Value(type));
    setValue(vm, module->dict.get(), "_lru_cache_wrapper", Value(makeLruCacheType(vm)));
    addFunction(vm, module->dict.get(), "reduce", reduce, 2, 3);
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
