# Writes OUTPUT: a C++ source that holds files, byte for byte. ENTRIES: NAME=PATH of each.
set(arrays "")
set(table "")
set(index 0)
foreach(entry IN LISTS ENTRIES)
  string(REGEX MATCH "^([^=]+)=(.+)$" matched "${entry}")
  set(name ${CMAKE_MATCH_1})
  set(path ${CMAKE_MATCH_2})
  file(READ "${path}" hex HEX)
  file(SHA256 "${path}" version)
  string(SUBSTRING ${version} 0 12 version)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char kFile${index}[] = {${bytes}'\\0'};\n")
  string(APPEND table "    {\"${name}\", {kFile${index}, sizeof kFile${index} - 1}, \"${version}\"},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"resources/embedded_files.h\"

#include <stdexcept>
#include <string>

namespace latchkey {

namespace {

${arrays}
struct Entry {
    std::string_view name;
    std::string_view content;
    std::string_view version;
};
constexpr Entry kEntries[] = {
${table}};

const Entry& entryOf(std::string_view name) {
    for (const Entry& entry : kEntries) {
        if (entry.name == name) return entry;
    }
    throw std::logic_error(\"no such embedded file: \" + std::string(name));
}

} // namespace

std::string_view embeddedFile(std::string_view name) {
    return entryOf(name).content;
}

std::string_view embeddedVersion(std::string_view name) {
    return entryOf(name).version;
}

} // namespace latchkey
")
