import { expect, test } from 'vitest';
import { moscow, variant } from '../../test/shipped-regulations.ts';
import { after, certificateOf, company, given } from '../../test/ticket-story.ts';

const at = '2025-02-07 10:00';

/** Wants the number of the contract from everybody. */
const strict = variant('centaur', 'wants the contract', (r) => ({
  ...r,
  intake: r.intake.map((field) => (field.source === 'certificate' ? { ...field, required: true } : field)),
}));
const asked = (holds: string) => given(strict, { at, holds, stated: ['company', 'level', 'description'] });

test('whoever is covered by a certificate has named it', () => {
  expect(asked('basic').ticket).toMatchObject({
    statedFields: ['company', 'level', 'description', 'package'],
    missingFields: [],
  });
});

test('whoever nothing covers is asked, until it is known what does', () => {
  expect(asked('nothing').ticket.missingFields).toEqual(['package']);
  const stranger = asked('stranger');
  expect(stranger.ticket.missingFields).toEqual(['package']);
  const known = after(stranger, [
    '2025-02-07 11:00',
    { type: 'Identify', companyId: company, certificates: [certificateOf('basic', moscow(at))] },
  ]);
  expect(known.ticket.missingFields).toEqual([]);
});
