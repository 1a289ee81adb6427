// A latchkey-server of one's own, on a free port of this machine, with its state in a temporary folder, and the
// wallets of the people who use it.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createHash, createHmac, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import * as http from "node:http";
import * as https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);
const kLongestStop_ms = 60000;

export function program(name) {
  const folder = process.env.LATCHKEY_BIN;
  assert.ok(folder, "LATCHKEY_BIN has to name the folder of latchkey-server and latchkey-phone");
  return join(folder, name);
}

// The programs' surroundings: nothing of the caller's own settings, keys or display.
export function surroundings(folder) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(LATCHKEY_|XDG_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_DATA_HOME: join(folder, "data"),
    QT_QPA_PLATFORM: "offscreen",
  };
}

// The port, once the server says that it listens. Rejects when it ends before; the log is in the reason.
async function portOf(server) {
  const said = [];
  const lines = (stream) => createInterface({ input: stream });
  return new Promise((resolve, reject) => {
    const read = (line) => {
      said.push(line);
      if (!line.includes("server.listening")) return;
      const { port } = JSON.parse(line);
      resolve(port);
    };
    lines(server.stdout).on("line", read);
    lines(server.stderr).on("line", read);
    server.once("error", reject);
    server.once("exit", () => reject(new Error("latchkey-server ended at once:\n" + said.join("\n"))));
  });
}

