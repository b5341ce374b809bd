import sys
import warnings


def old():
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=2)


def show(message, category, filename, lineno, file=None, line=None):
    print('shown:', category.__name__, message, lineno)


warnings.showwarning = show
for _ in range(3):
    warnings.warn('once here')
warnings.warn('once here')
old()
warnings.warn(RuntimeWarning('an instance'))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    old()
    warnings.warn('recorded', UserWarning)
    print(len(caught), caught[0].category.__name__, caught[1].message, str(caught[1].message), caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        old()
    except DeprecationWarning as error:
        print('raised', error)
warnings.filterwarnings('ignore', message='noise')
warnings.warn('noise at night')
warnings.warn('signal')
warnings.simplefilter('ignore')
warnings.warn('silence')
warnings.resetwarnings()
warnings.warn('ignored by default, shown after the reset', ImportWarning)
try:
    warnings.warn('x', int)
except TypeError as error:
    print(error)
print(warnings.formatwarning('text', UserWarning, 'file.py', 3, 'the line'), end='')
print(warnings.formatwarning('text', UserWarning, 'file.py', 3, ''), end='')
