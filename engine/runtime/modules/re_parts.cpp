// What re needs of the engine: programs that PCRE2 compiles and matches. The rest, Python's own
// syntax and its messages among it, is bundled Python.
#include <fmt/format.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <pcre2.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/bytes.h"

namespace coroscope::runtime {

namespace {

/// The work that one match may do is bounded by the run's limit on instructions alone. PCRE2 does
/// not tell how many steps it did, only that it met its bound: it gets a small one first, and four
/// times as much, paid for before, each time that it meets that. The same holds for Way.
constexpr std::uint32_t kFirstMatchLimit = 64;
constexpr std::uint32_t kUsualMatchLimit = 1024;
constexpr std::uint32_t kLastMatchLimit = UINT32_MAX;
/// In instructions.
constexpr std::int64_t kStepCost = 4;
/// Of the characters that are gone through within a step, in bytes.
constexpr std::uint64_t kBytesAnInstruction = 16;

/// What PCRE2 goes through without counting it: the repetitions of one item, however long, that it
/// need not come back to, and all steps but those from one place of the subject. The pattern's
/// callouts report it (bundled/_re_syntax.py).
struct Way {
    std::uint64_t bytes = 0;  ///< gone through
    std::uint64_t bound = 0;  ///< how many may be
    PCRE2_SIZE start = PCRE2_UNSET, last = 0;
    static constexpr std::uint64_t kReportBytes = 2 * kBytesAnInstruction;

    void reachedAt(PCRE2_SIZE place) {
        if (place > last) bytes += place - last;
        last = place;
        bytes += kReportBytes;
    }
};

/// How long the longest group is that can be compared.
PCRE2_SIZE longestGroup(const pcre2_callout_block& block) {
    PCRE2_SIZE longest = 0;
    for (std::uint32_t i = 1; i < block.capture_top; ++i) {
        const PCRE2_SIZE* group = block.offset_vector + std::size_t{2} * i;
        if (group[0] != PCRE2_UNSET) longest = std::max(longest, group[1] - group[0]);
    }
    return longest;
}

/// Called by PCRE2 on its way. It ends the match where that has gone too far.
int reportWay(pcre2_callout_block* block, void* data) {
    constexpr std::uint32_t kBegins = 1, kCame = 2, kCompares = 3;
    auto& way = *static_cast<Way*>(data);
    if (way.start != block->start_match) way.last = way.start = block->start_match;
    switch (block->callout_number) {
        case kBegins: way.last = block->current_position; break;
        case kCame: way.reachedAt(block->current_position); break;
        case kCompares: way.bytes += longestGroup(*block); break;
        default: {  // how many it needs, as text
            std::uint64_t least = 0;
            const auto* digits = reinterpret_cast<const char*>(block->callout_string);
            std::from_chars(digits, digits + block->callout_string_length, least);
            way.bytes += std::min(least, block->subject_length - block->current_position);
            way.last = block->current_position;
        }
    }
    return way.bytes > way.bound ? PCRE2_ERROR_MATCHLIMIT : 0;
}

constexpr std::pair<std::string_view, std::uint32_t> kFlags[] = {
    {"CASELESS", PCRE2_CASELESS}, {"MULTILINE", PCRE2_MULTILINE},
    {"DOTALL", PCRE2_DOTALL},     {"EXTENDED", PCRE2_EXTENDED},
    {"UCP", PCRE2_UCP},
};
constexpr std::uint32_t kAllFlags =
    PCRE2_CASELESS | PCRE2_MULTILINE | PCRE2_DOTALL | PCRE2_EXTENDED | PCRE2_UCP;

/// A Str is well-formed but for lone surrogates, which are characters here as they are in Python:
/// PCRE2 need not read the whole rest of a text before each match to make sure.
constexpr std::uint32_t kNoUtfCheck = PCRE2_NO_UTF_CHECK;

struct Program : Object {
    pcre2_code* code = nullptr;
    pcre2_match_data* found = nullptr;
    pcre2_match_context* limits = nullptr;
    std::uint32_t groups = 0;
    bool worked = false;  ///< the last match took more steps than is usual

