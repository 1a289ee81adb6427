// Opens the pages of a phone in a real browser, with a phone's size and touch. The surroundings are those of
// pages_test.mjs.
import "./phone_code_test.mjs";
import "./phone_enrol_test.mjs";
import "./phone_passkey_test.mjs";
import "./phone_quality_test.mjs";
import "./phone_unlock_test.mjs";
import "./phone_without_script_test.mjs";
