// The module random: CPython's generator, bit for bit, and the distributions of Lib/random.py
// that take from it in the same order. Nothing here is random: without a seed of its own a
// generator starts from the run's seed.
#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/digests.h"
#include "engine/runtime/modules/mersenne_twister.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

struct RandomObject : Object {
    MersenneTwister twister;
    std::optional<double> gaussNext;
};

RandomObject* selfOf(const Arguments& args) { return args[0].as<RandomObject>(); }
double draw(const Arguments& args) { return selfOf(args)->twister.nextDouble(); }

// --- integers ----------------------------------------------------------------------------------

BigNumber bitsFrom(MersenneTwister& twister, std::uint64_t bits) {
    std::vector<std::uint32_t> words;
    for (std::uint64_t left = bits; left > 0;) {
        std::uint32_t word = twister.next32();
        if (left < 32) word >>= 32 - left;
        words.push_back(word);
        left -= std::min<std::uint64_t>(left, 32);
    }
    BigNumber value;
    mp::import_bits(value, words.begin(), words.end(), 32, false);
    return value;
}

std::uint64_t smallBits(MersenneTwister& twister, int bits) {
    if (bits == 0) return 0;
    if (bits <= 32) return twister.next32() >> (32 - bits);
    const std::uint64_t low = twister.next32();
    return low | std::uint64_t{twister.next32() >> (64 - bits)} << 32;
}

/// _randbelow_with_getrandbits, n > 0.
std::int64_t below(MersenneTwister& twister, std::int64_t n) {
    const int bits = 64 - __builtin_clzll(static_cast<std::uint64_t>(n));
    std::uint64_t value = smallBits(twister, bits);
    while (value >= static_cast<std::uint64_t>(n)) value = smallBits(twister, bits);
    return static_cast<std::int64_t>(value);
}
BigNumber below(MersenneTwister& twister, const BigNumber& n) {
    if (n <= INT64_MAX) return below(twister, static_cast<std::int64_t>(n));
    const std::uint64_t bits = mp::msb(n) + 1;
    BigNumber value = bitsFrom(twister, bits);
    while (value >= n) value = bitsFrom(twister, bits);
    return value;
}

Ref getRandBits(Vm& vm, const Arguments& args) {
    const std::int64_t bits = CORO_TRY(asIndex(vm, args[1]));
    if (bits < 0) return raise(vm, vm.exc.ValueError, "number of bits must be non-negative");
    if (bits <= 63)
        return Ref::ofInt(
            static_cast<std::int64_t>(smallBits(selfOf(args)->twister, static_cast<int>(bits))));
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(bits / 8)));
    if (!burnFuel(vm, bits / 32)) return Raised{};
    return intFromBig(vm, bitsFrom(selfOf(args)->twister, static_cast<std::uint64_t>(bits)));
}

Ref randBytes(Vm& vm, const Arguments& args) {
    const std::int64_t count = CORO_TRY(asIndex(vm, args[1]));
    if (count < 0) return raise(vm, vm.exc.ValueError, "number of bits must be non-negative");
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(count)));
    if (!burnFuel(vm, count / 4)) return Raised{};
    std::string data;
    for (std::int64_t left = count; left > 0; left -= 4) {
        std::uint32_t word = selfOf(args)->twister.next32();
        if (left < 4) word >>= 32 - 8 * left;
        for (std::int64_t i = 0; i < std::min<std::int64_t>(left, 4); ++i) {
            data += static_cast<char>(static_cast<unsigned char>(word >> (8 * i)));
        }
    }
    return newBytes(vm, std::move(data));
}

/// An argument of randrange: an index, or (deprecated, but accepted) a float without a fraction.
Outcome<BigNumber> integerArgument(Vm& vm, Value value, std::string_view which) {
    BigNumber big;
    if (toBig(value, big)) return big;
    if (!lookupInType(vm, vm.typeOf(value), vm.names.__index__).isUnbound()) {
        Ref index = CORO_TRY(indexOf(vm, value));
        toBig(index, big);
        return big;
    }
    Ref integer = CORO_TRY(intFromValue(vm, value));
    if (!CORO_TRY(equal(vm, integer, value))) {
        return raise(vm, vm.exc.ValueError, fmt::format("non-integer {} for randrange()", which));
    }
    toBig(integer, big);
    return big;
}

