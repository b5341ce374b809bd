"""errno: the names of the system's errors, and the exceptions that they become."""
import errno

print(errno.ENOENT, errno.EACCES, errno.EAGAIN == errno.EWOULDBLOCK, errno.errorcode[2], errno.errorcode[11], len(errno.errorcode))
for number in (errno.ENOENT, errno.EEXIST, errno.EPIPE, errno.ECONNREFUSED, errno.ETIMEDOUT, errno.EINVAL):
    error = OSError(number, "a reason")
    print(type(error).__name__, error, error.errno == number, errno.errorcode[error.errno])
