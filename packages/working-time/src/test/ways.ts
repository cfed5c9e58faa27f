/** A walk to take: its zone, the moment in its middle, how many days; `share` is its part of the calendars. */
export interface Way {
  readonly zone: string;
  readonly middle: string;
  readonly days: number;
  readonly share: number;
}

const fortnight = (zone: string, ...middles: readonly string[]): readonly Way[] =>
  middles.map((middle) => ({ zone, middle, days: 18, share: 10 }));

/** Around a clock change each, or an ordinary time; then longer ones, for closed weeks and one minute a month. */
export const ways: readonly Way[] = [
  ...fortnight('Europe/Moscow', '2010-03-28T00:00Z', '2010-10-31T00:00Z', '2011-03-27T00:00Z'),
  ...fortnight('Europe/Moscow', '2014-10-26T00:00Z', '2015-06-15T00:00Z', '2026-12-31T00:00Z'),
  ...fortnight('Europe/Moscow', '1991-03-31T00:00Z', '1981-04-01T00:00Z', '2199-07-04T00:00Z'),
  ...fortnight('Europe/Berlin', '2026-03-29T00:00Z', '2026-10-25T00:00Z', '1980-04-06T00:00Z'),
  ...fortnight('America/New_York', '2026-03-08T00:00Z', '2026-11-01T00:00Z', '1974-01-06T00:00Z'),
  ...fortnight('Asia/Kathmandu', '1986-01-01T00:00Z', '2026-07-01T00:00Z'),
  ...fortnight('Australia/Lord_Howe', '2026-04-04T00:00Z', '2026-10-03T00:00Z', '1981-03-01T00:00Z'),
  ...fortnight('Pacific/Apia', '2011-12-30T00:00Z', '2011-09-24T00:00Z', '2012-04-01T00:00Z'),
  ...fortnight('Africa/Casablanca', '2026-02-15T00:00Z', '2026-03-22T00:00Z', '2018-10-28T00:00Z'),
  ...fortnight('Asia/Gaza', '2026-03-28T00:00Z', '2026-10-24T00:00Z', '2011-08-01T00:00Z'),
  ...fortnight('Antarctica/Troll', '2026-03-29T00:00Z', '2026-10-25T00:00Z', '2005-02-12T00:00Z'),
  // The clock is changed at midnight, so that a date begins late or twice; a date that is left out.
  ...fortnight('America/Sao_Paulo', '2017-10-15T00:00Z', '2018-02-18T00:00Z'),
  ...fortnight('America/Havana', '2026-03-08T00:00Z', '2026-11-01T00:00Z'),
  ...fortnight('Asia/Beirut', '2026-03-29T00:00Z', '2026-10-24T22:00Z'),
  ...fortnight('Pacific/Kiritimati', '1994-12-31T00:00Z'),
  ...fortnight('Pacific/Kwajalein', '1993-08-21T00:00Z'),
  { zone: 'Europe/Moscow', middle: '2014-10-26T00:00Z', days: 70, share: 8 },
  { zone: 'Africa/Casablanca', middle: '2026-03-05T00:00Z', days: 70, share: 8 },
  { zone: 'America/New_York', middle: '2026-12-31T00:00Z', days: 70, share: 8 },
  { zone: 'Australia/Lord_Howe', middle: '2026-04-04T00:00Z', days: 70, share: 8 },
  { zone: 'Europe/Berlin', middle: '2026-07-01T00:00Z', days: 400, share: 5 },
];
