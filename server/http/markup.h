// HTML that is made here: text on its way into a page.
#pragma once

#include <string>
#include <string_view>

namespace latchkey {

// Escapes text for HTML content and quoted attributes.
std::string escapeHtml(std::string_view text);

// A tile's text, which is a small part of Markdown (see DashboardTile), as HTML: p, ul, li, strong and em.
// Everything else in it is escaped.
std::string tileMarkup(std::string_view text);

} // namespace latchkey
