#pragma once

namespace coroscope::runtime {

class Vm;
struct Dict;

/// The functions of math that work on integers of any size: gcd, lcm, isqrt, factorial, comb, perm.
void addIntegerFunctions(Vm& vm, Dict* dict);

}  // namespace coroscope::runtime
