import { endpoints, type BodyOf, type CallOptions } from '@reglament/contract';
import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';

const PAGE = 50;

export type CompanyFacts = BodyOf<typeof endpoints.createCompany>;
export type CompanyChange = BodyOf<typeof endpoints.changeCompany>;

/** Engineers read, everybody else keeps the companies. */
export const useMayKeep = (): boolean => useDesk().summary.role !== 'engineer';

/** Who may merge records, read tables and keep installations: those who keep companies, but sales. */
export const useMayMerge = (): boolean => {
  const { role } = useDesk().summary;
  return role !== 'engineer' && role !== 'sales';
};

const listQuery = (desk: string, search: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.companies(desk), 'list', search],
    queryFn: ({ pageParam, signal }) => {
      const query = { search, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api(endpoints.getCompanies, { params: { desk }, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const useCompanies = (desk: string, search: string) => useInfiniteQuery(listQuery(desk, search));

export const companyQuery = (desk: string, companyId: string) =>
  queryOptions({
    queryKey: [...keys.companies(desk), 'one', companyId],
    queryFn: ({ signal }) => api(endpoints.getCompany, { params: { desk, companyId } }, { signal }),
  });

export const useCompany = (desk: string, companyId: string) => useQuery(companyQuery(desk, companyId));

/** Whatever is known of companies is asked again after a change. */
const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(() => client.invalidateQueries({ queryKey: keys.companies(slug) }), [client, slug]);
};

export const useCreateCompany = () => {
  const { slug } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: CompanyFacts, options: CallOptions) =>
      api(endpoints.createCompany, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: (body: CompanyFacts) => send(body, null), onSuccess });
};

/** Changes parts of a company as the person saw it. */
export const useChangeCompany = (companyId: string, version: number) => {
  const { slug } = useDesk();
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (body: CompanyChange) =>
      api(endpoints.changeCompany, { params: { desk: slug, companyId }, body }, { version }),
    onSettled,
  });
};

export const useMerge = (companyId: string) => {
  const { slug } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.mergeCompany>, options: CallOptions) =>
      api(endpoints.mergeCompany, { params: { desk: slug, companyId }, body }, options),
    [slug, companyId],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: (goneId: string) => send({ goneId }, null), onSuccess });
};

export const useUnmerge = (companyId: string) => {
  const { slug } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.unmergeCompany>, options: CallOptions) =>
      api(endpoints.unmergeCompany, { params: { desk: slug, companyId }, body }, options),
    [slug, companyId],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: () => send({}, null), onSuccess });
};
