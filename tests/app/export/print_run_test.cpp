// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/print_run.h"

#include <vector>

#include <QApplication>
#include <QFile>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

/// Of a program that finds no room on the page of its chart.
ExportedRun longRun() {
    ExportedRun run = runOf(parcels());
    for (int line = 0; line < 1500; ++line) run.source += "value = value + 1\n";
    return run;
}

TEST(Print, PutsThePagesOnWhateverPaperThereIs) {
    QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("p.pdf")));
    printer.setPageOrientation(QPageLayout::Landscape);
    ExportOptions options;
    options.source = true;
    const auto printed = [&](const ExportedRun& run) {
        EXPECT_EQ(printOn(printer, run, options), std::nullopt);
        QFile file(printer.outputFileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray pdf = printed(run());
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_TRUE(pdf.contains("/Count 1\n"));  // the program stands by the chart
    EXPECT_FALSE(printed(longRun()).contains("/Count 1\n"));
}

TEST(Print, SaysWhatWentWrong) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(QStringLiteral("/nowhere/at/all/p.pdf"));
    EXPECT_TRUE(
        printOn(printer, run(), {}).value_or(QString()).contains(QLatin1String("/nowhere")));
    ExportOptions nothing;
    nothing.from = 1000;
    EXPECT_TRUE(
        printOn(printer, run(), nothing).value_or(QString()).contains(QLatin1String("lasts")));
}

TEST(Print, ThePreviewHasThePagesThatWillBePrinted) {
    int pages = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<QPrintPreviewDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        pages = dialog->findChild<QPrintPreviewWidget*>()->pageCount();
        if (pages > 0) dialog->close();
    });
    look.start(20);
    ExportOptions options;
    options.source = true;
    EXPECT_EQ(previewPrint(longRun(), options, nullptr), std::nullopt);
    EXPECT_GT(pages, 1);  // the chart, and the program
}

TEST(Print, CanBeStoppedBetweenPages) {
    QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("p.pdf")));
    ExportOptions options;
    options.source = true;
    std::vector<double> shares;
    const auto goOn = [&shares](double share) {
        shares.push_back(share);
        return shares.size() < 2;
    };
    EXPECT_EQ(printOn(printer, longRun(), options, goOn), std::nullopt);
    EXPECT_EQ(shares.size(), 2U);
}

}  // namespace
}  // namespace coroscope::app::testing
