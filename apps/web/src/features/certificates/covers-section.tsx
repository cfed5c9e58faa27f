import type { CertificatePage } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { details, Section, ServicesSection } from '../ticket/index.ts';

interface Props {
  readonly page: CertificatePage;
}

type Named = CertificatePage['covers']['channels'][number];

/** What its package gives: channels, hours, deadlines. */
export function CoversSection({ page }: Props) {
  const { m } = useI18n();
  const words = m.certificates.page;
  const { channels, hours, targets } = page.covers;
  return (
    <Section title={words.covers}>
      <Things title={words.channels} things={channels} />
      <Things title={words.hours} things={hours} />
      {targets.length > 0 && <Targets targets={targets} />}
    </Section>
  );
}

function Things({ title, things }: { readonly title: string; readonly things: readonly Named[] }) {
  const { m, say } = useI18n();
  if (things.length === 0) return null;
  return (
    <>
      <h3 className={details.subheading}>{title}</h3>
      <ul className={details.list}>
        {things.map(({ name, priorities }) => (
          <li key={`${name.ru} ${priorities?.map(({ ru }) => ru).join() ?? ''}`}>
            {say(name)}
            {priorities !== null && (
              <span className={details.small}>
                {m.certificates.page.onlyFor(priorities.map(say).join(', '))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Targets({ targets }: { readonly targets: CertificatePage['covers']['targets'] }) {
  const { m, say } = useI18n();
  return (
    <>
      <h3 className={details.subheading}>{m.certificates.page.targets}</h3>
      <ul className={details.list}>
        {targets.map(({ clock, priority, within }) => (
          <li key={`${clock.ru} ${priority?.ru ?? ''}`} className={details.line}>
            <span>
              {say(clock)}
              {priority !== null && <span className={details.small}>{say(priority)}</span>}
            </span>
            <span>{within === null ? m.common.none : say(within)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function ServicesOfCertificate({ page }: Props) {
  return <ServicesSection services={page.covers.services} />;
}
