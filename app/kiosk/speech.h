// Says sentences aloud, where the operator wants that, through speech-dispatcher's spd-say or a program that
// takes the same arguments: -C (silence whatever is being said) -w (wait until it is said) -l LANGUAGE --
// SENTENCE.
//
// One at a time: the next sentence ends the one before it, and of those that wait only the last is said. What
// goes wrong is told once, and again only after something has been said well; nothing waits for a sentence.
#pragma once

#include "app/kiosk/child_program.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>

namespace latchkey {

class Speech : public QObject {
    Q_OBJECT

  public:
    static constexpr std::chrono::seconds kLongest{30}; // a sentence may take

    // environment: the kiosk's own. The scheduler has to outlive this.
    Speech(const std::filesystem::path& program, Scheduler& scheduler,
           const QProcessEnvironment& environment);
    // Falls silent.
    ~Speech() override;

    // language: its BCP 47 tag.
    void say(const QString& sentence, const QString& language);

  signals:
    void failed(const QString& sentence);
    // A sentence is over, said to the end or not.
    void finished();

  private:
    void startNext();
    void onDone(const QString& problem);

    QString m_program;
    Scheduler& m_scheduler;
    QProcessEnvironment m_environment;
    std::optional<QStringList> m_next; // the arguments of what is said next
    std::unique_ptr<ChildProgram> m_speaking;
    bool m_failing = false;
};

} // namespace latchkey
