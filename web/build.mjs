// Bundles the elements into the one classic script that pages load, joins their styles, and says
// how large the script is.
//
//   node web/build.mjs           write both
//   node web/build.mjs --check   exit with 1 when what is committed is not what would be written

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const WEB = dirname(fileURLToPath(import.meta.url));
const ASSETS = join(WEB, "..", "templates", "assets", "mkdocs-compat");
const SCRIPT = join(ASSETS, "compat.js");
const STYLE = join(ASSETS, "compat.css");

// In the order in which they are joined; later ones may refine earlier ones.
const STYLES = [
  "colours",
  "checker",
  "fields",
  "buttons",
  "answer",
  "advice",
  "share",
  "parts",
  "rules",
  "planner",
  "plan",
  "upgrade",
  "reading",
  "tables",
  "surroundings",
];

// The engine's size is watched for versions, ranges and the reading of cells alone.
const VERSIONS_AND_RANGES = `
  export * from "./engine/versions/registry.js";
  export * from "./engine/ranges/range.js";
  export * from "./engine/ranges/text.js";
  export * from "./engine/ranges/notation/read.js";
`;

/**
 * @param {import("esbuild").BuildOptions} input
 * @returns {Promise<{minified: string, bytes: number}>} The script, and the size of its sources.
 */
async function bundle(input) {
  const { outputFiles, metafile } = await build({
    ...input,
    absWorkingDir: WEB,
    bundle: true,
    charset: "utf8",
    format: "iife",
    metafile: true,
    minify: true,
    target: "es2020",
    write: false,
  });
  const sources = Object.values(metafile.inputs).map((file) => file.bytes);
  return { minified: outputFiles[0].text, bytes: sources.reduce((a, b) => a + b, 0) };
}

/**
 * @param {string} name
 * @param {{minified: string, bytes: number}} result
 */
function report(name, { minified, bytes }) {
  const kilobytes = [bytes, Buffer.byteLength(minified), gzipSync(minified, { level: 9 }).length];
  const [raw, small, zipped] = kilobytes.map((size) => `${(size / 1024).toFixed(1)} KB`);
  console.log(`${name}: ${raw} of source, ${small} minified, ${zipped} gzipped`);
}

/** @param {string} path */
const shown = (path) => relative(process.cwd(), path);

/** @param {string} path */
function committed(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const page = await bundle({ entryPoints: ["elements/index.js"] });
const styles = STYLES.map((name) => readFileSync(join(WEB, "styles", `${name}.css`), "utf8"));
/** @type {[path: string, text: string][]} */
const files = [
  [SCRIPT, page.minified],
  [STYLE, styles.join("\n")],
];
if (process.argv.includes("--check")) {
  for (const [path, text] of files) {
    if (text !== committed(path)) {
      console.error(`${shown(path)} is not what web/ builds: run "npm run build" and commit the result`);
      process.exit(1);
    }
    console.log(`${shown(path)} is current`);
  }
} else {
  for (const [path, text] of files) writeFileSync(path, text);
  report(shown(SCRIPT), page);
  const stdin = { contents: VERSIONS_AND_RANGES, resolveDir: WEB, sourcefile: "engine.js" };
  report("versions, ranges and notation alone", await bundle({ stdin }));
}
