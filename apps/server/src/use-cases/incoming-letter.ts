/** A letter as the channel read it. */
export interface IncomingLetter {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: { readonly address: string; readonly name: string } | null;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly visible: string;
  readonly quoted: string;
  readonly html: string | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly originalName: string;
    readonly type: string;
    readonly content: Uint8Array;
    readonly sha256: string;
  }[];
  readonly nature: 'human' | 'auto-reply' | 'bounce' | 'list' | 'loop' | 'bulk';
  readonly bounce: {
    readonly failedRecipient: string | null;
    readonly originalMessageId: string | null;
    readonly permanent: boolean;
  } | null;
  readonly authentication: 'pass' | 'fail' | 'none';
  /** S/MIME or PGP: the text cannot be read here. */
  readonly encrypted?: boolean;
}
