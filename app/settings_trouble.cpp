#include "app/settings_trouble.h"

#include "app/views/trouble_face.h"

#include <utility>

namespace latchkey {

namespace {

// Latchkey's own looks, and every language.
Appearance plainAppearance() {
    Appearance appearance;
    for (const Language& language : languages()) appearance.languages.append(language.tag);
    return appearance;
}

} // namespace

SettingsTrouble::SettingsTrouble(const std::string& problem, SettingsWatch::Look look,
                                 const LobbyParts& parts, EventLog& log)
    : m_watch(problem, std::move(look), parts.scheduler),
      m_window(
          parts, plainAppearance(),
          [this](const FaceSetting& setting) { return std::make_unique<TroubleFace>(setting, m_watch); }),
      m_screen(FittingSettings(), m_window, parts.scheduler, log),
      m_corner(parts.scheduler) {
    connect(&m_watch, &SettingsWatch::looked, this, [this](bool another) {
        if (another) emit changed(QString::fromStdString(m_watch.problem()));
    });
    connect(&m_watch, &SettingsWatch::mended, this, &SettingsTrouble::mended);
    connect(&m_corner, &CornerGesture::made, this, &SettingsTrouble::left);
}

} // namespace latchkey
