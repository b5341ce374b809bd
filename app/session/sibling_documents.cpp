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

bool SiblingDocuments::isPacked(const ScenarioDocument& document) const {
    return std::ranges::any_of(siblings_, [&document](const Sibling& each) {
        return each.document.get() == &document && !each.packedName.empty();
    });
}

void SiblingDocuments::setImported(const std::vector<std::string>& fileNames) {
    std::vector<Sibling> wanted;
    for (const std::string& fileName : fileNames) wanted.push_back({fileName, {}, nullptr});
    replaceBy(std::move(wanted), {});
}

void SiblingDocuments::setImported(const std::vector<std::string>& fileNames,
                                   const scenario::PackedFiles& lesson, const std::string& folder) {
    std::vector<Sibling> wanted;
    const std::string above = folder.empty() ? std::string() : folder + '/';
    for (const std::string& fileName : fileNames) {
        if (!fileName.starts_with(above)) continue;
        const std::string name = fileName.substr(above.size());
        if (lesson.contains(name)) wanted.push_back({fileName, name, nullptr});
    }
    replaceBy(std::move(wanted), lesson);
}

void SiblingDocuments::takeTexts(const scenario::PackedFiles& lesson) {
    for (const Sibling& each : siblings_) {
        const auto file = lesson.find(each.packedName);
        if (each.packedName.empty() || file == lesson.end()) continue;
        const QString text = QString::fromStdString(file->second);
        if (text == each.document->text()) {
            each.document->settle();
        } else {
            each.document->openText(QString::fromStdString(each.packedName), text);
        }
    }
}

void SiblingDocuments::settlePacked() {
    for (const Sibling& each : siblings_) {
        if (!each.packedName.empty()) each.document->settle();
    }
}

void SiblingDocuments::replaceBy(std::vector<Sibling> wanted, const scenario::PackedFiles& lesson) {
    std::vector<Sibling> gone;
    for (std::size_t i = siblings_.size(); i-- > 0;) {
        if (siblings_[i].document->isModified()) continue;
        if (std::ranges::find(wanted, siblings_[i].fileName, &Sibling::fileName) != wanted.end()) {
            continue;
        }
        gone.push_back(std::move(siblings_[i]));
        siblings_.erase(siblings_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const std::size_t kept = siblings_.size();
    for (Sibling& each : wanted) {
        if (siblings_.size() < kMost && find(each.fileName) == nullptr)
            add(std::move(each), lesson);
    }
    // Those that are gone live until everybody knows.
    if (!gone.empty() || siblings_.size() != kept) Q_EMIT changed();
}

void SiblingDocuments::add(Sibling sibling, const scenario::PackedFiles& lesson) {
    sibling.document = std::make_unique<ScenarioDocument>();
    ScenarioDocument* made = sibling.document.get();
    if (sibling.packedName.empty()) {
        // What is wrong with it has been said by the run.
        if (made->open(QString::fromStdString(sibling.fileName))) return;
        // Unsaved edits are not given up for what another program writes: saving asks.
        connect(made, &ScenarioDocument::changedOnDisk, this, [made](bool exists) {
            if (exists && !made->isModified()) static_cast<void>(made->reload());
        });
    } else {
        made->openText(QString::fromStdString(sibling.packedName),
                       QString::fromStdString(lesson.at(sibling.packedName)));
    }
    connect(made, &ScenarioDocument::textChanged, this, [this, made] {
        if (made->isModified() && isPacked(*made)) Q_EMIT packedChanged();
        Q_EMIT textChanged();
    });
    siblings_.push_back(std::move(sibling));
}

void SiblingDocuments::clear() {
    if (siblings_.empty()) return;
    const std::vector<Sibling> gone = std::exchange(siblings_, {});
    Q_EMIT changed();
}

}  // namespace coroscope::app