Ref rangeBetween(Vm& vm, RandomObject* self, const BigNumber& start, const BigNumber& stop) {
    const BigNumber width = stop - start;
    if (width <= 0) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("empty range for randrange() ({}, {}, {})", start.str(),
                                 stop.str(), width.str()));
    }
    return intFromBig(vm, BigNumber(start + below(self->twister, width)));
}

Ref randRange(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"start", "stop", "step"};
    Value values[3];
    CORO_TRY(bindArguments(vm, "randrange", args.withoutFirst(), kNames, 1, 3, values));
    RandomObject* self = selfOf(args);
    const BigNumber start = CORO_TRY(integerArgument(vm, values[0], "arg 1"));
    if (values[1].isUnbound() || values[1].isNone()) {
        if (!values[2].isUnbound() && !(values[2].isSmallInt() && values[2].integer == 1)) {
            return raise(vm, vm.exc.TypeError, "Missing a non-None stop argument");
        }
        if (start <= 0) return raise(vm, vm.exc.ValueError, "empty range for randrange()");
        return intFromBig(vm, below(self->twister, start));
    }
    const BigNumber stop = CORO_TRY(integerArgument(vm, values[1], "stop"));
    const BigNumber step =
        values[2].isUnbound() ? BigNumber(1) : CORO_TRY(integerArgument(vm, values[2], "step"));
    if (step == 1) return rangeBetween(vm, self, start, stop);
    if (step == 0) return raise(vm, vm.exc.ValueError, "zero step for randrange()");
    const BigNumber width = stop - start;
    const BigNumber top = step > 0 ? BigNumber(width + step - 1) : BigNumber(width + step + 1);
    // A quotient at or below zero means an empty range, whichever way it is rounded.
    const BigNumber count = top / step;
    if (count <= 0) return raise(vm, vm.exc.ValueError, "empty range for randrange()");
    return intFromBig(vm, BigNumber(start + step * below(self->twister, count)));
}

Ref randInt(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"a", "b"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "randint", args.withoutFirst(), kNames, 2, 2, values));
    if (values[0].isSmallInt() && values[1].isSmallInt()) {
        const std::int64_t a = values[0].integer, b = values[1].integer;
        std::int64_t width = 0;
        if (b < INT64_MAX && !__builtin_sub_overflow(b + 1, a, &width) && width > 0) {
            return Ref::ofInt(a + below(selfOf(args)->twister, width));
        }
    }
    const BigNumber start = CORO_TRY(integerArgument(vm, values[0], "arg 1"));
    Ref behind = CORO_TRY(binary(vm, Operator::Add, values[1], Value::ofInt(1)));
    const BigNumber stop = CORO_TRY(integerArgument(vm, behind, "stop"));
    return rangeBetween(vm, selfOf(args), start, stop);
}

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
    CORO_TRY(seedByValue(vm, selfOf(args), values[0]));
    return Ref::none();
}

Ref getState(Vm& vm, const Arguments& args) {
    RandomObject* self = selfOf(args);
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
    RandomObject* self = selfOf(args);
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

// --- sequences ---------------------------------------------------------------------------------

Ref choice(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"seq"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "choice", args.withoutFirst(), kNames, 1, 1, values));
    const std::int64_t count = CORO_TRY(length(vm, values[0]));
    if (count == 0) return raise(vm, vm.exc.IndexError, "Cannot choose from an empty sequence");
    return getItem(vm, values[0], Value::ofInt(below(selfOf(args)->twister, count)));
}

Ref shuffle(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"x"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "shuffle", args.withoutFirst(), kNames, 1, 1, values));
    const Value x = values[0];
    const std::int64_t count = CORO_TRY(length(vm, x));
    for (std::int64_t i = count - 1; i > 0; --i) {
        const std::int64_t j = below(selfOf(args)->twister, i + 1);
        Ref atJ = CORO_TRY(getItem(vm, x, Value::ofInt(j)));
        Ref atI = CORO_TRY(getItem(vm, x, Value::ofInt(i)));
        CORO_TRY(setItem(vm, x, Value::ofInt(i), atJ));
        CORO_TRY(setItem(vm, x, Value::ofInt(j), atI));
        if (!burnFuel(vm, 1)) return Raised{};
    }
    return Ref::none();
}

bool isSequence(Vm& vm, Value value) {
    const Type* type = vm.typeOf(value);
    constexpr std::uint32_t kKnown = kTypeIsStr | kTypeIsList | kTypeIsTuple | kTypeIsBytes;
    if ((type->typeFlags & kKnown) != 0 || value.is(vm.types.range)) return true;
    return (type->typeFlags & (kTypeIsDict | kTypeIsSet)) == 0 && type->slots.length != nullptr &&
           type->slots.getItem != nullptr;
}

