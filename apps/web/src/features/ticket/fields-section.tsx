import type { TicketPage } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './details.module.css';
import { Section } from './section.tsx';

/** What the regulation asks the customer for, with what is still missing. */
export function FieldsSection({ fields }: { readonly fields: TicketPage['ticket']['fields'] }) {
  const { m, say } = useI18n();
  if (fields.length === 0) return null;
  const missing = fields.filter((field) => field.required && field.value === null).length;
  return (
    <Section
      title={m.fields.title}
      extra={missing > 0 ? m.fields.missingCount(missing) : undefined}
      tone={missing > 0 ? 'warn' : undefined}
      folded={false}
    >
      <dl className={classes.facts}>
        {fields.map((field) => (
          <div key={field.id} style={{ display: 'contents' }}>
            <dt>{say(field.name)}</dt>
            <dd>
              {(field.named === null ? field.value : say(field.named)) ?? (
                <span className={field.required ? classes.missing : classes.dim}>
                  {field.required ? m.fields.missing : m.common.none}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
