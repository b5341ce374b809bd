"""gamma and lgamma to the last digit, over all branches of their computation, and where they have no value."""
import math

for x in (0.5, 1e-21, -1e-21, 3, 5, 23, 24, 26, 4.999, 5.001, 5.5246, 5.5, 100.25, 139.9, 140.1, 170.5, 171.6, -0.5, -1.5, -4.25,
          -5.75, -19.3, -139.5, -141.25, -175.5, -200.5, 2.0, 1.0, 0.1, 1.4616, 1e10, 1e300, math.inf, math.nan, 0.0, -0.0, -3, -math.inf, 172, 1e306):
    for function in (math.gamma, math.lgamma):
        try:
            print(function.__name__, x, function(x))
        except (ValueError, OverflowError) as error:
            print(function.__name__, x, type(error).__name__, error)
