// What somebody does on a phone's pages, in a real browser with a phone's size and touch. The surroundings are those
// of pages_test.mjs; how good the pages are for everybody is in phone_quality_test.mjs.
import "./phone_code_test.mjs";
import "./phone_enrol_test.mjs";
import "./phone_passkey_test.mjs";
import "./phone_unlock_test.mjs";
import "./phone_without_script_test.mjs";
