// A picture, as large as fits its rectangle, at the side where a line begins.
#pragma once

#include <QImage>
#include <QWidget>

namespace latchkey {

class Picture : public QWidget {
    Q_OBJECT

  public:
    Picture(const QImage& image, QWidget* parent);

    // How wide it is at that height.
    int widthFor(int height) const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage m_image;
};

} // namespace latchkey
