// What the files of the module random share.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/runtime/modules/mersenne_twister.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

struct RandomObject : Object {
    MersenneTwister twister;
    std::optional<double> gaussNext;  ///< the second of the two numbers that gauss() makes at once
};

inline RandomObject* randomOf(const Arguments& args) { return args[0].as<RandomObject>(); }

/// A number from 0 up to 1, 1 excluded.
inline double draw(const Arguments& args) { return randomOf(args)->twister.nextDouble(); }

/// An integer from 0 up to n, n excluded; n > 0 (Lib/random.py: _randbelow_with_getrandbits).
[[nodiscard]] std::int64_t below(MersenneTwister& twister, std::int64_t n);
[[nodiscard]] BigNumber below(MersenneTwister& twister, const BigNumber& n);

/// A method of Random, which is a function of the module as well.
struct RandomMethod {
    std::string_view name;
    NativeCall function;
    int minimum, maximum;  ///< self included
    NativeFlags flags;
};
[[nodiscard]] std::span<const RandomMethod> randomIntegers();
[[nodiscard]] std::span<const RandomMethod> randomSequences();
[[nodiscard]] std::span<const RandomMethod> randomDistributions();

}  // namespace coroscope::runtime
