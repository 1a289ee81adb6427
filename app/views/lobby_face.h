// Everything on the window, in one theme and one language: a line on top (whose screen, which language, what
// time), and below it the body, which is the business of each kind of face. Where theme or language change,
// another one takes its place: a face holds nothing that somebody else does not.
#pragma once

#include "app/language.h"
#include "app/views/appearance.h"
#include "app/views/language_sheet.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/picture.h"
#include "app/widgets/theme.h"
#include "common/clock.h"

#include <QDateTime>
#include <QWidget>

namespace latchkey {

// What the window and every face go by. All of it has to outlive them.
struct LobbyParts {
    Scheduler& scheduler;
    Now now; // for the clock on the screen
    LanguageSwitch& language;
};

// In what, and on what, a face is shown.
struct FaceSetting {
    LobbyParts parts;
    const Appearance& appearance;
    const Theme& theme; // of the appearance, at this hour
    QWidget* window;
};

class LobbyFace : public QWidget {
    Q_OBJECT

  public:
    explicit LobbyFace(const FaceSetting& setting);

    // A second has passed.
    virtual void tick() {}
    // Another minute has begun.
    void showMinute();

    // What to say unasked of what is shown now, in one sentence or two. For the whole lobby to hear: nothing
    // private.
    virtual QString announcement() const = 0;

  signals:
    // What there is to say may be another.
    void shownAnew();

  protected:
    void resizeEvent(QResizeEvent* event) final;
    // From left to right: it is mirrored where the language runs the other way.
    virtual void arrangeBody(const QRect& body) = 0;

    // The view is what the body shows now. One that shows something else than before closes the list of
    // languages and takes the focus, but from nobody who is at something over the face; the same again takes
    // it only where nobody has it.
    void focusOn(QWidget& view, bool another);

    const Theme& theme() const { return m_theme; }
    Scheduler& scheduler() const { return m_parts.scheduler; }
    LanguageSwitch& language() const { return m_parts.language; }
    QDateTime wallTime() const;

  private:
    void offerLanguages(const QStringList& tags);
    void arrangeTop(int height);
    bool overAllFaces(const QWidget* widget) const;

    LobbyParts m_parts;
    Theme m_theme;
    Emblem* m_mark;
    Picture* m_logo;
    FittedLabel* m_brand;
    FittedLabel* m_clock;
    BigButton* m_languageButton = nullptr;
    LanguageSheet* m_languageSheet = nullptr;
};

} // namespace latchkey
