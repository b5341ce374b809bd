// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The files that the scenario imports, open beside it: on disk, or in the lesson that it is of.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QObject>

#include "app/session/scenario_document.h"
#include "engine/scenario/packed_files.h"

namespace coroscope::app {

/// A document for each file that the last run imported. One with unsaved edits stays even when it
/// is no longer imported.
class SiblingDocuments final : public QObject {
    Q_OBJECT

public:
    /// More files than these are imported, but not shown.
    static constexpr std::size_t kMost = 30;

    struct Sibling {
        std::string fileName;    ///< as the trace calls it
        std::string packedName;  ///< its path in the lesson; empty: it is a file on disk
        std::unique_ptr<ScenarioDocument> document;
    };

    using QObject::QObject;

    [[nodiscard]] const std::vector<Sibling>& all() const { return siblings_; }
    /// Null: it is none of them.
    [[nodiscard]] ScenarioDocument* find(const std::string& fileName) const;
    /// The texts of those with unsaved edits, by the names of the files.
    [[nodiscard]] std::map<std::string, std::string> unsaved() const;

    /// Whether a document is a part of the lesson, and so has no file of its own.
    [[nodiscard]] bool isPacked(const ScenarioDocument& document) const;

    /// A run has imported these files.
    void setImported(const std::vector<std::string>& fileNames);
    /// The same of a lesson in `folder`, in which the other files stand by their paths below that.
    void setImported(const std::vector<std::string>& fileNames, const scenario::PackedFiles& lesson,
                     const std::string& folder);
    /// The lesson was read anew: its files hold this now.
    void takeTexts(const scenario::PackedFiles& lesson);
    /// The lesson was saved, and with it the texts of its files.
    void settlePacked();
    void clear();

Q_SIGNALS:
    /// `all()` has others than before.
    void changed();
    void textChanged();
    /// A text of the lesson was edited: it is no longer what was saved.
    void packedChanged();

private:
    /// `lesson` has the texts of those that are packed.
    void replaceBy(std::vector<Sibling> wanted, const scenario::PackedFiles& lesson);
    void add(Sibling sibling, const scenario::PackedFiles& lesson);

    std::vector<Sibling> siblings_;
};

}  // namespace coroscope::app
