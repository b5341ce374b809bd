"""strftime, localtime and friends tell virtual UTC."""
import time

print(time.strftime("%Y-%m-%d %H:%M:%S"), time.ctime())
time.sleep(3661)
print(time.strftime("%H:%M:%S"), time.strftime("%X"), time.strftime("%a %d %b %j"))
t = time.localtime()
print(t.tm_year, t.tm_hour, t[4], t.tm_wday, t.tm_yday)
print(time.strftime("%H:%M", time.gmtime(90061)))
