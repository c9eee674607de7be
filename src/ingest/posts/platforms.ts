/** Names of platforms that have several addresses, or another name than their address. */
const names: Readonly<Record<string, string>> = {
  twitter: "x",
  t: "telegram",
  bsky: "bluesky",
};

/**
 * The platform by its address, its domain or the name that an export gives it: `twitter.com`,
 * `https://www.tiktok.com/@a/video/1`, `tiktok-comments` → x, tiktok, tiktok.
 */
export function platformOf(address: string): string | null {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z\d+.-]*:\/\//, "")
    .replace(/[/?#:].*$/s, "")
    .replace(/-comments$/, "");
  const parts = host.split(".");
  const name = (parts.length > 1 ? parts.at(-2) : parts[0]) ?? "";
  if (!/^[a-z\d-]+$/.test(name)) return null;
  return names[name] ?? name;
}
