// FAST's published page client, in a browser, against our server. See fast_client.html.
import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";

import { advance, kDesktop, startBrowser, stopClock, takePictures, withPage } from "./browser.mjs";
import { LatchkeyServer, readQrString } from "./latchkey_server.mjs";

const kRenewal_s = 30;
const kPoll_s = 5;
const kDashboard = /\/site\/dashboard\?sid=/;

const files = {
  "": new URL("fast_client.html", import.meta.url).pathname,
  "jquery.js": createRequire(import.meta.url).resolve("jquery"),
  "qrious.js": createRequire(import.meta.url).resolve("qrious"),
};

// FAST's page at the server's own origin, its clock stopped, and what it has asked and been told.
class FastPage {
  asked = []; // "getqrcode?sid=null"
  told = []; // { qr, sid, status } of each getqrcode
  #news = new EventEmitter();

  constructor(page, server) {
    this.page = page;
    this.server = server;
  }

  static async prepare(page, server) {
    const fast = new FastPage(page, server);
    await stopClock(page);
    for (const [name, path] of Object.entries(files)) {
      await page.route(`${server.origin}/fast-client/${name}`, (route) => route.fulfill({ path }));
    }
    page.on("request", (request) => {
      const call = /\/api\/(\w+\?sid=[^&]*)/.exec(request.url());
      if (call) fast.asked.push(call[1]);
    });
    fast.#listen();
    return fast;
  }

  // The page logs each answer in three lines: the QR string, the sid, the status.
  #listen() {
    let lines = [];
    this.page.on("console", (message) => {
      if (message.type() !== "log") return;
      lines.push(message.text());
      if (lines.length < 3) return;
      const [qr, sid, status] = lines;
      lines = [];
      this.told.push({ qr, sid, status });
      this.#news.emit("told");
    });
  }

  async open() {
    await this.page.goto(this.server.origin + "/fast-client/");
  }

  // The nth answer to getqrcode since the test began, from 1, once the page has it.
  async answer(n) {
    while (this.told.length < n) await once(this.#news, "told");
    return this.told[n - 1];
  }

  // What a phone's camera reads off the page.
  async scan() {
    await this.page.locator("#qrious").waitFor();
    return this.server.scan(await this.page.screenshot());
  }

  async waitForSid(sid) {
    await this.page.waitForFunction((expected) => window.sid === expected, sid);
  }

  async waitForDashboard(user) {
    // Not waitForURL: getQRCode and checkFast may both redirect, and the second breaks off the first.
    await this.page.getByRole("heading", { name: user }).waitFor();
    assert.match(this.page.url(), kDashboard);
  }

  // The next checkfast is served before the next getqrcode, and its answer comes after that one's.
  async deliverCheckFastLast() {
    const { page } = this;
    const answers = this.told.length;
    const served = new EventEmitter();
    const checkFastServed = once(served, "checkfast");
    await page.route("**/api/getqrcode?*", async (route) => {
      await checkFastServed;
      await route.continue();
    }, { times: 1 });
    await page.route("**/api/checkfast?*", async (route) => {
      const response = await route.fetch();
      served.emit("checkfast");
      await this.answer(answers + 1);
      await route.fulfill({ response });
    }, { times: 1 });
  }

  // The next getqrcode is served once the next checkfast's answer has come.
  async deliverGetQrCodeLast() {
    const checkFastDone = this.page.waitForEvent("requestfinished", (request) => request.url().includes("/checkfast?"));
    await this.page.route("**/api/getqrcode?*", async (route) => {
      await checkFastDone;
      await route.continue();
    }, { times: 1 });
  }
}

