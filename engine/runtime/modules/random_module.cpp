// The module random: CPython's generator, bit for bit. Nothing here is random: without a seed of
// its own a generator starts from the run's seed. What it gives: the other random_*.cpp.
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/digests.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/random_parts.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

// --- seeding -----------------------------------------------------------------------------------

/// random_seed: the absolute value of an integer, in words of 32 bits.
void seedByInteger(RandomObject* self, const BigNumber& value) {
    std::vector<std::uint32_t> key;
    mp::export_bits(BigNumber(mp::abs(value)), std::back_inserter(key), 32, false);
    if (key.empty()) key.push_back(0);
    self->twister.seed(key);
    self->gaussNext.reset();
}

Status seedByValue(Vm& vm, RandomObject* self, Value value) {
    if (value.isUnbound() || value.isNone()) {
        seedByInteger(self, vm.randomSeed);
        return kDone;
    }
    BigNumber number;
    if (toBig(value, number)) {
        seedByInteger(self, number);
    } else if (isFloatValue(value)) {
        // The hash of the object, as an unsigned number.
        seedByInteger(self, BigNumber(static_cast<std::uint64_t>(hashDouble(floatOf(value)))));
    } else if (isStr(value) || isBytesLike(vm, value)) {
        std::string data(isStr(value) ? viewOf(value) : bytesView(value));
        data += digestOf("sha512", data);
        mp::import_bits(number, reinterpret_cast<const unsigned char*>(data.data()),
                        reinterpret_cast<const unsigned char*>(data.data() + data.size()), 8, true);
        seedByInteger(self, number);
    } else {
        return raise(
            vm, vm.exc.TypeError,
            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
    }
    return kDone;
}

Ref seedMethod(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"a", "version"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "seed", args.withoutFirst(), kNames, 0, 2, values));
    if (!values[1].isUnbound() && asInt64(values[1]).value_or(2) != 2) {
        return raise(vm, vm.exc.NotImplementedError, "random.seed: Coroscope knows only version 2");
    }
    CORO_TRY(seedByValue(vm, randomOf(args), values[0]));
    return Ref::none();
}

Ref getState(Vm& vm, const Arguments& args) {
    RandomObject* self = randomOf(args);
    Ptr<Tuple> words = makeTuple(vm, static_cast<std::uint32_t>(MersenneTwister::kWords + 1));
    for (std::size_t i = 0; i < MersenneTwister::kWords; ++i)
        words->items()[i] = Value::ofInt(self->twister.state[i]);
    words->items()[MersenneTwister::kWords] =
        Value::ofInt(static_cast<std::int64_t>(self->twister.index));
    const Value items[] = {Value::ofInt(3), words.value(),
                           self->gaussNext ? Value::ofFloat(*self->gaussNext) : Value::none()};
    return makeTuple(vm, items).toRef();
}

Ref setState(Vm& vm, const Arguments& args) {
    RandomObject* self = randomOf(args);
    const auto wrong = [&vm]() -> Ref {
        return raise(vm, vm.exc.ValueError, "state vector is the wrong size");
    };
    if (!args[1].is(vm.types.tuple) || args[1].as<Tuple>()->count != 3) return wrong();
    const Value* parts = args[1].as<Tuple>()->items();
    if (asInt64(parts[0]).value_or(0) != 3) {
        const std::string version = CORO_TRY(strText(vm, parts[0]));
        return raise(
            vm, vm.exc.ValueError,
            fmt::format("state with version {} passed to Random.setstate() of version 3", version));
    }
    if (!parts[1].is(vm.types.tuple))
        return raise(vm, vm.exc.TypeError, "state vector must be a tuple");
    auto* words = parts[1].as<Tuple>();
    if (words->count != MersenneTwister::kWords + 1) return wrong();
    MersenneTwister made;
    for (std::uint32_t i = 0; i < words->count; ++i) {
        const std::int64_t word = CORO_TRY(asIndex(vm, words->items()[i]));
        if (i == MersenneTwister::kWords) {
            if (word < 0 || word > static_cast<std::int64_t>(MersenneTwister::kWords)) {
                return raise(vm, vm.exc.ValueError, "invalid state");
            }
            made.index = static_cast<std::size_t>(word);
        } else {
            made.state[i] = static_cast<std::uint32_t>(word);
        }
    }
    self->twister = made;
    self->gaussNext.reset();
    if (isFloatValue(parts[2])) self->gaussNext = floatOf(parts[2]);
    return Ref::none();
}

constexpr RandomMethod kOwnMethods[] = {
    {"getstate", getState, 1, 1, kPositionalOnly},
    {"setstate", setState, 2, 2, kPositionalOnly},
    {"seed", seedMethod, 1, kAnyCount, kKeywords},
};

/// A class's own source of numbers, of which the other methods would have to take.
bool hasOwnSource(Vm& vm, Type* type) {
    for (const std::string_view name : {"random", "getrandbits"}) {
        Value found = lookupInType(vm, type, vm.intern(name));
        if (!found.is(vm.types.methodDescriptor)) return true;
    }
    return false;
}

Ref randomConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (hasOwnSource(vm, type)) {
        return raise(vm, vm.exc.NotImplementedError,
                     "a random.Random with a random() or getrandbits() of its own is not supported "
                     "by Coroscope: seed one instead");
    }
    Ptr<RandomObject> made = makeInstance<RandomObject>(vm, type);
    // random_new: what comes first is the seed, if it can be one; an __init__ of the class's own
    // may take what it likes.
    const bool hasSeed =
        args.positional > 0 && (isInt(args[0]) || isFloatValue(args[0]) || isStr(args[0]));
    CORO_TRY(seedByValue(vm, made.get(), hasSeed ? args[0] : Value()));
    return std::move(made).toRef();
}

/// Random.__init__ calls seed(), the class's own if it has one.
Status randomInit(Vm& vm, Value self, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"x"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "Random", args, kNames, 0, 1, values));
    Str* name = vm.intern("seed");
    if (lookupInType(vm, vm.typeOf(self), name).is(vm.types.methodDescriptor))
        return seedByValue(vm, self.as<RandomObject>(), values[0]);
    CORO_TRY(vm.callMethod(self, name, {values[0].isUnbound() ? Value::none() : values[0]}));
    return kDone;
}

}  // namespace

Ref makeRandomModule(Vm& vm) {
    TypeSpec spec;
    spec.name = "random.Random";
    spec.instanceBytes = sizeof(RandomObject);
    spec.slots.destroy = destroyAs<RandomObject>;
    spec.slots.construct = randomConstruct;
    spec.slots.init = randomInit;
    Type* type = makeType(vm, spec);
    Ptr<Module> module = makeModule(vm, "random");
    Dict* dict = module->dict.get();
    setValue(vm, dict, "Random", Value(type));
    Ptr<RandomObject> hidden = makeInstance<RandomObject>(vm, type);
    seedByInteger(hidden.get(), vm.randomSeed);
    for (std::span<const RandomMethod> part :
         {std::span<const RandomMethod>(kOwnMethods), randomIntegers(), randomSequences(),
          randomDistributions()}) {
        for (const RandomMethod& row : part) {
            addMethod(vm, type, row.name, row.function, row.minimum, row.maximum, row.flags);
            Ptr<NativeFunction> bound = makeBoundNative(vm, row.name, row.function, hidden.value(),
                                                        row.minimum, row.maximum, row.flags);
            bound->owner = type;
            setValue(vm, dict, row.name, bound.value());
        }
    }
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
