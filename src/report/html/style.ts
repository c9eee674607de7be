const sans = `-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif`;

/** A wide table as blocks, one for each row, in which each cell says whose it is, side after side. */
const blocks = (table: string) => `
${table},${table} tbody,${table} tfoot,${table} tr,${table} th,${table} .side-name,${table} .passages td,${table} td:has(details[open]){display:block}
${table} thead,${table} .none{display:none}
${table} tr{border-top:1px solid var(--line);padding:.5em 0 .3em}
${table} tr.passages{border:0;padding-top:0}
${table} th,${table} td{border:0;padding:0 0 .2em;min-width:0;width:auto}
${table} td,${table} td>div,${table} td>div>small,${table} .stance,${table} .name,${table} details:not([open]),${table} details:not([open])>summary{display:inline}
${table} .passages details{display:block}
${table} .passages summary{display:list-item}
${table} .name{color:var(--ink)}
${table} .side-name{font-weight:600;color:var(--ink);margin-top:.25em}
${table} tr:not(.passages) td:not(:last-child,:has(+.first),:has(details[open]))::after{content:" · ";color:var(--soft)}
`;

/** The report's only style: system fonts, light and dark; paper shows what is open. */
export const style = `
:root{color-scheme:light dark;--paper:light-dark(#fdfcf9,#17181b);--ink:light-dark(#1d1c1a,#e8e5de);--soft:light-dark(#625d55,#a8a399);--line:light-dark(#dcd7cd,#3a3b40);--mark:light-dark(#fbe7a3,#433711);--link:light-dark(#1c4f86,#9cc3ee)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:90rem;padding:2rem clamp(1rem,4vw,3rem) 6rem;background:var(--paper);color:var(--ink);font:16px/1.5 ${sans};font-variant-numeric:tabular-nums}
h1,h2,h3,blockquote{font-family:"Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif","Liberation Serif",serif;line-height:1.25}
h1{font-size:clamp(2rem,5vw,3rem);margin:.5rem 0}
h2{font-size:1.7rem;margin:3.5rem 0 .4rem;padding-top:.8rem;border-top:2px solid var(--ink)}
h3{font-size:1.1rem;margin:1.6rem 0 .5rem}
.chosen{counter-reset:item}
.chosen .item h2,.chosen nav .item{counter-increment:item}
.chosen main{counter-reset:item}
.chosen .item h2::before,.chosen nav .item::before{content:counter(item) ". "}
small{display:block;font-size:.8rem;font-weight:400;color:var(--soft);font-family:inherit}
h3 small{display:inline}
a{color:var(--link)}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:1rem 0}
header>p,section>p,.words{max-width:46rem}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1.2rem;margin:1rem 0 1.2rem;font-size:.9rem;max-width:60rem}
.facts dt{color:var(--soft)}
.facts dd{margin:0;overflow-wrap:anywhere}
.words{white-space:pre-line;overflow-wrap:anywhere}
.on-paper{display:none}
.soft,.note,.legend,figcaption{color:var(--soft);font-size:.85rem}
.legend span{margin-right:1rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;font-weight:400;padding:.45rem .8rem .45rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-top:0;color:var(--soft);font-size:.82rem;overflow-wrap:normal}
.matrix tbody th{min-width:13rem;font-size:1rem}
.matrix .side{border-top:0;border-bottom:3px solid var(--soft);color:var(--ink);font-weight:600}
.matrix thead th{padding-right:.4rem;font-size:.78rem;overflow-wrap:anywhere;hyphens:auto}
thead td{border-top:0}
.stance{display:block;white-space:nowrap}
.name,.side-name{display:none}
.passages td{border-top:0;padding-top:0;font-size:.9rem}
.matrix td{min-width:4.4rem;padding-right:.3rem;font-size:.78rem}

.silent,.unknown{color:var(--soft)}
.axis{width:15rem}
td.axis{white-space:nowrap}
.rail{stroke:var(--line)}
svg{display:block;max-width:100%}
.bar{display:inline-block;opacity:.55}
summary{cursor:pointer;overflow-wrap:anywhere}
details details{margin-left:1rem}
figure{margin:.5rem 0 1rem;padding-inline-start:.9rem;border-inline-start:2px solid var(--line);max-width:46rem}
blockquote{margin:0;line-height:1.55;white-space:pre-line;overflow-wrap:anywhere;color:var(--soft)}
del{text-decoration:line-through;text-decoration-thickness:1px;color:var(--soft)}
ins{text-decoration:underline;text-decoration-thickness:2px;background:var(--mark);color:var(--ink)}
.diff td{width:50%}
.diff blockquote{color:var(--ink)}
mark{background:var(--mark);color:var(--ink)}
.why{margin:.3rem 0 .8rem;padding-left:.7rem;border-left:3px solid var(--line);font-size:.88rem}
.judged{margin:.3rem 0;font-size:.88rem;padding-left:.7rem;border-left:3px solid var(--ink)}
.sign{display:inline-block;margin-left:.4em;padding:0 .4em;border:1px solid currentColor;border-radius:3px;font:600 .72rem/1.5 ${sans};color:var(--ink)}
.sign.reject{border-style:dashed}
.as{border:0;padding:0;margin:1rem 0 .2rem;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline}
.as legend{float:left;padding:0;margin-right:1.2rem;font-weight:600}
body:has(#as-reviewed:checked) .as-found,body:has(#as-found:checked) .as-reviewed{display:none}
code{font:.85em ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.35rem .6rem;max-width:100%}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
[hidden]{display:none!important}
${blocks(".matrix.many")}
@media (max-width:74rem){${blocks(".matrix")}}
@media print{
${blocks(".matrix")}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#4a4a4a;--line:#bbb;--link:#000}
body{max-width:none;padding:0;font-size:10pt;line-height:1.4}
header>p,section>p,figure,.words,.facts{max-width:none}
h1{font-size:24pt;margin:0 0 6mm}
header{break-after:page}
.whole h2{break-before:page}
h2{font-size:15pt;margin:9mm 0 2mm;padding-top:2mm}
h3{font-size:11pt;margin:5mm 0 1.5mm}
h1,h2,h3,h4,summary,thead,.legend,.side-name{break-after:avoid}
h2+p,h3+p,.as-found>.note:first-child,.as-reviewed>.note:first-child{break-after:avoid}
tr,figure,li,dd,summary,.judged{break-inside:avoid}
tr.passages,.labels tr,tr:has(figure){break-inside:auto}
.judged:has(+figure),tr:has(+.passages [open]){break-after:avoid}
p,blockquote{orphans:3;widows:3}
.find,.as{display:none}
nav{display:block;margin:6mm 0 0}
nav::before{content:"Contents";display:block;font-weight:600;margin-bottom:1mm}
nav a{display:block;padding:.6mm 0}
a{text-decoration:none}
.on-paper{display:block;color:var(--soft)}
.scroll{overflow:visible}
table{font-size:9pt}
th,td{min-width:0}
.matrix td{font-size:8.5pt}
.matrix tbody th{font-size:10pt}
.axis{width:auto}
td.axis{white-space:normal}
figcaption,.note,.soft,.legend,.why,.judged,small{font-size:8.5pt}
mark{background:none;font-weight:600;text-decoration:underline;text-underline-offset:.15em;text-decoration-thickness:1px}
ins{background:none}
}
@page{size:A4;margin:18mm 16mm 20mm;font:8pt ${sans};color:#4a4a4a}
`;

/** Narrows the page to what holds the words, and opens all evidence; without it all is there to open. */
export const script = `
const find=document.querySelector(".find");find.hidden=false;
find.querySelector("input").addEventListener("input",(event)=>{const words=event.target.value.toLowerCase().split(/\\s+/).filter(Boolean);
for(const row of document.querySelectorAll("[data-find]")){const text=row.dataset.find.toLowerCase();row.hidden=!words.every((word)=>text.includes(word))}});
find.querySelector("button").addEventListener("click",(event)=>{const open=event.target.getAttribute("aria-pressed")!=="true";event.target.setAttribute("aria-pressed",open);
for(const details of document.querySelectorAll("details"))details.open=open});
`;
