// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include <atomic>
#include <cmath>
#include <memory>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QProgressDialog>
#include <QThread>
#include <QTimer>

#include "app/export/export_run.h"

namespace coroscope::app {

ExportOutcome exportWithProgress(const ExportedRun& run, const ExportOptions& options,
                                 const QString& path, QWidget* parent, int patience) {
    constexpr int kParts = 1000;
    ExportOutcome outcome;
    std::atomic<bool> stop = false;
    std::atomic<int> part = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        outcome.trouble = exportRun(run, options, path, &outcome.written, [&](double share) {
            part = static_cast<int>(std::lround(share * kParts));
            return !stop;
        });
    }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    // What is done in no time needs no dialog; until there is one, nothing else may be clicked.
    QTimer::singleShot(patience, &loop, [&loop] { loop.exit(1); });
    thread->start();
    if (loop.exec(QEventLoop::ExcludeUserInputEvents) != 0 && !thread->isFinished()) {
        QProgressDialog dialog(
            QCoreApplication::translate("ExportJob", "Writing %1…").arg(QFileInfo(path).fileName()),
            QCoreApplication::translate("ExportJob", "Stop"), 0, 0, parent);
        dialog.setWindowModality(Qt::WindowModal);
        dialog.setMinimumDuration(0);
        dialog.setAutoReset(false);
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &dialog, [&dialog, &part] {
            if (part == 0) return;  // how far it is, is not known yet
            dialog.setMaximum(kParts);
            dialog.setValue(part);
        });
        QObject::connect(&dialog, &QProgressDialog::canceled, &dialog, [&stop] { stop = true; });
        tick.start(50);
        dialog.show();
        if (!thread->isFinished()) loop.exec();
    }
    thread->wait();
    outcome.stopped = stop && outcome.trouble.has_value();
    return outcome;
}

}  // namespace coroscope::app