describe("FAST's page client", { timeout: 300000 }, () => {
  let browser, server;

  before(async () => {
    server = await LatchkeyServer.start();
    browser = await startBrowser();
    await server.enrol("Ada Lovelace");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  // A test with FAST's page, prepared and not yet opened.
  const itIn = (name, work) =>
    it(name, async () => {
      await withPage(browser, kDesktop, async (page, complaints) => {
        await work(await FastPage.prepare(page, server), complaints);
      });
    });

  itIn("shows a code of this server, and goes to the dashboard once that is approved", async (fast) => {
    await fast.open();
    const qr = await fast.scan();
    assert.equal(qr, (await fast.answer(1)).qr);
    readQrString(qr, server);
    await takePictures(fast.page, "fast-client");
    await server.approve("Ada Lovelace", qr);
    await advance(fast.page, kPoll_s);
    await fast.waitForDashboard("Ada Lovelace");
  });

  itIn("goes to the dashboard at once when it is loaded again after the sign-in", async (fast) => {
    await fast.open();
    await server.approve("Ada Lovelace", await fast.scan());
    await advance(fast.page, kPoll_s);
    await fast.waitForDashboard("Ada Lovelace");
    await fast.open();
    await fast.waitForDashboard("Ada Lovelace");
  });

  itIn("opens a dashboard that its address does not open any more after the sign-out", async (fast, complaints) => {
    complaints.expect(/status of 401/);
    await fast.deliverGetQrCodeLast();
    await fast.open();
    await server.approve("Ada Lovelace", await fast.scan());
    await advance(fast.page, kPoll_s);
    await fast.waitForDashboard("Ada Lovelace");
    const address = fast.page.url();
    assert.equal(new URL(address).searchParams.get("sid"), (await fast.answer(1)).sid);
    await fast.page.getByRole("button", { name: "Sign out" }).click();
    await fast.page.waitForURL("**/site/login");
    const response = await fast.page.goto(address);
    assert.equal(response.status(), 401);
    assert.match(await fast.page.locator("h1").innerText(), /nobody is signed in/i);
  });

  itIn("asks first without a sid, as its text has it", async (fast) => {
    await fast.open();
    await fast.answer(1);
    assert.deepEqual(fast.asked, ["getqrcode?sid=undefined", "checkfast?sid=null"]);
  });

  itIn("is signed in although a late first poll puts its sid back to null", async (fast) => {
    await fast.deliverCheckFastLast();
    await fast.open();
    const { sid } = await fast.answer(1);
    await fast.waitForSid("null");
    await server.approve("Ada Lovelace", await fast.scan());
    await advance(fast.page, kPoll_s);
    await fast.waitForDashboard("Ada Lovelace");
    assert.notEqual(sid, "null");
  });

  itIn("is signed in when its first poll is answered before it has a code", async (fast) => {
    await fast.deliverGetQrCodeLast();
    await fast.open();
    const { sid } = await fast.answer(1);
    await fast.waitForSid(sid);
    await server.approve("Ada Lovelace", await fast.scan());
    await advance(fast.page, kPoll_s);
    await fast.waitForDashboard("Ada Lovelace");
  });

  itIn("gets a new session when it is reloaded while it waits", async (fast) => {
    await fast.open();
    const first = readQrString(await fast.scan(), server);
    await fast.page.reload();
    await fast.answer(2);
    const second = readQrString(await fast.scan(), server);
    assert.notEqual(second.session, first.session);
  });

  itIn("is signed in after a reload although a late first poll brings the old session's sid", async (fast) => {
    await fast.open();
    await fast.answer(1);
    await fast.page.waitForLoadState("networkidle");
    await fast.deliverCheckFastLast();
    const checkFastDelivered = fast.page.waitForResponse("**/api/checkfast?*");
    await fast.page.reload();
    await fast.answer(2);
    await (await checkFastDelivered).finished();
    await server.approve("Ada Lovelace", await fast.scan());
    await advance(fast.page, kPoll_s);
    await fast.waitForDashboard("Ada Lovelace");
  });

  itIn("keeps the session and changes the secret every 30 seconds, and polls every 5", async (fast) => {
    await fast.deliverGetQrCodeLast();
    await fast.open();
    const first = await fast.answer(1);
    await fast.waitForSid(first.sid);
    const before = readQrString(await fast.scan(), server);
    fast.asked.length = 0;

    await advance(fast.page, kRenewal_s);
    let latest = await fast.answer(2);
    const polls = Array(kRenewal_s / kPoll_s).fill("checkfast?sid=" + first.sid);
    assert.deepEqual(fast.asked.sort(), [...polls, "getqrcode?sid=" + first.sid]);

    // The server's own clock, which nobody stops here, has whole seconds: within one, the secret is the same.
    for (let n = 3; latest.qr === first.qr; ++n) {
      await advance(fast.page, kRenewal_s);
      latest = await fast.answer(n);
    }
    const after = readQrString(await fast.scan(), server);
    assert.equal(latest.sid, first.sid);
    assert.equal(after.session, before.session);
    assert.notEqual(after.secret, before.secret);
    assert.ok(parseInt(after.timestamp, 16) > parseInt(before.timestamp, 16));
  });
});
