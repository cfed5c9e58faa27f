import type { Language } from '@reglament/desk';
import { channelName, clauseSentence } from '../../text/regulation-names.ts';
import { type Block, type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import {
  answerHint,
  commissioningBlocks,
  coverageBlocks,
  deadlineBlocks,
  greeting,
  missingBlocks,
  priorityBlocks,
  sayIn,
} from './letter-parts.ts';

/** Served, but nothing is promised yet: the regulation counts only for a known priority. */
const waitsForPriority = ({ ticket, regulation }: NoticeFacts): boolean =>
  regulation.priorityRules !== null &&
  ticket.priority === null &&
  ticket.supposedPriority === null &&
  ticket.clocks.length === 0 &&
  ticket.coverage.packageId !== null &&
  ticket.coverage.kind !== 'channel';

const noDeadlineYet = (facts: NoticeFacts, language: Language): readonly Block[] => {
  if (!waitsForPriority(facts)) return [];
  const why = clauseSentence(facts.regulation, facts.regulation.priorityRules?.clause ?? null, language);
  const start = sayIn(language)(
    'Срок зависит от приоритета: сообщите его, и отсчёт пойдёт.',
    'The deadline depends on the priority: tell us, and the clock starts.',
  );
  return [paragraph(why === '' ? start : `${start} ${why}`)];
};

const subjectOf = ({ ticket }: NoticeFacts, language: Language): string => {
  const say = sayIn(language);
  if (ticket.coverage.kind === 'not-entitled')
    return say('Заявка зарегистрирована, но не обслуживается', 'Ticket registered, but not served');
  if (ticket.coverage.kind === 'channel')
    return say(
      'Заявка зарегистрирована: обратитесь другим путём',
      'Ticket registered: please use another way',
    );
  return say('Заявка зарегистрирована', 'Ticket registered');
};

/** Where a renewal is not taken the way this came, it is told at once where it is (SH-P-RENEW): whoever asks for one need not ask twice. */
const renewalElsewhere = (
  { ticket, regulation, supportUrl }: NoticeFacts,
  language: Language,
): readonly Block[] => {
  const rule = regulation.certificates?.renewal ?? null;
  if (
    supportUrl === undefined ||
    rule === null ||
    rule.through === null ||
    rule.through.includes(ticket.channel)
  )
    return [];
  const why = clauseSentence(regulation, rule.clause, language);
  const ways = rule.through.map((channel) => channelName(channel, language)).join(', ');
  const say = sayIn(language);
  return [
    paragraph(
      say(
        `Если вы просите продлить поддержку: продление принимаем только так: ${ways}. Страница, на которой называют номер акта: ${supportUrl}`,
        `If you ask for a renewal: it is taken only over: ${ways}. The page on which the number of the act is given: ${supportUrl}`,
      ),
    ),
    ...(why === '' ? [] : [paragraph(why)]),
  ];
};

/** Nothing serves it, or nobody knows whose it is: the page on which a number is registered and support is bought. */
const supportPage = ({ ticket, supportUrl }: NoticeFacts, language: Language): readonly Block[] => {
  const { kind } = ticket.coverage;
  if (supportUrl === undefined || (kind !== 'not-entitled' && kind !== 'unidentified')) return [];
  return [
    paragraph(
      sayIn(language)(
        `Зарегистрировать сертификат, увидеть, что покрыто, продлить или купить поддержку, без учётной записи: ${supportUrl}`,
        `To register a certificate, see what is covered, renew or buy support, without an account: ${supportUrl}`,
      ),
    ),
  ];
};

/** The number, by when and why. Goes to an address that anybody may have typed, so not one word of the request is in it (R9). */
export const registrationLetter = (facts: NoticeFacts, language: Language): Letter => {
  const say = sayIn(language);
  return {
    subject: subjectOf(facts, language),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(
          `Мы получили ваше обращение. Номер заявки: ${facts.number}.`,
          `We have your request. The number of the ticket: ${facts.number}.`,
        ),
      ),
      ...deadlineBlocks(facts, language),
      ...noDeadlineYet(facts, language),
      ...priorityBlocks(facts, language),
      ...coverageBlocks(facts, language),
      ...commissioningBlocks(facts, language),
      ...missingBlocks(facts, language),
      ...renewalElsewhere(facts, language),
      ...supportPage(facts, language),
    ],
  };
};
