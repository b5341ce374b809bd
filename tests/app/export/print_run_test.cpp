// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/print_run.h"

#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

TEST(Print, PutsThePagesOnWhateverPaperThereIs) {
    QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("p.pdf")));
    printer.setPageOrientation(QPageLayout::Landscape);
    ExportOptions options;
    options.source = true;
    printOn(printer, run(), options);
    QFile file(printer.outputFileName());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_TRUE(pdf.contains("/Count 2"));  // the chart, and the program
}

}  // namespace
}  // namespace coroscope::app::testing
