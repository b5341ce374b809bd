"""The builtins, methods and module functions that the subset names."""

import builtins
import importlib

BUILTINS = """
print range len int str isinstance enumerate type list sorted round sum set dict super getattr setattr
hasattr delattr zip max min next iter anext aiter all any float map filter repr id ord chr reversed bool
object abs divmod pow callable bytes bytearray frozenset tuple slice hex bin oct hash vars dir locals
globals format input issubclass property staticmethod classmethod ascii
""".split()

EXCEPTIONS = sorted(name for name, kind in vars(builtins).items()
                    if isinstance(kind, type) and issubclass(kind, BaseException)
                    and name not in ("EnvironmentError", "IOError"))

DUNDERS = """
__init__ __new__ __repr__ __str__ __format__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __bool__ __len__
__getitem__ __setitem__ __delitem__ __missing__ __contains__ __iter__ __next__ __reversed__ __length_hint__ __call__
__enter__ __exit__ __aenter__ __aexit__ __aiter__ __anext__ __await__ __getattr__ __getattribute__ __setattr__
__delattr__ __dir__ __get__ __set__ __delete__ __add__ __sub__ __mul__ __matmul__ __truediv__ __floordiv__ __mod__
__divmod__ __pow__ __lshift__ __rshift__ __and__ __or__ __xor__ __radd__ __rsub__ __rmul__ __rmatmul__ __rtruediv__
__rfloordiv__ __rmod__ __rdivmod__ __rpow__ __rlshift__ __rrshift__ __rand__ __ror__ __rxor__ __iadd__ __isub__
__imul__ __imatmul__ __itruediv__ __ifloordiv__ __imod__ __ipow__ __ilshift__ __irshift__ __iand__ __ior__ __ixor__
__neg__ __pos__ __abs__ __invert__ __int__ __float__ __index__ __round__ __trunc__ __floor__ __ceil__ __bytes__
__del__ __init_subclass__ __set_name__ __class_getitem__ __instancecheck__ __subclasscheck__ __prepare__
__copy__ __deepcopy__
""".split()

TYPES = {kind.__name__: [name for name in dir(kind) if not name.startswith("_")]
         for kind in (str, list, dict, set, frozenset, tuple, bytes, bytearray, int, float, range)}

