import type { CertificatePage } from '@reglament/contract';
import {
  IconBan,
  IconCircleCheck,
  IconHelpCircle,
  IconLicense,
  IconLicenseOff,
  type Icon,
} from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import { useDatesOf } from '../../desk/use-dates-of.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { details, Section } from '../ticket/index.ts';
import classes from './certificates.module.css';
import { mayChange } from './may-change.ts';
import { RevokeUpgradeDialog } from './revoke-upgrade-dialog.tsx';

type Releases = NonNullable<CertificatePage['releases']>;
type Judged = Pick<Releases['kinds'][number], 'outcome' | 'says' | 'clause'>;

/** Which releases it opens now: each kind, then each version of the catalogue, with the rule that says so. */
export function ReleasesSection({ page }: { readonly page: CertificatePage }) {
  const { m, say } = useI18n();
  const words = m.certificates.releases;
  const { releases } = page;
  if (releases === null) return null;
  const known = releases.products.filter(({ versions }) => versions.length > 0);
  return (
    <Section title={words.title}>
      <Answers answers={releases.kinds.map(({ name, ...judged }) => ({ ...judged, name: say(name) }))} />
      {known.length === 0 && <p className={classes.note}>{words.noVersions}</p>}
      {known.map((product) => (
        <Product key={product.name} product={product} />
      ))}
      <UpgradeLicences page={page} />
    </Section>
  );
}

/** Licences for new major versions that were issued under it, each with its price and the clause. */
function UpgradeLicences({ page }: { readonly page: CertificatePage }) {
  const { m } = useI18n();
  const { upgradeLicences, zone } = page.certificate;
  const { role } = useDesk().summary;
  const [revoking, setRevoking] = useState<number | null>(null);
  const mayRevoke = mayChange(role) && page.certificate.state !== 'revoked';
  const dates = useDatesOf(zone);
  const words = m.certificates.releases;
  if (upgradeLicences.length === 0) return null;
  return (
    <>
      <h3 className={details.subheading}>{words.upgrades}</h3>
      <ul className={details.list}>
        {upgradeLicences.map(({ version, quantity, number, price, at, clause, revokedAt }, index) => (
          <li
            key={`${version} ${at}`}
            className={classes.release}
            {...(revokedAt === null ? {} : { 'data-outcome': 'refused' })}
          >
            {revokedAt === null ? (
              <IconLicense size={16} stroke={1.9} aria-hidden />
            ) : (
              <IconLicenseOff size={16} stroke={1.9} aria-hidden />
            )}
            <span>
              {words.upgrade(version, quantity)}
              <span className={details.small}>
                {words.upgradeAt(dates.date(at), price)}
                {number !== null && `, ${words.upgradeNumber(number)}`}
                {revokedAt !== null && `. ${words.upgradeRevoked(dates.date(revokedAt))}`}
              </span>
              {revokedAt === null && mayRevoke && (
                <Button
                  className={classes.revokeUpgrade}
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  aria-label={words.revokeUpgradeOf(version, quantity)}
                  onClick={() => setRevoking(index)}
                >
                  {words.revokeUpgrade}
                </Button>
              )}
            </span>
            <ClauseMark id={clause} />
          </li>
        ))}
      </ul>
      {revoking !== null && (
        <RevokeUpgradeDialog page={page} licence={revoking} onClose={() => setRevoking(null)} />
      )}
    </>
  );
}

interface Answer extends Judged {
  readonly name: string;
}

/** Neighbours with the same answer are one line: it is said once. */
const grouped = (answers: readonly Answer[]): readonly Answer[] =>
  answers.reduce<readonly Answer[]>((lines, one) => {
    const last = lines.at(-1);
    return last !== undefined &&
      last.outcome === one.outcome &&
      last.clause === one.clause &&
      last.says.ru === one.says.ru
      ? [...lines.slice(0, -1), { ...last, name: `${last.name}, ${one.name}` }]
      : [...lines, one];
  }, []);

function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  return (
    <ul className={details.list}>
      {grouped(answers).map((one) => (
        <Line key={one.name} {...one} />
      ))}
    </ul>
  );
}

function Product({ product }: { readonly product: Releases['products'][number] }) {
  const { m } = useI18n();
  const words = m.certificates.releases;
  const { name, bought, versions } = product;
  const answers = versions.map(({ number, state, ...judged }) => ({
    ...judged,
    name: state === 'current' ? number : `${number} (${m.products.state[state]})`,
  }));
  return (
    <>
      <h3 className={details.subheading}>
        {name}, {bought === null ? words.boughtUnknown : words.bought(bought)}
      </h3>
      <Answers answers={answers} />
    </>
  );
}

const icons: Readonly<Record<Judged['outcome'], Icon>> = {
  allowed: IconCircleCheck,
  unknown: IconHelpCircle,
  refused: IconBan,
};

function Line({ name, outcome, says, clause }: Answer) {
  const { m, say } = useI18n();
  const Shape = icons[outcome];
  return (
    <li className={classes.release} data-outcome={outcome}>
      <Shape size={16} stroke={1.9} role="img" aria-label={m.certificates.releases.outcome[outcome]} />
      <span>
        {name}
        <span className={details.small}>{say(says)}</span>
      </span>
      {clause !== null && <ClauseMark id={clause} />}
    </li>
  );
}
