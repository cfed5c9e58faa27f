import { Checkbox, Input } from '@mantine/core';
import type { ApiScope } from '@reglament/contract';
import { useOutsideWords } from '../../../desk/use-outside-words.ts';
import classes from './api-keys.module.css';

interface Props {
  readonly chosen: readonly ApiScope[];
  readonly error: string | null;
  readonly onChange: (chosen: readonly ApiScope[]) => void;
}

/** Rights as a table: what about, reading and changing. Whoever may change reads as well. */
export function ScopeChoice({ chosen, error, onChange }: Props) {
  const { keys: w } = useOutsideWords();
  const areas = Object.keys(w.areas) as (keyof typeof w.areas)[];
  const set = (area: keyof typeof w.areas, kind: 'read' | 'write', isOn: boolean) => {
    const rest = chosen.filter((scope) => scope !== `${area}:${kind}`);
    if (!isOn) return onChange(kind === 'read' ? rest.filter((scope) => scope !== `${area}:write`) : rest);
    const wanted: readonly ApiScope[] =
      kind === 'write' ? [`${area}:read`, `${area}:write`] : [`${area}:read`];
    return onChange([...new Set([...rest, ...wanted])]);
  };
  return (
    <fieldset className={classes.scopes}>
      <legend className={classes.legend}>{w.scopes}</legend>
      {areas.map((area) => (
        <div key={area} className={classes.scopeRow}>
          <span>{w.areas[area]}</span>
          {(['read', 'write'] as const).map((kind) => (
            <Checkbox
              key={kind}
              label={w[kind]}
              aria-label={`${w.areas[area]}: ${w[kind]}`}
              checked={chosen.includes(`${area}:${kind}`)}
              onChange={(event) => set(area, kind, event.currentTarget.checked)}
            />
          ))}
        </div>
      ))}
      {error !== null && <Input.Error mt={6}>{error}</Input.Error>}
    </fieldset>
  );
}
