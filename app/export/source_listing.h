// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The text of a program as part of a figure: numbered lines, in as many columns as there is room
/// for; of several files one after the other, each below its name. The header in comments is left
/// out, the numbers are those of the file. What is wider than the room goes on in rows below, which
/// have a mark instead of a number.

#include <cstddef>
#include <string_view>
#include <vector>

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "engine/trace/traced_program.h"

class QPainter;

namespace coroscope::app {

struct Palette;

class SourceListing {
public:
    /// `fontPixels`: the height of its type.
    SourceListing(const std::vector<trace::ProgramFile>& files, double fontPixels);

    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// Breaks its lines so that a column is not wider than that.
    void wrap(double width);
    /// The width of one column of it.
    [[nodiscard]] double columnWidth() const { return columnWidth_; }
    /// The height that it needs at a width.
    [[nodiscard]] double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& rect, const Palette& palette) const;
    /// Where a line stands in that rectangle; empty: it is left out.
    [[nodiscard]] QRectF lineRect(const QRectF& rect, const trace::FileLine& line) const;
    /// The same, broken for a sheet, on as many of them as it needs.
    [[nodiscard]] std::vector<SourceListing> split(const QSizeF& sheet) const;
    /// On how many sheets of that size it stands.
    [[nodiscard]] std::size_t sheetsFor(const QSizeF& sheet) const;

private:
    struct Line {
        trace::FileLine place;  ///< of no line: a file's name, or what stands above it
        QString text;
        bool comment = false;
        bool goesOn = false;  ///< with what the row above had no room for
    };
    void add(std::size_t file, std::string_view source);
    /// What stands where other lines have their numbers.
    [[nodiscard]] static QString markOf(const Line& row);
    /// The rows that a sheet holds.
    [[nodiscard]] std::size_t mostOn(const QSizeF& sheet) const;
    [[nodiscard]] int columnsFor(double width) const;
    [[nodiscard]] int rowsFor(double width) const;

    QFont font_;
    double character_ = 0;  ///< the width of one
    double lineHeight_ = 0;
    double columnWidth_ = 0;
    std::vector<Line> lines_;
    std::vector<Line> rows_;  ///< the lines, broken
};

}  // namespace coroscope::app
