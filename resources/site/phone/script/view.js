// What the person sees: one section at a time, notes that may stand above it, and what they tap.
import { pause } from "./time.js";

const main = document.querySelector("main");
const conditions = {};
let current = document.querySelector("[data-state]:not([hidden])");

const each = (selector, work) => document.querySelectorAll(selector).forEach(work);
const sectionOf = (state) => document.querySelector(`[data-state="${state}"]`);

// The section of that name; for a reason that this page has no words for, the one that fits anything.
export const stateFor = (reason) => (reason && sectionOf(reason) ? reason : "internal");

// Shows what is there under conditions, if all of them hold: data-only="passkeys session".
export function given(changes) {
  Object.assign(conditions, changes);
  each("[data-only]", (element) => {
    element.hidden = !element.dataset.only.split(" ").every((condition) => conditions[condition]);
  });
}

// Says whom this is about, wherever the page has a place for it. Undefined: nobody is known.
export function tellWho(name) {
  each('[data-live="name"]', (element) => (element.textContent = name));
  each("[data-who]", (element) => (element.hidden = !name));
}

export function tellNumbers(numbers) {
  each('[data-action="pick"]', (button, index) => (button.value = button.textContent = numbers[index]));
}

export function note(name, shown) {
  each(`[data-note="${name}"]`, (element) => (element.hidden = !shown));
}

// Changes to that section. Its heading gets the focus, or the one field that there is, so that a screen reader
// reads it.
export function show(state) {
  current = sectionOf(state);
  each("[data-state]", (section) => (section.hidden = section !== current));
  each("[data-while]", (element) => (element.hidden = !element.dataset.while.split(" ").includes(state)));
  rest();
  window.scrollTo(0, 0);
  (current.querySelector("[data-focus]") || current.querySelector("h1")).focus();
}

// After a tap everything rests until the next section, so that a second tap does nothing.
function work(control) {
  main.setAttribute("aria-busy", "true");
  current.querySelectorAll("button").forEach((button) => (button.disabled = true));
  control.classList.add("working");
}

function rest() {
  main.removeAttribute("aria-busy");
  current.querySelectorAll("button").forEach((button) => {
    button.disabled = false;
    button.classList.remove("working");
  });
}

// Shows the section and returns what the person does there: { action, value } of a control, { action, form } of a
// form. Throws the deadline's refusal when that comes first.
export function ask(state, deadline) {
  show(state);
  const section = current;
  return new Promise((resolve, reject) => {
    const stop = () => {
      section.removeEventListener("click", onClick);
      section.removeEventListener("submit", onSubmit);
      clearTimeout(timer);
    };
    const onClick = ({ target }) => {
      const control = target.closest("[data-action]:not(form)");
      if (!control) return;
      stop();
      work(control);
      resolve({ action: control.dataset.action, value: control.value });
    };
    const onSubmit = (event) => {
      const form = event.target;
      if (!form.dataset.action) return;
      event.preventDefault();
      stop();
      work(form.querySelector("[type=submit]"));
      resolve({ action: form.dataset.action, form: Object.fromEntries(new FormData(form)) });
    };
    const late = () => {
      stop();
      reject(deadline.refusal);
    };
    const timer = deadline && setTimeout(late, deadline.left_ms());
    section.addEventListener("click", onClick);
    section.addEventListener("submit", onSubmit);
  });
}

// Shows another section until the person goes back from there to the one that is shown now.
export async function lookAside(state) {
  const before = current.dataset.state;
  await ask(state);
  show(before);
}

export function tellOffline(offline) {
  const retry = document.querySelector("[data-retry]");
  const isNews = offline && retry.closest("[data-note]").hidden;
  note("offline", offline);
  if (isNews) retry.focus();
}

// Returns after that many seconds, or when the person taps "try again" or the phone finds a network.
export function untilRetry(seconds) {
  return pause(seconds, [document.querySelector("[data-retry]"), "click"], [window, "online"]);
}
