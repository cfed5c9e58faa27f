import { describe, expect, it } from 'vitest';
import { html, trusted } from './html.ts';

describe('the template for pages', () => {
  it('escapes values between tags and in attributes', () => {
    const attack = `"><script>alert('x')</script>&`;
    expect(html`<a title="${attack}">${attack}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('takes its own markup, lists, numbers and nothing', () => {
    expect(html`<ul>${['<a>', 'b'].map((one) => html`<li>${one}</li>`)}</ul>${null}${false}${0}${trusted('<hr>')}`.markup).toBe('<ul><li>&lt;a&gt;</li><li>b</li></ul>0<hr>');
  });
});
