import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export type TemplateAction =
  | { readonly kind: 'take' }
  | { readonly kind: 'tag'; readonly tagId: string }
  | { readonly kind: 'propose-priority'; readonly priority: string; readonly reason: string }
  | { readonly kind: 'assign'; readonly personId: string | null }
  | { readonly kind: 'hand-over'; readonly toLine: string };

export interface TemplateFacts {
  readonly name: string;
  readonly text: string;
  readonly say: 'reply' | 'request-information' | 'add-note' | 'resolve' | null;
  readonly actions: readonly TemplateAction[];
}

export interface TemplateRow extends TemplateFacts {
  readonly templateId: string;
  readonly personal: boolean;
  readonly version: number;
}

/** The desk's templates and the person's own, by name. */
export const templatesFor = (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
): Promise<readonly TemplateRow[]> =>
  q.query<TemplateRow & Record<string, unknown>>(
    'templates-for',
    `select template_id as "templateId", owner_id is not null as personal, name, text, say, actions, version
     from reply_template where desk_id = $1 and (owner_id is null or owner_id = $2) order by lower(name), template_id limit 1000`,
    [deskId, personId],
  );
