// Format specifications of int, float, bool and str (Python/formatter_unicode.c).
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/int_digits.h"
#include "engine/runtime/types/number_format.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/str_methods.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

bool isAlign(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

std::string charText(char32_t c) {
    if (c < 0x80) return std::string(1, static_cast<char>(c));
    std::string text;
    appendUtf8(text, c);
    return text;
}

bool isSign(char c) { return c == '+' || c == '-' || c == ' '; }

Raised unknownCode(Vm& vm, char32_t code, std::string_view typeName) {
    if (code > 32 && code < 128) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("Unknown format code '{}' for object of type '{}'",
                                 static_cast<char>(code), typeName));
    }
    return raise(vm, vm.exc.ValueError,
                 fmt::format("Unknown format code '\\x{:x}' for object of type '{}'",
                             static_cast<std::uint32_t>(code), typeName));
}

Raised badThousands(Vm& vm, char thousands, char32_t type) {
    if (type > 32 && type < 128) {
        return raise(
            vm, vm.exc.ValueError,
            fmt::format("Cannot specify '{}' with '{}'.", thousands, static_cast<char>(type)));
    }
    return raise(vm, vm.exc.ValueError,
                 fmt::format("Cannot specify '{}' with '\\x{:x}'.", thousands,
                             static_cast<std::uint32_t>(type)));
}

/// Sign and prefix, digits (grouped and padded by zeros as the spec says), what follows the digits.
struct NumberText {
    bool negative = false;
    std::string_view prefix;  ///< 0x and the like
    std::string_view digits;
    std::string_view rest;  ///< decimals and exponent
};

/// The digits from the right, a separator after each group, then zeros (grouped as well) up to the
/// least width.
std::string grouped(std::string_view digits, char separator, std::size_t group,
                    std::size_t minimum) {
    std::string out;
    std::size_t used = 0, inGroup = 0;
    while (used < digits.size() || out.size() < minimum) {
        if (inGroup == group) {
            out += separator;
            inGroup = 0;
        }
        out += used < digits.size() ? digits[digits.size() - 1 - used] : '0';
        ++used;
        ++inGroup;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

/// Where the characters go that are missing to the width.
struct Padding {
    std::size_t before = 0, inside = 0, behind = 0;

    Padding(char align, std::size_t missing) {
        switch (align) {
            case '<': behind = missing; break;
            case '^':
                before = missing / 2;
                behind = missing - before;
                break;
            case '=': inside = missing; break;
            default: before = missing; break;
        }
    }
};

/// Writes one text after the other to where a new str has its bytes.
class Writer {
public:
    Writer(char* out, std::string_view fill) : out_(out), fill_(fill) {}
    void write(std::string_view text) { out_ = std::copy(text.begin(), text.end(), out_); }
    void fill(std::size_t count) {
        if (fill_.size() == 1) {
            out_ = std::fill_n(out_, count, fill_[0]);
        } else {
            for (; count > 0; --count) write(fill_);
        }
    }

private:
    char* out_;
    std::string_view fill_;
};

Ref assemble(Vm& vm, const FormatSpec& spec, NumberText number, std::size_t group) {
    const char sign = number.negative                        ? '-'
                      : spec.sign == '+' || spec.sign == ' ' ? spec.sign
                                                             : '\0';
    const std::size_t signs = sign == '\0' ? 0 : 1;
    const std::string fill = charText(spec.fill);
    const auto width = static_cast<std::size_t>(std::max<std::int64_t>(spec.width, 0));
    CORO_TRY(reserveBytes(vm, width * fill.size() + number.digits.size() * 4));
    std::string withSeparators;
    if (spec.thousands != 0 && !number.digits.empty()) {
        const bool zeros = spec.fill == '0' && spec.align == '=';
        const std::size_t others = signs + number.prefix.size() + number.rest.size();
        withSeparators = grouped(number.digits, spec.thousands, group,
                                 zeros && width > others ? width - others : 0);
        number.digits = withSeparators;
    }
    const std::size_t bytes =
        signs + number.prefix.size() + number.digits.size() + number.rest.size();
    // The rest may hold characters of a 'c' format: count, not measure.
    const std::size_t length = bytes - number.rest.size() + countCharacters(number.rest);
    const Padding padding(spec.align, width > length ? width - length : 0);
    const std::size_t missing = padding.before + padding.inside + padding.behind;
    const std::size_t total = bytes + missing * fill.size();
    if (total > UINT32_MAX) return refuseBytes(vm, total);
    Ptr<Str> text = makeUninitializedStr(vm, total);
    Writer out(text->mutableData(), fill);
    out.fill(padding.before);
    out.write({&sign, signs});
    out.write(number.prefix);
    out.fill(padding.inside);
    out.write(number.digits);
    out.write(number.rest);
    out.fill(padding.behind);
    finishStr(text.get());
    return std::move(text).toRef();
}

/// format_float_internal.
Ref formatDouble(Vm& vm, double value, FormatSpec spec, std::string_view typeName) {
    char code = 0;
    switch (spec.type) {
        case 0:
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case 'n':
        case '%': code = static_cast<char>(spec.type); break;
        default: return unknownCode(vm, spec.type, typeName);
    }
    constexpr std::int64_t kMaxPrecision = 100'000'000;
    if (spec.precision > INT32_MAX) return raise(vm, vm.exc.ValueError, "precision too big");
    if (spec.precision > kMaxPrecision)
        return refuseBytes(vm, static_cast<std::size_t>(spec.precision) * 2);
    std::int64_t precision = spec.precision;
    bool addDotZero = false, percent = false;
    if (code == '%') {
        code = 'f';
        value *= 100;
        percent = true;
    } else if (code == 'n') {
        code = 'g';
    } else if (code == 0) {
        addDotZero = true;
        code = precision < 0 ? 'r' : 'g';
    }
    if (precision < 0) precision = 6;
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(precision) * 2));
    std::string made =
        doubleToText(value, code, static_cast<int>(precision), spec.alternate, addDotZero);
    if (percent) made += '%';
    std::string_view text = made;
    NumberText number;
    if (text[0] == '-') {
        number.negative = true;
        text.remove_prefix(1);
    }
    if (spec.negativeZero && number.negative &&
        text.find_first_of("123456789inIN") == std::string::npos) {
        number.negative = false;
    }
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    number.digits = text.substr(0, digits);
    number.rest = text.substr(digits);
    if (number.digits.empty()) {
        // inf and nan are padded by zeros, too, but as plain fill.
        spec.thousands = 0;
    }
    return assemble(vm, spec, number, 3);
}

