const codes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53100',
  '53200',
  '53300',
  '25P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '55P03',
]);

/** The pool had no connection to give in time: a busy moment, nothing is known to be broken. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

/** PostgreSQL away, starting, out of connections, out of disk, or too slow: try again, nothing was acknowledged. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && codes.has(String(error.code))) ||
    /Connection terminated|has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout/i.test(
      error.message,
    ));
