// Methods of str that search, replace, strip and pad; the others are in str_case and str_split.
#include "engine/runtime/types/str_methods.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/text_replace.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

constexpr auto kNone = std::string_view::npos;

Raised wrongArgument(Vm& vm, std::string_view function, Value value) {
    return raise(
        vm, vm.exc.TypeError,
        fmt::format("{}() argument must be str, not {}", function, argumentTypeName(vm, value)));
}

/// The part of `self` that the arguments from `first` on (start, stop) select; `valid` false: start
/// lies past stop.
struct Part {
    std::string_view text;
    std::size_t offset = 0;  ///< in bytes
    bool valid = true;
};
Outcome<Part> selectPart(Vm& vm, const Arguments& args, std::uint32_t first) {
    auto* self = args[0].as<Str>();
    if (args.positional <= first) return Part{self->view(), 0, true};
    std::int64_t start = CORO_TRY(sliceIndex(vm, args[first], 0));
    std::int64_t stop = args.positional > first + 1
                            ? CORO_TRY(sliceIndex(vm, args[first + 1], INT64_MAX))
                            : INT64_MAX;
    clipRange(start, stop, self->charLength);
    if (start > stop) return Part{{}, 0, false};
    const std::uint32_t begin = self->byteOffset(static_cast<std::uint32_t>(start));
    const std::uint32_t end = self->byteOffset(static_cast<std::uint32_t>(stop));
    return Part{self->view().substr(begin, end - begin), begin, true};
}

template <bool last>
Outcome<std::int64_t> search(Vm& vm, const Arguments& args) {
    const Part part = CORO_TRY(selectPart(vm, args, 2));
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("must be str, not {}", typeName(vm, args[1])));
    }
    if (!part.valid) return std::int64_t{-1};
    const std::size_t found =
        last ? findTextLast(part.text, viewOf(args[1])) : findText(part.text, viewOf(args[1]));
    const std::size_t read =
        found == kNone ? part.text.size() : (last ? part.text.size() - found : found);
    payForBytes(vm, searchedBytes(read, viewOf(args[1])));
    if (found == kNone) return std::int64_t{-1};
    return charIndex(args[0].as<Str>(), part.offset + found);
}

template <bool last>
Ref strFind(Vm& vm, const Arguments& args) {
    return Ref::ofInt(CORO_TRY(search<last>(vm, args)));
}

template <bool last>
Ref strIndex(Vm& vm, const Arguments& args) {
    const std::int64_t found = CORO_TRY(search<last>(vm, args));
    if (found < 0) return raise(vm, vm.exc.ValueError, "substring not found");
    return Ref::ofInt(found);
}

Ref strCount(Vm& vm, const Arguments& args) {
    const Part part = CORO_TRY(selectPart(vm, args, 2));
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("must be str, not {}", typeName(vm, args[1])));
    }
    if (!part.valid) return Ref::ofInt(0);
    const std::string_view needle = viewOf(args[1]);
    payForBytes(vm, searchedBytes(part.text.size(), needle));
    if (needle.empty())
        return Ref::ofInt(static_cast<std::int64_t>(countCharacters(part.text)) + 1);
    const std::int64_t count = countText(part.text, needle);
    takeEffort(vm, 2 * count);
    return Ref::ofInt(count);
}

template <bool atEnd>
Ref strHasAffix(Vm& vm, const Arguments& args) {
    constexpr std::string_view kName = atEnd ? "endswith" : "startswith";
    const Part part = CORO_TRY(selectPart(vm, args, 2));
    const auto fits = [&](std::string_view affix) {
        if (!part.valid || affix.size() > part.text.size()) return false;
        payForBytes(vm, affix.size());
        return atEnd ? part.text.ends_with(affix) : part.text.starts_with(affix);
    };
    if (isStr(args[1])) return Ref::boolean(fits(viewOf(args[1])));
    if (!hasFlag(args[1], kTypeIsTuple)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} first arg must be str or a tuple of str, not {}", kName,
                                 typeName(vm, args[1])));
    }
    for (const Value each : args[1].as<Tuple>()->span()) {
        if (!spendEffort(vm, 1)) return Raised{};
        if (!isStr(each)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("tuple for {} must only contain str, not {}", kName,
                                     typeName(vm, each)));
        }
        if (fits(viewOf(each))) return Ref::boolean(true);
    }
    return Ref::boolean(false);
}

