// Opens the pages of a screen, and FAST's own page client, in a real browser. LATCHKEY_BIN names the folder of
// latchkey-server and latchkey-phone, CHROMIUM the browser (default /usr/bin/chromium); with LATCHKEY_SHOTS
// every page's pictures, light and dark, go to that folder.
import "./fast_client_test.mjs";
import "./login_page_test.mjs";
import "./other_origins_test.mjs";
