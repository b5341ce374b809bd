#pragma once

namespace coroscope::runtime {

class Vm;

/// The methods of float that are no operators.
void addFloatMethods(Vm& vm);

}  // namespace coroscope::runtime
