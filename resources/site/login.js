// A page client of the FAST login protocol: asks for a QR string, shows it, renews it, polls until somebody
// approves, then goes to the dashboard. The sid is kept here only while the page waits; the dashboard's address
// does without, because getqrcode also sets it as the server's HttpOnly cookie.
"use strict";

const kLongestAnswer_ms = 15000; // three times as long as the server holds a poll

const code = document.getElementById("code");
const message = document.getElementById("message");
let sid = "null";
let expiryTimer = 0;

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const never = new Promise(() => {});

function hideCode(why) {
  clearTimeout(expiryTimer);
  code.hidden = true;
  code.removeAttribute("src");
  message.textContent = why;
}

// Throws an error whose message is a sentence for the person in front of the screen.
async function ask(path) {
  let answer, body;
  try {
    answer = await fetch(path, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(kLongestAnswer_ms),
    });
    body = await answer.json();
  } catch {
    throw new Error("The server cannot be reached. Trying again…");
  }
  if (!answer.ok) throw new Error("The server gives no code: " + body.message);
  return body;
}

// Instead of this page in the history, so that "back" does not lead into a circle.
function openDashboard() {
  location.replace("dashboard?sid=null");
  return never;
}

// Shows a fresh code of this page's session, and returns when it is time for the next one.
async function showCode() {
  const body = await ask("../api/getqrcode?sid=" + sid);
  sid = body.sid;
  if (body.status === 1) return openDashboard();
  code.src = "code.svg?text=" + encodeURIComponent(body.qr);
  await code.decode().catch(() => {
    throw new Error("The code cannot be drawn. Trying again…");
  });
  code.hidden = false;
  message.textContent = "The code changes by itself every " + body.refresh_in + " seconds.";
  clearTimeout(expiryTimer);
  expiryTimer = setTimeout(() => hideCode("This code has expired. Asking for a new one…"), body.expires_in * 1000);
  await pollFor(body.refresh_in, body.poll_in);
}

// Returns early when the session is not waiting any more; the next getqrcode says what it has become.
async function pollFor(seconds, pollSeconds) {
  const renewAt = performance.now() + seconds * 1000;
  while (performance.now() < renewAt) {
    const nextPollAt = performance.now() + pollSeconds * 1000;
    const left = Math.ceil((renewAt - performance.now()) / 1000);
    const body = await ask("../api/checkfast?sid=" + sid + "&wait=" + Math.min(pollSeconds, left));
    if (body.status === 1) return;
    if (body.state === "ended" || body.state === "declined") {
      sid = "null";
      return pause(1);
    }
    await pause(Math.max(0, Math.min(nextPollAt, renewAt) - performance.now()) / 1000);
  }
}

async function run() {
  for (let failures = 0; ; ) {
    try {
      await showCode();
      failures = 0;
    } catch (error) {
      failures += 1;
      hideCode(error.message);
      await pause(Math.random() * Math.min(30, 2 ** failures));
    }
  }
}

run();
