#include "engine/runtime/modules/text_streams.h"

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

enum class Kind : std::uint8_t { Out, Err, In };

struct TextStream : Object {
    Attributes attributes;  ///< a program may put a function of its own in place of write()
    Kind kind = Kind::Out;
    std::string ahead;  ///< of stdin: the rest of a line of which only a part was read
};

Kind kindOf(Value stream) { return stream.as<TextStream>()->kind; }

std::string_view nameOf(Kind kind) {
    return kind == Kind::Out ? "stdout" : kind == Kind::Err ? "stderr" : "stdin";
}

Raised raiseUnsupported(Vm& vm, std::string_view what) {
    Ptr<Dict> globals = makeDict(vm);
    Ref io = CORO_TRY(importName(vm, vm.intern("io"), 0, Value::none(), globals.get()));
    Ref kind = CORO_TRY(getAttribute(vm, io, vm.intern("UnsupportedOperation")));
    return raise(vm, kind.as<Type>(), what);
}

Ref streamWrite(Vm& vm, const Arguments& args) {
    if (kindOf(args[0]) == Kind::In) return raiseUnsupported(vm, "not writable");
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("write() argument must be str, not {}", typeName(vm, args[1])));
    }
    vm.host.write(kindOf(args[0]) == Kind::Err ? Stream::Err : Stream::Out, viewOf(args[1]));
    if (vm.stopped()) return Raised{};
    return Ref::ofInt(args[1].as<Str>()->charLength);
}

Ref streamWriteLines(Vm& vm, const Arguments& args) {
    Ref iterator = CORO_TRY(iterate(vm, args[1]));
    for (;;) {
        Ref line = CORO_TRY(next(vm, iterator));
        if (line.isUnbound()) return Ref::none();
        CORO_TRY(vm.callMethod(args[0], vm.names.write, {line}));
    }
}

/// Takes at most `limit` characters from `text`.
std::string takeCharacters(std::string& text, std::int64_t limit) {
    std::size_t end = 0;
    for (; end < text.size() && limit > 0; --limit) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    }
    std::string taken = text.substr(0, end);
    text.erase(0, end);
    return taken;
}

/// Sees that there is something to read; false at the end.
bool fill(Vm& vm, TextStream* stream) {
    std::string line;
    if (!stream->ahead.empty()) return true;
    if (!vm.host.readLine(line)) return false;
    stream->ahead = line + "\n";
    return true;
}

/// How many characters are asked for; none: as many as there are.
Outcome<std::int64_t> sizeAsked(Vm& vm, const Arguments& args) {
    if (args.positional < 2 || args[1].isNone()) return INT64_MAX;
    const std::int64_t size = CORO_TRY(asIndex(vm, args[1]));
    return size < 0 ? INT64_MAX : size;
}

std::string takeLine(Vm& vm, TextStream* stream, std::int64_t limit) {
    return limit > 0 && fill(vm, stream) ? takeCharacters(stream->ahead, limit) : std::string();
}

Ref streamReadLine(Vm& vm, const Arguments& args) {
    if (kindOf(args[0]) != Kind::In) return raiseUnsupported(vm, "not readable");
    return newStr(vm, takeLine(vm, args[0].as<TextStream>(), CORO_TRY(sizeAsked(vm, args))));
}

