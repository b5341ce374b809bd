// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a widget is for, where its class does not say it: the style draws it accordingly.

class QFrame;
class QLabel;
class QWidget;

namespace coroscope::app {

enum class Look {
    Plain,     ///< as every widget of its class
    Flat,      ///< a button that is only its icon until the mouse is on it
    Primary,   ///< the one button that matters most
    Small,     ///< a button or a field among other things of a line
    Segment,   ///< one of the buttons in a frame of which one is down
    Choice,    ///< one of a row of buttons that choose a page
    Pane,      ///< a frame around content
    Header,    ///< the strip at the top of the window
    Segments,  ///< the frame around buttons that are segments
    Sheet,     ///< a window without a frame of its own
    Good,      ///< a frame or label that says something worth reading
    Trouble,   ///< a frame or label that says what went wrong
};

/// May be called again at any time.
void setLook(QWidget& widget, Look look);
/// The same for a frame or a label, whose ground the style paints from now on.
void setGround(QFrame& frame, Look look);
[[nodiscard]] Look lookOf(const QWidget* widget);

/// Secondary text.
void setMuted(QLabel& label);

}  // namespace coroscope::app