Ref strReplace(Vm& vm, const Arguments& args) {
    for (std::uint32_t i : {1U, 2U}) {
        if (!isStr(args[i])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("replace() argument {} must be str, not {}", i,
                                     argumentTypeName(vm, args[i])));
        }
    }
    const std::string_view text = viewOf(args[0]), old = viewOf(args[1]), with = viewOf(args[2]);
    const std::int64_t limit = args.positional > 3 ? CORO_TRY(asIndex(vm, args[3])) : -1;
    const auto changed = replaceText(vm, text, old, with, limit, TextItem::Character);
    if (changed.isRaised()) return Raised{};
    if (!*changed) return args[0].is(vm.types.str) ? Ref(args[0]) : newStr(vm, text);
    return newStr(vm, **changed);
}

enum Side { kLeft = 1, kRight = 2 };

template <int sides>
Ref strStrip(Vm& vm, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    std::u32string set;
    const bool spaces = args.positional < 2 || args[1].isNone();
    if (!spaces) {
        if (!isStr(args[1])) {
            constexpr std::string_view kName = sides == kLeft    ? "lstrip"
                                               : sides == kRight ? "rstrip"
                                                                 : "strip";
            return raise(vm, vm.exc.TypeError, fmt::format("{} arg must be None or str", kName));
        }
        const std::string_view chars = viewOf(args[1]);
        for (std::size_t at = 0; at < chars.size();) set += decodeAt(chars, at);
        std::sort(set.begin(), set.end());
    }
    const auto goes = [&](std::size_t at) {
        const char32_t c = decodeAt(text, at);
        return spaces ? unicodeIsSpace(c) : std::binary_search(set.begin(), set.end(), c);
    };
    std::size_t begin = 0, end = text.size();
    if ((sides & kLeft) != 0) {
        while (begin < end && goes(begin)) decodeAt(text, begin);
    }
    if ((sides & kRight) != 0) {
        while (end > begin) {
            std::size_t last = end - 1;
            while (isContinuation(text[last])) --last;
            if (!goes(last)) break;
            end = last;
        }
    }
    if (begin == 0 && end == text.size() && args[0].is(vm.types.str)) return args[0];
    return newStr(vm, text.substr(begin, end - begin));
}

/// `before` and `behind` fill characters around the text.
Ref padded(Vm& vm, Value self, std::int64_t before, std::int64_t behind, std::string_view fill) {
    if (before <= 0 && behind <= 0 && self.is(vm.types.str)) return self;
    before = std::max<std::int64_t>(before, 0);
    behind = std::max<std::int64_t>(behind, 0);
    const std::string_view text = viewOf(self);
    constexpr std::int64_t kTooMany = std::int64_t{1} << 32;
    if (before > kTooMany || behind > kTooMany)
        return refuseBytes(vm, static_cast<std::size_t>(std::max(before, behind)));
    const std::size_t bytes = text.size() + static_cast<std::size_t>(before + behind) * fill.size();
    CORO_TRY(reserveBytes(vm, bytes));
    std::string out;
    out.reserve(bytes);
    for (std::int64_t i = 0; i < before; ++i) out += fill;
    out += text;
    for (std::int64_t i = 0; i < behind; ++i) out += fill;
    return newStr(vm, out);
}

enum class Alignment { Left, Right, Center };

template <Alignment alignment>
Ref strJustify(Vm& vm, const Arguments& args) {
    const std::int64_t width = CORO_TRY(asIndex(vm, args[1]));
    std::string_view fill = " ";
    if (args.positional > 2) {
        if (!isStr(args[2])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("The fill character must be a unicode character, not {}",
                                     typeName(vm, args[2])));
        }
        if (args[2].as<Str>()->charLength != 1) {
            return raise(vm, vm.exc.TypeError,
                         "The fill character must be exactly one character long");
        }
        fill = viewOf(args[2]);
    }
    const std::int64_t missing = width - static_cast<std::int64_t>(args[0].as<Str>()->charLength);
    if (missing <= 0) return padded(vm, args[0], 0, 0, fill);
    switch (alignment) {
        case Alignment::Left: return padded(vm, args[0], 0, missing, fill);
        case Alignment::Right: return padded(vm, args[0], missing, 0, fill);
        case Alignment::Center: {
            const std::int64_t before = missing / 2 + (missing & width & 1);  // unicode_center_impl
            return padded(vm, args[0], before, missing - before, fill);
        }
    }
    return Ref();
}

Ref strZfill(Vm& vm, const Arguments& args) {
    const std::int64_t width = CORO_TRY(asIndex(vm, args[1]));
    const std::string_view text = viewOf(args[0]);
    const std::int64_t missing = width - static_cast<std::int64_t>(args[0].as<Str>()->charLength);
    if (missing <= 0 || text.empty() || (text[0] != '+' && text[0] != '-')) {
        return padded(vm, args[0], missing, 0, "0");
    }
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(width)));
    return newStr(vm, std::string(1, text[0]) +
                          std::string(static_cast<std::size_t>(missing), '0') +
                          std::string(text.substr(1)));
}