std::string_view alternatePrefix(char32_t type) {
    switch (type) {
        case 'b': return "0b";
        case 'o': return "0o";
        case 'X': return "0X";
        default: return "0x";
    }
}

Ref formatIntSpec(Vm& vm, Value value, const FormatSpec& spec) {
    if (spec.precision != -1) {
        return raise(vm, vm.exc.ValueError, "Precision not allowed in integer format specifier");
    }
    if (spec.negativeZero) {
        return raise(vm, vm.exc.ValueError,
                     "Negative zero coercion (z) not allowed in integer format specifier");
    }
    NumberText number;
    if (spec.type == 'c') {
        if (spec.sign != 0) {
            return raise(vm, vm.exc.ValueError,
                         "Sign not allowed with integer format specifier 'c'");
        }
        if (spec.alternate) {
            return raise(vm, vm.exc.ValueError,
                         "Alternate form (#) not allowed with integer format specifier 'c'");
        }
        const auto point = asInt64(value);
        if (!point)
            return raise(vm, vm.exc.OverflowError, "Python int too large to convert to C long");
        if (*point < 0 || *point > 0x10FFFF) {
            return raise(vm, vm.exc.OverflowError, "%c arg not in range(0x110000)");
        }
        const std::string character = charText(static_cast<char32_t>(*point));
        number.rest = character;
        return assemble(vm, spec, number, 3);
    }
    std::size_t group = 3;
    std::string digits;
    switch (spec.type) {
        case 'b':
        case 'o':
        case 'x':
        case 'X': {
            const int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : 16;
            CORO_TRY(reserveDigits(vm, value, base));
            BigNumber big;
            toBig(value, big);
            digits = bigDigits(big, base);
            group = 4;
            if (spec.type == 'X') {
                for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
            }
            if (spec.alternate) number.prefix = alternatePrefix(spec.type);
            break;
        }
        default: digits = CORO_TRY(intText(vm, value));
    }
    number.negative = digits[0] == '-';
    number.digits = std::string_view(digits).substr(number.negative ? 1 : 0);
    return assemble(vm, spec, number, group);
}

