// Where coroutines were created (`cr_origin`), while sys.set_coroutine_origin_tracking_depth asks
// for it: Objects/genobject.c compute_cr_origin.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

namespace coroscope::runtime {

class Vm;
struct Generator;

struct CoroutineOrigin {
    std::string file;
    int line = 0;
    std::string function;
};

struct CoroutineOrigins {
    int depth = 0;  ///< how many frames are remembered of each; 0: none
    /// Innermost frame first; an entry goes with its coroutine.
    std::unordered_map<const Generator*, std::vector<CoroutineOrigin>> known;
};

/// The frames from which a coroutine is being created, those that CPython would have besides
/// counted too (Host::foreignFramesBelow) but not kept.
[[nodiscard]] std::vector<CoroutineOrigin> originHere(const Vm& vm, int depth);

/// Keeps originHere of a coroutine. What that takes counts for the memory limit.
void rememberOrigin(Vm& vm, const Generator* coroutine);
void forgetOrigin(Vm& vm, const Generator* coroutine);

}  // namespace coroscope::runtime
