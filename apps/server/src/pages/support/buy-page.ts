import { type InquiryTopic, topicNames } from '@reglament/desk';
import type { ReadFields } from './read-fields.ts';
import { type Html, markup } from '../html.ts';
import { backLink, companyFields, personFields, plainPage } from './entry-page.ts';
import { choicesOf, plainForm, submit, textOf } from './form-fields.ts';
import type { PlainView } from './plain-view.ts';

const topics: readonly InquiryTopic[] = ['support', 'price-list', 'upgrade'];

/** What the question is about; the first where nothing of ours was chosen. */
export const readTopic = ({ fields }: ReadFields): InquiryTopic =>
  topics.find((one) => one === fields['topic']) ?? 'support';

/** The question to sales itself, on a page of its own and on one's own page alike. */
export const questionFields = (view: PlainView, asked: string): Html => {
  const { words, language } = view;
  const choices = topics.map((value) => ({ value, label: topicNames[value][language] }));
  return markup`${choicesOf(view, 'topic', words.topic, choices)}${textOf(view, { name: 'question', label: words.question, value: asked })}`;
};

/** Buying support, or asking the price: goes to the sales department. */
export const buyPage = (view: PlainView, nonce: string): string => {
  const { words, base } = view;
  const form = plainForm(
    view,
    `${base}/buy`,
    markup`${questionFields(view, '')}${companyFields(view, 'optional')}${personFields(view, words.buyHint)}${submit(words.send)}`,
  );
  return plainPage(
    view,
    nonce,
    words.buy,
    `${base}/buy`,
    markup`<div class="head"><h1>${words.buy}</h1></div><section class="card">${form}</section>${backLink(view)}`,
  );
};
