import type { NamedProduct } from '../product/named-product.ts';
import type { TicketCommand } from '../ticket/commands.ts';
import { moscow } from './shipped-regulations.ts';
import { after, certificateOf, given, type Story } from './ticket-story.ts';

const BOUGHT = '2025-02-03 10:00';

/** Staff name a product of a company whose certificate is for AText alone. */
export const naming = (name: string, of: Partial<NamedProduct> = {}): TicketCommand => ({
  type: 'NameProduct',
  about: { name, version: null, support: null, ...of },
  certificates: [{ ...certificateOf('basic', moscow(BOUGHT)), products: ['AText'] }],
});

/** A ticket that turns out to be about a product that the certificate is not for, and then about one that it is for. */
export const productStory = (): Story =>
  after(
    given('alteroffice', { at: BOUGHT, holds: 'basic' }),
    ['2025-02-03 11:00', naming('AMail')],
    ['2025-02-03 12:00', naming('AText', { version: '7.3', support: 'end-of-life' })],
    ['2025-02-03 13:00', naming('AText', { version: '7.4', support: 'current' })],
  );
