// SPDX-License-Identifier: GPL-3.0-or-later
/// What the window writes can be read with the one font that its package depends on.

#include <QDirIterator>
#include <QFontDatabase>
#include <QRawFont>

#include <gtest/gtest.h>

#include "tests/app/support/files.h"

namespace coroscope::app {
namespace {

TEST(Glyphs, AllThatTheWindowWritesAreInTheFontOfThePackage) {
    ASSERT_TRUE(QFontDatabase::hasFamily(QStringLiteral("DejaVu Sans")));
    const QRawFont font = QRawFont::fromFont(QFont(QStringLiteral("DejaVu Sans")));
    ASSERT_TRUE(font.supportsCharacter(U'a'));
    ASSERT_FALSE(font.supportsCharacter(U'\u23f8')) << "another font took its place";
    int looked = 0;
    for (const char* room : {"/app", "/engine/trace"}) {
        QDirIterator files(QStringLiteral(COROSCOPE_SOURCE_DIR) + QLatin1String(room),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            for (const uint letter : QString::fromUtf8(readFile(file)).toUcs4()) {
                if (letter < 0x80) continue;
                ++looked;
                EXPECT_TRUE(font.supportsCharacter(letter))
                    << file.toStdString() << " writes "
                    << QString::fromUcs4(reinterpret_cast<const char32_t*>(&letter), 1)
                           .toStdString();
            }
        }
    }
    EXPECT_GT(looked, 50);
}

}  // namespace
}  // namespace coroscope::app
