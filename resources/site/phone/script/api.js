// The server's phone API: JSON in, JSON out.
import { clockIsWrong } from "./clock.js";
import { Refusal } from "./refusal.js";
import * as view from "./view.js";

const kPatience_ms = 30000;
const kLongestPause_s = 20;

// The answer's body. Throws the server's refusal. While the server cannot be reached the page says so, and asks again
// from time to time, or as soon as the person or the phone thinks that it can: this only ends with an answer.
export async function post(path, body) {
  for (let failures = 1; ; failures += 1) {
    const answer = await attempt(path, body);
    view.tellOffline(!answer);
    if (answer) {
      view.note("clock", clockIsWrong(answer.date));
      if (answer.ok) return answer.content;
      throw new Refusal(answer.content.reason || "internal");
    }
    await view.untilRetry(Math.min(2 ** failures, kLongestPause_s));
  }
}

// Undefined: no answer, or one that is not from our server, as from a hotspot that wants a log-in first.
async function attempt(path, body) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), kPatience_ms);
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
      signal: abort.signal,
    });
    return { ok: answer.ok, date: answer.headers.get("Date"), content: await answer.json() };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
