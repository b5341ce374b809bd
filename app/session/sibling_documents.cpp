// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sibling_documents.h"

#include <algorithm>
#include <utility>

namespace coroscope::app {

ScenarioDocument* SiblingDocuments::find(const std::string& fileName) const {
    const auto found = std::ranges::find(siblings_, fileName, &Sibling::fileName);
    return found == siblings_.end() ? nullptr : found->document.get();
}

std::map<std::string, std::string> SiblingDocuments::unsaved() const {
    std::map<std::string, std::string> texts;
    for (const Sibling& each : siblings_) {
        if (each.document->isModified()) {
            texts.emplace(each.fileName, each.document->text().toStdString());
        }
    }
    return texts;
}

void SiblingDocuments::setImported(const std::vector<std::string>& fileNames) {
    std::vector<Sibling> gone;
    for (std::size_t i = siblings_.size(); i-- > 0;) {
        if (siblings_[i].document->isModified()) continue;
        if (std::ranges::find(fileNames, siblings_[i].fileName) != fileNames.end()) continue;
        gone.push_back(std::move(siblings_[i]));
        siblings_.erase(siblings_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const std::size_t kept = siblings_.size();
    for (const std::string& fileName : fileNames) {
        if (siblings_.size() < kMost && find(fileName) == nullptr) add(fileName);
    }
    // Those that are gone live until everybody knows.
    if (!gone.empty() || siblings_.size() != kept) Q_EMIT changed();
}

void SiblingDocuments::add(const std::string& fileName) {
    auto document = std::make_unique<ScenarioDocument>();
    if (document->open(QString::fromStdString(fileName))) return;  // the run has said what is wrong
    ScenarioDocument* made = document.get();
    connect(made, &ScenarioDocument::textChanged, this, &SiblingDocuments::textChanged);
    // Unsaved edits are not given up for what another program writes: saving asks.
    connect(made, &ScenarioDocument::changedOnDisk, this, [made](bool exists) {
        if (exists && !made->isModified()) static_cast<void>(made->reload());
    });
    siblings_.push_back({fileName, std::move(document)});
}

void SiblingDocuments::clear() {
    if (siblings_.empty()) return;
    const std::vector<Sibling> gone = std::exchange(siblings_, {});
    Q_EMIT changed();
}

}  // namespace coroscope::app
