import { describe, expect, it } from 'vitest';
import type { MessageId, PersonId } from '../ids.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { shipped } from '../test/shipped-regulations.ts';
import { allowedOnInquiry, decideInquiry, type InquiryCommand } from './decide-inquiry.ts';
import { describeInquiryEvent, type InquiryNames } from './describe-inquiry-event.ts';
import { evolveInquiry, type InquiryEvent, type InquiryFacts } from './inquiry-events.ts';
import { inquiryNoticesOf } from './inquiry-notices.ts';
import { inquiryRefusalTexts } from './inquiry-refusals.ts';
import type { Inquiry } from './inquiry.ts';

const shtrih = shipped('shtrih-m').regulation;
const alteroffice = shipped('alteroffice').regulation;

/** An id of whatever kind the place wants. */
const id = (name: string): never => name as never;
const message: MessageId = id('message');
const person: PersonId = id('person');

const facts: InquiryFacts = {
  inquiryId: id('inquiry'),
  contactId: id('contact'),
  companyId: id('company'),
  district: 'ural',
  topic: 'support',
  channel: 'email',
  messageId: message,
  fromTicketId: null,
};

interface Stand {
  readonly inquiry: Inquiry;
  readonly events: readonly InquiryEvent[];
}

const run = (
  commands: readonly InquiryCommand[],
  regulation: Regulation = shtrih,
  given: Partial<InquiryFacts> = {},
): Stand => {
  let inquiry: Inquiry | null = null;
  const events: InquiryEvent[] = [];
  for (const command of [{ type: 'Open', facts: { ...facts, ...given } } as const, ...commands]) {
    const decided = decideInquiry(command, inquiry, { regulation });
    if (!decided.ok) throw new Error(decided.refusal.code);
    events.push(...decided.value);
    inquiry = decided.value.reduce<Inquiry | null>(evolveInquiry, inquiry);
  }
  if (inquiry === null) throw new Error('nothing was opened');
  return { inquiry, events };
};

const refusal = (
  command: InquiryCommand,
  commands: readonly InquiryCommand[] = [],
  regulation: Regulation = shtrih,
  given: Partial<InquiryFacts> = {},
): string => {
  const decided = decideInquiry(command, run(commands, regulation, given).inquiry, { regulation });
  return decided.ok ? 'accepted' : decided.refusal.code;
};

const answer: InquiryCommand = { type: 'Answer', messageId: message, personId: person, hasAddress: true };
const lost: InquiryCommand = { type: 'CloseLost', messageId: message };
const won = (
  given: Partial<Extract<InquiryCommand, { readonly type: 'CloseWon' }>> = {},
): InquiryCommand => ({
  type: 'CloseWon',
  certificate: null,
  partner: null,
  ...given,
});
const ours = { certificateId: id('bought'), companyId: id('company') };

