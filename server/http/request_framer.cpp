#include "server/http/request_framer.h"

#include "server/http/header_text.h"

#include <algorithm>
#include <charconv>

namespace latchkey {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(x) == lower(y);
    });
}

// Not by find_first_of(), which looks through the three anew for each character: every request comes by here.
bool hasStrayControl(std::string_view line) {
    return std::ranges::any_of(line, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool readNumber(std::string_view text, int base, std::size_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return !text.empty() && text[0] != '-' && error == std::errc() && end == text.data() + text.size();
}

} // namespace

RequestFramer::State RequestFramer::append(std::string_view bytes) {
    if (m_state == State::Refused) return m_state;
    m_buffer.append(bytes);
    return m_state == State::Complete ? m_state : advance();
}

std::string RequestFramer::takeRequest() {
    const std::string rest = m_buffer.substr(m_end);
    m_buffer.resize(m_end);
    std::string request = std::move(m_buffer);
    *this = RequestFramer(m_limits);
    if (!rest.empty()) append(rest);
    return request;
}

RequestFramer::State RequestFramer::refuse(int status) {
    m_refusal = status;
    m_buffer.clear();
    return m_state = State::Refused;
}

RequestFramer::State RequestFramer::advance() {
    if (m_headerEnd == 0) {
        // Empty lines before a request are passed over (RFC 9112 §2.2).
        while (m_buffer.starts_with(kLineEnd)) m_buffer.erase(0, kLineEnd.size());
        if (readHeader() == State::Refused || m_headerEnd == 0) return m_state;
    }
    return m_chunked ? readChunks() : readBody();
}

RequestFramer::State RequestFramer::readHeader() {
    const std::size_t from = m_scanned < 3 ? 0 : m_scanned - 3;
    const std::size_t blank = m_buffer.find("\r\n\r\n", from);
    m_scanned = m_buffer.size();
    const std::size_t seen = blank == std::string::npos ? m_buffer.size() : blank + 4;
    if (seen > m_limits.headerBytes) return refuse(431);
    if (blank == std::string::npos) return m_state;

    std::string_view lines = std::string_view(m_buffer).substr(0, blank + 2);
    for (std::size_t count = 0; !lines.empty(); ++count) {
        const std::size_t end = lines.find(kLineEnd);
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end + kLineEnd.size());
        if (count > m_limits.headerLines) return refuse(431);
        if (hasStrayControl(line) || (count > 0 && !readHeaderLine(line)))
            return m_state == State::Refused ? m_state : refuse(400);
    }
    if (m_hasLength && m_chunked) return refuse(400);
    if (m_length > m_limits.bodyBytes) return refuse(413);
    m_headerEnd = blank + 4;
    m_scanned = m_headerEnd;
    return m_state;
}

bool RequestFramer::readHeaderLine(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view name = line.substr(0, colon);
    if (name.find_first_of(" \t") != std::string_view::npos) return false;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (equalsIgnoringCase(name, "content-length")) {
        if (m_hasLength) return false;
        m_hasLength = true;
        return readNumber(value, 10, m_length);
    }
    if (equalsIgnoringCase(name, "transfer-encoding")) {
        if (m_chunked) return false;
        m_chunked = true;
        if (!equalsIgnoringCase(value, "chunked")) refuse(501);
        return m_state != State::Refused;
    }
    if (equalsIgnoringCase(name, "expect")) m_expectsContinue = equalsIgnoringCase(value, "100-continue");
    return true;
}

RequestFramer::State RequestFramer::readBody() {
    m_end = m_headerEnd + m_length;
    if (m_buffer.size() >= m_end) m_state = State::Complete;
    return m_state;
}

// Walks from chunk to chunk (RFC 9112 §7.1). Extensions are passed over; trailer fields are refused, nobody
// who asks this server anything has a use for them.
RequestFramer::State RequestFramer::readChunks() {
    const std::size_t mostFraming = m_limits.bodyBytes;
    for (;;) {
        if (m_scanned - m_headerEnd > m_limits.bodyBytes + mostFraming) return refuse(413);
        const std::size_t lineEnd = m_buffer.find(kLineEnd, m_scanned);
        if (lineEnd == std::string::npos) return m_buffer.size() - m_scanned > 256 ? refuse(400) : m_state;
        const std::string_view line = std::string_view(m_buffer).substr(m_scanned, lineEnd - m_scanned);
        std::size_t size = 0;
        if (!readNumber(trimmed(line.substr(0, line.find(';'))), 16, size)) return refuse(400);
        if (size > m_limits.bodyBytes - m_chunkBytes) return refuse(413);
        const std::size_t next = lineEnd + kLineEnd.size() + size + kLineEnd.size();
        if (m_buffer.size() < next) return m_state;
        if (m_buffer.compare(next - kLineEnd.size(), kLineEnd.size(), kLineEnd) != 0) return refuse(400);
        if (size == 0) {
            m_end = next;
            return m_state = State::Complete;
        }
        m_chunkBytes += size;
        m_scanned = next;
    }
}

} // namespace latchkey
