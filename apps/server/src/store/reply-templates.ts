import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import type { TemplateFacts } from './queries/reply-templates.ts';

export interface LockedTemplate {
  /** null: the desk's. */
  readonly ownerId: PersonId | null;
  readonly version: number;
}

/** Locks a template; null when the desk has no such one. */
export const lockTemplate = async (
  q: Queries,
  deskId: DeskId,
  templateId: string,
): Promise<LockedTemplate | null> => {
  const [row] = await q.query<LockedTemplate & Record<string, unknown>>(
    'template-lock',
    'select owner_id as "ownerId", version from reply_template where desk_id = $1 and template_id = $2 for update',
    [deskId, templateId],
  );
  return row ?? null;
};

/** How many the desk has in common, or a person of their own. */
export const countTemplates = async (
  q: Queries,
  deskId: DeskId,
  ownerId: PersonId | null,
): Promise<number> => {
  const [row] = await q.query<{ n: number }>(
    'template-count',
    'select count(*) as n from reply_template where desk_id = $1 and owner_id is not distinct from $2::uuid',
    [deskId, ownerId],
  );
  return row?.n ?? 0;
};

export const insertTemplate = async (
  q: Queries,
  deskId: DeskId,
  t: TemplateFacts & {
    readonly templateId: string;
    readonly ownerId: PersonId | null;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'template-insert',
    `insert into reply_template (desk_id, template_id, owner_id, name, text, say, actions, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [deskId, t.templateId, t.ownerId, t.name, t.text, t.say, JSON.stringify(t.actions), toTimestamp(t.at)],
  );
};

/** Writes a locked template anew. @returns its new version */
export const updateTemplate = async (
  q: Queries,
  deskId: DeskId,
  t: TemplateFacts & { readonly templateId: string; readonly at: Instant },
): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'template-update',
    `update reply_template set name = $3, text = $4, say = $5, actions = $6, changed_at = $7, version = version + 1
     where desk_id = $1 and template_id = $2 returning version`,
    [deskId, t.templateId, t.name, t.text, t.say, JSON.stringify(t.actions), toTimestamp(t.at)],
  );
  if (row === undefined) throw new Error(`template ${t.templateId} is gone`);
  return row.version;
};

export const deleteTemplateRow = async (q: Queries, deskId: DeskId, templateId: string): Promise<void> => {
  await q.query('template-delete', 'delete from reply_template where desk_id = $1 and template_id = $2', [
    deskId,
    templateId,
  ]);
};
