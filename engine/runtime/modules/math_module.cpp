// The module math (Modules/mathmodule.c).
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/gamma.h"
#include "engine/runtime/modules/math_integers.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kE = 2.71828182845904523536;

Raised domainError(Vm& vm) { return raise(vm, vm.exc.ValueError, "math domain error"); }
Raised rangeError(Vm& vm) { return raise(vm, vm.exc.OverflowError, "math range error"); }

/// PyFloat_AsDouble: float, int, or what has __float__ or __index__.
Outcome<double> real(Vm& vm, Value value) {
    if (auto number = CORO_TRY(realOf(vm, value))) return *number;
    const Type* type = vm.typeOf(value);
    if (isStr(value) || (lookupInType(vm, vm.typeOf(value), vm.names.__float__).isUnbound() &&
                         lookupInType(vm, vm.typeOf(value), vm.names.__index__).isUnbound())) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("must be real number, not {}", type->nameView()));
    }
    return asDouble(vm, value);
}

/// math_1: a NaN out of a number is a domain error; an infinity out of a finite number a range
/// error where the function can overflow, else a domain error.
template <double (*function)(double), bool canOverflow>
Ref unaryFunction(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0]));
    const double result = function(x);
    if (std::isnan(result) && !std::isnan(x)) return domainError(vm);
    if (std::isinf(result) && std::isfinite(x)) {
        if (canOverflow) return rangeError(vm);
        return domainError(vm);
    }
    return Ref::ofFloat(result);
}

enum class Logarithm { Natural, Two, Ten };

/// loghelper: of integers of any size.
Outcome<double> logarithm(Vm& vm, Value value, Logarithm kind) {
    const auto of = [kind](double x) {
        return kind == Logarithm::Natural ? std::log(x)
               : kind == Logarithm::Two   ? std::log2(x)
                                          : std::log10(x);
    };
    BigNumber big;
    if (toBig(value, big)) {
        if (big <= 0) return domainError(vm);
        double x = 0;
        if (bigToDouble(big, x)) return of(x);
        const auto exponent = static_cast<int>(boost::multiprecision::msb(big)) + 1;
        bigToDouble(BigNumber(big >> (exponent - 64)), x);
        x = std::ldexp(x, -64);
        return of(x) + of(2.0) * exponent;
    }
    const double x = CORO_TRY(real(vm, value));
    const double result = of(x);
    if (std::isnan(result) && !std::isnan(x)) return domainError(vm);
    if (std::isinf(result) && std::isfinite(x)) return domainError(vm);
    return result;
}

Ref mathLog(Vm& vm, const Arguments& args) {
    const double number = CORO_TRY(logarithm(vm, args[0], Logarithm::Natural));
    if (args.positional == 1) return Ref::ofFloat(number);
    const double base = CORO_TRY(logarithm(vm, args[1], Logarithm::Natural));
    if (base == 0) return raise(vm, vm.exc.ZeroDivisionError, "float division by zero");
    return Ref::ofFloat(number / base);
}
Ref mathLog2(Vm& vm, const Arguments& args) {
    return Ref::ofFloat(CORO_TRY(logarithm(vm, args[0], Logarithm::Two)));
}
Ref mathLog10(Vm& vm, const Arguments& args) {
    return Ref::ofFloat(CORO_TRY(logarithm(vm, args[0], Logarithm::Ten)));
}

Ref mathPow(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0])), y = CORO_TRY(real(vm, args[1]));
    const double result = std::pow(x, y);
    if (std::isfinite(x) && std::isfinite(y)) {
        if (std::isnan(result)) return domainError(vm);
        if (std::isinf(result)) {
            if (x == 0) return domainError(vm);
            return rangeError(vm);
        }
    }
    return Ref::ofFloat(result);
}

Ref mathFmod(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0])), y = CORO_TRY(real(vm, args[1]));
    if (std::isinf(y) && std::isfinite(x)) return Ref::ofFloat(x);
    const double result = std::fmod(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domainError(vm);
    return Ref::ofFloat(result);
}

Ref mathRemainder(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0])), y = CORO_TRY(real(vm, args[1]));
    const double result = std::remainder(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domainError(vm);
    return Ref::ofFloat(result);
}

template <double (*function)(double, double)>
Ref binaryFunction(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0])), y = CORO_TRY(real(vm, args[1]));
    return Ref::ofFloat(function(x, y));
}

