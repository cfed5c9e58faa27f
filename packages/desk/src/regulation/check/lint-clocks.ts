import type { ClockRule, Regulation, StopCause, Text } from '../regulation.ts';
import type { LintContext } from './lint-context.ts';

const nothingToClassify = ({ priorities, ticketTypes }: Regulation): boolean =>
  priorities.length === 0 && ticketTypes.length === 0;

/** Why an event can't happen under a regulation; null: it can. */
const whyNever = (regulation: Regulation, stop: StopCause): Text | null => {
  if (stop === 'classification' && nothingToClassify(regulation))
    return { ru: 'нет ни видов, ни приоритетов', en: 'there are no types and no priorities' };
  if (stop === 'estimate' && regulation.works.estimate === null)
    return { ru: 'works.estimate не описано', en: 'works.estimate is not described' };
  if (stop === 'agreement' && regulation.clocks.every(({ agreedDate }) => agreedDate === null))
    return { ru: 'ни один отсчёт не знает agreed-date', en: 'no clock has an agreed date' };
  const phones = regulation.packages.some(({ channels }) =>
    channels.some(({ channel }) => channel === 'phone'),
  );
  const asksPhone = regulation.intake.some(({ source }) => source === 'contact-phone');
  if (stop === 'callback' && !phones && !asksPhone)
    return {
      ru: 'телефона нет ни в каналах, ни среди полей обращения',
      en: 'there is no phone among channels and none among intake fields',
    };
  return null;
};

const lintStops = ({ regulation, problems }: LintContext, clock: ClockRule): void => {
  const path = ['clocks', clock.id];
  const never = clock.stops.map((stop) => whyNever(regulation, stop));
  if (clock.start === 'classification' && nothingToClassify(regulation))
    problems.add('clock-never-starts', [...path, 'starts'], { clock: clock.id });
  else if (clock.stops.every((stop) => stop === clock.start))
    problems.add('clock-stops-at-start', [...path, 'stops'], { clock: clock.id, event: clock.start });
  if (never.every((why) => why !== null)) {
    problems.add('clock-never-stops', [...path, 'stops'], { clock: clock.id });
    return;
  }
  for (const [index, why] of never.entries())
    if (why !== null)
      problems.add('stop-impossible', [...path, 'stops', index], { stop: clock.stops[index] ?? '', ...why });
};

const lintSettings = ({ file, regulation, problems }: LintContext, clock: ClockRule): void => {
  const own = file.clocks[clock.id];
  const path = ['clocks', clock.id];
  const inDays = clock.targets.some(({ within }) => within?.kind === 'working-days');
  if (own?.['after-pause'] !== undefined && (clock.pauses.length === 0 || !inDays))
    problems.add('after-pause-idle', [...path, 'after-pause']);
  const notices: readonly StopCause[] = ['registration-notice', 'human-notice'];
  if (own?.['after-bounce'] !== undefined && !clock.stops.some((stop) => notices.includes(stop)))
    problems.add('after-bounce-idle', [...path, 'after-bounce']);
  if (own?.['figure-by'] !== undefined && regulation.priorities.length === 0)
    problems.add('figure-by-idle', [...path, 'figure-by']);
  if (clock.pauses.length > 0 && clock.stops.includes('information-request'))
    problems.add('pause-after-stop', [...path, 'pauses']);
};

/** Clocks that can't begin or end, and what is set without effect. */
export const lintClocks = (context: LintContext): void => {
  const { file, regulation, problems } = context;
  for (const clock of regulation.clocks) {
    lintStops(context, clock);
    lintSettings(context, clock);
    const hasExample = (file.examples ?? []).some((example) => example.clock === clock.id);
    if (!hasExample) problems.add('clock-without-example', ['clocks', clock.id], { clock: clock.id });
  }
  const rules = file['priority-rules'];
  const isFixed =
    rules !== 'none' && rules['changed-by-staff'] === 'never' && rules['stated-by-customer'] === 'counts';
  if (isFixed && rules['change-counts'] !== undefined)
    problems.add('change-counts-idle', ['priority-rules', 'change-counts']);
};
