import type { PortalCertificatePage, Releases as Opened } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { useDatesOf } from './certificate-standing.tsx';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './covered-rows.module.css';
import { ClauseNote } from './clause-note.tsx';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly page: PortalCertificatePage;
}

/** Which releases it opens, and licences for new major versions that came with it. */
export function Releases({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { releases, certificate } = page;
  const { upgradeLicences } = certificate;
  if (releases === null && upgradeLicences.length === 0) return null;
  return (
    <Box title={w.releases}>
      {upgradeLicences.length > 0 && <Upgrades page={page} />}
      {releases !== null && <Lines lines={releases.kinds} />}
      {releases?.products
        .filter(({ versions }) => versions.length > 0)
        .map((product) => (
          <Product key={product.name} product={product} />
        ))}
    </Box>
  );
}

function Upgrades({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { upgradeLicences, zone } = page.certificate;
  const dates = useDatesOf(zone);
  return (
    <>
      <h3 className={shared.subtitle}>{w.upgrades}</h3>
      <ul className={classes.rows}>
        {upgradeLicences.map(({ version, quantity, number, price, at, clause }) => (
          <li key={`${version} ${at}`}>
            <span>
              {w.upgrade(version, quantity, price)}
              <span className={shared.small}>
                {dates.date(at)}
                {number !== null && ` · ${number}`}
              </span>
            </span>
            <ClauseNote id={clause} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Product({ product }: { readonly product: Opened['products'][number] }) {
  const { page: w } = useCertificateWords();
  return (
    <>
      <h3 className={shared.subtitle}>
        {product.name}, {w.boughtVersion(product.bought)}
      </h3>
      <Lines
        lines={product.versions.map(({ number, ...one }) => ({ ...one, name: { ru: number, en: number } }))}
      />
    </>
  );
}

type Line = Opened['kinds'][number];

/** Neighbours with the same answer are one line: it is said once. */
const grouped = (lines: readonly Line[]): readonly Line[] =>
  lines.reduce<readonly Line[]>((made, one) => {
    const last = made.at(-1);
    if (last?.outcome !== one.outcome || last.clause !== one.clause || last.says.ru !== one.says.ru)
      return [...made, one];
    const name = { ru: `${last.name.ru}, ${one.name.ru}`, en: `${last.name.en}, ${one.name.en}` };
    return [...made.slice(0, -1), { ...last, name }];
  }, []);

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { page: w } = useCertificateWords();
  const { say } = useI18n();
  return (
    <ul className={classes.rows}>
      {grouped(lines).map(({ name, outcome, says, clause }) => (
        <li key={name.ru}>
          <span>
            {say(name)}
            <span className={shared.small}>{say(says)}</span>
          </span>
          <span className={classes.value}>
            <span className={classes.level} data-level={outcome === 'refused' ? 'no' : 'yes'}>
              {w.outcome[outcome]}
            </span>
            <ClauseNote id={clause} />
          </span>
        </li>
      ))}
    </ul>
  );
}
