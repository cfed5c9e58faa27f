import { districtNames, federalDistricts } from '@reglament/desk';
import type { ShownPartner } from '../../store/queries/partners.ts';
import { type Html, markup } from '../html.ts';
import { wayLink } from '../way-link.ts';
import { backLink, plainPage } from './entry-page.ts';
import type { PlainView } from './plain-view.ts';

const partnerLine = ({ regulation, language }: PlainView, partner: ShownPartner): Html => {
  const role = regulation.companyRoles.find(({ id }) => id === partner.role)?.name[language] ?? partner.role;
  const about = [partner.city, role].filter((one) => one !== '').join(' · ');
  const ways = partner.shownAs
    .split(/[,;]\s+/u)
    .filter((one) => one !== '')
    .map((one, index) => markup`${index === 0 ? null : ', '}${wayLink(one)}`);
  return markup`<li><strong>${partner.name}</strong><br><span class="hint">${about}</span>${
    ways.length === 0 ? null : markup`<br>${ways}`
  }</li>`;
};

/** Whom customers may turn to besides the vendor: only companies that staff have put there, by federal district. */
export const partnersPage = (view: PlainView, nonce: string, partners: readonly ShownPartner[]): string => {
  const { words, base, language } = view;
  const groups = [...federalDistricts, null].flatMap((district) => {
    const own = partners.filter((one) => one.district === district);
    const title = district === null ? words.anyDistrict : districtNames[district][language];
    return own.length === 0
      ? []
      : [
          markup`<section class="card"><h2>${title}</h2><ul class="ways">${own.map((one) => partnerLine(view, one))}</ul></section>`,
        ];
  });
  const nobody = markup`<section class="card"><h2>${words.noPartners}</h2><p class="hint">${words.noPartnersHint}</p></section>`;
  return plainPage(
    view,
    nonce,
    words.partners,
    `${base}/partners`,
    markup`<div class="head"><h1>${words.partners}</h1><p class="turn">${words.partnersHint}</p></div>${
      groups.length === 0 ? nobody : groups
    }${backLink(view)}`,
  );
};
