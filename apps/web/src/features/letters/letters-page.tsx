import { Button } from '@mantine/core';
import { IconFileUpload, IconPencilPlus } from '@tabler/icons-react';
import { Outlet, useParams } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { NoAccess } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { HandedIn } from './handed-in.tsx';
import { LetterList } from './letter-list.tsx';
import classes from './letters-page.module.css';
import { MAX_LETTER_BYTES, useHandIn } from './use-hand-in.ts';
import { WriteLetter } from './write-letter.tsx';

/** Letters in and out; a letter can be handed in here and takes the way of one from the mailbox. */
export function LettersPage() {
  const { m } = useI18n();
  const { slug, summary } = useDesk();
  const { letterId } = useParams({ strict: false });
  const { drop } = useHandIn(slug);
  const [handedIn, setHandedIn] = useState<string | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  usePageTitle(m.letters.title);
  if (summary.role !== 'administrator') return <NoAccess isPage />;

  const handIn = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > MAX_LETTER_BYTES);
    if (file.size <= MAX_LETTER_BYTES)
      drop.mutate(file, { onSuccess: (reply) => setHandedIn(reply.letterId) });
  };
  const handleDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    handIn(event.dataTransfer.files[0]);
  };

  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{m.letters.title}</h1>
        <span className={classes.about}>{m.letters.about}</span>
        <div className={classes.buttons}>
          <Button
            variant="default"
            leftSection={<IconFileUpload size={15} stroke={1.7} />}
            loading={drop.isPending}
            onClick={() => input.current?.click()}
          >
            {m.letters.drop}
          </Button>
          <Button leftSection={<IconPencilPlus size={15} stroke={1.7} />} onClick={() => setIsWriting(true)}>
            {m.letters.write}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          accept=".eml,message/rfc822"
          hidden
          aria-label={m.letters.drop}
          onChange={(event) => {
            handIn(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </header>
      {handedIn !== null && (
        <HandedIn key={handedIn} letterId={handedIn} onDismiss={() => setHandedIn(null)} />
      )}
      {(drop.error !== null || tooLarge) && (
        <div className={classes.trouble}>
          {tooLarge ? (
            <p role="alert">{m.letters.tooLarge}</p>
          ) : (
            drop.error && <ProblemNotice error={drop.error} onDismiss={drop.reset} />
          )}
        </div>
      )}
      <div
        className={classes.body}
        data-open={letterId !== undefined}
        onDragOver={handleDrag}
        onDragLeave={() => setIsOver(false)}
        onDrop={handleDrop}
      >
        <LetterList />
        <div className={classes.reader}>
          <Outlet />
        </div>
        {isOver && <div className={classes.drop}>{m.letters.dropHere}</div>}
      </div>
      {isWriting && <WriteLetter onClose={() => setIsWriting(false)} onSent={setHandedIn} />}
    </>
  );
}
