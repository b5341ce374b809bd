// Made by standard_modules.py from CPython 3.11. Do not edit.
#include "engine/runtime/modules/standard_modules.h"

namespace coroscope::runtime {

std::span<const StandardModule> standardModules() {
    // clang-format off
    static constexpr StandardModule kModules[] = {
        {"__future__", "/usr/lib/python3.11/__future__.py",
         "CO_FUTURE_ABSOLUTE_IMPORT CO_FUTURE_ANNOTATIONS CO_FUTURE_BARRY_AS_BDFL "
         "CO_FUTURE_DIVISION CO_FUTURE_GENERATOR_STOP CO_FUTURE_PRINT_FUNCTION "
         "CO_FUTURE_UNICODE_LITERALS CO_FUTURE_WITH_STATEMENT CO_GENERATOR_ALLOWED CO_NESTED "
         "absolute_import all_feature_names annotations barry_as_FLUFL division generator_stop "
         "generators nested_scopes print_function unicode_literals with_statement "},
        {"abc", "/usr/lib/python3.11/abc.py",
         "ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod "
         "get_cache_token update_abstractmethods "},
        {"argparse", "/usr/lib/python3.11/argparse.py",
         "Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError "
         "BooleanOptionalAction FileType HelpFormatter MetavarTypeHelpFormatter Namespace "
         "ONE_OR_MORE OPTIONAL PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter "
         "SUPPRESS ZERO_OR_MORE ngettext warnings "},
        {"array", "",
         "ArrayType array typecodes "},
        {"ast", "/usr/lib/python3.11/ast.py",
         "AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute "
         "AugAssign AugLoad AugStore Await BinOp BitAnd BitOr BitXor BoolOp Break Bytes Call "
         "ClassDef Compare Constant Continue Del Delete Dict DictComp Div Ellipsis Eq "
         "ExceptHandler Expr Expression ExtSlice FloorDiv For FormattedValue FunctionDef "
         "FunctionType GeneratorExp Global Gt GtE If IfExp Import ImportFrom In Index IntEnum "
         "Interactive Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult "
         "Match MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar "
         "MatchValue Mod Module Mult Name NameConstant NamedExpr NodeTransformer NodeVisitor "
         "Nonlocal Not NotEq NotIn Num Or Param Pass Pow PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST "
         "PyCF_TYPE_COMMENTS RShift Raise Return Set SetComp Slice Starred Store Str Sub Subscript "
         "Suite Try TryStar Tuple TypeIgnore UAdd USub UnaryOp While With Yield YieldFrom alias "
         "arg arguments auto boolop cmpop comprehension contextmanager copy_location dump "
         "excepthandler expr expr_context fix_missing_locations get_docstring get_source_segment "
         "increment_lineno iter_child_nodes iter_fields keyword literal_eval main match_case mod "
         "nullcontext operator parse pattern slice stmt sys type_ignore unaryop unparse walk "
         "withitem "},
        {"asyncio", "/usr/lib/python3.11/asyncio/__init__.py",
         "ALL_COMPLETED AbstractChildWatcher AbstractEventLoop AbstractEventLoopPolicy "
         "AbstractServer Barrier BaseEventLoop BaseProtocol BaseTransport BoundedSemaphore "
         "BrokenBarrierError BufferedProtocol CancelledError Condition DatagramProtocol "
         "DatagramTransport DefaultEventLoopPolicy Event FIRST_COMPLETED FIRST_EXCEPTION "
         "FastChildWatcher Future Handle IncompleteReadError InvalidStateError LifoQueue "
         "LimitOverrunError Lock MultiLoopChildWatcher PidfdChildWatcher PriorityQueue Protocol "
         "Queue QueueEmpty QueueFull ReadTransport Runner SafeChildWatcher SelectorEventLoop "
         "Semaphore SendfileNotAvailableError Server StreamReader StreamReaderProtocol "
         "StreamWriter SubprocessProtocol SubprocessTransport Task TaskGroup ThreadedChildWatcher "
         "Timeout TimeoutError TimerHandle Transport WriteTransport all_tasks as_completed "
         "base_events base_futures base_subprocess base_tasks constants coroutines "
         "create_subprocess_exec create_subprocess_shell create_task current_task ensure_future "
         "events exceptions format_helpers futures gather get_child_watcher get_event_loop "
         "get_event_loop_policy get_running_loop iscoroutine iscoroutinefunction isfuture locks "
         "log mixins new_event_loop open_connection open_unix_connection protocols queues run "
         "run_coroutine_threadsafe runners selector_events set_child_watcher set_event_loop "
         "set_event_loop_policy shield sleep sslproto staggered start_server start_unix_server "
         "streams subprocess sys taskgroups tasks threads timeout timeout_at timeouts to_thread "
         "transports trsock unix_events wait wait_for wrap_future "},
        {"asyncio.base_events", "/usr/lib/python3.11/asyncio/base_events.py",
         "BaseEventLoop MAXIMUM_SELECT_TIMEOUT Server collections concurrent constants coroutines "
         "events exceptions functools futures heapq itertools logger os protocols socket ssl "
         "sslproto staggered stat subprocess sys tasks threading time traceback transports trsock "
         "warnings weakref "},
        {"asyncio.base_futures", "/usr/lib/python3.11/asyncio/base_futures.py",
         "format_helpers get_ident isfuture reprlib "},
        {"asyncio.constants", "/usr/lib/python3.11/asyncio/constants.py",
         "ACCEPT_RETRY_DELAY DEBUG_STACK_DEPTH FLOW_CONTROL_HIGH_WATER_SSL_READ "
         "FLOW_CONTROL_HIGH_WATER_SSL_WRITE LOG_THRESHOLD_FOR_CONNLOST_WRITES "
         "SENDFILE_FALLBACK_READBUFFER_SIZE SSL_HANDSHAKE_TIMEOUT SSL_SHUTDOWN_TIMEOUT enum "},
        {"asyncio.coroutines", "/usr/lib/python3.11/asyncio/coroutines.py",
         "collections inspect iscoroutine iscoroutinefunction os sys traceback types "},
        {"asyncio.events", "/usr/lib/python3.11/asyncio/events.py",
         "AbstractEventLoop AbstractEventLoopPolicy AbstractServer BaseDefaultEventLoopPolicy "
         "Handle TimerHandle contextvars format_helpers get_child_watcher get_event_loop "
         "get_event_loop_policy get_running_loop new_event_loop os set_child_watcher "
         "set_event_loop set_event_loop_policy socket subprocess sys threading "},
        {"asyncio.exceptions", "/usr/lib/python3.11/asyncio/exceptions.py",
         "BrokenBarrierError CancelledError IncompleteReadError InvalidStateError "
         "LimitOverrunError SendfileNotAvailableError TimeoutError "},
        {"asyncio.futures", "/usr/lib/python3.11/asyncio/futures.py",
         "Future GenericAlias STACK_DEBUG base_futures concurrent contextvars events exceptions "
         "format_helpers isfuture logging sys wrap_future "},
        {"asyncio.locks", "/usr/lib/python3.11/asyncio/locks.py",
         "Barrier BoundedSemaphore Condition Event Lock Semaphore collections enum exceptions "
         "mixins tasks "},
        {"asyncio.log", "/usr/lib/python3.11/asyncio/log.py",
         "logger logging "},
        {"asyncio.queues", "/usr/lib/python3.11/asyncio/queues.py",
         "GenericAlias LifoQueue PriorityQueue Queue QueueEmpty QueueFull collections heapq locks "
         "mixins "},
        {"asyncio.runners", "/usr/lib/python3.11/asyncio/runners.py",
         "Runner contextvars coroutines enum events exceptions functools run signal sys tasks "
         "threading "},
        {"asyncio.streams", "/usr/lib/python3.11/asyncio/streams.py",
         "FlowControlMixin StreamReader StreamReaderProtocol StreamWriter collections coroutines "
         "events exceptions format_helpers logger open_connection open_unix_connection protocols "
         "sleep socket start_server start_unix_server sys warnings weakref "},
        {"asyncio.subprocess", "/usr/lib/python3.11/asyncio/subprocess.py",
         "DEVNULL PIPE Process STDOUT SubprocessStreamProtocol create_subprocess_exec "
         "create_subprocess_shell events logger protocols streams subprocess tasks "},
        {"asyncio.taskgroups", "/usr/lib/python3.11/asyncio/taskgroups.py",
         "TaskGroup events exceptions tasks "},
        {"asyncio.tasks", "/usr/lib/python3.11/asyncio/tasks.py",
         "ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION GenericAlias Task all_tasks as_completed "
         "base_tasks concurrent contextvars coroutines create_task current_task ensure_future "
         "events exceptions functools futures gather inspect itertools run_coroutine_threadsafe "
         "shield sleep types wait wait_for warnings weakref "},
        {"asyncio.threads", "/usr/lib/python3.11/asyncio/threads.py",
         "contextvars events functools to_thread "},
        {"asyncio.timeouts", "/usr/lib/python3.11/asyncio/timeouts.py",
         "Optional Timeout TracebackType Type enum events exceptions final tasks timeout "
         "timeout_at "},
        {"asyncio.transports", "/usr/lib/python3.11/asyncio/transports.py",
         "BaseTransport DatagramTransport ReadTransport SubprocessTransport Transport "
         "WriteTransport "},
        {"atexit", "",
         "register unregister "},
        {"base64", "/usr/lib/python3.11/base64.py",
         "MAXBINSIZE MAXLINESIZE a85decode a85encode b16decode b16encode b32decode b32encode "
         "b32hexdecode b32hexencode b64decode b64encode b85decode b85encode binascii bytes_types "
         "decode decodebytes encode encodebytes main re standard_b64decode standard_b64encode "
         "struct test urlsafe_b64decode urlsafe_b64encode "},
        {"bisect", "/usr/lib/python3.11/bisect.py",
         "bisect bisect_left bisect_right insort insort_left insort_right "},
        {"builtins", "",
         "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup "
         "BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError "
         "ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError "
         "DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception "
         "ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning "
         "GeneratorExit IOError ImportError ImportWarning IndentationError IndexError "
         "InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError "
         "ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError "
         "OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError "
         "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
         "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit "
         "TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError "
         "UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning "
         "ValueError Warning ZeroDivisionError abs aiter all anext any ascii bin bool breakpoint "
         "bytearray bytes callable chr classmethod compile complex copyright credits delattr dict "
         "dir divmod enumerate eval exec exit filter float format frozenset getattr globals "
         "hasattr hash help hex id input int isinstance issubclass iter len license list locals "
         "map max memoryview min next object oct open ord pow print property quit range repr "
         "reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip "},
        {"calendar", "/usr/lib/python3.11/calendar.py",
         "Calendar EPOCH FRIDAY February HTMLCalendar IllegalMonthError IllegalWeekdayError "
         "January LocaleHTMLCalendar LocaleTextCalendar MONDAY SATURDAY SUNDAY THURSDAY TUESDAY "
         "TextCalendar WEDNESDAY c calendar datetime day_abbr day_name different_locale error "
         "firstweekday format formatstring isleap leapdays main mdays month month_abbr month_name "
         "monthcalendar monthrange prcal prmonth prweek repeat setfirstweekday sys timegm week "
         "weekday weekheader "},
        {"cmath", "",
         "acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan "
         "log log10 nan nanj phase pi polar rect sin sinh sqrt tan tanh tau "},
        {"codecs", "/usr/lib/python3.11/codecs.py",
         "BOM BOM32_BE BOM32_LE BOM64_BE BOM64_LE BOM_BE BOM_LE BOM_UTF16 BOM_UTF16_BE "
         "BOM_UTF16_LE BOM_UTF32 BOM_UTF32_BE BOM_UTF32_LE BOM_UTF8 BufferedIncrementalDecoder "
         "BufferedIncrementalEncoder Codec CodecInfo EncodedFile IncrementalDecoder "
         "IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder StreamWriter "
         "ascii_decode ascii_encode backslashreplace_errors builtins charmap_build charmap_decode "
         "charmap_encode decode encode escape_decode escape_encode getdecoder getencoder "
         "getincrementaldecoder getincrementalencoder getreader getwriter ignore_errors iterdecode "
         "iterencode latin_1_decode latin_1_encode lookup lookup_error make_encoding_map "
         "make_identity_dict namereplace_errors open raw_unicode_escape_decode "
         "raw_unicode_escape_encode readbuffer_encode register register_error replace_errors "
         "strict_errors sys unicode_escape_decode unicode_escape_encode unregister "
         "utf_16_be_decode utf_16_be_encode utf_16_decode utf_16_encode utf_16_ex_decode "
         "utf_16_le_decode utf_16_le_encode utf_32_be_decode utf_32_be_encode utf_32_decode "
         "utf_32_encode utf_32_ex_decode utf_32_le_decode utf_32_le_encode utf_7_decode "
         "utf_7_encode utf_8_decode utf_8_encode xmlcharrefreplace_errors "},
        {"collections", "/usr/lib/python3.11/collections/__init__.py",
         "ChainMap Counter OrderedDict UserDict UserList UserString abc defaultdict deque "
         "namedtuple "},
        {"collections.abc", "/usr/lib/python3.11/collections/abc.py",
         "AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection "
         "Container Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping "
         "MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized "
         "ValuesView "},
        {"concurrent", "/usr/lib/python3.11/concurrent/__init__.py",
         "futures "},
        {"concurrent.futures", "/usr/lib/python3.11/concurrent/futures/__init__.py",
         "ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED FIRST_EXCEPTION "
         "Future ProcessPoolExecutor ThreadPoolExecutor TimeoutError as_completed wait "},
        {"contextlib", "/usr/lib/python3.11/contextlib.py",
         "AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack "
         "ContextDecorator ExitStack GenericAlias MethodType abc aclosing asynccontextmanager "
         "chdir closing contextmanager deque nullcontext os redirect_stderr redirect_stdout "
         "suppress sys wraps "},
        {"contextvars", "/usr/lib/python3.11/contextvars.py",
         "Context ContextVar Token copy_context "},
        {"copy", "/usr/lib/python3.11/copy.py",
         "Error copy deepcopy dispatch_table error "},
        {"copyreg", "/usr/lib/python3.11/copyreg.py",
         "add_extension clear_extension_cache constructor dispatch_table pickle pickle_complex "
         "pickle_union remove_extension "},
        {"csv", "/usr/lib/python3.11/csv.py",
         "Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC "
         "Sniffer StringIO excel excel_tab field_size_limit get_dialect list_dialects re reader "
         "register_dialect unix_dialect unregister_dialect writer "},
        {"dataclasses", "/usr/lib/python3.11/dataclasses.py",
         "Field FrozenInstanceError FunctionType GenericAlias InitVar KW_ONLY MISSING abc asdict "
         "astuple builtins copy dataclass field fields functools inspect is_dataclass itertools "
         "keyword make_dataclass re replace sys types "},
        {"datetime", "/usr/lib/python3.11/datetime.py",
         "MAXYEAR MINYEAR UTC date datetime datetime_CAPI sys time timedelta timezone tzinfo "},
        {"decimal", "/usr/lib/python3.11/decimal.py",
         "BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple "
         "DefaultContext DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext "
         "FloatOperation HAVE_CONTEXTVAR HAVE_THREADS Inexact InvalidContext InvalidOperation "
         "MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN "
         "ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal "
         "Underflow getcontext localcontext setcontext "},
        {"difflib", "/usr/lib/python3.11/difflib.py",
         "Differ GenericAlias HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher "
         "context_diff diff_bytes get_close_matches ndiff restore unified_diff "},
        {"dis", "/usr/lib/python3.11/dis.py",
         "BINARY_OP Bytecode CACHE COMPILER_FLAG_NAMES EXTENDED_ARG FORMAT_VALUE "
         "FORMAT_VALUE_CONVERTERS HAVE_ARGUMENT Instruction JUMP_BACKWARD LOAD_CONST LOAD_GLOBAL "
         "MAKE_FUNCTION MAKE_FUNCTION_FLAGS Positions UNKNOWN cmp_op code_info collections "
         "deoptmap dis disassemble disco distb findlabels findlinestarts get_instructions "
         "hascompare hasconst hasfree hasjabs hasjrel haslocal hasname hasnargs io opmap opname "
         "pretty_flags show_code spec_op specialized stack_effect sys types "},
        {"enum", "/usr/lib/python3.11/enum.py",
         "CONFORM CONTINUOUS DynamicClassAttribute EJECT Enum EnumCheck EnumMeta EnumType Flag "
         "FlagBoundary IntEnum IntFlag KEEP MappingProxyType NAMED_FLAGS ReprEnum STRICT StrEnum "
         "UNIQUE auto bin bltns global_enum global_enum_repr global_flag_repr global_str member "
         "nonmember property reduce show_flag_values sys unique verify "},
        {"errno", "",
         "E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF "
         "EBADFD EBADMSG EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECHILD ECHRNG ECOMM "
         "ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT "
         "EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO "
         "EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST "
         "ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE "
         "EMULTIHOP ENAMETOOLONG ENAVAIL ENETDOWN ENETRESET ENETUNREACH ENFILE ENOANO ENOBUFS "
         "ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG "
         "ENONET ENOPKG ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY "
         "ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOPNOTSUPP EOVERFLOW "
         "EOWNERDEAD EPERM EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG "
         "EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT "
         "ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUSERS EWOULDBLOCK "
         "EXDEV EXFULL errorcode "},
        {"fnmatch", "/usr/lib/python3.11/fnmatch.py",
         "filter fnmatch fnmatchcase functools os posixpath re translate "},
        {"fractions", "/usr/lib/python3.11/fractions.py",
         "Decimal Fraction math numbers operator re sys "},
        {"functools", "/usr/lib/python3.11/functools.py",
         "GenericAlias RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key "
         "get_cache_token lru_cache namedtuple partial partialmethod recursive_repr reduce "
         "singledispatch singledispatchmethod total_ordering update_wrapper wraps "},
        {"gc", "",
         "DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks "
         "collect disable enable freeze garbage get_count get_debug get_freeze_count get_objects "
         "get_referents get_referrers get_stats get_threshold is_finalized is_tracked isenabled "
         "set_debug set_threshold unfreeze "},
        {"glob", "/usr/lib/python3.11/glob.py",
         "contextlib escape fnmatch glob glob0 glob1 has_magic iglob itertools magic_check "
         "magic_check_bytes os re stat sys "},
        {"graphlib", "/usr/lib/python3.11/graphlib.py",
         "CycleError GenericAlias TopologicalSorter "},
        {"hashlib", "/usr/lib/python3.11/hashlib.py",
         "algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new "
         "pbkdf2_hmac scrypt sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 "
         "shake_128 shake_256 "},
        {"heapq", "/usr/lib/python3.11/heapq.py",
         "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest "},
        {"hmac", "/usr/lib/python3.11/hmac.py",
         "HMAC compare_digest digest digest_size new trans_36 trans_5C "},
        {"html", "/usr/lib/python3.11/html/__init__.py",
         "entities escape unescape "},
        {"importlib", "/usr/lib/python3.11/importlib/__init__.py",
         "find_loader import_module invalidate_caches machinery reload sys warnings "},
        {"inspect", "/usr/lib/python3.11/inspect.py",
         "ArgInfo Arguments Attribute BlockFinder BoundArguments CORO_CLOSED CORO_CREATED "
         "CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR "
         "CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS "
         "CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec "
         "GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED OrderedDict Parameter Signature "
         "TPFLAGS_IS_ABSTRACT Traceback abc ast attrgetter builtins classify_class_attrs cleandoc "
         "collections currentframe dis enum findsource formatannotation formatannotationrelativeto "
         "formatargvalues functools get_annotations getabsfile getargs getargvalues getattr_static "
         "getblock getcallargs getclasstree getclosurevars getcomments getcoroutinelocals "
         "getcoroutinestate getdoc getfile getframeinfo getfullargspec getgeneratorlocals "
         "getgeneratorstate getinnerframes getlineno getmembers getmembers_static getmodule "
         "getmodulename getmro getouterframes getsource getsourcefile getsourcelines importlib "
         "indentsize isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode "
         "iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator "
         "isgeneratorfunction isgetsetdescriptor iskeyword ismemberdescriptor ismethod "
         "ismethoddescriptor ismethodwrapper ismodule isroutine istraceback itertools linecache "
         "modulesbyfile namedtuple os re signature stack sys token tokenize trace types unwrap "
         "walktree "},
        {"io", "/usr/lib/python3.11/io.py",
         "BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader "
         "BufferedWriter BytesIO DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder "
         "RawIOBase SEEK_CUR SEEK_END SEEK_SET StringIO TextIOBase TextIOWrapper "
         "UnsupportedOperation abc open open_code text_encoding "},
        {"ipaddress", "/usr/lib/python3.11/ipaddress.py",
         "AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network "
         "IPv6Address IPv6Interface IPv6Network NetmaskValueError collapse_addresses functools "
         "get_mixed_type_key ip_address ip_interface ip_network summarize_address_range "
         "v4_int_to_packed v6_int_to_packed "},
        {"itertools", "",
         "accumulate chain combinations combinations_with_replacement compress count cycle "
         "dropwhile filterfalse groupby islice pairwise permutations product repeat starmap "
         "takewhile tee zip_longest "},
        {"json", "/usr/lib/python3.11/json/__init__.py",
         "JSONDecodeError JSONDecoder JSONEncoder codecs decoder detect_encoding dump dumps "
         "encoder load loads scanner "},
        {"json.decoder", "/usr/lib/python3.11/json/decoder.py",
         "BACKSLASH FLAGS JSONArray JSONDecodeError JSONDecoder JSONObject NaN NegInf PosInf "
         "STRINGCHUNK WHITESPACE WHITESPACE_STR c_scanstring py_scanstring re scanner scanstring "},
        {"json.encoder", "/usr/lib/python3.11/json/encoder.py",
         "ESCAPE ESCAPE_ASCII ESCAPE_DCT HAS_UTF8 INFINITY JSONEncoder c_encode_basestring "
         "c_encode_basestring_ascii c_make_encoder encode_basestring encode_basestring_ascii "
         "py_encode_basestring py_encode_basestring_ascii re "},
        {"keyword", "/usr/lib/python3.11/keyword.py",
         "iskeyword issoftkeyword kwlist softkwlist "},
        {"linecache", "/usr/lib/python3.11/linecache.py",
         "cache checkcache clearcache functools getline getlines lazycache os sys tokenize "
         "updatecache "},
        {"locale", "/usr/lib/python3.11/locale.py",
         "ABDAY_1 ABDAY_2 ABDAY_3 ABDAY_4 ABDAY_5 ABDAY_6 ABDAY_7 ABMON_1 ABMON_10 ABMON_11 "
         "ABMON_12 ABMON_2 ABMON_3 ABMON_4 ABMON_5 ABMON_6 ABMON_7 ABMON_8 ABMON_9 ALT_DIGITS "
         "AM_STR CHAR_MAX CODESET CRNCYSTR DAY_1 DAY_2 DAY_3 DAY_4 DAY_5 DAY_6 DAY_7 D_FMT D_T_FMT "
         "ERA ERA_D_FMT ERA_D_T_FMT ERA_T_FMT Error LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES "
         "LC_MONETARY LC_NUMERIC LC_TIME MON_1 MON_10 MON_11 MON_12 MON_2 MON_3 MON_4 MON_5 MON_6 "
         "MON_7 MON_8 MON_9 NOEXPR PM_STR RADIXCHAR THOUSEP T_FMT T_FMT_AMPM YESEXPR atof atoi "
         "bind_textdomain_codeset bindtextdomain currency dcgettext delocalize dgettext encodings "
         "format format_string functools getdefaultlocale getencoding getlocale "
         "getpreferredencoding gettext locale_alias locale_encoding_alias localeconv localize "
         "nl_langinfo normalize re resetlocale setlocale str strcoll strxfrm sys textdomain "
         "windows_locale "},
        {"logging", "/usr/lib/python3.11/logging/__init__.py",
         "BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer "
         "Formatter GenericAlias Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET "
         "NullHandler PercentStyle PlaceHolder RootLogger StrFormatStyle StreamHandler "
         "StringTemplateStyle Template WARN WARNING addLevelName atexit basicConfig "
         "captureWarnings collections critical currentframe debug disable error exception fatal "
         "getLevelName getLevelNamesMapping getLogRecordFactory getLogger getLoggerClass info io "
         "lastResort log logMultiprocessing logProcesses logThreads makeLogRecord os "
         "raiseExceptions re root setLogRecordFactory setLoggerClass shutdown sys threading time "
         "traceback warn warning warnings weakref "},
        {"logging.handlers", "/usr/lib/python3.11/logging/handlers.py",
         "BaseRotatingHandler BufferingHandler DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT "
         "DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DatagramHandler HTTPHandler "
         "MemoryHandler NTEventLogHandler QueueHandler QueueListener RotatingFileHandler "
         "SMTPHandler ST_DEV ST_INO ST_MTIME SYSLOG_TCP_PORT SYSLOG_UDP_PORT SocketHandler "
         "SysLogHandler TimedRotatingFileHandler WatchedFileHandler copy io logging os pickle "
         "queue re socket struct threading time "},
        {"math", "",
         "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e "
         "erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose "
         "isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm "
         "pi pow prod radians remainder sin sinh sqrt tan tanh tau trunc ulp "},
        {"multiprocessing", "/usr/lib/python3.11/multiprocessing/__init__.py",
         "Array AuthenticationError Barrier BoundedSemaphore BufferTooShort Condition Event "
         "JoinableQueue Lock Manager Pipe Pool Process ProcessError Queue RLock RawArray RawValue "
         "SUBDEBUG SUBWARNING Semaphore SimpleQueue TimeoutError Value active_children "
         "allow_connection_pickling context cpu_count current_process freeze_support "
         "get_all_start_methods get_context get_logger get_start_method log_to_stderr "
         "parent_process process reducer reduction set_executable set_forkserver_preload "
         "set_start_method sys "},
        {"numbers", "/usr/lib/python3.11/numbers.py",
         "ABCMeta Complex Integral Number Rational Real abstractmethod "},
        {"operator", "/usr/lib/python3.11/operator.py",
         "abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt "
         "iadd iand iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow "
         "irshift is_ is_not isub itemgetter itruediv ixor le length_hint lshift lt matmul "
         "methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor "},
        {"os", "/usr/lib/python3.11/os.py",
         "CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry "
         "EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR "
         "EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL "
         "EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK F_ULOCK "
         "GRND_NONBLOCK GRND_RANDOM GenericAlias MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB "
         "MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB "
         "MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB "
         "MFD_HUGE_MASK MFD_HUGE_SHIFT Mapping MutableMapping NGROUPS_MAX O_ACCMODE O_APPEND "
         "O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE "
         "O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC "
         "O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL "
         "POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE "
         "POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT "
         "P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT PathLike RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY "
         "RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT "
         "RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR "
         "SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SPLICE_F_MORE SPLICE_F_MOVE "
         "SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC "
         "ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP "
         "WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT "
         "WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK "
         "abc abort access altsep chdir chmod chown chroot close closerange confstr confstr_names "
         "copy_file_range cpu_count ctermid curdir defpath device_encoding devnull dup dup2 "
         "environ environb error eventfd eventfd_read eventfd_write execl execle execlp execlpe "
         "execv execve execvp execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty "
         "fpathconf fsdecode fsencode fspath fstat fstatvfs fsync ftruncate fwalk get_blocking "
         "get_exec_path get_inheritable get_terminal_size getcwd getcwdb getegid getenv getenvb "
         "geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid "
         "getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill "
         "killpg lchown linesep link listdir listxattr lockf login_tty lseek lstat major makedev "
         "makedirs memfd_create minor mkdir mkfifo mknod name nice open openpty pardir path "
         "pathconf pathconf_names pathsep pidfd_open pipe pipe2 popen posix_fadvise "
         "posix_fallocate posix_spawn posix_spawnp pread preadv putenv pwrite pwritev read "
         "readlink readv register_at_fork remove removedirs removexattr rename renames replace "
         "rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity "
         "sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity "
         "sched_setparam sched_setscheduler sched_yield sendfile sep set_blocking set_inheritable "
         "setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid "
         "setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve "
         "spawnvp spawnvpe splice st stat stat_result statvfs statvfs_result strerror "
         "supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd "
         "supports_follow_symlinks symlink sync sys sysconf sysconf_names system tcgetpgrp "
         "tcsetpgrp terminal_size times times_result truncate ttyname umask uname uname_result "
         "unlink unsetenv urandom utime wait wait3 wait4 waitid waitid_result waitpid "
         "waitstatus_to_exitcode walk write writev "},
        {"os.path", "/usr/lib/python3.11/posixpath.py",
         "abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists "
         "expanduser expandvars extsep genericpath getatime getctime getmtime getsize isabs isdir "
         "isfile islink ismount join lexists normcase normpath os pardir pathsep realpath relpath "
         "samefile sameopenfile samestat sep split splitdrive splitext stat "
         "supports_unicode_filenames sys "},
        {"pathlib", "/usr/lib/python3.11/pathlib.py",
         "EBADF ELOOP ENOENT ENOTDIR Path PosixPath PurePath PurePosixPath PureWindowsPath S_ISBLK "
         "S_ISCHR S_ISDIR S_ISFIFO S_ISLNK S_ISREG S_ISSOCK Sequence WindowsPath attrgetter "
         "fnmatch functools io os posixpath re sys urlquote_from_bytes warnings "},
        {"pickle", "/usr/lib/python3.11/pickle.py",
         "ADDITEMS APPEND APPENDS BINBYTES BINBYTES8 BINFLOAT BINGET BININT BININT1 BININT2 "
         "BINPERSID BINPUT BINSTRING BINUNICODE BINUNICODE8 BUILD BYTEARRAY8 DEFAULT_PROTOCOL DICT "
         "DUP EMPTY_DICT EMPTY_LIST EMPTY_SET EMPTY_TUPLE EXT1 EXT2 EXT4 FALSE FLOAT FRAME "
         "FROZENSET FunctionType GET GLOBAL HIGHEST_PROTOCOL INST INT LIST LONG LONG1 LONG4 "
         "LONG_BINGET LONG_BINPUT MARK MEMOIZE NEWFALSE NEWOBJ NEWOBJ_EX NEWTRUE NEXT_BUFFER NONE "
         "OBJ PERSID POP POP_MARK PROTO PUT PickleBuffer PickleError Pickler PicklingError "
         "PyStringMap READONLY_BUFFER REDUCE SETITEM SETITEMS SHORT_BINBYTES SHORT_BINSTRING "
         "SHORT_BINUNICODE STACK_GLOBAL STOP STRING TRUE TUPLE TUPLE1 TUPLE2 TUPLE3 UNICODE "
         "Unpickler UnpicklingError bytes_types codecs compatible_formats decode_long "
         "dispatch_table dump dumps encode_long format_version io islice load loads maxsize pack "
         "partial re sys unpack whichmodule "},
        {"platform", "/usr/lib/python3.11/platform.py",
         "architecture collections freedesktop_os_release functools itertools java_ver libc_ver "
         "mac_ver machine node os platform processor python_branch python_build python_compiler "
         "python_implementation python_revision python_version python_version_tuple re release sys "
         "system system_alias uname uname_result version win32_edition win32_is_iot win32_ver "},
        {"pprint", "/usr/lib/python3.11/pprint.py",
         "PrettyPrinter isreadable isrecursive pformat pp pprint re saferepr "},
        {"queue", "/usr/lib/python3.11/queue.py",
         "Empty Full LifoQueue PriorityQueue Queue SimpleQueue deque heappop heappush threading "
         "time types "},
        {"random", "/usr/lib/python3.11/random.py",
         "BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI betavariate "
         "choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate "
         "normalvariate paretovariate randbytes randint random randrange sample seed setstate "
         "shuffle triangular uniform vonmisesvariate weibullvariate "},
        {"re", "/usr/lib/python3.11/re/__init__.py",
         "A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S "
         "Scanner T TEMPLATE U UNICODE VERBOSE X compile copyreg enum error escape findall "
         "finditer fullmatch functools match purge search split sub subn template "},
        {"reprlib", "/usr/lib/python3.11/reprlib.py",
         "Repr aRepr builtins get_ident islice recursive_repr repr "},
        {"sched", "/usr/lib/python3.11/sched.py",
         "Event count heapq namedtuple scheduler threading time "},
        {"secrets", "/usr/lib/python3.11/secrets.py",
         "DEFAULT_ENTROPY SystemRandom base64 binascii choice compare_digest randbelow randbits "
         "token_bytes token_hex token_urlsafe "},
        {"select", "",
         "EPOLLERR EPOLLET EPOLLEXCLUSIVE EPOLLHUP EPOLLIN EPOLLMSG EPOLLONESHOT EPOLLOUT EPOLLPRI "
         "EPOLLRDBAND EPOLLRDHUP EPOLLRDNORM EPOLLWRBAND EPOLLWRNORM EPOLL_CLOEXEC PIPE_BUF "
         "POLLERR POLLHUP POLLIN POLLMSG POLLNVAL POLLOUT POLLPRI POLLRDBAND POLLRDHUP POLLRDNORM "
         "POLLWRBAND POLLWRNORM epoll error poll select "},
        {"shlex", "/usr/lib/python3.11/shlex.py",
         "StringIO deque join os quote re shlex split sys "},
        {"shutil", "/usr/lib/python3.11/shutil.py",
         "COPY_BUFSIZE Error ExecError ReadError RegistryError SameFileError SpecialFileError "
         "chown collections copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage "
         "errno fnmatch get_archive_formats get_terminal_size get_unpack_formats ignore_patterns "
         "make_archive move nt os posix register_archive_format register_unpack_format rmtree stat "
         "sys unpack_archive unregister_archive_format unregister_unpack_format which "},
        {"signal", "/usr/lib/python3.11/signal.py",
         "Handlers ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL ItimerError NSIG SIGABRT SIGALRM SIGBUS "
         "SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL "
         "SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM "
         "SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU "
         "SIGXFSZ SIG_BLOCK SIG_DFL SIG_IGN SIG_SETMASK SIG_UNBLOCK Sigmasks Signals alarm "
         "default_int_handler getitimer getsignal pause pidfd_send_signal pthread_kill "
         "pthread_sigmask raise_signal set_wakeup_fd setitimer siginterrupt signal sigpending "
         "sigtimedwait sigwait sigwaitinfo strsignal struct_siginfo valid_signals "},
        {"socket", "/usr/lib/python3.11/socket.py",
         "AF_ALG AF_APPLETALK AF_ASH AF_ATMPVC AF_ATMSVC AF_AX25 AF_BLUETOOTH AF_BRIDGE AF_CAN "
         "AF_DECnet AF_ECONET AF_INET AF_INET6 AF_IPX AF_IRDA AF_KEY AF_LLC AF_NETBEUI AF_NETLINK "
         "AF_NETROM AF_PACKET AF_PPPOX AF_QIPCRTR AF_RDS AF_ROSE AF_ROUTE AF_SECURITY AF_SNA "
         "AF_TIPC AF_UNIX AF_UNSPEC AF_VSOCK AF_WANPIPE AF_X25 AI_ADDRCONFIG AI_ALL AI_CANONNAME "
         "AI_NUMERICHOST AI_NUMERICSERV AI_PASSIVE AI_V4MAPPED ALG_OP_DECRYPT ALG_OP_ENCRYPT "
         "ALG_OP_SIGN ALG_OP_VERIFY ALG_SET_AEAD_ASSOCLEN ALG_SET_AEAD_AUTHSIZE ALG_SET_IV "
         "ALG_SET_KEY ALG_SET_OP ALG_SET_PUBKEY AddressFamily AddressInfo BDADDR_ANY BDADDR_LOCAL "
         "BTPROTO_HCI BTPROTO_L2CAP BTPROTO_RFCOMM BTPROTO_SCO CAN_BCM CAN_BCM_CAN_FD_FRAME "
         "CAN_BCM_RX_ANNOUNCE_RESUME CAN_BCM_RX_CHANGED CAN_BCM_RX_CHECK_DLC CAN_BCM_RX_DELETE "
         "CAN_BCM_RX_FILTER_ID CAN_BCM_RX_NO_AUTOTIMER CAN_BCM_RX_READ CAN_BCM_RX_RTR_FRAME "
         "CAN_BCM_RX_SETUP CAN_BCM_RX_STATUS CAN_BCM_RX_TIMEOUT CAN_BCM_SETTIMER "
         "CAN_BCM_STARTTIMER CAN_BCM_TX_ANNOUNCE CAN_BCM_TX_COUNTEVT CAN_BCM_TX_CP_CAN_ID "
         "CAN_BCM_TX_DELETE CAN_BCM_TX_EXPIRED CAN_BCM_TX_READ CAN_BCM_TX_RESET_MULTI_IDX "
         "CAN_BCM_TX_SEND CAN_BCM_TX_SETUP CAN_BCM_TX_STATUS CAN_EFF_FLAG CAN_EFF_MASK "
         "CAN_ERR_FLAG CAN_ERR_MASK CAN_ISOTP CAN_J1939 CAN_RAW CAN_RAW_FD_FRAMES CAN_RAW_FILTER "
         "CAN_RAW_JOIN_FILTERS CAN_RAW_LOOPBACK CAN_RAW_RECV_OWN_MSGS CAN_RTR_FLAG CAN_SFF_MASK "
         "CAPI CMSG_LEN CMSG_SPACE EAGAIN EAI_ADDRFAMILY EAI_AGAIN EAI_BADFLAGS EAI_FAIL "
         "EAI_FAMILY EAI_MEMORY EAI_NODATA EAI_NONAME EAI_OVERFLOW EAI_SERVICE EAI_SOCKTYPE "
         "EAI_SYSTEM EBADF EWOULDBLOCK HCI_DATA_DIR HCI_FILTER HCI_TIME_STAMP "
         "INADDR_ALLHOSTS_GROUP INADDR_ANY INADDR_BROADCAST INADDR_LOOPBACK INADDR_MAX_LOCAL_GROUP "
         "INADDR_NONE INADDR_UNSPEC_GROUP IOCTL_VM_SOCKETS_GET_LOCAL_CID IPPORT_RESERVED "
         "IPPORT_USERRESERVED IPPROTO_AH IPPROTO_DSTOPTS IPPROTO_EGP IPPROTO_ESP IPPROTO_FRAGMENT "
         "IPPROTO_GRE IPPROTO_HOPOPTS IPPROTO_ICMP IPPROTO_ICMPV6 IPPROTO_IDP IPPROTO_IGMP "
         "IPPROTO_IP IPPROTO_IPIP IPPROTO_IPV6 IPPROTO_MPTCP IPPROTO_NONE IPPROTO_PIM IPPROTO_PUP "
         "IPPROTO_RAW IPPROTO_ROUTING IPPROTO_RSVP IPPROTO_SCTP IPPROTO_TCP IPPROTO_TP IPPROTO_UDP "
         "IPPROTO_UDPLITE IPV6_CHECKSUM IPV6_DONTFRAG IPV6_DSTOPTS IPV6_HOPLIMIT IPV6_HOPOPTS "
         "IPV6_JOIN_GROUP IPV6_LEAVE_GROUP IPV6_MULTICAST_HOPS IPV6_MULTICAST_IF "
         "IPV6_MULTICAST_LOOP IPV6_NEXTHOP IPV6_PATHMTU IPV6_PKTINFO IPV6_RECVDSTOPTS "
         "IPV6_RECVHOPLIMIT IPV6_RECVHOPOPTS IPV6_RECVPATHMTU IPV6_RECVPKTINFO IPV6_RECVRTHDR "
         "IPV6_RECVTCLASS IPV6_RTHDR IPV6_RTHDRDSTOPTS IPV6_RTHDR_TYPE_0 IPV6_TCLASS "
         "IPV6_UNICAST_HOPS IPV6_V6ONLY IP_ADD_MEMBERSHIP IP_BIND_ADDRESS_NO_PORT "
         "IP_DEFAULT_MULTICAST_LOOP IP_DEFAULT_MULTICAST_TTL IP_DROP_MEMBERSHIP IP_HDRINCL "
         "IP_MAX_MEMBERSHIPS IP_MULTICAST_IF IP_MULTICAST_LOOP IP_MULTICAST_TTL IP_OPTIONS "
         "IP_RECVOPTS IP_RECVRETOPTS IP_RECVTOS IP_RETOPTS IP_TOS IP_TRANSPARENT IP_TTL IntEnum "
         "IntFlag J1939_EE_INFO_NONE J1939_EE_INFO_TX_ABORT J1939_FILTER_MAX J1939_IDLE_ADDR "
         "J1939_MAX_UNICAST_ADDR J1939_NLA_BYTES_ACKED J1939_NLA_PAD J1939_NO_ADDR J1939_NO_NAME "
         "J1939_NO_PGN J1939_PGN_ADDRESS_CLAIMED J1939_PGN_ADDRESS_COMMANDED J1939_PGN_MAX "
         "J1939_PGN_PDU1_MAX J1939_PGN_REQUEST MSG_CMSG_CLOEXEC MSG_CONFIRM MSG_CTRUNC "
         "MSG_DONTROUTE MSG_DONTWAIT MSG_EOR MSG_ERRQUEUE MSG_FASTOPEN MSG_MORE MSG_NOSIGNAL "
         "MSG_OOB MSG_PEEK MSG_TRUNC MSG_WAITALL MsgFlag NETLINK_CRYPTO NETLINK_DNRTMSG "
         "NETLINK_FIREWALL NETLINK_IP6_FW NETLINK_NFLOG NETLINK_ROUTE NETLINK_USERSOCK "
         "NETLINK_XFRM NI_DGRAM NI_MAXHOST NI_MAXSERV NI_NAMEREQD NI_NOFQDN NI_NUMERICHOST "
         "NI_NUMERICSERV PACKET_BROADCAST PACKET_FASTROUTE PACKET_HOST PACKET_LOOPBACK "
         "PACKET_MULTICAST PACKET_OTHERHOST PACKET_OUTGOING PF_CAN PF_PACKET PF_RDS "
         "SCM_CREDENTIALS SCM_J1939_DEST_ADDR SCM_J1939_DEST_NAME SCM_J1939_ERRQUEUE "
         "SCM_J1939_PRIO SCM_RIGHTS SHUT_RD SHUT_RDWR SHUT_WR SOCK_CLOEXEC SOCK_DGRAM "
         "SOCK_NONBLOCK SOCK_RAW SOCK_RDM SOCK_SEQPACKET SOCK_STREAM SOL_ALG SOL_CAN_BASE "
         "SOL_CAN_RAW SOL_HCI SOL_IP SOL_RDS SOL_SOCKET SOL_TCP SOL_TIPC SOL_UDP SOMAXCONN "
         "SO_ACCEPTCONN SO_BINDTODEVICE SO_BROADCAST SO_DEBUG SO_DOMAIN SO_DONTROUTE SO_ERROR "
         "SO_INCOMING_CPU SO_J1939_ERRQUEUE SO_J1939_FILTER SO_J1939_PROMISC SO_J1939_SEND_PRIO "
         "SO_KEEPALIVE SO_LINGER SO_MARK SO_OOBINLINE SO_PASSCRED SO_PASSSEC SO_PEERCRED "
         "SO_PEERSEC SO_PRIORITY SO_PROTOCOL SO_RCVBUF SO_RCVLOWAT SO_RCVTIMEO SO_REUSEADDR "
         "SO_REUSEPORT SO_SNDBUF SO_SNDLOWAT SO_SNDTIMEO SO_TYPE SO_VM_SOCKETS_BUFFER_MAX_SIZE "
         "SO_VM_SOCKETS_BUFFER_MIN_SIZE SO_VM_SOCKETS_BUFFER_SIZE SocketIO SocketKind SocketType "
         "TCP_CONGESTION TCP_CORK TCP_DEFER_ACCEPT TCP_FASTOPEN TCP_INFO TCP_KEEPCNT TCP_KEEPIDLE "
         "TCP_KEEPINTVL TCP_LINGER2 TCP_MAXSEG TCP_NODELAY TCP_NOTSENT_LOWAT TCP_QUICKACK "
         "TCP_SYNCNT TCP_USER_TIMEOUT TCP_WINDOW_CLAMP TIPC_ADDR_ID TIPC_ADDR_NAME "
         "TIPC_ADDR_NAMESEQ TIPC_CFG_SRV TIPC_CLUSTER_SCOPE TIPC_CONN_TIMEOUT "
         "TIPC_CRITICAL_IMPORTANCE TIPC_DEST_DROPPABLE TIPC_HIGH_IMPORTANCE TIPC_IMPORTANCE "
         "TIPC_LOW_IMPORTANCE TIPC_MEDIUM_IMPORTANCE TIPC_NODE_SCOPE TIPC_PUBLISHED "
         "TIPC_SRC_DROPPABLE TIPC_SUBSCR_TIMEOUT TIPC_SUB_CANCEL TIPC_SUB_PORTS TIPC_SUB_SERVICE "
         "TIPC_TOP_SRV TIPC_WAIT_FOREVER TIPC_WITHDRAWN TIPC_ZONE_SCOPE UDPLITE_RECV_CSCOV "
         "UDPLITE_SEND_CSCOV VMADDR_CID_ANY VMADDR_CID_HOST VMADDR_PORT_ANY "
         "VM_SOCKETS_INVALID_VERSION array close create_connection create_server dup errno error "
         "fromfd gaierror getaddrinfo getdefaulttimeout getfqdn gethostbyaddr gethostbyname "
         "gethostbyname_ex gethostname getnameinfo getprotobyname getservbyname getservbyport "
         "has_dualstack_ipv6 has_ipv6 herror htonl htons if_indextoname if_nameindex "
         "if_nametoindex inet_aton inet_ntoa inet_ntop inet_pton io ntohl ntohs os recv_fds "
         "selectors send_fds setdefaulttimeout sethostname socket socketpair sys timeout "},
        {"sqlite3", "/usr/lib/python3.11/sqlite3/__init__.py",
         "Binary Blob Connection Cursor DataError DatabaseError Date DateFromTicks Error "
         "IntegrityError InterfaceError InternalError NotSupportedError OperationalError "
         "PARSE_COLNAMES PARSE_DECLTYPES PrepareProtocol ProgrammingError Row SQLITE_ABORT "
         "SQLITE_ABORT_ROLLBACK SQLITE_ALTER_TABLE SQLITE_ANALYZE SQLITE_ATTACH SQLITE_AUTH "
         "SQLITE_AUTH_USER SQLITE_BUSY SQLITE_BUSY_RECOVERY SQLITE_BUSY_SNAPSHOT "
         "SQLITE_BUSY_TIMEOUT SQLITE_CANTOPEN SQLITE_CANTOPEN_CONVPATH SQLITE_CANTOPEN_DIRTYWAL "
         "SQLITE_CANTOPEN_FULLPATH SQLITE_CANTOPEN_ISDIR SQLITE_CANTOPEN_NOTEMPDIR "
         "SQLITE_CANTOPEN_SYMLINK SQLITE_CONSTRAINT SQLITE_CONSTRAINT_CHECK "
         "SQLITE_CONSTRAINT_COMMITHOOK SQLITE_CONSTRAINT_FOREIGNKEY SQLITE_CONSTRAINT_FUNCTION "
         "SQLITE_CONSTRAINT_NOTNULL SQLITE_CONSTRAINT_PINNED SQLITE_CONSTRAINT_PRIMARYKEY "
         "SQLITE_CONSTRAINT_ROWID SQLITE_CONSTRAINT_TRIGGER SQLITE_CONSTRAINT_UNIQUE "
         "SQLITE_CONSTRAINT_VTAB SQLITE_CORRUPT SQLITE_CORRUPT_INDEX SQLITE_CORRUPT_SEQUENCE "
         "SQLITE_CORRUPT_VTAB SQLITE_CREATE_INDEX SQLITE_CREATE_TABLE SQLITE_CREATE_TEMP_INDEX "
         "SQLITE_CREATE_TEMP_TABLE SQLITE_CREATE_TEMP_TRIGGER SQLITE_CREATE_TEMP_VIEW "
         "SQLITE_CREATE_TRIGGER SQLITE_CREATE_VIEW SQLITE_CREATE_VTABLE SQLITE_DELETE SQLITE_DENY "
         "SQLITE_DETACH SQLITE_DONE SQLITE_DROP_INDEX SQLITE_DROP_TABLE SQLITE_DROP_TEMP_INDEX "
         "SQLITE_DROP_TEMP_TABLE SQLITE_DROP_TEMP_TRIGGER SQLITE_DROP_TEMP_VIEW "
         "SQLITE_DROP_TRIGGER SQLITE_DROP_VIEW SQLITE_DROP_VTABLE SQLITE_EMPTY SQLITE_ERROR "
         "SQLITE_ERROR_MISSING_COLLSEQ SQLITE_ERROR_RETRY SQLITE_ERROR_SNAPSHOT SQLITE_FORMAT "
         "SQLITE_FULL SQLITE_FUNCTION SQLITE_IGNORE SQLITE_INSERT SQLITE_INTERNAL SQLITE_INTERRUPT "
         "SQLITE_IOERR SQLITE_IOERR_ACCESS SQLITE_IOERR_AUTH SQLITE_IOERR_BEGIN_ATOMIC "
         "SQLITE_IOERR_BLOCKED SQLITE_IOERR_CHECKRESERVEDLOCK SQLITE_IOERR_CLOSE "
         "SQLITE_IOERR_COMMIT_ATOMIC SQLITE_IOERR_CONVPATH SQLITE_IOERR_CORRUPTFS "
         "SQLITE_IOERR_DATA SQLITE_IOERR_DELETE SQLITE_IOERR_DELETE_NOENT SQLITE_IOERR_DIR_CLOSE "
         "SQLITE_IOERR_DIR_FSYNC SQLITE_IOERR_FSTAT SQLITE_IOERR_FSYNC SQLITE_IOERR_GETTEMPPATH "
         "SQLITE_IOERR_LOCK SQLITE_IOERR_MMAP SQLITE_IOERR_NOMEM SQLITE_IOERR_RDLOCK "
         "SQLITE_IOERR_READ SQLITE_IOERR_ROLLBACK_ATOMIC SQLITE_IOERR_SEEK SQLITE_IOERR_SHMLOCK "
         "SQLITE_IOERR_SHMMAP SQLITE_IOERR_SHMOPEN SQLITE_IOERR_SHMSIZE SQLITE_IOERR_SHORT_READ "
         "SQLITE_IOERR_TRUNCATE SQLITE_IOERR_UNLOCK SQLITE_IOERR_VNODE SQLITE_IOERR_WRITE "
         "SQLITE_LIMIT_ATTACHED SQLITE_LIMIT_COLUMN SQLITE_LIMIT_COMPOUND_SELECT "
         "SQLITE_LIMIT_EXPR_DEPTH SQLITE_LIMIT_FUNCTION_ARG SQLITE_LIMIT_LENGTH "
         "SQLITE_LIMIT_LIKE_PATTERN_LENGTH SQLITE_LIMIT_SQL_LENGTH SQLITE_LIMIT_TRIGGER_DEPTH "
         "SQLITE_LIMIT_VARIABLE_NUMBER SQLITE_LIMIT_VDBE_OP SQLITE_LIMIT_WORKER_THREADS "
         "SQLITE_LOCKED SQLITE_LOCKED_SHAREDCACHE SQLITE_LOCKED_VTAB SQLITE_MISMATCH SQLITE_MISUSE "
         "SQLITE_NOLFS SQLITE_NOMEM SQLITE_NOTADB SQLITE_NOTFOUND SQLITE_NOTICE "
         "SQLITE_NOTICE_RECOVER_ROLLBACK SQLITE_NOTICE_RECOVER_WAL SQLITE_OK "
         "SQLITE_OK_LOAD_PERMANENTLY SQLITE_OK_SYMLINK SQLITE_PERM SQLITE_PRAGMA SQLITE_PROTOCOL "
         "SQLITE_RANGE SQLITE_READ SQLITE_READONLY SQLITE_READONLY_CANTINIT "
         "SQLITE_READONLY_CANTLOCK SQLITE_READONLY_DBMOVED SQLITE_READONLY_DIRECTORY "
         "SQLITE_READONLY_RECOVERY SQLITE_READONLY_ROLLBACK SQLITE_RECURSIVE SQLITE_REINDEX "
         "SQLITE_ROW SQLITE_SAVEPOINT SQLITE_SCHEMA SQLITE_SELECT SQLITE_TOOBIG SQLITE_TRANSACTION "
         "SQLITE_UPDATE SQLITE_WARNING SQLITE_WARNING_AUTOINDEX Time TimeFromTicks Timestamp "
         "TimestampFromTicks Warning adapt adapters apilevel collections complete_statement "
         "connect converters datetime dbapi2 enable_callback_tracebacks enable_shared_cache "
         "paramstyle register_adapter register_converter sqlite_version sqlite_version_info "
         "threadsafety time version version_info "},
        {"stat", "/usr/lib/python3.11/stat.py",
         "FILE_ATTRIBUTE_ARCHIVE FILE_ATTRIBUTE_COMPRESSED FILE_ATTRIBUTE_DEVICE "
         "FILE_ATTRIBUTE_DIRECTORY FILE_ATTRIBUTE_ENCRYPTED FILE_ATTRIBUTE_HIDDEN "
         "FILE_ATTRIBUTE_INTEGRITY_STREAM FILE_ATTRIBUTE_NORMAL FILE_ATTRIBUTE_NOT_CONTENT_INDEXED "
         "FILE_ATTRIBUTE_NO_SCRUB_DATA FILE_ATTRIBUTE_OFFLINE FILE_ATTRIBUTE_READONLY "
         "FILE_ATTRIBUTE_REPARSE_POINT FILE_ATTRIBUTE_SPARSE_FILE FILE_ATTRIBUTE_SYSTEM "
         "FILE_ATTRIBUTE_TEMPORARY FILE_ATTRIBUTE_VIRTUAL SF_APPEND SF_ARCHIVED SF_IMMUTABLE "
         "SF_NOUNLINK SF_SNAPSHOT ST_ATIME ST_CTIME ST_DEV ST_GID ST_INO ST_MODE ST_MTIME ST_NLINK "
         "ST_SIZE ST_UID S_ENFMT S_IEXEC S_IFBLK S_IFCHR S_IFDIR S_IFDOOR S_IFIFO S_IFLNK S_IFMT "
         "S_IFPORT S_IFREG S_IFSOCK S_IFWHT S_IMODE S_IREAD S_IRGRP S_IROTH S_IRUSR S_IRWXG "
         "S_IRWXO S_IRWXU S_ISBLK S_ISCHR S_ISDIR S_ISDOOR S_ISFIFO S_ISGID S_ISLNK S_ISPORT "
         "S_ISREG S_ISSOCK S_ISUID S_ISVTX S_ISWHT S_IWGRP S_IWOTH S_IWRITE S_IWUSR S_IXGRP "
         "S_IXOTH S_IXUSR UF_APPEND UF_COMPRESSED UF_HIDDEN UF_IMMUTABLE UF_NODUMP UF_NOUNLINK "
         "UF_OPAQUE filemode "},
        {"statistics", "/usr/lib/python3.11/statistics.py",
         "Counter Decimal Fraction LinearRegression NormalDist StatisticsError bisect_left "
         "bisect_right correlation covariance defaultdict erf exp fabs fmean fsum geometric_mean "
         "groupby harmonic_mean hypot linear_regression log math mean median median_grouped "
         "median_high median_low mode mul multimode namedtuple numbers pstdev pvariance quantiles "
         "random reduce repeat sqrt stdev sys tau variance "},
        {"string", "/usr/lib/python3.11/string.py",
         "Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits "
         "hexdigits octdigits printable punctuation whitespace "},
        {"struct", "/usr/lib/python3.11/struct.py",
         "Struct calcsize error iter_unpack pack pack_into unpack unpack_from "},
        {"subprocess", "/usr/lib/python3.11/subprocess.py",
         "CalledProcessError CompletedProcess DEVNULL PIPE Popen STDOUT SubprocessError "
         "TimeoutExpired builtins call check_call check_output contextlib errno fcntl getoutput "
         "getstatusoutput io list2cmdline locale os run select selectors signal sys threading time "
         "types warnings "},
        {"sys", "",
         "abiflags addaudithook api_version argv audit base_exec_prefix base_prefix breakpointhook "
         "builtin_module_names byteorder call_tracing copyright displayhook dont_write_bytecode "
         "exc_info excepthook exception exec_prefix executable exit flags float_info "
         "float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth "
         "get_int_max_str_digits getallocatedblocks getdefaultencoding getdlopenflags "
         "getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount "
         "getsizeof getswitchinterval gettrace hash_info hexversion implementation int_info intern "
         "is_finalizing maxsize maxunicode meta_path modules orig_argv path path_hooks "
         "path_importer_cache platform platlibdir prefix pycache_prefix set_asyncgen_hooks "
         "set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile "
         "setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names stdout "
         "thread_info unraisablehook version version_info warnoptions "},
        {"tempfile", "/usr/lib/python3.11/tempfile.py",
         "NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile "
         "gettempdir gettempdirb gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir "
         "template "},
        {"textwrap", "/usr/lib/python3.11/textwrap.py",
         "TextWrapper dedent fill indent re shorten wrap "},
        {"threading", "/usr/lib/python3.11/threading.py",
         "Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock "
         "Semaphore TIMEOUT_MAX Thread ThreadError Timer WeakSet activeCount active_count "
         "currentThread current_thread enumerate excepthook functools get_ident get_native_id "
         "getprofile gettrace local main_thread setprofile settrace stack_size "},
        {"time", "",
         "CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID "
         "CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres "
         "clock_gettime clock_gettime_ns clock_settime clock_settime_ns ctime daylight "
         "get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter "
         "perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime "
         "strptime struct_time thread_time thread_time_ns time time_ns timezone tzname tzset "},
        {"timeit", "/usr/lib/python3.11/timeit.py",
         "Timer default_number default_repeat default_timer dummy_src_name gc itertools main "
         "reindent repeat sys template time timeit "},
        {"token", "/usr/lib/python3.11/token.py",
         "AMPER AMPEREQUAL ASYNC AT ATEQUAL AWAIT CIRCUMFLEX CIRCUMFLEXEQUAL COLON COLONEQUAL "
         "COMMA COMMENT DEDENT DOT DOUBLESLASH DOUBLESLASHEQUAL DOUBLESTAR DOUBLESTAREQUAL "
         "ELLIPSIS ENCODING ENDMARKER EQEQUAL EQUAL ERRORTOKEN EXACT_TOKEN_TYPES GREATER "
         "GREATEREQUAL INDENT ISEOF ISNONTERMINAL ISTERMINAL LBRACE LEFTSHIFT LEFTSHIFTEQUAL LESS "
         "LESSEQUAL LPAR LSQB MINEQUAL MINUS NAME NEWLINE NL NOTEQUAL NT_OFFSET NUMBER N_TOKENS OP "
         "PERCENT PERCENTEQUAL PLUS PLUSEQUAL RARROW RBRACE RIGHTSHIFT RIGHTSHIFTEQUAL RPAR RSQB "
         "SEMI SLASH SLASHEQUAL SOFT_KEYWORD STAR STAREQUAL STRING TILDE TYPE_COMMENT TYPE_IGNORE "
         "VBAR VBAREQUAL tok_name "},
        {"tokenize", "/usr/lib/python3.11/tokenize.py",
         "AMPER AMPEREQUAL ASYNC AT ATEQUAL AWAIT BOM_UTF8 Binnumber CIRCUMFLEX CIRCUMFLEXEQUAL "
         "COLON COLONEQUAL COMMA COMMENT Comment ContStr DEDENT DOT DOUBLESLASH DOUBLESLASHEQUAL "
         "DOUBLESTAR DOUBLESTAREQUAL Decnumber Double Double3 ELLIPSIS ENCODING ENDMARKER EQEQUAL "
         "EQUAL ERRORTOKEN EXACT_TOKEN_TYPES Expfloat Exponent Floatnumber Funny GREATER "
         "GREATEREQUAL Hexnumber INDENT ISEOF ISNONTERMINAL ISTERMINAL Ignore Imagnumber Intnumber "
         "LBRACE LEFTSHIFT LEFTSHIFTEQUAL LESS LESSEQUAL LPAR LSQB MINEQUAL MINUS NAME NEWLINE NL "
         "NOTEQUAL NT_OFFSET NUMBER N_TOKENS Name Number OP Octnumber PERCENT PERCENTEQUAL PLUS "
         "PLUSEQUAL PlainToken Pointfloat PseudoExtras PseudoToken RARROW RBRACE RIGHTSHIFT "
         "RIGHTSHIFTEQUAL RPAR RSQB SEMI SLASH SLASHEQUAL SOFT_KEYWORD STAR STAREQUAL STRING "
         "Single Single3 Special StopTokenizing String StringPrefix TILDE TYPE_COMMENT TYPE_IGNORE "
         "TextIOWrapper Token TokenError TokenInfo Triple Untokenizer VBAR VBAREQUAL Whitespace "
         "any blank_re collections cookie_re detect_encoding endpats functools generate_tokens "
         "group lookup main maybe open re single_quoted sys tabsize tok_name tokenize "
         "triple_quoted untokenize "},
        {"traceback", "/usr/lib/python3.11/traceback.py",
         "FrameSummary StackSummary TracebackException clear_frames collections extract_stack "
         "extract_tb format_exc format_exception format_exception_only format_list format_stack "
         "format_tb itertools linecache print_exc print_exception print_last print_list "
         "print_stack print_tb suppress sys textwrap walk_stack walk_tb "},
        {"tracemalloc", "/usr/lib/python3.11/tracemalloc.py",
         "BaseFilter DomainFilter Filter Frame Iterable Sequence Snapshot Statistic StatisticDiff "
         "Trace Traceback clear_traces fnmatch get_object_traceback get_traceback_limit "
         "get_traced_memory get_tracemalloc_memory is_tracing linecache os pickle reset_peak start "
         "stop take_snapshot total_ordering "},
        {"types", "/usr/lib/python3.11/types.py",
         "AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CellType "
         "ClassMethodDescriptorType CodeType CoroutineType DynamicClassAttribute EllipsisType "
         "FrameType FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType "
         "MappingProxyType MemberDescriptorType MethodDescriptorType MethodType MethodWrapperType "
         "ModuleType NoneType NotImplementedType SimpleNamespace TracebackType UnionType "
         "WrapperDescriptorType coroutine new_class prepare_class resolve_bases "},
        {"typing", "/usr/lib/python3.11/typing.py",
         "ABCMeta AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator "
         "AsyncIterable AsyncIterator Awaitable BinaryIO ByteString CT_co Callable ChainMap "
         "ClassVar Collection Concatenate Container ContextManager Coroutine Counter DefaultDict "
         "Deque Dict EXCLUDED_ATTRIBUTES Final ForwardRef FrozenSet Generator Generic GenericAlias "
         "Hashable IO ItemsView Iterable Iterator KT KeysView List Literal LiteralString Mapping "
         "MappingView Match MethodDescriptorType MethodWrapperType MutableMapping MutableSequence "
         "MutableSet NamedTuple NamedTupleMeta Never NewType NoReturn NotRequired Optional "
         "OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol Required Reversible "
         "Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat "
         "SupportsIndex SupportsInt SupportsRound T TYPE_CHECKING T_co T_contra Text TextIO Tuple "
         "Type TypeAlias TypeGuard TypeVar TypeVarTuple TypedDict Union Unpack VT VT_co V_co "
         "ValuesView WrapperDescriptorType abstractmethod assert_never assert_type cast "
         "clear_overloads collections contextlib dataclass_transform defaultdict final functools "
         "get_args get_origin get_overloads get_type_hints io is_typeddict no_type_check "
         "no_type_check_decorator operator overload re reveal_type runtime_checkable stdlib_re sys "
         "types warnings "},
        {"unicodedata", "",
         "UCD bidirectional category combining decimal decomposition digit east_asian_width "
         "is_normalized lookup mirrored name normalize numeric ucd_3_2_0 unidata_version "},
        {"unittest", "/usr/lib/python3.11/unittest/__init__.py",
         "BaseTestSuite FunctionTestCase IsolatedAsyncioTestCase SkipTest TestCase TestLoader "
         "TestProgram TestResult TestSuite TextTestResult TextTestRunner addModuleCleanup case "
         "defaultTestLoader doModuleCleanups enterModuleContext expectedFailure findTestCases "
         "getTestCaseNames installHandler load_tests loader main makeSuite registerResult "
         "removeHandler removeResult result runner signals skip skipIf skipUnless suite util "},
        {"urllib", "/usr/lib/python3.11/urllib/__init__.py",
         "parse "},
        {"uuid", "/usr/lib/python3.11/uuid.py",
         "Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE "
         "RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ os platform "
         "sys uuid1 uuid3 uuid4 uuid5 "},
        {"warnings", "/usr/lib/python3.11/warnings.py",
         "WarningMessage catch_warnings defaultaction filters filterwarnings formatwarning "
         "onceregistry resetwarnings showwarning simplefilter sys warn warn_explicit "},
        {"weakref", "/usr/lib/python3.11/weakref.py",
         "CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceType WeakKeyDictionary "
         "WeakMethod WeakSet WeakValueDictionary finalize getweakrefcount getweakrefs itertools "
         "proxy ref sys "},
        {"zlib", "",
         "DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION "
         "Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY "
         "Z_FILTERED Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH "
         "Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES adler32 compress compressobj crc32 decompress "
         "decompressobj error "},
        {"zoneinfo", "/usr/lib/python3.11/zoneinfo/__init__.py",
         "InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones "
         "reset_tzpath "},
    };
    // clang-format on
    return kModules;
}

std::string_view standardLibrary() {
    // clang-format off
    return
        "__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs "
        "_codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections "
        "_collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses "
        "_curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib "
        "_frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale "
        "_lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator "
        "_osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydecimal _pyio "
        "_queue _random _scproxy _sha1 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket "
        "_sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread "
        "_threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref "
        "_weakrefset _winapi _zoneinfo abc aifc antigravity argparse array ast asynchat asyncio "
        "asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi "
        "cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent "
        "configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses "
        "datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno "
        "faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath "
        "getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib "
        "imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 "
        "linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder "
        "msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode "
        "operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform "
        "plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc "
        "pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy "
        "sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr "
        "socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics "
        "string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile "
        "telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize "
        "tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata "
        "unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref "
        "xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ";
    // clang-format on
}

}  // namespace coroscope::runtime
