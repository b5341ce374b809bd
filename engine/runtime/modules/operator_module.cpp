// The functions of operator, and what fetches: itemgetter, attrgetter, methodcaller
// (Modules/_operator.c). They are sort keys and arguments of reduce(), where their time counts.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/attributes.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

namespace {

template <Operator op, bool inPlace>
Ref operate(Vm& vm, const Arguments& args) {
    return binary(vm, op, args[0], args[1], inPlace);
}
template <Comparison op>
Ref comparing(Vm& vm, const Arguments& args) {
    return compare(vm, args[0], args[1], op);
}
template <UnaryOperator op>
Ref operateOne(Vm& vm, const Arguments& args) {
    return unary(vm, op, args[0]);
}

/// PyNumber_Index: an int itself, not a bool or another subclass.
Ref asIndexObject(Vm& vm, const Arguments& args) {
    Ref found = CORO_TRY(indexOf(vm, args[0]));
    if (Value(found).isSmallInt() || found.is(vm.types.int_)) return found;
    Ref plain = CORO_TRY(getAttribute(vm, Value(vm.types.int_), vm.names.__index__));
    return vm.call(plain, {found});
}
Ref isTrue(Vm& vm, const Arguments& args) { return Ref::boolean(CORO_TRY(truth(vm, args[0]))); }
Ref isNot(Vm& vm, const Arguments& args) { return Ref::boolean(!CORO_TRY(truth(vm, args[0]))); }
Ref isSame(Vm&, const Arguments& args) { return Ref::boolean(args[0].identical(args[1])); }
Ref isOther(Vm&, const Arguments& args) { return Ref::boolean(!args[0].identical(args[1])); }
Ref containsItem(Vm& vm, const Arguments& args) {
    return Ref::boolean(CORO_TRY(contains(vm, args[0], args[1])));
}
Ref itemOf(Vm& vm, const Arguments& args) { return getItem(vm, args[0], args[1]); }
Ref storeItem(Vm& vm, const Arguments& args) {
    CORO_TRY(setItem(vm, args[0], args[1], args.positional > 2 ? args[2] : Value()));
    return Ref::none();
}
Ref callObject(Vm& vm, const Arguments& args) { return vm.call(args[0], args.withoutFirst()); }

template <bool inPlace>
Ref concatenate(Vm& vm, const Arguments& args) {
    const Type* type = vm.typeOf(args[0]);
    if (!type->slots.getItem || hasFlag(args[0], kTypeIsDict)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object can't be concatenated", type->nameView()));
    }
    return binary(vm, Operator::Add, args[0], args[1], inPlace);
}

/// Goes through the items that equal `wanted`: up to the first, or counts all of them.
Outcome<std::int64_t> findEqual(Vm& vm, Value iterable, Value wanted, bool countAll) {
    Ref iterator = CORO_TRY(iterate(vm, iterable));
    std::int64_t found = 0;
    for (std::int64_t at = 0;; ++at) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return countAll ? found : -1;
        if (!burnFuel(vm, 1)) return Raised{};
        if (!CORO_TRY(equal(vm, item, wanted))) continue;
        if (!countAll) return at;
        ++found;
    }
}
Ref countEqual(Vm& vm, const Arguments& args) {
    return Ref::ofInt(CORO_TRY(findEqual(vm, args[0], args[1], true)));
}
Ref indexOfEqual(Vm& vm, const Arguments& args) {
    const std::int64_t at = CORO_TRY(findEqual(vm, args[0], args[1], false));
    if (at < 0) return raise(vm, vm.exc.ValueError, "sequence.index(x): x not in sequence");
    return Ref::ofInt(at);
}

