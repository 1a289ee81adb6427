// A phone whose clock is wrong unlocks all the same; its owner is told, because other things will not work.
const kTolerated_ms = 3 * 60 * 1000;

// date: the answer's Date header (RFC 9110 §6.6.1); null where there is none.
export function clockIsWrong(date) {
  return Math.abs(Date.parse(date) - Date.now()) > kTolerated_ms;
}
