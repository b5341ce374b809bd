// list.sort: stable, and asks only `<` (Objects/listobject.c list_sort_impl; runs and merges as in
// its listsort.txt, without galloping).
#include <algorithm>
#include <bit>
#include <cstdlib>
#include <vector>

#include "engine/runtime/effort.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/list_internal.h"

namespace coroscope::runtime {

namespace {

struct Keyed {
    Value key;
    Value item;
};

enum class Kind : std::uint8_t { Integers, Floats, Strings, Other };

Kind kindOfAll(Vm& vm, const std::vector<Keyed>& items) {
    const auto all = [&](auto&& test) {
        return std::all_of(items.begin(), items.end(),
                           [&](const Keyed& each) { return test(each.key); });
    };
    if (all([](Value v) { return v.isSmallInt(); })) return Kind::Integers;
    if (all([](Value v) { return v.isFloat() && v.real == v.real; })) return Kind::Floats;
    if (all([&](Value v) { return v.is(vm.types.str); })) return Kind::Strings;
    return Kind::Other;
}

/// Merge sort of keys whose comparison may run the scenario's code and raise.
class Sorter {
public:
    Sorter(Vm& vm, std::vector<Keyed>& items) : vm_(vm), items_(items) {}

    Status run() {
        const std::size_t count = items_.size();
        const std::size_t minimum = minimumRun(count);
        std::vector<std::size_t> starts;
        for (std::size_t at = 0; at < count;) {
            std::size_t end = CORO_TRY(naturalRun(at));
            const std::size_t wanted = std::min(count, at + minimum);
            if (end < wanted) {
                CORO_TRY(insertInto(at, end, wanted));
                end = wanted;
            }
            starts.push_back(at);
            at = end;
            CORO_TRY(collapse(starts, at, false));
        }
        return collapse(starts, count, true);
    }

private:
    Outcome<bool> less(Value a, Value b) {
        if (!burnFuel(vm_, 1)) return Raised{};
        if (a.is(vm_.types.tuple) && b.is(vm_.types.tuple)) {
            const int order = plainOrder(a.as<Tuple>(), b.as<Tuple>());
            if (order != kNotPlain) return order < 0;
        }
        return compareTruth(vm_, a, b, Comparison::Less);
    }

    static constexpr int kNotPlain = 2;
    /// -1, 0 or 1; kNotPlain if more than plain integers and strings would have to be compared.
    /// Keys to sort by are often tuples of these.
    [[nodiscard]] int plainOrder(Tuple* a, Tuple* b) const {
        const std::uint32_t count = std::min(a->count, b->count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const Value left = a->items()[i];
            const Value right = b->items()[i];
            if (left.isSmallInt() && right.isSmallInt()) {
                if (left.integer != right.integer) return left.integer < right.integer ? -1 : 1;
            } else if (left.is(vm_.types.str) && right.is(vm_.types.str)) {
                if (left.object == right.object) continue;
                const int order = orderOfTexts(viewOf(left), viewOf(right));
                if (order != 0) return order < 0 ? -1 : 1;
            } else {
                return kNotPlain;
            }
        }
        return a->count < b->count ? -1 : a->count > b->count ? 1 : 0;
    }

    static std::size_t minimumRun(std::size_t count) {
        std::size_t rest = 0;
        while (count >= 64) {
            rest |= count & 1;
            count >>= 1;
        }
        return count + rest;
    }

    /// One past the longest run from `start`; a strictly falling one is turned round.
    Outcome<std::size_t> naturalRun(std::size_t start) {
        std::size_t end = start + 1;
        if (end == items_.size()) return end;
        if (CORO_TRY(less(items_[end].key, items_[start].key))) {
            for (++end; end < items_.size(); ++end) {
                if (!CORO_TRY(less(items_[end].key, items_[end - 1].key))) break;
            }
            std::reverse(at(start), at(end));
        } else {
            for (++end; end < items_.size(); ++end) {
                if (CORO_TRY(less(items_[end].key, items_[end - 1].key))) break;
            }
        }
        return end;
    }

