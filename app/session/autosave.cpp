// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/autosave.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUuid>

#include "app/session/replace_file.h"
#include "app/session/scenario_document.h"

namespace coroscope::app {

namespace {

constexpr auto kPath = "path";
constexpr auto kName = "name";
constexpr auto kText = "text";
constexpr auto kNotes = "notes";
constexpr auto kBookmarks = "bookmarks";
constexpr auto kBreakpoints = "breakpoints";
constexpr auto kBase = "base";

QString lockOf(const QString& file) { return file + QStringLiteral(".lock"); }

QString folderOr(const QString& folder) {
    if (!folder.isEmpty()) return folder;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/unsaved");
}

LessonBreakpoints breakpointsIn(const QJsonObject& files) {
    LessonBreakpoints breakpoints;
    for (const QString& name : files.keys()) {
        for (const QJsonValue& line : files.value(name).toArray()) {
            if (line.toInt() > 0) breakpoints[name.toStdString()].insert(line.toInt());
        }
    }
    return breakpoints;
}

QJsonObject objectOf(const LessonBreakpoints& breakpoints) {
    QJsonObject files;
    for (const auto& [name, lines] : breakpoints) {
        QJsonArray numbers;
        for (const int line : lines) numbers.append(line);
        files.insert(QString::fromStdString(name), numbers);
    }
    return files;
}

std::optional<LeftBehind> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QString text = object.value(QLatin1String(kText)).toString();
    if (text.isEmpty()) return std::nullopt;
    const QJsonValue notes = object.value(QLatin1String(kNotes));
    std::vector<std::uint64_t> bookmarks;
    for (const QJsonValue& event : object.value(QLatin1String(kBookmarks)).toArray()) {
        if (event.toInteger(-1) >= 0)
            bookmarks.push_back(static_cast<std::uint64_t>(event.toInteger()));
    }
    return LeftBehind{path,
                      object.value(QLatin1String(kPath)).toString(),
                      object.value(QLatin1String(kName)).toString(),
                      text,
                      notes.isString() ? std::optional(notes.toString()) : std::nullopt,
                      std::move(bookmarks),
                      breakpointsIn(object.value(QLatin1String(kBreakpoints)).toObject()),
                      object.value(QLatin1String(kBase)).toString()};
}

}  // namespace

Autosave::Autosave(ScenarioDocument& document, const QString& folder, QObject* parent)
    : QObject(parent), document_(document), folder_(folderOr(folder)) {
    timer_.setSingleShot(true);
    timer_.setInterval(kDelayMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Autosave::flush);
    connect(&document_, &ScenarioDocument::textChanged, this, &Autosave::onChange);
    connect(&document_, &ScenarioDocument::modifiedChanged, this, &Autosave::onChange);
    connect(&document_, &ScenarioDocument::touched, this, &Autosave::onChange);
}

Autosave::~Autosave() { remove(); }

void Autosave::onChange() {
    if (document_.isModified()) {
        // Not pushed off by further typing: at most so much is lost.
        if (!timer_.isActive()) timer_.start();
    } else {
        remove();
    }
}

std::optional<QString> Autosave::own() {
    if (lock_) return std::nullopt;
    if (!QDir().mkpath(folder_)) return tr("the folder cannot be made");
    file_ = folder_ + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) +
            QStringLiteral(".json");
    auto lock = std::make_unique<QLockFile>(lockOf(file_));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) return tr("no file can be made there");
    lock_ = std::move(lock);
    return std::nullopt;
}

bool Autosave::flush() {
    if (!document_.isModified()) return true;
    const std::optional<QString> trouble = write();
    if (trouble && !failing_) {
        Q_EMIT failed(tr("%1: %2").arg(QDir::toNativeSeparators(folder_), *trouble));
    }
    failing_ = trouble.has_value();
    return !failing_;
}

std::optional<QString> Autosave::write() {
    if (const auto trouble = own()) return trouble;
    LeftBehind marks;
    if (marker_) marker_(marks);
    QJsonArray bookmarks;
    for (const std::uint64_t event : marks.bookmarks) bookmarks.append(static_cast<qint64>(event));
    const QJsonObject object{{QLatin1String(kPath), document_.path()},
                             {QLatin1String(kName), document_.name()},
                             {QLatin1String(kText), document_.text()},
                             {QLatin1String(kNotes), document_.notes()},
                             {QLatin1String(kBookmarks), bookmarks},
                             {QLatin1String(kBase), document_.base()},
                             {QLatin1String(kBreakpoints), objectOf(marks.breakpoints)}};
    return replaceFile(file_, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Autosave::remove() {
    timer_.stop();
    if (!lock_) return;
    QFile::remove(file_);
    lock_.reset();
}

std::vector<LeftBehind> Autosave::leftBehind(const QString& folder) {
    const QFileInfoList files =
        QDir(folderOr(folder)).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    std::vector<LeftBehind> all;
    for (const QFileInfo& info : files) {
        const QString path = info.absoluteFilePath();
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0);
        // QLockFile sees for itself whether the program that holds a lock is still alive.
        if (!lock.tryLock(0)) continue;
        if (auto left = read(path)) {
            all.push_back(std::move(*left));
        } else {
            QFile::remove(path);  // a stump of a copy
        }
    }
    return all;
}

void Autosave::discard(const LeftBehind& left) { QFile::remove(left.file); }

}  // namespace coroscope::app
