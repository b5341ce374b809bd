// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/scenario_document.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include "app/session/replace_file.h"

namespace coroscope::app {

namespace {

const QByteArray kByteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");

QString shownPath(const QString& path) { return QDir::toNativeSeparators(path); }

/// Line (from 1) and byte in it (from 1) of the first place where `bytes` is
/// not UTF-8, or nothing.
std::optional<std::pair<qsizetype, qsizetype>> firstInvalid(const QByteArray& bytes) {
    qsizetype line = 1;
    qsizetype begin = 0;
    while (begin <= bytes.size()) {
        const qsizetype found = bytes.indexOf('\n', begin);
        const qsizetype end = found < 0 ? bytes.size() : found;
        for (qsizetype length = end - begin; length > 0;) {
            QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = whole.decode(QByteArrayView(bytes).sliced(begin, length));
            if (!whole.hasError()) {
                break;
            }
            // The text before the first replacement character was good; count it in
            // bytes again to say where the bad one stands.
            const qsizetype good = decoded.indexOf(QChar::ReplacementCharacter);
            const qsizetype goodBytes = decoded.left(qMax<qsizetype>(good, 0)).toUtf8().size();
            return std::pair(line, goodBytes + 1);
        }
        if (found < 0) {
            break;
        }
        begin = found + 1;
        ++line;
    }
    return std::nullopt;
}

}  // namespace

ScenarioDocument::ScenarioDocument(QObject* parent) : QObject(parent), name_(tr("untitled.py")) {
    constexpr int kSettleMilliseconds = 120;
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMilliseconds);
    connect(&settle_, &QTimer::timeout, this, &ScenarioDocument::lookAtDisk);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &settle_, qOverload<>(&QTimer::start));
    // A file that is replaced, not written to, is another one: its folder tells.
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settle_,
            qOverload<>(&QTimer::start));
}

ScenarioDocument::Trouble ScenarioDocument::open(const QString& path) {
    Content content;
    if (Trouble trouble = read(path, content)) return trouble;
    const QFileInfo info(path);
    replace(info.absoluteFilePath(), info.fileName(), content);
    return std::nullopt;
}

ScenarioDocument::Trouble ScenarioDocument::reload() {
    Content content;
    if (Trouble trouble = read(path_, content)) return trouble;
    text_ = content.text;
    cleanText_ = content.text;
    byteOrderMark_ = content.byteOrderMark;
    takeLesson(content.lesson);
    updateModified();
    Q_EMIT reloaded();
    Q_EMIT textChanged();
    return std::nullopt;
}

bool ScenarioDocument::isChangedOnDisk() const {
    if (path_.isEmpty() || !QFileInfo(path_).isFile()) return false;
    Content content;
    if (read(path_, content)) return true;  // no text any more, yet somebody's
    return isAnother(content);
}

void ScenarioDocument::restore(const QString& path, const QString& name, const QString& text,
                               const std::optional<QString>& notes, const QString& base) {
    Content content;
    const bool onDisk = !path.isEmpty() && !read(path, content);
    const QString saved = std::exchange(content.text, text);
    replace(onDisk ? path : QString(), name, content);
    cleanText_ = saved;
    if (onDisk && !base.isEmpty() && base != markOf(saved, content.lesson.get())) lostBase_ = base;
    if (lesson_ != nullptr && notes) setNotes(*notes);
    updateModified();
}

QString ScenarioDocument::base() const {
    return lostBase_ ? *lostBase_ : markOf(cleanText_, lesson_.get());
}

