import type { CertificatePage } from '@reglament/contract';
import type { RenewalOrder } from '@reglament/desk/certificate';
import type { LocalDate } from '@reglament/working-time';
import { draftOf, emptyOrder, type Sold } from './order-form.ts';

/** A renewal as it is typed. */
export interface RenewalForm {
  readonly number: string;
  readonly term: string;
  readonly quantity: string;
  readonly activated: string;
  readonly boughtOn: string;
  readonly channel: RenewalOrder['channel'];
  readonly actNumber: string;
  readonly actOn: string;
  readonly issuer: 'vendor' | 'partner';
  readonly namesSupport: boolean;
  readonly upgradeBoughtOn: string;
  readonly upgradeInstalledOn: string;
}

export const firstRenewal = (
  { certificate, namedActs }: CertificatePage,
  today: string,
  channel: RenewalForm['channel'],
  isForActivated: boolean,
): RenewalForm => ({
  number: '',
  term: certificate.term === null ? '12 months' : `${certificate.term.count} ${certificate.term.unit}`,
  quantity: (isForActivated ? certificate.inUse : null)?.toString() ?? certificate.quantity?.toString() ?? '',
  activated: certificate.inUse?.toString() ?? '',
  boughtOn: today,
  channel,
  actNumber: namedActs[0]?.number ?? '',
  actOn: today,
  issuer: 'vendor',
  namesSupport: true,
  upgradeBoughtOn: '',
  upgradeInstalledOn: '',
});

const dateOr = (text: string): LocalDate | null => (text === '' ? null : (text as LocalDate));

/** The renewal as the rules and the server read it; null while the date of the purchase is missing. */
export const renewalOf = (form: RenewalForm, sold: Sold, wantsAct: boolean): RenewalOrder | null => {
  const boughtOn = dateOr(form.boughtOn);
  const givenOn = dateOr(form.actOn);
  if (boughtOn === null) return null;
  const { number, term, quantity } = draftOf({ ...emptyOrder(null), ...form }, sold);
  const activated = Number(form.activated);
  return {
    number,
    term,
    quantity,
    activated:
      form.activated.trim() !== '' && Number.isInteger(activated) && activated > 0 ? activated : null,
    boughtOn,
    channel: form.channel,
    act:
      wantsAct && form.actNumber.trim() !== '' && givenOn !== null
        ? {
            number: form.actNumber.trim(),
            givenOn,
            issuer: form.issuer,
            namesSupport: form.namesSupport,
          }
        : null,
    upgradeBoughtOn: dateOr(form.upgradeBoughtOn),
    upgradeInstalledOn: dateOr(form.upgradeInstalledOn),
  };
};
