// The module random: the distributions of Lib/random.py, which take numbers in the same order.
#include <cmath>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/random_parts.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"

namespace coroscope::runtime {

namespace {

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
    RandomObject* self = randomOf(args);
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

}  // namespace

std::span<const RandomMethod> randomDistributions() {
    static constexpr RandomMethod kMethods[] = {
        {"random", randomMethod, 1, 1, kPositionalOnly},
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
    return kMethods;
}

}  // namespace coroscope::runtime
