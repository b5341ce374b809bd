#pragma once

namespace coroscope::runtime {

/// math.gamma and math.lgamma, to CPython's last digit. NaN: no value there (but of a NaN).
[[nodiscard]] double gammaOf(double x);
[[nodiscard]] double logGammaOf(double x);

}  // namespace coroscope::runtime
