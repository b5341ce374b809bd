// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Keeps a copy of unsaved work, so that a crash or a power cut costs seconds.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include "app/lesson/lesson.h"

namespace coroscope::app {

class ScenarioDocument;

/// What a program that did not come to its end has left.
struct LeftBehind {
    QString file;  ///< the copy itself
    QString path;  ///< of the scenario's own file; empty if it had none
    QString name;
    QString text;
    std::optional<QString> notes = {};
    std::vector<std::uint64_t> bookmarks = {};
    LessonBreakpoints breakpoints = {};
    QString base = {};  ///< of its file; see ScenarioDocument::base
};

/// Writes the document to a folder of its own a moment after each change, while it is modified, and
/// takes the copy away once it is saved, given up or closed. Each running program holds a lock on
/// its copy, so that only what nobody owns any more counts as left behind.
class Autosave final : public QObject {
    Q_OBJECT

public:
    static constexpr int kDelayMilliseconds = 1500;

    /// `folder` is made when it is needed; empty: one of the user's data folder.
    explicit Autosave(ScenarioDocument& document, const QString& folder = {},
                      QObject* parent = nullptr);
    ~Autosave() override;

    /// Puts bookmarks and breakpoints into the copy each time that one is made.
    using Marker = std::function<void(LeftBehind&)>;
    void setMarker(Marker marker) { marker_ = std::move(marker); }

    /// Writes now, if there is something to write; false if that failed.
    bool flush();
    /// The copies that programs now dead have left in the folder, the newest first.
    [[nodiscard]] static std::vector<LeftBehind> leftBehind(const QString& folder = {});
    /// Takes such a copy away: it was restored, or is not wanted.
    static void discard(const LeftBehind& left);

Q_SIGNALS:
    /// The copy could not be written, for this reason. Told once, until it can be written again.
    void failed(const QString& reason);

private:
    void onChange();
    /// A sentence's end that says why it went wrong, or nothing.
    [[nodiscard]] std::optional<QString> write();
    void remove();
    [[nodiscard]] std::optional<QString> own();

    ScenarioDocument& document_;
    QString folder_;
    QString file_;  ///< this program's copy
    std::unique_ptr<QLockFile> lock_;
    QTimer timer_;
    Marker marker_;
    bool failing_ = false;
};

}  // namespace coroscope::app
