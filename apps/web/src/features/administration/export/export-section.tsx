import type { ExportTable } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useDesk } from '../../../desk/desk-context.tsx';
import { SectionFrame } from '../section-frame.tsx';
import { useWords } from '../use-words.ts';
import classes from './export.module.css';

/** Everything the desk keeps, a table a file. */
export function ExportSection() {
  const { export: w } = useWords();
  return (
    <SectionFrame title={w.title} about={w.about}>
      <ul className={classes.tables}>
        {(Object.keys(w.tables) as ExportTable[]).map((table) => (
          <li key={table}>
            <div>
              <h3>{w.tables[table].name}</h3>
              <p>{w.tables[table].about}</p>
            </div>
            <div className={classes.ways}>
              <Way table={table} format="csv" />
              <Way table={table} format="json" />
            </div>
          </li>
        ))}
      </ul>
    </SectionFrame>
  );
}

function Way({ table, format }: { readonly table: ExportTable; readonly format: 'csv' | 'json' }) {
  const { export: w } = useWords();
  const { slug } = useDesk();
  return (
    <Button
      component="a"
      href={`/api/desks/${slug}/export/${table}?format=${format}`}
      download
      size="compact-sm"
      variant="default"
      aria-label={w.download(w.tables[table].name, w[format])}
      leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
    >
      {w[format]}
    </Button>
  );
}
