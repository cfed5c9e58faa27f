import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitizeLetterHtml } from './sanitize-letter-html.ts';

const ATTACKS = [
  '<script>x</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>x</script></svg>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>x</script>">x</a>',
  '<iframe srcdoc="<script>x</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
  '<template><img src=x onerror=alert(1)></template>',
  '<style>@import "https://x.example/a.css";</style>',
  '<link rel=stylesheet href=https://x.example/a.css>',
  '<p style="background:url(https://x.example/a.png)">x</p>',
  '<td background="https://x.example/a.png">x</td>',
  '<img srcset="https://x.example/a.png 2x">',
  '<img src="//x.example/a.png">',
  '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
  '<video src=https://x.example/a poster=https://x.example/b></video>',
  '<form action=https://x.example><input name=a></form>',
  '<base href="https://x.example/">',
  '<meta http-equiv=refresh content="0;url=https://x.example">',
  '<!--[if mso]><img src="https://x.example/a.png"><![endif]-->',
  '<img alt="a" src="x" alt="--><script>x</script>">',
  '<xmp><img src=x onerror=alert(1)></xmp>',
] as const;

const dangerous =
  /<(?:script|iframe|object|embed|svg|math|style|link|base|meta|form|input|video|audio|template|noscript|textarea|xmp)\b|<[^>]*\s(?:on\w+|style|srcset|background|poster|action)\s*=|<img[^>]*\ssrc="(?!data:image\/(?:png|jpe?g|gif|webp);)|href="(?!https?:|mailto:|tel:)/i;

describe('HTML of a letter', () => {
  test.each(ATTACKS)('neither runs nor loads anything: %s', (attack) => {
    const clean = sanitizeLetterHtml(`<p>до</p>${attack}<p>после</p>`);
    expect(clean).not.toMatch(dangerous);
    expect(clean).toContain('до');
  });

  test('the check above can fail', () => {
    for (const attack of [
      '<img src="https://x.example/a.png">',
      '<p onclick="x">',
      '<a href="javascript:x">',
      '<script>',
    ])
      expect(attack).toMatch(dangerous);
  });

  test('images wait as placeholders, links open elsewhere', () => {
    expect(sanitizeLetterHtml('<img src="cid:a@b" alt="снимок" width="10">')).toBe(
      '<img alt="снимок" width="10" data-cid="a@b" />',
    );
    expect(sanitizeLetterHtml('<img src="https://x.example/a.png">')).toBe(
      '<img data-remote-src="https://x.example/a.png" />',
    );
    expect(sanitizeLetterHtml('<img src="data:image/png;base64,AAAA">')).toBe(
      '<img src="data:image/png;base64,AAAA" />',
    );
    expect(sanitizeLetterHtml('<a href="https://x.example/">x</a>')).toBe(
      '<a href="https://x.example/" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    );
  });

  test('sanitising twice changes nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...ATTACKS,
        '<p>',
        '</p>',
        '<blockquote>',
        '<table><tr><td colspan=2>',
        '&lt;script&gt;',
        '&amp;',
        '&nbsp;',
        '&#0;',
        '<',
        '>',
        '"',
        "'",
        '<!--',
        '-->',
        '<img src="cid:1">',
        '<a href=" https://x.example/?a=1&b=2 ">',
        '<li>',
        '</div>',
        '<br>',
        '<![CDATA[',
        ']]>',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = sanitizeLetterHtml(pieces.join(''));
        expect(sanitizeLetterHtml(once)).toBe(once);
        expect(once).not.toMatch(dangerous);
      }),
      { numRuns: 1_000 },
    );
  });
});
