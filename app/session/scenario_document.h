// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The scenario that is open: its text, where it lives on disk, and whether
/// the two still agree.

#include <optional>

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace coroscope::app {

/// One open scenario. Its text is changed by the editor, its file only by
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
    /// Writes the text to `path` and makes that the document's file.
    [[nodiscard]] Trouble saveAs(const QString& path);

    /// Replaces the document by unsaved work that a crash has left. It counts as
    /// modified.
    void restore(const QString& path, const QString& name, const QString& text);
    /// Whether the file holds, at this moment, something that is neither what was
    /// opened or saved last nor the text here: saving would destroy it.
    [[nodiscard]] bool isChangedOnDisk() const;
    /// Takes the text that the file holds now, as after `changedOnDisk`.
    [[nodiscard]] Trouble reload();

    /// Takes over what the editor holds now.
    void setText(const QString& text);

    [[nodiscard]] const QString& text() const { return text_; }
    /// Absolute path of the file, or empty when the text has none yet.
    [[nodiscard]] const QString& path() const { return path_; }
    /// What to call it in the title: the file's name, or the given name.
    [[nodiscard]] const QString& name() const { return name_; }
    /// Whether the text differs from what was opened or saved last.
    [[nodiscard]] bool isModified() const { return modified_; }

Q_SIGNALS:
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
    [[nodiscard]] Trouble write(const QString& path) const;
    void replace(const QString& path, const QString& name, const QString& text, bool byteOrderMark);
    void setModified(bool modified);
    struct Content {
        QString text;
        bool byteOrderMark = false;
    };
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
    bool modified_ = false;
    /// The file began with a byte order mark, and shall keep it.
    bool byteOrderMark_ = false;
};

}  // namespace coroscope::app
