# Writes OUTPUT: a C++ source that holds the FILES of FOLDER, byte for byte.
set(arrays "")
set(entries "")
set(index 0)
foreach(name IN LISTS FILES)
  file(READ "${FOLDER}/${name}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char kFile${index}[] = {${bytes}'\\0'};\n")
  string(APPEND entries "    {\"${name}\", {kFile${index}, sizeof kFile${index} - 1}},\n")
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
};
constexpr Entry kEntries[] = {
${entries}};

} // namespace

std::string_view embeddedFile(std::string_view name) {
    for (const Entry& entry : kEntries) {
        if (entry.name == name) return entry.content;
    }
    throw std::logic_error(\"no such embedded file: \" + std::string(name));
}

} // namespace latchkey
")
