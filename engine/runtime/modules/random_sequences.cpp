// The module random: taking from sequences (Lib/random.py "sequence methods").
#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/modules/random_parts.h"
#include "engine/runtime/types/byte_counts.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"

namespace coroscope::runtime {

namespace {

Ref choice(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"seq"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "choice", args.withoutFirst(), kNames, 1, 1, values));
    const std::int64_t count = CORO_TRY(length(vm, values[0]));
    if (count == 0) return raise(vm, vm.exc.IndexError, "Cannot choose from an empty sequence");
    return getItem(vm, values[0], Value::ofInt(below(randomOf(args)->twister, count)));
}

Ref shuffle(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"x"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "shuffle", args.withoutFirst(), kNames, 1, 1, values));
    const Value x = values[0];
    const std::int64_t count = CORO_TRY(length(vm, x));
    for (std::int64_t i = count - 1; i > 0; --i) {
        const std::int64_t j = below(randomOf(args)->twister, i + 1);
        Ref atJ = CORO_TRY(getItem(vm, x, Value::ofInt(j)));
        Ref atI = CORO_TRY(getItem(vm, x, Value::ofInt(i)));
        CORO_TRY(setItem(vm, x, Value::ofInt(i), atJ));
        CORO_TRY(setItem(vm, x, Value::ofInt(j), atI));
        if (!burnFuel(vm, 1) || !spendEffort(vm, 15)) return Raised{};
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
        const double log4 = std::log(static_cast<double>(k) * 3) / std::log(4.0);
        setSize += std::pow(4.0, std::ceil(log4));
    }
    std::vector<std::int64_t> chosen;
    // A pool of all, or a set of those chosen, whose nodes and buckets take eight words each.
    const bool fromPool = static_cast<double>(n) <= setSize;
    constexpr std::int64_t kOfChosen = 8 + sizeof(Value);  // and of the result
    CORO_TRY(reserveBytes(
        vm, bytesOf(k, fromPool ? kOfChosen : kOfChosen + 64) + (fromPool ? bytesOf(n, 8) : 0)));
    chosen.reserve(static_cast<std::size_t>(k));
    if (!burnFuel(vm, k)) return Raised{};
    if (fromPool) {
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
    MersenneTwister& twister = randomOf(args)->twister;
    std::vector<std::int64_t> chosen;
    if (values[2].isUnbound() || values[2].isNone()) {
        chosen = CORO_TRY(sampleIndices(vm, twister, n, k));
    } else {
        Ref counts = CORO_TRY(listFromIterable(vm, values[2]));
        std::vector<std::int64_t> cumulative;
        std::int64_t total = 0;
        for (const Value each : counts.as<List>()->span()) {
            if (!isInt(each)) return raise(vm, vm.exc.TypeError, "Counts must be integers");
            if (__builtin_add_overflow(total, asInt64(each).value_or(0), &total))
                return raise(vm, vm.exc.OverflowError, "the counts are too large to be added");
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
        if (!burnFuel(vm, 1) || !spendEffort(vm, 7)) return Raised{};
    }
    return std::move(result).toRef();
}

}  // namespace

std::span<const RandomMethod> randomSequences() {
    static constexpr RandomMethod kMethods[] = {
        {"choice", choice, 1, kAnyCount, kKeywords},
        {"choices", choices, 1, kAnyCount, kKeywords},
        {"shuffle", shuffle, 1, kAnyCount, kKeywords},
        {"sample", sample, 1, kAnyCount, kKeywords},
    };
    return kMethods;
}

}  // namespace coroscope::runtime