/// Which of `n` items a sample takes, in order.
Outcome<std::vector<std::int64_t>> sampleIndices(Vm& vm, MersenneTwister& twister, std::int64_t n,
                                                 std::int64_t k) {
    if (k < 0 || k > n)
        return raise(vm, vm.exc.ValueError, "Sample larger than population or is negative");
    double setSize = 21;
    if (k > 5) {
        const double log4 = std::log(static_cast<double>(k * 3)) / std::log(4.0);
        setSize += std::pow(4.0, std::ceil(log4));
    }
    std::vector<std::int64_t> chosen;
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(k) * 16));
    chosen.reserve(static_cast<std::size_t>(k));
    if (!burnFuel(vm, k)) return Raised{};
    if (static_cast<double>(n) <= setSize) {
        std::vector<std::int64_t> pool(static_cast<std::size_t>(n));
        for (std::int64_t i = 0; i < n; ++i) pool[static_cast<std::size_t>(i)] = i;
        for (std::int64_t i = 0; i < k; ++i) {
            const auto j = static_cast<std::size_t>(below(twister, n - i));
            chosen.push_back(pool[j]);
            pool[j] = pool[static_cast<std::size_t>(n - i - 1)];
        }
    } else {
        std::unordered_set<std::int64_t> selected;
        for (std::int64_t i = 0; i < k; ++i) {
            std::int64_t j = below(twister, n);
            while (!selected.insert(j).second) j = below(twister, n);
            chosen.push_back(j);
        }
    }
    return chosen;
}

Ref sample(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"population", "k", "counts"};
    Value values[3];
    CORO_TRY(bindArguments(vm, "sample", args.withoutFirst(), kNames, 2, 2, values));
    if (!isSequence(vm, values[0])) {
        return raise(vm, vm.exc.TypeError,
                     "Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    const std::int64_t n = CORO_TRY(length(vm, values[0]));
    const std::int64_t k = CORO_TRY(asIndex(vm, values[1]));
    MersenneTwister& twister = selfOf(args)->twister;
    std::vector<std::int64_t> chosen;
    if (values[2].isUnbound() || values[2].isNone()) {
        chosen = CORO_TRY(sampleIndices(vm, twister, n, k));
    } else {
        Ref counts = CORO_TRY(listFromIterable(vm, values[2]));
        std::vector<std::int64_t> cumulative;
        std::int64_t total = 0;
        for (const Value each : counts.as<List>()->span()) {
            if (!isInt(each)) return raise(vm, vm.exc.TypeError, "Counts must be integers");
            total += asInt64(each).value_or(0);
            cumulative.push_back(total);
        }
        if (static_cast<std::int64_t>(cumulative.size()) != n) {
            return raise(vm, vm.exc.ValueError,
                         "The number of counts does not match the population");
        }
        if (total <= 0)
            return raise(vm, vm.exc.ValueError, "Total of counts must be greater than zero");
        cumulative.pop_back();
        chosen = CORO_TRY(sampleIndices(vm, twister, total, k));
        for (std::int64_t& each : chosen) {
            each =
                std::upper_bound(cumulative.begin(), cumulative.end(), each) - cumulative.begin();
        }
    }
    Ptr<List> result = makeList(vm, static_cast<std::uint32_t>(chosen.size()));
    for (const std::int64_t each : chosen) {
        Ref item = CORO_TRY(getItem(vm, values[0], Value::ofInt(each)));
        CORO_TRY(listAppend(vm, result.get(), item));
    }
    return std::move(result).toRef();
}

Outcome<std::vector<double>> cumulativeWeights(Vm& vm, Value weights, bool alreadySummed) {
    Ref list = CORO_TRY(listFromIterable(vm, weights));
    std::vector<double> sums;
    double total = 0;
    for (const Value each : list.as<List>()->span()) {
        const double weight = CORO_TRY(asDouble(vm, each));
        total = alreadySummed ? weight : total + weight;
        sums.push_back(total);
    }
    return sums;
}

Ref choices(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"population", "weights", "cum_weights", "k"};
    Value values[4];
    CORO_TRY(bindArguments(vm, "choices", args.withoutFirst(), kNames, 1, 2, values));
    const auto given = [&values](int i) { return !values[i].isUnbound() && !values[i].isNone(); };
    const std::int64_t n = CORO_TRY(length(vm, values[0]));
    const std::int64_t k = values[3].isUnbound() ? 1 : CORO_TRY(asIndex(vm, values[3]));
    if (given(1) && given(2)) {
        return raise(vm, vm.exc.TypeError, "Cannot specify both weights and cumulative weights");
    }
    if (given(1) && isInt(values[1])) {
        const std::string shown = CORO_TRY(reprText(vm, values[1]));
        return raise(vm, vm.exc.TypeError,
                     fmt::format("The number of choices must be a keyword argument: k={}", shown));
    }
    const bool weighted = given(1) || given(2);
    std::vector<double> sums;
    double total = 0;
    if (weighted) {
        sums = CORO_TRY(cumulativeWeights(vm, values[given(1) ? 1 : 2], given(2)));
        if (static_cast<std::int64_t>(sums.size()) != n) {
            return raise(vm, vm.exc.ValueError,
                         "The number of weights does not match the population");
        }
        if (sums.empty()) return raise(vm, vm.exc.IndexError, "list index out of range");
        total = sums.back();
        if (total <= 0)
            return raise(vm, vm.exc.ValueError, "Total of weights must be greater than zero");
        if (!std::isfinite(total))
            return raise(vm, vm.exc.ValueError, "Total of weights must be finite");
    }
    Ptr<List> result = makeList(vm);
    for (std::int64_t i = 0; i < k; ++i) {
        const double x = draw(args);
        std::int64_t index = 0;
        if (weighted) {
            // bisect over all but the last, which takes what is left.
            index = std::upper_bound(sums.begin(), sums.end() - 1, x * total) - sums.begin();
        } else {
            index = static_cast<std::int64_t>(std::floor(x * static_cast<double>(n)));
        }
        Ref item = CORO_TRY(getItem(vm, values[0], Value::ofInt(index)));
        CORO_TRY(listAppend(vm, result.get(), item));
        if (!burnFuel(vm, 1)) return Raised{};
    }
    return std::move(result).toRef();
}

