// At a QR string's URL: a phone that is enrolled, one that is not, and all that may go wrong.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { advance, kPhone, startBrowser, takePhonePictures, withPage } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { button, enrolPhone, haveNoWallet, heading, openAndPick, pickWrongNumber, said } from "./phone.mjs";

describe("A phone at a screen", { timeout: 300000 }, () => {
  let browser, server, lobby;

  before(async () => {
    server = await LatchkeyServer.start();
    browser = await startBrowser();
    lobby = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work) => it(name, async () => withPage(browser, kPhone, work));
  const start = () => Kiosk.start(server, lobby.token);

  itIn("says where before anything else, and unlocks in two taps", async (page) => {
    await enrolPhone(page, server, "Ada Lovelace");
    const kiosk = await start();
    await page.goto(kiosk.qr, { waitUntil: "commit" });
    await said(page, "Lobby East").waitFor();
    await said(page, "Ground floor, by the lifts").waitFor();
    await page.getByText("127.0.0.1", { exact: true }).waitFor();
    await heading(page, "Which number does the screen show?").waitFor();
    await said(page, "as Ada Lovelace").waitFor();
    assert.equal((await kiosk.look()).state, "scanned");
    await takePhonePictures(page, "number");

    await button(page, await kiosk.number()).tap();
    await heading(page, "Unlock this screen?").waitFor();
    assert.equal((await kiosk.look()).state, "scanned");
    await takePhonePictures(page, "unlock");

    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    await said(page, "Welcome, Ada Lovelace.").waitFor();
    assert.equal((await kiosk.look()).state, "authenticated");
    assert.equal(await kiosk.signedInAs(), "Ada Lovelace");
    await takePhonePictures(page, "unlocked");
  });

  itIn("locks the terminal again, for somebody who has walked away from it", async (page) => {
    await enrolPhone(page, server, "Grace Hopper");
    const kiosk = await start();
    await openAndPick(page, kiosk);
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal(await kiosk.signedInAs(), "Grace Hopper");

    const held = kiosk.hearOfChange("authenticated");
    await button(page, "Lock that terminal").tap();
    assert.equal((await held).state, "ended");
    await heading(page, "Locked").waitFor();
    await said(page, "Nobody is signed in there any more.").waitFor();
    assert.ok((await server.auditedEvents()).includes("login.locked_by_phone"));
    await takePhonePictures(page, "locked");
  });

  // What came to Chrome and Safari later than five years ago, and a library might use.
  itIn("unlocks with a browser of five years ago", async (page) => {
    await page.addInitScript(() => {
      delete Object.hasOwn;
      delete Object.groupBy;
      delete Array.fromAsync;
      delete AbortSignal.timeout;
      delete AbortSignal.any;
      delete Promise.withResolvers;
      delete Promise.try;
      delete Crypto.prototype.randomUUID;
      delete Uint8Array.fromHex;
      delete Uint8Array.fromBase64;
      for (const name of ["toHex", "toBase64", "setFromHex"]) delete Uint8Array.prototype[name];
      for (const kind of [Array, String, Object.getPrototypeOf(Uint8Array)]) delete kind.prototype.at;
      for (const name of ["findLast", "findLastIndex", "toSorted", "toReversed", "with"]) delete Array.prototype[name];
      for (const name of ["structuredClone", "scheduler", "SubtleCrypto"]) delete window[name];
      delete Navigator.prototype.userAgentData;
    });
    await enrolPhone(page, server, "Charles Babbage");
    const kiosk = await start();
    await openAndPick(page, kiosk);
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal(await kiosk.signedInAs(), "Charles Babbage");
  });

  itIn("stores nothing before its script runs, as for a link preview", async () => {
    const kiosk = await start();
    assert.equal((await fetch(kiosk.qr)).status, 200);
    assert.equal((await kiosk.look()).state, "waiting");
  });

  itIn("says “this isn’t me”, and the screen knows at once", async (page) => {
    await enrolPhone(page, server, "Blaise Pascal");
    const kiosk = await start();
    await page.goto(kiosk.qr);
    await button(page, "This isn’t me").tap();
    await heading(page, "Declined").waitFor();
    assert.equal((await kiosk.look()).state, "declined");
    await takePhonePictures(page, "declined");
  });

  itIn("burns the code with a wrong number", async (page, complaints) => {
    complaints.expect(/status of 403/);
    await enrolPhone(page, server, "Carl Gauss");
    const kiosk = await start();
    await page.goto(kiosk.qr);
    await pickWrongNumber(page, kiosk);
    await heading(page, "That is not the screen’s number").waitFor();
    await said(page, "If somebody sent you this link, do not use it.").waitFor();
    assert.equal((await kiosk.look()).state, "declined");
    assert.ok((await server.auditedEvents()).some((event) => /burnt|number|declined/.test(event)));
    await takePhonePictures(page, "wrong-number");
  });

  itIn("is told when nobody has enrolled it, and may go without a trace", async (page) => {
    const kiosk = await start();
    await page.goto(kiosk.qr);
    await heading(page, "You are not enrolled here yet").waitFor();
    await said(page, "Ask at the reception for an enrolment link").waitFor();
    assert.equal(await button(page, "Use a passkey").isVisible(), false);
    await takePhonePictures(page, "not-enrolled");
    await button(page, "Cancel").tap();
    await heading(page, "Declined").waitFor();
    assert.equal((await kiosk.look()).state, "declined");
  });

  itIn("is told when its key was revoked", async (page) => {
    await enrolPhone(page, server, "Daniel Bernoulli");
    const [{ id }] = await server.devices("Daniel Bernoulli");
    await server.revokeDevice(id);
    await page.goto((await start()).qr);
    await heading(page, "You are not enrolled here yet").waitFor();
  });

  itIn("is told when its account is switched off", async (page) => {
    await enrolPhone(page, server, "Evariste Galois");
    await server.disableUser("Evariste Galois");
    await page.goto((await start()).qr);
    await heading(page, "Your account is switched off").waitFor();
    await takePhonePictures(page, "disabled");
  });

  itIn("is told when another phone has opened the code since", async (page, complaints) => {
    complaints.expect(/status of 404/);
    const kiosk = await start();
    await enrolPhone(page, server, "Felix Klein");
    await page.goto(kiosk.qr);
    const number = await kiosk.number();
    const later = await page.context().newPage();
    await later.goto(kiosk.qr);
    await heading(later, "Which number does the screen show?").waitFor();
    await page.bringToFront();
    await page.locator('[data-action="pick"]').first().tap();
    await heading(page, "This code is no longer yours").waitFor();
    assert.match(number, /^\d\d$/);
    await takePhonePictures(page, "scan-ended");
  });

  itIn("is told that a code works once", async (page, complaints) => {
    complaints.expect(/status of 404/);
    await enrolPhone(page, server, "George Boole");
    const kiosk = await start();
    await openAndPick(page, kiosk);
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    const answer = await page.goto(kiosk.qr);
    assert.equal(answer.status(), 404);
    await heading(page, "This code has been used").waitFor();
    await takePhonePictures(page, "used");
  });

  itIn("is told when the code expires under its hands", async (page) => {
    await page.clock.install();
    await enrolPhone(page, server, "Henri Lebesgue");
    await page.goto((await start()).qr);
    await heading(page, "Which number does the screen show?").waitFor();
    await advance(page, 121);
    await heading(page, "This code has expired").waitFor();
    await takePhonePictures(page, "expired");
  });

  itIn("loses the network and finds it again, and goes on where it was", async (page, complaints) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED/);
    await enrolPhone(page, server, "Isaac Newton");
    const kiosk = await start();
    await page.goto(kiosk.qr);
    const number = await kiosk.number();
    await page.context().setOffline(true);
    await button(page, number).tap();
    await said(page, "The server cannot be reached.").waitFor();
    await takePhonePictures(page, "offline");
    await page.context().setOffline(false);
    await heading(page, "Unlock this screen?").waitFor();
    assert.equal(await said(page, "The server cannot be reached.").isVisible(), false);
  });

  itIn("tries again when it is told to", async (page, complaints) => {
    complaints.expect(/ERR_CONNECTION_REFUSED/);
    await page.clock.install();
    await enrolPhone(page, server, "Joseph Fourier");
    await page.clock.pauseAt(Date.now() + 60000);
    const kiosk = await start();
    await page.route("**/api/phone/open", (route) => route.abort("connectionrefused"));
    await page.goto(kiosk.qr);
    await said(page, "The server cannot be reached.").waitFor();
    await page.unroute("**/api/phone/open");
    await button(page, "Try again").tap();
    await heading(page, "Which number does the screen show?").waitFor();
  });

  itIn("says when its clock is wrong, and unlocks all the same", async (page) => {
    await enrolPhone(page, server, "Kurt Gödel");
    await page.clock.install({ time: Date.now() - 3600 * 1000 });
    const kiosk = await start();
    await openAndPick(page, kiosk);
    await said(page, "This phone’s clock is wrong.").waitFor();
    await takePhonePictures(page, "clock");
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
  });

  itIn("says nothing of a clock that is right", async (page) => {
    await page.goto((await start()).qr);
    await heading(page, "You are not enrolled here yet").waitFor();
    assert.equal(await said(page, "This phone’s clock is wrong.").isVisible(), false);
  });

  itIn("says so when the server has a problem, and starts over", async (page, complaints) => {
    complaints.expect(/status of 500/);
    await enrolPhone(page, server, "Leonhard Euler");
    const problem = { status: 500, json: { status: 500, message: "something went wrong" } };
    await page.route("**/api/phone/open", (route) => route.fulfill(problem));
    await page.goto((await start()).qr);
    await heading(page, "Something went wrong").waitFor();
    await takePhonePictures(page, "problem");
    await page.unroute("**/api/phone/open");
    await button(page, "Try again").tap();
    await heading(page, "Which number does the screen show?").waitFor();
  });

  itIn("is warned of a screen that nobody registered, and of a page that is not encrypted", async (page) => {
    const kiosk = await Kiosk.start(server);
    await page.goto(kiosk.qr);
    await said(page, "An unregistered screen").waitFor();
    await said(page, "The server does not know where this screen stands.").waitFor();
    await said(page, "This page is not encrypted").waitFor();
    await takePhonePictures(page, "unregistered");
  });

  itIn("signs by hand with a Bitcoin wallet, on the same page", async (page) => {
    await server.enrol("Alan Turing");
    const kiosk = await start();
    await page.goto(kiosk.qr);
    await page.getByText("Sign with a Bitcoin wallet").tap();
    const { address, signature } = await server.sign("Alan Turing", kiosk.qr);
    assert.equal(await page.getByLabel("Text to sign").inputValue(), kiosk.qr);
    await page.getByLabel("Your address").fill(address);
    await page.getByLabel("Signature").fill(signature);
    await takePhonePictures(page, "wallet-form");
    await page.locator("details").getByRole("button").tap();
    await heading(page, "Unlocked").waitFor();
    await said(page, "Welcome, Alan Turing.").waitFor();
    assert.equal(await kiosk.signedInAs(), "Alan Turing");
  });

  // As behind a proxy that speaks TLS: only then the code carries a link for Lightning wallets.
  it("opens a Lightning wallet with the same code", async () => {
    const secure = await LatchkeyServer.start(["--public-url", "https://lobby.example"]);
    try {
      await withPage(browser, kPhone, async (page) => {
        await haveNoWallet(page);
        const { pathname, search } = new URL(await secure.getQrCode());
        await page.goto(secure.origin + pathname + search);
        await heading(page, "You are not enrolled here yet").waitFor();
        assert.equal(await said(page, "This page is not encrypted").isVisible(), false);
        const link = page.getByRole("link", { name: "Open a Lightning wallet" });
        assert.equal(await link.getAttribute("href"), "lightning:" + new URLSearchParams(search).get("lightning"));
        await takePhonePictures(page, "not-enrolled-lightning");
        await link.tap();
        await heading(page, "Go on in your wallet").waitFor();
        await takePhonePictures(page, "in-wallet");
        await button(page, "Back").tap();
        await heading(page, "You are not enrolled here yet").waitFor();
      });
    } finally {
      await secure.stop();
    }
  });

  for (const query of ["", "?s=a&c=b&t=c", "?s=%00&c=<b>&t=-1", "?s=" + "a".repeat(2000)]) {
    itIn(`is told that ${query.slice(0, 20) || "no query"} is no code`, async (page, complaints) => {
      complaints.expect(/status of 404/);
      const answer = await page.goto(server.origin + "/fast" + query);
      assert.equal(answer.status(), 404);
      await heading(page, "This code is not from here").waitFor();
    });
  }

  itIn("is told that yesterday’s code has expired", async (page, complaints) => {
    complaints.expect(/status of 408/);
    const answer = await page.goto(await server.aged(await server.getQrCode(), 121));
    assert.equal(answer.status(), 408);
    await heading(page, "This code has expired").waitFor();
  });
});

