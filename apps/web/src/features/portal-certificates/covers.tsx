import type { PortalCertificatePage } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './covered-rows.module.css';
import openMark from './open-mark.module.css';
import { ClauseNote } from './clause-note.tsx';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly page: PortalCertificatePage;
}

type Named = PortalCertificatePage['covers']['channels'][number];

/** How and when its package is asked, whether that is now, and what is promised. */
export function Covers({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { channels, hours, targets } = page.covers;
  return (
    <Box title={w.ways}>
      <dl className={shared.facts}>
        <Opening page={page} />
        <Things name={w.hours} things={hours} />
        <Things name={w.channels} things={channels} />
      </dl>
      <h3 className={shared.subtitle}>{w.targets}</h3>
      {targets.length === 0 ? <p className={shared.dim}>{w.noTargets}</p> : <Targets targets={targets} />}
    </Box>
  );
}

function Opening({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { say } = useI18n();
  const { dates } = usePortal();
  if (page.opening.length === 0) return null;
  return (
    <div>
      <dt>{w.now}</dt>
      <dd>
        {page.opening.map(({ isOpen, opensAt, priorities }) => (
          <span key={priorities?.map(({ ru }) => ru).join() ?? ''} className={classes.openLine}>
            <span className={openMark.openMark} data-open={isOpen}>
              {isOpen ? w.open : opensAt === null ? w.closed : w.opensAt(dates.short(opensAt))}
            </span>
            {priorities !== null && (
              <span className={shared.small}>{w.onlyFor(priorities.map(say).join(', '))}</span>
            )}
          </span>
        ))}
      </dd>
    </div>
  );
}

function Things({ name, things }: { readonly name: string; readonly things: readonly Named[] }) {
  const { page: w } = useCertificateWords();
  const { say } = useI18n();
  if (things.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {things.map((thing) => (
          <span
            key={`${thing.name.ru} ${thing.priorities?.map(({ ru }) => ru).join() ?? ''}`}
            className={classes.openLine}
          >
            {say(thing.name)}
            {thing.priorities !== null && (
              <span className={shared.small}>{w.onlyFor(thing.priorities.map(say).join(', '))}</span>
            )}
          </span>
        ))}
      </dd>
    </div>
  );
}

function Targets({ targets }: { readonly targets: PortalCertificatePage['covers']['targets'] }) {
  const { m, say } = useI18n();
  return (
    <ul className={classes.rows}>
      {targets.map(({ clock, priority, within, clause }) => (
        <li key={`${clock.ru} ${priority?.ru ?? ''}`}>
          <span>
            {say(clock)}
            {priority !== null && <span className={shared.small}>{say(priority)}</span>}
          </span>
          <span className={classes.value}>
            {within === null ? m.common.none : say(within)}
            <ClauseNote id={clause} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The matrix of its package: what is included, what is not, what is paid, each with its clause. */
export function Services({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { say } = useI18n();
  const { services } = page.covers;
  if (services.length === 0) return null;
  return (
    <Box title={w.services}>
      <ul className={classes.rows}>
        {services.map(({ name, level, clause }) => (
          <li key={name.ru} data-level={level}>
            <span>{say(name)}</span>
            <span className={classes.value}>
              <span className={classes.level} data-level={level}>
                {w.levels[level]}
              </span>
              <ClauseNote id={clause} />
            </span>
          </li>
        ))}
      </ul>
    </Box>
  );
}
