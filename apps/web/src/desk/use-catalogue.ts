import { endpoints } from '@reglament/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useDesk } from './desk-context.tsx';

export const catalogueQuery = (desk: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'products'],
    queryFn: ({ signal }) => api(endpoints.getProducts, { params: { desk } }, { signal }),
  });

/** The catalogue of the desk: products with their versions. */
export const useCatalogue = () => useQuery(catalogueQuery(useDesk().slug));
