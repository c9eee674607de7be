import type { PostReference } from "../../document/post.ts";

/** X writes these three letters of its texts as HTML does. */
export function plainText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Where a post of X is, or was: X finds it by its id alone. */
export function permalink(id: string, handle: string | null): string {
  return `https://x.com/${handle ?? "i/web"}/status/${id}`;
}

/** The handle in a link to a post of X. */
export function handleInLink(link: unknown): string | null {
  if (typeof link !== "string") return null;
  const found = /^https?:\/\/(?:(?:www|mobile)\.)?(?:x|twitter)\.com\/(\w{1,30})\/status\//i.exec(
    link,
  );
  return found?.[1] && found[1] !== "i" ? found[1] : null;
}

/**
 * The handle that a repost's text begins with, where the export tells of it nowhere else.
 *
 *     RT @harbour_watch: The ferry is late again
 *         ^^^^^^^^^^^^^
 */
export function repostedHandle(text: string): string | null {
  return /^RT @(\w{1,30})\b/.exec(text)?.[1] ?? null;
}

/** Another post, as far as it is told. */
export function reference(id: string | null, account: string | null): PostReference {
  return { id, account };
}
