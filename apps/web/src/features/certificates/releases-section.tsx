import type { CertificatePage } from '@reglament/contract';
import { IconBan, IconCircleCheck, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { ClauseMark } from '../../desk/clause-mark.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { details, Section } from '../ticket/index.ts';
import classes from './certificates.module.css';

type Releases = NonNullable<CertificatePage['releases']>;
type Judged = Pick<Releases['kinds'][number], 'outcome' | 'says' | 'clause'>;

/** Which releases it opens now: each kind, then each version of the catalogue, with the rule that says so. */
export function ReleasesSection({ page }: { readonly page: CertificatePage }) {
  const { m } = useI18n();
  const words = m.certificates.releases;
  const { releases } = page;
  if (releases === null) return null;
  const known = releases.products.filter(({ versions }) => versions.length > 0);
  return (
    <Section title={words.title}>
      <Kinds kinds={releases.kinds} />
      {known.length === 0 && <p className={classes.note}>{words.noVersions}</p>}
      {known.map((product) => (
        <Product key={product.name} product={product} />
      ))}
    </Section>
  );
}

function Kinds({ kinds }: { readonly kinds: Releases['kinds'] }) {
  const { say } = useI18n();
  return (
    <ul className={details.list}>
      {kinds.map((kind) => (
        <Line key={kind.name.ru} name={say(kind.name)} judged={kind} />
      ))}
    </ul>
  );
}

function Product({ product }: { readonly product: Releases['products'][number] }) {
  const { m } = useI18n();
  const words = m.certificates.releases;
  const { name, bought, versions } = product;
  return (
    <>
      <h3 className={details.subheading}>
        {name}, {bought === null ? words.boughtUnknown : words.bought(bought)}
      </h3>
      <ul className={details.list}>
        {versions.map((version) => (
          <Line
            key={version.number}
            name={`${version.number} · ${m.products.state[version.state]}`}
            judged={version}
          />
        ))}
      </ul>
    </>
  );
}

const icons: Readonly<Record<Judged['outcome'], Icon>> = {
  allowed: IconCircleCheck,
  unknown: IconHelpCircle,
  refused: IconBan,
};

function Line({ name, judged }: { readonly name: string; readonly judged: Judged }) {
  const { m, say } = useI18n();
  const { outcome, says, clause } = judged;
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
