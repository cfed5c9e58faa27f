import type { CompanyId } from '../ids.ts';
import { type CompanyRefusal, refuseCompany } from './company-refusals.ts';

/** What merging asks of a company. */
export interface MergedCompany {
  readonly companyId: CompanyId;
  readonly name: string;
  /** The company that it was made part of; null: it stands by itself. */
  readonly mergedInto: { readonly companyId: CompanyId; readonly name: string } | null;
}

const standsElsewhere = ({ name, mergedInto }: MergedCompany, into: string): CompanyRefusal =>
  refuseCompany('already-merged', { name, into: mergedInto?.name ?? into });

/** Whether `gone` may become part of `kept`: both stand by themselves. null: it may. */
export const judgeMerge = (kept: MergedCompany, gone: MergedCompany): CompanyRefusal | null => {
  if (kept.companyId === gone.companyId) return refuseCompany('same-company');
  if (kept.mergedInto?.companyId === gone.companyId)
    return refuseCompany('merge-cyclic', { name: kept.name });
  if (gone.mergedInto !== null) return standsElsewhere(gone, gone.mergedInto.name);
  return kept.mergedInto === null ? null : standsElsewhere(kept, kept.mergedInto.name);
};

/** Whether a merged company may stand by itself again: what it became part of stands by itself. null: it may. */
export const judgeUnmerge = (gone: MergedCompany, kept: MergedCompany | null): CompanyRefusal | null => {
  if (gone.mergedInto === null || kept === null) return refuseCompany('not-merged');
  return kept.mergedInto === null
    ? null
    : refuseCompany('merged-further', { name: kept.name, into: kept.mergedInto.name });
};
