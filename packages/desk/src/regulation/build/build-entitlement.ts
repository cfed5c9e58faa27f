import { checkReference, clauseAt, keysOf, textOf, type BuildContext } from './build-context.ts';
import { type EntitlementRules } from '../handling-rules.ts';

const otherChannel = (context: BuildContext): EntitlementRules['otherChannel'] => {
  const file = context.file.entitlement['other-channel'];
  if (file === undefined || file === 'no-promise') return { kind: 'no-promise' };
  return file === 'served' ? { kind: 'served' } : { kind: 'as', channel: file.as, from: file.from ?? null };
};

export const buildEntitlement = (context: BuildContext): EntitlementRules => {
  const file = context.file.entitlement;
  const path = ['entitlement'];
  const packageAt = (key: 'unknown-sender' | 'without-package', nothing: string): string | null =>
    file[key] === nothing
      ? null
      : checkReference(
          context,
          'package',
          file[key],
          [...keysOf(context.file.packages), nothing],
          [...path, key],
        );
  const clause = clauseAt(context, file.clause, [...path, 'clause']);
  const unknown = file['unknown-sender-clause'];
  const contacts = file['contacts-clause'];
  return {
    unknownSenderPackage: packageAt('unknown-sender', 'no-promise'),
    uncoveredPackage: packageAt('without-package', 'not-entitled'),
    clause,
    unknownSenderClause:
      unknown === undefined ? clause : clauseAt(context, unknown, [...path, 'unknown-sender-clause']),
    ofSeveral: file['of-several'] ?? 'best-rank',
    otherChannel: otherChannel(context),
    contacts: file.contacts ?? 'company',
    contactsClause: contacts === undefined ? null : clauseAt(context, contacts, [...path, 'contacts-clause']),
    standingOf: file['standing-of'] ?? 'requester',
    abuse:
      file.abuse === undefined
        ? null
        : {
            stoppedBy: file.abuse['stopped-by'],
            reversedBy: file.abuse['reversed-by'],
            clause: clauseAt(context, file.abuse.clause, [...path, 'abuse', 'clause']),
          },
    wayBack: textOf(file['way-back']),
  };
};
