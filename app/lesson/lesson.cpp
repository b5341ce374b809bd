// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/lesson.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <initializer_list>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "app/lesson/zip_archive.h"
#include "engine/scenario/source_text.h"

namespace coroscope::app {

namespace {

using Json = rapidjson::Value;
/// What is wrong, if anything.
using Failure = std::optional<std::string>;

constexpr const char* kManifest = "manifest.json";
constexpr std::string_view kFormat = "coroscope lesson";
constexpr std::size_t kMostBookmarks = 10'000;
constexpr std::size_t kMostBreakpoints = 5'000;
constexpr std::size_t kMostLanes = 5'000;  // in each list
/// In bytes. Parsed, a manifest takes many times its size; the largest that is written, with all
/// bookmarks and lanes, has half of this.
constexpr std::size_t kLargestManifest = 1U << 20;
/// In bytes: a book. The window lays all of it out.
constexpr std::size_t kLargestNotes = 1U << 20;

std::string noLesson(std::string_view why) { return fmt::format("is no lesson: {}", why); }
std::string badManifest(std::string_view how) {
    return fmt::format("is damaged: its {} {}", kManifest, how);
}

std::string_view text(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// Every key has to be known: a new one comes with a new version.
Failure unknownKey(const Json& object, std::initializer_list<std::string_view> known) {
    for (const auto& member : object.GetObject()) {
        if (std::ranges::find(known, text(member.name)) == known.end()) {
            return badManifest("says what no lesson of its version does");
        }
    }
    return std::nullopt;
}

const Json* find(const Json& object, const char* key) {
    const auto member = object.FindMember(key);
    return member == object.MemberEnd() ? nullptr : &member->value;
}

Failure readNumber(const Json& view, const char* key, std::optional<double>& number) {
    const Json* value = find(view, key);
    if (value == nullptr) return std::nullopt;
    if (!value->IsNumber()) return badManifest(fmt::format("has no number for view.{}", key));
    number = value->GetDouble();
    return std::nullopt;
}

/// `task-3`, `worker-1`; none: it is no such word.
std::optional<LessonLane> laneOf(std::string_view word) {
    LessonLane lane;
    lane.worker = word.starts_with("worker-");
    if (!lane.worker && !word.starts_with("task-")) return std::nullopt;
    word.remove_prefix(word.find('-') + 1);
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, lane.number);
    if (error != std::errc() || rest != end) return std::nullopt;
    return lane;
}

std::string wordOf(const LessonLane& lane) {
    return fmt::format("{}-{}", lane.worker ? "worker" : "task", lane.number);
}

Failure readLanes(const Json& view, const char* key, std::vector<LessonLane>& into) {
    const Json* list = find(view, key);
    if (list == nullptr) return std::nullopt;
    const std::string wrong = badManifest(fmt::format("has no list of lanes for view.{}", key));
    if (!list->IsArray() || list->Size() > kMostLanes) return wrong;
    for (const Json& word : list->GetArray()) {
        const auto lane = word.IsString() ? laneOf(text(word)) : std::nullopt;
        if (!lane) return wrong;
        into.push_back(*lane);
    }
    return std::nullopt;
}

Failure readView(const Json& view, std::int64_t version, LessonView& into) {
    if (!view.IsObject()) return badManifest("has no object for view");
    if (Failure failure = version == 1 ? unknownKey(view, {"axis", "from", "to", "playhead"})
                                       : unknownKey(view, {"axis", "from", "to", "playhead",
                                                           "pinned", "hidden", "folded"})) {
        return failure;
    }
    if (Failure failure = readLanes(view, "pinned", into.pinned)) return failure;
    if (Failure failure = readLanes(view, "hidden", into.hidden)) return failure;
    if (Failure failure = readLanes(view, "folded", into.folded)) return failure;
    if (const Json* axis = find(view, "axis")) {
        const std::string_view word = axis->IsString() ? text(*axis) : std::string_view();
        if (word != "time" && word != "steps") {
            return badManifest(R"(has neither "time" nor "steps" for view.axis)");
        }
        into.steps = word == "steps";
    }
    if (Failure failure = readNumber(view, "from", into.from)) return failure;
    if (Failure failure = readNumber(view, "to", into.to)) return failure;
    if (into.from.has_value() != into.to.has_value() || (into.from && *into.from >= *into.to)) {
        return badManifest("has no stretch between view.from and view.to");
    }
    if (const Json* playhead = find(view, "playhead")) {
        if (!playhead->IsUint64()) return badManifest("has no event for view.playhead");
        into.playhead = playhead->GetUint64();
    }
    return std::nullopt;
}

Failure readBookmarks(const Json& list, std::vector<std::uint64_t>& into) {
    if (!list.IsArray() || list.Size() > kMostBookmarks) {
        return badManifest("has no list of events for bookmarks");
    }
    for (const Json& event : list.GetArray()) {
        if (!event.IsUint64()) return badManifest("has no list of events for bookmarks");
        into.push_back(event.GetUint64());
    }
    std::ranges::sort(into);
    into.erase(std::unique(into.begin(), into.end()), into.end());
    return std::nullopt;
}

int lineCount(const std::string& text) {
    return static_cast<int>(std::ranges::count(text, '\n')) + 1;
}

/// Those behind the end of a file, which was edited without the lesson, are left out.
Failure readBreakpoints(const Json& files, Lesson& lesson) {
    const std::string wrong = badManifest("has no lists of lines for breakpoints");
    if (!files.IsObject()) return wrong;
    std::size_t count = 0;
    for (const auto& member : files.GetObject()) {
        const auto file = lesson.files.find(std::string(text(member.name)));
        if (file == lesson.files.end()) {
            return badManifest("has breakpoints in a file that is not there");
        }
        if (!member.value.IsArray()) return wrong;
        const int last = lineCount(file->second);
        for (const Json& line : member.value.GetArray()) {
            if (!line.IsInt() || line.GetInt() < 1 || ++count > kMostBreakpoints) return wrong;
            if (line.GetInt() <= last) lesson.breakpoints[file->first].insert(line.GetInt());
        }
    }
    return std::nullopt;
}

/// What the rest means depends on the version, so that nothing else may be complained about first.
Failure checkVersion(const Json& manifest) {
    const Json* format = find(manifest, "format");
    if (format == nullptr || !format->IsString() || text(*format) != kFormat) {
        return noLesson(fmt::format("its {} does not say that it is one", kManifest));
    }
    const Json* version = find(manifest, "version");
    if (version == nullptr || !version->IsInt64() || version->GetInt64() < 1) {
        return badManifest("names no version");
    }
    if (version->GetInt64() <= kLessonVersion) return std::nullopt;
    return fmt::format(
        "was made by a newer Coroscope (lessons of version {}, this one reads up to {}): "
        "update Coroscope to open it",
        version->GetInt64(), kLessonVersion);
}

Failure readManifest(const std::string& bytes, Lesson& lesson) {
    if (bytes.size() > kLargestManifest) {
        return badManifest(fmt::format("has more than {} MiB", kLargestManifest >> 20));
    }
    if (scenario::findInvalidUtf8(bytes)) return badManifest("is not UTF-8");
    rapidjson::Document manifest;
    // Not by recursion, which nested brackets could make too deep.
    manifest.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(
        bytes.data(), bytes.size());
    if (manifest.HasParseError() || !manifest.IsObject()) return badManifest("is no JSON object");
    if (Failure failure = checkVersion(manifest)) return failure;
    const std::int64_t version = find(manifest, "version")->GetInt64();
    if (Failure failure =
            version < 3 ? unknownKey(manifest, {"format", "version", "main", "view", "bookmarks"})
                        : unknownKey(manifest, {"format", "version", "main", "view", "bookmarks",
                                                "breakpoints"})) {
        return failure;
    }
    const Json* main = find(manifest, "main");
    if (main == nullptr || !main->IsString()) return badManifest("names no main file");
    lesson.mainFile = text(*main);
    if (!lesson.files.contains(lesson.mainFile)) {
        return badManifest("names a main file that is not there");
    }
    if (const Json* view = find(manifest, "view")) {
        if (Failure failure = readView(*view, version, lesson.view)) return failure;
    }
    if (const Json* bookmarks = find(manifest, "bookmarks")) {
        if (Failure failure = readBookmarks(*bookmarks, lesson.bookmarks)) return failure;
    }
    const Json* breakpoints = find(manifest, "breakpoints");
    return breakpoints == nullptr ? std::nullopt : readBreakpoints(*breakpoints, lesson);
}

/// The oldest that can say it all, so that older programs can read it.
std::int64_t versionOf(const Lesson& lesson) {
    if (!lesson.breakpoints.empty()) return 3;
    const LessonView& view = lesson.view;
    const bool lanes = !view.pinned.empty() || !view.hidden.empty() || !view.folded.empty();
    return lanes ? 2 : 1;
}

std::string manifestOf(const Lesson& lesson) {
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    const auto string = [&writer](std::string_view value) {
        writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    };
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    writer.StartObject();
    writer.Key("format");
    string(kFormat);
    writer.Key("version");
    writer.Int64(versionOf(lesson));
    writer.Key("main");
    string(lesson.mainFile);
    writer.Key("view");
    writer.StartObject();
    writer.Key("axis");
    string(lesson.view.steps ? "steps" : "time");
    if (lesson.view.from && lesson.view.to) {
        writer.Key("from");
        writer.Double(*lesson.view.from);
        writer.Key("to");
        writer.Double(*lesson.view.to);
    }
    if (lesson.view.playhead) {
        writer.Key("playhead");
        writer.Uint64(*lesson.view.playhead);
    }
    const auto lanes = [&](const char* key, const std::vector<LessonLane>& list) {
        if (list.empty()) return;
        writer.Key(key);
        writer.StartArray();
        for (const LessonLane& lane : list) string(wordOf(lane));
        writer.EndArray();
    };
    lanes("pinned", lesson.view.pinned);
    lanes("hidden", lesson.view.hidden);
    lanes("folded", lesson.view.folded);
    writer.EndObject();
    writer.Key("bookmarks");
    writer.StartArray();
    for (const std::uint64_t event : lesson.bookmarks) writer.Uint64(event);
    writer.EndArray();
    if (!lesson.breakpoints.empty()) {
        writer.Key("breakpoints");
        writer.StartObject();
        for (const auto& [file, lines] : lesson.breakpoints) {
            string(file);
            writer.StartArray();
            for (const int line : lines) writer.Int(line);
            writer.EndArray();
        }
        writer.EndObject();
    }
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace

bool isLessonName(std::string_view path) {
    if (path.size() <= kLessonExtension.size()) return false;
    const std::string_view end = path.substr(path.size() - kLessonExtension.size());
    return std::ranges::equal(end, kLessonExtension, [](unsigned char a, unsigned char b) {
        return std::tolower(a) == b;
    });
}

bool isLessonContent(std::string_view bytes) { return bytes.starts_with("PK\3\4"); }

std::variant<Lesson, std::string> readLesson(std::string_view bytes) {
    if (bytes.size() > kLargestLesson) {
        return fmt::format("is too large: a lesson may have {} MiB", kLargestLesson >> 20);
    }
    if (!isLessonContent(bytes)) return noLesson("it is no zip archive");
    auto unpacked = readZip(bytes);
    if (auto* problem = std::get_if<std::string>(&unpacked)) return std::move(*problem);
    Lesson lesson;
    std::optional<std::string> manifest;
    for (ZipEntry& entry : std::get<std::vector<ZipEntry>>(unpacked)) {
        if (entry.name == kManifest) {
            manifest = std::move(entry.bytes);
        } else if (entry.name == kLessonNotes) {
            if (entry.bytes.size() > kLargestNotes) {
                return fmt::format("has notes of more than {} MiB", kLargestNotes >> 20);
            }
            if (scenario::findInvalidUtf8(entry.bytes)) {
                return fmt::format("is damaged: its {} is not UTF-8", kLessonNotes);
            }
            lesson.notes = std::move(entry.bytes);
        } else {
            lesson.files.emplace(std::move(entry.name), std::move(entry.bytes));
        }
    }
    if (!manifest) return noLesson(fmt::format("it has no {}", kManifest));
    if (Failure failure = readManifest(*manifest, lesson)) return std::move(*failure);
    return lesson;
}

std::string writeLesson(const Lesson& lesson) {
    std::vector<ZipEntry> entries{{kManifest, manifestOf(lesson)}};
    if (!lesson.notes.empty()) entries.push_back({kLessonNotes, lesson.notes});
    for (const auto& [name, bytes] : lesson.files) entries.push_back({name, bytes});
    return writeZip(entries);
}

std::optional<std::string> problemOfLesson(std::string_view bytes) {
    auto read = readLesson(bytes);
    auto* problem = std::get_if<std::string>(&read);
    return problem == nullptr ? std::nullopt : std::optional(std::move(*problem));
}

std::string mainFileOf(const std::string& name) {
    return name.ends_with(".py") && isSafeName(name) ? name : Lesson().mainFile;
}

}  // namespace coroscope::app
