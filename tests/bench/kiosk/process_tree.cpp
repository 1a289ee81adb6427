#include "tests/bench/kiosk/process_tree.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace latchkey {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

double memory_MiB(const QString& process) {
    for (const QByteArray& line : contentOf(process + "/smaps_rollup").split('\n')) {
        if (line.startsWith("Pss:")) return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

std::chrono::milliseconds cpuOf(const QString& process) {
    const QByteArray stat = contentOf(process + "/stat");
    // Behind the name, which may hold anything: state is field 3, utime 14, stime 15 (proc(5)).
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 13) return {};
    const auto ticks = fields[11].toLongLong() + fields[12].toLongLong();
    return std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK));
}

} // namespace

ProcessTreeUse useOfTree(pid_t root) {
    const QString process = "/proc/" + QString::number(root);
    ProcessTreeUse use{memory_MiB(process), cpuOf(process), 1};
    // Each thread has its own children.
    for (const QString& thread : QDir(process + "/task").entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto children = contentOf(process + "/task/" + thread + "/children").simplified();
        for (const QByteArray& child : children.split(' ')) {
            if (child.isEmpty()) continue;
            const ProcessTreeUse more = useOfTree(child.toInt());
            use.memory_MiB += more.memory_MiB;
            use.cpu += more.cpu;
            use.processes += more.processes;
        }
    }
    return use;
}

} // namespace latchkey
