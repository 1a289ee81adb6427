// What makes the pages good for every phone and everybody: their weight, languages, sizes, light and dark,
// and what a screen reader makes of them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";

import { kPhone, startBrowser, takePhonePictures, withPage } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { button, enrolPhone, heading, openAndPick } from "./phone.mjs";

const kLanguages = ["ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "nl", "pl", "pt", "tr", "uk", "zh"];
const kRightToLeft = ["ar", "he"];
const kMostBytes = 60 * 1024;

describe("The phone's pages", { timeout: 480000 }, () => {
  let browser, server, lobby, axe;

  before(async () => {
    server = await LatchkeyServer.start(["--registration", "open"]);
    browser = await startBrowser();
    lobby = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work, options = {}) => it(name, async (test) =>
    withPage(browser, { ...kPhone, ...options }, (page, complaints) => work(page, test, complaints)));
  const start = () => Kiosk.start(server, lobby.token);
  const opened = (page) => page.locator('[data-state="number"] h1').waitFor();

  // Every section that the script can show, on every page, one after the other; what two pages share, once.
  async function inEveryState(page, kiosk, work, prepare = async () => {}) {
    const seen = new Set();
    for (const address of [kiosk.qr, server.origin + "/enrol", server.origin + "/c"]) {
      await page.goto(address);
      await page.locator("h1:visible:focus, input:focus").waitFor();
      await prepare();
      const states = await page.locator("[data-state]").evaluateAll((sections) => sections.map(({ dataset }) => dataset.state));
      for (const state of states.filter((name) => !seen.has(name))) {
        seen.add(state);
        await page.evaluate((shown) => {
          for (const section of document.querySelectorAll("[data-state]")) section.hidden = section.dataset.state !== shown;
          for (const hidden of document.querySelectorAll(`[data-state="${shown}"] [hidden], main > [data-note]`)) hidden.hidden = false;
        }, state);
        await work(state);
      }
    }
  }

  const enlarge = (page) => page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  itIn("weigh less than 60 KiB, all in all", async (page, test) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const loaded = new Map();
    let bytes = 0;
    session.on("Network.responseReceived", ({ requestId, response }) => loaded.set(requestId, new URL(response.url).pathname));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      test.diagnostic(`${loaded.get(requestId)}: ${encodedDataLength} bytes`);
    });
    await page.goto((await start()).qr + "&lang=hi", { waitUntil: "networkidle" });
    test.diagnostic(`all: ${bytes} bytes`);
    assert.ok(bytes > 10000 && bytes < kMostBytes, bytes);
    const paths = [...loaded.values()];
    for (const path of ["/fast", "/site/phone.css", "/site/phone.js", "/site/latchkey.svg"]) assert.ok(paths.includes(path), path);
  });

  itIn("load each file once, for good", async (page) => {
    const loaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource")
          .filter(({ name, transferSize }) => name.includes("/site/") && transferSize > 0)
          .map(({ name }) => name));
    await page.goto((await start()).qr);
    await opened(page);
    assert.ok((await loaded()).length >= 4);
    await page.goto((await start()).qr);
    await opened(page);
    assert.deepEqual(await loaded(), []);
  });

  for (const language of kLanguages) {
    itIn(`speak ${language}, and fit the narrowest phone in large type`, async (page) => {
      const kiosk = await start();
      const answer = await page.goto(kiosk.qr);
      assert.equal(answer.status(), 200);
      await opened(page);
      const root = page.locator("html");
      assert.ok((await root.getAttribute("lang")).startsWith(language));
      assert.equal(await root.getAttribute("dir"), kRightToLeft.includes(language) ? "rtl" : "ltr");
      await takePhonePictures(page, "number-" + language);

      await page.setViewportSize({ width: 320, height: 640 });
      await inEveryState(page, kiosk, async (state) => {
        const pixels = await overhang(page);
        assert.ok(pixels <= 0, `${state} is ${pixels} pixels too wide`);
      }, () => enlarge(page));
    }, { locale: language });
  }

  itIn("have targets that a finger hits", async (page) => {
    await inEveryState(page, await start(), async (state) => {
      const sizes = await page.locator("input:visible, textarea:visible, button:visible, summary:visible, a:visible")
        .evaluateAll((controls) => controls.map((control) => [control.outerHTML, control.offsetWidth, control.offsetHeight]));
      for (const [control, width, height] of sizes) assert.ok(width >= 48 && height >= 48, `${state}: ${control}`);
    });
  });

  for (const colorScheme of ["light", "dark"]) {
    itIn(`have nothing that stands in anybody's way, ${colorScheme}`, async (page) => {
      await inEveryState(page, await start(), async (state) => {
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${state}: ${id} ${nodes[0].html}`), []);
      }, () => page.evaluate(axe));
    }, { colorScheme, reducedMotion: "reduce" });
  }

  itIn("move a screen reader to what is new", async (page) => {
    await enrolPhone(page, server, "Ada Lovelace");
    const kiosk = await start();
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
    await page.goto(kiosk.qr);
    await opened(page);
    assert.equal(await focused(), "Which number does the screen show?");
    await button(page, await kiosk.number()).tap();
    await heading(page, "Unlock this screen?").waitFor();
    assert.equal(await focused(), "Unlock this screen?");
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal(await focused(), "Unlocked");
  });

  itIn("have large type when the reader has", async (page) => {
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "200%"));
    });
    await openAndPick(page, await start());
    await heading(page, "Who are you?").waitFor();
    await takePhonePictures(page, "register-large");
    await page.goto((await start()).qr);
    await opened(page);
    await takePhonePictures(page, "number-large");
  });
});
