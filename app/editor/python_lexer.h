// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qsci/qscilexerpython.h>

#include "app/style/theme.h"

namespace coroscope::app {

/// Highlights Python 3.11 (QScintilla's own lexer knows neither `async` nor
/// `await`, and takes `print` for a keyword) in the colours of a theme.
class PythonLexer final : public QsciLexerPython {
    Q_OBJECT

public:
    explicit PythonLexer(QObject* parent = nullptr);
    /// The names that it offers go before it: the thread that prepares them asks it how words are
    /// parted, and would find half a lexer.
    ~PythonLexer() override;

    /// With a blank between them.
    static constexpr const char* kKeywords =
        "False None True and as assert async await break class continue def del elif else except "
        "finally for from global if import in is lambda nonlocal not or pass raise return try "
        "while with yield";
    [[nodiscard]] const char* keywords(int set) const override;
    void setTheme(const Scheme& theme, const QFont& font);
};

}  // namespace coroscope::app
