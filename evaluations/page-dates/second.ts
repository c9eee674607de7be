import { ld, meta, type Page } from "./page.ts";

/** Pages that were written after the rules had been worked out on the first ones. */
export const secondPages: readonly Page[] = [
  // JSON-LD
  {
    name: "an array of blocks in one script",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: ld([
        { "@type": "BreadcrumbList", itemListElement: [] },
        { "@type": "NewsMediaOrganization", name: "The Tolby Courier", foundingDate: "1904-05-01" },
        {
          "@type": "NewsArticle",
          headline: "{title}",
          datePublished: "2020-08-19T06:00:00.000Z",
          dateCreated: "2020-08-17T15:00:00.000Z",
          author: [{ "@type": "Person", name: ["Petra Aln"] }],
        },
      ]),
    },
    published: "2020-08-19",
    author: "Petra Aln",
  },
  {
    name: "a film is shown beside the text",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: `${ld({ "@type": "VideoObject", name: "Old lock", uploadDate: "2010-03-01" })}${ld({
        "@type": "ReportageNewsArticle",
        headline: "{title}",
        datePublished: "2020-08-20T10:30:00+02:00",
        author: "By Petra Aln",
      })}`,
    },
    published: "2020-08-20",
    author: "Petra Aln",
  },
  {
    name: "a shortened headline in the block",
    kind: "json-ld",
    skeleton: "blog",
    parts: {
      title: "Why the eastern wall of the lock leans, and who has known of it for eleven years",
      head: ld({
        "@type": "BlogPosting",
        headline: "Why the eastern wall of the lock leans",
        datePublished: "2014-02-03T20:00:00+0000",
        dateModified: "2014-02-03T20:00:00+0000",
        author: { "@type": "Person", name: "quaywalker" },
      }),
    },
    published: "2014-02-03",
    author: "quaywalker",
  },
  {
    name: "a question and its answers",
    kind: "visible",
    skeleton: "bare",
    parts: {
      head: ld({
        "@type": "QAPage",
        mainEntity: { "@type": "Question", name: "{title}", dateCreated: "2016-05-05" },
      }),
      under: "<p>Asked by Jon Vehr on May 5, 2016</p>",
    },
    published: "2016-05-05",
    author: "Jon Vehr",
  },
  {
    name: "a date to come",
    kind: "visible",
    skeleton: "daily",
    parts: {
      head: ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "2099-12-31T00:00:00Z",
        dateModified: "2019-05-11T09:00:00Z",
      }),
      under: "<div><b>Petra Aln</b><i>10 May 2019</i></div>",
    },
    published: "2019-05-10",
    author: "Petra Aln",
  },
  {
    name: "day and month in figures",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      lang: "en-GB",
      head: ld({ "@type": "NewsArticle", headline: "{title}", datePublished: "05/11/2018 14:20" }),
      under: "<p>Published 5 November 2018</p>",
    },
    published: "2018-11-05",
    author: null,
  },
  {
    name: "in capital keys, and in quotation marks that curl",
    kind: "time",
    skeleton: "daily",
    parts: {
      head: '<script type="application/ld+json">{“@type”: “NewsArticle”, “datePublished”: “2018-01-01”}</script>',
      under:
        '<p>Written by Jon Vehr</p><p><time datetime="2018-01-01T08:00">Jan. 1, 2018</time></p>',
    },
    published: "2018-01-01",
    author: "Jon Vehr",
  },
  {
    name: "a reprint names the first publication",
    kind: "conflict",
    skeleton: "daily",
    parts: {
      head: ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "2022-06-01T00:00:00Z",
        dateModified: "2022-06-01T00:00:00Z",
        author: { name: "The Tolby Courier" },
        publisher: { name: "The Tolby Courier" },
      }),
      under: "<p>By Jon Vehr</p><p>First published: 1 June 1988</p>",
    },
    published: "1988-06-01",
    author: "Jon Vehr",
  },
  {
    name: "two blocks contradict each other by a year",
    kind: "conflict",
    skeleton: "blog",
    parts: {
      head:
        ld({ "@type": "Article", headline: "{title}", datePublished: "2019-03-12" }) +
        meta("article:published_time", "2018-03-12T08:00:00Z"),
      under: '<div class="entry-meta">March 12, 2018 by Petra Aln</div>',
    },
    published: "2018-03-12",
    author: "Petra Aln",
  },
  {
    name: "late in the evening, west of here",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      lang: "en-US",
      head: ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "2021-07-09T18:30:00-04:00",
        author: [{ name: "Petra Aln" }, { name: "Jon Vehr" }, { name: "Sia Morrow" }],
      }),
      under: "<p>July 9, 2021, 6:30 p.m. ET</p>",
    },
    published: "2021-07-09",
    author: "Petra Aln, Jon Vehr, Sia Morrow",
  },
  // Meta elements
  {
    name: "names of an old standard, small",
    kind: "meta",
    skeleton: "table",
    parts: { head: meta("dc.date", "2002-07-01") + meta("dc.creator", "Vehr, Jon") },
    published: "2002-07-01",
    author: "Vehr, Jon",
  },
  {
    name: "a counter's, with hours",
    kind: "meta",
    skeleton: "daily",
    parts: {
      head:
        meta("cXenseParse:recs:publishtime", "2017-10-10T03:00:00.000Z") +
        meta("cXenseParse:author", "Petra Aln") +
        meta("og:updated_time", "2017-10-12T03:00:00.000Z"),
      under: "<div>Petra Aln</div><div>5 min read</div>",
    },
    published: "2017-10-10",
    author: "Petra Aln",
  },
  {
    name: "only a change is given",
    kind: "none",
    skeleton: "daily",
    parts: { head: meta("article:modified_time", "2017-10-10T03:00:00.000Z") },
    published: null,
    author: null,
  },
  {
    name: "seconds since 1970",
    kind: "meta",
    skeleton: "daily",
    parts: { head: meta("published_at", "1425540000") + meta("author", "jvehr@courier.example") },
    published: "2015-03-05",
    author: null,
  },
  {
    name: "a book's names, and a role",
    kind: "meta",
    skeleton: "ministry",
    parts: {
      head:
        meta("citation_publication_date", "2012/03/15") +
        meta("citation_author", "Petra Aln") +
        meta("citation_author", "Jon Vehr"),
    },
    published: "2012-03-15",
    author: "Petra Aln, Jon Vehr",
  },
  {
    name: "the author is a page in a network",
    kind: "meta",
    skeleton: "daily",
    parts: {
      head:
        meta("article:published_time", "2016-09-21 07:00:00") +
        meta("article:author", "https://social.example/petra.aln"),
      under: '<div class="c-9">Petra Aln, Harbour Reporter</div><div>21 September 2016</div>',
    },
    published: "2016-09-21",
    author: "Petra Aln",
  },
  // Time elements and attributes
  {
    name: "a zone in the element, the day in words",
    kind: "time",
    skeleton: "daily",
    parts: {
      over: '<div>Opinion</div><time datetime="2023-01-15T05:00:00Z">Jan 15, 2023 12:00am EST</time>',
      under: "<p>Sia Morrow is a retired pilot.</p>",
    },
    published: "2023-01-15",
    author: "Sia Morrow",
  },
  {
    name: "below the text",
    kind: "time",
    skeleton: "blog",
    parts: {
      end: '<span class="posted-on"><time class="entry-date published updated" datetime="2013-11-02T21:15:00+00:00">2 November 2013</time></span><span class="byline"><span class="author vcard">Sia Morrow</span></span>',
    },
    published: "2013-11-02",
    author: "Sia Morrow",
  },
  {
    name: "beside the text, of another one",
    kind: "none",
    skeleton: "blog",
    parts: {
      related:
        '<li><a href="/1">Sluice sold</a><span class="post-date">May 3, 2022</span></li><li><a href="/2">Weir mended</a><span class="post-date">May 1, 2022</span></li>',
      comments:
        '<li id="comment-1" class="comment"><cite>heron</cite> says: <a href="#comment-1"><time datetime="2022-05-04T10:00:00">May 4, 2022 at 10:00 am</time></a><p>Thank you.</p></li>',
    },
    published: null,
    author: null,
  },
  {
    name: "a wrong element and a right label",
    kind: "conflict",
    skeleton: "daily",
    parts: {
      under:
        '<p>Published <time datetime="0001-01-01T00:00:00Z">14 February 2020</time></p><p>Jon Vehr</p>',
    },
    published: "2020-02-14",
    author: "Jon Vehr",
  },
  {
    name: "minutes ago, nothing behind it",
    kind: "none",
    skeleton: "daily",
    parts: { under: "<p>Jon Vehr</p><p>Updated 12 minutes ago</p>" },
    published: null,
    author: "Jon Vehr",
  },
  {
    name: "a film's length and a shared counter",
    kind: "time",
    skeleton: "daily",
    parts: {
      under:
        '<span>Watch <time datetime="PT2M31S">2:31</time></span><span>11,204 shares</span><time datetime="2018-04-30 16:05">30 Apr</time>',
    },
    published: "2018-04-30",
    author: null,
  },
  // The address
  {
    name: "days joined by lines",
    kind: "url",
    skeleton: "files",
    parts: {
      head: '<link rel="canonical" href="https://watch.example/posts/2019-12-03-lock.html">',
    },
    published: "2019-12-03",
    author: null,
  },
  {
    name: "one figure for the month",
    kind: "url",
    skeleton: "daily",
    parts: { head: meta("og:url", "https://courier.example/articles/2009/7/4/lock") },
    published: "2009-07-04",
    author: null,
  },
  {
    name: "years in the headline's words",
    kind: "none",
    skeleton: "daily",
    parts: {
      head: '<link rel="canonical" href="https://courier.example/lock-1931-to-2009-a-history">',
    },
    published: null,
    author: null,
  },
  // Only what is printed
  {
    name: "with a weekday and a slash",
    kind: "visible",
    skeleton: "table",
    parts: {
      over: "Saturday, September 8, 2001<BR>",
      under: "BY PETRA ALN / Courier Staff Writer<BR>",
    },
    published: "2001-09-08",
    author: "PETRA ALN",
  },
  {
    name: "figures, the year first",
    kind: "visible",
    skeleton: "ministry",
    parts: { under: "<span>Posted: 2016/02/29 10:11</span>" },
    published: "2016-02-29",
    author: null,
  },
  {
    name: "figures of which one is too great for a month",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>Jon Vehr 09/30/2015</p>" },
    published: "2015-09-30",
    author: "Jon Vehr",
  },
  {
    name: "two figures for the year, and a zone",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>UPDATED 05/04/12 8:45 PM CET</p><p>PUBLISHED 03/04/12 7:01 AM CET</p>" },
    published: "2012-04-03",
    author: null,
  },
  {
    name: "figures, explained by the element of another article",
    kind: "visible",
    skeleton: "daily",
    parts: {
      lang: "de",
      under: "<p>Von Petra Aln, 07/02/2018</p>",
      related: "<div>Sluice sold 28/02/2018</div>",
    },
    published: "2018-02-07",
    author: "Petra Aln",
  },
  {
    name: "figures, an American page with a British day beside it",
    kind: "visible",
    skeleton: "blog",
    parts: {
      lang: "en-US",
      under: "<p>Posted 05/06/2013</p>",
      end: "<p>Updated 23/06/2013</p>",
    },
    published: "2013-06-05",
    author: null,
  },
  {
    name: "figures with lines, and no help",
    kind: "none",
    skeleton: "files",
    parts: { under: "<p>Sia Morrow, 05-06-2013</p>" },
    published: null,
    author: "Sia Morrow",
  },
  {
    name: "a raised ending",
    kind: "visible",
    skeleton: "files",
    parts: { under: "<p>Posted by Sia Morrow on the 22<sup>nd</sup> of August, 2010</p>" },
    published: "2010-08-22",
    author: "Sia Morrow",
  },
  {
    name: "a byline with two writers and a place",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<div>By <a href='/petra'>Petra Aln</a> and <a href='/jon'>Jon Vehr</a> in Orvane</div><div>11:59PM BST 30 Jul 2011</div>",
    },
    published: "2011-07-30",
    author: "Petra Aln, Jon Vehr",
  },
  {
    name: "a byline of three",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>By Petra Aln, Jon Vehr and Sia Morrow | December 1, 2008</p>" },
    published: "2008-12-01",
    author: "Petra Aln, Jon Vehr, Sia Morrow",
  },
  {
    name: "a byline with particles",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under: "<div>Liese van der Broek, Foreign Editor</div><div>Nov. 18, 2013 5:04 p.m.</div>",
    },
    published: "2013-11-18",
    author: "Liese van der Broek",
  },
  {
    name: "no writer but a desk",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>By Courier Staff</p><p>Nov 19, 2013</p>" },
    published: "2013-11-19",
    author: "Courier Staff",
  },
  {
    name: "pictures have a hand, too",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<figure><img><figcaption>The lock on 2 May 2014. Photo by Rik Sand</figcaption></figure><p>Photographs by Rik Sand</p><p>Words by Petra Aln</p><p>June 6, 2014</p>",
    },
    published: "2014-06-06",
    author: "Petra Aln",
  },
  {
    name: "a caption with a day",
    kind: "none",
    skeleton: "daily",
    parts: {
      under: "<p>Harbour of Tolby, 2 May 2014. Photo: Rik Sand/Northwire</p>",
    },
    published: null,
    author: null,
  },
  {
    name: "an agency's opening without its year, the address has it",
    kind: "visible",
    skeleton: "daily",
    parts: {
      head: '<link rel="canonical" href="https://courier.example/news/2005/11/lock">',
      opening: "TOLBY, Nov 8 (Northwire) - ",
    },
    published: "2005-11-08",
    author: null,
  },
  {
    name: "an agency's opening, place in small letters",
    kind: "visible",
    skeleton: "daily",
    parts: { opening: "Orvane, 15 January 2019 – " },
    published: "2019-01-15",
    author: null,
  },
  {
    name: "for immediate release",
    kind: "visible",
    skeleton: "bare",
    parts: {
      over: "<p>FOR IMMEDIATE RELEASE</p><p>Contact: Jon Vehr, +99 555 0104</p><p>July 2, 2007</p>",
      end: "<p>###</p>",
    },
    published: "2007-07-02",
    author: null,
  },
  {
    name: "a letterhead",
    kind: "visible",
    skeleton: "ministry",
    parts: { under: "<p>No. 114/2016</p><p>Tolby, 9th February 2016</p>" },
    published: "2016-02-09",
    author: null,
  },
  {
    name: "a speech is dated as held",
    kind: "visible",
    skeleton: "ministry",
    parts: {
      under:
        "<p>Delivered by: The Minister of the Sea</p><p>Published on: 12 May 2017</p><p>Delivered on: 10 May 2017</p>",
    },
    published: "2017-05-12",
    author: null,
  },
  {
    name: "an event to come, the notice undated",
    kind: "none",
    skeleton: "ministry",
    parts: { under: "<p>Date of the hearing: 30 May 2018</p><p>Deadline: 12 May 2018</p>" },
    published: null,
    author: null,
  },
  {
    name: "in Spanish",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "es", under: "<p>Por Petra Aln</p><p>12 de octubre de 2020, 09:30</p>" },
    published: "2020-10-12",
    author: "Petra Aln",
  },
  {
    name: "in Turkish on an English page",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>Jon Vehr</p><p>14 Ağustos 2019 Çarşamba</p>" },
    published: "2019-08-14",
    author: "Jon Vehr",
  },
  {
    name: "in Chinese figures",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "zh", under: "<p>2022年5月9日 08:00</p>" },
    published: "2022-05-09",
    author: null,
  },
  {
    name: "in Polish with its label",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>Opublikowano: 3 września 2021 r.</p>" },
    published: "2021-09-03",
    author: null,
  },
  {
    name: "a list under one heading",
    kind: "none",
    skeleton: "files",
    parts: {
      title: "All posts",
      text: "<ul><li>3 May 2022 <a href='/1'>Sluice sold</a></li><li>1 May 2022 <a href='/2'>Weir mended</a></li><li>28 April 2022 <a href='/3'>Fish market moves</a></li></ul>",
    },
    published: null,
    author: null,
  },
  {
    name: "a dossier with dated entries",
    kind: "none",
    skeleton: "daily",
    parts: {
      title: "Timeline: the lock at Tolby",
      text: "<h3>4 May 1931</h3><p>The gate is built.</p><h3>12 June 2009</h3><p>It is mended a second time.</p><h3>2 February 2020</h3><p>The lower quay is left.</p>",
    },
    published: null,
    author: null,
  },
  {
    name: "an obituary",
    kind: "visible",
    skeleton: "daily",
    parts: {
      title: "Ola Renn, engineer of the lock",
      under:
        "<p>Born 3 March 1941; died 28 January 2021</p><p>Jon Vehr</p><p>Tue 9 Feb 2021 17.03 GMT</p>",
    },
    published: "2021-02-09",
    author: "Jon Vehr",
  },
  {
    name: "between share buttons",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<ul><li>Share</li><li>Tweet</li><li>Print</li></ul><div>Sia Morrow <br> May 14, 2015 <br> 37 comments</div>",
    },
    published: "2015-05-14",
    author: "Sia Morrow",
  },
  {
    name: "with dots and Roman month",
    kind: "visible",
    skeleton: "bare",
    parts: { end: "<p>S. Morrow, Tolby, 14. 5. 2015</p>" },
    published: "2015-05-14",
    author: "S. Morrow",
  },
  {
    name: "an old issue's head",
    kind: "visible",
    skeleton: "table",
    parts: { over: "Vol. 12, No. 33 - August 17, 1999<BR>" },
    published: "1999-08-17",
    author: null,
  },
  {
    name: "month and year of a magazine",
    kind: "visible",
    skeleton: "files",
    parts: { under: "<p>Sia Morrow</p><p>June 2012 issue</p>" },
    published: "2012-06",
    author: "Sia Morrow",
  },
  {
    name: "a day in the headline only",
    kind: "none",
    skeleton: "daily",
    parts: { title: "Statement on the fire of 14 March 2016" },
    published: null,
    author: null,
  },
  {
    name: "minutes of a meeting",
    kind: "visible",
    skeleton: "ministry",
    parts: { title: "Minutes of 14 March 2016", under: "<p>Posted 21 March 2016</p>" },
    published: "2016-03-21",
    author: null,
  },
  {
    name: "a print note in the foot",
    kind: "visible",
    skeleton: "daily",
    parts: {
      end: "<p>A version of this article appears in print on June 9, 2019, Section A, Page 4 of the Tolby edition.</p>",
      under: "<div>By Petra Aln</div><div>June 8, 2019</div>",
    },
    published: "2019-06-08",
    author: "Petra Aln",
  },
  {
    name: "the foot says what the page's state is",
    kind: "visible",
    skeleton: "ministry",
    parts: { foot: "<p>Page last updated on 3 June 2015</p><p>© Ministry 1998-2015</p>" },
    published: "2015-06-03",
    author: null,
  },
  {
    name: "a thread: the first post counts",
    kind: "visible",
    skeleton: "bare",
    parts: {
      under: "<p>Posted by heron_44, 2 Jan 2018 19:22</p>",
      comments:
        "<p>Posted by reed, 3 Jan 2018 08:01</p><p>I saw it, too.</p><p>Posted by heron_44, 3 Jan 2018 09:40</p><p>From the bridge?</p>",
    },
    published: "2018-01-02",
    author: "heron_44",
  },
  {
    name: "the hour before the day",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>Petra Aln</p><p>18:04, 23 FEB 2022</p><p>UPDATED 18:30, 23 FEB 2022</p>" },
    published: "2022-02-23",
    author: "Petra Aln",
  },
  {
    name: "a day of the week, no year, and nothing to tell it",
    kind: "none",
    skeleton: "daily",
    parts: { under: "<p>Petra Aln</p><p>Wed 23 Feb</p>" },
    published: null,
    author: "Petra Aln",
  },
  {
    name: "the change has the year",
    kind: "visible",
    skeleton: "daily",
    parts: {
      head: meta("article:modified_time", "2022-02-25T10:00:00Z"),
      under: "<p>Petra Aln</p><p>Wed 23 Feb</p>",
    },
    published: "2022-02-23",
    author: "Petra Aln",
  },
];
