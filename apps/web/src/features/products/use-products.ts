import { endpoints, type BodyOf, type CallOptions, type ProductInCatalogue } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { useIntent } from '../../api/use-intent.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { catalogueQuery } from '../../desk/use-catalogue.ts';

export type VersionFacts = BodyOf<typeof endpoints.createProductVersion>;

/** Leads and administrators write the catalogue, everybody reads it. */
export const useMayWrite = (): boolean => {
  const { role } = useDesk().summary;
  return role === 'lead' || role === 'administrator';
};

const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(
    () => client.invalidateQueries({ queryKey: catalogueQuery(slug).queryKey }),
    [client, slug],
  );
};

export const useCreateProduct = () => {
  const { slug } = useDesk();
  const onSuccess = useRefresh();
  const post = useCallback(
    (body: BodyOf<typeof endpoints.createProduct>, options: CallOptions) =>
      api(endpoints.createProduct, { params: { desk: slug }, body }, options),
    [slug],
  );
  const send = useIntent(post);
  return useMutation({ mutationFn: (name: string) => send({ name }, null), onSuccess });
};

/** Changes a product as the person saw it. */
export const useChangeProduct = ({ productId, version }: ProductInCatalogue) => {
  const { slug: desk } = useDesk();
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.changeProduct>) =>
      api(endpoints.changeProduct, { params: { desk, productId }, body }, { version }),
    onSettled,
  });
};

/** Adds a version to a product, or writes one anew: `productVersionId` null adds. */
export const useKeepVersion = (
  { productId, version }: ProductInCatalogue,
  productVersionId: string | null,
) => {
  const { slug: desk } = useDesk();
  const onSettled = useRefresh();
  const post = useCallback(
    (body: VersionFacts, options: CallOptions) =>
      api(endpoints.createProductVersion, { params: { desk, productId }, body }, options),
    [desk, productId],
  );
  const send = useIntent(post);
  return useMutation({
    mutationFn: (body: VersionFacts) =>
      productVersionId === null
        ? send(body, null)
        : api(
            endpoints.changeProductVersion,
            { params: { desk, productId, productVersionId }, body },
            { version },
          ),
    onSettled,
  });
};
