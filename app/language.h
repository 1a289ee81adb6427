// The languages that the display client speaks, and which of them it speaks now.
#pragma once

#include "app/client/scheduler.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace latchkey {

struct Language {
    QString tag;     // BCP 47: "de"
    QString ownName; // as its speakers call it: "Deutsch"
};

// English, in which the program is written, and every language there is a translation for.
const std::vector<Language>& languages();

// Speaks one language at a time: texts (tr), dates (the default QLocale) and the layout's direction. A person
// who chose another than the screen's own gets that until nobody has touched the screen for a minute, or
// until goBack(); whoever comes next starts with the screen's own.
class LanguageSwitch : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kGoesBackAfter{60};

    // own: the screen's own, a tag of languages(). The scheduler has to outlive this; there has to be an
    // application.
    LanguageSwitch(Scheduler& scheduler, const QString& own);
    ~LanguageSwitch() override;

    const QString& current() const { return m_current; }

    void choose(const QString& tag);
    void goBack();

    // While it is held, nothing goes back by itself: somebody is signed in.
    void hold(bool held);

  signals:
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void speak(const QString& tag);
    void rearm();

    Scheduler& m_scheduler;
    QString m_own;
    QString m_current;
    std::unique_ptr<QTranslator> m_translator;
    bool m_held = false;
    Scheduler::Call m_goesBack;
};

} // namespace latchkey
