import { describe, expect, it } from 'vitest';
import { markup, trusted } from './html.ts';

describe('the template for pages', () => {
  it('escapes values between tags and in attributes', () => {
    const attack = `"><script>alert('x')</script>&`;
    expect(markup`<a title="${attack}">${attack}</a>`.source).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('takes its own markup, lists, numbers and nothing', () => {
    expect(
      markup`<ul>${['<a>', 'b'].map((one) => markup`<li>${one}</li>`)}</ul>${null}${false}${0}${trusted('<hr>')}`
        .source,
    ).toBe('<ul><li>&lt;a&gt;</li><li>b</li></ul>0<hr>');
  });
});
