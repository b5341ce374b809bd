// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The scenario that is open: its text, where it lives on disk, and whether
/// the two still agree.

#include <functional>
#include <memory>
#include <optional>
#include <variant>

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include "app/lesson/lesson.h"
#include "app/session/unpacking.h"

namespace coroscope::app {

/// One open scenario: a Python file, or a lesson, of which the text is the main
/// file's. Its text is changed by the editor, its file only by
/// `save` and `saveAs`, which replace the file as a whole or not at all.
///
/// Operations that touch the disk return nothing when they went well, else one
/// sentence for the user that names the file and the reason. A failed
/// operation changes neither the document nor the file.
class ScenarioDocument : public QObject {
    Q_OBJECT

public:
    /// A sentence for the user, or nothing when all went well.
    using Trouble = std::optional<QString>;

    /// Files beyond this are refused: no lesson is that long, and the editor
    /// would crawl.
    static constexpr qint64 kLargestFile = 4LL << 20;

    explicit ScenarioDocument(QObject* parent = nullptr);

    /// Replaces the document by the file at `path`.
    [[nodiscard]] Trouble open(const QString& path);
    /// Replaces the document by `text`, which belongs to no file: a new
    /// scenario, or a bundled one. It counts as unmodified.
    void openText(const QString& name, const QString& text);

    /// Writes the text to `path()`.
    [[nodiscard]] Trouble save();
    /// Writes the text to `path` and makes that the document's file: a lesson, if
    /// it is called so or is one already. A lesson that becomes a Python file has its
    /// programs and notes put beside that one: see `unpacking`.
    [[nodiscard]] Trouble saveAs(const QString& path);
    /// What else `saveAs` would write, for the user to agree to; or the trouble that it would have.
    [[nodiscard]] std::variant<Unpacking, QString> unpacking(const QString& path) const;

    /// Replaces the document by unsaved work that a crash has left. It counts as
    /// modified. A lesson has its notes back, too. `base` is what `base()` was when the work was
    /// kept: if the file holds something else by now, it counts as changed on disk. Empty: unknown.
    void restore(const QString& path, const QString& name, const QString& text,
                 const std::optional<QString>& notes = {}, const QString& base = {});
    /// A mark of what was opened or saved last, which tells it from any other content of the file.
    [[nodiscard]] QString base() const;
    /// Whether the file holds, at this moment, something that is neither what was
    /// opened or saved last nor the text here: saving would destroy it.
    [[nodiscard]] bool isChangedOnDisk() const;
    /// Takes the text that the file holds now, as after `changedOnDisk`.
    [[nodiscard]] Trouble reload();

    /// Completes a lesson that is about to be written: what only others know.
    using Packer = std::function<void(Lesson&)>;
    void setPacker(Packer packer) { packer_ = std::move(packer); }
    /// What was opened or saved last, if it is a lesson; else null.
    [[nodiscard]] const std::shared_ptr<const Lesson>& lesson() const { return lesson_; }
    /// The lesson that `saveAs` would write now.
    [[nodiscard]] Lesson packed() const;
    /// The teacher's notes, which a lesson has.
    [[nodiscard]] const QString& notes() const { return notes_; }
    void setNotes(const QString& notes);
    /// Something else that goes into a lesson was changed.
    void touch();
    /// What it holds has been saved with the lesson that it is a part of.
    void settle();

    /// Takes over what the editor holds now.
    void setText(const QString& text);

    [[nodiscard]] const QString& text() const { return text_; }
    /// Absolute path of the file, or empty when the text has none yet.
    [[nodiscard]] const QString& path() const { return path_; }
    /// What tracebacks show, and beside which imports look for modules: the file's
    /// path; in a lesson the main file's, as if the lesson were a folder.
    [[nodiscard]] QString runPath() const;
    /// The name of the Python file.
    [[nodiscard]] QString fileName() const;
    /// What to call it in the title: the file's name, or the given name.
    [[nodiscard]] const QString& name() const { return name_; }
    /// Whether the text differs from what was opened or saved last.
    [[nodiscard]] bool isModified() const { return modified_; }

Q_SIGNALS:
    /// By `setNotes`.
    void notesChanged();
    /// Notes or bookmarks have.
    void touched();
    /// Another document took this one's place; `textChanged` follows.
    void opened();
    /// The text is another one, whoever changed it.
    void textChanged();
    void modifiedChanged(bool modified);
    /// `path()` or `name()` changed.
    void pathChanged();
    /// The text was replaced as a whole (`textChanged` follows), but the document
    /// is the same one.
    void reloaded();
    /// Another program has written another text to the file, or has removed it.
    void changedOnDisk(bool exists);
    /// The file at `path` now holds the text.
    void saved(const QString& path);

private:
    struct Content {
        QString text;
        bool byteOrderMark = false;
        std::shared_ptr<const Lesson> lesson;
    };
    [[nodiscard]] static Trouble write(const QString& path, const QByteArray& bytes);
    /// Whether a file of this path is written as a lesson.
    [[nodiscard]] bool isForLesson(const QString& path) const;
    [[nodiscard]] QByteArray textBytes() const;
    void replace(const QString& path, const QString& name, const Content& content);
    void takeLesson(std::shared_ptr<const Lesson> lesson);
    /// Whether a file holds something else than what was opened or saved last.
    [[nodiscard]] bool isAnother(const Content& content) const;
    [[nodiscard]] static QString markOf(const QString& text, const Lesson* lesson);
    void updateModified();
    [[nodiscard]] static Trouble read(const QString& path, Content& content);
    void watch();
    void lookAtDisk();

    QFileSystemWatcher watcher_;
    /// Editors write in several steps; only what comes of them counts.
    QTimer settle_;
    bool gone_ = false;
    QString text_;
    QString cleanText_;
    QString path_;
    QString name_;
    /// Of restored work whose file holds something else than it did: what that was.
    std::optional<QString> lostBase_;
    std::shared_ptr<const Lesson> lesson_;
    QString notes_;
    Packer packer_;
    bool touched_ = false;  ///< notes, bookmarks
    bool modified_ = false;
    /// The file began with a byte order mark, and shall keep it.
    bool byteOrderMark_ = false;
};

}  // namespace coroscope::app
