#include "server/http/assets.h"

#include "resources/embedded_files.h"
#include "server/http/quality_values.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace latchkey {

namespace {

bool acceptsGzip(const httplib::Request& request) {
    const std::string accepted = request.get_header_value("Accept-Encoding");
    return std::ranges::any_of(preferencesOf(accepted), [](const Preference& preference) {
        return preference.value == "gzip" && preference.weight > 0;
    });
}

void answer(const httplib::Request& request, httplib::Response& response, const std::string& name,
            const char* type) {
    if (request.has_param("v") && request.get_param_value("v") == embeddedVersion(name)) {
        response.headers.erase("Cache-Control");
        response.set_header("Cache-Control", "public, max-age=31536000, immutable");
    }
    response.set_header("Vary", "Accept-Encoding");
    const bool packed = acceptsGzip(request);
    if (packed) response.set_header("Content-Encoding", "gzip");
    // By a provider: content, the library would compress once more.
    const std::string_view bytes = embeddedFile(packed ? name + ".gz" : name);
    response.set_content_provider(bytes.size(), type,
                                  [bytes](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                      return sink.write(bytes.data() + offset, length);
                                  });
}

} // namespace

void installAssets(httplib::Server& server) {
    const auto serve = [&server](const char* path, const char* name, const char* type) {
        server.Get(path, [name, type](const httplib::Request& request, httplib::Response& response) {
            answer(request, response, name, type);
        });
    };
    serve("/site/phone\\.js", "site/phone.js", "text/javascript; charset=utf-8");
    serve("/site/phone\\.css", "site/phone.css", "text/css; charset=utf-8");
    serve("/site/latchkey\\.svg", "site/latchkey.svg", "image/svg+xml");
    serve("/site/signs\\.svg", "site/signs.svg", "image/svg+xml");
}

} // namespace latchkey
