import classes from './marked-text.module.css';

type Segments = readonly { readonly text: string; readonly hit: boolean }[];

/** Plain text with what was asked for marked. */
export function MarkedText({ segments }: { readonly segments: Segments }) {
  return segments.map(({ text, hit }, index) =>
    hit ? (
      <mark key={`${index} ${text}`} className={classes.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
