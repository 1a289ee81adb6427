#include "tests/bench/kiosk/process_tree.h"

#include <QDir>
#include <QFile>

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

// The first field is the time on a CPU (Documentation/scheduler/sched-stats.rst), exact where /proc/PID/stat
// has hundredths of a second.
std::chrono::nanoseconds cpuOf(const QString& thread) {
    return std::chrono::nanoseconds(contentOf(thread + "/schedstat").split(' ').first().toLongLong());
}

} // namespace

ProcessTreeUse useOfTree(pid_t root) {
    const QString process = "/proc/" + QString::number(root);
    ProcessTreeUse use{memory_MiB(process), {}, 1};
    // Each thread has its own children.
    for (const QString& thread : QDir(process + "/task").entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString task = process + "/task/" + thread;
        use.cpu += cpuOf(task);
        const auto children = contentOf(task + "/children").simplified();
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
