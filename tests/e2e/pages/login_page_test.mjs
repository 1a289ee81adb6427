// The server's own pages for a screen: /site/login, the dashboard, and nobody signed in.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { advance, kDesktop, kPhone, startBrowser, stopClock, takePictures, withPage } from "./browser.mjs";
import { LatchkeyServer, readQrString } from "./latchkey_server.mjs";

const kRenewal_s = 30;

describe("The login page", { timeout: 300000 }, () => {
  let browser, server;

  before(async () => {
    server = await LatchkeyServer.start(["--notices", "The lifts rest on Sunday from 8:00 to 12:00.",
                                         "--notices", "Visitors sign in at the reception."]);
    browser = await startBrowser();
    await server.enrol("Grace Hopper");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work, device = kDesktop) =>
    it(name, async () => withPage(browser, device, work));

  const open = (page) => page.goto(server.origin + "/site/login");
  const heading = (page, name) => page.getByRole("heading", { name });

  // What a phone's camera reads off the page.
  async function scan(page) {
    await page.locator("#code").waitFor();
    return server.scan(await page.screenshot());
  }

  // The page as somebody meets it who has approved its code.
  async function signIn(page) {
    await open(page);
    const qr = await scan(page);
    await server.approve("Grace Hopper", qr);
    await heading(page, "Welcome, Grace Hopper").waitFor();
    return qr;
  }

  // Polls are answered at once instead of held, so that a stopped clock is the only one to wait for.
  async function holdNoPolls(page) {
    await page.route("**/api/checkfast?*", (route) =>
      route.continue({ url: route.request().url().replace(/&wait=\d+/, "") }));
  }

  // The QR string that the page has last had drawn; the picture may still be on its way.
  const drawn = (page) =>
    page.evaluate(() => new URL(document.getElementById("code").src || location.href).searchParams.get("text"));

  itIn("shows a code, goes to the dashboard once that is approved, and signs out again", async (page, complaints) => {
    complaints.expect(/status of 401/);
    await open(page);
    const first = await scan(page);
    await takePictures(page, "login-code");
    await server.approve("Grace Hopper", first);
    await heading(page, "Welcome, Grace Hopper").waitFor();
    const address = page.url();
    await takePictures(page, "dashboard-unregistered");

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/site/login");
    const second = await scan(page);
    assert.notEqual(readQrString(second, server).session, readQrString(first, server).session);

    const response = await page.goto(address);
    assert.equal(response.status(), 401);
    await heading(page, "Nobody is signed in here").waitFor();
    await takePictures(page, "signed-out");
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.waitForURL("**/site/login");
    await scan(page);
  });

  itIn("can be scanned off a small screen as well", async (page) => {
    await open(page);
    readQrString(await scan(page), server);
  }, kPhone);

  itIn("is scanned in the dark", async (page) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page);
    readQrString(await scan(page), server);
  });

  itIn("goes to the dashboard at once while the login lasts", async (page) => {
    await signIn(page);
    await open(page);
    await heading(page, "Welcome, Grace Hopper").waitFor();
  });

  itIn("gets a new session when it is reloaded while it waits", async (page) => {
    await open(page);
    const first = readQrString(await scan(page), server);
    await page.reload();
    assert.notEqual(readQrString(await scan(page), server).session, first.session);
  });

  itIn("keeps its session when it renews the code", async (page) => {
    await stopClock(page);
    await holdNoPolls(page);
    await open(page);
    const first = await scan(page);
    // Second by second, since each poll is only scheduled once the one before is answered. The server's own
    // clock has whole seconds: within one, the secret is the same, and the code is renewed once more.
    while ([first, null].includes(await drawn(page))) await advance(page, 1);
    let renewed;
    do renewed = await scan(page);
    while (renewed === first);
    assert.equal(readQrString(renewed, server).session, readQrString(first, server).session);
    assert.notEqual(readQrString(renewed, server).secret, readQrString(first, server).secret);
  });

  itIn("opens the dashboard of its own session though another tab waits for another", async (page) => {
    await open(page);
    const qr = await scan(page);
    const other = await page.context().newPage();
    await open(other);
    await scan(other);
    await server.approve("Grace Hopper", qr);
    await heading(page, "Welcome, Grace Hopper").waitFor();
  });

  itIn("hides its code and says so while the server cannot be reached", async (page, complaints) => {
    complaints.expect(/ERR_CONNECTION_REFUSED/);
    await stopClock(page);
    await holdNoPolls(page);
    await open(page);
    await scan(page);
    await page.unroute("**/api/checkfast?*");
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await advance(page, 5);
    await page.getByText("The server cannot be reached.").waitFor();
    assert.equal(await page.locator("#code").isVisible(), false);
    await takePictures(page, "login-unreachable");
    await page.unroute("**/api/**");
    await holdNoPolls(page);
    await advance(page, 30);
    await scan(page);
  });

  itIn("says on the dashboard which kiosk it is", async (page) => {
    const { token } = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
    const answer = await fetch(server.origin + "/api/getqrcode?sid=null", { headers: { Authorization: "Bearer " + token } });
    const { qr, sid } = await answer.json();
    await server.approve("Grace Hopper", qr);
    await page.goto(server.origin + "/site/dashboard?sid=" + sid);
    const where = page.locator(".where");
    await where.getByText("Lobby East").waitFor();
    await where.getByText("Ground floor, by the lifts").waitFor();
    await page.getByText("Visitors sign in at the reception.").waitFor();
    const since = page.locator("dd time").first();
    const local = new Date(await since.getAttribute("datetime"));
    const shown = await since.textContent();
    assert.match(shown, new RegExp(`^${local.getDate()} \\w+ ${local.getFullYear()}, `));
    assert.ok(shown.endsWith(local.toTimeString().slice(0, 5)), shown);
    await takePictures(page, "dashboard-kiosk");
  });

  it("says why a screen gets no code where only registered ones are served", async () => {
    const strict = await LatchkeyServer.start(["--kiosks", "registered"]);
    try {
      await withPage(browser, kDesktop, async (page, complaints) => {
        complaints.expect(/status of 401/);
        await page.goto(strict.origin + "/site/login");
        await page.getByText("only registered kiosks are served here").waitFor();
        await takePictures(page, "login-refused");
      });
    } finally {
      await strict.stop();
    }
  });
});
