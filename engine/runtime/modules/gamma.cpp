// Lanczos' approximation with the parameters that CPython chose (Modules/mathmodule.c: N = 13,
// g = 6.0246…; they are Boost's lanczos13m53, too). The operations come in CPython's order, as the
// last digits hang on it.
#include "engine/runtime/modules/gamma.h"

#include <array>
#include <cmath>
#include <limits>

namespace coroscope::runtime {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Term {
    double above, below;
};

/// The polynomials of the sum, from the constant term on; below it is x(x + 1)…(x + 11).
constexpr std::array<Term, 13> kTerms{{
    {23531376880.410759688572007674451636754734846804940, 0},
    {42919803642.649098768957899047001988850926355848959, 39916800},
    {35711959237.355668049440185451547166705960488635843, 120543840},
    {17921034426.037209699919755754458931112671403265390, 150917976},
    {6039542586.3520280050642916443072979210699388420708, 105258076},
    {1439720407.3117216736632230727949123939715485786372, 45995730},
    {248874557.86205415651146038641322942321632125127801, 13339535},
    {31426415.585400194380614231628318205362874684987640, 2637558},
    {2876370.6289353724412254090516208496135991145378768, 357423},
    {186056.26539522349504029498971604569928220784236328, 32670},
    {8071.6720023658162106380029022722506138218516325024, 1925},
    {210.82427775157934587250973392071336271166969580291, 66},
    {2.5066282746310002701649081771338373386264310793408, 1},
}};

/// For large x in powers of 1/x, so that nothing overflows.
double lanczosSum(double x) {
    double above = 0, below = 0;
    if (x < 5) {
        for (auto term = kTerms.rbegin(); term != kTerms.rend(); ++term) {
            above = above * x + term->above;
            below = below * x + term->below;
        }
    } else {
        for (const Term& term : kTerms) {
            above = above / x + term.above;
            below = below / x + term.below;
        }
    }
    return above / below;
}

/// sin(πx) for x ≥ 0, from the nearest half period: exact at whole numbers.
double sineOfPi(double x) {
    const double y = std::fmod(x, 2.0);
    switch (static_cast<int>(std::round(2.0 * y))) {
        case 0: return std::sin(kPi * y);
        case 1: return std::cos(kPi * (y - 0.5));
        case 2: return std::sin(kPi * (1.0 - y));
        case 3: return -std::cos(kPi * (y - 1.5));
        default: return std::sin(kPi * (y - 2.0));
    }
}

double factorialBelow(double x) {
    double result = 1;
    for (double i = 2; i < x; ++i) result *= i;
    return result;
}

/// What rounding lost of the sum `y` of x and g − ½.
double lostInSum(double y, double x) {
    return x > kGMinusHalf ? (y - x) - kGMinusHalf : (y - kGMinusHalf) - x;
}

/// `value` times, or through, y^(x − ½); in two steps where that alone would overflow.
double scaled(double value, double y, double x, bool up) {
    if (x < 140) {
        const double power = std::pow(y, x - 0.5);
        return up ? value * power : value / power;
    }
    const double root = std::pow(y, x / 2.0 - 0.25);
    return up ? value * root * root : value / root / root;
}

}  // namespace

double gammaOf(double x) {
    constexpr double kLargestExact = 23, kTiny = 1e-20, kBeyond = 200;
    if (!std::isfinite(x)) return x < 0 ? kNaN : x;
    if (x <= 0 && x == std::floor(x)) return kNaN;
    if (x == std::floor(x) && x <= kLargestExact) return factorialBelow(x);
    const double size = std::fabs(x);
    if (size < kTiny) return 1.0 / x;
    if (size > kBeyond) return x < 0 ? 0.0 / -sineOfPi(size) : kInfinity;
    const double y = size + kGMinusHalf;
    const double correction = lostInSum(y, size) * kG / y;
    if (x < 0) {  // reflected
        double result = -kPi / sineOfPi(size) / size * std::exp(y) / lanczosSum(size);
        result -= correction * result;
        return scaled(result, y, size, false);
    }
    double result = lanczosSum(size) / std::exp(y);
    result += correction * result;
    return scaled(result, y, size, true);
}

double logGammaOf(double x) {
    constexpr double kTiny = 1e-20;
    if (!std::isfinite(x)) return std::fabs(x);
    if (x <= 2 && x == std::floor(x)) return x <= 0 ? kNaN : 0.0;
    const double size = std::fabs(x);
    if (size < kTiny) return -std::log(size);
    double result = std::log(lanczosSum(size)) - kG;
    result += (size - 0.5) * (std::log(size + kG - 0.5) - 1);
    if (x < 0)  // reflected
        result = kLogPi - std::log(std::fabs(sineOfPi(size))) - std::log(size) - result;
    return result;
}

}  // namespace coroscope::runtime
