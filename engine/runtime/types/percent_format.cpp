// The % operator of str and bytes (PyUnicode_Format, _PyBytes_FormatEx).
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/int_digits.h"
#include "engine/runtime/types/number_format.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

struct Conversion {
    bool left = false, plus = false, space = false, alternate = false, zero = false;
    std::int64_t width = -1, precision = -1;
    char32_t code = 0;
};

/// A width is a Py_ssize_t, a precision an int.
std::int64_t mostOf(std::string_view what) { return what == "width" ? INT64_MAX : INT32_MAX; }

class PercentFormatter {
public:
    PercentFormatter(Vm& vm, Value args, bool bytes) : vm_(vm), args_(args), bytes_(bytes) {
        if (hasFlag(args, kTypeIsTuple)) {
            count_ = args.as<Tuple>()->count;
            isTuple_ = true;
        } else {
            const Type* type = vm.typeOf(args);
            isMapping_ =
                type->slots.getItem != nullptr && !isStr(args) && !(bytes && isBytesLike(vm, args));
        }
    }

    Outcome<std::string> run(std::string_view format);

private:
    Ref nextArgument();
    Outcome<std::int64_t> star(std::string_view what);
    Status readKey(std::string_view format, std::size_t& at);
    Status readConversion(std::string_view format, std::size_t& at, Conversion& conversion);
    Status convert(const Conversion& conversion, std::string_view before, std::string& out);
    Outcome<std::string> objectText(const Conversion& conversion, Value value);
    Outcome<std::string> integerText(const Conversion& conversion, Value value, bool& negative);
    Outcome<std::string> floatText(const Conversion& conversion, Value value, bool& negative);
    Outcome<std::string> charOf(Value value);
    Status pad(const Conversion& conversion, std::string_view sign, std::string_view prefix,
               std::string_view body, bool number, std::string& out);
    Raised fail(Type* type, std::string_view text) { return raise(vm_, type, text); }

    Vm& vm_;
    Value args_;
    Ref key_;  ///< what `%(name)` selected, until it is used
    bool bytes_;
    bool isTuple_ = false, isMapping_ = false, usedMapping_ = false;
    std::size_t count_ = 1, at_ = 0;
};

Ref PercentFormatter::nextArgument() {
    if (!key_.isUnbound()) {
        Ref key = key_;
        key_.reset();
        return key;
    }
    if (!usedMapping_ && at_ < count_) {
        const std::size_t index = at_++;
        return isTuple_ ? Ref(args_.as<Tuple>()->items()[index]) : Ref(args_);
    }
    return fail(vm_.exc.TypeError, "not enough arguments for format string");
}

Outcome<std::int64_t> PercentFormatter::star(std::string_view what) {
    Ref value = CORO_TRY(nextArgument());
    if (!isInt(value)) return fail(vm_.exc.TypeError, "* wants int");
    const auto number = asInt64(value);
    const std::int64_t most = mostOf(what);
    if (!number || *number > most || *number < -most) {
        return fail(vm_.exc.OverflowError, what == "width"
                                               ? "Python int too large to convert to C ssize_t"
                                               : "Python int too large to convert to C int");
    }
    return *number;
}

/// `(name)`: the argument is what the mapping has under this name. `at` is at the bracket.
Status PercentFormatter::readKey(std::string_view format, std::size_t& at) {
    if (!isMapping_) return fail(vm_.exc.TypeError, "format requires a mapping");
    const std::size_t begin = ++at;
    int depth = 1;
    while (at < format.size() && depth > 0) {
        if (format[at] == ')') --depth;
        if (format[at] == '(') ++depth;
        ++at;
    }
    if (depth > 0) return fail(vm_.exc.ValueError, "incomplete format key");
    const std::string_view name = format.substr(begin, at - 1 - begin);
    Ref key = CORO_TRY(bytes_ ? newBytes(vm_, std::string(name)) : newStr(vm_, name));
    key_ = CORO_TRY(getItem(vm_, args_, key));
    usedMapping_ = true;
    return kDone;
}

