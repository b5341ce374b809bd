// SPDX-License-Identifier: GPL-3.0-or-later
/// The least that a Qt program can do to write a figure: it starts offscreen and writes one line of
/// text as SVG. What an export takes is compared with it. usage: one_line_svg FILE

#include <QGuiApplication>
#include <QPainter>
#include <QSvgGenerator>

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2) return 2;
    QSvgGenerator figure;
    figure.setFileName(QString::fromLocal8Bit(argv[1]));
    figure.setSize(QSize(200, 40));
    QPainter painter(&figure);
    painter.drawText(10, 25, QStringLiteral("one line of text"));
    return painter.end() ? 0 : 1;
}
