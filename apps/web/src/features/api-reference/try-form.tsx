import { Button, CopyButton, PasswordInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useOutsideWords } from '../../desk/use-outside-words.ts';
import classes from './api-page.module.css';
import type { Operation } from './operations.ts';
import { curlOf, requestOf } from './request-of.ts';
import { type Tried, useTry } from './use-try.ts';

interface Props {
  readonly operation: Operation;
  /** The body to begin with. */
  readonly example: string;
}

const isReadable = (body: string): boolean => {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
};

const firstValues = (operation: Operation, desk: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    operation.parameters.map(({ name, schema }) => [
      name,
      name === 'desk'
        ? desk
        : name === 'Idempotency-Key'
          ? crypto.randomUUID()
          : typeof schema.default === 'string' || typeof schema.default === 'number'
            ? String(schema.default)
            : '',
    ]),
  );

/** The request to fill in, as a command, and what the server says to it. */
export function TryForm({ operation, example }: Props) {
  const { reference: w } = useOutsideWords();
  const { slug } = useDesk();
  const [values, setValues] = useState(() => firstValues(operation, slug));
  const [body, setBody] = useState(example);
  const [as, setAs] = useState<'me' | 'key'>('me');
  const [key, setKey] = useState('');
  const attempt = useTry();
  const isJson = operation.body === null || operation.body.type === 'application/json';
  const isWrong = operation.body !== null && isJson && !isReadable(body);
  const typed = { values, body };
  const handleSend = () => {
    if (isWrong) return;
    attempt.mutate(
      { key: as === 'key' ? key.trim() : null, request: requestOf(operation, typed) },
      {
        // The next request is another one.
        onSuccess: () =>
          setValues((now) =>
            'Idempotency-Key' in now ? { ...now, 'Idempotency-Key': crypto.randomUUID() } : now,
          ),
      },
    );
  };
  return (
    <section className={classes.try}>
      <h3 className={classes.part}>{w.tryIt}</h3>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          handleSend();
        }}
      >
        <div className={classes.inputs}>
          {operation.parameters.map(({ name, required }) => (
            <TextInput
              key={name}
              size="xs"
              label={<code>{name}</code>}
              aria-label={name}
              required={required}
              withAsterisk={required}
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
            />
          ))}
        </div>
        {operation.body !== null && isJson && (
          <Textarea
            label={w.body}
            autosize
            minRows={3}
            maxRows={18}
            classNames={{ input: classes.code }}
            spellCheck={false}
            value={body}
            error={isWrong && w.badBody}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        )}
        {isJson ? (
          <div className={classes.send}>
            <SegmentedControl
              size="xs"
              aria-label={w.as}
              value={as}
              onChange={(value) => setAs(value as 'me' | 'key')}
              data={[
                { value: 'me', label: w.asMe },
                { value: 'key', label: w.asKey },
              ]}
            />
            {as === 'key' && (
              <PasswordInput
                className={classes.key}
                size="xs"
                aria-label={w.key}
                placeholder="rgl_…"
                autoComplete="off"
                value={key}
                onChange={(event) => setKey(event.currentTarget.value)}
              />
            )}
            <Button type="submit" loading={attempt.isPending}>
              {w.send}
            </Button>
            <span className={classes.quiet}>
              {operation.method === 'GET' ? (as === 'key' ? w.keyHint : '') : w.real}
            </span>
          </div>
        ) : (
          <p className={classes.plain}>{w.file}</p>
        )}
      </form>
      {attempt.error !== null && <p className={classes.failure}>{w.network}</p>}
      {attempt.data !== undefined && <Answer tried={attempt.data} />}
      <Command text={curlOf(operation, typed, window.location.origin)} />
    </section>
  );
}

function Answer({ tried }: { readonly tried: Tried }) {
  const { reference: w } = useOutsideWords();
  return (
    <div className={classes.answer} role="status">
      <p className={classes.status} data-ok={tried.status < 400}>
        {w.status(tried.status, tried.tookMs)}
      </p>
      {tried.headers.length > 0 && (
        <p className={classes.quiet}>
          {tried.headers.map(([name, value]) => `${name}: ${value}`).join(' · ')}
        </p>
      )}
      {tried.text !== '' && <pre className={classes.pre}>{tried.text}</pre>}
      {tried.isCut && <p className={classes.quiet}>{w.cut}</p>}
    </div>
  );
}

function Command({ text }: { readonly text: string }) {
  const { reference: w } = useOutsideWords();
  return (
    <div className={classes.command}>
      <div className={classes.partHead}>
        <h4 className={classes.small}>{w.curl}</h4>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={
                copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} stroke={1.7} aria-hidden />
              }
              onClick={copy}
            >
              {copied ? w.copied : w.copy}
            </Button>
          )}
        </CopyButton>
      </div>
      <pre className={classes.pre}>{text}</pre>
    </div>
  );
}
