import type { endpoints } from '@reglament/contract';

type Body = Readonly<Record<string, unknown>>;

const field =
  (...names: readonly string[]) =>
  (body: Body): string | null => {
    const found = names.map((name) => body[name]).find((value) => typeof value === 'string' && value !== '');
    return typeof found === 'string' ? found : null;
  };

/** Only what everybody of the desk may see: what people make for themselves stays theirs. */
const shared =
  (isOwn: (body: Body) => boolean) =>
  (body: Body): string | null =>
    isOwn(body) ? null : field('name')(body);

const hostOf = (body: Body): string | null => {
  const url = field('url')(body);
  return url !== null && URL.canParse(url) ? new URL(url).host : null;
};

/** What a change begins is not in its address yet: by which part of the body it is called. Of people who write to the desk the id. */
const named: Readonly<Partial<Record<keyof typeof endpoints, (body: Body) => string | null>>> = {
  createCompany: field('name'),
  mergeCompany: field('goneId'),
  createInstance: field('key', 'product'),
  createLicence: field('number'),
  createProduct: field('name'),
  createProductVersion: field('number'),
  createApiKey: field('name'),
  createWebhook: hostOf,
  createTag: field('name'),
  createTemplate: shared(({ personal }) => personal === true),
  createView: shared(({ shared: isShared }) => isShared !== true),
  inviteStaff: field('email'),
  stopService: field('contactId'),
  resumeService: field('contactId'),
};

/** What stands beside the address in the audit log, so that the row says what was made; null: its address says it. */
export const auditName = (endpointId: string, body: unknown): string | null => {
  const nameOf = (named as Readonly<Record<string, (body: Body) => string | null>>)[endpointId];
  if (nameOf === undefined || typeof body !== 'object' || body === null) return null;
  return (
    nameOf(body as Body)
      ?.replaceAll(/\s+/g, ' ')
      .trim() ?? null
  );
};
