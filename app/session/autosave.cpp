// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/autosave.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include "app/session/scenario_document.h"

namespace coroscope::app {

namespace {

constexpr auto kPath = "path";
constexpr auto kName = "name";
constexpr auto kText = "text";

QString lockOf(const QString& file) { return file + QStringLiteral(".lock"); }

std::optional<LeftBehind> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QString text = object.value(QLatin1String(kText)).toString();
    if (text.isEmpty()) return std::nullopt;
    return LeftBehind{path, object.value(QLatin1String(kPath)).toString(),
                      object.value(QLatin1String(kName)).toString(), text};
}

}  // namespace

Autosave::Autosave(ScenarioDocument& document, const QString& folder, QObject* parent)
    : QObject(parent), document_(document), folder_(folder) {
    if (folder_.isEmpty()) {
        folder_ = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                  QStringLiteral("/unsaved");
    }
    timer_.setSingleShot(true);
    timer_.setInterval(kDelayMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Autosave::flush);
    connect(&document_, &ScenarioDocument::textChanged, this, &Autosave::onChange);
    connect(&document_, &ScenarioDocument::modifiedChanged, this, &Autosave::onChange);
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

bool Autosave::own() {
    if (lock_) return true;
    if (!QDir().mkpath(folder_)) return false;
    file_ = folder_ + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) +
            QStringLiteral(".json");
    auto lock = std::make_unique<QLockFile>(lockOf(file_));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) return false;
    lock_ = std::move(lock);
    return true;
}

void Autosave::flush() {
    if (!document_.isModified() || !own()) return;
    const QJsonObject object{{QLatin1String(kPath), document_.path()},
                             {QLatin1String(kName), document_.name()},
                             {QLatin1String(kText), document_.text()}};
    // A copy that cannot be written is no reason to disturb who is typing.
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    file.commit();
}

void Autosave::remove() {
    timer_.stop();
    if (!lock_) return;
    QFile::remove(file_);
    lock_.reset();
}

std::optional<LeftBehind> Autosave::leftBehind() const {
    const QFileInfoList files =
        QDir(folder_).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (const QFileInfo& info : files) {
        const QString path = info.absoluteFilePath();
        if (lock_ && path == QFileInfo(file_).absoluteFilePath()) continue;
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0);
        // QLockFile sees for itself whether the program that holds a lock is still alive.
        if (!lock.tryLock(0)) continue;
        if (auto left = read(path)) return left;
        QFile::remove(path);  // a stump of a copy
    }
    return std::nullopt;
}

void Autosave::discard(const LeftBehind& left) { QFile::remove(left.file); }

}  // namespace coroscope::app
