import { ld, meta, type Page } from "./page.ts";

/** Pages that were written before the rules and that the rules were worked out on. */
export const firstPages: readonly Page[] = [
  // JSON-LD
  {
    name: "one article",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: ld({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "2021-03-04T09:12:00Z",
        dateModified: "2021-03-06T08:00:00Z",
        author: { "@type": "Person", name: "Ina Dorn" },
      }),
    },
    published: "2021-03-04",
    author: "Ina Dorn",
  },
  {
    name: "a graph in which the author is only pointed at",
    kind: "json-ld",
    skeleton: "blog",
    parts: {
      head: ld({
        "@context": "https://schema.org",
        "@graph": [
          { "@type": "WebSite", name: "Quay Notes", datePublished: "2012-01-01" },
          {
            "@type": "WebPage",
            "@id": "https://quay.example/p41/",
            datePublished: "2021-03-04T22:10:00+00:00",
            dateModified: "2022-01-02T10:00:00+00:00",
          },
          {
            "@type": "Article",
            headline: "{title}",
            author: { "@id": "https://quay.example/#/person/7" },
            datePublished: "2021-03-04T22:10:00+00:00",
          },
          { "@type": "Person", "@id": "https://quay.example/#/person/7", name: "Ole Quist" },
        ],
      }),
    },
    published: "2021-03-04",
    author: "Ole Quist",
  },
  {
    name: "teasers have blocks of their own, before it",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: `${ld({
        "@type": "ItemList",
        itemListElement: [
          { "@type": "NewsArticle", headline: "Sluice sold", datePublished: "2023-08-01" },
        ],
      })}${ld({
        "@type": "NewsArticle",
        headline: "Fish market moves",
        url: "https://courier.example/fish",
        datePublished: "2023-08-02",
        author: "Rolf Tann",
      })}${ld({
        "@type": "NewsArticle",
        headline: "{title}",
        url: "https://courier.example/lock",
        datePublished: "2023-07-30T10:00:00Z",
        author: [{ name: "Ina Dorn" }, { name: "Mara Holm" }],
      })}<link rel="canonical" href="https://courier.example/lock">`,
    },
    published: "2023-07-30",
    author: "Ina Dorn, Mara Holm",
  },
  {
    name: "live reporting",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: ld({
        "@type": "LiveBlogPosting",
        headline: "{title}",
        coverageStartTime: "2022-11-05T06:00:00+01:00",
        datePublished: "2022-11-05T06:02:00+01:00",
        dateModified: "2022-11-06T23:40:00+01:00",
        liveBlogUpdate: [
          {
            "@type": "BlogPosting",
            headline: "Boats turn back",
            datePublished: "2022-11-06T23:40:00+01:00",
            author: { name: "Desk" },
          },
        ],
      }),
      under: "<p>By <a href='/p/mholm'>Mara Holm</a></p>",
    },
    published: "2022-11-05",
    author: "Mara Holm",
  },
  {
    name: "a block with a comma too many",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: `<script type="application/ld+json">
/*<![CDATA[*/
{"@context":"https://schema.org","@type":"NewsArticle","headline":"{title}",
 "datePublished":"2020-02-11T17:45:00-05:00",
 "author":{"@type":"Person","name":"Ina Dorn"},}
/*]]>*/</script>`,
    },
    published: "2020-02-11",
    author: "Ina Dorn",
  },
  {
    name: "a line break inside a value",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: `<script type="application/ld+json">{"@type":"Article","headline":"{title}","description":"The lock
opens.","datePublished":"2020-02-12","author":"Rolf Tann"}</script>`,
    },
    published: "2020-02-12",
    author: "Rolf Tann",
  },
  {
    name: "as in a mail header",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "Thu, 04 Mar 2021 09:12:00 GMT",
        author: { "@type": "Organization", name: "Northwire" },
        publisher: { name: "The Tolby Courier" },
      }),
    },
    published: "2021-03-04",
    author: "Northwire",
  },
  {
    name: "nothing but the page's own date",
    kind: "json-ld",
    skeleton: "ministry",
    parts: {
      head: ld({ "@type": "WebPage", name: "{title}", datePublished: "2019-09-30" }),
      foot: "<p>© 2024 Ministry of the Sea</p>",
    },
    published: "2019-09-30",
    author: null,
  },
  {
    name: "the first second of the computer",
    kind: "visible",
    skeleton: "daily",
    parts: {
      head: ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "1970-01-01T00:00:00Z",
        author: { name: "admin" },
      }),
      under: "<div class='q1'><span>By Mara Holm</span><span>18 June 2018</span></div>",
    },
    published: "2018-06-18",
    author: "Mara Holm",
  },
  {
    name: "the block was made when the page was fetched",
    kind: "conflict",
    skeleton: "daily",
    parts: {
      head: `${ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "2025-10-19T03:11:09Z",
        dateModified: "2025-10-19T03:11:09Z",
      })}<link rel="canonical" href="https://courier.example/2017/05/23/lock-at-tolby">`,
      under: "<p class='q2'>Published: 23 May 2017</p>",
    },
    published: "2017-05-23",
    author: null,
  },
  // Meta elements
  {
    name: "the usual property",
    kind: "meta",
    skeleton: "daily",
    parts: {
      head:
        meta("article:published_time", "2019-04-02T05:00:00+02:00") +
        meta("article:modified_time", "2019-04-09T05:00:00+02:00") +
        meta("article:author", "https://social.example/inadorn") +
        meta("author", "Ina Dorn"),
    },
    published: "2019-04-02",
    author: "Ina Dorn",
  },
  {
    name: "two meta authors",
    kind: "meta",
    skeleton: "blog",
    parts: {
      head:
        meta("sailthru.date", "2016-11-20 08:30:00") +
        meta("author", "Ina Dorn") +
        meta("author", "Ole Quist"),
    },
    published: "2016-11-20",
    author: "Ina Dorn, Ole Quist",
  },
  {
    name: "for a counter of readers",
    kind: "meta",
    skeleton: "daily",
    parts: {
      head:
        meta("parsely-pub-date", "2015-01-30T14:00:00Z") +
        meta("parsely-author", "Rolf Tann") +
        meta("parsely-title", "{title}"),
    },
    published: "2015-01-30",
    author: "Rolf Tann",
  },
  {
    name: "library names",
    kind: "meta",
    skeleton: "ministry",
    parts: {
      head:
        meta("DC.date.issued", "2011-06-07") +
        meta("DC.date.modified", "2014-02-01") +
        meta("DC.creator", "Directorate of Harbours"),
    },
    published: "2011-06-07",
    author: "Directorate of Harbours",
  },
  {
    name: "the day on which the page was sent",
    kind: "conflict",
    skeleton: "daily",
    parts: {
      head: `${meta("date", "2026-01-05")}<link rel="canonical" href="https://courier.example/2014/10/02/lock">`,
      under: "<div><span>2 October 2014</span> · <span>Mara Holm</span></div>",
    },
    published: "2014-10-02",
    author: "Mara Holm",
  },
  {
    name: "digits without a break",
    kind: "meta",
    skeleton: "daily",
    parts: {
      head:
        meta("pubdate", "20130516") +
        meta("lastmod", "20130519") +
        meta("byl", "By OLE QUIST and INA DORN"),
    },
    published: "2013-05-16",
    author: "OLE QUIST, INA DORN",
  },
  {
    name: "microdata",
    kind: "meta",
    skeleton: "blog",
    parts: {
      over: '<meta itemprop="dateModified" content="2018-07-15"><meta itemprop="datePublished" content="2018-07-10T12:00:00+03:00">',
      under: '<span itemprop="author" itemscope><span itemprop="name">Mara Holm</span></span>',
      comments:
        '<li itemprop="comment" itemscope><span itemprop="author">walker77</span> <meta itemprop="datePublished" content="2018-07-11">First!</li>',
    },
    published: "2018-07-10",
    author: "Mara Holm",
  },
  // Time elements
  {
    name: "the theme's two times",
    kind: "time",
    skeleton: "blog",
    parts: {
      under:
        '<div class="entry-meta"><span class="posted-on">Posted on <a href="/41" rel="bookmark"><time class="entry-date published" datetime="2017-12-24T18:00:00+00:00">December 24, 2017</time><time class="updated" datetime="2018-01-03T09:00:00+00:00">January 3, 2018</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ole">Ole Quist</a></span></span></div>',
      comments:
        '<li class="comment"><b class="fn">walker77</b> <time datetime="2019-02-01T10:00:00+00:00">February 1, 2019 at 10:00 am</time> Good.</li>',
      related:
        '<li><a href="/9">Old quay</a> <time datetime="2020-01-01">1 January 2020</time></li>',
    },
    published: "2017-12-24",
    author: "Ole Quist",
  },
  {
    name: "the change stands first",
    kind: "time",
    skeleton: "blog",
    parts: {
      under:
        '<div class="entry-meta">Updated <time class="updated" datetime="2018-01-03T09:00:00+00:00">January 3, 2018</time> — published <time class="published" datetime="2017-12-25T18:00:00+00:00">December 25, 2017</time></div>',
    },
    published: "2017-12-25",
    author: null,
  },
  {
    name: "only teasers have times",
    kind: "none",
    skeleton: "daily",
    parts: {
      related:
        '<article><time datetime="2023-08-01">1 Aug</time><h3><a href="/a">Sluice sold</a></h3></article><article><time datetime="2023-08-03">3 Aug</time><h3><a href="/b">Fish market moves</a></h3></article>',
    },
    published: null,
    author: null,
  },
  {
    name: "hours ago, with the instant behind it",
    kind: "time",
    skeleton: "daily",
    parts: {
      under:
        '<div class="z9"><a href="/by/tann">Rolf Tann</a> <time datetime="2024-05-17T11:20:00Z" title="17 May 2024">3h ago</time></div>',
      related:
        '<li><a href="/b">Fish market moves</a> <time datetime="2024-05-17T13:00:00Z">1h ago</time></li>',
    },
    published: "2024-05-17",
    author: "Rolf Tann",
  },
  {
    name: "minutes of reading are a time, too",
    kind: "time",
    skeleton: "files",
    parts: {
      under:
        '<p><time datetime="PT4M">4 min</time> <time datetime="2021-09-09">9 Sep 2021</time></p>',
    },
    published: "2021-09-09",
    author: null,
  },
  {
    name: "seconds in an attribute",
    kind: "time",
    skeleton: "daily",
    parts: {
      under:
        '<div class="date" data-seconds="1393891200" data-datetime="4 March 2014">4 March 2014</div>',
      related:
        '<div class="date" data-seconds="1411891200">28 September 2014</div><a href="/s">Sluice sold</a>',
    },
    published: "2014-03-04",
    author: null,
  },
  // The address
  {
    name: "year, month, day",
    kind: "url",
    skeleton: "daily",
    parts: { head: '<link rel="canonical" href="https://courier.example/2021/03/04/lock-opens">' },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "a month by its name",
    kind: "url",
    skeleton: "daily",
    parts: {
      head: meta("og:url", "https://courier.example/world/2021/mar/04/lock-opens"),
    },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "year and month only",
    kind: "url",
    skeleton: "files",
    parts: { head: '<link rel="canonical" href="https://watch.example/2016/08/lock-opens.html">' },
    published: "2016-08",
    author: null,
  },
  {
    name: "an address that belongs to the printed issue",
    kind: "conflict",
    skeleton: "daily",
    parts: {
      head: '<link rel="canonical" href="https://courier.example/2018/05/18/lock-opens.html">',
      under:
        '<div class="k">BY INA DORN <time datetime="2018-05-07T10:00:00Z">ON 5/7/18 AT 10:00 AM</time></div>',
    },
    published: "2018-05-07",
    author: "INA DORN",
  },
  {
    name: "a number that is no date",
    kind: "none",
    skeleton: "daily",
    parts: { head: '<link rel="canonical" href="https://courier.example/news/20319904">' },
    published: null,
    author: null,
  },
  // Only what is printed
  {
    name: "a label",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<div><span>Published:</span> <span>4 March 2021</span></div>" },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "short, with a time",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<div><a href='/profile/ina-dorn'>Ina Dorn</a> in Tolby</div><div>Tues 2 Mar 2021 09.12 GMT</div>",
    },
    published: "2021-03-02",
    author: "Ina Dorn",
  },
  {
    name: "short, with the change folded away",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<details><summary>Tue 2 Mar 2021 09.12 GMT</summary>Last modified on Wed 3 Mar 2021 11.01 GMT</details>",
    },
    published: "2021-03-02",
    author: null,
  },
  {
    name: "American, with a time",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "en-US", under: "<p>By Rolf Tann</p><p>March 4, 2021 at 9:12 am ET</p>" },
    published: "2021-03-04",
    author: "Rolf Tann",
  },
  {
    name: "figures in Britain",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "en-GB", under: "<p>04/03/2021</p>" },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "figures in the United States",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "en-US", under: "<p>Posted 04/03/2021</p>" },
    published: "2021-04-03",
    author: null,
  },
  {
    name: "figures, and nothing says whose",
    kind: "none",
    skeleton: "daily",
    parts: { lang: "en", under: "<p>04/03/2021</p>" },
    published: null,
    author: null,
  },
  {
    name: "figures explained by the change",
    kind: "visible",
    skeleton: "ministry",
    parts: {
      under: "<div class='field--date'>Published 04/03/2021</div>",
      foot: "Last updated 17/03/2021",
    },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "figures explained by the hour's zone",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>Rolf Tann | 04/03/2021 6:15 PM EDT</p>" },
    published: "2021-04-03",
    author: "Rolf Tann",
  },
  {
    name: "figures explained by the address",
    kind: "visible",
    skeleton: "daily",
    parts: {
      head: '<link rel="canonical" href="https://courier.example/2021/03/lock">',
      under: "<p>04.03.2021</p>",
    },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "three hours ago",
    kind: "none",
    skeleton: "daily",
    parts: { under: "<p>By Mara Holm</p><p>3h ago</p>" },
    published: null,
    author: "Mara Holm",
  },
  {
    name: "posted on, by",
    kind: "visible",
    skeleton: "files",
    parts: { under: "<p>Posted on October 9, 2012 by Ole Quist in <a href='/c'>Canals</a></p>" },
    published: "2012-10-09",
    author: "Ole Quist",
  },
  {
    name: "the day of the last change only",
    kind: "visible",
    skeleton: "ministry",
    parts: { end: "<p>Last updated: 8 July 2020</p>" },
    published: "2020-07-08",
    author: null,
  },
  {
    name: "a day in the byline",
    kind: "visible",
    skeleton: "table",
    parts: { under: "By Ina Dorn, Tolby, 4 March 2003<BR>" },
    published: "2003-03-04",
    author: "Ina Dorn",
  },
  {
    name: "a day without its year, and the address has it",
    kind: "visible",
    skeleton: "table",
    parts: {
      head: meta("og:url", "http://northwire.example/2003/world/a77.html"),
      under: "By Ina Dorn, Tolby, 4 March<BR>",
    },
    published: "2003-03-04",
    author: "Ina Dorn",
  },
  {
    name: "a day without its year",
    kind: "none",
    skeleton: "table",
    parts: { under: "By Ina Dorn, Tolby, 4 March<BR>" },
    published: null,
    author: "Ina Dorn",
  },
  {
    name: "an agency's opening",
    kind: "visible",
    skeleton: "table",
    parts: { opening: "TOLBY, April 14, 2009 (Northwire) - " },
    published: "2009-04-14",
    author: null,
  },
  {
    name: "an agency's opening, slashes",
    kind: "visible",
    skeleton: "daily",
    parts: { opening: "<strong>ORVANE, 7 May 2024 /Northwire/</strong> -- " },
    published: "2024-05-07",
    author: null,
  },
  {
    name: "above the headline",
    kind: "visible",
    skeleton: "ministry",
    parts: { over: "<div>Press release</div><div>21 January 2015</div>" },
    published: "2015-01-21",
    author: null,
  },
  {
    name: "today's day in the masthead",
    kind: "none",
    skeleton: "daily",
    parts: { mast: "<div>Thursday, 9 March 2023</div><div>12° cloudy</div>" },
    published: null,
    author: null,
  },
  {
    name: "today's day in the masthead, and the article's",
    kind: "visible",
    skeleton: "daily",
    parts: {
      mast: "<div>Thursday, 9 March 2023</div>",
      under: "<div>Mara Holm</div><div>February 27, 2023 | 7:40pm</div>",
    },
    published: "2023-02-27",
    author: "Mara Holm",
  },
  {
    name: "nothing but the year of the rights",
    kind: "none",
    skeleton: "files",
    parts: { foot: "<p>© 2011–2024 Lower Tarn Watch. Printed 3 May 2024.</p>" },
    published: null,
    author: null,
  },
  {
    name: "at the end, after the place",
    kind: "visible",
    skeleton: "bare",
    parts: { end: "<p>Orvane, 12 September 2008</p>" },
    published: "2008-09-12",
    author: null,
  },
  {
    name: "at the end, in brackets, with a hand",
    kind: "visible",
    skeleton: "table",
    parts: { end: "<p><i>(Ole Quist, 30.11.2001)</i></p>" },
    published: "2001-11-30",
    author: "Ole Quist",
  },
  {
    name: "comments are dated, the article is not",
    kind: "none",
    skeleton: "blog",
    parts: {
      comments:
        '<li class="comment"><b class="fn">walker77</b> 1 February 2019 at 10:00 Good.</li><li class="comment"><b class="fn">reed</b> 3 February 2019 at 11:00 Bad.</li>',
    },
    published: null,
    author: null,
  },
  {
    name: "German day on an English page",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>Mara Holm · 4. März 2021</p>" },
    published: "2021-03-04",
    author: "Mara Holm",
  },
  {
    name: "French day on an English page",
    kind: "visible",
    skeleton: "blog",
    parts: {
      under:
        '<div class="entry-meta">Publié le 1er août 2016 par <a href="/a" rel="author">Ole Quist</a></div>',
    },
    published: "2016-08-01",
    author: "Ole Quist",
  },
  {
    name: "Russian day on an English page",
    kind: "visible",
    skeleton: "ministry",
    parts: { under: "<div>4 марта 2021, 12:30</div>" },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "a list of articles",
    kind: "none",
    skeleton: "bare",
    parts: {
      title: "Archive: Harbour",
      text: "<h2><a href='/1'>Sluice sold</a></h2><p>By Ina Dorn, 3 May 2010</p><p>The sluice was sold to the board.</p><h2><a href='/2'>Fish market moves</a></h2><p>By Rolf Tann, 29 April 2010</p><p>The market will move to the upper quay.</p><h2><a href='/3'>Weir mended</a></h2><p>By Rolf Tann, 12 April 2010</p><p>The weir of Lower Tarn was mended.</p>",
    },
    published: null,
    author: null,
  },
  {
    name: "published and updated on one line",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under: "<div>Updated 11:02 AM, March 6, 2021 | Published 9:12 AM, March 4, 2021</div>",
    },
    published: "2021-03-04",
    author: null,
  },
  {
    name: "days at the start and at the end",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under: "<p>First published on Sat 5 Mar 2022 18.00 GMT</p>",
      end: "<p>This article was amended on 8 March 2022. An earlier version gave a wrong height.</p>",
    },
    published: "2022-03-05",
    author: null,
  },
  {
    name: "a short line, dashes",
    kind: "visible",
    skeleton: "files",
    parts: { under: "<p><em>2019-08-17 – Rolf Tann</em></p>" },
    published: "2019-08-17",
    author: "Rolf Tann",
  },
  {
    name: "a headline that holds a day",
    kind: "visible",
    skeleton: "daily",
    parts: {
      title: "What we know of the fire of 2 June 1987",
      under: "<p>Ina Dorn, senior correspondent</p><p>31 May 2017, 05:00</p>",
    },
    published: "2017-05-31",
    author: "Ina Dorn",
  },
  {
    name: "printed far from the headline, with its label",
    kind: "visible",
    skeleton: "ministry",
    parts: {
      end: "<dl><dt>Date of issue</dt><dd>16 October 2013</dd><dt>Reference</dt><dd>MS-13/441</dd></dl>",
    },
    published: "2013-10-16",
    author: null,
  },
  {
    name: "an event to come beside the day of the notice",
    kind: "visible",
    skeleton: "ministry",
    parts: {
      under: "<div>Issued: 2 May 2018</div><div>Date of the hearing: 30 May 2018</div>",
    },
    published: "2018-05-02",
    author: null,
  },
];
