import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Folder of a view's styles → the addresses that show it; where they differ from the folder's name. */
const shownAt: Readonly<Record<string, readonly string[]>> = {
  case: ["", "reader"],
  chosen: ["report"],
  "set-up": ["set-up", "add"],
};

/**
 * What the styles of a view say holds in that view only. Views are loaded when they are opened and
 * stay: without this a page would look different after others than by itself.
 */
const stylesOfViews: Plugin = {
  name: "styles-of-views",
  enforce: "pre",
  transform(code, id) {
    const [, folder] = /\/views\/([\w-]+)\/[\w-]+\.css$/.exec(id) ?? [];
    if (folder === undefined) return null;
    const views = (shownAt[folder] ?? [folder]).map((view) => `[data-view="${view}"]`);
    return `:is(${views.join()}) {\n${code}\n}`;
  },
};

export default defineConfig({
  root: fileURLToPath(new URL("src/web", import.meta.url)),
  plugins: [stylesOfViews, react()],
  build: { outDir: "../../dist/web", emptyOutDir: true, assetsInlineLimit: 0 },
});
