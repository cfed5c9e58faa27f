import { useOutsideWords } from '../../desk/use-outside-words.ts';
import classes from './api-page.module.css';
import type { Schema } from './operations.ts';
import { typeWords } from './schema-example.ts';

const DEEPEST = 3;

/** What stands inside a value: of a list its items, of a choice the first object among it. */
const insideOf = (schema: Schema): Schema | null => {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return insideOf(schema.items);
  for (const one of schema.anyOf ?? schema.oneOf ?? []) {
    const found = insideOf(one);
    if (found !== null) return found;
  }
  return null;
};

/** The fields of a value, those inside of them folded. */
export function SchemaFields({ schema, depth = 0 }: { readonly schema: Schema; readonly depth?: number }) {
  const { reference: w } = useOutsideWords();
  const inside = insideOf(schema);
  if (inside === null)
    return (
      <p className={classes.plain}>
        <code>{typeWords(schema)}</code>
      </p>
    );
  return (
    <dl className={classes.fields}>
      {Object.entries(inside.properties ?? {}).map(([name, one]) => {
        const below = depth < DEEPEST ? insideOf(one) : null;
        return (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {below === null ? (
                typeWords(one)
              ) : (
                <details>
                  <summary>{typeWords(one)}</summary>
                  <SchemaFields schema={one} depth={depth + 1} />
                </details>
              )}
              {(inside.required ?? []).includes(name) && <span className={classes.quiet}>{w.required}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
