// Builds konak/kernel/ui/static/built: two style sheets, the scripts, the fonts and the woven edge.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";
import { weave } from "./weave.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = join(here, "../konak/kernel/ui/static/built");
const LIMIT = 60 * 1024;

// The library's class prefix names another government; ours is neutral and shorter.
const ours = (text) =>
  text.replaceAll("govuk-", "k-").replaceAll("govuk:", "k:").replaceAll("GOV.UK Frontend", "the parts of the page").replaceAll(/govuk/gi, "k");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

for (const name of ["office", "public"]) {
  const { css } = sass.compile(join(here, "sass", `${name}.scss`), {
    style: "compressed",
    loadPaths: [join(modules, "govuk-frontend/dist"), join(here, "sass")],
    quietDeps: true,
  });
  writeFileSync(join(out, `${name}.css`), ours(css));
}

const bundle = await build({
  entryPoints: [join(here, "js/konak.js")],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  write: false,
});
writeFileSync(join(out, "konak.js"), ours(bundle.outputFiles[0].text));
copyFileSync(join(modules, "htmx.org/dist/htmx.min.js"), join(out, "htmx.js"));

const faces = { sans: ["400-normal", "400-italic", "700-normal"], serif: ["400-normal", "400-italic", "700-normal"] };
for (const [family, styles] of Object.entries(faces)) {
  for (const style of styles) {
    for (const subset of ["cyrillic", "latin", "latin-ext"]) {
      const file = `noto-${family}-${subset}-${style}.woff2`;
      copyFileSync(join(modules, `@fontsource/noto-${family}/files`, file), join(out, "fonts", file));
    }
  }
}
mkdirSync(join(out, "licences"));
for (const [name, file] of Object.entries({
  "noto-sans": "@fontsource/noto-sans/LICENSE",
  "noto-serif": "@fontsource/noto-serif/LICENSE",
  htmx: "htmx.org/LICENSE",
})) {
  copyFileSync(join(modules, file), join(out, "licences", `${name}.txt`));
}
copyFileSync(join(here, "licence-controls.txt"), join(out, "licences/controls.txt"));
writeFileSync(join(out, "weave.svg"), weave());

for (const name of ["office.css", "public.css", "konak.js", "htmx.js"]) {
  const { size } = statSync(join(out, name));
  console.log(`${name.padEnd(12)} ${(size / 1024).toFixed(1)} kB`);
  if (size > LIMIT) throw new Error(`${name} is larger than ${LIMIT / 1024} kB`);
  if (/gov\.?uk|GDS Transport/i.test(readFileSync(join(out, name), "utf8"))) {
    throw new Error(`${name} still carries the name of another government`);
  }
}
