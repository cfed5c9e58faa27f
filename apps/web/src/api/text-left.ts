/**
 * What is still to be said once `sent` has gone: what was typed behind it while it was on its way. A text that was changed inside
 * stays whole: whoever wrote it knows what of it is new.
 */
export const textLeft = (now: string, sent: string): string => {
  const said = sent.trim();
  const shown = now.trimStart();
  return shown.startsWith(said) ? shown.slice(said.length).trimStart() : now;
};
