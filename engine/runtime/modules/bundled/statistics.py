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
    if kind.__module__ == 'decimal':  # divided as its context has it
        return kind(value.numerator) / value.denominator
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


def _root_of_kind(fraction, kind):
    if kind.__module__ != 'decimal':
        return _root(fraction)
    from decimal import getcontext, localcontext
    with localcontext(prec=2 * getcontext().prec + 20):
        root = _convert(fraction, kind).sqrt()
    return +root


def stdev(data, xbar=None):
    kind, total, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root_of_kind(total / (n - 1), kind)


def pstdev(data, mu=None):
    kind, total, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root_of_kind(total / n, kind)


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

# M. J. Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied Statistics 37 (1988):
# numerator and denominator, the highest power first, near the middle, towards the tails and far out in them.
_quantile_middle = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
     1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
     5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_quantile_side = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_quantile_tail = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _polynomial(coefficients, x):
    value = coefficients[0]
    for each in coefficients[1:]:
        value = value * x + each
    return value


def _normal_quantile(p, mu, sigma):
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        over, under = _quantile_middle
        r = 0.180625 - q * q
        return mu + _polynomial(over, r) * q / _polynomial(under, r) * sigma
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    over, under = _quantile_side if r <= 5.0 else _quantile_tail
    r -= 1.6 if r <= 5.0 else 5.0
    x = _polynomial(over, r) / _polynomial(under, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        sigma = stdev(data)
        kind, total, n = _sum(data)
        return cls(float(total / n), sigma)

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

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _normal_quantile(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of their areas the two share: they cross once where they are as wide, else twice."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_variance, y_variance = x.variance, y.variance
        if not x_variance or not y_variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        difference = y_variance - x_variance
        distance = math.fabs(y._mu - x._mu)
        if not difference:
            return 1.0 - math.erf(distance / (2.0 * x._sigma * 2 ** 0.5))
        middle = x._mu * y_variance - y._mu * x_variance
        apart = x._sigma * y._sigma * math.sqrt(distance * distance + difference * math.log(y_variance / x_variance))
        crossings = (middle + apart) / difference, (middle - apart) / difference
        return 1.0 - sum([math.fabs(y.cdf(at) - x.cdf(at)) for at in crossings])

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

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
