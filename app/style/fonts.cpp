// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QStringList>

namespace coroscope::app {

namespace {

/// The first of `families` that is installed, else nothing.
QString firstInstalled(const QStringList& families) {
    for (const QString& family : families) {
        if (QFontDatabase::hasFamily(family)) return family;
    }
    return {};
}

}  // namespace

QFont uiFont(double zoom) {
    static const QString family = firstInstalled(
        {QStringLiteral("Noto Sans"), QStringLiteral("Cantarell"), QStringLiteral("DejaVu Sans")});
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (!family.isEmpty()) font.setFamily(family);
    font.setPointSizeF(10.0 * zoom);
    return font;
}

QFont codeFont() {
    static const QString family =
        firstInstalled({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"),
                        QStringLiteral("Noto Sans Mono")});
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!family.isEmpty()) font.setFamily(family);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    // The monospaced families run larger than the UI font at the same size.
    font.setPointSizeF(QGuiApplication::font().pointSizeF() * 0.98);
    return font;
}

QFont scaled(QFont font, double factor) {
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

}  // namespace coroscope::app
