// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace coroscope::app {

/// The files opened or saved last, newest first, kept in the user's settings.
class RecentFiles {
public:
    static constexpr int kMost = 10;

    /// Those that still exist.
    [[nodiscard]] static QStringList list();
    static void add(const QString& path);
    static void clear();
};

}  // namespace coroscope::app
