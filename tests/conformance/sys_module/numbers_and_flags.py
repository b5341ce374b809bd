import sys

print(sys.float_info)
print(sys.int_info.bits_per_digit, sys.hash_info.width, sys.hash_info.modulus, sys.flags.debug, sys.flags.dev_mode, sys.flags.optimize)
print(sys.float_info.epsilon, sys.float_info.max, sys.float_info.dig, sys.getfilesystemencoding(), sys.getswitchinterval(), sys.float_repr_style)
print(sys.is_finalizing(), sys.gettrace(), sys.get_int_max_str_digits(), sys.api_version, sys.abiflags == '', type(sys.flags))
