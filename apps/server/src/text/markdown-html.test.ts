import { describe, expect, it } from 'vitest';
import { ownTime } from '../testing/own-time.ts';
import { markdownHtml } from './markdown-html.ts';

describe('Markdown of staff', () => {
  it('reads what people use', () => {
    expect(markdownHtml('**да** и `код`\nвторая строка\n\n1. раз\n2. два')).toBe(
      '<p><strong>да</strong> и <code>код</code><br />вторая строка</p>\n<ol>\n<li>раз</li>\n<li>два</li>\n</ol>',
    );
    expect(markdownHtml('# Заголовок')).toBe('<h3>Заголовок</h3>');
    expect(markdownHtml('[сайт](https://desk.example/)')).toBe(
      '<p><a href="https://desk.example/" rel="noopener noreferrer nofollow">сайт</a></p>',
    );
  });

  it('shows typed HTML as typed, loads no image, follows no script', () => {
    expect(markdownHtml('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    expect(markdownHtml('a <b>b</b>')).toBe('<p>a &lt;b&gt;b&lt;/b&gt;</p>');
    expect(markdownHtml('![схема](https://far.example/a.png)')).toBe('<p>схема</p>');
    expect(markdownHtml('[a](javascript:alert(1)) [b](data:text/html,1) [c](//far.example)')).not.toContain(
      'href',
    );
  });

  it.each([
    ['>'.repeat(50_000)],
    ['> '.repeat(20_000)],
    ['['.repeat(5_000)],
    ['*a'.repeat(5_000)],
    ['- '.repeat(300)],
  ])('survives deep nesting within two seconds', (text) => {
    let html = '';
    expect(ownTime(() => void (html = markdownHtml(text)))).toBeLessThan(2000);
    expect(html).not.toContain('<script');
  });

  const wide = 100_000;
  it.each([
    ['_a'.repeat(wide / 2)],
    [`a${' '.repeat(wide)}b`],
    [`${'a.'.repeat(wide / 2)}@`],
    ['a**b'.repeat(wide / 4)],
    ['1. '.repeat(wide / 3)],
    ['> - '.repeat(wide / 4)],
    [`\`\`\`\n${'_a'.repeat(wide / 2)}`],
    [`${'_a'.repeat(1500)}\n\n`.repeat(wide / 3000)],
    [`${'a.'.repeat(1500)}@\n\n`.repeat(wide / 3000)],
    ['1. '.repeat(1300)],
    ['> - '.repeat(900)],
  ])('reads a text of the largest size in time, whatever it repeats', (text) => {
    let html = '';
    expect(ownTime(() => void (html = markdownHtml(text)))).toBeLessThan(2000);
    expect(html).not.toBe('');
  });

  it('reads long code, and what stands around it', () => {
    const code = 'line of a log\n'.repeat(2000);
    expect(markdownHtml(`**see**\n\n\`\`\`\n${code}\`\`\``)).toMatch(
      /^<p><strong>see<\/strong><\/p>\n<pre><code>line/,
    );
  });
});