// --- distributions -----------------------------------------------------------------------------

constexpr double kPi = 3.14159265358979323846;
const double kNormalMagic = 4 * std::exp(-0.5) / std::sqrt(2.0);
const double kGammaMagic = 1.0 + std::log(4.5);

Ref randomMethod(Vm&, const Arguments& args) { return Ref::ofFloat(draw(args)); }

/// Numbers for the named parameters; those left out keep their default, None counts as left out.
template <std::size_t count>
Status numbers(Vm& vm, std::string_view function, const Arguments& args,
               const std::string_view (&names)[count], std::size_t required, double (&out)[count]) {
    Value values[count];
    CORO_TRY(bindArguments(vm, function, args.withoutFirst(), names, required, count, values));
    for (std::size_t i = 0; i < count; ++i) {
        if (values[i].isUnbound() || (i >= required && values[i].isNone())) continue;
        auto real = CORO_TRY(realOf(vm, values[i]));
        out[i] = real ? *real : CORO_TRY(asDouble(vm, values[i]));
    }
    return kDone;
}

Ref uniform(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"a", "b"};
    double x[2] = {};
    CORO_TRY(numbers(vm, "uniform", args, kNames, 2, x));
    return Ref::ofFloat(x[0] + (x[1] - x[0]) * draw(args));
}

Ref triangular(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"low", "high", "mode"};
    double x[3] = {0.0, 1.0, std::nan("")};
    CORO_TRY(numbers(vm, "triangular", args, kNames, 0, x));
    auto [low, high, mode] = x;
    double u = draw(args);
    if (!std::isnan(mode) && high == low) return Ref::ofFloat(low);
    double c = std::isnan(mode) ? 0.5 : (mode - low) / (high - low);
    if (u > c) {
        u = 1.0 - u;
        c = 1.0 - c;
        std::swap(low, high);
    }
    return Ref::ofFloat(low + (high - low) * std::sqrt(u * c));
}

double normal(const Arguments& args, double mu, double sigma) {
    for (;;) {
        const double u1 = draw(args);
        const double u2 = 1.0 - draw(args);
        const double z = kNormalMagic * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -std::log(u2)) return mu + z * sigma;
    }
}

