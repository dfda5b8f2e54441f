/* style.c - how the report looks: the program's own night colours at the head, paper below; a dark page for dark
 * rooms; and on real paper black on white, where shape, dashes and hatching carry every meaning. */
#include "report.h"

/* clang-format off */
const char *const html_style[] = {
    ":root{--paper:#fbf9f5;--card:#fff;--ink:#1b2730;--second:#50616d;--line:#ddd6c9;--accent:#835300;"
    "--good:#0b646a;--warn:#835300;--harm:#a23a20;--track:#e6e0d4;--own:#5a3d8a;"
    "--s0:#b9d3dd;--s1:#b5d8d5;--s2:#bddcc6;--s3:#dcdcae;--s4:#ecd2a6}\n",
    "@media(prefers-color-scheme:dark){:root{--paper:#10181f;--card:#17212b;--ink:#f2f5f7;--second:#9fb0bd;"
    "--line:#2f3c47;--accent:#f2b84b;--good:#63c2c9;--warn:#f2b84b;--harm:#ee9076;--track:#2a3742;--own:#c9b2f2;"
    "--s0:#2f5a6b;--s1:#2c6a6d;--s2:#3d7050;--s3:#6f7338;--s4:#7d6128}}\n",
    "*{box-sizing:border-box}\n",
    "html{-webkit-text-size-adjust:100%}\n",
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:17px/1.55 Inter,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;overflow-wrap:anywhere}\n",
    "main,footer,.inner{max-width:50rem;margin:0 auto;padding:0 1.25rem}\n",
    ".mast{background:#10181f;color:#f2f5f7;padding:2.5rem 0 2rem;border-bottom:4px solid #f2b84b;"
    "--s0:#3f7a90;--s1:#3a8e92;--s2:#51956b;--s3:#94994b;--s4:#b48a36;--track:#2a3742}\n",
    ".inner{position:relative}\n",
    ".of{margin:0 8rem .75rem 0;color:#9fb0bd}.of strong{color:#f2b84b;margin-right:.4em}\n",
    ".stairs{position:absolute;right:1.25rem;top:0;width:7rem}.stairs svg{display:block;width:100%}\n",
    "h1{font-size:2.1rem;line-height:1.2;margin:0 8rem .6rem 0;letter-spacing:-.015em}\n",
    ".mast p{margin:.5rem 0}.mast .lead{font-size:1.15rem}.mast .small{color:#9fb0bd}\n",
    ".figure{display:flex;align-items:baseline;gap:.5rem;color:#9fb0bd}.figure .big{font-size:3.2rem;font-weight:700;"
    "line-height:1;color:#f2f5f7}.figure strong{color:#f2f5f7}\n",
    ".notice{border:2px solid #f2b84b;border-radius:9px;padding:.6rem .9rem;color:#f2f5f7}"
    ".notice .mark{color:#f2b84b}\n",
    "section{padding:2rem 0 .25rem}\n",
    "h2{font-size:1.35rem;line-height:1.25;margin:0 0 .75rem;letter-spacing:-.01em}\n",
    "h2::before{content:\"\";display:block;width:2.25rem;height:3px;background:var(--accent);margin-bottom:.6rem}\n",
    "h3{font-size:1.05rem;margin:0}\n",
    "p{margin:.6rem 0}.lead{font-size:1.1rem}.small{color:var(--second);font-size:.93rem}\n",
    "ul{margin:.6rem 0;padding:0 0 0 1.2rem}li{margin:.45rem 0}\n",
    "li.strong{list-style:none;margin-left:-1.2rem;padding-left:1.6rem;position:relative}"
    "li.strong .mark{position:absolute;left:0;top:.4em}\n",
    ".mark{width:.75em;height:.75em;margin-right:.45em;fill:currentColor;vertical-align:-.04em;flex:none}\n",
    ".badge{white-space:nowrap;font-weight:600;font-size:.9rem;margin:0}\n",
    ".strong .mark,.badge.strong,td.strong{color:var(--good)}.badge.workable{color:var(--good)}\n",
    ".badge.weak,td.weak{color:var(--warn)}.badge.harmful,td.harmful{color:var(--harm)}.badge.even{color:var(--second)}\n",
    ".card{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--second);border-radius:12px;"
    "padding:1rem 1.2rem;margin:1rem 0}\n",
    ".card.strong{border-left-color:var(--good)}.card.workable{border-left-color:var(--good)}"
    ".card.weak{border-left-color:var(--warn)}.card.harmful{border-left-color:var(--harm)}\n",
    ".card .lead{font-size:1.2rem;font-weight:600}.card p{margin:.5rem 0}\n",
    "a{color:var(--accent)}a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:3px solid var(--accent);"
    "outline-offset:2px;border-radius:4px}\n",
    "details{border-top:1px solid var(--line)}section>details:last-child{border-bottom:1px solid var(--line)}\n",
    "summary{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:baseline;padding:.6rem 0;cursor:pointer}\n",
    "summary::marker{content:\"\"}summary::-webkit-details-marker{display:none}\n",
    "summary::before{content:\"+\";font-weight:700;color:var(--accent);width:.9rem}"
    "details[open]>summary::before{content:\"\\2212\"}\n",
    ".when{color:var(--second);font-variant-numeric:tabular-nums}.what{flex:1 1 16rem}\n",
    ".inside{padding:0 0 1rem 1.8rem}\n",
    "dl{margin:.4rem 0}dl>div{display:grid;grid-template-columns:11rem 1fr;gap:.1rem 1rem;padding:.3rem 0}\n",
    "dt{color:var(--second)}dd{margin:0}\n",
    "blockquote{margin:.8rem 0;padding:.2rem 0 .2rem 1.2rem;border-left:3px solid var(--accent);font-size:1.2rem;"
    "line-height:1.5;font-style:italic}\n",
    "figure{margin:1rem 0}figcaption{color:var(--second);font-size:.93rem;margin-top:.4rem}"
    "figcaption strong{color:var(--ink)}\n",
    ".wide{overflow-x:auto}figure svg{display:block;width:100%;min-width:34rem;height:auto}\n",
    "table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.95rem}"
    "caption{text-align:left;color:var(--second);padding:.3rem 0}\n",
    "th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);"
    "font-weight:400;overflow-wrap:normal}\n",
    "thead th{font-weight:600;border-bottom:2px solid var(--second)}.number{font-variant-numeric:tabular-nums}\n",
    ".cuts{display:grid;grid-template-columns:1fr 1fr;padding:0;list-style:none}.cuts li{border:1px dashed "
    "var(--second);padding:1.2rem;min-height:9rem;break-inside:avoid}.cuts b{display:block;font-size:2rem}"
    ".lines i{display:block;height:2.1rem;border-bottom:1px solid var(--second)}.form td,.form th{height:2.4rem;"
    "border:1px solid var(--line);padding:.45rem}.tall td,.tall tbody th{height:3.6rem}\n",
    "footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem;padding-bottom:3rem;"
    "color:var(--second);font-size:.93rem}footer .lead{color:var(--ink);font-size:1.05rem}\n",
    ".c-grid{fill:none;stroke:var(--line);stroke-width:8}\n",
    ".c-axis,.c-label,.c-stepname{font-size:118px;fill:var(--second)}.c-label{font-size:132px;fill:var(--ink)}\n",
    ".c-stepname{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:26px;"
    "stroke-linejoin:round}\n",
    ".c-real,.c-better,.c-second,.c-third{fill:none;stroke-linejoin:round;stroke-linecap:round}\n",
    ".c-real{stroke:var(--ink);stroke-width:26}.c-better{stroke:var(--good);stroke-width:22;stroke-dasharray:80 60}\n",
    ".c-second{stroke:var(--good);stroke-width:22;stroke-dasharray:120 60}"
    ".c-third{stroke:var(--accent);stroke-width:24;stroke-dasharray:4 56}\n",
    ".c-track{fill:var(--track)}.c-truth{fill:var(--good)}.c-own{fill:var(--paper);stroke:var(--own);stroke-width:22}\n",
    ".c-step0{fill:var(--s0)}.c-step1{fill:var(--s1)}.c-step2{fill:var(--s2)}.c-step3{fill:var(--s3)}"
    ".c-step4{fill:var(--s4)}\n",
    ".c-hatch{fill:none;stroke:var(--paper);stroke-width:10;opacity:.55}\n",
    ".c-strong{fill:var(--good);stroke:var(--paper);stroke-width:12}"
    ".c-workable{fill:var(--paper);stroke:var(--good);stroke-width:22}"
    ".c-weak{fill:var(--warn);stroke:var(--paper);stroke-width:12}"
    ".c-harmful{fill:none;stroke:var(--harm);stroke-width:28;stroke-linecap:round}.c-even{fill:var(--second)}\n",
    "circle.c-turning{fill:none;stroke:var(--accent);stroke-width:18}"
    "text.c-turning{font-size:118px;font-weight:600;fill:var(--ink);paint-order:stroke;stroke:var(--paper);"
    "stroke-width:30px}\n",
    "@media(max-width:40rem){.of,h1{margin-right:0}.stairs{position:static;width:5rem;margin-bottom:.6rem}"
    "h1{font-size:1.6rem}caption{max-width:calc(100vw - 2.5rem)}dl>div{grid-template-columns:1fr}.inside{padding-left:.9rem}.badge{white-space:normal}}\n",
    "@page{margin:17mm 16mm}\n",
    "@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--second:#3a3a3a;--line:#b4b4b4;--accent:#000;--good:#000;"
    "--warn:#000;--harm:#000;--track:#ececec;--own:#000;--s0:#f4f4f4;--s1:#e8e8e8;--s2:#dcdcdc;--s3:#d0d0d0;--s4:#c4c4c4}\n",
    "body{font-size:10.5pt;line-height:1.42}main,footer,.inner{max-width:none;padding:0}\n",
    ".mast{background:none;color:#000;border-bottom:2px solid #000;padding:0 0 .6rem;"
    "--s0:#ddd;--s1:#c4c4c4;--s2:#a8a8a8;--s3:#888;--s4:#666;--track:#f4f4f4}\n",
    ".mast p{margin-right:8rem}.mast .small,.of,.figure{color:#3a3a3a}.of strong,.figure .big,.figure strong,.notice{color:#000}"
    ".notice{border-color:#000}.notice .mark{color:#000}\n",
    ".stairs .c-track{stroke:#888;stroke-width:8}.c-hatch{stroke:#000;stroke-width:5;opacity:.5}"
    ".c-track{stroke:#000;stroke-width:6}.c-truth{fill:#555}\n",
    ".page{break-before:page}.form td,.form th{border-color:#000}\n",
    "section{padding:1rem 0 0}h2{font-size:13pt}h1{font-size:18pt}h2,h3,summary,thead,caption{break-after:avoid}\n",
    ".card,figure,tr,blockquote,li,dl>div{break-inside:avoid}.card{border:1px solid #000;border-left-width:5px}\n",
    ".card.strong,.card.workable{border-left-style:double}\n",
    "details::details-content{content-visibility:visible;block-size:auto;height:auto;display:block}"
    "details:not([open])>*{display:block}details:not([open])>summary{display:flex}\n",
    /* What is long is printed where the reader has opened it. */
    ".long details:not([open]),details.long:not([open]),section.long:not(:has(details[open])){display:none}"
    "summary::before,details[open]>summary::before{content:\"\"}.more{display:none}.inside{padding-left:.9rem}\n",
    "table{font-size:8pt}th,td{padding:.25rem .6rem .25rem 0;overflow-wrap:break-word}"
    "figure svg,table{min-width:0}.wide{overflow:visible}a{color:#000}}\n",
    NULL,
};
/* clang-format on */
