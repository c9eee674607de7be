/** Where a reader of the page finds its date. `conflict`: several places, which differ; `none`: nowhere. */
export type DateKind = "json-ld" | "meta" | "time" | "url" | "visible" | "conflict" | "none";

/** One invented page with what a reader takes for its day of publication and its author. */
export type Page = {
  readonly name: string;
  readonly kind: DateKind;
  readonly skeleton: keyof typeof skeletons;
  readonly parts: Parts;
  /** EDTF day or month; null where the page does not say, or not safely. */
  readonly published: string | null;
  /** Names, joined by ", "; null where the page names nobody. */
  readonly author: string | null;
};

/** What a page has of its own; everything else comes with its skeleton. `{title}` is its headline. */
export type Parts = {
  readonly lang?: string;
  readonly title?: string;
  readonly head?: string;
  /** In the site's header, above everything. */
  readonly mast?: string;
  readonly over?: string;
  readonly under?: string;
  /** What the first paragraph begins with. */
  readonly opening?: string;
  readonly end?: string;
  readonly related?: string;
  readonly comments?: string;
  readonly foot?: string;
  /** In place of the article's own paragraphs. */
  readonly text?: string;
};

const titles = [
  "Lock at Tolby opens after three winters",
  "Harbour board puts off the dredging",
  "Two held after fire at Orvane mill",
  "Ferry crews vote for a second walkout",
  "Council of Lower Tarn splits over the weir",
  "School roof falls in, nobody hurt",
];

const paragraphs = [
  "The keeper of the lock said that the water had risen by two metres since Monday, and that nobody had told him. The board built the gate on 4 May 1931 and has mended it twice, most lately on 12 June 2009.",
  "A spokeswoman for the board of Tolby said on Friday that the works would go on until 30 November. Residents of the lower quay, who left their houses on 2 February, may come back before the end of the month.",
  "Nobody was hurt. In a letter dated 17 January the engineers had warned that the eastern wall leaned outwards by more than a hand's breadth, and asked for money that never came, said Ola Renn, who wrote it.",
];

const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`);

type Filled = Required<Omit<Parts, "opening">>;

/** The page as HTML. `index` gives it one of the headlines. */
export function pageHtml({ skeleton, parts }: Page, index: number): string {
  const { opening = "", ...given } = parts;
  const title = parts.title ?? (titles[index % titles.length] as string);
  const filled: Filled = {
    lang: "en",
    head: "",
    mast: "",
    over: "",
    under: "",
    end: "",
    related: "",
    comments: "",
    foot: "",
    text: [`<p>${opening}${paragraphs[0]}</p>`, ...text.slice(1)].join("\n"),
    ...given,
    title,
  };
  return skeletons[skeleton](filled).replaceAll("{title}", title);
}

/** How families of publishing systems set out a page. */
const skeletons = {
  /** A newspaper's own system: classes without meaning, teasers with dates of their own. */
  daily: (p: Filled) => `<!doctype html><html lang="${p.lang}"><head><meta charset="utf-8">
<title>${p.title} | The Tolby Courier</title><meta property="og:title" content="${p.title}">
<meta property="og:site_name" content="The Tolby Courier">${p.head}</head><body>
<header class="sc-1x9 kQeB"><a href="/">The Tolby Courier</a>${p.mast}<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><div class="sc-77a"><div class="sc-77b">${p.over}<h1 class="sc-4fd">${p.title}</h1>${p.under}</div>
<div class="sc-90c">${p.text}${p.end}</div></div>
<section class="sc-aa1"><h2>More on this</h2>${p.related}</section></main>
<footer><p>© 2026 The Tolby Courier</p>${p.foot}</footer></body></html>`,

  /** A blog system with themes: entry-meta, widgets, comments below. */
  blog: (
    p: Filled,
  ) => `<!doctype html><html lang="${p.lang}"><head><title>${p.title} &#8211; Quay Notes</title>${p.head}</head>
<body class="single single-post"><div id="page"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Quay Notes</a></p>${p.mast}</header>
<div id="content"><article id="post-41" class="post type-post hentry">${p.over}<header class="entry-header"><h1 class="entry-title">${p.title}</h1>${p.under}</header>
<div class="entry-content">${p.text}</div><footer class="entry-footer">${p.end}</footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">Thoughts on this</h2><ol class="comment-list">${p.comments}</ol></div></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul>${p.related}</ul></section></aside>
<footer id="colophon" class="site-footer">Copyright 2019 Quay Notes ${p.foot}</footer></div></body></html>`,

  /** A ministry: fields in nested boxes, a crumb trail, the state of the page at its foot. */
  ministry: (
    p: Filled,
  ) => `<!doctype html><html lang="${p.lang}"><head><title>${p.title} | Ministry of the Sea</title>${p.head}</head><body class="path-node page-node-type-release">
<div class="region region-header">${p.mast}<a href="/">Ministry of the Sea</a></div><div class="breadcrumb"><a href="/">Home</a> <a href="/press">Press</a></div>
<div class="region region-content"><div class="node node--type-release">${p.over}<h1 class="page-title"><span>${p.title}</span></h1>${p.under}
<div class="field field--name-body">${p.text}</div>${p.end}</div></div><div class="views-element-container">${p.related}</div>
<footer class="region-footer">${p.foot}</footer></body></html>`,

  /** By hand, with nothing but paragraphs. */
  bare: (p: Filled) => `<html><head><title>${p.title}</title>${p.head}</head><body>${p.mast}
${p.over}<h1>${p.title}</h1>${p.under}
${p.text}${p.end}${p.related}${p.comments}<hr>${p.foot}</body></html>`,

  /** Tables and breaks of the first years of the web. */
  table: (
    p: Filled,
  ) => `<HTML><HEAD><TITLE>Northwire: ${p.title}</TITLE>${p.head}</HEAD><BODY><TABLE><TR><TD COLSPAN=2>${p.mast}<IMG SRC="logo.gif"></TD></TR>
<TR><TD WIDTH=120><A HREF="/">Front page</A><BR><A HREF="/world">World</A><BR>${p.related}</TD><TD>${p.over}<FONT SIZE=5><B>${p.title}</B></FONT><BR>${p.under}
${p.text}${p.end}</TD></TR></TABLE>${p.foot}</BODY></HTML>`,

  /** Made of files: a post with a front matter, no classes to speak of. */
  files: (
    p: Filled,
  ) => `<!doctype html><html lang="${p.lang}"><head><title>${p.title} · Lower Tarn Watch</title>${p.head}</head><body>
<header><h1><a href="/">Lower Tarn Watch</a></h1>${p.mast}</header><main><article>${p.over}<h2>${p.title}</h2>${p.under}
${p.text}${p.end}</article></main><aside>${p.related}</aside><section id="disqus_thread">${p.comments}</section><footer>${p.foot}</footer></body></html>`,
} as const;

/** A JSON-LD block. */
export function ld(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

/** A meta element by its property or name. */
export function meta(name: string, content: string): string {
  return `<meta ${name.includes(":") ? "property" : "name"}="${name}" content="${content}">`;
}
