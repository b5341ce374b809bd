// Named tuples of the engine's own (Objects/structseq.c).
#include <array>
#include <utility>

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"

namespace coroscope::runtime {

namespace {

template <std::size_t I>
Ref getField(Vm&, Value self) {
    return self.as<Tuple>()->items()[I];
}

template <std::size_t... I>
constexpr std::array<Getter, sizeof...(I)> makeGetters(std::index_sequence<I...>) {
    return {getField<I>...};
}
constexpr auto kGetters = makeGetters(std::make_index_sequence<18>());

Ref sequenceRepr(Vm& vm, Value self) {
    Type* type = self.object->type;
    const Value names = dictGetStr(type->dict, vm.intern("__match_args__"));
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    std::string text = fmt::format("{}.{}(", viewOf(module), type->name->view());
    auto* tuple = self.as<Tuple>();
    for (std::uint32_t i = 0; i < tuple->count; ++i) {
        if (i) text += ", ";
        text += fmt::format("{}={}", viewOf(names.as<Tuple>()->items()[i]),
                            CORO_TRY(reprText(vm, tuple->items()[i])));
    }
    return newStr(vm, text + ")");
}

/// structseq_new: from any iterable of as many items as there are fields.
Ref sequenceConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.positional != 1 || args.keywords > 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes exactly one argument, a sequence", type->nameView()));
    }
    if (!vm.typeOf(args[0])->slots.iterate)
        return raise(vm, vm.exc.TypeError, "constructor requires a sequence");
    Ref items = CORO_TRY(tupleFromIterable(vm, args[0]));
    const Value names = dictGetStr(type->dict, vm.intern("__match_args__"));
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    const std::uint32_t wanted = names.as<Tuple>()->count;
    const std::uint32_t given = items.as<Tuple>()->count;
    if (given != wanted) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("{}.{}() takes an at {} {}-sequence ({}-sequence given)", viewOf(module),
                        type->name->view(), given < wanted ? "least" : "most", wanted, given));
    }
    return makeStructSequenceInstance(vm, type, items.as<Tuple>()->span());
}

}  // namespace

Type* makeStructSequence(Vm& vm, std::string_view name,
                         std::initializer_list<std::string_view> fields, bool constructible) {
    assert(fields.size() <= kGetters.size());
    TypeSpec spec;
    spec.name = name;
    spec.base = vm.types.tuple;
    spec.flags = kTypeIsFinal | (constructible ? 0U : kTypeNoConstruct);
    if (constructible) spec.slots.construct = sequenceConstruct;
    spec.instanceBytes = sizeof(Tuple);
    spec.slots.repr = sequenceRepr;
    Type* type = makeType(vm, spec);
    Ptr<Tuple> names = makeTuple(vm, static_cast<std::uint32_t>(fields.size()));
    std::size_t i = 0;
    for (std::string_view field : fields) {
        addGetter(vm, type, field, kGetters[i]);
        names->items()[i++] = Ref(Value(vm.intern(field))).detach();
    }
    setValue(vm, type->dict, "__match_args__", names.value());
    setValue(vm, type->dict, "n_sequence_fields", Value::ofInt(names->count));
    setValue(vm, type->dict, "n_unnamed_fields", Value::ofInt(0));
    return type;
}

Ref makeStructSequenceInstance(Vm& vm, Type* type, std::span<const Value> items) {
    Ptr<Tuple> made = makeTuple(vm, items);
    made->type = type;
    return std::move(made).toRef();
}

}  // namespace coroscope::runtime