/// floor, ceil and trunc ask the type first.
enum class Rounding { Floor, Ceil, Trunc };
template <Rounding rounding>
Ref rounded(Vm& vm, const Arguments& args) {
    Str* name = rounding == Rounding::Floor  ? vm.names.__floor__
                : rounding == Rounding::Ceil ? vm.names.__ceil__
                                             : vm.names.__trunc__;
    if (!args[0].isFloat()) {
        Ref method = CORO_TRY(lookupSpecial(vm, args[0], name));
        if (!method.isUnbound()) return vm.call(method);
        if (rounding == Rounding::Trunc) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("type {} doesn't define __trunc__ method", typeName(vm, args[0])));
        }
    }
    const double x = CORO_TRY(real(vm, args[0]));
    return intFromDouble(vm, rounding == Rounding::Floor  ? std::floor(x)
                             : rounding == Rounding::Ceil ? std::ceil(x)
                                                          : x);
}

Ref mathModf(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0]));
    double whole = 0;
    const double fraction = std::modf(x, &whole);
    const Value items[] = {Value::ofFloat(fraction), Value::ofFloat(whole)};
    return makeTuple(vm, items).toRef();
}

Ref mathFrexp(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0]));
    int exponent = 0;
    const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
    const Value items[] = {Value::ofFloat(mantissa), Value::ofInt(exponent)};
    return makeTuple(vm, items).toRef();
}

Ref mathLdexp(Vm& vm, const Arguments& args) {
    const double x = CORO_TRY(real(vm, args[0]));
    if (!isInt(args[1]))
        return raise(vm, vm.exc.TypeError, "Expected an int as second argument to ldexp.");
    BigNumber exponent;
    toBig(args[1], exponent);
    if (x == 0 || !std::isfinite(x)) return Ref::ofFloat(x);
    if (exponent > 100000) return rangeError(vm);
    if (exponent < -100000) return Ref::ofFloat(std::copysign(0.0, x));
    const double result = std::ldexp(x, static_cast<int>(exponent));
    if (std::isinf(result)) return rangeError(vm);
    return Ref::ofFloat(result);
}

template <bool (*question)(double)>
Ref asks(Vm& vm, const Arguments& args) {
    return Ref::boolean(question(CORO_TRY(real(vm, args[0]))));
}
bool isFinite(double x) { return std::isfinite(x); }
bool isInfinite(double x) { return std::isinf(x); }
bool isNan(double x) { return std::isnan(x); }

double degrees(double x) { return x * (180.0 / kPi); }
double radians(double x) { return x * (kPi / 180.0); }

Ref mathIsClose(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"a", "b", "rel_tol", "abs_tol"};
    Value values[4];
    CORO_TRY(bindArguments(vm, "isclose", args, kNames, 2, 2, values));
    const double a = CORO_TRY(real(vm, values[0])), b = CORO_TRY(real(vm, values[1]));
    const double relative = values[2].isUnbound() ? 1e-9 : CORO_TRY(real(vm, values[2]));
    const double absolute = values[3].isUnbound() ? 0.0 : CORO_TRY(real(vm, values[3]));
    if (relative < 0 || absolute < 0)
        return raise(vm, vm.exc.ValueError, "tolerances must be non-negative");
    if (a == b) return Ref::boolean(true);
    if (std::isinf(a) || std::isinf(b)) return Ref::boolean(false);
    const double difference = std::fabs(b - a);
    return Ref::boolean(difference <= std::fabs(relative * b) ||
                        difference <= std::fabs(relative * a) || difference <= absolute);
}

/// Length of a vector, correctly rounded in all but the rarest cases: scaled by a power of two,
/// squares summed without loss, and one correcting step after the square root (vector_norm).
double vectorNorm(std::vector<double>& values) {
    double largest = 0;
    bool nan = false;
    for (double& value : values) {
        value = std::fabs(value);
        if (std::isinf(value)) return value;
        nan = nan || std::isnan(value);
        largest = std::max(largest, value);
    }
    if (nan) return std::numeric_limits<double>::quiet_NaN();
    if (largest == 0 || values.size() <= 1) return largest;
    int exponent = 0;
    std::frexp(largest, &exponent);
    if (exponent < -1023) {
        // So small that scaling would lose: treat as numbers of a common small unit.
        for (double& value : values) value /= std::numeric_limits<double>::min();
        return std::numeric_limits<double>::min() * vectorNorm(values);
    }
    double sum = 1.0, low1 = 0.0, low2 = 0.0;
    const auto add = [&](double product, double error) {
        const double before = sum;
        sum += product;
        low1 += (before - sum) + product;
        low2 += error;
    };
    for (double value : values) {
        const double x = std::ldexp(value, -exponent);
        const double square = x * x;
        add(square, std::fma(x, x, -square));
    }
    double h = std::sqrt(sum - 1.0 + (low1 + low2));
    const double square = -h * h;
    add(square, -std::fma(h, h, square));
    const double rest = sum - 1.0 + (low1 + low2);
    h += rest / (2.0 * h);
    return std::ldexp(h, exponent);
}

