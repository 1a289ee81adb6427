// When a slow phone shows something of each page (First Contentful Paint): the goal is less than a second.
//
// A phone of a quarter of this machine's speed, on two networks: the slow one that Lighthouse measures with (1.6 Mbit/s,
// 150 ms there and back), and what the web calls slow 3G (400 kbit/s, 400 ms), where even the first byte takes 0.4 s and
// nothing is promised. The best of five visits, each of a browser that has never seen the page.
import { kPhone, startBrowser } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";

const kVisits = 5;
const kNetworks = {
  "1.6 Mbit/s, 150 ms": { latency_ms: 150, kbits: 1600 },
  "400 kbit/s, 400 ms": { latency_ms: 400, kbits: 400 },
};

async function firstPaint(browser, address, { latency_ms, kbits }) {
  const context = await browser.newContext(kPhone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytesASecond = (kbits * 1000) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions",
    { offline: false, latency: latency_ms, downloadThroughput: bytesASecond, uploadThroughput: bytesASecond });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address);
  const painted = await page.evaluate(() =>
    new Promise((resolve) => {
      const look = (list) => {
        const paint = list.getEntries().find(({ name }) => name === "first-contentful-paint");
        if (paint) resolve(Math.round(paint.startTime));
      };
      new PerformanceObserver(look).observe({ type: "paint", buffered: true });
    }));
  await context.close();
  return painted;
}

const server = await LatchkeyServer.start();
const browser = await startBrowser();
try {
  const kiosk = await Kiosk.start(server);
  const pages = { unlock: () => kiosk.qr, enrol: () => server.invite("Ada Lovelace"), code: () => server.origin + "/c" };
  for (const [page, address] of Object.entries(pages)) {
    for (const [network, conditions] of Object.entries(kNetworks)) {
      let best = Infinity;
      for (let visit = 0; visit < kVisits; ++visit) {
        await kiosk.renew();
        best = Math.min(best, await firstPaint(browser, await address(), conditions));
      }
      console.log(`${page.padEnd(8)} ${network.padEnd(20)} ${String(best).padStart(5)} ms`);
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