Status PercentFormatter::readConversion(std::string_view format, std::size_t& at, Conversion& c) {
    if (at < format.size() && format[at] == '(') CORO_TRY(readKey(format, at));
    for (; at < format.size(); ++at) {
        bool* flag = nullptr;
        switch (format[at]) {
            case '-': flag = &c.left; break;
            case '+': flag = &c.plus; break;
            case ' ': flag = &c.space; break;
            case '#': flag = &c.alternate; break;
            case '0': flag = &c.zero; break;
            default: break;
        }
        if (flag == nullptr) break;
        *flag = true;
    }
    const auto number = [&](std::int64_t& out, std::string_view what) -> Status {
        out = 0;
        for (; at < format.size() && format[at] >= '0' && format[at] <= '9'; ++at) {
            const std::int64_t digit = format[at] - '0';
            if (out > (mostOf(what) - digit) / 10)
                return fail(vm_.exc.ValueError, fmt::format("{} too big", what));
            out = out * 10 + digit;
        }
        return kDone;
    };
    if (at < format.size() && format[at] == '*') {
        ++at;
        c.width = CORO_TRY(star("width"));
        if (c.width < 0) {
            c.left = true;
            c.width = -c.width;
        }
    } else if (at < format.size() && format[at] >= '0' && format[at] <= '9') {
        CORO_TRY(number(c.width, "width"));
    }
    if (at < format.size() && format[at] == '.') {
        ++at;
        c.precision = 0;
        if (at < format.size() && format[at] == '*') {
            ++at;
            c.precision = std::max<std::int64_t>(0, CORO_TRY(star("precision")));
        } else {
            CORO_TRY(number(c.precision, bytes_ ? "prec" : "precision"));
        }
    }
    if (at < format.size() && (format[at] == 'h' || format[at] == 'l' || format[at] == 'L')) ++at;
    if (at >= format.size()) return fail(vm_.exc.ValueError, "incomplete format");
    c.code = decodeAt(format, at);
    return kDone;
}

Outcome<std::string> PercentFormatter::integerText(const Conversion& c, Value value,
                                                   bool& negative) {
    const char code = static_cast<char>(c.code);
    Ref integer;
    if (isInt(value)) {
        integer = value;
    } else {
        const bool decimal = code == 'd' || code == 'i' || code == 'u';
        if (isFloatValue(value) && decimal) {
            integer = CORO_TRY(intFromDouble(vm_, floatOf(value)));
        } else {
            Ref method = CORO_TRY(
                lookupSpecial(vm_, value, decimal ? vm_.names.__int__ : vm_.names.__index__));
            if (method.isUnbound() && decimal)
                method = CORO_TRY(lookupSpecial(vm_, value, vm_.names.__index__));
            // mainformatlong: a TypeError of the method itself is reworded as well.
            Ref made = method.isUnbound() ? Ref() : vm_.call(method);
            const bool isWrong = made.isRaised() ? swallow(vm_, vm_.exc.TypeError)
                                                 : made.isUnbound() || !isInt(made);
            if (isWrong) {
                return fail(
                    vm_.exc.TypeError,
                    fmt::format("%{} format: {} is required, not {}", code,
                                decimal ? "a real number" : "an integer", typeName(vm_, value)));
            }
            integer = CORO_TRY(std::move(made));
        }
    }
    std::string digits;
    if (code == 'o' || code == 'x' || code == 'X') {
        const int base = code == 'o' ? 8 : 16;
        CORO_TRY(reserveDigits(vm_, integer, base));
        BigNumber big;
        toBig(integer, big);
        digits = bigDigits(big, base);
    } else {
        digits = CORO_TRY(intText(vm_, integer));
    }
    negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (code == 'X') {
        for (char& d : digits) d = d >= 'a' ? static_cast<char>(d - 32) : d;
    }
    if (c.precision > static_cast<std::int64_t>(digits.size())) {
        CORO_TRY(reserveBytes(vm_, static_cast<std::size_t>(c.precision)));
        digits.insert(0, static_cast<std::size_t>(c.precision) - digits.size(), '0');
    }
    return digits;
}

