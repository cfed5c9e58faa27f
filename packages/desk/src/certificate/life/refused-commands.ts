import { describeRelease } from '../../product/describe-release.ts';
import { releaseAllowed } from '../../product/release-allowed.ts';
import { allowedOn, type CertificateAction, isRenewable } from './allowed-commands.ts';
import { bookOf, type CertificateWorld } from './facts.ts';
import type { CertificateRefusal } from './refusals.ts';
import { stateAt } from './state-at.ts';
import type { CertificateState, SupportCertificate } from './support-certificate.ts';

export interface RefusedAction {
  readonly action: CertificateAction;
  readonly refusal: CertificateRefusal;
}

/** What people look for on a certificate, where the regulation knows it at all; the rest is there whenever there is something to do it to. */
const LOOKED_FOR = ['renew', 'declare-intent', 'issue-upgrade'] as const;
const OF_ONE_THAT_STANDS = ['renew', 'correct', 'suspend'] as const;

type Asked = (typeof LOOKED_FOR)[number];

const no = (
  code: CertificateRefusal['code'],
  clause: CertificateRefusal['clause'] = null,
  details: CertificateRefusal['details'] = {},
): CertificateRefusal => ({ code, clause, details });

const hasBegun = ({ startsAt }: SupportCertificate, { now }: CertificateWorld): boolean =>
  startsAt !== null && startsAt <= now;

const noRenewal = (certificate: SupportCertificate, world: CertificateWorld): CertificateRefusal | null => {
  const book = bookOf(world, certificate.packageId);
  if (book === null) return no('not-sold', world.regulation.certificates?.clause ?? null);
  const { renewal, clause } = book.rules;
  if (!isRenewable(book)) return no('no-renewal', renewal?.clause ?? clause);
  const because = renewal?.clause ?? clause;
  if (certificate.renewedBy !== null) return no('already-renewed', because);
  return hasBegun(certificate, world) ? null : no('not-begun', because);
};

const noIntent = (certificate: SupportCertificate, world: CertificateWorld): CertificateRefusal | null => {
  const loyalty = world.regulation.certificates?.loyalty ?? null;
  if (loyalty?.given !== 'declared-intent') return null;
  if (certificate.renewedBy !== null) return no('already-renewed', loyalty.clause);
  if (certificate.declaredAt !== null) return no('intent-declared', loyalty.clause);
  if (!hasBegun(certificate, world)) return no('not-begun', loyalty.clause);
  const until = certificate.loyaltyUntil;
  return until === null || world.now < until ? null : no('intent-too-late', loyalty.clause, { until });
};

const noUpgrade = (
  certificate: SupportCertificate,
  { regulation, now }: CertificateWorld,
): CertificateRefusal | null => {
  const { packageId, productVersion: bought = null } = certificate;
  const judgedAs = (state: CertificateState) =>
    releaseAllowed(regulation, 'upgrade-licences', { packageId, state, bought });
  const ever = judgedAs('in-force');
  const answer = judgedAs(stateAt(certificate, now));
  if (answer.outcome !== 'refused') return null;
  return ever.outcome === 'refused' && ever.refusal.why === 'not-given'
    ? null
    : no('upgrade-closed', answer.clause, { closed: describeRelease(answer) });
};

const reasons: Readonly<
  Record<Asked, (certificate: SupportCertificate, world: CertificateWorld) => CertificateRefusal | null>
> = {
  renew: noRenewal,
  'declare-intent': noIntent,
  'issue-upgrade': noUpgrade,
};

/** What can't be done to a certificate now though one might look for it, each with the reason and its clause: never what is allowed. */
export const refusedOn = (
  certificate: SupportCertificate,
  world: CertificateWorld,
): readonly RefusedAction[] => {
  if (stateAt(certificate, world.now) === 'revoked') {
    const refusal = no('revoked');
    return OF_ONE_THAT_STANDS.map((action) => ({ action, refusal }));
  }
  const allowed = new Set<CertificateAction>(allowedOn(certificate, world));
  return LOOKED_FOR.flatMap((action) => {
    const refusal = allowed.has(action) ? null : reasons[action](certificate, world);
    return refusal === null ? [] : [{ action, refusal }];
  });
};
