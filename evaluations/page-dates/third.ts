import { ld, meta, type Page } from "./page.ts";

/** Pages that were written last, after the errors on the second ones had been mended. */
export const thirdPages: readonly Page[] = [
  {
    name: "hidden day in the text of a button",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<div><span>Tolby</span> | <span>Written By: </span><span>Hanna Vost</span> | <span>Updated: September 14, 2019 8:15:31 am</span></div>",
    },
    published: "2019-09-14",
    author: "Hanna Vost",
  },
  {
    name: "posted and first posted",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under: "<p>Posted 3 Oct 2017, 2:05am</p><p>Updated 5 Oct 2017, 6:11am</p>",
      comments: "",
    },
    published: "2017-10-03",
    author: null,
  },
  {
    name: "an organisation as the writer, a person in print",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: ld({
        "@type": "NewsArticle",
        headline: "{title}",
        datePublished: "2022-02-21T10:00:00Z",
        author: { "@type": "Organization", name: "The Tolby Courier" },
      }),
      under: "<p>Hanna Vost and Jon Vehr</p><p>21 Feb 2022</p>",
    },
    published: "2022-02-21",
    author: "Hanna Vost, Jon Vehr",
  },
  {
    name: "the headline carries a vertical line",
    kind: "time",
    skeleton: "blog",
    parts: {
      title: "Letters | The weir must go",
      under:
        '<p class="meta"><time datetime="2020-06-30">30.06.20</time> <span>From Mrs. A. Tolm, Orvane</span></p>',
    },
    published: "2020-06-30",
    author: null,
  },
  {
    name: "a photo's day under the headline, the article's below",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under:
        "<p>The lock at Tolby, photographed on May 2, 2014 by a resident.</p><p>By Hanna Vost</p><p>Aug. 9, 2019</p>",
    },
    published: "2019-08-09",
    author: "Hanna Vost",
  },
  {
    name: "a headline above in capitals, date with a dot",
    kind: "visible",
    skeleton: "files",
    parts: { under: "<p>Hanna Vost. 12 January 2020.</p>" },
    published: "2020-01-12",
    author: "Hanna Vost",
  },
  {
    name: "an American page with European figures and a zone",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "en-US", under: "<p>Published on 09/11/2016, 14:30 GMT</p>" },
    published: "2016-11-09",
    author: null,
  },
  {
    name: "an opinion with a note on the writer at the end",
    kind: "visible",
    skeleton: "daily",
    parts: {
      under: "<div>Jul 4, 2018</div>",
      end: "<p><em>Hanna Vost is a professor of hydrology at the University of Orvane.</em></p>",
    },
    published: "2018-07-04",
    author: "Hanna Vost",
  },
  {
    name: "a table of fields",
    kind: "visible",
    skeleton: "ministry",
    parts: {
      end: "<table><tr><th>Publication date</th><td>2 March 2017</td></tr><tr><th>Contact</th><td>Press office</td></tr></table>",
    },
    published: "2017-03-02",
    author: null,
  },
  {
    name: "last reviewed only",
    kind: "visible",
    skeleton: "ministry",
    parts: { end: "<p>Content last reviewed 11/23/2020</p>" },
    published: "2020-11-23",
    author: null,
  },
  {
    name: "a sale's day in a banner",
    kind: "none",
    skeleton: "daily",
    parts: { over: "<div>Offer ends 31 March 2022</div>" },
    published: null,
    author: null,
  },
  {
    name: "an old report put on line",
    kind: "conflict",
    skeleton: "ministry",
    parts: {
      head: meta("dcterms.created", "2015-06-01"),
      under: "<p>Published 9 November 1979</p>",
    },
    published: "1979-11-09",
    author: null,
  },
  {
    name: "seconds and a comma",
    kind: "meta",
    skeleton: "daily",
    parts: { head: meta("publish-date", "Mon, 7 Sep 2015 22:10:00 +0100") },
    published: "2015-09-07",
    author: null,
  },
  {
    name: "a writer with a photograph's text",
    kind: "visible",
    skeleton: "blog",
    parts: {
      under:
        '<div class="byline"><a rel="author" href="/hanna"><img alt="">Hanna Vost</a><span>Staff Writer</span><span>@hannavost</span></div><div>10:21 a.m. Nov. 30, 2021</div>',
    },
    published: "2021-11-30",
    author: "Hanna Vost",
  },
  {
    name: "published in a printed edition",
    kind: "visible",
    skeleton: "daily",
    parts: {
      end: "<p>This article appeared in the Harbour section of the print edition under the headline “Open at last” (July 13, 2019)</p>",
    },
    published: "2019-07-13",
    author: null,
  },
  {
    name: "in Arabic figures and letters",
    kind: "visible",
    skeleton: "daily",
    parts: { lang: "ar", under: "<p>12 مارس 2020</p>" },
    published: "2020-03-12",
    author: null,
  },
  {
    name: "a podcast's episode list below",
    kind: "json-ld",
    skeleton: "daily",
    parts: {
      head: ld({
        "@graph": [
          { "@type": "Article", headline: "Old weir", datePublished: "2011-01-01" },
          { "@type": "Article", headline: "Old lock", datePublished: "2012-01-01" },
        ],
      }),
      under: "<p>June 1, 2020</p>",
    },
    published: "2020-06-01",
    author: null,
  },
  {
    name: "a date line with the weekday in another language",
    kind: "visible",
    skeleton: "daily",
    parts: { under: "<p>vendredi 5 avril 2019 à 18:03</p><p>Par Hanna Vost</p>" },
    published: "2019-04-05",
    author: "Hanna Vost",
  },
];
