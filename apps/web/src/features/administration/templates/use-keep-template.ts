import { endpoints, type BodyOf, type CallOptions, type ReplyTemplate } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../api/client.ts';
import { useIntent } from '../../../api/use-intent.ts';
import { useDesk } from '../../../desk/desk-context.tsx';
import { templatesQuery } from '../../ticket-extras/index.ts';

export type NewTemplate = BodyOf<typeof endpoints.createTemplate>;

export const useTemplateList = () => useQuery(templatesQuery(useDesk().slug));

const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  const { slug } = useDesk();
  return useCallback(
    () => client.invalidateQueries({ queryKey: templatesQuery(slug).queryKey }),
    [client, slug],
  );
};

/** Makes a template, or writes one anew as the person saw it. */
export const useKeepTemplate = (template: ReplyTemplate | null) => {
  const { slug: desk } = useDesk();
  const onSettled = useRefresh();
  const post = useCallback(
    (body: NewTemplate, options: CallOptions) =>
      api(endpoints.createTemplate, { params: { desk }, body }, options),
    [desk],
  );
  const send = useIntent(post);
  return useMutation({
    mutationFn: (body: NewTemplate) => {
      if (template === null) return send(body, null);
      const { personal: _, ...facts } = body;
      const { templateId, version } = template;
      return api(endpoints.changeTemplate, { params: { desk, templateId }, body: facts }, { version });
    },
    onSettled,
  });
};

export const useDeleteTemplate = ({ templateId, version }: ReplyTemplate) => {
  const { slug: desk } = useDesk();
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: () => api(endpoints.deleteTemplate, { params: { desk, templateId } }, { version }),
    onSettled,
  });
};
