#include "app/language.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLocale>

namespace latchkey {

const std::vector<Language>& languages() {
    static const std::vector<Language> all{
        {"en", "English"},  {"de", "Deutsch"},    {"fr", "Français"}, {"es", "Español"}, {"pt", "Português"},
        {"it", "Italiano"}, {"nl", "Nederlands"}, {"pl", "Polski"},   {"tr", "Türkçe"},  {"uk", "Українська"},
        {"zh", "中文"},     {"ja", "日本語"},     {"hi", "हिन्दी"},    {"ar", "العربية"}, {"he", "עברית"},
    };
    return all;
}

LanguageSwitch::LanguageSwitch(Scheduler& scheduler, const QString& own)
    : m_scheduler(scheduler), m_own(own) {
    speak(own);
    qGuiApp->installEventFilter(this);
}

LanguageSwitch::~LanguageSwitch() {
    qGuiApp->removeEventFilter(this);
    if (m_translator) QCoreApplication::removeTranslator(m_translator.get());
}

void LanguageSwitch::choose(const QString& tag) {
    if (tag == m_current) return;
    speak(tag);
    rearm();
    emit changed();
}

void LanguageSwitch::goBack() {
    choose(m_own);
}

void LanguageSwitch::hold(bool held) {
    if (m_held == held) return;
    m_held = held;
    rearm();
}

void LanguageSwitch::speak(const QString& tag) {
    if (m_translator) QCoreApplication::removeTranslator(m_translator.get());
    m_translator.reset();
    m_current = tag;
    // The machine's own way with dates, where it is of that language: en_GB rather than en.
    const QLocale machines = QLocale::system();
    const QLocale locale = machines.language() == QLocale(tag).language() ? machines : QLocale(tag);
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(QLocale(tag).textDirection());
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QStringLiteral(":/i18n/latchkey_%1.qm").arg(tag))) return; // English, as written
    QCoreApplication::installTranslator(translator.get());
    m_translator = std::move(translator);
}

void LanguageSwitch::rearm() {
    m_goesBack.cancel();
    if (m_held || m_current == m_own) return;
    m_goesBack = m_scheduler.after(kGoesBackAfter, [this] { goBack(); });
}

bool LanguageSwitch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::Wheel:
        rearm();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey
