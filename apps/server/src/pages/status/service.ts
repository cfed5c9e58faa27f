import { describeTrail, type TrailLine, type TrailWords } from '@reglament/desk';
import { clauseOf } from '../../text/regulation-names.ts';
import { trailNames } from '../../text/trail-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusView } from '../status-view.ts';
import { partnersLink } from './partners-link.ts';

const lineItem = ({ says, clause }: TrailLine, { words, regulation, language }: StatusView): Html => {
  const rule = clauseOf(regulation, clause);
  const source =
    rule === null ? null : markup` <span class="place">${words.rule} ${rule.id}, ${rule.place}</span>`;
  return markup`<li>${says[language]}${source}</li>`;
};

const certificateItem = (one: TrailWords['certificates'][number], view: StatusView): Html => {
  const { words, language } = view;
  const name = one.number === null ? words.certificate : `${words.certificate} ${one.number}`;
  const rules = one.rules.map((line) => lineItem(line, view));
  return markup`<li><b>${name}</b>, «${one.package[language]}»: ${one.says[language]}${rules.length === 0 ? null : markup`<ul>${rules}</ul>`}</li>`;
};

/** What the ticket is served by and why, each rule with its place; folded, after what matters first. */
export const serviceReasons = (view: StatusView): Html | null => {
  const { tried, regulation, language, words, found } = view;
  // Staff decided against the rules: the rules are no reason any more.
  if (tried === null || found.ticket.coverage.kind === 'lifted') return null;
  const told = describeTrail(tried, trailNames(regulation), 'customer');
  const next = told.next === null ? null : markup`<p>${told.next[language]}.</p>`;
  const partners = tried.next === 'partner' ? partnersLink(view) : null;
  return markup`<details class="why"><summary>${words.whyServed}</summary><ol>${told.certificates.map((one) => certificateItem(one, view))}${told.rules.map((line) => lineItem(line, view))}</ol>${next}${partners}</details>`;
};
