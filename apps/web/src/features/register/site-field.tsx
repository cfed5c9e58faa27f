import { Select } from '@mantine/core';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useCompany } from '../companies/index.ts';
import type { FieldsProps } from './requester-fields.tsx';

/** Which of the company's sites it is about: asked only where the regulation goes by the site's clock (R37). */
export function SiteField({ form, onChange }: FieldsProps) {
  const { regulation } = useDesk();
  return form.companyId === null || regulation?.localTime !== 'site' ? null : (
    <Sites companyId={form.companyId} form={form} onChange={onChange} />
  );
}

function Sites({ companyId, form, onChange }: FieldsProps & { readonly companyId: string }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { data, isPending, isError } = useCompany(slug, companyId);
  const sites = data?.sites ?? [];
  if (!isError && !isPending && sites.length === 0) return null;
  return (
    <Select
      label={m.place.site}
      description={m.place.siteHint}
      placeholder={isPending ? m.common.loading : m.place.noSite}
      disabled={isPending || isError}
      error={isError && m.place.sitesFailed}
      clearable
      clearButtonProps={{ 'aria-label': m.common.dismiss }}
      data={sites.map((site) => ({
        value: site.siteId,
        label: [site.name, site.city, site.zone].filter((part) => part !== '').join(' · '),
      }))}
      value={form.siteId}
      onChange={(siteId) => onChange({ siteId })}
    />
  );
}
