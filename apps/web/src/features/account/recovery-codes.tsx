import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './account.module.css';
import { useWords } from './use-words.ts';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Ten codes that are shown this once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const w = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  const handleCopy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <div className={classes.form}>
      <p className={classes.said}>{w.recovery.about}</p>
      <ul className={classes.codes} aria-label={w.recovery.title}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.row}>
        <Button
          variant="default"
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void handleCopy()}
        >
          {isCopied ? w.recovery.copied : w.recovery.copy}
        </Button>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={w.recovery.file}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {w.recovery.download}
        </Button>
      </div>
      <Button onClick={onDone} fullWidth data-autofocus>
        {w.recovery.done}
      </Button>
    </div>
  );
}
