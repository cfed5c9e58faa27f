import { addWorkingTime, instant, type Instant } from '@reglament/working-time';
import { findDueAlarms, nextAlarmAt } from '../store/alarms.ts';
import type { Context } from '../use-cases/context.ts';
import { ringAlarmsOfTickets } from '../use-cases/ring-alarms.ts';
import type { DemoInquiry } from './demo-inquiry.ts';
import { playStep } from './play-step.ts';
import { registerStory } from './register-story.ts';
import { demoInquiries } from './stories/inquiries.ts';
import type { Minutes, Story } from './story.ts';
import { openDemoInquiry, playInquiryStep } from './tell-inquiry.ts';
import type { ToldDesk, ToldTicket } from './told-desk.ts';

/** Sends what is owed; true when there may be more. */
export type Deliver = (context: Context) => Promise<boolean>;

interface Moment {
  readonly at: Instant;
  readonly happen: () => Promise<void>;
}

const MINUTE_MS = 60_000;
/** A mail server needs a little time. */
const MAIL_MS = 3000;

/** Nobody acts on the full minute: some seconds, the same at every start. */
const seconds = (story: number, step: number): number => ((story * 37 + step * 23 + 11) % 59) * 1000;

/** `minutes` of the story's hours before (negative) or after a moment. */
const shifted = (told: ToldDesk, story: Story, from: Instant, ms: number): Instant => {
  const at = story.hours === 'elapsed' ? instant(from + ms) : addWorkingTime(told.calendar, from, ms);
  if (at === null) throw new Error(`the hours of ${told.desk.slug} never open`);
  return at;
};

const momentsOf = (told: ToldDesk, story: Story, index: number): readonly Moment[] => {
  const start = shifted(told, story, told.end, -story.ago * MINUTE_MS - seconds(index, 0));
  let ticket: ToldTicket | null = null;
  const register = async (): Promise<void> => {
    ticket = await registerStory(told, story);
  };
  let passed: Minutes = 0;
  const rest = story.next.map((step, i): Moment => {
    passed += step.after;
    const at = shifted(told, story, start, passed * MINUTE_MS + seconds(index, i + 1));
    if (at > told.end) throw new Error(`the story "${story.subject}" runs past the first start`);
    return {
      at,
      happen: async () => {
        if (ticket === null) throw new Error(`the story "${story.subject}" starts with its second step`);
        await playStep(told, ticket, story, step);
      },
    };
  });
  return [{ at: start, happen: register }, ...rest];
};

const inquiryMoments = (told: ToldDesk, inquiry: DemoInquiry, index: number): readonly Moment[] => {
  // Seconds of their own, apart from those of the stories.
  const place = index + told.demo.stories.length;
  const working = (from: Instant, ms: number): Instant => {
    const at = addWorkingTime(told.calendar, from, ms);
    if (at === null) throw new Error(`the hours of ${told.desk.slug} never open`);
    return at;
  };
  const start = working(told.end, -inquiry.ago * MINUTE_MS - seconds(place, 0));
  let number = 0;
  let passed: Minutes = 0;
  const rest = inquiry.next.map((step, i): Moment => {
    passed += step.after;
    const at = working(start, passed * MINUTE_MS + seconds(place, i + 1));
    if (at > told.end) throw new Error(`the inquiry "${inquiry.subject}" runs past the first start`);
    return { at, happen: () => playInquiryStep(told, number, step) };
  });
  const open = async (): Promise<void> => {
    number = await openDemoInquiry(told, inquiry);
  };
  return [{ at: start, happen: open }, ...rest];
};

const post = async (told: ToldDesk, deliver: Deliver): Promise<void> => {
  told.moveTo(Math.min(told.context.now() + MAIL_MS, told.end) as Instant);
  while (await deliver(told.context));
};

const fail = (error: unknown): never => {
  throw error;
};

/** Rings what falls due until `until`, each alarm at its own moment. */
const ringUntil = async (told: ToldDesk, until: Instant, deliver: Deliver): Promise<void> => {
  const { context } = told;
  for (;;) {
    const at = await context.db.everyDesk(nextAlarmAt);
    if (at === null || at > until) return;
    told.moveTo(at);
    const due = await context.db.everyDesk((q) => findDueAlarms(q, at));
    const rung = await ringAlarmsOfTickets(context, due.tickets, fail);
    if (rung === 0) throw new Error(`no alarm of the demo rang at ${at}`);
    await post(told, deliver);
  }
};

/** Tells all stories and inquiries of a desk in the order of their moments, with the alarms and letters in between where they belong. */
export const tellDesk = async (told: ToldDesk, deliver: Deliver): Promise<void> => {
  const inquiries = demoInquiries[told.desk.slug] ?? [];
  const moments = [
    ...told.demo.stories.flatMap((story, index) => momentsOf(told, story, index)),
    ...inquiries.flatMap((inquiry, index) => inquiryMoments(told, inquiry, index)),
  ].toSorted((a, b) => a.at - b.at);
  for (const { at, happen } of moments) {
    await ringUntil(told, at, deliver);
    told.moveTo(at);
    await happen();
    await post(told, deliver);
  }
  await ringUntil(told, told.end, deliver);
};
