import type { CertificateWorld, SupportCertificate, Text } from '@reglament/desk';

/** Everything that a letter about a certificate may say, read before. The certificate is its state now, not when it was owed. */
export interface CertificateLetterFacts {
  /** The version of the regulation that the certificate goes by, and the present moment. */
  readonly world: CertificateWorld;
  readonly certificate: SupportCertificate;
  /** The one that it goes on from; null: it goes on from none. */
  readonly predecessor: SupportCertificate | null;
  readonly companyName: string;
  readonly deskName: Text;
  /** Where the company's people see what they hold without an account; null: nowhere. */
  readonly pageUrl: string | null;
}