Ref strExpandTabs(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"tabsize"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "expandtabs", args.withoutFirst(), kNames, 0, 1, values));
    const std::int64_t size = values[0].isUnbound() ? 8 : CORO_TRY(asCInt(vm, values[0]));
    const std::string_view text = viewOf(args[0]);
    std::string out;
    std::int64_t column = 0;
    for (const char c : text) {
        if (c == '\t') {
            if (size > 0) {
                const std::int64_t spaces = size - column % size;
                CORO_TRY(reserveGrowing(vm, out.size() + static_cast<std::size_t>(spaces)));
                column += spaces;
                out.append(static_cast<std::size_t>(spaces), ' ');
            }
            continue;
        }
        if (!isContinuation(c)) ++column;
        out += c;
        if (c == '\n' || c == '\r') column = 0;
    }
    return newStr(vm, out);
}

template <bool suffix>
Ref strRemoveAffix(Vm& vm, const Arguments& args) {
    if (!isStr(args[1]))
        return wrongArgument(vm, suffix ? "removesuffix" : "removeprefix", args[1]);
    const std::string_view text = viewOf(args[0]), affix = viewOf(args[1]);
    if (suffix && !affix.empty() && text.ends_with(affix))
        return newStr(vm, text.substr(0, text.size() - affix.size()));
    if (!suffix && text.starts_with(affix)) return newStr(vm, text.substr(affix.size()));
    return str(vm, args[0]);
}

Ref strEncode(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"encoding", "errors"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "encode", args.withoutFirst(), kNames, 0, 2, values));
    for (int i : {0, 1}) {
        if (!values[i].isUnbound() && !isStr(values[i])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("encode() argument '{}' must be str, not {}", kNames[i],
                                     argumentTypeName(vm, values[i])));
        }
    }
    return newBytes(
        vm, CORO_TRY(encodeText(vm, args[0], values[0].isUnbound() ? "utf-8" : viewOf(values[0]),
                                values[1].isUnbound() ? "strict" : viewOf(values[1]))));
}

Ref strMakeTrans(Vm& vm, const Arguments& args) {
    Ptr<Dict> table = makeDict(vm);
    const auto pointOf = [](std::string_view text) {
        std::size_t at = 0;
        return Value::ofInt(static_cast<std::int64_t>(decodeAt(text, at)));
    };
    if (args.positional == 1) {
        if (!args[0].is(vm.types.dict)) {
            return raise(vm, vm.exc.TypeError,
                         "if you give only one argument to maketrans it must be a dict");
        }
        std::uint32_t position = 0;
        Value key, value;
        while (dictNext(args[0].as<Dict>(), position, key, value)) {
            if (isStr(key)) {
                if (key.as<Str>()->charLength != 1) {
                    return raise(vm, vm.exc.ValueError,
                                 "string keys in translate table must be of length 1");
                }
                CORO_TRY(dictSet(vm, table.get(), pointOf(viewOf(key)), value));
            } else if (isInt(key)) {
                CORO_TRY(dictSet(vm, table.get(), key, value));
            } else {
                return raise(vm, vm.exc.TypeError,
                             "keys in translate table must be strings or integers");
            }
        }
        return std::move(table).toRef();
    }
    for (std::uint32_t i = 0; i < args.positional; ++i) {
        if (isStr(args[i])) continue;
        if (i == 0) {
            return raise(vm, vm.exc.TypeError,
                         "first maketrans argument must be a string if there is a second argument");
        }
        return raise(vm, vm.exc.TypeError,
                     fmt::format("maketrans() argument {} must be str, not {}", i + 1,
                                 argumentTypeName(vm, args[i])));
    }
    if (args[0].as<Str>()->charLength != args[1].as<Str>()->charLength) {
        return raise(vm, vm.exc.ValueError,
                     "the first two maketrans arguments must have equal length");
    }
    const std::string_view from = viewOf(args[0]), to = viewOf(args[1]);
    for (std::size_t a = 0, b = 0; a < from.size();) {
        const auto key = static_cast<std::int64_t>(decodeAt(from, a));
        CORO_TRY(dictSet(vm, table.get(), Value::ofInt(key),
                         Value::ofInt(static_cast<std::int64_t>(decodeAt(to, b)))));
    }
    if (args.positional > 2) {
        const std::string_view gone = viewOf(args[2]);
        for (std::size_t at = 0; at < gone.size();) {
            CORO_TRY(dictSet(vm, table.get(),
                             Value::ofInt(static_cast<std::int64_t>(decodeAt(gone, at))),
                             Value::none()));
        }
    }
    return std::move(table).toRef();
}

