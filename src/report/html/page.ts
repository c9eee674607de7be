import { createHash } from "node:crypto";
import type { Proof } from "../verify/proof.ts";
import { type Html, html } from "./escape.ts";
import { script, style } from "./style.ts";

/** One page that loads nothing and reads without JavaScript. */
export function pageOf(
  { title, isChosen }: { readonly title: string; readonly isChosen: boolean },
  header: Html,
  main: Html,
  proof: Proof,
): string {
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}: Parallax report</title>
<style>${trusted(style)}${trusted(foot(title))}</style>
</head>
<body class="${isChosen ? "chosen" : "whole"}">
<header>
<p class="soft">Parallax report</p>
<h1>${title}</h1>
${header}<p class="find" hidden><label>Find <input type="search"></label> <button type="button" aria-pressed="false">Open all passages</button></p>
</header>
<main>
${main}
</main>
<script type="application/json" id="proof">${trusted(embedded(proof))}</script>
<script>${trusted(script)}</script>
</body>
</html>
`.markup;
}

/** What stands at the foot of each printed page: the title and which page of how many it is. */
function foot(title: string): string {
  // Every sign but letters and digits by its number: nothing of a title can end the text or the element.
  const text = [...title.slice(0, longestFoot)]
    .map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `))
    .join("");
  return `@page{@bottom-left{content:"${text}"}@bottom-right{content:counter(page) " / " counter(pages)}}`;
}

const longestFoot = 90;

/** As it may stand in an element of script: no tag can begin in it. */
function embedded(proof: Proof): string {
  return JSON.stringify(proof).replaceAll("<", "\\u003c");
}

/** The page's own style and script: the only markup that does not come from `html`. */
function trusted(markup: string): Html {
  return { markup };
}