describe("A phone that nobody enrolled", { timeout: 300000 }, () => {
  let browser;

  before(async () => {
    browser = await startBrowser();
  });
  after(async () => browser?.close());

  // Where phones may register: "open" or "approve".
  const itWhere = (registration, name, work) =>
    it(name, async () => {
      const server = await LatchkeyServer.start(["--registration", registration]);
      try {
        const kiosk = await Kiosk.start(server, (await server.addKiosk("Seminar room 3", "First floor, north wing")).token);
        await withPage(browser, kPhone, (page, complaints) => work(page, kiosk, server, complaints));
      } finally {
        await server.stop();
      }
    });

  itWhere("open", "registers and unlocks, and from then on with two taps", async (page, kiosk, server) => {
    await openAndPick(page, kiosk);
    await heading(page, "Who are you?").waitFor();
    await page.getByLabel("Your name", { exact: true }).fill("Emmy Noether");
    await page.getByLabel("E-mail (optional)").first().fill("emmy@example.org");
    await takePhonePictures(page, "register");
    await button(page, "Register and unlock").tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal(await kiosk.signedInAs(), "Emmy Noether");
    assert.equal((await server.devices())[0].label, "Pixel 6");

    const second = await Kiosk.start(server);
    await openAndPick(page, second);
    await said(page, "as Emmy Noether").waitFor();
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal(await second.signedInAs(), "Emmy Noether");
  });

  itWhere("open", "has not to type again what the network lost", async (page, kiosk, server, complaints) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED/);
    await openAndPick(page, kiosk);
    await page.getByLabel("Your name", { exact: true }).fill("Sophie Germain");
    await page.context().setOffline(true);
    await button(page, "Register and unlock").tap();
    await said(page, "Nothing you typed is lost.").waitFor();
    assert.equal(await page.getByLabel("Your name", { exact: true }).inputValue(), "Sophie Germain");
    await page.context().setOffline(false);
    await heading(page, "Unlocked").waitFor();
    assert.equal(await kiosk.signedInAs(), "Sophie Germain");
  });

  itWhere("open", "goes on when the answer to its registration got lost", async (page, kiosk, server, complaints) => {
    complaints.expect(/ERR_FAILED/);
    complaints.expect(/status of 409/);
    await openAndPick(page, kiosk);
    let lost = false;
    await page.route("**/api/phone/register", async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await page.getByLabel("Your name", { exact: true }).fill("Ada Byron");
    await button(page, "Register and unlock").tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal((await server.devices()).length, 1);
  });

  itWhere("open", "is asked for another name when the server does not take it", async (page, kiosk, server, complaints) => {
    complaints.expect(/status of 400/);
    await openAndPick(page, kiosk);
    await page.getByLabel("Your name", { exact: true }).fill("Emmy\u202eNoether\u0007");
    await page.getByLabel("E-mail (optional)").first().fill("emmy@localhost");
    await button(page, "Register and unlock").tap();
    await said(page, "The server does not accept this name").waitFor();
    await takePhonePictures(page, "register-refused");
    await page.getByLabel("Your name", { exact: true }).fill("Emmy Noether");
    await page.getByLabel("E-mail (optional)").first().fill("");
    await button(page, "Register and unlock").tap();
    await heading(page, "Unlocked").waitFor();
  });

  itWhere("open", "is told when its browser can keep no key", async (page, kiosk) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
    });
    await page.goto(kiosk.qr);
    await heading(page, "This browser cannot keep a key").waitFor();
    await takePhonePictures(page, "no-storage");
    await button(page, "Cancel").tap();
    await heading(page, "Declined").waitFor();
    assert.equal((await kiosk.look()).state, "declined");
  });

  itWhere("approve", "waits for the reception, is told, and unlocks", async (page, kiosk, server) => {
    await openAndPick(page, kiosk);
    await page.getByLabel("Your name", { exact: true }).fill("Maria Agnesi");
    await button(page, "Ask to be let in").tap();
    await heading(page, "Your request is waiting").waitFor();
    await said(page, "Keep this page open").waitFor();
    await takePhonePictures(page, "pending");
    const [device] = await server.devices();
    await server.approveDevice(device.id);
    await heading(page, "Unlock this screen?").waitFor();
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();
    assert.equal(await kiosk.signedInAs(), "Maria Agnesi");
  });

  itWhere("approve", "scans again when the code did not live to see the approval", async (page, kiosk, server) => {
    await page.clock.install();
    await openAndPick(page, kiosk);
    await page.getByLabel("Your name", { exact: true }).fill("Maria Agnesi");
    await button(page, "Ask to be let in").tap();
    await heading(page, "Your request is waiting").waitFor();

    await page.goto((await Kiosk.start(server)).qr);
    await heading(page, "Your request is waiting").waitFor();
    const [device] = await server.devices();
    await server.approveDevice(device.id);
    await advance(page, 3);
    await heading(page, "This phone is enrolled now").waitFor();
    await said(page, "Scan the code on the screen").waitFor();
    await takePhonePictures(page, "approved");
  });
});
