// What a screen reader says unasked: a sentence at a time, whatever has the focus.
//
// Since Qt 6.8 that is an announcement (QAccessibleAnnouncementEvent). Before, Qt's AT-SPI bridge passes on
// neither that nor an alert; what reaches a reader is that something of the role "notification" shows, which
// readers (Orca) then say by its name.
#pragma once

#include <QWidget>

namespace latchkey {

class LiveRegion : public QWidget {
    Q_OBJECT

  public:
    explicit LiveRegion(QWidget* parent);

    void say(const QString& sentence);
};

} // namespace latchkey
