// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The Sync panel in words.

#include <vector>

#include <QString>

#include "app/inspector/sync_state.h"

namespace coroscope::app {

/// `lock`, and `printer`; of one whose name says what it is the name alone.
struct SyncLabel {
    QString what;
    QString name;  ///< empty: `what` says it
};
[[nodiscard]] SyncLabel labelOf(const SyncObject& object);

/// What is in it, or free of it: `3 items`, `1 of 2 items`, `2 places free`, `not set`; empty:
/// there is nothing to say.
[[nodiscard]] QString fillOf(const SyncObject& object);

/// What stands before those who are woken: `1 kept for`, `woken:`.
[[nodiscard]] QString wokenWord(const SyncObject& object);

/// What the panel says before anything was used.
[[nodiscard]] QString nothingUsed();

/// `lock printer: held by left; waiting: right, middle`, a sentence for each object.
[[nodiscard]] QString spokenSync(const trace::Trace& trace, const std::vector<SyncObject>& objects);

}  // namespace coroscope::app
