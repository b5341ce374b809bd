"""Quantiles of the normal distribution, how much two share, and their signs."""
from statistics import NormalDist, StatisticsError

iq = NormalDist(100, 15)
print([iq.inv_cdf(p) for p in (1e-300, 1e-20, 1e-9, 0.001, 0.02, 0.07, 0.3, 0.5, 0.7, 0.93, 0.98, 0.999, 1 - 1e-12)])
print(iq.quantiles(), NormalDist().quantiles(n=10), iq.quantiles(1))
print(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), iq.overlap(NormalDist(110, 15)), iq.overlap(iq))
print(-iq, +iq, 5 - iq, iq - 5, 5 + iq)
for wrong in (lambda: iq.inv_cdf(0), lambda: iq.inv_cdf(1.5), lambda: NormalDist(1, 0).inv_cdf(0.5),
              lambda: iq.overlap(NormalDist(1, 0)), lambda: iq.overlap(5)):
    try:
        print(wrong())
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)

for data in ([-6.000210589160224, -1.869692391181811, 4.0424405962745915], [1, 2], [0.1, 0.2, 0.3, 0.7]):
    print(NormalDist.from_samples(data))
for data in ([], [1]):
    try:
        NormalDist.from_samples(data)
    except StatisticsError as error:
        print(error)
