#include "app/views/trouble_face.h"

namespace latchkey {

TroubleFace::TroubleFace(const FaceSetting& setting, const SettingsWatch& watch)
    : LobbyFace(setting), m_watch(watch), m_message(new MessageView(theme(), this)) {
    connect(&watch, &SettingsWatch::looked, this, &TroubleFace::showProblem);
    showProblem();
    focusOn(*m_message, true);
}

void TroubleFace::showProblem() {
    m_message->showProblem(
        tr("Its settings cannot be used as they are. Please tell whoever looks after this screen."),
        QString::fromStdString(m_watch.problem()), m_watch.nextLook(), scheduler().now());
    emit shownAnew();
}

} // namespace latchkey
