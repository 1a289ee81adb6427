// The system's Chromium, and what every test wants of a page in it.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const kDesktop = { viewport: { width: 1280, height: 800 } };
export const kPhone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  userAgent: "Mozilla/5.0 (Linux; Android 12; Pixel 6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
};

// With a user data folder of its own, which Playwright makes and removes.
export async function startBrowser(moreArguments = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
      ...moreArguments,
    ],
  });
}

// Calls the work with a fresh page in a browser context (cookies!) of its own. Any complaint of the page fails
// the test: scripts that throw, console errors, breaches of the content security policy. The work says with
// complaints.expect(pattern) which one it causes on purpose.
export async function withPage(browser, device, work) {
  const context = await browser.newContext(device);
  try {
    context.setDefaultTimeout(60000);
    const page = await context.newPage();
    const complaints = new Complaints(page);
    await work(page, complaints);
    complaints.check();
  } finally {
    await context.close();
  }
}

class Complaints {
  #heard = [];
  #expected = [];

  constructor(page) {
    page.on("console", (message) => {
      const { url } = message.location();
      if (url.endsWith("/favicon.ico")) return; // Chromium's own idea, at a time of its own
      if (["error", "warning"].includes(message.type())) this.#heard.push(`${message.text()} (${url})`);
    });
    page.on("pageerror", (error) => this.#heard.push(String(error)));
  }

  expect(pattern) {
    this.#expected.push(pattern);
  }

  check() {
    const surprises = this.#heard.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(surprises, [], "the page complained");
    for (const pattern of this.#expected) {
      assert.ok(this.#heard.some((text) => pattern.test(text)), `the page did not complain of ${pattern}`);
    }
  }
}

// Stops the clock of every page that this one opens, so that only advance() moves it. Before the first goto.
export async function stopClock(page) {
  const start = Date.now();
  await page.clock.install({ time: start - 60_000 }); // it runs on, and cannot be stopped at a time that is over
  await page.clock.pauseAt(start);
}

export async function advance(page, seconds) {
  await page.clock.runFor(seconds * 1000);
}

// The page in every light and size, for somebody to look at, in the folder that LATCHKEY_SHOTS names.
export async function takePictures(page, name) {
  await takePicturesOf(page, name, { desktop: kDesktop, phone: kPhone });
}

export async function takePhonePictures(page, name) {
  await takePicturesOf(page, name, { phone: kPhone });
}

async function takePicturesOf(page, name, devices) {
  const folder = process.env.LATCHKEY_SHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const own = page.viewportSize();
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, device] of Object.entries(devices)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(device.viewport);
      const path = join(folder, `${size}-${name}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(own);
}