Ref mathHypot(Vm& vm, const Arguments& args) {
    std::vector<double> values;
    for (std::uint32_t i = 0; i < args.positional; ++i)
        values.push_back(CORO_TRY(real(vm, args[i])));
    return Ref::ofFloat(vectorNorm(values));
}

Ref mathDist(Vm& vm, const Arguments& args) {
    Ref p = CORO_TRY(tupleFromIterable(vm, args[0]));
    Ref q = CORO_TRY(tupleFromIterable(vm, args[1]));
    if (p.as<Tuple>()->count != q.as<Tuple>()->count) {
        return raise(vm, vm.exc.ValueError, "both points must have the same number of dimensions");
    }
    std::vector<double> values;
    for (std::uint32_t i = 0; i < p.as<Tuple>()->count; ++i) {
        const double a = CORO_TRY(real(vm, p.as<Tuple>()->items()[i]));
        const double b = CORO_TRY(real(vm, q.as<Tuple>()->items()[i]));
        values.push_back(a - b);
    }
    return Ref::ofFloat(vectorNorm(values));
}

/// Shewchuk's sum: exact partial sums that do not overlap, rounded once at the end.
Ref mathFsum(Vm& vm, const Arguments& args) {
    Ref iterator = CORO_TRY(iterate(vm, args[0]));
    std::vector<double> partials;
    double special = 0, infinities = 0;
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) break;
        if (!burnFuel(vm, 1)) return Raised{};
        const double original = CORO_TRY(real(vm, item));
        double x = original;
        std::size_t kept = 0;
        for (double y : partials) {
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            const double high = x + y;
            const double low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        partials.resize(kept);
        if (x == 0) continue;
        if (std::isfinite(x)) {
            partials.push_back(x);
            continue;
        }
        if (std::isfinite(original))
            return raise(vm, vm.exc.OverflowError, "intermediate overflow in fsum");
        if (std::isinf(original)) infinities += original;
        special += original;
        partials.clear();
    }
    if (special != 0) {
        if (std::isnan(infinities)) return raise(vm, vm.exc.ValueError, "-inf + inf in fsum");
        return Ref::ofFloat(special);
    }
    double high = 0, low = 0;
    std::size_t n = partials.size();
    if (n > 0) {
        high = partials[--n];
        while (n > 0) {
            const double x = high, y = partials[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0) break;
        }
        // Half to even across what is left.
        if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
            const double y = low * 2.0, x = high + y;
            if (y == x - high) high = x;
        }
    }
    return Ref::ofFloat(high);
}

Ref mathProd(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "start"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "prod", args, kNames, 1, 1, values, 1));
    Ref product = values[1].isUnbound() ? Ref::ofInt(1) : Ref(values[1]);
    Ref iterator = CORO_TRY(iterate(vm, values[0]));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return product;
        product = CORO_TRY(binary(vm, Operator::Multiply, product, item));
        if (!burnFuel(vm, 1)) return Raised{};
    }
}

double ulp(double x) {
    if (std::isnan(x)) return x;
    x = std::fabs(x);
    if (std::isinf(x)) return x;
    const double up = std::nextafter(x, std::numeric_limits<double>::infinity());
    return std::isinf(up) ? x - std::nextafter(x, 0.0) : up - x;
}

double sqrtOf(double x) { return std::sqrt(x); }
double cbrtOf(double x) { return std::cbrt(x); }
double expOf(double x) { return std::exp(x); }
double exp2Of(double x) { return std::exp2(x); }
double expm1Of(double x) { return std::expm1(x); }
double log1pOf(double x) { return std::log1p(x); }
double sinOf(double x) { return std::sin(x); }
double cosOf(double x) { return std::cos(x); }
double tanOf(double x) { return std::tan(x); }
double asinOf(double x) { return std::asin(x); }
double acosOf(double x) { return std::acos(x); }
double atanOf(double x) { return std::atan(x); }
double sinhOf(double x) { return std::sinh(x); }
double coshOf(double x) { return std::cosh(x); }
double tanhOf(double x) { return std::tanh(x); }
double asinhOf(double x) { return std::asinh(x); }
double acoshOf(double x) { return std::acosh(x); }
double atanhOf(double x) { return std::atanh(x); }
double fabsOf(double x) { return std::fabs(x); }
double erfOf(double x) { return std::erf(x); }
double erfcOf(double x) { return std::erfc(x); }
double atan2Of(double y, double x) { return std::atan2(y, x); }
double copysignOf(double x, double y) { return std::copysign(x, y); }
double nextafterOf(double x, double y) { return std::nextafter(x, y); }

