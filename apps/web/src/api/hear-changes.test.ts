import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearChanges } from './hear-changes.ts';

/** The browser's side of a stream: what the page opened, and what comes through it. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static all: Source[] = [];
  readyState = 0;
  constructor() {
    super();
    Source.all.push(this);
  }
  say(name: string): void {
    if (name === 'open') this.readyState = 1;
    this.dispatchEvent(new Event(name));
  }
  fail(): void {
    this.readyState = Source.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
  close(): void {
    this.readyState = Source.CLOSED;
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
let heard: string[];
let stop: () => void;

const last = (): Source => {
  const source = Source.all.at(-1);
  if (source === undefined) throw new Error('nothing was opened');
  return source;
};
const isOpen = (): boolean => Source.all.some(({ readyState }) => readyState !== Source.CLOSED);

beforeEach(() => {
  vi.useFakeTimers();
  Source.all = [];
  heard = [];
  page.hidden = false;
  const browser = new EventTarget();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', Object.assign(browser, { setTimeout, clearTimeout, setInterval, clearInterval }));
  stop = hearChanges({
    address: '/live',
    events: { ticket: () => heard.push('ticket') },
    onLost: (isLost) => heard.push(isLost ? 'lost' : 'there'),
    onReturn: () => heard.push('return'),
    onRefused: () => heard.push('refused'),
  });
  last().say('open');
});

afterEach(() => {
  stop();
  expect(isOpen()).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tells what it hears, and the first opening is no return', () => {
  last().say('ticket');
  expect(heard).toEqual(['there', 'ticket']);
});

it('a refused stream is opened again, and what was missed is told', () => {
  last().fail();
  expect(heard.splice(0)).toEqual(['there', 'refused']);
  vi.advanceTimersByTime(2_000);
  expect(heard.splice(0)).toEqual(['lost']);
  vi.advanceTimersByTime(2_000);
  expect(Source.all).toHaveLength(2);
  last().say('open');
  expect(heard).toEqual(['there', 'return']);
});

it('a connection that only looks open is given up; one that says that it is alive is not', () => {
  for (let passed = 0; passed < 60; passed += 4) {
    vi.advanceTimersByTime(4_000);
    last().say('alive');
  }
  expect(Source.all).toHaveLength(1);
  vi.advanceTimersByTime(20_000);
  expect(Source.all).toHaveLength(2);
});

it('a page that slept opens anew as soon as it wakes', () => {
  vi.setSystemTime(Date.now() + 10 * 60_000);
  vi.advanceTimersByTime(5_000);
  expect(Source.all).toHaveLength(2);
  last().say('open');
  expect(heard.at(-1)).toBe('return');
});

it('a tab that nobody sees gives its connection back, and looks again when it is seen', () => {
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(60_000);
  expect(isOpen()).toBe(false);
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(isOpen()).toBe(true);
  last().say('open');
  expect(heard).toEqual(['there', 'there', 'return']);
});

it('says at once that the computer is offline, and connects at once when it is not', () => {
  window.dispatchEvent(new Event('offline'));
  expect(heard.at(-1)).toBe('lost');
  window.dispatchEvent(new Event('online'));
  last().say('open');
  expect(heard.at(-1)).toBe('return');
});