QString ScenarioDocument::markOf(const QString& text, const Lesson* lesson) {
    const QByteArray bytes =
        lesson == nullptr ? text.toUtf8() : QByteArray::fromStdString(writeLesson(*lesson));
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void ScenarioDocument::watch() {
    const QStringList before = watcher_.files() + watcher_.directories();
    if (!before.isEmpty()) watcher_.removePaths(before);
    gone_ = false;
    if (path_.isEmpty()) return;
    watcher_.addPath(path_);
    watcher_.addPath(QFileInfo(path_).absolutePath());
}

void ScenarioDocument::lookAtDisk() {
    if (path_.isEmpty()) return;
    if (!QFileInfo::exists(path_)) {
        if (!gone_) Q_EMIT changedOnDisk(false);
        gone_ = true;
        return;
    }
    if (!watcher_.files().contains(path_)) watcher_.addPath(path_);
    Content content;
    if (read(path_, content)) return;  // half written, or no text any more
    const bool back = std::exchange(gone_, false);
    if (isAnother(content)) {
        Q_EMIT changedOnDisk(true);
        return;
    }
    lostBase_.reset();
    if (back || content.text != cleanText_) {
        cleanText_ = content.text;
        updateModified();
    }
}

bool ScenarioDocument::isAnother(const Content& content) const {
    if (lostBase_ && (content.lesson != nullptr || content.text != text_)) return true;
    if (content.text != cleanText_ && content.text != text_) return true;
    if (content.lesson == nullptr || lesson_ == nullptr) return content.lesson != lesson_;
    Lesson there = *content.lesson;
    there.files[there.mainFile] = lesson_->mainText();  // the text has been looked at
    return there != *lesson_;
}

ScenarioDocument::Trouble ScenarioDocument::read(const QString& path, Content& content) {
    const QFileInfo info(path);
    const QString shown = shownPath(path);
    if (info.isSymLink() && !info.exists()) {
        std::error_code error;
        static_cast<void>(std::filesystem::status(path.toStdString(), error));
        return error == std::errc::too_many_symbolic_link_levels
                   ? tr("%1 is a link that leads back to itself.").arg(shown)
                   : tr("%1 is a link to %2, which does not exist.")
                         .arg(shown, shownPath(info.symLinkTarget()));
    }
    if (path.isEmpty() || !info.exists()) {
        return tr("%1 does not exist.").arg(shown);
    }
    if (info.isDir()) {
        return tr("%1 is a folder. Open a Python file in it.").arg(shown);
    }
    if (!info.isFile()) {
        return tr("%1 is not an ordinary file.").arg(shown);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tr("%1 cannot be read: %2.").arg(shown, file.errorString());
    }
    const bool isLesson =
        isLessonName(path.toStdString()) || isLessonContent(file.peek(4).toStdString());
    QByteArray bytes = file.read((isLesson ? qint64{kLargestLesson} : kLargestFile) + 1);
    if (file.error() != QFileDevice::NoError) {
        return tr("%1 cannot be read: %2.").arg(shown, file.errorString());
    }
    if (isLesson) {
        auto read = readLesson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (const auto* problem = std::get_if<std::string>(&read)) {
            return tr("%1 %2.").arg(shown, QString::fromStdString(*problem));
        }
        content.lesson = std::make_shared<const Lesson>(std::move(std::get<Lesson>(read)));
        bytes = QByteArray::fromStdString(content.lesson->mainText());
    }
    if (bytes.size() > kLargestFile) {
        return tr("%1 is too large: a scenario may have %2 MiB.")
            .arg(shown)
            .arg(kLargestFile >> 20);
    }
    const bool byteOrderMark = bytes.startsWith(kByteOrderMark);
    if (byteOrderMark) {
        bytes.remove(0, kByteOrderMark.size());
    }
    if (bytes.contains('\0')) {
        return tr("%1 is a binary file, not Python source.").arg(shown);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        if (const auto place = firstInvalid(bytes)) {
            return tr("%1 is not UTF-8 text: line %2, byte %3 is invalid.")
                .arg(shown)
                .arg(place->first)
                .arg(place->second);
        }
        return tr("%1 is not UTF-8 text.").arg(shown);
    }
    content.text = text;
    content.byteOrderMark = byteOrderMark;
    return std::nullopt;
}

void ScenarioDocument::openText(const QString& name, const QString& text) {
    replace(QString(), name, {text, false, nullptr});
}

void ScenarioDocument::replace(const QString& path, const QString& name, const Content& content) {
    path_ = path;
    name_ = name;
    text_ = content.text;
    cleanText_ = content.text;
    byteOrderMark_ = content.byteOrderMark;
    takeLesson(content.lesson);
    watch();
    updateModified();
    Q_EMIT opened();
    Q_EMIT pathChanged();
    Q_EMIT textChanged();
}

ScenarioDocument::Trouble ScenarioDocument::save() {
    if (path_.isEmpty()) {
        return tr("%1 has no file yet.").arg(name_);
    }
    return saveAs(path_);
}

ScenarioDocument::Trouble ScenarioDocument::saveAs(const QString& path) {
    auto plan = unpacking(path);
    if (auto* trouble = std::get_if<QString>(&plan)) return std::move(*trouble);
    Unpacking& others = std::get<Unpacking>(plan);
    std::shared_ptr<const Lesson> lesson;
    if (isForLesson(path)) lesson = std::make_shared<const Lesson>(packed());
    const QByteArray bytes =
        lesson == nullptr ? textBytes() : QByteArray::fromStdString(writeLesson(*lesson));
    if (lesson != nullptr) {
        if (const auto problem = problemOfLesson(bytes.toStdString())) {
            return tr("%1 was not saved, as it could not be opened again: it %2.")
                .arg(shownPath(path), QString::fromStdString(*problem));
        }
    }
    if (Trouble trouble = others.write()) return trouble;
    if (Trouble trouble = write(path, bytes)) {
        others.undo();
        return trouble;
    }
    const QFileInfo info(path);
    path_ = info.absoluteFilePath();
    name_ = info.fileName();
    cleanText_ = text_;
    takeLesson(lesson);
    watch();
    updateModified();
    Q_EMIT pathChanged();
    Q_EMIT saved(path_);
    return std::nullopt;
}

ScenarioDocument::Trouble ScenarioDocument::write(const QString& path, const QByteArray& bytes) {
    const QString shown = shownPath(path);
    const QFileInfo info(path);
    if (info.isDir()) {
        return tr("%1 is a folder: nothing was saved.").arg(shown);
    }
    const auto reason = replaceFile(path, bytes);
    if (!reason) return std::nullopt;
    if (!info.dir().exists()) {
        return tr("%1 was not saved: its folder does not exist any more.").arg(shown);
    }
    if (!info.exists()) return tr("%1 was not saved: %2.").arg(shown, *reason);
    return tr("%1 was not saved: %2. The old file is untouched.").arg(shown, *reason);
}

void ScenarioDocument::setText(const QString& text) {
    if (text == text_) {
        return;
    }
    text_ = text;
    updateModified();
    Q_EMIT textChanged();
}

QByteArray ScenarioDocument::textBytes() const {
    return byteOrderMark_ ? kByteOrderMark + text_.toUtf8() : text_.toUtf8();
}

Lesson ScenarioDocument::packed() const {
    Lesson lesson;
    if (lesson_ != nullptr) {
        lesson = *lesson_;
    } else {
        lesson.mainFile = mainFileOf(name_.toStdString());
    }
    if (packer_) packer_(lesson);
    lesson.files[lesson.mainFile] = textBytes().toStdString();
    lesson.notes = notes_.toStdString();
    return lesson;
}

bool ScenarioDocument::isForLesson(const QString& path) const {
    if (isLessonName(path.toStdString())) return true;
    // One that was opened by another name stays what it is.
    return lesson_ != nullptr && QFileInfo(path).absoluteFilePath() == path_;
}

std::variant<Unpacking, QString> ScenarioDocument::unpacking(const QString& path) const {
    if (lesson_ == nullptr || isForLesson(path)) return Unpacking();
    return Unpacking::plan(packed(), path);
}

void ScenarioDocument::takeLesson(std::shared_ptr<const Lesson> lesson) {
    lesson_ = std::move(lesson);
    notes_ = lesson_ == nullptr ? QString() : QString::fromStdString(lesson_->notes);
    touched_ = false;
    lostBase_.reset();
}

void ScenarioDocument::setNotes(const QString& notes) {
    if (notes == notes_) return;
    notes_ = notes;
    touch();
    Q_EMIT notesChanged();
}

void ScenarioDocument::touch() {
    touched_ = true;
    updateModified();
    Q_EMIT touched();
}

void ScenarioDocument::settle() {
    cleanText_ = text_;
    updateModified();
}

QString ScenarioDocument::runPath() const {
    return lesson_ == nullptr || path_.isEmpty() ? path_ : path_ + QLatin1Char('/') + fileName();
}

QString ScenarioDocument::fileName() const {
    return lesson_ == nullptr ? name_ : QString::fromStdString(lesson_->mainFile);
}

void ScenarioDocument::updateModified() {
    const bool modified = touched_ || text_ != cleanText_;
    if (modified_ == modified) {
        return;
    }
    modified_ = modified;
    Q_EMIT modifiedChanged(modified);
}

}  // namespace coroscope::app
