import math
import random as _random_module
from fractions import Fraction
from collections import Counter, namedtuple

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


# Sums are exact: fractions, turned back into the kind of number that was given.

def _is_special(value):
    return isinstance(value, float) and not math.isfinite(value)


def _sum(data):
    """The kind of number, the exact sum, and how many there were."""
    kind = int
    total = Fraction(0)
    special = None
    whole = 0
    count = 0
    for value in data:
        count += 1
        if type(value) is not kind:
            kind = _common_kind(kind, type(value))
        if isinstance(value, int):
            whole += value
        elif _is_special(value):
            special = value if special is None else special + value
        else:
            try:
                total += Fraction(*value.as_integer_ratio())
            except AttributeError:
                raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None
    return kind, special if special is not None else total + whole, count


def _common_kind(a, b):
    if a is b:
        return a
    if a is int or a is bool:
        return b
    if b is int or b is bool:
        return a
    if issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    for kind, other in ((a, b), (b, a)):
        if issubclass(kind, Fraction) and issubclass(other, float):
            return other
        if issubclass(kind, int):
            return other
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _convert(value, kind):
    if type(value) is kind:
        return value
    if _is_special(value):
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    return kind(value)


def _fail_negative(values, message):
    for value in values:
        if value < 0:
            raise StatisticsError(message)
        yield value


# --- averages -----------------------------------------------------------------------------

def mean(data):
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum([value * weight for value, weight in zip(data, weights)]) / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    error = 'harmonic mean does not support negative values'
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if not isinstance(data[0], (int, float, Fraction)):
            raise TypeError('unsupported type')
        if data[0] < 0:
            raise StatisticsError(error)
        return data[0]
    if weights is None:
        weights = [1] * len(data)
        total_weight = len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
        total_weight = _sum(_fail_negative(weights, error))[1]
    data = list(_fail_negative(data, error))
    try:
        kind, total, _ = _sum([weight / value if weight else 0 for weight, value in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total_weight / total, kind)


def _sorted(data, name='median'):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = _sorted(data)
    middle = data[len(data) // 2]
    below = sum(1 for value in data if value < middle)
    equal = sum(1 for value in data if value == middle)
    return float(middle) - float(interval) / 2 + float(interval) * (len(data) / 2 - below) / equal


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == 'exclusive':
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError(f'Unknown method: {method!r}')
    return result


# --- spread -------------------------------------------------------------------------------

def _squares(data, center=None):
    """The kind of number, the exact sum of squares about the center, and the count."""
    data = list(data)
    kind, total, n = _sum(data)
    if n == 0 or _is_special(total):
        return kind, total, n
    center = total / n if center is None else Fraction(center)
    return kind, sum([(Fraction(value) - center) ** 2 for value in data], Fraction(0)), n


def variance(data, xbar=None):
    kind, total, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(total / (n - 1), kind)


def pvariance(data, mu=None):
    kind, total, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(total / n, kind)


def _root(square):
    """The square root of a fraction as the nearest float."""
    if _is_special(square):
        return math.sqrt(square)
    n, m = square.numerator, square.denominator
    # Enough bits for a float and one more that tells whether anything is left (round to odd).
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        root, denominator = _odd_root(n, m << 2 * shift) << shift, 1
    else:
        root, denominator = _odd_root(n << -2 * shift, m), 1 << -shift
    return root / denominator


def _odd_root(n, m):
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


def stdev(data, xbar=None):
    kind, total, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(total / (n - 1))


def pstdev(data, mu=None):
    kind, total, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(total / n)


# --- two variables ------------------------------------------------------------------------

def _two(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    x_mean, y_mean = math.fsum(x) / len(x), math.fsum(y) / len(x)
    products = math.fsum([(a - x_mean) * (b - y_mean) for a, b in zip(x, y)])
    return x_mean, y_mean, products


def covariance(x, y, /):
    return _two(x, y, 'covariance')[2] / (len(x) - 1)


def correlation(x, y, /):
    x_mean, y_mean, products = _two(x, y, 'correlation')
    x_squares = math.fsum([(a - x_mean) ** 2.0 for a in x])
    y_squares = math.fsum([(b - y_mean) ** 2.0 for b in y])
    try:
        return products / math.sqrt(x_squares * y_squares)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    x_mean, y_mean, products = _two(x, y, 'linear regression')
    if proportional:
        products = math.fsum([a * b for a, b in zip(x, y)])
        squares = math.fsum([a * a for a in x])
    else:
        squares = math.fsum([(a - x_mean) ** 2.0 for a in x])
    try:
        slope = products / squares
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else y_mean - slope * x_mean)


# --- the normal distribution --------------------------------------------------------------

class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        gauss = _random_module.gauss if seed is None else _random_module.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def _check_sigma(self, what):
        if not self._sigma:
            raise StatisticsError(f'{what} not defined when sigma is zero')

    def pdf(self, x):
        variance = self._sigma * self._sigma
        self._check_sigma('pdf()')
        difference = x - self._mu
        return math.exp(difference * difference / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def cdf(self, x):
        self._check_sigma('cdf()')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * 2 ** 0.5)))

    def zscore(self, x):
        self._check_sigma('zscore()')
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * math.fabs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / math.fabs(other))

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
