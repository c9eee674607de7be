import type { Completeness } from "../../document/document.ts";
import { isGate, textCompleteness } from "../completeness.ts";
import { type DomDocument, type DomElement, oneLine } from "./dom.ts";

/** A page that says how many words its article has was kept whole from this share of them on … */
const whole01 = 0.85;
/** … and is an excerpt below this share. */
const excerpt01 = 0.5;
/** Articles of fewer words are not measured so. */
const measuredFrom = 100;
/** Beside a text of fewer words, an element that asks to pay stands in place of the rest. */
const shortText = 250;
/** So many such elements are looked at, and so many characters of each. */
const mostGates = 20;
const longestGate = 600;

const gateElements =
  '[class*="paywall"], [id*="paywall"], [class*="regwall"], [class*="subscriber-only"], [class*="subscription-wall"], [class*="premium-content"], [class*="piano"], [class*="article-gate"], [class*="meter"]';

/**
 * Whether a page was kept whole: what it says of itself (`declared`), held against the number of
 * words it gives for its article; a request to pay in place of the rest; and the text's own end.
 */
export function pageCompleteness(
  page: DomDocument,
  declared: Completeness,
  text: string,
): Completeness {
  const words = text.split(/\s+/).length;
  const stated = statedWords(page);
  if (stated >= measuredFrom) {
    if (words >= stated * whole01) return "full";
    if (words < stated * excerpt01) return "excerpt";
  }
  if (declared === "excerpt") return "excerpt";
  const title = oneLine(page.querySelector("title")?.textContent);
  if (/^subscribe to read\b|\bsubscription required\b/i.test(title)) return "excerpt";
  if (words < shortText && hasGate(page)) return "excerpt";
  return textCompleteness(text);
}

/** The words of the article as the page's JSON-LD counts or repeats them; 0 where it does neither. */
function statedWords(page: DomDocument): number {
  let most = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? "";
    const count = /"wordCount"\s*:\s*"?(\d{1,6})/.exec(json);
    if (count) most = Math.max(most, Number(count[1]));
    const body = /"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(json);
    if (body) most = Math.max(most, (body[1] ?? "").split(/(?:\s|\\[nrt])+/).length);
  }
  return most;
}

function hasGate(page: DomDocument): boolean {
  let seen = 0;
  for (const element of page.querySelectorAll(gateElements)) {
    if (seen++ >= mostGates) return false;
    if (isHidden(element)) continue;
    if (isGate(oneLine(element.textContent).slice(0, longestGate))) return true;
  }
  return false;
}

/** Pages keep such requests hidden beside texts that may be read. */
function isHidden(element: DomElement): boolean {
  if (element.getAttribute("hidden") !== null) return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  return /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute("style") ?? "");
}
