#include "engine/loop/short_repr.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace coroscope::loop {

using namespace runtime;  // NOLINT: as in handle.h

namespace {

// reprlib.Repr's limits.
constexpr int kMaxLevel = 6;
constexpr std::size_t kMaxItems = 6;
constexpr std::size_t kMaxDictItems = 4;
constexpr std::size_t kMaxString = 30;
constexpr std::size_t kMaxInt = 40;
constexpr std::size_t kMaxOther = 30;

/// Where each character of a UTF-8 text begins, and its end.
std::vector<std::size_t> characters(std::string_view text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    }
    starts.push_back(text.size());
    return starts;
}

/// The first and the last characters, with dots between them, so that there are `most`.
std::string shorten(std::string_view text, std::size_t most) {
    const std::vector<std::size_t> starts = characters(text);
    const std::size_t count = starts.size() - 1;
    if (count <= most) return std::string(text);
    const std::size_t before = (most - 3) / 2;
    const std::size_t after = most - 3 - before;
    return fmt::format("{}...{}", text.substr(0, starts[before]),
                       text.substr(starts[count - after]));
}

class ShortRepr {
public:
    explicit ShortRepr(Vm& vm) : vm_(vm) {}

    std::string of(Value value, int level) {
        if (value.is(vm_.types.str)) return ofStr(value);
        if (value.isSmallInt() || value.is(vm_.types.int_)) return shorten(plain(value), kMaxInt);
        if (value.is(vm_.types.list))
            return ofItems(value.as<List>()->span(), value.as<List>()->span().size(), level, "[",
                           "]");
        if (value.is(vm_.types.tuple)) {
            const auto items = value.as<Tuple>()->span();
            return ofItems(items, items.size(), level, "(", items.size() == 1 ? ",)" : ")");
        }
        if (value.is(vm_.types.set) || value.is(vm_.types.frozenset)) return ofSet(value, level);
        if (value.is(vm_.types.dict)) return ofDict(value.as<Dict>(), level);
        auto text = reprText(vm_, value);
        return text.isRaised() ? failed(value) : shorten(*text, kMaxOther);
    }

private:
    std::string plain(Value value) {
        auto text = reprText(vm_, value);
        return text.isRaised() ? failed(value) : *text;
    }

    /// Never cut, however long.
    std::string failed(Value value) {
        if (!vm_.stopped()) vm_.pending.reset();
        return fmt::format("<{} instance at {:#x}>", vm_.typeOf(value)->name->view(),
                           vm_.idOf(value));
    }

    /// The cut goes through the string itself, then through its repr, which may be longer.
    std::string ofStr(Value value) {
        const std::string_view text = viewOf(value);
        const std::vector<std::size_t> starts = characters(text);
        const std::string_view head =
            text.substr(0, starts[std::min(kMaxString, starts.size() - 1)]);
        const std::string first = plain(newStr(vm_, head));
        if (characters(first).size() - 1 <= kMaxString) return first;
        const std::size_t count = starts.size() - 1;
        const std::size_t before = std::min((kMaxString - 3) / 2, count);
        const std::size_t after = std::min(kMaxString - 3 - before, count);
        const std::string ends =
            plain(newStr(vm_, std::string(text.substr(0, starts[before])) +
                                  std::string(text.substr(starts[count - after]))));
        const std::vector<std::size_t> cut = characters(ends);
        return ends.substr(0, cut[before]) + "..." + ends.substr(cut[cut.size() - 1 - after]);
    }

    std::string ofItems(std::span<const Value> items, std::size_t count, int level,
                        std::string_view left, std::string_view right) {
        std::string text(left);
        if (level <= 0 && count > 0) {
            text += "...";
        } else {
            const std::vector<Ref> shown(
                items.begin(),
                items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), kMaxItems)));
            for (std::size_t i = 0; i < shown.size(); ++i)
                text += (i > 0 ? ", " : "") + of(shown[i], level - 1);
            if (count > kMaxItems) text += ", ...";
        }
        return text + std::string(right);
    }

    /// In order where the items have one.
    std::vector<Ref> sorted(Value iterable) {
        Ref sort(dictGetStr(vm_.builtins.get(), vm_.intern("sorted")));
        Ref list = vm_.call(sort, {iterable});
        if (list.isRaised()) {
            if (!vm_.stopped()) vm_.pending.reset();
            list = listFromIterable(vm_, iterable);
        }
        if (!list.is(vm_.types.list)) return {};
        const auto items = list.as<List>()->span();
        return {items.begin(), items.end()};
    }

    std::string ofSet(Value value, int level) {
        const bool frozen = value.is(vm_.types.frozenset);
        if (value.as<Set>()->count == 0) return frozen ? "frozenset()" : "set()";
        const std::vector<Ref> items = sorted(value);
        const std::vector<Value> values(items.begin(), items.end());
        return ofItems(values, values.size(), level, frozen ? "frozenset({" : "{",
                       frozen ? "})" : "}");
    }

    std::string ofDict(Dict* dict, int level) {
        const std::vector<Ref> keys = sorted(Value(dict));
        if (keys.empty()) return "{}";
        if (level <= 0) return "{...}";
        std::string text = "{";
        for (std::size_t i = 0; i < std::min(keys.size(), kMaxDictItems); ++i) {
            Ref item = getItem(vm_, Value(dict), keys[i]);
            if (item.isRaised()) {
                if (!vm_.stopped()) vm_.pending.reset();
                continue;
            }
            text += fmt::format("{}{}: {}", i > 0 ? ", " : "", of(keys[i], level - 1),
                                of(item, level - 1));
        }
        return text + (keys.size() > kMaxDictItems ? ", ...}" : "}");
    }

    Vm& vm_;
};

}  // namespace

std::string shortRepr(Vm& vm, Value value) { return ShortRepr(vm).of(value, kMaxLevel); }

std::string shortArguments(Vm& vm, std::span<const Value> values) {
    std::string text = "(";
    for (std::size_t i = 0; i < values.size(); ++i)
        text += (i > 0 ? ", " : "") + shortRepr(vm, values[i]);
    return text + ")";
}

}  // namespace coroscope::loop