# By a module's own list of its names, or by what the subset says of it.
MODULES = {
    "time": "time time_ns perf_counter perf_counter_ns monotonic monotonic_ns process_time process_time_ns "
            "thread_time sleep strftime strptime ctime asctime localtime gmtime mktime struct_time",
    "random": "seed random randint randrange choice choices shuffle sample uniform triangular gauss normalvariate "
              "expovariate betavariate gammavariate lognormvariate vonmisesvariate paretovariate weibullvariate "
              "getrandbits randbytes getstate setstate Random",
    "logging": "basicConfig getLogger debug info warning error critical exception log disable addLevelName "
               "getLevelName Logger Handler StreamHandler NullHandler Formatter Filter LogRecord LoggerAdapter "
               "DEBUG INFO WARNING ERROR CRITICAL",
    "functools": "wraps update_wrapper partial partialmethod reduce lru_cache cache cached_property total_ordering "
                 "cmp_to_key singledispatch singledispatchmethod",
    "collections": "namedtuple deque defaultdict Counter OrderedDict ChainMap UserDict UserList UserString",
    "contextlib": "contextmanager asynccontextmanager suppress closing aclosing ExitStack AsyncExitStack "
                  "nullcontext redirect_stdout redirect_stderr ContextDecorator AsyncContextDecorator "
                  "AbstractContextManager AbstractAsyncContextManager chdir",
    "itertools": None,
    "math": None,
    "operator": None,
    "heapq": None,
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "statistics": None,
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation printable "
              "whitespace capwords Template Formatter",
    "datetime": "datetime date time timedelta timezone tzinfo MINYEAR MAXYEAR UTC",
    "enum": "Enum IntEnum StrEnum Flag IntFlag auto unique EnumMeta member nonmember global_enum verify",
    "dataclasses": "dataclass field fields asdict astuple replace make_dataclass is_dataclass InitVar KW_ONLY "
                   "MISSING FrozenInstanceError",
    "contextvars": "ContextVar Context Token copy_context",
    "inspect": "iscoroutinefunction iscoroutine isawaitable isfunction ismethod isclass isgenerator "
               "isgeneratorfunction isasyncgen isasyncgenfunction isbuiltin ismodule signature Parameter getdoc "
               "getmembers getmro getcoroutinestate getgeneratorstate getfullargspec currentframe cleandoc",
    "json": "dumps loads JSONEncoder JSONDecoder JSONDecodeError dump load",
    "re": "compile match fullmatch search findall finditer sub subn split escape error Match Pattern IGNORECASE "
          "MULTILINE DOTALL VERBOSE ASCII purge",
    "copy": "copy deepcopy",
    "textwrap": "wrap fill dedent indent shorten TextWrapper",
    "uuid": "uuid1 uuid3 uuid4 uuid5 UUID NAMESPACE_DNS NAMESPACE_URL",
    "abc": "ABC ABCMeta abstractmethod",
    "traceback": "print_exc format_exc print_exception format_exception format_exception_only extract_tb "
                 "format_tb print_tb print_stack format_stack TracebackException",
    "warnings": "warn simplefilter filterwarnings catch_warnings resetwarnings warn_explicit formatwarning",
    "keyword": "kwlist softkwlist iskeyword issoftkeyword",
    "io": "StringIO BytesIO",
    "unicodedata": "name lookup category normalize east_asian_width combining bidirectional decimal digit numeric",
    "argparse": "ArgumentParser Namespace ArgumentTypeError",
    "types": "SimpleNamespace coroutine FunctionType MethodType GeneratorType CoroutineType AsyncGeneratorType "
             "MappingProxyType ModuleType NoneType BuiltinFunctionType GenericAlias UnionType TracebackType",
    "typing": "Any Union Optional Callable List Dict Tuple Set Iterable Iterator Generator AsyncIterator "
              "AsyncGenerator Awaitable Coroutine TypeVar Generic Protocol NamedTuple TypedDict Literal Final "
              "ClassVar NoReturn Annotated TYPE_CHECKING cast overload get_type_hints runtime_checkable NewType "
              "ParamSpec Self",
    "collections.abc": None,
    "fractions": "Fraction",
    "hashlib": "md5 sha1 sha224 sha256 sha384 sha512 blake2b sha3_256 new",
    "pprint": "pprint pformat pp PrettyPrinter",
    "queue": "Queue LifoQueue PriorityQueue SimpleQueue Empty Full",
    "threading": "Thread Lock RLock Event Condition Semaphore BoundedSemaphore Barrier Timer local current_thread "
                 "main_thread active_count enumerate get_ident",
    "concurrent.futures": "ThreadPoolExecutor ProcessPoolExecutor as_completed wait Future FIRST_COMPLETED "
                          "ALL_COMPLETED FIRST_EXCEPTION TimeoutError CancelledError",
    "sys": "argv stdout stderr exit version_info version platform maxsize getrecursionlimit setrecursionlimit "
           "exc_info getsizeof getrefcount modules byteorder float_info intern",
    "os": "getpid cpu_count environ getenv sep linesep",
    "os.path": "join basename dirname splitext exists",
    "signal": "SIGINT SIGTERM Signals",
    "timeit": "timeit default_timer repeat Timer",
    "csv": "reader writer DictReader DictWriter Dialect Error Sniffer excel excel_tab unix_dialect register_dialect "
           "unregister_dialect get_dialect list_dialects field_size_limit QUOTE_MINIMAL QUOTE_ALL QUOTE_NONNUMERIC "
           "QUOTE_NONE",
    "calendar": "isleap leapdays weekday monthrange monthcalendar month calendar prmonth prcal weekheader week timegm "
                "setfirstweekday firstweekday day_name day_abbr month_name month_abbr Calendar TextCalendar HTMLCalendar "
                "LocaleTextCalendar IllegalMonthError IllegalWeekdayError MONDAY SUNDAY",
    "reprlib": "repr Repr recursive_repr aRepr",
    "fnmatch": None,
    "html": None,
    "shlex": None,
    "struct": None,
    "array": "array ArrayType typecodes",
    "difflib": None,
}


def of_module(name):
    """The names to show for a module."""
    given = MODULES[name]
    if given is not None:
        return given.split()
    module = importlib.import_module(name)
    public = getattr(module, "__all__", None) or [each for each in dir(module) if not each.startswith("_")]
    return sorted(public)
