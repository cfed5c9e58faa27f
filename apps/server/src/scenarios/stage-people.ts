import { endpoints } from '@reglament/contract';
import type { CompanyId, PersonId } from '@reglament/desk';
import { addStaff } from '../testing/test-desk.ts';
import { type Browser, openBrowser } from './browser.ts';
import type { Stage, StageCustomer } from './stage.ts';

/** Somebody who signs contracts at a screen, and a member of support who can be named in them. */
export interface Seller {
  readonly browser: Browser;
  /** Named as the list in the dialog has them. */
  readonly named: { readonly personId: PersonId; readonly name: string };
  /** A certificate by the dialog; returns its id. @throws Refused. */
  readonly issues: (to: StageCustomer, packageId: string, order: object) => Promise<string>;
  /** What the dialog of corrections sends, with the version that its page shows. @throws Refused. */
  readonly corrects: (certificateId: string, changes: object) => Promise<void>;
}

/** A lead signs in and looks up a colleague in the list of people. */
export const sellerOnStage = async (desk: Stage): Promise<Seller> => {
  const nth = desk.still.context.newId().slice(-8);
  const { opened } = desk.still;
  const lead = await addStaff(opened, desk.slug, 'lead', `lead-${nth}@desk.example`);
  const colleague = await addStaff(opened, desk.slug, 'engineer', `named-${nth}@desk.example`);
  const browser = await openBrowser(desk.still, desk.slug, lead);
  const { people } = endpoints.getNameable.reply.parse(await browser.get('nameable'));
  const found = people.find(({ personId }) => personId === colleague.personId);
  if (found === undefined) throw new Error('the colleague is not in the list');
  return {
    browser,
    named: { personId: colleague.personId, name: found.name },
    issues: async ({ company }, packageId, order) => {
      const reply = await browser.post('certificates', {
        companyId: company?.companyId as CompanyId,
        number: `N-${desk.still.context.newId().slice(-8)}`,
        packageId,
        products: null,
        installationType: null,
        quantity: 5,
        term: { count: 12, unit: 'months' },
        namedStart: null,
        dates: {},
        figures: {},
        bought: [],
        visitsPerTicket: null,
        ...order,
      });
      return endpoints.issueCertificate.reply.parse(reply).certificateId;
    },
    corrects: async (certificateId, changes) => {
      const { certificate } = await browser.certificate(certificateId);
      await browser.post(
        `certificates/${certificateId}/commands`,
        { command: 'correct', changes, reason: 'По договору' },
        certificate.version,
      );
    },
  };
};