Outcome<std::string> PercentFormatter::floatText(const Conversion& c, Value value, bool& negative) {
    double number = 0;
    if (auto real = CORO_TRY(realOf(vm_, value))) {
        number = *real;
    } else {
        Ref method = CORO_TRY(lookupSpecial(vm_, value, vm_.names.__float__));
        if (method.isUnbound()) method = CORO_TRY(lookupSpecial(vm_, value, vm_.names.__index__));
        if (method.isUnbound()) {
            return fail(vm_.exc.TypeError,
                        fmt::format("{} {}, not {}", bytes_ ? "float argument" : "must be",
                                    bytes_ ? "required" : "real number", typeName(vm_, value)));
        }
        number = CORO_TRY(asDouble(vm_, value));
    }
    const std::int64_t precision = c.precision < 0 ? 6 : c.precision;
    CORO_TRY(reserveBytes(vm_, static_cast<std::size_t>(precision) * 2));
    std::string text = doubleToText(number, static_cast<char>(c.code), static_cast<int>(precision),
                                    c.alternate, false);
    negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    return text;
}

Outcome<std::string> PercentFormatter::charOf(Value value) {
    std::string text;
    if (bytes_) {
        if (isBytesLike(vm_, value) && bytesView(value).size() == 1)
            return std::string(bytesView(value));
        if (!isInt(value)) {
            return fail(vm_.exc.TypeError, "%c requires an integer in range(256) or a single byte");
        }
        const std::int64_t byte = asInt64(value).value_or(-1);
        if (byte < 0 || byte > 255) return fail(vm_.exc.OverflowError, "%c arg not in range(256)");
        text += static_cast<char>(static_cast<unsigned char>(byte));
        return text;
    }
    if (isStr(value)) {
        if (value.as<Str>()->charLength != 1)
            return fail(vm_.exc.TypeError, "%c requires int or char");
        return std::string(viewOf(value));
    }
    if (!isInt(value)) {
        if (lookupInType(vm_, vm_.typeOf(value), vm_.names.__index__).isUnbound()) {
            return fail(vm_.exc.TypeError, "%c requires int or char");
        }
    }
    Ref integer = CORO_TRY(indexOf(vm_, value));
    const std::int64_t point = asInt64(integer).value_or(-1);
    if (point < 0 || point > 0x10FFFF)
        return fail(vm_.exc.OverflowError, "%c arg not in range(0x110000)");
    appendUtf8(text, static_cast<char32_t>(point));
    return text;
}

Status PercentFormatter::pad(const Conversion& c, std::string_view sign, std::string_view prefix,
                             std::string_view body, bool number, std::string& out) {
    const std::size_t length =
        sign.size() + prefix.size() + (bytes_ ? body.size() : countCharacters(body));
    const auto width = static_cast<std::size_t>(std::max<std::int64_t>(c.width, 0));
    const std::size_t missing = width > length ? width - length : 0;
    CORO_TRY(reserveGrowing(vm_, out.size() + body.size() + missing));
    const bool zeros = c.zero && !c.left && number;
    if (!c.left && !zeros) out.append(missing, ' ');
    out += sign;
    out += prefix;
    if (zeros) out.append(missing, '0');
    out += body;
    if (c.left) out.append(missing, ' ');
    return kDone;
}

