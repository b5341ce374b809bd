// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/unpacking.h"

#include <utility>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "app/lesson/lesson.h"

namespace coroscope::app {

namespace {

bool holds(const QFileInfo& there, const std::string& bytes) {
    if (!there.isFile() || there.size() != static_cast<qint64>(bytes.size())) return false;
    QFile file(there.filePath());
    return file.open(QIODevice::ReadOnly) && file.readAll().toStdString() == bytes;
}

}  // namespace

std::variant<Unpacking, QString> Unpacking::plan(const Lesson& lesson, const QString& path) {
    Unpacking plan;
    const QFileInfo target(path);
    plan.target_ = QDir::toNativeSeparators(path);
    plan.folder_ = target.absolutePath();
    scenario::PackedFiles files = lesson.files;
    files.erase(lesson.mainFile);
    if (!lesson.notes.empty()) files.emplace(kLessonNotes, lesson.notes);
    for (auto& [name, bytes] : files) {
        const QString shown = QString::fromStdString(name);
        if (!name.ends_with(".py") && name != kLessonNotes) {
            plan.leftOut_ << shown;
            continue;
        }
        const QString place = QDir(plan.folder_).filePath(shown);
        const bool isTarget =
            (place + QLatin1Char('/')).startsWith(target.absoluteFilePath() + QLatin1Char('/'));
        const QFileInfo there(place);
        const bool taken = there.exists() || there.isSymLink();
        if (isTarget || (taken && !holds(there, bytes))) {
            return tr("%1 was not saved: the lesson's %2 belongs beside it, where another file of "
                      "that name lies. Choose another folder.")
                .arg(plan.target_, shown);
        }
        if (!taken) plan.files_.push_back({shown, place, std::move(bytes)});
    }
    return plan;
}

QStringList Unpacking::names() const {
    QStringList names;
    for (const File& file : files_) names << file.name;
    return names;
}

std::optional<QString> Unpacking::write() {
    for (const File& file : files_) {
        QString reason = tr("there can be no folder of that name");
        if (makeFolderOf(file) && write(file, reason)) continue;
        undo();
        return tr("%1 was not saved: the lesson's %2 cannot be put beside it: %3.")
            .arg(target_, file.name, reason);
    }
    return std::nullopt;
}

bool Unpacking::makeFolderOf(const File& file) {
    const QStringList parts = file.name.split(QLatin1Char('/'));
    QString folder = folder_;
    for (const QString& part : parts.first(parts.size() - 1)) {
        folder += QLatin1Char('/') + part;
        if (QFileInfo(folder).isDir()) continue;
        if (!QDir().mkdir(folder)) return false;
        made_ << folder;
    }
    return true;
}

bool Unpacking::write(const File& file, QString& reason) {
    QFile there(file.place);
    // Whatever may have come to lie there meanwhile is somebody else's.
    if (!there.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        reason = there.errorString();
        return false;
    }
    written_ << file.place;
    const auto size = static_cast<qint64>(file.bytes.size());
    if (there.write(file.bytes.data(), size) == size && there.flush()) return true;
    reason = there.errorString();
    return false;
}

void Unpacking::undo() {
    for (const QString& file : std::exchange(written_, {})) QFile::remove(file);
    while (!made_.isEmpty()) QDir().rmdir(made_.takeLast());
}

}  // namespace coroscope::app
