import { endpoints } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

/** The name of the company that a filter asks for; null until it is known, and for none. */
export const useCompanyName = (desk: string, companyId: string | undefined): string | null => {
  const { data } = useQuery({
    queryKey: [...keys.companies(desk), 'name', companyId],
    queryFn: async ({ signal }) => {
      const page = await api(
        endpoints.getCompany,
        { params: { desk, companyId: companyId ?? '' } },
        { signal },
      );
      return page.name;
    },
    enabled: companyId !== undefined,
  });
  return data ?? null;
};
