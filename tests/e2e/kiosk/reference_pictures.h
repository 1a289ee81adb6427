// What the screens look like, as pictures in a folder, and how another picture is held against them. They are
// kept reduced, to 480 pixels on the longer side: enough to see what is where, and small in the repository.
#pragma once

#include <QDir>
#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey {

// How far a picture is from its reference. Both reduced.
struct PictureDifference {
    double share = 0; // of the pixels that are visibly another colour; 1 where the sizes differ
    QImage picture{}; // the reference, pale, with those pixels in red
};

// As it is kept: opaque, and reduced so that every pixel is the mean of what it stands for.
QImage reduced(const QImage& picture);

PictureDifference differenceOf(const QImage& reference, const QImage& picture);

// Whether a person would call them the same: another rounding at the edges of letters is nothing, another
// word is something.
bool alike(const PictureDifference& difference);

class ReferencePictures {
  public:
    // folder: as the repository has it. Pictures that show something else are kept in the folder that
    // LATCHKEY_SHOTS names, if it does.
    explicit ReferencePictures(const QString& folder);

    // Where LATCHKEY_ACCEPT_PICTURES is set, pictures are written instead of compared.
    bool accepting() const { return m_accepting; }

    // Why that full-size picture is not as its reference, for whoever has to do something about it.
    std::optional<QString> problemWith(const QString& name, const QImage& picture) const;

    // The names of the pictures that are there.
    QStringList names() const;
    void remove(const QString& name) const;

  private:
    std::optional<QString> accept(const QString& file, const QImage& picture) const;

    QDir m_folder;
    QString m_shots; // empty: nowhere
    bool m_accepting;
};

} // namespace latchkey