/// For `%s`, `%r`, `%a` and `%b`.
Outcome<std::string> PercentFormatter::objectText(const Conversion& c, Value value) {
    std::string text;
    if (bytes_ && (c.code == 's' || c.code == 'b')) {
        if (!isBytesLike(vm_, value)) {
            return fail(vm_.exc.TypeError,
                        fmt::format("%b requires a bytes-like object, or an object that implements "
                                    "__bytes__, not '{}'",
                                    typeName(vm_, value)));
        }
        text = std::string(bytesView(value));
    } else if (c.code == 's') {
        text = CORO_TRY(strText(vm_, value));
    } else {
        text = CORO_TRY(reprText(vm_, value));
        if (c.code == 'a' || bytes_) text = asciiRepr(text);
    }
    if (c.precision >= 0) {
        std::size_t end = 0;
        for (std::int64_t i = 0; i < c.precision && end < text.size(); ++i) {
            ++end;
            while (!bytes_ && end < text.size() && isContinuation(text[end])) ++end;
        }
        text.resize(end);
    }
    return text;
}

/// `before` is the format up to the character that names the conversion.
Status PercentFormatter::convert(const Conversion& c, std::string_view before, std::string& out) {
    Ref value = CORO_TRY(nextArgument());
    const auto signOf = [&c](bool negative) -> std::string_view {
        return negative ? "-" : c.plus ? "+" : c.space ? " " : "";
    };
    bool negative = false;
    switch (c.code) {
        case 's':
        case 'r':
        case 'a':
        case 'b': {
            if (c.code == 'b' && !bytes_) break;
            if (c.code == 's' && !bytes_ && c.width < 0 && c.precision < 0) {
                Ref text = CORO_TRY(str(vm_, value));
                CORO_TRY(reserveGrowing(vm_, out.size() + viewOf(text).size()));
                out += viewOf(text);
                return kDone;
            }
            return pad(c, "", "", CORO_TRY(objectText(c, value)), false, out);
        }
        case 'c': return pad(c, "", "", CORO_TRY(charOf(value)), false, out);
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X': {
            const std::string digits = CORO_TRY(integerText(c, value, negative));
            const std::string_view prefix = !c.alternate    ? ""
                                            : c.code == 'o' ? "0o"
                                            : c.code == 'x' ? "0x"
                                            : c.code == 'X' ? "0X"
                                                            : "";
            return pad(c, signOf(negative), prefix, digits, true, out);
        }
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': {
            const std::string text = CORO_TRY(floatText(c, value, negative));
            return pad(c, signOf(negative), "", text, true, out);
        }
        default: break;
    }
    return fail(vm_.exc.ValueError,
                fmt::format("unsupported format character '{}' (0x{:x}) at index {}",
                            c.code > 31 && c.code < 128 ? static_cast<char>(c.code) : '?',
                            static_cast<std::uint32_t>(c.code), countCharacters(before)));
}

Outcome<std::string> PercentFormatter::run(std::string_view format) {
    std::string out;
    std::size_t at = 0;
    while (at < format.size()) {
        const std::size_t percent = format.find('%', at);
        out += format.substr(at, percent - at);
        if (percent == std::string_view::npos) break;
        at = percent + 1;
        if (at < format.size() && format[at] == '%') {
            out += '%';
            ++at;
            continue;
        }
        Conversion conversion;
        CORO_TRY(readConversion(format, at, conversion));
        std::size_t last = at - 1;
        while (isContinuation(format[last])) --last;
        CORO_TRY(convert(conversion, format.substr(0, last), out));
        key_.reset();
    }
    if (at_ < count_ && !isMapping_ && !usedMapping_) {
        return fail(vm_.exc.TypeError,
                    bytes_ ? "not all arguments converted during bytes formatting"
                           : "not all arguments converted during string formatting");
    }
    return out;
}

}  // namespace

Ref percentFormat(Vm& vm, std::string_view format, Value args) {
    PercentFormatter formatter(vm, args, false);
    return newStr(vm, CORO_TRY(formatter.run(format)));
}

Outcome<std::string> percentFormatBytes(Vm& vm, std::string_view format, Value args) {
    PercentFormatter formatter(vm, args, true);
    return formatter.run(format);
}

}  // namespace coroscope::runtime
