// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/export_files.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "app/lesson/lesson.h"
#include "app/output/gzip.h"
#include "app/output/storyboard.h"
#include "app/output/write_report.h"

namespace coroscope::app {

namespace {

using Problem = std::optional<std::string>;

Problem unfit(const ExportTarget& target, const ExportOptions& options) {
    const FormatKind kind = target.format->kind;
    if (options.storyboard == Storyboard::None) return std::nullopt;
    if (options.animate) return "the figures of a storyboard stand still: none is animated";
    if (!isFigure(kind)) {
        return fmt::format("{}: a storyboard is made of figures: .svg, .png or .pdf", target.path);
    }
    if (isSeries(*target.format, options) && target.path == "-") {
        return "a storyboard in several files cannot go to standard output; .pdf can";
    }
    return std::nullopt;
}

/// Whether a file of that kind can show a run as it goes on: others, beside it, stand still.
bool moves(const ExportTarget& target) {
    return target.format->kind == FormatKind::Svg || target.format->kind == FormatKind::Gif;
}

/// Two that are the same file: the one would overwrite the other.
Problem named(const std::vector<ExportTarget>& targets) {
    std::set<std::filesystem::path> places;
    for (const ExportTarget& target : targets) {
        std::error_code ignored;
        auto place = std::filesystem::absolute(target.path, ignored);
        place = std::filesystem::weakly_canonical(place, ignored);
        if (ignored) place = target.path;
        if (places.insert(std::move(place)).second) continue;
        return fmt::format("{} is named twice",
                           target.path == "-" ? "standard output" : target.path);
    }
    return std::nullopt;
}

/// With the figures that lie beside reports, unless one is asked for at that place by itself.
std::vector<ExportTarget> withFigures(const std::vector<ExportTarget>& targets) {
    std::vector<ExportTarget> all = targets;
    for (const ExportTarget& target : targets) {
        const std::string figure = target.figureBeside();
        const bool asked = std::ranges::any_of(
            all, [&figure](const ExportTarget& other) { return other.path == figure; });
        if (!figure.empty() && !asked) all.push_back(std::get<ExportTarget>(targetOf(figure)));
    }
    return all;
}

/// A picture where a report's figure is to lie, without the report whose it could be: nobody has
/// asked for it to be replaced.
Problem strangeFigure(const std::vector<ExportTarget>& targets) {
    for (const ExportTarget& target : targets) {
        const std::string figure = target.figureBeside();
        const auto isIt = [&figure](const ExportTarget& other) { return other.path == figure; };
        std::error_code ignored;
        if (figure.empty() || std::ranges::any_of(targets, isIt) ||
            !std::filesystem::exists(figure, ignored) ||
            std::filesystem::exists(target.path, ignored)) {
            continue;
        }
        return fmt::format(
            "{} is there already, and {} would replace it by its figure: choose another name",
            figure, target.path);
    }
    return std::nullopt;
}

/// A larger one is slow to come on a page, and too large for many a mail.
constexpr std::uintmax_t kMuchOfAnAnimation = 8'000'000;

/// None is written that could not be opened again.
Problem writeLessonOf(const ExportedRun& run, const std::string& path, trace::TextSink& sink) {
    if (run.lesson == nullptr) return fmt::format("{}: the program's files are not known", path);
    const std::string bytes = writeLesson(*run.lesson);
    if (const Problem problem = problemOfLesson(bytes)) {
        return fmt::format("{}: nothing could open it again: it {}", path, *problem);
    }
    sink.write(bytes);
    return std::nullopt;
}

}  // namespace

std::variant<ExportFiles, std::string> ExportFiles::open(const std::vector<ExportTarget>& targets,
                                                         ExportOptions options,
                                                         std::string program) {
    ExportFiles files(std::move(options), std::move(program));
    if (files.options_.animate && std::ranges::none_of(targets, moves)) {
        return fmt::format("{}: what is animated is .svg or .gif", targets.front().path);
    }
    const std::vector<ExportTarget> all = withFigures(targets);
    if (const Problem problem = named(all)) return *problem;
    if (const Problem problem = strangeFigure(targets)) return *problem;
    for (const ExportTarget& target : all) {
        if (const Problem problem = unfit(target, files.options_)) return *problem;
        if (isSeries(*target.format, files.options_)) {
            // How many there will be, only the run can tell; that one can be is known now.
            auto first = OutputFile::open(numberedPath(target.path, *target.format, 1));
            if (auto* problem = std::get_if<std::string>(&first)) return std::move(*problem);
            files.series_.push_back(target);
        } else {
            const bool beside = files.items_.size() + files.series_.size() >= targets.size();
            files.items_.push_back({target, std::nullopt, std::nullopt, beside});
            if (const Problem problem = files.open(files.items_.back())) return *problem;
        }
    }
    return files;
}

Problem ExportFiles::open(Item& item) const {
    std::error_code absent;
    if (!program_.empty() && std::filesystem::equivalent(item.target.path, program_, absent)) {
        return fmt::format("{} is the program itself: choose another name", item.target.path);
    }
    auto file = OutputFile::open(item.target.path);
    if (auto* problem = std::get_if<std::string>(&file)) return std::move(*problem);
    item.file.emplace(std::move(std::get<OutputFile>(file)));
    return std::nullopt;
}

Problem ExportFiles::addStoryboard(const ExportedRun& run, const trace::Excerpt& excerpt) {
    const auto moments = momentsOf(run, excerpt, options_);
    if (const auto* problem = std::get_if<std::string>(&moments)) return *problem;
    for (const ExportTarget& target : series_) {
        std::size_t number = 0;
        for (const FigureMoment& moment : std::get<std::vector<FigureMoment>>(moments)) {
            ExportTarget one = target;
            one.path = numberedPath(target.path, *target.format, ++number);
            items_.push_back({std::move(one), std::nullopt, moment, false});
        }
    }
    return std::nullopt;
}

Problem ExportFiles::fill(Item& item, const ExportedRun& run, const trace::Excerpt& excerpt,
                          const FigurePainter& paint, const trace::GoOn& goOn) {
    const Format& format = *item.target.format;
    ExportOptions options = options_;
    options.moment = item.moment;
    options.animate = options.animate && moves(item.target) && !item.beside;
    if (item.beside) options.source = false;  // the report has it
    Problem refusal;
    bool stopped = false;
    const Writing document = [&](trace::TextSink& sink) {
        if (format.painted()) {
            Painted painted = paint(run, excerpt, options, format, sink);
            refusal = std::move(painted.problem);
            if (!painted.note.empty()) {
                notes_.push_back(fmt::format("{}: {}", item.target.path, painted.note));
            }
        } else if (format.kind == FormatKind::Lesson) {
            refusal = writeLessonOf(run, item.target.path, sink);
        } else if (format.kind == FormatKind::Report) {
            const std::filesystem::path figure = item.target.figureBeside();
            writeReport(run, excerpt, figure.filename().string(), sink);
        } else {
            format.write(run, excerpt, sink);
        }
    };
    const Problem problem = item.file->fill(
        [&](trace::TextSink& sink) {
            item.target.gzip ? writeGzipped(document, sink) : document(sink);
        },
        [&](double share) {
            stopped = !goOn(share);
            return !stopped;
        });
    if (stopped) return kExportStopped;
    if (refusal) return fmt::format("{}: {}", item.target.path, *refusal);
    return problem;
}

Problem ExportFiles::write(const ExportedRun& run, const FigurePainter& paint,
                           const ExportProgress& progress) {
    const auto excerpt = excerptOf(*run.trace, options_);
    if (const auto* problem = std::get_if<std::string>(&excerpt)) return *problem;
    const auto& part = std::get<trace::Excerpt>(excerpt);
    if (options_.storyboard != Storyboard::None) {
        if (Problem problem = addStoryboard(run, part)) return problem;
    }
    ExportStage stage{0, items_.size(), 0, {}};
    const auto goOn = [&](double share) {
        stage.share = share;
        return !progress || progress(stage);
    };
    for (Item& item : items_) {
        stage.path = item.target.path;
        if (!goOn(0)) return kExportStopped;
        if (!item.file) {
            if (Problem problem = open(item)) return problem;
        }
        if (Problem problem = fill(item, run, part, paint, goOn)) return problem;
        ++stage.done;
    }
    stage.path = {};
    if (!goOn(0)) return kExportStopped;
    for (Item& item : items_) {
        if (Problem problem = item.file->commit()) return problem;
        noteSize(item);
    }
    return std::nullopt;
}

void ExportFiles::noteSize(const Item& item) {
    if (item.target.format->kind != FormatKind::Gif) return;
    std::error_code unknown;
    const std::uintmax_t bytes = std::filesystem::file_size(item.target.path, unknown);
    if (unknown || bytes < kMuchOfAnAnimation) return;
    notes_.push_back(fmt::format(
        "{} takes {:.0f} MB: it would be less with fewer pictures in a second, a smaller width, "
        "or a part of the run",
        item.target.path, static_cast<double>(bytes) / 1e6));
}

std::vector<std::string> ExportFiles::paths() const {
    std::vector<std::string> paths;
    for (const Item& item : items_) paths.push_back(item.target.path);
    return paths;
}

std::vector<std::string> ExportFiles::leftovers() const {
    const std::vector<std::string> written = paths();
    std::vector<std::string> left;
    for (const ExportTarget& target : series_) {
        for (std::string& path : seriesOnDisk(target.path, *target.format)) {
            if (std::ranges::find(written, path) == written.end()) left.push_back(std::move(path));
        }
    }
    return left;
}

}  // namespace coroscope::app
