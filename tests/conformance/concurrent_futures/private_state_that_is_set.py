# What programs do to an executor's private attributes has its effect.
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
pool._shutdown = True
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