Ref streamRead(Vm& vm, const Arguments& args) {
    if (kindOf(args[0]) != Kind::In) return raiseUnsupported(vm, "not readable");
    const std::int64_t limit = CORO_TRY(sizeAsked(vm, args));
    auto* stream = args[0].as<TextStream>();
    std::string text;
    for (std::int64_t left = limit; left > 0 && fill(vm, stream);) {
        const std::size_t before = text.size();
        text += takeCharacters(stream->ahead, left);
        if (limit == INT64_MAX) continue;
        for (std::size_t i = before; i < text.size(); ++i)
            left -= (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    }
    return newStr(vm, text);
}

Ref streamNext(Vm& vm, Value self) {
    if (kindOf(self) != Kind::In) return raiseUnsupported(vm, "not readable");
    const std::string line = takeLine(vm, self.as<TextStream>(), INT64_MAX);
    return line.empty() ? Ref() : newStr(vm, line);
}

/// The hint ends the list after the line that reaches it (Modules/_io/iobase.c readlines).
Ref streamReadLines(Vm& vm, const Arguments& args) {
    std::int64_t left = CORO_TRY(sizeAsked(vm, args));
    if (left == 0) left = INT64_MAX;
    Ptr<List> lines = makeList(vm);
    while (left > 0) {
        Ref line = CORO_TRY(streamNext(vm, args[0]));
        if (line.isUnbound()) break;
        CORO_TRY(listAppend(vm, lines.get(), line));
        left -= line.as<Str>()->charLength;
    }
    return lines.toRef();
}

/// What says when the output is written makes no difference here; all else is refused.
Ref streamReconfigure(Vm& vm, const Arguments& args) {
    for (std::uint32_t k = 0; k < args.keywords; ++k) {
        const std::string_view name = viewOf(args.keywordNames[k]);
        if (name == "line_buffering" || name == "write_through") continue;
        if (args.values[args.positional + k].isNone()) continue;
        return raise(vm, vm.exc.NotImplementedError,
                     fmt::format("reconfigure({}=…) of sys.{} is not supported by Coroscope", name,
                                 nameOf(kindOf(args[0]))));
    }
    return Ref::none();
}

Ref streamRepr(Vm& vm, Value self) {
    const Kind kind = kindOf(self);
    return newStr(vm, fmt::format("<_io.TextIOWrapper name='<{}>' mode='{}' encoding='utf-8'>",
                                  nameOf(kind), kind == Kind::In ? "r" : "w"));
}

Ref refuseBuffer(Vm& vm, Value self) {
    const std::string_view name = nameOf(kindOf(self));
    return raise(vm, vm.exc.NotImplementedError,
                 fmt::format("sys.{0}.buffer is not supported by Coroscope: use sys.{0}", name));
}

void addQuestions(Vm& vm, Type* type) {
    addMethod(
        vm, type, "flush", [](Vm&, const Arguments&) { return Ref::none(); }, 1, 1);
    addMethod(
        vm, type, "isatty", [](Vm&, const Arguments&) { return Ref::boolean(false); }, 1, 1);
    addMethod(
        vm, type, "readable",
        [](Vm&, const Arguments& a) { return Ref::boolean(kindOf(a[0]) == Kind::In); }, 1, 1);
    addMethod(
        vm, type, "writable",
        [](Vm&, const Arguments& a) { return Ref::boolean(kindOf(a[0]) != Kind::In); }, 1, 1);
    addGetter(vm, type, "encoding", [](Vm& v, Value) { return newStr(v, "utf-8"); });
    addGetter(vm, type, "closed", [](Vm&, Value) { return Ref::boolean(false); });
    addGetter(vm, type, "name", [](Vm& v, Value self) {
        return newStr(v, fmt::format("<{}>", nameOf(kindOf(self))));
    });
    addGetter(vm, type, "buffer", refuseBuffer);
}

Type* makeStreamType(Vm& vm) {
    TypeSpec spec;
    spec.name = "_io.TextIOWrapper";
    spec.flags = kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(TextStream);
    spec.attributesOffset = offsetOfAttributes(&TextStream::attributes);
    spec.slots.destroy = destroyAs<TextStream>;
    spec.slots.repr = streamRepr;
    spec.slots.iterate = [](Vm&, Value self) { return Ref(self); };
    spec.slots.next = streamNext;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "write", streamWrite, 2, 2);
    addMethod(vm, type, "writelines", streamWriteLines, 2, 2);
    addMethod(vm, type, "read", streamRead, 1, 2);
    addMethod(vm, type, "readline", streamReadLine, 1, 2);
    addMethod(vm, type, "readlines", streamReadLines, 1, 2);
    addMethod(vm, type, "reconfigure", streamReconfigure, 1, 1, kKeywords);
    addQuestions(vm, type);
    return type;
}

bool isStandardStream(Value file) {
    return file.isObject() && file.object->type->slots.repr == streamRepr;
}

}  // namespace

void addStandardStreams(Vm& vm, Dict* sys) {
    Type* type = makeStreamType(vm);
    for (const Kind kind : {Kind::Out, Kind::Err, Kind::In}) {
        Ptr<TextStream> made = makeInstance<TextStream>(vm, type);
        made->kind = kind;
        setValue(vm, sys, nameOf(kind), made.value());
        setValue(vm, sys, fmt::format("__{}__", nameOf(kind)), made.value());
    }
}

bool isUnchanged(Vm& vm, Value file, Stream stream) {
    return isStandardStream(file) &&
           kindOf(file) == (stream == Stream::Out ? Kind::Out : Kind::Err) &&
           instanceGet(file.as<TextStream>()->attributes, vm.names.write).isUnbound();
}

Ref readInputLine(Vm& vm) {
    const Value sys = dictGetStr(vm.modules.get(), vm.intern("sys"));
    std::string text;
    if (!sys.is(vm.types.module)) {  // nobody can have changed it
        if (!vm.host.readLine(text)) return raise(vm, vm.exc.EOFError, "EOF when reading a line");
        return newStr(vm, text);
    }
    Ref file(dictGetStr(sys.as<Module>()->dict.get(), vm.intern("stdin")));
    if (file.isUnbound() || file.isNone())
        return raise(vm, vm.exc.RuntimeError, "input(): lost sys.stdin");
    Ref line = CORO_TRY(vm.callMethod(file, vm.intern("readline")));
    if (!isStr(line)) return raise(vm, vm.exc.TypeError, "object.readline() returned non-string");
    text = viewOf(line);
    if (text.empty()) return raise(vm, vm.exc.EOFError, "EOF when reading a line");
    if (text.back() == '\n') text.pop_back();
    return newStr(vm, text);
}

}  // namespace coroscope::runtime