    ~Program() {
        pcre2_match_data_free(found);
        pcre2_match_context_free(limits);
        pcre2_code_free(code);
    }
};

/// Before each piece of memory that PCRE2 has: how long it is.
constexpr std::size_t kPieceHeader = alignof(std::max_align_t);

/// Memory for PCRE2, within the limit of the heap: PCRE2_ERROR_NOMEMORY is what comes of a refusal.
void* allocatePiece(std::size_t bytes, void* context) {
    auto* heap = static_cast<Heap*>(context);
    if (heap->wouldExceed(bytes)) return nullptr;
    auto* piece = static_cast<char*>(std::malloc(kPieceHeader + bytes));
    if (!piece) return nullptr;
    std::memcpy(piece, &bytes, sizeof bytes);
    heap->exchangeExternal(0, kPieceHeader + bytes);
    return piece + kPieceHeader;
}

void freePiece(void* memory, void* context) {
    if (!memory) return;
    char* piece = static_cast<char*>(memory) - kPieceHeader;
    std::size_t bytes = 0;
    std::memcpy(&bytes, piece, sizeof bytes);
    static_cast<Heap*>(context)->exchangeExternal(kPieceHeader + bytes, 0);
    std::free(piece);
}

Raised stopForMemory(Vm& vm) {
    vm.stop(StopReason::Memory);
    return Raised{};
}

/// Modes of Program.match.
enum class Mode : std::uint8_t { Search, Match, FullMatch };

/// compile(program type, pattern, flags): a Program, or (message, offset) where it is not right.
Ref compileProgram(Vm& vm, const Arguments& a) {
    const bool isText = isStr(a[1]);
    if (!isText && !isBytesLike(vm, a[1]))
        return raise(vm, vm.exc.TypeError, "a pattern is text or bytes");
    const std::string_view pattern = isText ? viewOf(a[1]) : bytesView(a[1]);
    auto flags = static_cast<std::uint32_t>(CORO_TRY(asIndex(vm, a[2]))) & kAllFlags;
    if (isText) flags |= PCRE2_UTF | kNoUtfCheck;
    int error = 0;
    PCRE2_SIZE offset = 0;
    Ptr<Program> program = makeInstance<Program>(vm, a[0].as<Type>());
    pcre2_general_context* memory =
        pcre2_general_context_create(allocatePiece, freePiece, &vm.heap);
    if (!memory) return stopForMemory(vm);
    pcre2_compile_context* context = pcre2_compile_context_create(memory);
    program->limits = pcre2_match_context_create(memory);
    pcre2_general_context_free(memory);
    if (!context || !program->limits) {
        pcre2_compile_context_free(context);
        return stopForMemory(vm);
    }
    pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
    program->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                  flags, &error, &offset, context);
    pcre2_compile_context_free(context);
    if (error == PCRE2_ERROR_HEAP_FAILED) return stopForMemory(vm);
    if (!program->code) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(error, message, sizeof message);
        Ref text = newStr(vm, reinterpret_cast<const char*>(message));
        const Value both[] = {text, Value::ofInt(static_cast<std::int64_t>(offset))};
        return makeTuple(vm, both).toRef();
    }
    program->found = pcre2_match_data_create_from_pattern(program->code, nullptr);
    if (!program->found) return stopForMemory(vm);
    pcre2_set_heap_limit(program->limits, UINT32_MAX);  // allocatePiece has the say
    pcre2_set_depth_limit(program->limits, UINT32_MAX);
    pcre2_pattern_info(program->code, PCRE2_INFO_CAPTURECOUNT, &program->groups);
    return std::move(program).toRef();
}

/// How characters and bytes of a subject count against each other.
class Subject {
public:
    explicit Subject(Value value)
        : text_(isStr(value) ? value.as<Str>() : nullptr),
          bytes_(text_ ? text_->view() : bytesView(value)) {}

    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] std::int64_t length() const {
        return text_ ? text_->charLength : static_cast<std::int64_t>(bytes_.size());
    }
    [[nodiscard]] std::size_t byteAt(std::int64_t index) const {
        return isPlain() ? static_cast<std::size_t>(index)
                         : text_->byteOffset(static_cast<std::uint32_t>(index));
    }
    /// The index of the character at a byte, where `index` is that of the one at byte `known`.
    [[nodiscard]] std::int64_t indexAt(std::size_t byte, std::size_t known,
                                       std::int64_t index) const {
        if (isPlain()) return static_cast<std::int64_t>(byte);
        const auto begins = [](char unit) { return (unit & 0xC0) != 0x80; };
        const auto begin = bytes_.begin();
        const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
        if (byte >= known) return index + std::count_if(at(known), at(byte), begins);
        return index - std::count_if(at(byte), at(known), begins);
    }

private:
    [[nodiscard]] bool isPlain() const { return !text_ || text_->isAscii(); }
    Str* text_;
    std::string_view bytes_;
};

