// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings_check.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QStringDecoder>

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Settings", text); }

/// What QSettings writes is text without control characters: it writes those as `\x1b`.
bool isText(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return true;
    const QByteArray bytes = file.readAll();
    const bool control = std::ranges::any_of(bytes, [](char each) {
        return static_cast<unsigned char>(each) < ' ' && each != '\n' && each != '\r' &&
               each != '\t';
    });
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString text = decoder.decode(bytes);
    return !control && !decoder.hasError();
}

}  // namespace

std::optional<QString> troubleOfSettings() {
    const QSettings settings;
    const QString path = settings.fileName();
    if (settings.status() == QSettings::AccessError) {
        return tr("%1 cannot be read: this is how the window is without settings.").arg(path);
    }
    // Only who asks for what is in the sections has them read.
    (void)settings.allKeys();
    if (settings.status() != QSettings::FormatError && isText(path)) return std::nullopt;
    const QString copy = path + QStringLiteral(".damaged");
    QFile::remove(copy);
    const QString what = tr("%1 is damaged. What could be read of it is used").arg(path);
    return QFile::copy(path, copy) ? tr("%1; a copy is kept as %2.").arg(what, copy)
                                   : tr("%1.").arg(what);
}

}  // namespace coroscope::app