    /// Binary insertion of [sorted, end) into [start, sorted).
    Status insertInto(std::size_t start, std::size_t sorted, std::size_t end) {
        for (; sorted < end; ++sorted) {
            const Keyed pivot = items_[sorted];
            std::size_t low = start;
            std::size_t high = sorted;
            while (low < high) {
                const std::size_t middle = low + (high - low) / 2;
                if (CORO_TRY(less(pivot.key, items_[middle].key))) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            std::move_backward(at(low), at(sorted), at(sorted + 1));
            items_[low] = pivot;
        }
        return kDone;
    }

    Status collapse(std::vector<std::size_t>& starts, std::size_t end, bool all) {
        while (starts.size() > 1) {
            const std::size_t last = starts.size() - 1;
            const std::size_t right = end - starts[last];
            const std::size_t left = starts[last] - starts[last - 1];
            if (!all && left > right * 2) break;
            CORO_TRY(merge(starts[last - 1], starts[last], end));
            starts.pop_back();
        }
        return kDone;
    }

    Status merge(std::size_t start, std::size_t middle, std::size_t end) {
        std::vector<Keyed> left(at(start), at(middle));
        std::size_t i = 0;
        std::size_t right = middle;
        std::size_t to = start;
        while (i < left.size() && right < end) {
            auto rightFirst = less(items_[right].key, left[i].key);
            if (rightFirst.isRaised()) {
                // No item may be lost.
                std::copy(left.begin() + static_cast<std::ptrdiff_t>(i), left.end(), at(to));
                return Raised{};
            }
            items_[to++] = *rightFirst ? items_[right++] : left[i++];
        }
        std::copy(left.begin() + static_cast<std::ptrdiff_t>(i), left.end(), at(to));
        return kDone;
    }

    std::vector<Keyed>::iterator at(std::size_t i) {
        return items_.begin() + static_cast<std::ptrdiff_t>(i);
    }

    Vm& vm_;
    std::vector<Keyed>& items_;
};

Status sortKeyed(Vm& vm, std::vector<Keyed>& items) {
    // Two comparisons take as long as an instruction.
    const auto effort = static_cast<std::int64_t>(items.size() * std::bit_width(items.size()) / 2);
    switch (kindOfAll(vm, items)) {
        case Kind::Integers:
            std::stable_sort(items.begin(), items.end(), [](const Keyed& a, const Keyed& b) {
                return a.key.integer < b.key.integer;
            });
            return spendEffort(vm, effort) ? Status(kDone) : Status(Raised{});
        case Kind::Floats:
            std::stable_sort(items.begin(), items.end(), [](const Keyed& a, const Keyed& b) {
                return a.key.real < b.key.real;
            });
            return spendEffort(vm, effort) ? Status(kDone) : Status(Raised{});
        case Kind::Strings:
            // UTF-8 orders as code points do.
            std::stable_sort(items.begin(), items.end(), [](const Keyed& a, const Keyed& b) {
                return orderOfTexts(viewOf(a.key), viewOf(b.key)) < 0;
            });
            return spendEffort(vm, effort * 8) ? Status(kDone) : Status(Raised{});
        case Kind::Other: break;
    }
    return Sorter(vm, items).run();
}

Status makeKeys(Vm& vm, std::vector<Keyed>& items, Value function) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        Ref key = vm.call(function, {items[i].item});
        if (key.isRaised()) {
            for (std::size_t j = 0; j < i; ++j) release(items[j].key);
            return Raised{};
        }
        items[i].key = key.detach();
    }
    return kDone;
}

}  // namespace

Status listSort(Vm& vm, List* list, Value key, bool reverse) {
    Ref keep{Value(list)};
    // The items with their keys, and half as much again for merging.
    CORO_TRY(reserveBytes(vm, list->count * (sizeof(Keyed) + sizeof(Keyed) / 2)));
    // The list is empty meanwhile, so that nobody sees it half sorted.
    Value* const array = std::exchange(list->items, nullptr);
    const std::uint32_t count = std::exchange(list->count, 0U);
    const std::uint32_t capacity = std::exchange(list->capacity, 0U);
    std::vector<Keyed> items(count);
    for (std::uint32_t i = 0; i < count; ++i) items[i] = {array[i], array[i]};

    const bool hasKey = !key.isUnbound() && !key.isNone();
    Status status = hasKey ? makeKeys(vm, items, key) : Status(kDone);
    if (!status.isRaised()) {
        // Reversed twice, so that equal items keep their order.
        if (reverse) std::reverse(items.begin(), items.end());
        if (count > 1) status = sortKeyed(vm, items);
        if (reverse) std::reverse(items.begin(), items.end());
        for (std::uint32_t i = 0; i < count; ++i) array[i] = items[i].item;
        if (hasKey) {
            for (const Keyed& each : items) release(each.key);
        }
    }
    const bool modified = list->items != nullptr || list->count != 0;
    if (modified) listClear(list);
    list->items = array;
    list->count = count;
    list->capacity = capacity;
    if (modified && !status.isRaised())
        return raise(vm, vm.exc.ValueError, "list modified during sort");
    return status;
}

}  // namespace coroscope::runtime