/// What pcre2_match returns, paid for by the steps that PCRE2 counts and by the way it went.
Outcome<int> matchWithin(Vm& vm, Program* program, std::string_view subject, std::size_t first,
                         std::uint32_t options) {
    for (std::uint32_t limit = kFirstMatchLimit;;) {
        pcre2_set_match_limit(program->limits, limit);
        Way way;
        way.bound = limit * kStepCost * kBytesAnInstruction;
        pcre2_set_callout(program->limits, reportWay, &way);
        const int count =
            pcre2_match(program->code, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(),
                        first, options, program->found, program->limits);
        program->worked = limit > kUsualMatchLimit;
        if (limit == kFirstMatchLimit)
            takeEffort(vm, static_cast<std::int64_t>(way.bytes / kBytesAnInstruction));
        if (count == PCRE2_ERROR_NOMEMORY) return stopForMemory(vm);
        if (count != PCRE2_ERROR_MATCHLIMIT || limit == kLastMatchLimit) return count;
        limit = limit > kLastMatchLimit / 4 ? kLastMatchLimit : limit * 4;
        if (!spendEffort(vm, limit * kStepCost)) return Raised{};
    }
}

/// A match data keeps the memory of its longest match: of one that took much, it goes.
void letGoOfMemory(Program* program) {
    if (!program->worked) return;
    if (auto* fresh = pcre2_match_data_create_from_pattern(program->code, nullptr)) {
        pcre2_match_data_free(program->found);
        program->found = fresh;
    }
}

/// match(subject, start, end, mode, not_empty): None, or where the whole and each group begin and
/// end, -1 for groups that took no part.
Ref programMatch(Vm& vm, const Arguments& a) {
    auto* program = a[0].as<Program>();
    if (!isStr(a[1]) && !isBytesLike(vm, a[1]))
        return raise(vm, vm.exc.TypeError, "a subject is text or bytes");
    const Subject subject(a[1]);
    const std::int64_t end =
        std::clamp<std::int64_t>(CORO_TRY(asIndex(vm, a[3])), 0, subject.length());
    const std::int64_t start =
        std::clamp<std::int64_t>(CORO_TRY(asIndex(vm, a[2])), 0, subject.length());
    if (start > end) return Ref::none();
    const auto mode = static_cast<Mode>(CORO_TRY(asIndex(vm, a[4])));
    std::uint32_t options = kNoUtfCheck;
    if (mode != Mode::Search) options |= PCRE2_ANCHORED;
    if (mode == Mode::FullMatch) options |= PCRE2_ENDANCHORED;
    if (CORO_TRY(truth(vm, a[5]))) options |= PCRE2_NOTEMPTY_ATSTART;
    const std::size_t first = subject.byteAt(start);
    const std::size_t last = subject.byteAt(end);
    const int count =
        CORO_TRY(matchWithin(vm, program, subject.bytes().substr(0, last), first, options));
    const PCRE2_SIZE* places = pcre2_get_ovector_pointer(program->found);
    const std::size_t read = (count > 0 ? std::max<std::size_t>(places[1], first) : last) - first;
    // Read before it is paid for: meanwhile another process may use the same program.
    Ptr<Tuple> made;
    if (count > 0) made = makeTuple(vm, 2 * (program->groups + 1));
    for (std::uint32_t i = 0; made && i < made->count; ++i) {
        const bool unset = static_cast<int>(i / 2) >= count || places[i] == PCRE2_UNSET;
        made->items()[i] = Value::ofInt(unset ? -1 : subject.indexAt(places[i], first, start));
    }
    letGoOfMemory(program);
    if (!burnFuel(vm, static_cast<std::int64_t>(read / 16) + 1)) return Raised{};
    if (count == PCRE2_ERROR_NOMATCH) return Ref::none();
    if (count < 0) {
        return raise(vm, vm.exc.RuntimeError,
                     "the regular expression needs too many steps for Coroscope");
    }
    return std::move(made).toRef();
}

Type* makeProgramType(Vm& vm) {
    TypeSpec spec;
    spec.name = "_re.Program";
    spec.flags = kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(Program);
    spec.slots.destroy = destroyAs<Program>;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "match", programMatch, 6, 6);
    addGetter(vm, type, "groups",
              [](Vm&, Value self) { return Ref::ofInt(self.as<Program>()->groups); });
    return type;
}

}  // namespace

Ref makeReParts(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "_re");
    Dict* dict = module->dict.get();
    const Value type(makeProgramType(vm));
    setValue(vm, dict, "compile",
             makeBoundNative(vm, "compile", compileProgram, type, 3, 3).value());
    for (const auto& [name, flag] : kFlags) setValue(vm, dict, name, Value::ofInt(flag));
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
