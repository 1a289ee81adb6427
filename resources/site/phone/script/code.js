// For hands that cannot scan: the code under the QR code, typed, leads to the same page as the scan.
import { post } from "./api.js";
import * as view from "./view.js";

const kLetters = 8;
const kProblems = ["unknown_code", "too_many"];

// As the screen writes it: capitals, and a hyphen in the middle.
function written(text) {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, "").slice(0, kLetters);
  return letters.length > kLetters / 2 ? letters.slice(0, kLetters / 2) + "-" + letters.slice(kLetters / 2) : letters;
}

export async function enterCode() {
  const field = document.querySelector("[name=code]");
  field.oninput = () => {
    // Somebody who corrects a letter in the middle keeps the place.
    if (field.selectionEnd === field.value.length) field.value = written(field.value);
  };
  for (;;) {
    const { form } = await view.ask("code");
    field.value = written(form.code);
    kProblems.forEach((problem) => view.note(problem, false));
    view.note("looking", true);
    try {
      const { qr } = await post("api/phone/code", { code: field.value });
      location.replace(qr); // "back" does not lead to a code that is used up
      return;
    } catch (refusal) {
      const problem = refusal.reason === "malformed" ? "unknown_code" : refusal.reason;
      if (!kProblems.includes(problem)) throw refusal;
      view.note(problem, true);
    } finally {
      view.note("looking", false);
    }
  }
}
