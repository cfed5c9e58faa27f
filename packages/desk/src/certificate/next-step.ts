import type { Regulation } from '../regulation/regulation.ts';
import type { Coverage, NotEntitledReason } from './coverage.ts';
import type { NextStep } from './entitlement-trail.ts';

/** Whether something is sold that a protection key, not a purchase of support, gives the right to. */
const givenByKey = ({ certificates }: Regulation): boolean =>
  certificates?.offers.some(({ proof }) => proof === 'key') === true;

const afterRefusal = (reason: NotEntitledReason, regulation: Regulation): NextStep => {
  switch (reason) {
    case 'none':
      return givenByKey(regulation) ? 'register' : 'buy';
    case 'expired':
      return (regulation.certificates?.renewal ?? null) === null ? 'buy' : 'renew';
    case 'stopped':
      return 'ask-lead';
    case 'not-started':
      return 'wait';
    case 'suspended':
    case 'revoked':
      return 'ask-why';
    case 'only-from':
      return 'partner';
    case 'contact':
      return 'listed-contact';
    case 'key':
      return 'register';
    case 'licence-agreement':
      return 'renew-licence';
    case 'product':
    case 'installation-type':
    case 'quantity':
    case 'quota':
      return 'buy';
  }
};

/** What the customer can do to be served, or served better; null: there is nothing to do. */
export const nextStepOf = (coverage: Coverage, regulation: Regulation): NextStep | null => {
  switch (coverage.kind) {
    case 'covered':
      return coverage.loyalty === true ? 'renew' : null;
    case 'fallback':
      return 'buy';
    case 'unidentified':
      return 'identify';
    case 'not-entitled':
      return afterRefusal(coverage.reason, regulation);
    case 'channel':
      return 'other-channel';
    case 'lifted':
      return null;
  }
};
