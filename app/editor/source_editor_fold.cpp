// SPDX-License-Identifier: GPL-3.0-or-later
/// The header of a scenario is read by the teacher, not by the class: it can be folded.

#include <algorithm>

#include "app/editor/source_editor.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kFolded = 5;
constexpr int kUnfolded = 6;
/// The header begins at the top of a file, but for what a shell or an editor wants there.
constexpr int kLookedAt = 10;
constexpr int kLongestPreface = 200;

}  // namespace

void SourceEditor::buildFold() {
    SendScintilla(SCI_MARKERDEFINE, kFolded, SC_MARK_ARROW);
    SendScintilla(SCI_MARKERDEFINE, kUnfolded, SC_MARK_ARROWDOWN);
    connect(this, &QsciScintilla::cursorPositionChanged, this,
            [this](int row, int) { unfoldFor(row + 1); });
    // Which lines are hidden moves along with the text, not with the header.
    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (!headerFolded_) return;
        SendScintilla(SCI_SHOWLINES, 0UL, static_cast<long>(lines() - 1));
        hideLines(header());
    });
}

void SourceEditor::unfoldFor(int line) {
    if (!headerFolded_) return;
    const HeaderLines lines = header();
    if (line > lines.first && line <= lines.last) setHeaderFolded(false);
}

SourceEditor::HeaderLines SourceEditor::header() const {
    for (int row = 0; row < std::min(lines(), kLookedAt); ++row) {
        if (!text(row).startsWith(QLatin1String("# /// coroscope"))) continue;
        for (int end = row + 1; end < lines(); ++end) {
            const QString line = text(end).trimmed();
            if (line == QLatin1String("# ///")) return {row + 1, end + 1};
            if (!line.startsWith(QLatin1Char('#'))) break;
        }
        break;
    }
    return {};
}

void SourceEditor::setHeaderFolded(bool folded) {
    headerFolded_ = folded;
    markerDeleteAll(kFolded);
    markerDeleteAll(kUnfolded);
    SendScintilla(SCI_SHOWLINES, 0UL, static_cast<long>(lines() - 1));
    const HeaderLines lines = header();
    if (lines.first == 0) return;
    markerAdd(lines.first - 1, folded ? kFolded : kUnfolded);
    if (!folded) return;
    if (const int row = cursorLine(); row > lines.first && row <= lines.last) {
        setCursorPosition(lines.first - 1, 0);
    }
    hideLines(lines);
}

/// Of the header, the docstring and the comments with which the file begins; 0: there are none.
int SourceEditor::lastLineOfPreface() const {
    int last = 0;
    QString quotes;  // of the docstring that is open
    for (int row = 0; row < std::min(lines(), kLongestPreface); ++row) {
        const QString line = text(row).trimmed();
        if (quotes.isEmpty() && !line.isEmpty() && !line.startsWith(QLatin1Char('#'))) {
            const QString opened = line.left(3);
            const bool docstring =
                opened == QLatin1String("\"\"\"") || opened == QLatin1String("'''");
            if (!docstring) break;
            if (line.size() < 6 || !line.endsWith(opened)) quotes = opened;
        } else if (!quotes.isEmpty() && line.endsWith(quotes)) {
            quotes.clear();
        }
        if (!line.isEmpty()) last = row + 1;
    }
    return quotes.isEmpty() ? last : 0;
}

void SourceEditor::scrollPast(int line) {
    if (line < 1 || line >= lines()) return;
    const int row = static_cast<int>(SendScintilla(SCI_VISIBLEFROMDOCLINE, line));
    if (firstVisibleLine() < row) setFirstVisibleLine(row);
}

void SourceEditor::hideLines(const HeaderLines& header) {
    if (header.first == 0) return;
    SendScintilla(SCI_HIDELINES, static_cast<unsigned long>(header.first),
                  static_cast<long>(header.last - 1));
}

void SourceEditor::clickMargin(int line) {
    if (line != header().first) {
        Q_EMIT breakpointClicked(line);
        return;
    }
    setHeaderFolded(!headerFolded_);
    Q_EMIT headerFoldChanged(headerFolded_);
}

}  // namespace coroscope::app
