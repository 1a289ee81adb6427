// Bundles the phone pages' script and style sheet, and compresses all that they load:
//   node bundle.mjs SOURCE OUTPUT
// from resources/site to a folder outside the source tree, which also has node_modules.
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { constants, gzipSync } from "node:zlib";

const [source, output] = argv.slice(2).map((path) => resolve(path));

await build({
  entryPoints: [
    { in: join(source, "phone/script/main.js"), out: "phone" },
    { in: join(source, "phone/phone.css"), out: "phone" },
  ],
  nodePaths: [join(output, "node_modules")],
  outdir: output,
  bundle: true,
  minify: true,
  format: "iife",
  // Five years back, and what came before it while it costs nothing. Safari before 14.1 miscompiles destructuring.
  target: ["chrome90", "firefox90", "safari14.1"],
  legalComments: "eof",
  logLevel: "warning",
});

for (const name of ["phone/latchkey.svg", "phone/signs.svg"]) {
  await writeFile(join(output, name.replace("phone/", "")), await readFile(join(source, name)));
}
for (const name of ["phone.js", "phone.css", "latchkey.svg", "signs.svg"]) {
  const packed = gzipSync(await readFile(join(output, name)), { level: constants.Z_BEST_COMPRESSION });
  await writeFile(join(output, name + ".gz"), packed);
}