/// Reads `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`
/// (Python/formatter_unicode.c: parse_internal_render_format_spec).
class SpecReader {
public:
    SpecReader(Vm& vm, std::string_view spec) : vm_(vm), spec_(spec) {}
    /// All but the type.
    Status read(FormatSpec& result) {
        fillAndAlign(result);
        result.width = CORO_TRY(count());
        CORO_TRY(grouping(result));
        if (accept('.')) {
            result.precision = CORO_TRY(count());
            if (result.precision < 0)
                return raise(vm_, vm_.exc.ValueError, "Format specifier missing precision");
        }
        return kDone;
    }
    /// What is left after read(): the type.
    [[nodiscard]] std::string_view rest() const { return spec_.substr(at_); }

private:
    /// The character at `at`, which moves behind it; 0 at the end.
    char32_t take(std::size_t& at) const { return at < spec_.size() ? decodeAt(spec_, at) : 0; }
    [[nodiscard]] char32_t here() const {
        std::size_t at = at_;
        return take(at);
    }
    bool accept(char c) {
        if (at_ >= spec_.size() || spec_[at_] != c) return false;
        ++at_;
        return true;
    }
    void fillAndAlign(FormatSpec& result);
    Outcome<std::int64_t> count();
    Status grouping(FormatSpec& result);

    Vm& vm_;
    std::string_view spec_;
    std::size_t at_ = 0;
};

void SpecReader::fillAndAlign(FormatSpec& result) {
    const char defaultAlign = result.align;
    bool fillGiven = false, alignGiven = false;
    std::size_t second = at_;
    const char32_t first = take(second);
    std::size_t behind = second;
    const char32_t next = take(behind);
    if (isAlign(next)) {
        result.fill = first;
        result.align = static_cast<char>(next);
        fillGiven = alignGiven = true;
        at_ = behind;
    } else if (isAlign(first)) {
        result.align = static_cast<char>(first);
        alignGiven = true;
        at_ = second;
    }
    if (at_ < spec_.size() && isSign(spec_[at_])) result.sign = spec_[at_++];
    result.negativeZero = accept('z');
    result.alternate = accept('#');
    if (!fillGiven && accept('0')) {
        result.fill = U'0';
        if (!alignGiven && defaultAlign == '>') result.align = '=';
    }
}

/// Decimal digits of any script; -1 if there are none.
Outcome<std::int64_t> SpecReader::count() {
    std::int64_t value = -1;
    for (std::size_t next = at_; next < spec_.size(); at_ = next) {
        const char32_t c = take(next);
        const int digit =
            c < 128 ? (c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1) : unicodeDecimal(c);
        if (digit < 0) break;
        if (value < 0) value = 0;
        if (value > (INT64_MAX - digit) / 10) {
            return raise(vm_, vm_.exc.ValueError, "Too many decimal digits in format string");
        }
        value = value * 10 + digit;
    }
    return value;
}

Status SpecReader::grouping(FormatSpec& result) {
    const bool comma = accept(',');
    const bool underscore = accept('_');
    if (underscore && (comma || here() == ','))
        return raise(vm_, vm_.exc.ValueError, "Cannot specify both ',' and '_'.");
    if (comma || underscore) result.thousands = comma ? ',' : '_';
    return kDone;
}

/// Can numbers of this type have that mark between their thousands?
bool mayHaveThousands(char32_t type, char mark) {
    switch (type) {
        case 'd':
        case 'e':
        case 'f':
        case 'g':
        case 'E':
        case 'G':
        case '%':
        case 'F':
        case 0: return true;
        case 'b':
        case 'o':
        case 'x':
        case 'X': return mark == '_';
        default: return false;
    }
}

}  // namespace

Outcome<FormatSpec> parseFormatSpec(Vm& vm, std::string_view text, char32_t defaultType,
                                    char defaultAlign, std::string_view typeName) {
    FormatSpec result;
    result.type = defaultType;
    result.align = defaultAlign;
    SpecReader reader(vm, text);
    CORO_TRY(reader.read(result));
    const std::string_view rest = reader.rest();
    std::size_t at = 0;
    if (!rest.empty()) result.type = decodeAt(rest, at);
    if (at < rest.size()) {
        return raise(
            vm, vm.exc.ValueError,
            fmt::format("Invalid format specifier '{}' for object of type '{}'", text, typeName));
    }
    if (result.thousands != 0 && !mayHaveThousands(result.type, result.thousands))
        return badThousands(vm, result.thousands, result.type);
    return result;
}

