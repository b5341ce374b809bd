// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/python_lexer.h"

#include <utility>

#include <Qsci/qsciabstractapis.h>

namespace coroscope::app {

PythonLexer::PythonLexer(QObject* parent) : QsciLexerPython(parent) {
    setFoldComments(false);
    setIndentationWarning(QsciLexerPython::Inconsistent);
    setHighlightSubidentifiers(false);
}

PythonLexer::~PythonLexer() { delete apis(); }

const char* PythonLexer::keywords(int set) const { return set == 1 ? kKeywords : nullptr; }

void PythonLexer::setTheme(const Scheme& theme, const QFont& font) {
    setDefaultColor(theme.ink);
    setDefaultPaper(theme.pane);
    setDefaultFont(font);
    setColor(theme.ink, -1);
    setPaper(theme.pane, -1);
    setFont(font, -1);
    const std::pair<int, QColor> colors[] = {
        {Comment, theme.comment},
        {CommentBlock, theme.comment},
        {Number, theme.number},
        {Keyword, theme.keyword},
        {DoubleQuotedString, theme.text},
        {SingleQuotedString, theme.text},
        {TripleSingleQuotedString, theme.text},
        {TripleDoubleQuotedString, theme.text},
        {SingleQuotedFString, theme.text},
        {DoubleQuotedFString, theme.text},
        {TripleSingleQuotedFString, theme.text},
        {TripleDoubleQuotedFString, theme.text},
        {UnclosedString, theme.trouble},
        {ClassName, theme.definition},
        {FunctionMethodName, theme.definition},
        {Decorator, theme.decorator},
    };
    for (const auto& [style, color] : colors) setColor(color, style);
    setEolFill(false, UnclosedString);
}

}  // namespace coroscope::app