constexpr struct {
    std::string_view name;
    NativeCall function;
    int count;
} kFunctions[] = {
    {"lt", comparing<Comparison::Less>, 2},
    {"le", comparing<Comparison::LessEqual>, 2},
    {"eq", comparing<Comparison::Equal>, 2},
    {"ne", comparing<Comparison::NotEqual>, 2},
    {"ge", comparing<Comparison::GreaterEqual>, 2},
    {"gt", comparing<Comparison::Greater>, 2},
    {"not_", isNot, 1},
    {"truth", isTrue, 1},
    {"is_", isSame, 2},
    {"is_not", isOther, 2},
    {"add", operate<Operator::Add, false>, 2},
    {"sub", operate<Operator::Subtract, false>, 2},
    {"mul", operate<Operator::Multiply, false>, 2},
    {"matmul", operate<Operator::MatrixMultiply, false>, 2},
    {"truediv", operate<Operator::TrueDivide, false>, 2},
    {"floordiv", operate<Operator::FloorDivide, false>, 2},
    {"mod", operate<Operator::Modulo, false>, 2},
    {"pow", operate<Operator::Power, false>, 2},
    {"lshift", operate<Operator::LeftShift, false>, 2},
    {"rshift", operate<Operator::RightShift, false>, 2},
    {"and_", operate<Operator::And, false>, 2},
    {"or_", operate<Operator::Or, false>, 2},
    {"xor", operate<Operator::Xor, false>, 2},
    {"iadd", operate<Operator::Add, true>, 2},
    {"isub", operate<Operator::Subtract, true>, 2},
    {"imul", operate<Operator::Multiply, true>, 2},
    {"imatmul", operate<Operator::MatrixMultiply, true>, 2},
    {"itruediv", operate<Operator::TrueDivide, true>, 2},
    {"ifloordiv", operate<Operator::FloorDivide, true>, 2},
    {"imod", operate<Operator::Modulo, true>, 2},
    {"ipow", operate<Operator::Power, true>, 2},
    {"ilshift", operate<Operator::LeftShift, true>, 2},
    {"irshift", operate<Operator::RightShift, true>, 2},
    {"iand", operate<Operator::And, true>, 2},
    {"ior", operate<Operator::Or, true>, 2},
    {"ixor", operate<Operator::Xor, true>, 2},
    {"neg", operateOne<UnaryOperator::Negative>, 1},
    {"pos", operateOne<UnaryOperator::Positive>, 1},
    {"inv", operateOne<UnaryOperator::Invert>, 1},
    {"invert", operateOne<UnaryOperator::Invert>, 1},
    {"abs", operateOne<UnaryOperator::Absolute>, 1},
    {"concat", concatenate<false>, 2},
    {"iconcat", concatenate<true>, 2},
    {"index", asIndexObject, 1},
    {"contains", containsItem, 2},
    {"getitem", itemOf, 2},
    {"setitem", storeItem, 3},
    {"delitem", storeItem, 2},
    {"countOf", countEqual, 2},
    {"indexOf", indexOfEqual, 2},
};

/// What fetches one thing or several of an object: items, attributes (each a path of names), or the
/// result of a method (its name, then its arguments).
struct Fetcher : Object {
    Ptr<Tuple> wanted;
    std::vector<std::vector<Str*>> paths;  ///< of attributes; names are interned
    Ptr<Dict> keywords;                    ///< of a method
};

Ref joined(Vm& vm, Fetcher* self, std::string_view name) {
    ReprGuard guard{Value(self)};
    if (guard.recursive) return newStr(vm, "...");
    GrowingText text(vm, fmt::format("operator.{}(", name));
    const std::size_t opening = text.size();
    for (Value each : self->wanted->span()) {
        if (text.size() > opening) CORO_TRY(text.append(", "));
        CORO_TRY(text.append(CORO_TRY(reprText(vm, each))));
    }
    std::uint32_t position = 0;
    Value key, value;
    while (self->keywords && dictNext(self->keywords.get(), position, key, value)) {
        CORO_TRY(text.append(fmt::format(", {}={}", viewOf(key), CORO_TRY(reprText(vm, value)))));
    }
    CORO_TRY(text.append(")"));
    return text.toStr();
}

/// Each fetches from one object, which is all that it is called with.
Status needOneObject(Vm& vm, const Arguments& args, std::string_view name) {
    if (args.keywords)
        return raise(vm, vm.exc.TypeError, fmt::format("{}() takes no keyword arguments", name));
    if (args.positional == 1) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{} expected 1 argument, got {}", name, args.positional));
}
Status needSomething(Vm& vm, const Arguments& args, std::string_view name) {
    if (args.keywords)
        return raise(vm, vm.exc.TypeError, fmt::format("{}() takes no keyword arguments", name));
    if (args.positional > 0) return kDone;
    return raise(vm, vm.exc.TypeError, fmt::format("{} expected 1 argument, got 0", name));
}

/// One result of `fetch(0)`, or a tuple of those of `fetch(0)`, `fetch(1)` …
template <class Fetch>
Ref oneOrTuple(Vm& vm, std::size_t count, Fetch fetch) {
    if (count == 1) return fetch(0);
    Ptr<List> all = makeList(vm);
    for (std::size_t at = 0; at < count; ++at) {
        Ref each = CORO_TRY(fetch(at));
        CORO_TRY(listAppend(vm, all.get(), each));
    }
    return makeTuple(vm, all->span()).toRef();
}

Ptr<Fetcher> makeFetcher(Vm& vm, Type* type, const Arguments& args) {
    Ptr<Fetcher> made = makeInstance<Fetcher>(vm, type);
    made->wanted = makeTuple(vm, std::span<const Value>(args.values, args.positional));
    return made;
}

