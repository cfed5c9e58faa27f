/** Header lines as pairs (order and repetition kept) and a body, put together as they go over the wire. */
export const rawLetter = (
  headers: readonly (readonly [name: string, value: string | Buffer])[],
  body: string | Buffer = '',
): Buffer =>
  Buffer.concat([
    ...headers.flatMap(([name, value]) => [
      Buffer.from(`${name}: `),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('\r\n'),
    Buffer.from(typeof body === 'string' ? body.replace(/\r?\n/g, '\r\n') : body),
  ]);

/** The headers of an ordinary letter to a desk, for fixtures that differ in one thing. */
export const ordinaryHeaders = (
  changes: Readonly<Record<string, string | Buffer | null>> = {},
): readonly (readonly [string, string | Buffer])[] => {
  const usual: Readonly<Record<string, string | Buffer>> = {
    From: '"Anna Belova" <Belova@Zavod.Example>',
    To: 'Support <support@desk.example>',
    Subject: 'Printer',
    Date: 'Fri, 20 Nov 2026 12:05:00 +0300',
    'Message-ID': '<7f3a@zavod.example>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
  };
  return Object.entries({ ...usual, ...changes }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
};

/** A multipart body. Every part is its own header lines and content. */
export const multipart = (
  boundary: string,
  parts: readonly (readonly [headers: string, content: string | Buffer])[],
): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([headers, content]) => [
      Buffer.from(`--${boundary}\r\n${headers.replace(/\r?\n/g, '\r\n')}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
