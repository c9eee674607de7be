/** Parameters that tell of how a link was shared, not of what it leads to. */
const tracking =
  /^(utm_\w+|at_\w+|mc_[ce]id|mkt_tok|_hs\w+|hsa_\w+|pk_\w+|piwik_\w+|matomo_\w+|oly_\w+_id|vero_\w+|wickedid|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ymclid|twclid|ttclid|igsh|igshid|li_fat_id|epik|scid|rb_clickid|s_cid|ncid|cmpid|cmp|cid|ocid|icid|rss|ref|ref_src|ref_url|referrer|referer|source|src|share|shared|sharetype|smid|smtyp|sr_share|feature|app|si|spm|xtor|ns_\w+|partner|campaign|__twitter_impression|amp|outputtype|guccounter|guce_\w+)$/i;
/** On these hosts such a parameter is part of what a link leads to. */
const meant: Readonly<Record<string, RegExp>> = {
  "news.google.com": /^(source|src|cid)$/i,
};
/** Names under which a site serves the same pages to telephones or through a cache. */
const sameSite = /^(?:www\d?|m|mobile|amp|touch|wap|lite|mbasic)\./;
/** Hosts whose pages are another host's: the longest names first. */
const otherNames: Readonly<Record<string, string>> = {
  "youtu.be": "youtube.com",
  "twitter.com": "x.com",
  "old.reddit.com": "reddit.com",
  "np.reddit.com": "reddit.com",
  "telegram.me": "t.me",
  "fb.com": "facebook.com",
};
/** A page that an archive keeps, by its path: the address that was kept. */
const archived = [
  /^(?:web\.)?archive\.org\/web\/\d{1,14}(?:[a-z]{2}_)?\/(.+)$/i,
  /^archive\.(?:today|is|ph|vn|li|md|fo)\/(?:o\/\w+|newest|oldest|\d{4}[\d.-]*)\/(.+)$/i,
  /^webcache\.googleusercontent\.com\/search\?q=cache:(?:[\w-]+:)?([^+&]+)/i,
  /^(?:[\w-]+\.)?cdn\.ampproject\.org\/[cv]\/(?:s\/)?(.+)$/i,
  /^google\.[a-z.]+\/amp\/(?:s\/)?(.+)$/i,
];
/** An archive may keep the page of an archive: so many are looked into. */
const mostLayers = 3;

/**
 * The address under which links to one page are the same: without scheme, fragment, tracking
 * parameters, default pages, names for telephones and archives around it. Null for what is no web
 * address.
 *
 * ```
 * https://m.harbour-post.example/strait/?utm_source=x#top   harbour-post.example/strait
 * ```
 */
export function canonicalUrl(written: string): string | null {
  let url = parsed(written);
  for (let layer = 0; url && layer < mostLayers; layer++) {
    const inner = keptAddress(url);
    if (inner === null) break;
    url = parsed(inner) ?? url;
  }
  if (!url) return null;
  const host = hostOf(url);
  const path = pathOf(url, host);
  const query = queryOf(url, host);
  return `${host}${path}${query}`;
}

/** The host of a canonical address. */
export function domainOf(canonical: string): string {
  return canonical.split(/[/?]/, 1)[0] ?? canonical;
}

function parsed(written: string): URL | null {
  const text = written.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  return /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? url : null;
}

function keptAddress(url: URL): string | null {
  const address = `${url.hostname.replace(/^www\./, "")}${url.pathname}${url.search}`;
  for (const form of archived) {
    const inner = form.exec(address)?.[1];
    // Only an address with a host of its own: "today" and the like are pages of the archive.
    if (inner && /^(?:https?:\/{1,2})?[^/\s]+\.[^/\s]+/i.test(inner))
      return decoded(inner).replace(/^(https?:)\/(?!\/)/i, "$1//");
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hostOf({ hostname }: URL): string {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const plain = host.replace(sameSite, "");
  // "m.uk" is no telephone's name of "uk".
  const site = plain.includes(".") ? plain : host;
  // "en.m.wikipedia.org" and "en.wikipedia.org" are one.
  const middle = site.replace(/^([a-z-]{2,})\.m\./, "$1.");
  return otherNames[middle] ?? otherNames[site] ?? middle;
}

function pathOf(url: URL, host: string): string {
  if (host === "youtube.com" && /(^|\.)youtu\.be$/.test(url.hostname)) return "/watch";
  const path = url.pathname
    .replace(/\/{2,}/g, "/")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, "/")
    .replace(/\/amp\/?$/i, "/")
    .replace(/\.amp(?:\.html)?$/i, "");
  return path.replace(/\/+$/, "");
}

function queryOf(url: URL, host: string): string {
  const video = /(^|\.)youtu\.be$/.test(url.hostname) ? url.pathname.slice(1) : null;
  if (video) return `?v=${video}`;
  const isMeant = meant[host];
  const kept = [...url.searchParams]
    .filter(([name, value]) => {
      if (host === "youtube.com") return name === "v" || name === "list";
      return value !== "" && (isMeant?.test(name) || !tracking.test(name));
    })
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
