// Whether the last of the operator's programs to end has failed: for the screen to say so.
#pragma once

#include <QObject>

namespace latchkey {

class HookCheck : public QObject {
    Q_OBJECT

  public:
    bool failed() const { return m_failed; }

    void hear(bool failed);

  signals:
    void changed();

  private:
    bool m_failed = false;
};

} // namespace latchkey
