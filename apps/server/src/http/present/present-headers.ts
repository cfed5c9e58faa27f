const MAX_BYTES = 64 * 1024;
const MAX_HEADERS = 200;

/** Headers of a raw letter as they stand, unfolded, for people who look closely. */
export const presentHeaders = (raw: Buffer): { name: string; value: string }[] => {
  const text = raw.toString('utf8', 0, Math.min(raw.length, MAX_BYTES));
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(0, MAX_HEADERS)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? []
        : [
            {
              name: line.slice(0, colon),
              value: line
                .slice(colon + 1)
                .trim()
                .replaceAll('\u0000', '')
                .slice(0, 4000),
            },
          ];
    });
};
