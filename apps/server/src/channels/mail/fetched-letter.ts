/** A letter as the mail server holds it. */
export interface FetchedLetter {
  /** UIDVALIDITY of the mailbox as decimal digits; UIDs mean something only together with it. */
  readonly uidValidity: string;
  readonly uid: number;
  /** The letter byte for byte; only its headers when it is too large. */
  readonly raw: Buffer;
  /** INTERNALDATE in milliseconds: when the mail server received it. */
  readonly receivedAt: number;
  /** Bytes on the server, headers included. */
  readonly size: number;
  /** Over 50 MiB: `raw` holds headers only. */
  readonly tooLarge: boolean;
}
