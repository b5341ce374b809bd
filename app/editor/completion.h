// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Which names go on where somebody has begun one.

#include <QString>
#include <QStringList>

namespace coroscope::app {

struct Completion {
    QString begun;      ///< the part of the name that stands there
    QStringList names;  ///< in the order of the alphabet, those with a capital last
};

/// `before` and `after` are the line on both sides of the cursor, `text` is the whole program.
/// Behind `asyncio.` only what asyncio has is offered; behind another name's dot the methods of
/// loops, tasks and futures and what the program itself writes behind dots; elsewhere the program's
/// own names.
[[nodiscard]] Completion completionOf(const QString& before, const QString& text,
                                      const QString& after = {});

/// Whether names are to be offered where nobody has asked, given the same: behind the dot of a
/// name, and from three letters on. Not where a name is made (`def`, `class`, `as`, `for`), nor for
/// one that is whole: whoever types Return there wants another line.
[[nodiscard]] bool wantsOffer(const QString& before, const QString& text, const QString& after);

}  // namespace coroscope::app