Ref strTranslate(Vm& vm, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeAt(text, at);
        Ref to = getItem(vm, args[1], Value::ofInt(static_cast<std::int64_t>(c)));
        if (to.isRaised()) {
            if (!swallow(vm, vm.exc.LookupError)) return Raised{};
            appendUtf8(out, c);
        } else if (isStr(to)) {
            CORO_TRY(reserveGrowing(vm, out.size() + viewOf(to).size()));
            out += viewOf(to);
        } else if (isInt(to)) {
            const std::int64_t point = asInt64(to).value_or(-1);
            if (point < 0 || point > 0x10FFFF) {
                return raise(vm, vm.exc.ValueError, "character mapping must be in range(0x110000)");
            }
            appendUtf8(out, static_cast<char32_t>(point));
        } else if (!to.isNone()) {
            return raise(vm, vm.exc.TypeError,
                         "character mapping must return integer, None or str");
        }
        if (!burnFuel(vm, 1)) return Raised{};
    }
    return newStr(vm, out);
}

Ref strFormatMethod(Vm& vm, const Arguments& args) {
    Ref keep = args[0];
    return strFormat(vm, viewOf(keep), args.withoutFirst(), Value());
}

Ref strFormatMap(Vm& vm, const Arguments& args) {
    return strFormat(vm, viewOf(args[0]), Arguments{}, args[1]);
}

// Their counts are worded otherwise than those of other methods.
constexpr char kFind[] = "find", kRfind[] = "rfind", kIndex[] = "index", kRindex[] = "rindex",
               kCount[] = "count", kStartswith[] = "startswith", kEndswith[] = "endswith";
template <NativeCall function, const char* name>
Ref counted(Vm& vm, const Arguments& args) {
    if (args.positional >= 2 && args.positional <= 4) return function(vm, args);
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes at {} ({} given)", name,
                             args.positional < 2 ? "least 1 argument" : "most 3 arguments",
                             args.positional - 1));
}

}  // namespace

std::string_view argumentTypeName(Vm& vm, Value value) {
    return value.isNone() ? "None" : typeName(vm, value);
}

void addStrMethods(Vm& vm) {
    Type* type = vm.types.str;
    addMethod(vm, type, "find", counted<strFind<false>, kFind>, 1, kAnyCount);
    addMethod(vm, type, "rfind", counted<strFind<true>, kRfind>, 1, kAnyCount);
    addMethod(vm, type, "index", counted<strIndex<false>, kIndex>, 1, kAnyCount);
    addMethod(vm, type, "rindex", counted<strIndex<true>, kRindex>, 1, kAnyCount);
    addMethod(vm, type, "count", counted<strCount, kCount>, 1, kAnyCount);
    addMethod(vm, type, "startswith", counted<strHasAffix<false>, kStartswith>, 1, kAnyCount);
    addMethod(vm, type, "endswith", counted<strHasAffix<true>, kEndswith>, 1, kAnyCount);
    addMethod(vm, type, "replace", readingAll<strReplace>, 3, 4);
    addMethod(vm, type, "strip", readingAll<strStrip<kLeft | kRight>>, 1, 2);
    addMethod(vm, type, "lstrip", readingAll<strStrip<kLeft>>, 1, 2);
    addMethod(vm, type, "rstrip", readingAll<strStrip<kRight>>, 1, 2);
    addMethod(vm, type, "ljust", strJustify<Alignment::Left>, 2, 3);
    addMethod(vm, type, "rjust", strJustify<Alignment::Right>, 2, 3);
    addMethod(vm, type, "center", strJustify<Alignment::Center>, 2, 3);
    addMethod(vm, type, "zfill", strZfill, 2, 2);
    addMethod(vm, type, "expandtabs", readingAll<strExpandTabs>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "removeprefix", strRemoveAffix<false>, 2, 2);
    addMethod(vm, type, "removesuffix", strRemoveAffix<true>, 2, 2);
    addMethod(vm, type, "encode", readingAll<strEncode>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "translate", readingAll<strTranslate>, 2, 2);
    addStaticMethod(vm, type, "maketrans", strMakeTrans, 1, 3);
    addMethod(vm, type, "format", strFormatMethod, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "format_map", strFormatMap, 2, 2);
    addMethod(vm, type, "__format__", formatMethod, 2, 2);
    addStrCaseMethods(vm);
    addStrSplitMethods(vm);
}

}  // namespace coroscope::runtime
