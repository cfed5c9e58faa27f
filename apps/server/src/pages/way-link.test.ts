import { expect, it } from 'vitest';
import { wayLink } from './way-link.ts';

it.each([
  [
    'https://flat.example/support/',
    '<a href="https://flat.example/support/" rel="noreferrer">https://flat.example/support/</a>',
  ],
  ['+7 (499) 917-03-64', '<a href="tel:+74999170364">+7 (499) 917-03-64</a>'],
  ['8 (800) 707-87-12', '<a href="tel:88007078712">8 (800) 707-87-12</a>'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [
    'https://a.example/"><b>',
    '<a href="https://a.example/&quot;&gt;&lt;b&gt;" rel="noreferrer">https://a.example/&quot;&gt;&lt;b&gt;</a>',
  ],
  ['@support_bot', '@support_bot'],
  ['shop@partner.example', '<a href="mailto:shop@partner.example">shop@partner.example</a>'],
  ['a@b.example"><b>', 'a@b.example&quot;&gt;&lt;b&gt;'],
])('%s', (value, html) => {
  expect(wayLink(value).source).toBe(html);
});
