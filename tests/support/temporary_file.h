// A file that exists for the length of a test.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <string>

namespace latchkey {

class TemporaryFile {
  public:
    TemporaryFile(const QByteArray& content,
                  QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
        : m_path(m_folder.filePath("file")) {
        QFile file(m_path);
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test's file");
        file.setPermissions(permissions);
    }

    std::string path() const { return m_path.toStdString(); }

  private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace latchkey