Ref normalVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"mu", "sigma"};
    double x[2] = {0.0, 1.0};
    CORO_TRY(numbers(vm, "normalvariate", args, kNames, 0, x));
    return Ref::ofFloat(normal(args, x[0], x[1]));
}

Ref logNormalVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"mu", "sigma"};
    double x[2] = {};
    CORO_TRY(numbers(vm, "lognormvariate", args, kNames, 2, x));
    return Ref::ofFloat(std::exp(normal(args, x[0], x[1])));
}

Ref gauss(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"mu", "sigma"};
    double x[2] = {0.0, 1.0};
    CORO_TRY(numbers(vm, "gauss", args, kNames, 0, x));
    RandomObject* self = selfOf(args);
    double z = 0;
    if (self->gaussNext) {
        z = *self->gaussNext;
        self->gaussNext.reset();
    } else {
        const double angle = draw(args) * (2.0 * kPi);
        const double radius = std::sqrt(-2.0 * std::log(1.0 - draw(args)));
        z = std::cos(angle) * radius;
        self->gaussNext = std::sin(angle) * radius;
    }
    return Ref::ofFloat(x[0] + z * x[1]);
}

Ref expoVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"lambd"};
    double x[1] = {};
    CORO_TRY(numbers(vm, "expovariate", args, kNames, 1, x));
    const double u = draw(args);
    if (x[0] == 0) return raise(vm, vm.exc.ZeroDivisionError, "float division by zero");
    return Ref::ofFloat(-std::log(1.0 - u) / x[0]);
}

double gamma(const Arguments& args, double alpha, double beta) {
    if (alpha > 1.0) {
        const double ainv = std::sqrt(2.0 * alpha - 1.0);
        const double bbb = alpha - std::log(4.0);
        const double ccc = alpha + ainv;
        for (;;) {
            const double u1 = draw(args);
            if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
            const double u2 = 1.0 - draw(args);
            const double v = std::log(u1 / (1.0 - u1)) / ainv;
            const double x = alpha * std::exp(v);
            const double z = u1 * u1 * u2;
            const double r = bbb + ccc * v - x;
            if (r + kGammaMagic - 4.5 * z >= 0.0 || r >= std::log(z)) return x * beta;
        }
    }
    if (alpha == 1.0) return -std::log(1.0 - draw(args)) * beta;
    constexpr double kE = 2.71828182845904523536;
    for (;;) {
        const double b = (kE + alpha) / kE;
        const double p = b * draw(args);
        const double x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
        const double u1 = draw(args);
        if (p > 1.0 ? u1 <= std::pow(x, alpha - 1.0) : u1 <= std::exp(-x)) return x * beta;
    }
}

Ref gammaVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"alpha", "beta"};
    double x[2] = {};
    CORO_TRY(numbers(vm, "gammavariate", args, kNames, 2, x));
    if (x[0] <= 0 || x[1] <= 0) {
        return raise(vm, vm.exc.ValueError, "gammavariate: alpha and beta must be > 0.0");
    }
    return Ref::ofFloat(gamma(args, x[0], x[1]));
}

Ref betaVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"alpha", "beta"};
    double x[2] = {};
    CORO_TRY(numbers(vm, "betavariate", args, kNames, 2, x));
    if (x[0] <= 0 || x[1] <= 0) {
        return raise(vm, vm.exc.ValueError, "gammavariate: alpha and beta must be > 0.0");
    }
    const double y = gamma(args, x[0], 1.0);
    if (y == 0) return Ref::ofFloat(0.0);
    return Ref::ofFloat(y / (y + gamma(args, x[1], 1.0)));
}

Ref paretoVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"alpha"};
    double x[1] = {};
    CORO_TRY(numbers(vm, "paretovariate", args, kNames, 1, x));
    const double u = 1.0 - draw(args);
    if (x[0] == 0) return raise(vm, vm.exc.ZeroDivisionError, "float division by zero");
    return floatPower(vm, u, -1.0 / x[0]);
}

Ref weibullVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"alpha", "beta"};
    double x[2] = {};
    CORO_TRY(numbers(vm, "weibullvariate", args, kNames, 2, x));
    const double u = 1.0 - draw(args);
    if (x[1] == 0) return raise(vm, vm.exc.ZeroDivisionError, "float division by zero");
    return Ref::ofFloat(x[0] * std::pow(-std::log(u), 1.0 / x[1]));
}

