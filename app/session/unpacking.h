// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace coroscope::app {

struct Lesson;

/// What a lesson leaves beside a Python file that takes its place: the programs that it imports,
/// and its notes. A lesson may come from a stranger, so that nothing else of it is written to disk,
/// and no file that is there is replaced.
class Unpacking {
    Q_DECLARE_TR_FUNCTIONS(Unpacking)

public:
    /// Nothing is to be written.
    Unpacking() = default;
    /// What is to be written if `path` is to be the lesson's main file; or why that cannot be, as a
    /// sentence for the user.
    [[nodiscard]] static std::variant<Unpacking, QString> plan(const Lesson& lesson,
                                                               const QString& path);

    /// The files to be written, by their paths below the folder; without those that lie there with
    /// the same content.
    [[nodiscard]] QStringList names() const;
    /// The lesson's files that are no programs.
    [[nodiscard]] const QStringList& leftOut() const { return leftOut_; }

    /// Writes all; or none, and then says why.
    [[nodiscard]] std::optional<QString> write();
    /// Takes away what `write` has written.
    void undo();

private:
    struct File {
        QString name;
        QString place;
        std::string bytes;
    };
    [[nodiscard]] bool write(const File& file, QString& reason);
    [[nodiscard]] bool makeFolderOf(const File& file);

    QString target_;
    QString folder_;
    std::vector<File> files_;
    QStringList leftOut_;
    QStringList written_;
    QStringList made_;  ///< folders
};

}  // namespace coroscope::app
