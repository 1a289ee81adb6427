// Waiting, by this phone's steady clock.
import { Refusal } from "./refusal.js";

const kFirstPause_s = 2;
const kLongestPause_s = 20;
const kGrowth = 1.4;

export const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

// The person looks at the page again, for instance after a wallet or another tab.
const returned = () =>
  new Promise((done) => {
    const look = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", look);
      done();
    };
    document.addEventListener("visibilitychange", look);
  });

// Looks again and again, at growing intervals, until look() finds something or over() is true.
export async function poll(look, over = () => false) {
  for (let seconds = kFirstPause_s; !over(); seconds = Math.min(seconds * kGrowth, kLongestPause_s)) {
    await Promise.race([pause(seconds), returned()]);
    const found = over() ? undefined : await look();
    if (found) return found;
  }
  return undefined;
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
