import type { Releases } from '@reglament/contract';
import {
  describeRelease,
  type Regulation,
  releaseAllowed,
  type ReleaseAnswer,
  releaseKindNames,
  type ReleaseKind,
  type SupportCertificate,
  supportState,
  versionAllowed,
} from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import type { CatalogueRow } from '../../store/queries/products.ts';
import { type ReleaseFacts, releaseQuestionOf } from '../../use-cases/release-facts.ts';

type Judged = Omit<Releases['kinds'][number], 'name'>;

const judged = (answer: ReleaseAnswer): Judged => ({
  outcome: answer.outcome,
  says: describeRelease(answer),
  clause: answer.clause,
});

const NOT_OUT: Judged = {
  outcome: 'refused',
  says: { ru: 'Ещё не вышла', en: 'Not out yet' },
  clause: null,
};

const kindsOf = ({ releases }: Regulation): readonly ReleaseKind[] => [
  ...new Set(releases.map(({ kind }) => kind)),
];

/** Products that the certificate is for, as far as the catalogue has them. */
const itsProducts = (
  { products }: SupportCertificate,
  catalogue: readonly CatalogueRow[],
): readonly CatalogueRow[] =>
  catalogue.filter(({ name, retired }) => (products === null ? !retired : products.includes(name)));

/** Which releases a certificate opens now, each with the rule that says so; null: the regulation does not speak of releases. */
export const presentReleases = (
  certificate: SupportCertificate,
  facts: ReleaseFacts,
  regulation: Regulation,
  now: Instant,
): Releases | null => {
  if (regulation.releases.length === 0) return null;
  const { installed, catalogue } = facts;
  const day = localDateOf(regulation.zone, now);
  const ofAll = releaseQuestionOf(certificate, facts, installed, now);
  return {
    kinds: kindsOf(regulation).map((kind) => ({
      name: releaseKindNames[kind],
      ...judged(releaseAllowed(regulation, kind, ofAll)),
    })),
    products: itsProducts(certificate, catalogue).map(({ name, versions }) => {
      const under = installed.filter(({ product }) => product === name);
      const question = releaseQuestionOf(certificate, facts, under, now);
      return {
        name,
        bought: question.bought,
        versions: versions.map(({ number, ...dates }) => {
          const state = supportState(dates, day);
          const found = state === 'planned' ? NOT_OUT : judged(versionAllowed(regulation, question, number));
          return { number, state, ...found };
        }),
      };
    }),
  };
};