struct Row {
    std::string_view name;
    NativeCall function;
    int minimum, maximum;
    NativeFlags flags = kPositionalOnly;
};
constexpr Row kFunctions[] = {
    {"sqrt", unaryFunction<sqrtOf, false>, 1, 1},
    {"cbrt", unaryFunction<cbrtOf, false>, 1, 1},
    {"exp", unaryFunction<expOf, true>, 1, 1},
    {"exp2", unaryFunction<exp2Of, true>, 1, 1},
    {"expm1", unaryFunction<expm1Of, true>, 1, 1},
    {"log1p", unaryFunction<log1pOf, false>, 1, 1},
    {"sin", unaryFunction<sinOf, false>, 1, 1},
    {"cos", unaryFunction<cosOf, false>, 1, 1},
    {"tan", unaryFunction<tanOf, false>, 1, 1},
    {"asin", unaryFunction<asinOf, false>, 1, 1},
    {"acos", unaryFunction<acosOf, false>, 1, 1},
    {"atan", unaryFunction<atanOf, false>, 1, 1},
    {"sinh", unaryFunction<sinhOf, true>, 1, 1},
    {"cosh", unaryFunction<coshOf, true>, 1, 1},
    {"tanh", unaryFunction<tanhOf, false>, 1, 1},
    {"asinh", unaryFunction<asinhOf, false>, 1, 1},
    {"acosh", unaryFunction<acoshOf, false>, 1, 1},
    {"atanh", unaryFunction<atanhOf, false>, 1, 1},
    {"fabs", unaryFunction<fabsOf, false>, 1, 1},
    {"erf", unaryFunction<erfOf, false>, 1, 1},
    {"erfc", unaryFunction<erfcOf, false>, 1, 1},
    {"degrees", unaryFunction<degrees, true>, 1, 1},
    {"radians", unaryFunction<radians, false>, 1, 1},
    {"ulp", unaryFunction<ulp, false>, 1, 1},
    {"gamma", unaryFunction<gammaOf, true>, 1, 1},
    {"lgamma", unaryFunction<logGammaOf, true>, 1, 1},
    {"log", mathLog, 1, 2},
    {"log2", mathLog2, 1, 1},
    {"log10", mathLog10, 1, 1},
    {"pow", mathPow, 2, 2},
    {"fmod", mathFmod, 2, 2},
    {"remainder", mathRemainder, 2, 2},
    {"atan2", binaryFunction<atan2Of>, 2, 2},
    {"copysign", binaryFunction<copysignOf>, 2, 2},
    {"nextafter", binaryFunction<nextafterOf>, 2, 2},
    {"floor", rounded<Rounding::Floor>, 1, 1},
    {"ceil", rounded<Rounding::Ceil>, 1, 1},
    {"trunc", rounded<Rounding::Trunc>, 1, 1},
    {"modf", mathModf, 1, 1},
    {"frexp", mathFrexp, 1, 1},
    {"ldexp", mathLdexp, 2, 2},
    {"isfinite", asks<isFinite>, 1, 1},
    {"isinf", asks<isInfinite>, 1, 1},
    {"isnan", asks<isNan>, 1, 1},
    {"isclose", mathIsClose, 2, kAnyCount, kKeywords},
    {"hypot", mathHypot, 0, kAnyCount},
    {"dist", mathDist, 2, 2},
    {"fsum", mathFsum, 1, 1},
    {"prod", mathProd, 1, kAnyCount, kKeywords},
};

}  // namespace

Ref makeMathModule(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "math");
    Dict* dict = module->dict.get();
    for (const Row& row : kFunctions)
        addFunction(vm, dict, row.name, row.function, row.minimum, row.maximum, row.flags);
    addIntegerFunctions(vm, dict);
    // For messages and for `math.sqrt.__module__`.
    std::uint32_t position = 0;
    for (Value name, value; dictNext(dict, position, name, value);) {
        if (value.is(vm.types.nativeFunction))
            value.as<NativeFunction>()->module = Ref(Value(vm.intern("math")));
    }
    setValue(vm, dict, "pi", Value::ofFloat(kPi));
    setValue(vm, dict, "e", Value::ofFloat(kE));
    setValue(vm, dict, "tau", Value::ofFloat(2 * kPi));
    setValue(vm, dict, "inf", Value::ofFloat(std::numeric_limits<double>::infinity()));
    setValue(vm, dict, "nan", Value::ofFloat(std::numeric_limits<double>::quiet_NaN()));
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
