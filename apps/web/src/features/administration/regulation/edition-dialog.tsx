import type { EditionCheckShown, FindingShown } from '@reglament/contract';
import { Button, Modal } from '@mantine/core';
import { useDesk } from '../../../desk/desk-context.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { toast } from '../../../ui/toast.ts';
import { useNarrow } from '../../../ui/use-narrow.ts';
import { CommandDialog } from '../../ticket/index.ts';
import { useWords } from '../use-words.ts';
import classes from './regulation.module.css';
import { useGiveEdition } from './use-editions.ts';

interface Props {
  readonly source: string;
  readonly check: EditionCheckShown;
  readonly onClose: () => void;
}

/** What the check said of a text; a sound one can be put in force from here. */
export function EditionDialog({ source, check, onClose }: Props) {
  const { regulation: w } = useWords();
  const { m } = useI18n();
  const isNarrow = useNarrow();
  const { edition, findings } = check;
  if (edition !== null && !edition.same) return <Give source={source} check={check} onClose={onClose} />;
  const blocking = findings.filter((one) => one.blocking);
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      fullScreen={isNarrow}
      title={edition === null ? w.blockedTitle : w.sameTitle}
      closeButtonProps={{ 'aria-label': m.common.close }}
    >
      {edition === null && <p className={classes.lead}>{w.blocked(blocking.length)}</p>}
      <Findings findings={edition === null ? blocking : []} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {m.common.close}
        </Button>
      </div>
    </Modal>
  );
}

function Give({ source, check, onClose }: Props) {
  const { regulation: w } = useWords();
  const { dates } = useDesk();
  const give = useGiveEdition();
  const { edition, findings } = check;
  if (edition === null) return null;
  const advice = findings.filter((one) => !one.accepted && one.level === 'warning');
  const handleSubmit = () =>
    give.mutate(source, {
      onSuccess: () => {
        toast(w.given);
        onClose();
      },
    });
  return (
    <CommandDialog
      wide
      title={w.giveTitle(edition.label)}
      submit={edition.startsNow ? w.give : w.plan}
      isPending={give.isPending}
      error={give.error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <p className={classes.lead}>
        {edition.startsNow ? w.startsNow : w.startsLater(dates.full(edition.from))}{' '}
        {edition.openTicketsFollow ? w.follow : w.stay}
        {edition.withdraws.length > 0 && ` ${w.withdraws(edition.withdraws.join(', '))}`}
      </p>
      <Changes changes={edition.changes} />
      {advice.length > 0 && (
        <section>
          <h3 className={classes.heading}>{w.warnings}</h3>
          <Findings findings={advice} />
        </section>
      )}
    </CommandDialog>
  );
}

type Change = NonNullable<EditionCheckShown['edition']>['changes'][number];

/** What the text says otherwise, under the heads of its kinds. */
function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { regulation: w } = useWords();
  const { say } = useI18n();
  const kinds = (Object.keys(w.kinds) as (keyof typeof w.kinds)[]).filter((kind) =>
    changes.some((one) => one.kind === kind),
  );
  return (
    <section>
      <h3 className={classes.heading}>{w.changes}</h3>
      {kinds.length === 0 && <p className={classes.dim}>{w.noChanges}</p>}
      <div className={classes.changes}>
        {kinds.map((kind) => (
          <div key={kind}>
            <p className={classes.dim}>{w.kinds[kind]}</p>
            <ul>
              {changes
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <li key={`${one.says.ru} ${one.clause ?? ''}`}>
                    {say(one.says)}
                    {one.clause !== null && <span className={classes.clauseId}> {one.clause}</span>}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

const MOST_SHOWN = 50;

function Findings({ findings }: { readonly findings: readonly FindingShown[] }) {
  const { regulation: w } = useWords();
  const { say } = useI18n();
  return (
    <ul className={classes.findings}>
      {findings.slice(0, MOST_SHOWN).map((one) => (
        <li key={`${one.line} ${one.column} ${one.code} ${one.says.ru}`} data-level={one.level}>
          <span className={classes.dim}>
            {w.place(one.line)} · {w.levels[one.level]}
          </span>
          <span>{say(one.says)}</span>
        </li>
      ))}
    </ul>
  );
}