export class LatchkeyServer {
  // options: more flags of `latchkey-server serve`. host: passkeys want one that has a name. tls: speak https, with
  // a certificate that nobody signed but itself.
  static async start(options = [], { host = "127.0.0.1", tls = false } = {}) {
    const server = new LatchkeyServer();
    server.host = host;
    server.folder = await mkdtemp(join(tmpdir(), "latchkey-pages-"));
    try {
      await server.#serve(tls ? [...options, ...(await server.#certify())] : options);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  async #serve(options) {
    const config = join(this.folder, "server.toml");
    await writeFile(config, "");
    this.database = "sqlite3:" + join(this.folder, "latchkey.db");
    this.keyFile = join(this.folder, "server.key");
    // setpriv: however this process ends, the server does not outlive it.
    this.child = spawn(
      "setpriv",
      ["--pdeathsig", "TERM", program("latchkey-server"), "serve", "--config", config,
       "--listen", this.host + ":0", "--database", this.database, "--key-file", this.keyFile,
       "--log-format", "json", ...options],
      { env: surroundings(this.folder), stdio: ["ignore", "pipe", "pipe"] },
    );
    this.ended = new Promise((resolve) => {
      this.child.once("exit", (code, signal) => resolve(code ?? signal));
      this.child.once("error", resolve);
    });
    this.origin = `${this.certificate ? "https" : "http"}://${this.host}:${await portOf(this.child)}`;
  }

  // The flags for a fresh certificate.
  async #certify() {
    const [certificate, key] = ["certificate.pem", "certificate-key.pem"].map((name) => join(this.folder, name));
    await run("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                          "-subj", "/CN=" + this.host, "-addext", "subjectAltName=DNS:" + this.host,
                          "-out", certificate, "-keyout", key]);
    this.certificate = await readFile(certificate);
    return ["--tls-cert", certificate, "--tls-key", key];
  }

  // What tells Chromium to trust the server's certificate, as if an authority had signed it: a page whose
  // certificate was only waved through has no passkeys.
  browserArguments() {
    if (!this.certificate) return [];
    const key = new X509Certificate(this.certificate).publicKey.export({ type: "spki", format: "der" });
    return ["--ignore-certificate-errors-spki-list=" + createHash("sha256").update(key).digest("base64")];
  }

  // For requests from here: this machine has any name that the server is called by, also without a hosts file, as
  // browsers have it (RFC 6761 §6.3).
  static #lookup(name, options, found) {
    options.all ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4);
  }

  // GET of a path, which has to succeed: the JSON of the answer.
  async get(path, headers = {}) {
    const { request } = this.certificate ? https : http;
    return new Promise((resolve, reject) => {
      const how = { headers, ca: this.certificate, agent: false, lookup: LatchkeyServer.#lookup };
      const asked = request(this.origin + path, how, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${path}: ${answer.statusCode} ${text}`));
        });
      });
      asked.on("error", reject);
      asked.end();
    });
  }

  // Ends the server, which has to do so in good order, and removes its folder.
  async stop() {
    try {
      if (!this.child) return;
      this.child.kill("SIGTERM");
      const late = setTimeout(() => this.child.kill("SIGKILL"), kLongestStop_ms);
      assert.equal(await this.ended, 0, "latchkey-server's exit status");
      clearTimeout(late);
    } finally {
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  async #command(name, ...words) {
    const { stdout } = await run(program(name), words, { env: surroundings(this.folder) });
    return stdout;
  }

  async #administer(...words) {
    return JSON.parse(await this.#command("latchkey-server", ...words, "--database", this.database, "--json"));
  }

  // Makes a wallet for somebody whom the server need not know; gives its address.
  async newWallet(user) {
    const key = await this.#command("latchkey-phone", "key", "new", "--key", this.#keyOf(user), "--json");
    return JSON.parse(key).addresses.p2pkh;
  }

  // Makes a user who has a wallet.
  async enrol(user) {
    const address = await this.newWallet(user);
    await this.#administer("user", "add", user);
    await this.#administer("device", "add", user, "--address", address);
  }

  // The link that adds a phone to the user, who is made where there is none of that name.
  async invite(user) {
    const known = (await this.#administer("user", "list")).some(({ name }) => name === user);
    const made = known ? await this.#administer("device", "enrol", user) : (await this.#administer("user", "add", user)).enrolment;
    return made.link;
  }

  // Everybody's, or those of one user.
  async devices(...user) {
    return this.#administer("device", "list", ...user);
  }

  async approveDevice(id) {
    await this.#administer("device", "approve", id);
  }

  async revokeDevice(id) {
    await this.#administer("device", "revoke", id);
  }

  async disableUser(user) {
    await this.#administer("user", "disable", user);
  }

  // The kinds of what the server wrote down, in order.
  async auditedEvents() {
    const lines = await this.#command("latchkey-server", "audit", "--database", this.database, "--json");
    return lines.split("\n").filter(Boolean).map((line) => JSON.parse(line).event);
  }

  #keyOf(user) {
    return join(this.folder, user + ".key");
  }

  // { id, name, place, token }
  async addKiosk(name, place) {
    return this.#administer("kiosk", "add", name, "--place", place);
  }

  // Rejects when the server refuses.
  async approve(user, qrString) {
    return this.#command("latchkey-phone", "approve", qrString, "--key", this.#keyOf(user));
  }

  // { address, signature, message }: what the user's wallet would post.
  async sign(user, qrString) {
    return JSON.parse(await this.#command("latchkey-phone", "sign", qrString, "--key", this.#keyOf(user)));
  }

  // The text of the one QR code in a picture (a PNG's bytes).
  async scan(picture) {
    const file = join(await mkdtemp(join(this.folder, "scan-")), "picture.png");
    await writeFile(file, picture);
    const texts = (await this.#command("latchkey-phone", "scan", file)).split("\n").filter(Boolean);
    assert.equal(texts.length, 1, "the picture's QR codes");
    return texts[0];
  }

  // A QR string, asked for as a kiosk with that token does, or as an unregistered screen.
  async getQrCode(token) {
    const { qr } = await this.get("/api/getqrcode?sid=null", token ? { Authorization: "Bearer " + token } : {});
    return qr;
  }

  // The same session's QR string as this server would have minted it that many seconds before.
  async aged(qrString, seconds) {
    const root = Buffer.from((await readFile(this.keyFile, "ascii")).trim(), "hex");
    const hmac = (key, text) => createHmac("sha256", key).update(text).digest();
    const url = new URL(qrString);
    const mintedAt = (parseInt(url.searchParams.get("t"), 16) - seconds).toString(16);
    const text = (secret) => `${this.origin}/fast?s=${url.searchParams.get("s")}&c=${secret}&t=${mintedAt}`;
    const secret = hmac(hmac(root, "latchkey secret v1\x01"), text("")).subarray(0, 12);
    return text(secret.toString("base64url"));
  }
}

// { session, secret, timestamp } of a QR string, which has to be one of that server.
export function readQrString(text, server) {
  const [, session, secret, timestamp] =
    /\/fast\?s=([\w-]+)&c=([\w-]+)&t=([0-9a-f]+)(?:&k=[\w-]+)?$/.exec(text) ?? assert.fail("no QR string: " + text);
  assert.ok(text.startsWith(server.origin + "/fast?"), text + " is not of " + server.origin);
  return { session, secret, timestamp };
}
