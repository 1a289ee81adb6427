// The real kiosk in a real window, on an X server of its own, seen with a camera and with eyes.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { program, surroundings } from "./latchkey_server.mjs";

const run = promisify(execFile);
const kPatience_ms = 60000;

// Asks again until the answer is neither undefined nor false.
async function eventually(what, ask) {
  const end = Date.now() + kPatience_ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < end, `${what}: not in ${kPatience_ms / 1000} s`);
  }
}

function ended(child) {
  return new Promise((resolve) => child.once("exit", resolve));
}

export class LobbyWindow {
  // A kiosk of that server: { token } of a registered one.
  static async open(server, { token }) {
    const window = new LobbyWindow();
    window.server = server;
    try {
      await window.#startDisplay();
      await window.#startKiosk(token);
    } catch (error) {
      await window.close();
      throw error;
    }
    return window;
  }

  async #startDisplay() {
    // setpriv: however this process ends, neither outlives it.
    this.display = spawn(
      "setpriv",
      ["--pdeathsig", "TERM", "Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    this.displayEnded = ended(this.display);
    const [number] = await new Promise((resolve, reject) => {
      createInterface({ input: this.display.stdout }).once("line", (line) => resolve([line]));
      this.display.once("exit", () => reject(new Error("Xvfb ended at once")));
    });
    this.environment = { ...surroundings(this.server.folder), DISPLAY: ":" + number, QT_QPA_PLATFORM: "xcb" };
    delete this.environment.WAYLAND_DISPLAY;
  }

  async #startKiosk(token) {
    const tokenFile = join(this.server.folder, "kiosk.token");
    await writeFile(tokenFile, token, { mode: 0o600 });
    this.kiosk = spawn(
      "setpriv",
      ["--pdeathsig", "TERM", program("latchkey-kiosk"), "--server", this.server.origin, "--kiosk-token-file", tokenFile],
      { env: this.environment, stdio: "ignore" },
    );
    this.kioskEnded = ended(this.kiosk);
  }

  async close() {
    this.kiosk?.kill("SIGTERM");
    await this.kioskEnded;
    this.display?.kill("SIGTERM");
    await this.displayEnded;
  }

  // A PNG's bytes.
  async screenshot() {
    const { stdout } = await run("import", ["-window", "root", "png:-"],
      { env: this.environment, encoding: "buffer", maxBuffer: 1 << 26 });
    return stdout;
  }

  // What a camera reads; undefined: there is no code.
  async #scan() {
    const file = join(this.server.folder, "screen.png");
    await writeFile(file, await this.screenshot());
    return run(program("latchkey-phone"), ["scan", file], { env: this.environment }).then(
      ({ stdout }) => stdout.trim(), () => undefined);
  }

  // The QR string on the screen, another one than that.
  async code(other) {
    return eventually("a code on the screen", async () => {
      const text = await this.#scan();
      return text !== other && text;
    });
  }

  async showsNoCode() {
    return (await this.#scan()) === undefined;
  }

  // The words on the screen, as optical character recognition reads them.
  async words() {
    const file = join(this.server.folder, "words.png");
    await writeFile(file, await this.screenshot());
    const { stdout } = await run("tesseract", [file, "-", "--psm", "11"], { env: this.environment });
    return stdout.replace(/\s+/g, " ");
  }

  // The one of these numbers that stands huge in the right half, as the same eyes read it at a size they are used to.
  async number(offered) {
    const file = join(this.server.folder, "number.png");
    const card = ["-crop", "560x500+700+110", "+repage"]; // of 1280x720, without the clock
    return eventually(`one of ${offered} on the screen`, async () => {
      await writeFile(file, await this.screenshot());
      await run("convert", [file, ...card, "-resize", "20%", "-bordercolor", "white", "-border", "20", file]);
      const { stdout } = await run("tesseract", [file, "-", "--psm", "7", "-c", "tessedit_char_whitelist=0123456789"]);
      return offered.includes(stdout.trim()) && stdout.trim();
    });
  }

  async says(pattern) {
    return eventually(`${pattern} on the screen`, async () => pattern.test(await this.words()));
  }

  async press(key) {
    await run("xdotool", ["key", key], { env: this.environment });
  }

  // For somebody to look at, in the folder that LATCHKEY_SHOTS names.
  async keep(name) {
    const folder = process.env.LATCHKEY_SHOTS;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name + ".png"), await this.screenshot());
  }
}
