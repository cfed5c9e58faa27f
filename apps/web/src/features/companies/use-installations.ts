import { type BodyOf, type CallOptions, endpoints, type ReplyOf } from '@reglament/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';

const PAGE = 50;

export type InstanceBody = BodyOf<typeof endpoints.createInstance>;
export type InstanceChangeBody = BodyOf<typeof endpoints.changeInstance>;
export type LicenceBody = BodyOf<typeof endpoints.createLicence>;
type LicenceChangeBody = BodyOf<typeof endpoints.changeLicence>;
export type Installations = ReplyOf<typeof endpoints.getCompanyInstances>;
type Kept = ReplyOf<typeof endpoints.createInstance>;

/** What a company runs, page by page; each page has its licences and choices too. */
export const useInstallations = (companyId: string) => {
  const { slug } = useDesk();
  return useInfiniteQuery({
    queryKey: [...keys.companies(slug), 'instances', companyId],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { desk: slug, companyId };
      return api(endpoints.getCompanyInstances, { params, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
};

/** A key has at least so many signs. */
const SHORTEST_KEY = 3;

/** What any company runs whose key begins so; nothing until enough of it is typed. */
export const useKeyMatches = (search: string) => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: [...keys.companies(slug), 'by-key', search],
    queryFn: ({ signal }) =>
      api(endpoints.getInstances, { params: { desk: slug }, query: { search, limit: 10 } }, { signal }),
    enabled: search.length >= SHORTEST_KEY,
  });
};

/** Certificates and tickets may have changed with it. */
const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(() => client.invalidateQueries({ queryKey: keys.desk(slug) }), [client, slug]);
};

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Keeps an instance: a new one, or changes to one as the person saw it. */
export const useKeepInstance = (companyId: string, before: Versioned | null) => {
  const { slug } = useDesk();
  const onSettled = useRefresh();
  const create = useCallback(
    (body: InstanceBody, options: CallOptions) =>
      api(endpoints.createInstance, { params: { desk: slug, companyId }, body }, options),
    [slug, companyId],
  );
  const sendOnce = useIntent(create);
  return useMutation({
    mutationFn: (body: InstanceBody | InstanceChangeBody): Promise<Kept> =>
      before === null
        ? sendOnce(body as InstanceBody, null)
        : api(
            endpoints.changeInstance,
            { params: { desk: slug, companyId, instanceId: before.id }, body },
            { version: before.version },
          ),
    onSettled,
  });
};

/** The same of a licence agreement. */
export const useKeepLicence = (companyId: string, before: Versioned | null) => {
  const { slug } = useDesk();
  const onSettled = useRefresh();
  const create = useCallback(
    (body: LicenceBody, options: CallOptions) =>
      api(endpoints.createLicence, { params: { desk: slug, companyId }, body }, options),
    [slug, companyId],
  );
  const sendOnce = useIntent(create);
  return useMutation({
    mutationFn: (body: LicenceBody | LicenceChangeBody) =>
      before === null
        ? sendOnce(body as LicenceBody, null)
        : api(
            endpoints.changeLicence,
            { params: { desk: slug, companyId, licenceId: before.id }, body },
            { version: before.version },
          ),
    onSettled,
  });
};
