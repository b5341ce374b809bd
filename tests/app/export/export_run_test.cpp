// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

TEST(ExportRun, TheExtensionTellsFiguresFromData) {
    const QTemporaryDir folder;
    const auto exported = [&](const char* name) {
        const QString path = folder.filePath(QLatin1String(name));
        EXPECT_EQ(exportRun(runOf(oneSleeper()), {}, path), std::nullopt) << name;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    EXPECT_TRUE(exported("run.svg").startsWith("<?xml"));
    EXPECT_TRUE(exported("run.PDF").startsWith("%PDF"));
    EXPECT_TRUE(exported("run.csv").startsWith("event,time,kind"));
    EXPECT_TRUE(exported("run.json").startsWith("{"));
    EXPECT_TRUE(exported("run.json.gz").startsWith("\x1f\x8b"));
    EXPECT_TRUE(exported("run.mmd").startsWith("gantt"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 6);
}

TEST(ExportRun, FailureIsAnAnswer) {
    const QTemporaryDir folder;
    for (const char* name : {"none/run.csv", "none/run.svg", "run.doc", "run.svg.gz", ""}) {
        EXPECT_TRUE(exportRun(runOf(oneSleeper()), {}, folder.filePath(QLatin1String(name))))
            << name;
    }
    EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

}  // namespace
}  // namespace coroscope::app::testing