Ref vonMisesVariate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"mu", "kappa"};
    double x[2] = {};
    CORO_TRY(numbers(vm, "vonmisesvariate", args, kNames, 2, x));
    const auto [mu, kappa] = x;
    if (kappa <= 1e-6) return Ref::ofFloat(2.0 * kPi * draw(args));
    const double s = 0.5 / kappa;
    const double r = s + std::sqrt(1.0 + s * s);
    double z = 0;
    for (;;) {
        z = std::cos(kPi * draw(args));
        const double d = z / (r + z);
        const double u2 = draw(args);
        if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * std::exp(d)) break;
    }
    const double q = 1.0 / r;
    const double f = (q + z) / (1.0 + q * z);
    const double theta = draw(args) > 0.5 ? mu + std::acos(f) : mu - std::acos(f);
    return floatBinary(vm, Operator::Modulo, Value::ofFloat(theta), Value::ofFloat(2.0 * kPi));
}

struct Row {
    std::string_view name;
    NativeCall function;
    int minimum, maximum;  ///< self included
    NativeFlags flags;
};
constexpr Row kMethods[] = {
    {"random", randomMethod, 1, 1, kPositionalOnly},
    {"getrandbits", getRandBits, 2, 2, kPositionalOnly},
    {"randbytes", randBytes, 2, 2, kPositionalOnly},
    {"getstate", getState, 1, 1, kPositionalOnly},
    {"setstate", setState, 2, 2, kPositionalOnly},
    {"seed", seedMethod, 1, kAnyCount, kKeywords},
    {"randrange", randRange, 1, kAnyCount, kKeywords},
    {"randint", randInt, 1, kAnyCount, kKeywords},
    {"choice", choice, 1, kAnyCount, kKeywords},
    {"choices", choices, 1, kAnyCount, kKeywords},
    {"shuffle", shuffle, 1, kAnyCount, kKeywords},
    {"sample", sample, 1, kAnyCount, kKeywords},
    {"uniform", uniform, 1, kAnyCount, kKeywords},
    {"triangular", triangular, 1, kAnyCount, kKeywords},
    {"normalvariate", normalVariate, 1, kAnyCount, kKeywords},
    {"lognormvariate", logNormalVariate, 1, kAnyCount, kKeywords},
    {"gauss", gauss, 1, kAnyCount, kKeywords},
    {"expovariate", expoVariate, 1, kAnyCount, kKeywords},
    {"gammavariate", gammaVariate, 1, kAnyCount, kKeywords},
    {"betavariate", betaVariate, 1, kAnyCount, kKeywords},
    {"paretovariate", paretoVariate, 1, kAnyCount, kKeywords},
    {"weibullvariate", weibullVariate, 1, kAnyCount, kKeywords},
    {"vonmisesvariate", vonMisesVariate, 1, kAnyCount, kKeywords},
};

Ref randomConstruct(Vm& vm, Type* type, const Arguments& args) {
    Ptr<RandomObject> made = makeInstance<RandomObject>(vm, type);
    static constexpr std::string_view kNames[] = {"x"};
    Value values[1];
    if (type->has(kTypeIsClass)) {
        // Its __init__ may take what it likes; what comes first is the seed if it can be one.
        if (args.positional > 0 && (isInt(args[0]) || isFloatValue(args[0]) || isStr(args[0])))
            values[0] = args[0];
    } else {
        CORO_TRY(bindArguments(vm, "Random", args, kNames, 0, 1, values));
    }
    CORO_TRY(seedByValue(vm, made.get(), values[0]));
    return std::move(made).toRef();
}

}  // namespace

Ref makeRandomModule(Vm& vm) {
    TypeSpec spec;
    spec.name = "random.Random";
    spec.instanceBytes = sizeof(RandomObject);
    spec.slots.destroy = destroyAs<RandomObject>;
    spec.slots.construct = randomConstruct;
    Type* type = makeType(vm, spec);
    Ptr<Module> module = makeModule(vm, "random");
    Dict* dict = module->dict.get();
    setValue(vm, dict, "Random", Value(type));
    Ptr<RandomObject> hidden = makeInstance<RandomObject>(vm, type);
    seedByInteger(hidden.get(), vm.randomSeed);
    for (const Row& row : kMethods) {
        addMethod(vm, type, row.name, row.function, row.minimum, row.maximum, row.flags);
        Ptr<NativeFunction> bound = makeBoundNative(vm, row.name, row.function, hidden.value(),
                                                    row.minimum, row.maximum, row.flags);
        setValue(vm, dict, row.name, bound.value());
    }
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
