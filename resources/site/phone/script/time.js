// Waiting, by this phone's steady clock.
import { Refusal } from "./refusal.js";

const kFirstPause_s = 2;
const kLongestPause_s = 20;
const kGrowth = 1.4;

// Returns after that many seconds, or earlier with one of the events: each is [target, name, applies()].
export function pause(seconds, ...events) {
  return new Promise((resolve) => {
    const listeners = events.map(([target, name, applies = () => true]) => [target, name, () => applies() && finish()]);
    const timer = setTimeout(() => finish(), seconds * 1000);
    const finish = () => {
      clearTimeout(timer);
      listeners.forEach(([target, name, listener]) => target.removeEventListener(name, listener));
      resolve();
    };
    listeners.forEach(([target, name, listener]) => target.addEventListener(name, listener));
  });
}

// Looks again and again until look() finds something or over() is true: at growing intervals, and whenever the person
// comes back to the page, for instance from a wallet.
export async function poll(look, over = () => false) {
  const back = [document, "visibilitychange", () => document.visibilityState === "visible"];
  for (let seconds = kFirstPause_s; ; seconds = Math.min(seconds * kGrowth, kLongestPause_s)) {
    await pause(seconds, back);
    if (over()) return undefined;
    const found = await look();
    if (found) return found;
  }
}

// When something ends, and the refusal that says so.
export class Deadline {
  constructor(seconds, reason) {
    this.at = performance.now() + seconds * 1000;
    this.refusal = new Refusal(reason);
  }

  left_ms() {
    return Math.max(0, this.at - performance.now());
  }
}