describe('an inquiry that came', () => {
  it('is open and goes to the address of its district', () => {
    const { inquiry, events } = run([]);
    expect(events.map(({ type }) => type)).toEqual(['InquiryOpened', 'InquiryRouted']);
    expect(inquiry).toMatchObject({
      state: 'open',
      addressee: 'sales-east@shtrih-m.example',
      unrouted: null,
      ownerId: null,
    });
  });

  it('of nobody knows whom waits until a person says where it goes', () => {
    const unknown = { companyId: null, district: null };
    expect(run([], shtrih, unknown).inquiry).toMatchObject({
      addressee: null,
      unrouted: 'district-unknown',
    });
    const chosen = run([{ type: 'ChooseDistrict', district: 'south' }], shtrih, unknown);
    expect(chosen.inquiry).toMatchObject({ addressee: 'sales-south@shtrih-m.example', unrouted: null });
    expect(chosen.events.at(-1)).toMatchObject({ by: 'rule', clause: 'SH-P-PAY' });
    const directly = run([{ type: 'ChooseAddressee', to: 'sales-center@shtrih-m.example' }], shtrih, unknown);
    expect(directly.events.at(-1)).toMatchObject({ by: 'person', clause: 'SH-P-PAY' });
    expect(directly.inquiry).toMatchObject({ district: null, unrouted: null });
  });

  it('goes elsewhere when its company turns out to be elsewhere', () => {
    const named = run([{ type: 'NameCompany', companyId: id('other'), district: 'volga' }]);
    expect(named.inquiry).toMatchObject({
      companyId: 'other',
      district: 'volga',
      addressee: 'sales-center@shtrih-m.example',
    });
    const nowhere = run([{ type: 'NameCompany', companyId: id('other'), district: null }]);
    expect(nowhere.inquiry).toMatchObject({ district: 'ural', addressee: 'sales-east@shtrih-m.example' });
  });

  it('is not sent on twice to where it goes already', () => {
    const { events } = run([{ type: 'NameCompany', companyId: id('other'), district: 'siberia' }]);
    expect(events.filter(({ type }) => type === 'InquiryRouted')).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('makes the inquiry its author’s, and the next letter opens it again', () => {
    const { inquiry, events } = run([answer]);
    expect(events.map(({ type }) => type).slice(2)).toEqual(['InquiryHandedOver', 'InquiryAnswered']);
    expect(inquiry).toMatchObject({ state: 'answered', ownerId: 'person' });
    const again = run([answer, { type: 'CustomerWrites', messageId: message, contactId: facts.contactId }]);
    expect(again.inquiry).toMatchObject({ state: 'open', ownerId: 'person' });
  });

  it('leaves it with whoever has it', () => {
    const { inquiry } = run([
      { type: 'HandOver', ownerId: id('another'), messageId: null },
      { ...answer, personId: person },
    ]);
    expect(inquiry.ownerId).toBe('another');
  });

  it('needs an address to go to', () => {
    expect(refusal({ ...answer, hasAddress: false })).toBe('no-customer-address');
  });
});

describe('closing', () => {
  it('by a sale names what was sold', () => {
    const { inquiry } = run([won({ certificate: ours })]);
    expect(inquiry).toMatchObject({ state: 'won', certificateId: 'bought', partnerId: null });
  });

  it('by a partner’s sale names the partner (SH-P-PAY)', () => {
    const partner = { companyId: id('partner'), standing: true };
    expect(run([won({ certificate: ours, partner })]).inquiry.partnerId).toBe('partner');
    expect(refusal(won({ partner: { ...partner, standing: false } }))).toBe('partner-without-standing');
    expect(refusal(won({ partner }), [], alteroffice)).toBe('sold-not-by-partners');
  });

  it('sells nobody another’s certificate', () => {
    expect(refusal(won({ certificate: { ...ours, companyId: id('other') } }))).toBe('certificate-of-another');
    expect(refusal(won({ certificate: ours }), [], shtrih, { companyId: null })).toBe('company-missing');
  });

  it('is final for staff until it is opened again', () => {
    for (const closing of [lost, won()]) {
      for (const command of [answer, lost, won(), { type: 'ChooseDistrict', district: 'south' } as const])
        expect(refusal(command, [closing])).toBe('inquiry-closed');
      expect(run([closing, { type: 'Reopen' }]).inquiry.state).toBe('open');
      expect(run([closing, { type: 'AddNote', messageId: message }]).inquiry.state).not.toBe('open');
    }
    expect(refusal({ type: 'Reopen' })).toBe('inquiry-open');
  });

  it('is undone by a letter of the customer, not by one of a robot', () => {
    const wrote: InquiryCommand = {
      type: 'CustomerWrites',
      messageId: message,
      contactId: facts.contactId,
    };
    expect(run([lost, wrote]).inquiry.state).toBe('open');
    const robot: InquiryCommand = { type: 'RecordRobot', messageId: message, nature: 'auto-reply' };
    expect(run([lost, robot]).inquiry.state).toBe('lost');
    expect(run([answer, robot]).inquiry.state).toBe('answered');
  });

  it('as a ticket is said to whoever comes later', () => {
    const became: InquiryCommand = { type: 'BecomeTicket', ticketId: id('ticket') };
    expect(run([became]).inquiry).toMatchObject({ state: 'lost', becameTicketId: 'ticket' });
    expect(refusal(answer, [became])).toBe('became-ticket');
  });
});

it('nothing is done that is so already', () => {
  const to = 'sales-east@shtrih-m.example';
  expect(refusal({ type: 'ChooseDistrict', district: 'ural' })).toBe('nothing-changes');
  expect(refusal({ type: 'ChooseAddressee', to })).toBe('nothing-changes');
  expect(refusal({ type: 'NameTopic', topic: 'support' })).toBe('nothing-changes');
  expect(refusal({ type: 'NameCompany', companyId: id('company'), district: 'ural' })).toBe(
    'nothing-changes',
  );
  expect(refusal({ type: 'ChooseAddressee', to: 'friend@elsewhere.example' })).toBe('unknown-addressee');
});

it('what is offered is what is accepted', () => {
  const commands = {
    'choose-district': { type: 'ChooseDistrict', district: 'south' },
    'choose-addressee': { type: 'ChooseAddressee', to: 'sales-south@shtrih-m.example' },
    'name-topic': { type: 'NameTopic', topic: 'upgrade' },
    'name-company': { type: 'NameCompany', companyId: id('other'), district: null },
    'hand-over': { type: 'HandOver', ownerId: id('another'), messageId: null },
    answer,
    'add-note': { type: 'AddNote', messageId: message },
    'close-won': won(),
    'close-lost': lost,
    reopen: { type: 'Reopen' },
    'become-ticket': { type: 'BecomeTicket', ticketId: id('ticket') },
  } as const satisfies Record<string, InquiryCommand>;
  for (const before of [[], [answer], [lost], [won()]]) {
    const { inquiry } = run(before);
    const accepted = Object.entries(commands)
      .filter(([, command]) => decideInquiry(command, inquiry, { regulation: shtrih }).ok)
      .map(([name]) => name);
    expect(allowedOnInquiry(inquiry, true).toSorted()).toEqual(accepted.toSorted());
  }
  expect(allowedOnInquiry(run([]).inquiry, false)).not.toContain('answer');
});

describe('letters', () => {
  const kinds = (events: readonly InquiryEvent[], regulation: Regulation): readonly string[] =>
    events.flatMap((event) => inquiryNoticesOf(event, regulation).map(({ kind }) => kind));

  it('go to whoever asked, and to an address of sales that is published', () => {
    expect(kinds(run([answer], alteroffice).events, alteroffice)).toEqual(['received', 'routed', 'answer']);
  });

  it('do not go to an address that stands for a role, or to a telephone', () => {
    expect(kinds(run([]).events, shtrih)).toEqual(['received']);
    const optima = shipped('optima').regulation;
    expect(run([], optima).inquiry.addressee).toBe('8-800-301-01-44');
    expect(kinds(run([], optima).events, optima)).toEqual(['received']);
  });
});

it('everything that happens is told in both languages', () => {
  const names: InquiryNames = {
    person: () => 'Ольга',
    company: () => 'Партнёр',
    certificate: () => 'C-1',
    ticket: () => '12',
  };
  const { events } = run([
    { type: 'NameCompany', companyId: id('other'), district: 'south' },
    { type: 'ChooseAddressee', to: 'sales-center@shtrih-m.example' },
    { type: 'NameTopic', topic: 'price-list' },
    { type: 'AddNote', messageId: message },
    answer,
    { type: 'RecordRobot', messageId: message, nature: 'bounce' },
    { type: 'CustomerWrites', messageId: message, contactId: facts.contactId },
    lost,
    { type: 'Reopen' },
    won({
      certificate: { ...ours, companyId: id('other') },
      partner: { companyId: id('partner'), standing: true },
    }),
  ]);
  const said = [
    ...events,
    { type: 'InquiryUnrouted', because: 'district-unknown', clause: 'SH-P-PAY' } as const,
    { type: 'InquiryBecameTicket', ticketId: id('ticket') } as const,
    { type: 'InquiryMoved', companyId: id('a'), from: id('b') } as const,
  ].map((event) => describeInquiryEvent(event, names));
  for (const { says } of said) {
    expect(says.ru).toMatch(/[а-я]/);
    expect(says.en).not.toBe('');
  }
  expect(said.map(({ says }) => says.en)).toContain('Sold, certificate C-1; by the partner “Партнёр”');
  expect(said.filter(({ clause }) => clause === 'SH-P-PAY')).toHaveLength(4);
  for (const { ru, en } of Object.values(inquiryRefusalTexts)) {
    expect(ru).toMatch(/[а-я]/);
    expect(en).not.toMatch(/[а-я]/);
  }
});
