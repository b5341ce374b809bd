// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/replace_file.h"

#include <QSaveFile>

namespace coroscope::app {

std::optional<QString> replaceFile(const QString& path, const QByteArray& bytes) {
    // It writes beside the target and renames at the end.
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly)) return file.errorString();
    // A few bytes go into a buffer, without an error on a disk that is full; and what fails when
    // `commit` empties the buffer does not keep it from putting the empty file in place (Qt 6.4).
    const bool written = file.write(bytes) == bytes.size() && file.flush();
    if (!written || !file.commit()) return file.errorString();
    return std::nullopt;
}

}  // namespace coroscope::app
