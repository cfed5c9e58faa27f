import {
  type FederalDistrict,
  districtNames,
  inquiryMark,
  type InquiryTopic,
  type Language,
  type Regulation,
  type Text,
  topicNames,
} from '@reglament/desk';
import { clauseSentence } from '../../text/regulation-names.ts';
import { frameBlocks } from '../letter-frame.ts';
import { type Block, heading, paragraph, strong } from '../letter.ts';
import type { NoticeMessage, RenderedNotice } from '../notice-facts.ts';
import { greeting, sayIn } from './letter-parts.ts';

/** Everything that a letter about a purchase inquiry may say, by the regulation in force. */
export interface InquiryFacts {
  readonly regulation: Regulation;
  readonly deskName: Text;
  /** Where requests for support go. */
  readonly supportAddress: string;
  readonly number: number;
  readonly topic: InquiryTopic;
}

const titleOf = ({ deskName, number }: InquiryFacts, subject: string, language: Language): string =>
  `[${deskName[language]} ${inquiryMark(number)}] ${subject}`;

const ruleBlocks = ({ regulation }: InquiryFacts, language: Language): readonly Block[] => {
  const why = clauseSentence(regulation, regulation.sales?.clause ?? null, language);
  return why === '' ? [] : [paragraph(why)];
};

/** Published ways to sales (OW-CONTACT): a letter need not be the only one. */
const salesBlocks = ({ regulation }: InquiryFacts, language: Language): readonly Block[] => {
  const ways = regulation.addresses.filter(({ purpose }) => purpose === 'sales');
  if (ways.length === 0) return [];
  const items = ways.map(({ value, note }) => (note === null ? value : `${value} — ${note[language]}`));
  return [heading(sayIn(language)('Отдел продаж', 'Sales')), { kind: 'list', items }];
};

const priceListBlocks = ({ topic, regulation }: InquiryFacts, language: Language): readonly Block[] =>
  topic === 'price-list' && regulation.sales?.priceList === 'on-request'
    ? [
        paragraph(
          sayIn(language)(
            'Прайс-лист высылают по запросу: его пришлют ответом на это обращение.',
            'The price list is given on request: it will come as an answer to this inquiry.',
          ),
        ),
      ]
    : [];

const answerHint = (language: Language): Block =>
  paragraph(
    sayIn(language)(
      'Чтобы дополнить запрос, ответьте на это письмо.',
      'Reply to this letter to add to the inquiry.',
    ),
  );

/** The number of an inquiry. Goes to an address that anybody may have typed, so not one word of theirs is in it (R9). */
export const inquiryReceivedLetter = (facts: InquiryFacts, language: Language): RenderedNotice => {
  const say = sayIn(language);
  const mark = inquiryMark(facts.number);
  const blocks: readonly Block[] = [
    paragraph(greeting[language]),
    strong(
      say(
        `Мы получили ваш запрос в отдел продаж. Номер запроса: ${mark}.`,
        `We have your inquiry to sales. The number of the inquiry: ${mark}.`,
      ),
    ),
    paragraph(say(`О чём: ${topicNames[facts.topic].ru}.`, `About: ${topicNames[facts.topic].en}.`)),
    ...priceListBlocks(facts, language),
    paragraph(
      say(
        `Это не заявка в поддержку: сроки поддержки здесь не идут. О неполадках пишите на ${facts.supportAddress}.`,
        `This is no support ticket: no deadlines of support run here. Report problems to ${facts.supportAddress}.`,
      ),
    ),
    ...ruleBlocks(facts, language),
    ...salesBlocks(facts, language),
    answerHint(language),
    paragraph(facts.deskName[language]),
  ];
  return frameBlocks(titleOf(facts, say('Запрос принят', 'Inquiry received'), language), blocks, language);
};

/** The words of whoever answers. */
export const inquiryAnswerLetter = (
  facts: InquiryFacts,
  message: NoticeMessage,
  language: Language,
): RenderedNotice => {
  const say = sayIn(language);
  const files: readonly Block[] =
    message.attachments.length === 0
      ? []
      : [heading(say('Файлы', 'Files')), { kind: 'list', items: message.attachments }];
  const blocks: readonly Block[] = [
    paragraph(greeting[language]),
    { kind: 'words', author: message.author, markdown: message.text },
    ...files,
    // Whoever asks for another version may want to talk at once.
    ...(facts.topic === 'upgrade' ? salesBlocks(facts, language) : []),
    answerHint(language),
    paragraph(facts.deskName[language]),
  ];
  return frameBlocks(
    titleOf(facts, say('Ответ на ваш запрос', 'Answer to your inquiry'), language),
    blocks,
    language,
  );
};

/** What a mailbox of sales is told of an inquiry that goes to it. */
export interface InquiryForSales extends InquiryFacts {
  readonly url: string;
  readonly subject: string;
  readonly text: string;
  readonly contact: { readonly name: string; readonly email: string | null; readonly phone: string };
  readonly company: { readonly name: string; readonly inn: string | null; readonly city: string } | null;
  readonly district: FederalDistrict | null;
}

const fact = (name: string, value: string): Block => ({ kind: 'fact', name, value, notes: [] });

/** The inquiry for whoever sells: who asks, from where, in what words; answered at the desk, so that nothing is lost. */
export const inquiryRoutedLetter = (facts: InquiryForSales, language: Language): RenderedNotice => {
  const say = sayIn(language);
  const { contact, company, district } = facts;
  const who = [contact.name, contact.email ?? '', contact.phone].filter((part) => part !== '').join(', ');
  const named =
    company === null
      ? say('не известна', 'not known')
      : [
          company.name,
          company.inn === null ? '' : say(`ИНН ${company.inn}`, `INN ${company.inn}`),
          company.city,
        ]
          .filter((part) => part !== '')
          .join(', ');
  const blocks: readonly Block[] = [
    strong(
      say(`Запрос на покупку ${inquiryMark(facts.number)}`, `Purchase inquiry ${inquiryMark(facts.number)}`),
    ),
    fact(say('О чём', 'About'), topicNames[facts.topic][language]),
    fact(say('Кто', 'Who'), who),
    fact(say('Компания', 'Company'), named),
    ...(district === null ? [] : [fact(say('Округ', 'District'), districtNames[district][language])]),
    heading(facts.subject),
    ...facts.text
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .slice(0, 50)
      .map(paragraph),
    ...ruleBlocks(facts, language),
    { kind: 'link', label: say('Открыть запрос', 'Open the inquiry'), url: facts.url },
    paragraph(
      say(
        'Отвечайте на странице запроса: так ответ попадёт в переписку.',
        'Answer on the page of the inquiry: so the answer joins the conversation.',
      ),
    ),
  ];
  return frameBlocks(
    titleOf(facts, say('Новый запрос на покупку', 'New purchase inquiry'), language),
    blocks,
    language,
  );
};
