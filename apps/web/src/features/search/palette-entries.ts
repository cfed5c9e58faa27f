import {
  IconBuilding,
  IconCertificate,
  IconHistory,
  IconSearch,
  IconTicket,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import type { Messages } from '../../i18n/ru.ts';
import type { Command } from './commands.ts';
import { certificatePlace, companyPlace, contactPlace, searchPlace, ticketPlace } from './found-places.ts';
import type { Recent } from './recent.ts';
import type { Found, FoundTicket, Segments } from './use-found.ts';

/** One line of the palette. */
export interface Entry {
  readonly key: string;
  readonly icon: Icon;
  readonly title: Segments;
  /** Before the title, paler. */
  readonly number?: string;
  /** Beside the title. */
  readonly note: string;
  /** A place that shows why it was found, where the title does not. */
  readonly below?: Segments;
  /** Of a ticket. */
  readonly state?: FoundTicket['state'];
  readonly act:
    | { readonly kind: 'go'; readonly place: string }
    | { readonly kind: 'run'; readonly run: () => void };
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const plain = (text: string): Segments => [{ text, hit: false }];
const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** Letters before what was found: on one narrow line it must be seen itself. */
const LED_BY = 24;

const nearHit = (snippet: Segments): Segments => {
  const at = snippet.findIndex(({ hit }) => hit);
  const before = snippet
    .slice(0, Math.max(at, 0))
    .map(({ text }) => text)
    .join('');
  if (before.length <= LED_BY) return snippet;
  const tail = before.slice(-LED_BY);
  return [...plain(`… ${tail.slice(tail.indexOf(' ') + 1)}`), ...snippet.slice(at)];
};

const COMMANDS_BESIDE_RESULTS = 3;

export const commandEntries = (commands: readonly Command[]): readonly Entry[] =>
  commands.map(({ id, title, icon, keys, run }) => ({
    key: `command ${id}`,
    icon,
    title: plain(title),
    note: keys ?? '',
    act: { kind: 'run', run },
  }));

export const recentEntries = (recent: readonly Recent[]): readonly Entry[] =>
  recent.map(({ place, title, note }) => ({
    key: `recent ${place}`,
    icon: IconHistory,
    title: plain(title),
    note,
    act: { kind: 'go', place },
  }));

const foundSections = (desk: string, found: Found, m: Messages): readonly Section[] => [
  {
    id: 'tickets',
    title: m.search.tickets,
    entries: found.tickets.map((one) => ({
      key: `ticket ${one.number}`,
      icon: IconTicket,
      number: m.common.number(one.number),
      title: one.subject,
      ...(one.snippet !== null && one.subject.every(({ hit }) => !hit)
        ? { below: nearHit(one.snippet) }
        : {}),
      note: one.company ?? one.requester,
      state: one.state,
      act: { kind: 'go', place: ticketPlace(desk, one) },
    })),
  },
  {
    id: 'companies',
    title: m.search.companies,
    entries: found.companies.map((one) => ({
      key: `company ${one.companyId}`,
      icon: IconBuilding,
      title: one.name,
      note: joined([one.inn, one.city]),
      act: { kind: 'go', place: companyPlace(desk, one) },
    })),
  },
  {
    id: 'certificates',
    title: m.search.certificates,
    entries: found.certificates.map((one) => ({
      key: `certificate ${one.certificateId}`,
      icon: IconCertificate,
      title: one.number,
      note: one.company.name,
      act: { kind: 'go', place: certificatePlace(desk, one) },
    })),
  },
  {
    id: 'contacts',
    title: m.search.contacts,
    entries: found.contacts.flatMap((one) => {
      const place = contactPlace(desk, one);
      if (place === null) return [];
      const entry: Entry = {
        key: `contact ${one.contactId}`,
        icon: IconUser,
        title: one.name,
        note: joined([one.company?.name, one.email, one.phone]),
        act: { kind: 'go', place },
      };
      return [entry];
    }),
  },
];

const isExact = (section: Section, found: Found): boolean =>
  (section.id === 'tickets' && found.tickets.some(({ way }) => way === 'exact')) ||
  (section.id === 'companies' && found.companies.some(({ way }) => way === 'exact')) ||
  (section.id === 'certificates' && found.certificates.some(({ way }) => way === 'exact')) ||
  (section.id === 'contacts' && found.contacts.some(({ way }) => way === 'exact'));

/** A company was asked for by its name, and no ticket by its subject: it is meant rather than its tickets. */
const isOfCompany = ({ companies, tickets }: Found): boolean =>
  companies.some(({ way }) => way === 'words') &&
  tickets.every(({ subject }) => subject.every(({ hit }) => !hit));

/** What the palette shows for what was typed: what is meant exactly, commands, everything else, and the way to all results. */
export const sectionsFor = (of: {
  readonly desk: string;
  readonly q: string;
  readonly commands: readonly Command[];
  readonly found: Found | undefined;
  readonly m: Messages;
}): readonly Section[] => {
  const { desk, q, commands, found, m } = of;
  const results = found === undefined ? [] : foundSections(desk, found, m);
  const exact = results.filter((section) => found !== undefined && isExact(section, found));
  const rest = results.filter((section) => !exact.includes(section));
  const others =
    found !== undefined && isOfCompany(found)
      ? rest.toSorted((a, b) => Number(b.id === 'companies') - Number(a.id === 'companies'))
      : rest;
  const shown = commands.slice(0, found === undefined ? undefined : COMMANDS_BESIDE_RESULTS);
  const all: Section = {
    id: 'all',
    title: '',
    entries: [
      {
        key: 'all',
        icon: IconSearch,
        title: plain(m.search.everything(q)),
        note: '',
        act: { kind: 'go', place: searchPlace(desk, q) },
      },
    ],
  };
  const hasResults = results.some(({ entries }) => entries.length > 0);
  return [
    ...exact,
    { id: 'commands', title: m.search.commands, entries: commandEntries(shown) },
    ...others,
    ...(hasResults ? [all] : []),
  ].filter(({ entries }) => entries.length > 0);
};
