// The answers that the front gives by itself, without the library. Each is the last one on its connection.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

// The headers that every answer has by itself.
const httplib::Headers& securityHeaders();

// Header lines that every answer has, but for those that it sets itself: ready to be put into one.
class HeaderLines {
  public:
    explicit HeaderLines(const httplib::Headers& headers);

    // answer: a whole one, as the library writes it.
    void addTo(std::string& answer) const;

  private:
    struct Line {
        std::string start; // CR LF and the name
        std::string text;
    };
    std::vector<Line> m_lines;
    std::size_t m_size = 0;
};

// Puts another value into that header line of an answer, which has to have it, with a value of that length.
void putHeader(std::string& answer, std::string_view name, std::string_view value);
// The same of the body. False: the answer has one of another length, and keeps it.
bool putBody(std::string& answer, std::string_view body);

// To what is no request, or not within bounds: 400, 408, 413, 429, 431, 501, 503.
std::string refusalAnswer(int status, const httplib::Headers& headers);

// For who speaks plain HTTP where TLS is spoken. What demands https has no place in it (RFC 6797 §7.2).
std::string httpsOnlyAnswer();

} // namespace latchkey
