import time
from datetime import datetime, timedelta, timezone


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


for text, form in [
        ('2020', '%Y-%m'), ('2020x', '%Y'), ('2020', '%Q'), ('2020', '%'), ('30 Feb 2020', '%d %b %Y'),
        ('2020-01-02 03:04:05.5 +0100', '%Y-%m-%d %H:%M:%S.%f %z'),
        ('2020-01-02 03:04:05.123456-0330', '%Y-%m-%d %H:%M:%S.%f%z'),
        ('2020-01-02T03:04:05Z', '%Y-%m-%dT%H:%M:%S%z'), ('2020 +01:30:15.5', '%Y %z'),
        ('Mon Jan 06 2020 11 PM', '%a %b %d %Y %I %p'), ('12 am', '%I %p'), ('12 pm', '%I %p'),
        ('10:11', '%H:%M'), ('2020 53 1', '%G %V %u'), ('2020 10 1', '%Y %U %w'),
        ('2020 10 1', '%Y %W %w'), ('2020 0 3', '%Y %W %w'), ('2020 60', '%Y %j'), ('68 1', '%y %m'),
        ('69 1', '%y %m'), ('2020 UTC', '%Y %Z'), ('2020 UTC +0000', '%Y %Z %z'),
        ('Monday, March 2, 2020', '%A, %B %d, %Y'), ('monday march 2 2020', '%A %B %d %Y'),
        ('1/2/20', '%m/%d/%y'), ('111', '%d%m'), ('1111', '%d%m'), ('100%', '%H0%%'),
        ('Sat Nov 21 16:44:00 2020', '%c'), ('11/21/20', '%x'), ('16:44:01', '%X'),
        ('2020  1', '%Y %m'), ('2020\t1', '%Y %m'), ('2020', ' %Y'), ('2020 10', '%G %V'),
        ('2020 10 1', '%Y %V %u'), ('', ''), ('29 Feb', '%d %b'), ('2020-13-01', '%Y-%m-%d'),
        ('24:00', '%H:%M'), ('23:59:60', '%H:%M:%S'), ('x', 'y')]:
    attempt(datetime.strptime, text, form)
attempt(datetime.strptime, 5, '%Y')
attempt(datetime.strptime, '5', None)
print(time.strptime('30 Nov 00', '%d %b %y'))
print(time.strptime('Sat Nov 21 16:44:00 2020'))
print(time.strptime('2020 60', '%Y %j'), time.strptime('29 Feb', '%d %b').tm_yday)
attempt(time.strptime, 'x', '%Y')
moment = datetime(2024, 2, 29, 23, 59, 1, 42, timezone(timedelta(hours=-3)))
for form in ['%Y-%m-%d %H:%M:%S.%f%z', '%A %d %B %Y %I:%M:%S.%f %p %z', '%G-W%V-%u %X.%f %z']:
    text = moment.strftime(form)
    print(text, datetime.strptime(text, form) == moment)
