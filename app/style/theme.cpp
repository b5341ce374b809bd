// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/theme.h"

#include <QApplication>
#include <QToolTip>

#include "app/style/flat_style.h"
#include "app/style/fonts.h"
#include "app/style/labels.h"
#include "app/style/legible.h"

static void initialiseResources() { Q_INIT_RESOURCE(resources); }

namespace coroscope::app {

namespace {

QPalette paletteOf(const Scheme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.backdrop);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.pane);
    palette.setColor(QPalette::AlternateBase, theme.backdrop);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::BrightText, legibleOn(theme.trouble, theme.troubleSoft));
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentInk);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.pane);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::Light, theme.pane);
    palette.setColor(QPalette::Midlight, theme.grid);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.faint);
    }
    for (const auto role : {QPalette::Base, QPalette::Button}) {
        palette.setColor(QPalette::Disabled, role, theme.backdrop);
    }
    return palette;
}

/// Those of the classes whose type differs from the common one.
void setFonts(const QFont& font) {
    QApplication::setFont(font);
    QApplication::setFont(bold(scaled(font, 1.35)), Title::staticMetaObject.className());
    QApplication::setFont(bold(scaled(font, 1.12)), Lead::staticMetaObject.className());
    QApplication::setFont(bold(font), Caption::staticMetaObject.className());
}

}  // namespace

void applyTheme(ThemeChoice choice, bool systemIsDark, double zoom) {
    initialiseResources();
    const bool dark =
        choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const Scheme& theme = choice == ThemeChoice::HighContrast ? contrastScheme()
                          : dark                              ? darkScheme()
                                                              : lightScheme();
    // Each of these reaches every widget: not more of them than have to be.
    if (qobject_cast<FlatStyle*>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new FlatStyle);
    }
    if (const QPalette palette = paletteOf(theme); palette != QApplication::palette()) {
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    }
    if (const QFont font = uiFont(zoom); font != QApplication::font()) setFonts(font);
    // Qt tells windows later; whoever asks for the theme now has it now.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationPaletteChange);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
}

}  // namespace coroscope::app
