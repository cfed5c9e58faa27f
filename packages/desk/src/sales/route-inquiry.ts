import { federalDistricts } from '../customer/federal-district.ts';
import type { FederalDistrict, SalesRules } from '../regulation/certificate-rules.ts';
import type { ClauseId } from '../regulation/regulation.ts';
import type { UnroutedReason } from './inquiry.ts';

/** To whom an inquiry goes, or why nobody knows. */
export type InquiryRoute =
  | { readonly kind: 'routed'; readonly to: string; readonly clause: ClauseId }
  | {
      readonly kind: 'unrouted';
      readonly because: UnroutedReason;
      /** null: the regulation says nothing of sales. */
      readonly clause: ClauseId | null;
    };

/**
 * The first row of `sales.inquiries` that holds for the district. Where nobody knows the district, only an address that every
 * district would lead to: a guess would hand the customer to somebody else's manager (SH-P-PAY).
 */
export const routeInquiry = (sales: SalesRules | null, district: FederalDistrict | null): InquiryRoute => {
  if (sales === null || sales.inquiries.length === 0)
    return { kind: 'unrouted', because: 'no-addresses', clause: sales?.clause ?? null };
  const rowFor = (of: FederalDistrict) =>
    sales.inquiries.find(({ districts }) => districts === null || districts.includes(of));
  const [row, ...others] = district === null ? federalDistricts.map(rowFor) : [rowFor(district)];
  if (row === undefined || others.some((other) => other?.to !== row.to))
    return {
      kind: 'unrouted',
      because: district === null ? 'district-unknown' : 'district-not-served',
      clause: row?.clause ?? sales.clause,
    };
  return { kind: 'routed', to: row.to, clause: row.clause };
};

/** The addresses that inquiries may go to, each once, in the regulation's order, with the districts of each; null: everywhere. */
export const addresseesOf = (
  sales: SalesRules | null,
): readonly {
  readonly to: string;
  readonly districts: readonly FederalDistrict[] | null;
  readonly clause: ClauseId;
}[] => {
  const rows = sales?.inquiries ?? [];
  return [...new Set(rows.map(({ to }) => to))].flatMap((to) => {
    const same = rows.filter((row) => row.to === to);
    const [first] = same;
    if (first === undefined) return [];
    const districts = same.some((row) => row.districts === null)
      ? null
      : [...new Set(same.flatMap((row) => row.districts ?? []))];
    return [{ to, districts, clause: first.clause }];
  });
};