Ref formatStr(Vm& vm, Value value, std::string_view text) {
    if (text.empty()) return str(vm, value);
    const std::string_view name = typeName(vm, value);
    const FormatSpec spec = CORO_TRY(parseFormatSpec(vm, text, 's', '<', name));
    if (spec.type != 's') return unknownCode(vm, spec.type, name);
    if (spec.sign != 0) {
        return raise(vm, vm.exc.ValueError,
                     spec.sign == ' ' ? "Space not allowed in string format specifier"
                                      : "Sign not allowed in string format specifier");
    }
    if (spec.negativeZero) {
        return raise(vm, vm.exc.ValueError,
                     "Negative zero coercion (z) not allowed in string format specifier");
    }
    if (spec.alternate) {
        return raise(vm, vm.exc.ValueError,
                     "Alternate form (#) not allowed in string format specifier");
    }
    if (spec.align == '=') {
        return raise(vm, vm.exc.ValueError, "'=' alignment not allowed in string format specifier");
    }
    auto* self = value.as<Str>();
    std::string_view shown = self->view();
    std::int64_t length = self->charLength;
    if (spec.precision >= 0 && spec.precision < length) {
        length = spec.precision;
        shown = shown.substr(0, self->byteOffset(static_cast<std::uint32_t>(length)));
    }
    const auto missing = static_cast<std::size_t>(std::max<std::int64_t>(spec.width - length, 0));
    if (missing == 0 && length == self->charLength) return str(vm, value);
    if (missing > UINT32_MAX) return refuseBytes(vm, missing);
    const std::string fill = charText(spec.fill);
    const std::size_t bytes = shown.size() + missing * fill.size();
    if (bytes > UINT32_MAX) return refuseBytes(vm, bytes);
    CORO_TRY(reserveBytes(vm, bytes));
    const Padding padding(spec.align, missing);
    Ptr<Str> made = makeUninitializedStr(vm, bytes);
    Writer out(made->mutableData(), fill);
    out.fill(padding.before);
    out.write(shown);
    out.fill(padding.behind);
    finishStr(made.get());
    return std::move(made).toRef();
}

Ref formatInt(Vm& vm, Value value, std::string_view text) {
    if (text.empty()) return str(vm, value);
    const std::string_view name = typeName(vm, value);
    const FormatSpec spec = CORO_TRY(parseFormatSpec(vm, text, 'd', '>', name));
    if (spec.width > UINT32_MAX) return refuseBytes(vm, static_cast<std::size_t>(spec.width));
    switch (spec.type) {
        case 'b':
        case 'c':
        case 'd':
        case 'o':
        case 'x':
        case 'X':
        case 'n': return formatIntSpec(vm, value, spec);
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case '%': return formatDouble(vm, CORO_TRY(intToDouble(vm, value)), spec, name);
        default: return unknownCode(vm, spec.type, name);
    }
}

namespace {
Ref formatFloatValue(Vm& vm, double value, std::string_view text, std::string_view name) {
    const FormatSpec spec = CORO_TRY(parseFormatSpec(vm, text, 0, '>', name));
    if (spec.width > UINT32_MAX) return refuseBytes(vm, static_cast<std::size_t>(spec.width));
    return formatDouble(vm, value, spec, name);
}
}  // namespace

Ref formatWithSpec(Vm& vm, Value value, std::string_view spec) {
    if (value.is(vm.types.str)) return formatStr(vm, value, spec);
    if (spec.empty()) return str(vm, value);
    if (isInt(value)) return formatInt(vm, value, spec);
    if (isFloatValue(value)) return formatFloatValue(vm, floatOf(value), spec, typeName(vm, value));
    if (isStr(value)) return formatStr(vm, value, spec);
    return raise(
        vm, vm.exc.TypeError,
        fmt::format("unsupported format string passed to {}.__format__", typeName(vm, value)));
}

Ref formatMethod(Vm& vm, const Arguments& args) {
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("__format__() argument must be str, not {}",
                                 argumentTypeName(vm, args[1])));
    }
    return formatWithSpec(vm, args[0], viewOf(args[1]));
}

}  // namespace coroscope::runtime