Ref itemGetterConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(needSomething(vm, args, "itemgetter"));
    return makeFetcher(vm, type, args).toRef();
}
Ref itemGetterCall(Vm& vm, Value value, const Arguments& args) {
    CORO_TRY(needOneObject(vm, args, "itemgetter"));
    Ptr<Tuple> wanted = value.as<Fetcher>()->wanted;
    return oneOrTuple(vm, wanted->count,
                      [&](std::size_t at) { return getItem(vm, args[0], wanted->items()[at]); });
}

std::vector<Str*> namesOfPath(Vm& vm, std::string_view path) {
    std::vector<Str*> names;
    for (std::size_t from = 0, dot = 0; dot != path.npos; from = dot + 1) {
        dot = path.find('.', from);
        names.push_back(vm.intern(path.substr(from, dot - from)));
    }
    return names;
}

Ref attributeGetterConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(needSomething(vm, args, "attrgetter"));
    Ptr<Fetcher> made = makeFetcher(vm, type, args);
    for (Value each : made->wanted->span()) {
        if (!isStr(each)) return raise(vm, vm.exc.TypeError, "attribute name must be a string");
        made->paths.push_back(namesOfPath(vm, viewOf(each)));
    }
    return std::move(made).toRef();
}
Ref attributeGetterCall(Vm& vm, Value value, const Arguments& args) {
    CORO_TRY(needOneObject(vm, args, "attrgetter"));
    const Ptr<Fetcher> self(value.as<Fetcher>());
    return oneOrTuple(vm, self->paths.size(), [&](std::size_t at) -> Ref {
        Ref found = args[0];
        for (Str* name : self->paths[at]) found = CORO_TRY(getAttribute(vm, found, name));
        return found;
    });
}

Ref methodCallerConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.positional < 1) {
        return raise(vm, vm.exc.TypeError,
                     "methodcaller needs at least one argument, the method name");
    }
    if (!isStr(args[0])) return raise(vm, vm.exc.TypeError, "method name must be a string");
    Ptr<Fetcher> made = makeFetcher(vm, type, args);
    made->keywords = makeDict(vm);
    for (std::uint32_t k = 0; k < args.keywords; ++k) {
        dictSetStr(vm, made->keywords.get(), vm.intern(args.keywordNames[k].as<Str>()),
                   args.values[args.positional + k]);
    }
    return std::move(made).toRef();
}
Ref methodCallerCall(Vm& vm, Value value, const Arguments& args) {
    CORO_TRY(needOneObject(vm, args, "methodcaller"));
    const Ptr<Fetcher> self(value.as<Fetcher>());
    const auto wanted = self->wanted->span();
    Ref method = CORO_TRY(getAttribute(vm, args[0], vm.intern(wanted[0].as<Str>())));
    std::vector<Value> values(wanted.begin() + 1, wanted.end());
    const auto positional = static_cast<std::uint32_t>(values.size());
    std::vector<Value> names;
    std::uint32_t position = 0;
    Value key, each;
    while (dictNext(self->keywords.get(), position, key, each)) {
        names.push_back(key);
        values.push_back(each);
    }
    return vm.call(method, Arguments{values.data(), positional,
                                     static_cast<std::uint32_t>(names.size()), names.data()});
}

void addFetcherType(Vm& vm, Dict* namespace_, std::string_view name,
                    Ref (*construct)(Vm&, Type*, const Arguments&),
                    Ref (*call)(Vm&, Value, const Arguments&), Ref (*repr)(Vm&, Value)) {
    const std::string full = fmt::format("operator.{}", name);
    TypeSpec spec;
    spec.name = full;
    spec.instanceBytes = sizeof(Fetcher);
    spec.slots.destroy = destroyAs<Fetcher>;
    spec.slots.traverse = traverseMembers<&Fetcher::wanted, &Fetcher::keywords>;
    spec.slots.construct = construct;
    spec.slots.call = call;
    spec.slots.repr = repr;
    setValue(vm, namespace_, name, Value(makeType(vm, spec)));
}

}  // namespace

Ref makeOperatorParts(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "_operator");
    Dict* dict = module->dict.get();
    for (const auto& row : kFunctions)
        addFunction(vm, dict, row.name, row.function, row.count, row.count);
    addFunction(vm, dict, "call", callObject, 1, kAnyCount, kKeywords);
    addFetcherType(vm, dict, "itemgetter", itemGetterConstruct, itemGetterCall,
                   [](Vm& v, Value self) { return joined(v, self.as<Fetcher>(), "itemgetter"); });
    addFetcherType(vm, dict, "attrgetter", attributeGetterConstruct, attributeGetterCall,
                   [](Vm& v, Value self) { return joined(v, self.as<Fetcher>(), "attrgetter"); });
    addFetcherType(vm, dict, "methodcaller", methodCallerConstruct, methodCallerCall,
                   [](Vm& v, Value self) { return joined(v, self.as<Fetcher>(), "methodcaller"); });
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
