// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The files that the scenario imports, open beside it.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QObject>

#include "app/session/scenario_document.h"

namespace coroscope::app {

/// A document for each file that the last run imported. One with unsaved edits stays even when it
/// is no longer imported.
class SiblingDocuments final : public QObject {
    Q_OBJECT

public:
    /// More files than these are imported, but not shown.
    static constexpr std::size_t kMost = 30;

    struct Sibling {
        std::string fileName;  ///< as the trace calls it
        std::unique_ptr<ScenarioDocument> document;
    };

    using QObject::QObject;

    [[nodiscard]] const std::vector<Sibling>& all() const { return siblings_; }
    /// Null: it is none of them.
    [[nodiscard]] ScenarioDocument* find(const std::string& fileName) const;
    /// The texts of those with unsaved edits, by the names of the files.
    [[nodiscard]] std::map<std::string, std::string> unsaved() const;

    /// A run has imported these files.
    void setImported(const std::vector<std::string>& fileNames);
    void clear();

Q_SIGNALS:
    /// `all()` has others than before.
    void changed();
    void textChanged();

private:
    void add(const std::string& fileName);

    std::vector<Sibling> siblings_;
};

}  // namespace coroscope::app
