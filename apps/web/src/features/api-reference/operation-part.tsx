import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useOutsideWords } from '../../desk/use-outside-words.ts';
import classes from './api-page.module.css';
import type { Operation, Schema } from './operations.ts';
import { exampleOf, typeWords, variantsOf } from './schema-example.ts';
import { SchemaFields } from './schema-fields.tsx';
import { TryForm } from './try-form.tsx';

/** One request: what it takes and answers, and how to make it. */
export function OperationPart({ operation }: { readonly operation: Operation }) {
  const { reference: w } = useOutsideWords();
  const variants = operation.body === null ? [] : variantsOf(operation.body.schema);
  const [word, setWord] = useState(variants[0]?.word ?? '');
  const schema = variants.find((one) => one.word === word)?.schema ?? operation.body?.schema ?? null;
  const isJson = operation.body?.type === 'application/json';
  return (
    <article className={classes.operation}>
      <header className={classes.operationHead}>
        <h2 className={classes.address}>
          <span className={classes.method} data-method={operation.method}>
            {operation.method}
          </span>
          <code>{operation.path}</code>
        </h2>
        <p className={classes.summary}>{operation.summary}</p>
        <p className={classes.scope} data-open={operation.scope !== null}>
          {operation.scope === null
            ? w.noScope
            : operation.scope === 'any'
              ? w.anyScope
              : w.scope(operation.scope)}
        </p>
      </header>
      {operation.parameters.length > 0 && <Parameters operation={operation} />}
      {schema !== null && isJson && (
        <section>
          <div className={classes.partHead}>
            <h3 className={classes.part}>{w.body}</h3>
            {variants.length > 0 && (
              <NativeSelect
                size="xs"
                aria-label={w.body}
                value={word}
                onChange={(event) => setWord(event.currentTarget.value)}
                data={variants.map((one) => one.word)}
              />
            )}
          </div>
          <SchemaFields schema={schema} />
        </section>
      )}
      <TryForm key={word} operation={operation} example={isJson ? written(schema) : ''} />
      {operation.reply !== null && (
        <section>
          <h3 className={classes.part}>
            {w.answer} {operation.status}
          </h3>
          <SchemaFields schema={operation.reply} />
        </section>
      )}
    </article>
  );
}

const written = (schema: Schema | null): string =>
  schema === null ? '' : JSON.stringify(exampleOf(schema), null, 2);

function Parameters({ operation }: { readonly operation: Operation }) {
  const { reference: w } = useOutsideWords();
  const places = { path: w.inPath, query: w.inQuery, header: w.inHeader } as const;
  return (
    <section>
      <h3 className={classes.part}>{w.parameters}</h3>
      <dl className={classes.fields}>
        {operation.parameters.map((parameter) => (
          <div key={`${parameter.in} ${parameter.name}`}>
            <dt>
              <code>{parameter.name}</code>
            </dt>
            <dd>
              {typeWords(parameter.schema)}
              <span className={classes.quiet}>
                {places[parameter.in]}
                {parameter.required && `, ${w.required}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
