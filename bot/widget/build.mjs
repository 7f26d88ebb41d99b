// Bundles the widget to one file, or with --check says whether the committed file is what the sources give.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "dist", "send-assistant.js");

const stylesAsText = {
  name: "styles-as-text",
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ["src/index.ts"],
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  banner: { js: "/* The SEND inspection assistant's widget. MIT licence. Built from bot/widget/src. */" },
  plugins: [stylesAsText],
  write: false,
  logLevel: "warning",
});
const script = outputFiles[0].contents;
const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;

/** One value for all that the bundle is made of, so that a stale bundle is seen without Node. */
function sourcesDigest() {
  const inFolder = ["src", "copy"].flatMap((folder) => readdirSync(join(here, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const files = [...inFolder, join(here, "build.mjs"), join(here, "package-lock.json")];
  const named = files.map((file) => [relative(here, file).replaceAll("\\", "/"), file]).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash("sha256");
  for (const [name, file] of named) digest.update(`${name}\0`).update(readFileSync(file));
  return digest.digest("hex");
}

if (process.argv.includes("--check")) {
  if (!readFileSync(built).equals(Buffer.from(script))) {
    console.error("dist/send-assistant.js is not what src gives: run `make widget` and commit it");
    process.exit(1);
  }
} else {
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, script);
  writeFileSync(join(here, "dist", "integrity.txt"), `${integrity}\n`);
  writeFileSync(join(here, "dist", "sources.txt"), `${sourcesDigest()}\n`);
}
console.log(`${script.length} bytes, integrity ${integrity}`);
